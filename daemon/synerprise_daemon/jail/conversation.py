"""One run in one worker: hand over the program, hear how it ended, ask what its checks ask."""

import asyncio
import os
import secrets
import signal
from dataclasses import dataclass, replace
from time import monotonic
from typing import Any

from synerprise_daemon.jail.errors import CheckUnclear, Forged, WorkerGone
from synerprise_daemon.jail.judge import holds, shown
from synerprise_daemon.jail.limits import Limits
from synerprise_daemon.jail.outcome import CheckEnd, CheckOutcome, End, Outcome, ProgramError, Run
from synerprise_daemon.jail.printed import Printed
from synerprise_daemon.jail.question import Expectation, Question, questions_of
from synerprise_daemon.jail.reply import RAN, Reply, read_reply
from synerprise_daemon.jail.worker import Worker

LOOKS_AT_CPU_S = 0.02  # how exactly the limit of processor time is kept, at least
CORES = os.cpu_count() or 1  # threads of C code may use all of them, and be there so much sooner
DYING_S = 0.3  # between closing its line and being gone, when a worker ends by itself
BEGINNINGS = {"MemoryError": End.OUT_OF_MEMORY}


@dataclass(slots=True)
class _Findings:
    """What is known so far; it must outlast a conversation that is broken off."""

    stdout: str | None = None
    error: ProgramError | None = None
    cpu_spent: bool = False


class Conversation:
    """Leads one run to its end; the worker is used up then."""

    def __init__(self, worker: Worker, run: Run, limits: Limits) -> None:
        self._worker, self._run, self._limits = worker, run, limits
        self._found = _Findings()
        self._checks = [CheckOutcome(check, CheckEnd.UNREACHED) for check in run.checks]
        self._printed = Printed(worker.pipe, limits.printed, worker.kill)

    async def outcome(self) -> Outcome:
        """Run it, within the limits, whatever it does."""
        started = monotonic()
        clock = asyncio.create_task(self._watch_cpu())
        try:
            end, reason = await self._ending()
            self._worker.kill()
            return Outcome(
                end=end,
                stdout=self._printed.text() if self._found.stdout is None else self._found.stdout,
                error=self._found.error,
                checks=tuple(self._checks),
                elapsed_ms=round((monotonic() - started) * 1000, 1),
                reason=reason,
            )
        finally:
            clock.cancel()
            self._printed.close()
            self._worker.close()

    async def _ending(self) -> tuple[End, str]:
        try:
            async with asyncio.timeout(self._limits.wall_s):
                return await self._talk(), ""
        except TimeoutError:
            return End.TIMED_OUT, "wall clock"
        except Forged as error:
            return End.KILLED, str(error)
        except WorkerGone:
            return await self._why_gone()

    async def _talk(self) -> End:
        await self._worker.tell({"code": self._run.code, "input": self._run.input})
        ran = read_reply(await self._worker.hear(self._limits.message), RAN)
        self._found.stdout, self._found.error = self._printed.text(), ran.error
        if self._printed.too_much:
            return End.TOO_MUCH_OUTPUT
        if ran.error:
            return BEGINNINGS.get(ran.error.kind, End.RAISED)
        for place, check in enumerate(self._run.checks):
            self._checks[place] = await self._checked(check)
        return End.FINISHED

    async def _checked(self, check: str) -> CheckOutcome:
        """Ask the questions of a check until one answer is not what is expected."""
        try:
            questions = questions_of(check)
        except CheckUnclear as error:
            unclear = ProgramError("CheckUnclear", str(error), None)
            return CheckOutcome(check, CheckEnd.UNCLEAR, error=unclear)
        found = CheckOutcome(check, CheckEnd.PASSED, witnessed=True)
        for question in questions:
            reply = await self._ask(question.way, question.source)
            found = await self._judged(found, question, reply)
            if found.end is not CheckEnd.PASSED:
                break
        return found

    async def _judged(self, found: CheckOutcome, question: Question, reply: Reply) -> CheckOutcome:
        witnessed = found.witnessed and not question.judged_inside
        if reply.error:
            failed = question.judged_inside and reply.error.kind == "AssertionError"
            end = CheckEnd.FAILED if failed else CheckEnd.RAISED
            return replace(found, end=end, witnessed=witnessed, error=reply.error)
        if question.expectation is None:
            return replace(found, witnessed=witnessed)
        if reply.object_of:
            passed, witnessed = await self._claimed(question.expectation), False
        else:
            passed = holds(reply.value, question.expectation)
        end = CheckEnd.PASSED if passed else CheckEnd.FAILED
        got = f"<{reply.object_of}>" if reply.object_of else shown(reply.value)
        return replace(found, end=end, witnessed=witnessed, got=got)

    async def _claimed(self, expectation: Expectation) -> bool:
        """Let the worker compare a value that cannot leave it."""
        reply = await self._ask("about", expectation.about())
        return reply.value is True

    async def _ask(self, way: str, source: str) -> Reply:
        nonce = secrets.token_hex(8)
        question: dict[str, Any] = {"way": way, "source": source, "nonce": nonce}
        await self._worker.tell(question)
        return read_reply(await self._worker.hear(self._limits.message), {"nonce": nonce})

    async def _watch_cpu(self) -> None:
        """Kill a worker that has used up its time; the kernel's own limit knows whole seconds."""
        self._worker.start_clock()
        while (left := self._limits.cpu_s - self._worker.cpu_s) > 0:  # noqa: ASYNC110  a clock tells nobody
            await asyncio.sleep(max(left / CORES, LOOKS_AT_CPU_S))
        self._found.cpu_spent = True
        self._worker.kill()

    async def _why_gone(self) -> tuple[End, str]:
        if self._printed.too_much:
            return End.TOO_MUCH_OUTPUT, ""
        if self._found.cpu_spent:
            return End.TIMED_OUT, "processor time"
        status = await self._worker.ended(DYING_S)
        if status is None:
            return End.KILLED, "it closed its line"
        if status == -signal.SIGXCPU:
            return End.TIMED_OUT, "processor time"
        if status in (-signal.SIGKILL, -signal.SIGSYS):
            return End.KILLED, f"signal {-status}"
        return End.CRASHED, f"status {status}"
