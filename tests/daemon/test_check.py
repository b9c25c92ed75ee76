"""Only programs that compile are shown, and those that keep the user's examples come first."""

import asyncio
from collections.abc import Sequence
from typing import cast

import pytest

from synerprise_daemon.answer import CheckedProgram, Verdict
from synerprise_daemon.check import Checker
from synerprise_daemon.jail.jail import Jail
from synerprise_daemon.jail.outcome import CheckEnd, CheckOutcome, End, Outcome, ProgramError, Run
from synerprise_model.prompt import Candidate, Prompt

DOUBLE, SQUARE = "def f(n):\n    return n * 2\n", "def f(n):\n    return n * n\n"
CONSTANT = "def f(n):\n    return 6\n"


class TrustingJail:
    """Runs these few programs of our own, without any wall."""

    def __init__(self, end: End = End.FINISHED, error: ProgramError | None = None) -> None:
        self._end, self._error = end, error

    async def run_all(self, runs: Sequence[Run], budget_s: float) -> tuple[Outcome, ...]:
        return tuple(self._outcome(run) for run in runs)

    def _outcome(self, run: Run) -> Outcome:
        if self._end is not End.FINISHED:
            return Outcome(self._end, error=self._error)
        return Outcome(self._end, checks=tuple(check_of(run, check) for check in run.checks))


def check_of(run: Run, check: str) -> CheckOutcome:
    scope: dict[str, object] = {}
    exec(run.code, scope)
    try:
        exec(check, scope)
    except AssertionError:
        return CheckOutcome(check, CheckEnd.FAILED, got="7")
    except SyntaxError:
        return CheckOutcome(check, CheckEnd.UNCLEAR)
    return CheckOutcome(check, CheckEnd.PASSED, witnessed=True)


async def checked(
    *codes: str,
    text: str = "kichu ekta",
    examples: tuple[str, ...] = (),
    jail: TrustingJail | None = None,
) -> list[CheckedProgram]:
    candidates = [Candidate(code, -0.1 * place) for place, code in enumerate(codes)]
    checker = Checker(cast(Jail, jail or TrustingJail()))
    return list(await checker.check(Prompt(text, None, examples), candidates))


@pytest.mark.parametrize(
    "code",
    ["def f(:\n", "return 1\n", "x = (1\n", "a\x00b\n", "def f(a, a):\n    pass\n", "(" * 1000],
)
async def test_a_program_that_does_not_compile_is_left_out(code: str) -> None:
    assert [program.code for program in await checked(code, "x = 1\n")] == ["x = 1\n"]


async def test_a_probability_is_the_exponential_of_its_logarithm() -> None:
    (program,) = await checked("x = 1\n")
    assert program.probability == 1.0


async def test_without_a_jail_nothing_is_run() -> None:
    (program,) = await Checker().check(Prompt("x"), [Candidate("1 / 0\n", 0.0)])
    assert program.verdict is Verdict.PARSES


async def test_what_satisfies_the_users_example_comes_first_and_is_proved() -> None:
    first, second = await checked(SQUARE, DOUBLE, examples=("assert f(3) == 6",))
    assert (first.code, first.verdict) == (DOUBLE, Verdict.PROVED)
    assert (second.code, second.verdict) == (SQUARE, Verdict.FAILED)
    assert second.failure
    assert "assert f(3) == 6" in second.failure.detail


async def test_an_example_in_words_only_prefers() -> None:
    first, second = await checked(SQUARE, DOUBLE, text="dui gun koro, jemon 3 dile 6")
    assert (first.code, first.verdict) == (DOUBLE, Verdict.PROVED)
    assert (second.code, second.verdict) == (SQUARE, Verdict.RUNS)


async def test_one_that_only_repeats_the_expected_value_proves_nothing() -> None:
    first, second = await checked(CONSTANT, DOUBLE, examples=("assert f(3) == 6",))
    assert first.code == DOUBLE
    assert second.verdict is Verdict.RUNS


async def test_without_examples_the_order_is_the_models() -> None:
    programs = await checked(SQUARE, DOUBLE)
    assert [program.code for program in programs] == [SQUARE, DOUBLE]
    assert {program.verdict for program in programs} == {Verdict.RUNS}


async def test_an_example_that_is_no_assert_refutes_nobody() -> None:
    (program,) = await checked(DOUBLE, examples=("assert f(3) ==",))
    assert program.verdict is not Verdict.FAILED


async def test_a_program_that_does_not_end_has_failed() -> None:
    (program,) = await checked("while True:\n    pass\n", jail=TrustingJail(End.TIMED_OUT))
    assert program.verdict is Verdict.FAILED


@pytest.mark.parametrize("kind", ["EOFError", "ValueError"])
async def test_a_script_that_wants_other_input_has_not_failed(kind: str) -> None:
    error = ProgramError(kind, "", 1)
    (program,) = await checked("x = input()\n", jail=TrustingJail(End.RAISED, error))
    assert program.verdict is Verdict.PARSES


async def test_a_program_that_raises_says_what_and_where() -> None:
    error = ProgramError("ZeroDivisionError", "division by zero", 1)
    (program,) = await checked("1 / 0\n", jail=TrustingJail(End.RAISED, error))
    assert program.verdict is Verdict.FAILED
    assert program.failure
    assert program.failure.detail == "ZeroDivisionError: division by zero, line 1"
    assert program.failure.bangla == "1 নম্বর লাইনে: শূন্য দিয়ে ভাগ করা হয়েছে।"
    assert program.failure.english == "Line 1: it divides by zero."


class ForgetfulJail(TrustingJail):
    """Each program passes its checks once."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: set[str] = set()

    def _outcome(self, run: Run) -> Outcome:
        end = CheckEnd.FAILED if run.code in self._seen else CheckEnd.PASSED
        self._seen.add(run.code)
        checks = tuple(CheckOutcome(check, end, witnessed=True) for check in run.checks)
        return Outcome(End.FINISHED, checks=checks)


async def test_what_satisfies_the_example_only_once_is_not_proved() -> None:
    (program,) = await checked(DOUBLE, examples=("assert f(3) == 6",), jail=ForgetfulJail())
    assert program.verdict is Verdict.RUNS


async def test_lines_that_use_variables_in_sight_are_not_run() -> None:
    prompt = Prompt("prices er jogfol", names=("prices",))
    checker = Checker(cast(Jail, TrustingJail(End.RAISED)))
    (program,) = await checker.check(prompt, [Candidate("total = sum(prices)\n", 0.0)])
    assert program.verdict is Verdict.PARSES


class SlowJail(TrustingJail):
    """Counts the prompts whose programs it runs at the same time."""

    most = 0
    _now = 0

    async def run_all(self, runs: Sequence[Run], budget_s: float) -> tuple[Outcome, ...]:
        self._now += 1
        self.most = max(self.most, self._now)
        await asyncio.sleep(0)
        self._now -= 1
        return await super().run_all(runs, budget_s)


async def test_prompts_take_turns_so_that_each_has_the_whole_budget() -> None:
    jail = SlowJail()
    checker = Checker(cast(Jail, jail))
    prompts = [checker.check(Prompt("x"), [Candidate("x = 1\n", 0.0)]) for _ in range(5)]
    assert [len(programs) for programs in await asyncio.gather(*prompts)] == [1] * 5
    assert jail.most == 1
