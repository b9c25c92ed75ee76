"""What a request wishes for: a prompt, and how many programs are to be shown."""

from dataclasses import dataclass

from synerprise_model.prompt import Prompt

MOST_CANDIDATES = 5  # more nobody compares


@dataclass(frozen=True, slots=True)
class Wish:
    """The body of a request, once it is read."""

    prompt: Prompt
    candidates: int = 1
    """Programs to show, 1 to MOST_CANDIDATES."""
