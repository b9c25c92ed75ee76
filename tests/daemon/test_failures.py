"""A failure is told in Bangla and in English, with the line."""

import pytest

from synerprise_daemon.failures import ENDS, ERRORS, Failure, failure_of
from synerprise_daemon.jail.outcome import CheckEnd, CheckOutcome, End, Outcome, ProgramError


@pytest.mark.parametrize("kind", [*ERRORS, "SomeOwnError"])
def test_every_error_has_words_in_both_languages(kind: str) -> None:
    failure = failure_of(Outcome(End.RAISED, error=ProgramError(kind, "its own words", 3)))
    assert failure
    assert failure.bangla.startswith("3 নম্বর লাইনে: ")
    assert failure.english.startswith("Line 3: ")
    assert failure.detail == f"{kind}: its own words, line 3"


@pytest.mark.parametrize("end", list(ENDS))
def test_what_the_jail_ended_says_so(end: End) -> None:
    failure = failure_of(Outcome(end))
    assert failure
    assert (failure.kind, failure.line) == (str(end), None)


def test_an_example_that_is_not_satisfied_is_told_with_what_came_instead() -> None:
    check = CheckOutcome("assert f(3) == 9", CheckEnd.FAILED, got="6")
    failure = failure_of(Outcome(End.FINISHED, checks=(check,)))
    assert failure == Failure(
        "example",
        "উদাহরণের সাথে মেলে না: assert f(3) == 9",
        "It does not give what the example says.",
        "assert f(3) == 9: 6",
    )


def test_a_run_that_went_well_has_no_failure() -> None:
    assert failure_of(Outcome(End.FINISHED)) is None
