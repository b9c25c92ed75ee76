"""Examples in all their forms become asserts; what is not understood is told."""

import pytest

from synerprise_daemon.user_examples import read_examples


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("assert f(3) == 9", "assert f(3) == 9"),
        ("f(3) == 9", "assert f(3) == 9"),
        ("f(3) -> 9", "assert f(3) == 9"),
        ("f([1, 2]) → [2, 1]", "assert f([1, 2]) == [2, 1]"),
        (">>> f(3)\n9", "assert f(3) == 9"),
        (">>> f(3) == 9\nTrue", "assert f(3) == 9"),
        (
            "s = Stack(); s.push(1); assert s.pop() == 1",
            "s = Stack(); s.push(1); assert s.pop() == 1",
        ),
    ],
)
def test_an_example_becomes_an_assert(written: str, read: str) -> None:
    assert read_examples([written]) == ((read,), ())


def test_a_doctest_of_two_calls_is_two_asserts() -> None:
    asserts, unclear = read_examples([">>> f(1)\n2\n>>> f(2)\n4"])
    assert asserts == ("assert f(1) == 2", "assert f(2) == 4")
    assert unclear == ()


@pytest.mark.parametrize("written", ["f of 3 is 9", "x = f(3)", "assert f(", ">>> x = 1", ""])
def test_what_is_not_understood_is_told_and_not_tried(written: str) -> None:
    assert read_examples([written]) == ((), (written,))
