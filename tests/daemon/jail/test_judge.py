"""Values are judged outside, as Python would compare them."""

import pytest

from synerprise_daemon.jail.judge import holds, shown
from synerprise_daemon.jail.question import Expectation


@pytest.mark.parametrize(
    ("value", "expectation"),
    [
        (4, Expectation("==", 4)),
        (4.0, Expectation("==", 4)),
        ([1, 2], Expectation("==", [1, 2])),
        ("ক", Expectation("in", "কখ")),
        ([1, 2], Expectation("in", 2, literal_first=True)),
        (3, Expectation(">", 2)),
        (None, Expectation("is", None)),
        ([1], Expectation("true")),
        ("", Expectation("false")),
    ],
)
def test_what_is_so_holds(value: object, expectation: Expectation) -> None:
    assert holds(value, expectation)


@pytest.mark.parametrize(
    ("value", "expectation"),
    [
        (5, Expectation("==", 4)),
        ("4", Expectation("==", 4)),
        ((1, 2), Expectation("==", [1, 2])),
        (1, Expectation("is", True)),
        ("a", Expectation("<", 4)),
        (4, Expectation("in", 4)),
        (float("nan"), Expectation("==", float("nan"))),
    ],
)
def test_what_is_not_so_and_what_cannot_be_compared_does_not_hold(
    value: object, expectation: Expectation
) -> None:
    assert not holds(value, expectation)


def test_a_long_value_is_cut() -> None:
    assert len(shown("x" * 1000)) < 300
    assert shown(1 << 100_000) == "…"
