"""What confidence is worth, and where trust begins."""

import pytest

from synerprise_daemon.calibration import (
    Judged,
    bins_of,
    calibrated,
    expected_calibration_error,
    fit_calibration,
    fit_trust,
    precision_at,
)


def test_trust_begins_where_fewer_than_a_tenth_below_are_right() -> None:
    low = [Judged(0.01 * n, right=n == 3) for n in range(20)]  # one in twenty is right
    high = [Judged(0.5 + 0.01 * n, right=True) for n in range(10)]
    trust = fit_trust([*high, *low])
    assert trust == {"threshold": 0.51, "coverage": 9 / 30, "precision": 1.0}


def test_a_model_that_is_always_right_is_always_trusted() -> None:
    assert fit_trust([Judged(0.1 * n, right=True) for n in range(1, 9)])["coverage"] == 1.0


def test_confidence_that_says_what_comes_true_has_no_error() -> None:
    judged = [Judged(0.75, right=n < 3) for n in range(4)]
    assert expected_calibration_error(judged) == 0.0
    assert expected_calibration_error([Judged(0.95, right=False)] * 3) == pytest.approx(0.95)


def test_answers_of_about_the_same_confidence_share_a_bin() -> None:
    judged = [Judged(0.11, right=True), Judged(0.15, right=False), Judged(1.0, right=True)]
    assert [(one.right, one.count) for one in bins_of(judged)] == [(0.5, 2), (1.0, 1)]


def test_precision_is_that_of_the_most_confident() -> None:
    judged = [Judged(0.1 * n, right=n > 5) for n in range(10)]
    assert precision_at(judged, 0.4) == 1.0
    assert precision_at(judged, 0.8) == 0.5


def test_a_calibration_tells_what_comes_true() -> None:
    """Of programs that the model gives so little, half are right: the calibration says half."""
    judged = [Judged(0.02, right=n % 2 == 0) for n in range(400)]
    judged += [Judged(0.9, right=n % 10 > 0) for n in range(400)]
    told = calibrated(judged, fit_calibration(judged))
    assert told[0].confidence == pytest.approx(0.5, abs=0.01)
    assert told[-1].confidence == pytest.approx(0.9, abs=0.01)
    assert expected_calibration_error(judged) > 0.2
    assert expected_calibration_error(told) < 0.02


def test_what_examples_prove_is_told_to_be_likelier() -> None:
    judged = [Judged(0.5, right=n % 2 == 0) for n in range(100)]
    judged += [Judged(0.5, right=n % 10 > 0, proved=True) for n in range(100)]
    told = calibrated(judged, fit_calibration(judged))
    assert told[-1].confidence > told[0].confidence + 0.3
