"""Fit a logistic regression: how the chance of something grows with what is known of it."""

from collections.abc import Sequence

import numpy as np

STEPS = 30
PULL = 0.1  # of each weight to zero, in squares


def logistic_weights(rows: Sequence[Sequence[float]], happened: Sequence[bool]) -> list[float]:
    """The likeliest weight of each column, by Newton's method.

    The chance of a row is the logistic function of its sum, each number times its weight.
    """
    given, right = np.array(rows, float), np.array(happened, float)
    weights = np.zeros(given.shape[1])
    for _ in range(STEPS):
        said = 1.0 / (1.0 + np.exp(-given @ weights))
        slope = given.T @ (said - right) + PULL * weights
        curve = (given.T * (said * (1.0 - said))) @ given + PULL * np.eye(len(weights))
        weights -= np.linalg.solve(curve, slope)
    return [float(weight) for weight in weights]
