"""Programs that do the same are counted together."""

import contextlib
import io

import pytest

from synerprise_daemon.answer import CheckedProgram, Verdict
from synerprise_daemon.behaviour import Behaviour, behaviour_in, probe_of, together
from synerprise_daemon.jail.outcome import End, Outcome, Run

BY_SUM = "def total(numbers):\n    return sum(numbers)\n"
BY_LOOP = (
    "def add_up(values):\n    result = 0\n    for x in values:\n        result += x\n"
    "    return result\n"
)
LARGEST = "def largest(numbers):\n    return max(numbers)\n"
SORTING = "def arrange(numbers):\n    numbers.sort()\n"


def behaviour_of(code: str) -> Behaviour | None:
    probe, shown = probe_of(code, "5\n"), io.StringIO()
    assert probe is not None
    lines = iter(probe.input.splitlines())
    with contextlib.redirect_stdout(shown):
        exec(probe.code, {"input": lambda: next(lines)})
    return behaviour_in(code, Outcome(End.FINISHED, shown.getvalue()))


def test_two_ways_to_add_behave_alike_and_the_largest_does_not() -> None:
    assert behaviour_of(BY_SUM) == behaviour_of(BY_LOOP) != behaviour_of(LARGEST)


def test_what_is_done_to_an_argument_is_seen() -> None:
    untouched = "def arrange(numbers):\n    return None\n"
    assert behaviour_of(SORTING) != behaviour_of(untouched)


def test_scripts_are_compared_by_what_they_print() -> None:
    assert behaviour_of("print(int(input()) * 2)\n") == behaviour_of(
        "n = int(input())\nprint(n + n)\n"
    )


@pytest.mark.parametrize(
    "code",
    ["class Stack:\n    pass\n", "def f(a, b, c, d, e):\n    return a\n", "def f():\n    pass\n"],
)
def test_what_has_no_usual_arguments_is_not_probed(code: str) -> None:
    assert probe_of(code, "") is None


def test_a_program_that_refuses_everything_has_no_behaviour_to_compare() -> None:
    assert behaviour_of("def f(a):\n    return a.nothing_has_this\n") is None


def test_together_two_right_programs_come_before_a_likelier_wrong_one() -> None:
    programs = [
        CheckedProgram(LARGEST, 0.4, Verdict.RUNS),
        CheckedProgram(BY_SUM, 0.3, Verdict.RUNS),
        CheckedProgram(BY_LOOP, 0.25, Verdict.RUNS),
    ]
    same = Behaviour(1, "3\n")
    ranked = together(programs, {BY_SUM: same, BY_LOOP: same, LARGEST: Behaviour(1, "2\n")})
    assert [program.code for program in ranked] == [BY_SUM, LARGEST, BY_LOOP]
    assert [round(program.probability, 2) for program in ranked] == [0.55, 0.4, 0.0]


def test_a_probe_is_a_run_of_the_same_program() -> None:
    probe = probe_of(BY_SUM, "5\n")
    assert isinstance(probe, Run)
    assert probe.code.startswith(BY_SUM)
