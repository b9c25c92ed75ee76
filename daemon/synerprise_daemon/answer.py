"""An answer: programs for a prompt, how far each was checked, and how sure the model is."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from synerprise_daemon.failures import Failure


class Verdict(StrEnum):
    """How far a program was checked; each step but the last includes those before it."""

    PARSES = "PARSES"
    """It compiles; it was not run, or what it reads was not to be had."""
    RUNS = "RUNS"
    PROVED = "PROVED"
    """It satisfies the user's own examples."""
    FAILED = "FAILED"
    """It raised, did not end, or does not satisfy the user's own examples."""


@dataclass(frozen=True, slots=True)
class CheckedProgram:
    """A program that can be shown."""

    code: str
    probability: float
    """What the model gives this program among all others, 0 to 1."""
    verdict: Verdict
    failure: Failure | None = None
    """Why it failed; None unless it did."""

    @property
    def failed(self) -> bool:
        return self.verdict is Verdict.FAILED


@dataclass(frozen=True, slots=True)
class Answer:
    """What the service says to a prompt."""

    programs: tuple[CheckedProgram, ...]
    """Best first; empty when the model found none that compiles."""
    confidence: float
    """How sure the model is of the first program, 0 to 1, after what the jail has shown."""
    trusted: bool
    """Whether the confidence is enough to show the first program unasked."""
    model: str
    elapsed_ms: float
    cached: bool = False
    unclear: tuple[str, ...] = ()
    """Examples of the user that could not be understood, and so were not tried."""

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, fields: dict[str, Any]) -> "Answer":
        """Read what `as_json` gave."""
        programs = tuple(
            CheckedProgram(
                p["code"], p["probability"], Verdict(p["verdict"]), Failure.from_json(p["failure"])
            )
            for p in fields["programs"]
        )
        unclear = tuple(fields["unclear"])
        return cls(**{**fields, "programs": programs, "unclear": unclear})
