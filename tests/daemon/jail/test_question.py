"""A check is split so that what is expected stays outside."""

import pytest

from synerprise_daemon.jail.errors import CheckUnclear
from synerprise_daemon.jail.question import Expectation, Question, questions_of


@pytest.mark.parametrize(
    ("check", "source", "expectation"),
    [
        ("assert f(2) == 4", "f(2)", Expectation("==", 4)),
        ("f(2) == 4", "f(2)", Expectation("==", 4)),
        ("assert 4 == f(2), 'why'", "f(2)", Expectation("==", 4, literal_first=True)),
        ("assert f('ক') in ('খ', 'গ')", "f('ক')", Expectation("in", ("খ", "গ"))),
        ("assert 'a' in f()", "f()", Expectation("in", "a", literal_first=True)),
        ("assert f(1) is None", "f(1)", Expectation("is", None)),
        ("assert abs(f(1) - 2.5) < 1e-9", "abs(f(1) - 2.5)", Expectation("<", 1e-9)),
        ("assert area(2) == 3.14 * 4", "area(2)", Expectation("==", 12.56)),
        ("assert f(-1) == -1", "f(-1)", Expectation("==", -1)),
        ("assert f(4)", "f(4)", Expectation("true")),
        ("assert not f(3)", "f(3)", Expectation("false")),
        ("assert f([1]) == {'a': [1, (2,)]}", "f([1])", Expectation("==", {"a": [1, (2,)]})),
    ],
)
def test_the_expected_value_is_kept_out_of_the_question(
    check: str, source: str, expectation: Expectation
) -> None:
    assert questions_of(check) == (Question(source, "value", expectation),)


@pytest.mark.parametrize(
    "check", ["f(2) == g(2)", "1 < f(2) < 5", "f(1) == 1 or f(2) == 2", "not f(1) == 2"]
)
def test_what_the_program_compares_by_itself_is_marked(check: str) -> None:
    (question,) = questions_of(check)
    assert question.judged_inside


def test_both_sides_of_and_are_asked_one_by_one() -> None:
    assert [question.source for question in questions_of("f(1) == 2 and g(3)")] == ["f(1)", "g(3)"]


def test_asserts_within_a_loop_are_left_to_the_worker() -> None:
    (question,) = questions_of("for x in range(3):\n    assert f(x) == x")
    assert (question.way, question.judged_inside) == ("do", True)


@pytest.mark.parametrize("check", ["", "x = 5", "f(2) gives 4", "(" * 500, "import os", "\0"])
def test_what_is_no_check_is_refused(check: str) -> None:
    with pytest.raises(CheckUnclear):
        questions_of(check)
