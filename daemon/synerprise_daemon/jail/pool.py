"""The pool: a few workers that are jailed and wait, so that a program starts at once."""

import asyncio

from synerprise_daemon.jail.errors import NoWorker
from synerprise_daemon.jail.ground import Ground, Link
from synerprise_daemon.jail.limits import Limits
from synerprise_daemon.jail.worker import Worker

CLOSED = "the jail is closed"


class Pool:
    """Workers of one level. Each is given out once; a fork-server that has ended is replaced."""

    def __init__(self, ground: Ground, limits: Limits, waiting: int) -> None:
        self.ground = ground
        self._limits, self._waiting = limits, min(waiting, ground.most_waiting)
        self._ready: asyncio.Queue[Worker | NoWorker] = asyncio.Queue()
        self._takers = self._coming = 0
        self._orders: set[asyncio.Task[None]] = set()
        self._link: Link | None = None
        self._closed = False

    async def take(self) -> Worker:
        """The next worker that is ready; raises `NoWorker`."""
        while True:
            if self._closed:
                raise NoWorker(CLOSED)
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

    async def close(self) -> None:
        """End all workers, also those that are given out; who still waits for one gets none."""
        self._closed = True
        for order in self._orders:
            order.cancel()
        await asyncio.gather(*self._orders, return_exceptions=True)
        while not self._ready.empty():
            found = self._ready.get_nowait()
            if isinstance(found, Worker):
                found.close()
        for _ in range(self._takers):
            self._ready.put_nowait(NoWorker(CLOSED))
        if self._link:
            link, self._link = self._link, None
            await link.close()

    def _order(self) -> None:
        self._coming += 1
        order = asyncio.create_task(self._fetch())
        self._orders.add(order)
        order.add_done_callback(self._orders.discard)

    async def _fetch(self) -> None:
        try:
            self._ready.put_nowait(await (await self._live_link()).worker())
        except NoWorker as error:
            if self._takers:  # else whoever comes next tries anew
                self._ready.put_nowait(error)
        finally:
            self._coming -= 1

    async def _live_link(self) -> Link:
        if self._link and self._link.gone:
            link, self._link = self._link, None
            await link.close()
        if self._link is None:
            self._link = self.ground.link(self._limits)
        return self._link
