"""The prompts that are timed: those of the natural sets."""

from synerprise_model.evaluation import natural_cases
from synerprise_model.folders import NATURAL
from synerprise_model.prompt import Prompt


def prompts() -> list[Prompt]:
    """All natural prompts whose failures are read."""
    return [case.prompt for path in sorted(NATURAL.glob("*.toml")) for case in natural_cases(path)]
