"""The jail: finds the strongest level that this machine can build, and runs programs in it.

::

    jail = Jail()
    await jail.start()
    outcome = await jail.run(Run(code, checks=("assert f(2) == 4",)))
    await jail.close()
"""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from math import inf
from time import monotonic

from synerprise_daemon.jail.conversation import Conversation
from synerprise_daemon.jail.errors import NoWorker, TooLong
from synerprise_daemon.jail.ground import ground_of
from synerprise_daemon.jail.level import Level
from synerprise_daemon.jail.limits import Limits
from synerprise_daemon.jail.outcome import CheckEnd, CheckOutcome, End, Outcome, Run
from synerprise_daemon.jail.pool import Pool
from synerprise_daemon.jail.proof import proof_of
from synerprise_daemon.jail.wasi.artefact import Artefact

AT_ONCE = 2  # programs; a laptop shall stay usable while they run
WAITING = 10  # workers in the pool, at most
TRIES = 2  # to get a worker, as the fork-server may have ended since the last
JSON_LETTER = 6  # bytes that JSON takes for one, at most, but for the rarest
OUT_OF_TIME = "the time for all runs is over"


class Jail:
    """Runs programs that nobody has read; where no jail can be built, it runs nothing."""

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        levels: Sequence[Level] = tuple(Level),
        artefact: Artefact | None = None,
        waiting: int = WAITING,
        at_once: int = AT_ONCE,
    ) -> None:
        self.level = Level.NONE
        self.reasons: dict[Level, str] = {}
        """Why each stronger level is not used."""
        self.limits = limits or Limits()
        self._levels, self._artefact, self._waiting = levels, artefact, waiting
        self._places = asyncio.Semaphore(at_once)
        self._open_runs = 0
        self._pool: Pool | None = None

    async def start(self) -> None:
        """Try the levels from the strongest on, and take the first that stands."""
        for level in Level:
            if level is Level.NONE:
                return
            why_not = await self._try(level)
            if not why_not:
                self.level = level
                return
            self.reasons[level] = why_not

    async def close(self) -> None:
        """End all workers; a program that still runs is killed."""
        self.level = Level.NONE
        if self._pool:
            pool, self._pool = self._pool, None
            await pool.close()
        await asyncio.sleep(0)

    async def run(self, run: Run) -> Outcome:
        """Run one program; raises `TooLong` for one that no worker would be sent."""
        (outcome,) = await self.run_all([run], budget_s=inf)
        return outcome

    async def run_all(self, runs: Sequence[Run], budget_s: float) -> tuple[Outcome, ...]:
        """Run several, begun in their order, a few at a time.

        The budget, in seconds, ends what still runs then; the rest is not run. Raises `TooLong`.
        """
        for run in runs:
            self._refuse(run)
        until = monotonic() + budget_s
        return tuple(await asyncio.gather(*(self._in_turn(run, until) for run in runs)))

    async def _in_turn(self, run: Run, until: float) -> Outcome:
        self._open_runs += 1
        try:
            async with self._places:
                if until <= monotonic():
                    return _not_run(run, End.NOT_RUN, OUT_OF_TIME)
                if self._pool:
                    return await self._in_worker(self._pool, run, until)
                why = (f"{level}: {reason}" for level, reason in self.reasons.items())
                return _not_run(run, End.UNAVAILABLE, "; ".join(why) or "the jail is not open")
        finally:
            self._open_runs -= 1
            if self._pool:
                self._pool.refill(self._open_runs or None)

    async def _in_worker(self, pool: Pool, run: Run, until: float) -> Outcome:
        why = ""
        for _ in range(TRIES):
            try:
                async with asyncio.timeout(_left(until)):
                    worker = await pool.take()
            except TimeoutError:
                return _not_run(run, End.NOT_RUN, OUT_OF_TIME)
            except NoWorker as error:
                why = str(error)
                continue
            wall_s = min(self.limits.wall_s, max(until - monotonic(), 0))
            limits = replace(self.limits, wall_s=wall_s)
            return pool.ground.told(await Conversation(worker, run, limits).outcome())
        return _not_run(run, End.UNAVAILABLE, why)

    async def _try(self, level: Level) -> str:
        """Build a level and prove it; tell why it cannot be used, or nothing."""
        if level not in self._levels:
            return "not allowed by the settings"
        ground = ground_of(level, self._artefact)
        if missing := await ground.missing():
            return missing
        pool = Pool(ground, self.limits, self._waiting)
        proof = await self._in_worker(pool, proof_of(level), until=inf)
        if proof.proved:
            await pool.filled()
            self._pool = pool  # only now, so that nothing is ever run where nothing is proved
            return ""
        await pool.close()
        found = [f"{check.check} gave {check.got}" for check in proof.checks if check.got]
        return "; ".join([proof.end, proof.reason, *found])

    def _refuse(self, run: Run) -> None:
        longest = self.limits.message // (2 * JSON_LETTER)
        texts = [run.code + run.input, *run.checks]
        if any(len(text) > longest for text in texts):
            raise TooLong(f"{longest} letters are the most")


def _left(until: float) -> float | None:
    """Seconds for `asyncio.timeout`, which has None for no end."""
    return None if until == inf else until - monotonic()


def _not_run(run: Run, end: End, reason: str) -> Outcome:
    checks = tuple(CheckOutcome(check, CheckEnd.UNREACHED) for check in run.checks)
    return Outcome(end, checks=checks, reason=reason)
