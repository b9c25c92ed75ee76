"""Know who is inside, so that the daemon can end when nobody has been for a while."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic


class Presence:
    """Counts visitors: connections of editors, requests, prompts of a terminal."""

    def __init__(self, tick: Callable[[], float] = monotonic) -> None:
        self._tick = tick
        self._inside = 0
        self._left_at = tick()

    @contextmanager
    def visitor(self) -> Iterator[None]:
        self._inside += 1
        try:
            yield
        finally:
            self._inside -= 1
            self._left_at = self._tick()

    @property
    def inside(self) -> int:
        return self._inside

    def idle_s(self) -> float:
        """Seconds since the last visitor left; 0 while one is inside."""
        return 0.0 if self._inside else self._tick() - self._left_at

    async def abandoned(self, after_s: float) -> None:
        """Return when nobody was inside for so many seconds."""
        while (idle := self.idle_s()) < after_s:  # noqa: ASYNC110  a clock has no event
            await asyncio.sleep(max(0.01, min(after_s - idle, after_s / 4)))
