"""How far confidence can be believed: calibration, precision by coverage, and trust."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from synerprise_daemon.confidence import LEAST, Calibration
from synerprise_model.regression import logistic_weights

BINS = 10
RIGHT_BELOW = 0.1
"""The threshold of trust: of the programs below it, so many may be right. A wrong program can be
seen to be wrong, and a right one that is kept back helps nobody."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A confidence, and whether the program it was told for is right."""

    confidence: float
    right: bool
    proved: bool = False
    """Whether it satisfies the user's own examples."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers of about the same confidence."""

    confidence: float
    """The mean, 0 to 1."""
    right: float
    """The share that is right, 0 to 1."""
    count: int


def bins_of(judged: Sequence[Judged]) -> list[Bin]:
    """Bins of equal width with something in them, lowest first."""
    inside: list[list[Judged]] = [[] for _ in range(BINS)]
    for one in judged:
        inside[min(BINS - 1, int(one.confidence * BINS))].append(one)
    return [
        Bin(
            sum(one.confidence for one in group) / len(group),
            sum(one.right for one in group) / len(group),
            len(group),
        )
        for group in inside
        if group
    ]


def expected_calibration_error(judged: Sequence[Judged]) -> float:
    """The mean gap of confidence and share of right ones over the bins, weighed by their counts."""
    gaps = (one.count * abs(one.confidence - one.right) for one in bins_of(judged))
    return sum(gaps) / max(1, len(judged))


def precision_at(judged: Sequence[Judged], coverage: float) -> float:
    """The share of right ones among that share of answers that have the highest confidence."""
    ranked = sorted(judged, key=lambda one: -one.confidence)
    kept = ranked[: max(1, round(coverage * len(ranked)))]
    return sum(one.right for one in kept) / max(1, len(kept))


def fit_trust(judged: Iterable[Judged]) -> dict[str, float]:
    """The highest threshold below which so few are right, and what it gives.

    Coverage is the share of prompts that get a program, precision the share of those that are
    right, both measured on the cases that the threshold was chosen from.
    """
    ranked = sorted(judged, key=lambda one: one.confidence)
    threshold, right = 0.0, 0
    for below, one in enumerate(ranked):
        if right <= RIGHT_BELOW * below:
            threshold = one.confidence
        right += one.right
    kept = [one for one in ranked if one.confidence >= threshold]
    return {
        "threshold": threshold,
        "coverage": len(kept) / max(1, len(ranked)),
        "precision": sum(one.right for one in kept) / max(1, len(kept)),
    }


def fit_calibration(judged: Sequence[Judged]) -> Calibration:
    """The likeliest calibration of confidences that have none yet."""
    told = [math.log(max(one.confidence, LEAST)) for one in judged]
    rows = [(1.0, t, float(one.proved)) for t, one in zip(told, judged, strict=True)]
    weights = logistic_weights(rows, [one.right for one in judged])
    return Calibration(*(round(weight, 4) for weight in weights))


def calibrated(judged: Iterable[Judged], calibration: Calibration) -> list[Judged]:
    """The same answers with the confidence that is told once the calibration is in use."""
    return [
        Judged(calibration(one.confidence, proved=one.proved), one.right, one.proved)
        for one in judged
    ]
