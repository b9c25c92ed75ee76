"""A program is run where it can do no harm, and what came of it is told."""

import asyncio
import os
import signal
import sys
from time import monotonic

import pytest

from synerprise_daemon.jail.errors import TooLong
from synerprise_daemon.jail.jail import Jail
from synerprise_daemon.jail.level import Level, levels_from
from synerprise_daemon.jail.limits import Limits
from synerprise_daemon.jail.outcome import CheckEnd, End, ProgramError, Run
from synerprise_daemon.jail.server_link import ServerLink

DOUBLE = "def double(x):\n    return x * 2\n"


async def test_a_program_that_satisfies_its_checks_is_proved(jail: Jail) -> None:
    outcome = await jail.run(Run(DOUBLE, ("assert double(2) == 4", "double('না') == 'নানা'")))
    assert outcome.end is End.FINISHED
    assert outcome.proved
    assert [check.got for check in outcome.checks] == ["4", "'নানা'"]


async def test_a_check_that_fails_tells_what_came_instead(jail: Jail) -> None:
    (check,) = (await jail.run(Run(DOUBLE, ("assert double(2) == 5",)))).checks
    assert (check.end, check.got) == (CheckEnd.FAILED, "4")


async def test_a_check_that_raises_tells_the_line_of_the_program(jail: Jail) -> None:
    (check,) = (await jail.run(Run(DOUBLE, ("assert double(None) == 5",)))).checks
    assert check.end is CheckEnd.RAISED
    assert check.error
    assert (check.error.kind, check.error.line) == ("TypeError", 2)


async def test_a_check_that_is_none_is_said_to_be_unclear(jail: Jail) -> None:
    outcome = await jail.run(Run(DOUBLE, ("double(2) gives 4", "x = 5")))
    assert [check.end for check in outcome.checks] == [CheckEnd.UNCLEAR, CheckEnd.UNCLEAR]
    assert not outcome.proved


async def test_a_check_of_several_lines_is_followed_to_its_end(jail: Jail) -> None:
    code = "class Stack(list):\n    def push(self, item):\n        self.append(item)\n"
    check = "s = Stack()\ns.push(1)\ns.push(2)\nassert s.pop() == 2 and len(s) == 1"
    assert (await jail.run(Run(code, (check,)))).proved


async def test_a_comparison_by_the_program_itself_is_no_proof(jail: Jail) -> None:
    code = "class Point:\n    def __eq__(self, other):\n        return True\n"
    outcome = await jail.run(Run(code, ("assert Point() == Point()",)))
    assert outcome.satisfied
    assert not outcome.proved


async def test_what_a_check_prints_can_be_asked_for_and_is_not_the_programs(jail: Jail) -> None:
    check = "(say(), __import__('sys').stdout.getvalue())[1] == 'hi\\n'"
    outcome = await jail.run(Run("def say():\n    print('hi')\nprint('first')", (check,)))
    assert outcome.proved
    assert outcome.stdout == "first\n"


async def test_an_error_is_told_with_its_line(jail: Jail) -> None:
    outcome = await jail.run(Run("print('before')\nnumbers = []\nprint(numbers[3])"))
    assert outcome.end is End.RAISED
    assert outcome.stdout == "before\n"
    assert outcome.error == ProgramError("IndexError", "list index out of range", 3)


async def test_an_error_of_syntax_is_told_with_its_line(jail: Jail) -> None:
    outcome = await jail.run(Run("x = 1\nif x\n    pass"))
    assert outcome.error
    assert (outcome.error.kind, outcome.error.line) == ("SyntaxError", 2)


async def test_what_is_typed_is_read(jail: Jail) -> None:
    outcome = await jail.run(Run("name = input('নাম? ')\nprint('সালাম', name)", input="রহিম\n"))
    assert outcome.stdout == "নাম? সালাম রহিম\n"


async def test_input_that_is_missing_is_an_error_and_not_a_pause(jail: Jail) -> None:
    outcome = await jail.run(Run("input()"))
    assert outcome.error
    assert outcome.error.kind == "EOFError"


async def test_leaving_early_is_no_error(jail: Jail) -> None:
    outcome = await jail.run(Run("import sys\nprint(1)\nsys.exit()"))
    assert (outcome.end, outcome.stdout) == (End.FINISHED, "1\n")


async def test_leaving_within_a_check_is_no_answer(jail: Jail) -> None:
    code = "def f():\n    raise SystemExit(0)"
    (check,) = (await jail.run(Run(code, ("assert f() is None",)))).checks
    assert check.end is CheckEnd.RAISED


async def test_an_endless_loop_is_stopped_with_what_it_printed(jail: Jail) -> None:
    started = monotonic()
    outcome = await jail.run(Run("print('here', flush=True)\nwhile True:\n    pass"))
    assert (outcome.end, outcome.stdout) == (End.TIMED_OUT, "here\n")
    assert monotonic() - started < 3


