"""How sure an answer is: how often programs of such a probability are right."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from synerprise_daemon.answer import CheckedProgram, Verdict

LEAST = 1e-6  # a probability; below it all are alike


@dataclass(frozen=True, slots=True)
class Calibration:
    """From what the model gives a program to how often such programs are right.

    A logistic regression on the logarithm of the probability (Platt scaling), and on whether the
    program satisfies the user's own examples.
    """

    intercept: float
    slope: float
    proved: float

    def __call__(self, probability: float, *, proved: bool) -> float:
        """A probability, 0 to 1; nothing stays nothing."""
        if probability <= 0.0:
            return 0.0
        told = math.log(max(probability, LEAST))
        odds = self.intercept + self.slope * told + self.proved * proved
        return 1.0 / (1.0 + math.exp(-odds))


def confidence_in(
    programs: Sequence[CheckedProgram], calibration: Mapping[str, float] | None
) -> float:
    """How likely the first program is right, given that those that failed are wrong.

    Without a calibration it is what the model gives it.
    """
    if not programs or programs[0].failed:
        return 0.0
    refuted = sum(program.probability for program in programs if program.failed)
    likely = min(1.0, programs[0].probability / max(1.0 - refuted, programs[0].probability))
    if calibration is None:
        return likely
    return Calibration(**calibration)(likely, proved=is_proved(programs))


def is_trusted(programs: Sequence[CheckedProgram], confidence: float, least: float) -> bool:
    """A program that the user's own examples prove needs no confidence of ours."""
    if not programs or programs[0].failed:
        return False
    return is_proved(programs) or confidence >= least


def is_proved(programs: Sequence[CheckedProgram]) -> bool:
    """Whether the first program satisfies the user's own examples."""
    return bool(programs) and programs[0].verdict is Verdict.PROVED
