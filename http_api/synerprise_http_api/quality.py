"""Say how good a program is, never better than what is known of it."""

from typing import Literal

from synerprise_daemon.answer import Answer, CheckedProgram, Verdict
from synerprise_daemon.failures import TIMED_OUT

Quality = Literal["perfect", "good", "fair", "poor"]
Execution = Literal["Success", "Error", "Timeout", "Unavailable"]

SCALE: tuple[tuple[float, Quality], ...] = ((0.9, "perfect"), (0.7, "good"), (0.5, "fair"))
"""The least confidence for each word, best first; below the last it is poor."""


WORDS: tuple[Quality, ...] = ("perfect", "good", "fair", "poor")


def quality_of(program: CheckedProgram, confidence: float, faults: int = 0) -> Quality:
    """The word for a confidence; one lower where ruff found faults."""
    quality: Quality = next((word for least, word in SCALE if confidence >= least), "poor")
    if quality == "perfect" and program.verdict is not Verdict.PROVED:
        quality = "good"  # sure of itself is not yet proved by the user's own examples
    return WORDS[min(WORDS.index(quality) + (faults > 0), len(WORDS) - 1)]


def confidence_of(program: CheckedProgram, answer: Answer) -> float:
    """What of the answer's confidence is left for one of its programs: never more than all."""
    best = answer.programs[0].probability
    if program.probability >= best:  # best may be 0.0, when the logarithm was very small
        return answer.confidence
    return answer.confidence * program.probability / best


EXECUTIONS: dict[Verdict, Execution] = {
    Verdict.PARSES: "Unavailable",  # it was not run, and nothing can be said of its running
    Verdict.RUNS: "Success",
    Verdict.PROVED: "Success",
    Verdict.FAILED: "Error",
}


def execution_of(program: CheckedProgram) -> Execution:
    """A program that did not end in time is told from one that raised."""
    if program.failure and program.failure.kind == TIMED_OUT:
        return "Timeout"
    return EXECUTIONS[program.verdict]
