"""A run: what is asked of the jail, and what it tells about it."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Run:
    """A program, what is typed while it runs, and what must hold afterwards."""

    code: str
    checks: tuple[str, ...] = ()
    """Asserts or expressions, such as ``assert f(2) == 4`` or ``f(2) == 4``; each may have
    several lines, as ``s = Stack(); s.push(1); assert s.pop() == 1``."""
    input: str = ""


class End(StrEnum):
    """How a run ended."""

    FINISHED = "finished"
    """The program came to its end, whatever the checks say."""
    RAISED = "raised"
    TIMED_OUT = "timed_out"
    OUT_OF_MEMORY = "out_of_memory"
    TOO_MUCH_OUTPUT = "too_much_output"
    CRASHED = "crashed"
    """It ended its interpreter: by `os._exit`, by a signal, or by a fault of memory."""
    KILLED = "killed"
    """The jail ended it, since it wrote what only the jail writes."""
    NOT_RUN = "not_run"
    """The time for all runs was over before its turn came."""
    UNAVAILABLE = "unavailable"
    """There is no jail here, so it was not run."""


class CheckEnd(StrEnum):
    """What came of a check."""

    PASSED = "passed"
    FAILED = "failed"
    RAISED = "raised"
    UNCLEAR = "unclear"
    """It is no assert and no expression, and was not asked."""
    UNREACHED = "unreached"
    """The run ended before."""


@dataclass(frozen=True, slots=True)
class ProgramError:
    """An exception, as the program tells it."""

    kind: str
    """The name of its class."""
    message: str
    line: int | None
    """In the program, from 1; None when it is not from there."""


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """What came of one check."""

    check: str
    end: CheckEnd
    witnessed: bool = False
    """Whether it was judged outside; else it has passed on the program's word."""
    got: str = ""
    """The last value that was compared, as Python writes it, cut when it is long."""
    error: ProgramError | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that is known of a run; the bytes are counted, the rest is the program's claim."""

    end: End
    stdout: str = ""
    """What the program printed before its checks; cut at the limit."""
    error: ProgramError | None = None
    checks: tuple[CheckOutcome, ...] = ()
    elapsed_ms: float = 0.0
    reason: str = ""
    """Why it was killed, has crashed or is unavailable, for the log."""

    @property
    def satisfied(self) -> bool:
        """Whether it ended well and every check passed."""
        passed = all(check.end is CheckEnd.PASSED for check in self.checks)
        return self.end is End.FINISHED and passed

    @property
    def proved(self) -> bool:
        """Whether it is satisfied, there are checks, and all were judged outside."""
        witnessed = all(check.witnessed for check in self.checks)
        return self.satisfied and bool(self.checks) and witnessed
