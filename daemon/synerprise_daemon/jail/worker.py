"""A worker, as the daemon holds it: a line to speak on, what it prints, and the means to end it."""

import asyncio
import json
import os
import time
from typing import Any, Protocol

from synerprise_daemon.jail.errors import WorkerGone
from synerprise_daemon.jail.line import Line

LONGEST_NEWS = 4096


class Leash(Protocol):
    """A hold on one process, and on no other that is given its number later."""

    def kill(self) -> None:
        """End it, if it still runs."""
        ...

    def close(self) -> None: ...


class Worker:
    """One jailed process that waits for one program."""

    def __init__(self, pid: int, line: Line, pipe: int, leash: Leash) -> None:
        self.pid, self.pipe = pid, pipe
        self.status: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        """How it ended: what it returned, or minus the signal."""
        self._line, self._leash = line, leash
        self._started_cpu_s = 0.0
        self._closed = False

    async def until_ready(self) -> None:
        """Wait until all its walls stand; raises `WorkerGone` when one could not be built."""
        said = json.loads(await self.hear(LONGEST_NEWS))
        if "ready" not in said:
            raise WorkerGone(str(said.get("failed")))

    async def tell(self, words: dict[str, Any]) -> None:
        """Send it a message; raises `WorkerGone`."""
        await self._line.tell(json.dumps(words).encode())

    async def hear(self, most: int) -> bytes:
        """The next message of at most so many bytes; raises `WorkerGone`."""
        return await self._line.hear(most)

    def start_clock(self) -> None:
        self._started_cpu_s = self._clock()

    @property
    def cpu_s(self) -> float:
        """The processor's time that all its threads took since the clock was started."""
        return self._clock() - self._started_cpu_s

    def kill(self) -> None:
        """End it and, as it is the first in its namespace or has no children, all of it."""
        if not self._closed:
            self._leash.kill()

    async def ended(self, patience_s: float) -> int | None:
        """How it ended; None if it still runs after that time."""
        try:
            async with asyncio.timeout(patience_s):
                return await asyncio.shield(self.status)
        except TimeoutError:
            return None

    def close(self) -> None:
        """Kill it and let go of it, once."""
        if not self._closed:
            self.kill()
            self._closed = True
            self._line.close()
            self._leash.close()
            os.close(self.pipe)

    def _clock(self) -> float:
        clock = (~self.pid << 3) | 2  # as the kernel and glibc name the clock of a process
        try:
            return time.clock_gettime(clock)
        except OSError:  # it has ended, or the kernel is another and counts whole seconds only
            return self._started_cpu_s
