"""A translator that answers with what it was asked, when it is let."""

import threading
from collections.abc import Sequence

from synerprise_daemon.settings import Settings
from synerprise_model.prompt import Candidate, Prompt


class EchoTranslator:
    """Each prompt's candidates are `count` programs that hold its text."""

    version = "echo-v0"
    trust = 0.5

    def __init__(self, log_probability: float = -0.1) -> None:
        self.log_probability = log_probability
        self.batches: list[list[str]] = []
        self.may_go_on = threading.Event()
        self.may_go_on.set()
        self.fault: Exception | None = None

    def translate(self, prompts: Sequence[Prompt], count: int) -> list[list[Candidate]]:
        self.batches.append([prompt.text for prompt in prompts])
        self.may_go_on.wait(10)
        if self.fault:
            raise self.fault
        return [
            [
                Candidate(f"said = {prompt.text!r}\nplace = {place}\n", self.log_probability - place)
                for place in range(count)
            ]
            for prompt in prompts
        ]


def settings_in(folder: object, **given: object) -> Settings:
    """Settings whose sockets and log lie in a folder."""
    fields = {"sockets": f"{folder}/run", "log_file": f"{folder}/daemon.log", **given}
    from pathlib import Path

    fields = {
        name: Path(str(value)) if name in ("sockets", "log_file") else value
        for name, value in fields.items()
    }
    return Settings(**fields)  # type: ignore[arg-type]
