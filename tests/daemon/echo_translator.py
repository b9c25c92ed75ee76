"""A translator that answers with what it was asked, when it is let."""

import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from synerprise_daemon.settings import Settings
from synerprise_model.prompt import Candidate, Prompt


class EchoTranslator:
    """Each prompt's candidates are `count` programs that hold its text."""

    version = "echo-v0"
    trust = 0.5
    calibration: Mapping[str, float] | None = None

    def __init__(self, log_probability: float = -0.1) -> None:
        self._log_probability = log_probability
        self.batches: list[list[str]] = []
        self.may_go_on = threading.Event()
        self.may_go_on.set()
        self.fault: Exception | None = None

    def translate(self, prompts: Sequence[Prompt], count: int) -> list[list[Candidate]]:
        self.batches.append([prompt.text for prompt in prompts])
        self.may_go_on.wait(10)
        if self.fault:
            raise self.fault
        return [[self._candidate(prompt, place) for place in range(count)] for prompt in prompts]

    def _candidate(self, prompt: Prompt, place: int) -> Candidate:
        code = f"said = {prompt.text!r}\nplace = {place}\n"
        return Candidate(code, self._log_probability - place)


def settings_in(folder: Path, **given: Any) -> Settings:
    """Settings whose sockets and log lie in a folder."""
    return Settings(folder / "run", folder / "daemon.log", **given)
