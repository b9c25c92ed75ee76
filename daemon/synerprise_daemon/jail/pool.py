"""The pool: a few workers that are jailed and wait, so that a program starts at once."""

import asyncio

from synerprise_daemon.jail.errors import NoWorker
from synerprise_daemon.jail.level import Level
from synerprise_daemon.jail.limits import Limits
from synerprise_daemon.jail.server_link import ServerLink
from synerprise_daemon.jail.worker import Worker


class Pool:
    """Workers of one level. Each is given out once; a fork-server that has ended is replaced."""

    def __init__(self, level: Level, limits: Limits, waiting: int) -> None:
        self._level, self._limits, self._waiting = level, limits, waiting
        self._ready: asyncio.Queue[Worker | NoWorker] = asyncio.Queue()
        self._takers = self._coming = 0
        self._orders: set[asyncio.Task[None]] = set()
        self._link: ServerLink | None = None

    async def take(self) -> Worker:
        """The next worker that is ready; raises `NoWorker`."""
        while True:
            self._takers += 1
            if self._coming + self._ready.qsize() < self._takers:
                self._order()
            try:
                found = await self._ready.get()
            finally:
                self._takers -= 1
            if isinstance(found, NoWorker):
                raise found
            if not found.status.done():
                return found
            found.close()

    def refill(self, most: int | None = None) -> None:
        """Order what is missing; fewer, when they would only take time from those that run."""
        wanted = self._waiting if most is None else min(most, self._waiting)
        while self._coming + self._ready.qsize() < wanted + self._takers:
            self._order()

    async def filled(self) -> None:
        """Wait until all are there that shall wait."""
        self.refill()
        await asyncio.gather(*self._orders)

    def close(self) -> None:
        """End all workers, also those that are given out; who still waits for one gets none."""
        for order in self._orders:
            order.cancel()
        while not self._ready.empty():
            found = self._ready.get_nowait()
            if isinstance(found, Worker):
                found.close()
        for _ in range(self._takers):
            self._ready.put_nowait(NoWorker("the jail is closed"))
        if self._link:
            self._link.close()
            self._link = None

    def _order(self) -> None:
        self._coming += 1
        order = asyncio.create_task(self._fetch())
        self._orders.add(order)
        order.add_done_callback(self._orders.discard)

    async def _fetch(self) -> None:
        try:
            self._ready.put_nowait(await self._live_link().worker())
        except NoWorker as error:
            if self._takers:  # else whoever comes next tries anew
                self._ready.put_nowait(error)
        finally:
            self._coming -= 1

    def _live_link(self) -> ServerLink:
        if self._link and self._link.gone:
            self._link.close()
            self._link = None
        if self._link is None:
            self._link = ServerLink(self._level, self._limits)
        return self._link