async def test_too_much_output_is_cut(jail: Jail) -> None:
    outcome = await jail.run(Run("while True:\n    print('x' * 99)"))
    assert outcome.end is End.TOO_MUCH_OUTPUT
    assert len(outcome.stdout) == jail.limits.printed


async def test_too_much_memory_is_said(jail: Jail) -> None:
    assert (await jail.run(Run("x = [0] * 10 ** 9"))).end is End.OUT_OF_MEMORY


async def test_a_program_that_ends_its_interpreter_has_crashed(jail: Jail) -> None:
    assert (await jail.run(Run("import os\nos._exit(3)"))).end is End.CRASHED


async def test_files_are_private_and_gone_with_the_next_program(full_jail: Jail) -> None:
    written = await full_jail.run(Run("open('a', 'w').write('x')", ("open('a').read() == 'x'",)))
    assert written.proved
    after = await full_jail.run(Run("import os\nprint(os.listdir('.'))"))
    assert after.stdout == "[]\n"


async def test_several_are_run_in_their_order_as_far_as_the_time_goes(jail: Jail) -> None:
    loop = Run("while True:\n    pass")
    outcomes = await jail.run_all([Run("print(1)"), loop, loop, Run("print(2)")], budget_s=0.4)
    ends = [outcome.end for outcome in outcomes]
    assert ends[0] is End.FINISHED
    assert set(ends[1:3]) <= {End.TIMED_OUT, End.NOT_RUN}
    assert ends[3] is End.NOT_RUN


async def test_a_run_that_is_not_awaited_any_more_leaves_no_trace(jail: Jail) -> None:
    waiting = asyncio.create_task(jail.run(Run("while True:\n    pass")))
    await asyncio.sleep(0.1)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    assert (await jail.run(Run("print(1)"))).end is End.FINISHED


async def test_a_fork_server_that_was_ended_is_replaced(jail: Jail) -> None:
    assert jail._pool
    link = jail._pool._link
    if not isinstance(link, ServerLink):
        pytest.skip("here each worker is started by itself")
    os.kill(link._process.pid, signal.SIGKILL)
    await asyncio.sleep(0.1)
    assert (await jail.run(Run("print(1)"))).stdout == "1\n"


async def test_a_program_that_nobody_would_read_is_refused(jail: Jail) -> None:
    with pytest.raises(TooLong):
        await jail.run(Run("x = 1\n" * 10_000))


async def test_where_there_is_no_jail_nothing_is_run() -> None:
    jail = Jail(levels=[])
    await jail.start()
    outcome = await jail.run(Run("print(1)", ("True",)))
    assert jail.level is Level.NONE
    assert (outcome.end, outcome.stdout) == (End.UNAVAILABLE, "")
    assert outcome.checks[0].end is CheckEnd.UNREACHED
    assert "not allowed" in outcome.reason


async def test_closing_ends_what_runs_and_what_waits(jail: Jail) -> None:
    loops = [Run("while True:\n    pass")] * 5
    waiting = asyncio.create_task(jail.run_all(loops, budget_s=60))
    await asyncio.sleep(0.1)
    await jail.close()
    async with asyncio.timeout(2):
        outcomes = await waiting
    assert {outcome.end for outcome in outcomes} <= {End.KILLED, End.UNAVAILABLE}


async def test_a_python_that_cannot_be_started_is_no_jail(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    jail = Jail()
    await jail.start()
    assert jail.level is Level.NONE
    assert "cannot be started" in jail.reasons[Level.FULL]


async def test_a_weakest_level_can_be_asked_for() -> None:
    assert levels_from(Level.NO_NAMESPACES) == (Level.FULL, Level.NO_NAMESPACES)
    jail = Jail(levels=levels_from(Level.FULL))
    await jail.start()
    try:
        assert jail.level in (Level.FULL, Level.NONE)
    finally:
        await jail.close()


async def test_nothing_is_run_before_the_walls_are_proved() -> None:
    jail = Jail(waiting=1)
    starting = asyncio.create_task(jail.start())
    while not starting.done():
        outcome = await jail.run(Run("print(1)"))
        assert (outcome.end is End.UNAVAILABLE) is (jail.level is Level.NONE)
        await asyncio.sleep(0.01)
    await jail.close()


async def test_a_jail_that_is_closed_runs_nothing(full_jail: Jail) -> None:
    await full_jail.close()
    assert (await full_jail.run(Run("print(1)"))).end is End.UNAVAILABLE


async def test_a_wall_that_does_not_stand_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "synerprise_daemon.jail.proof.TRIES",
        "def stand_open():\n    return ['make_a_socket']\ndef use_the_folder():\n    return 4",
    )
    jail = Jail(Limits(), levels=[Level.FULL])
    await jail.start()
    assert jail.level is Level.NONE
    assert jail.reasons[Level.FULL]
