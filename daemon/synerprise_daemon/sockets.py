"""Listen on the user's own sockets: mode 0600, in the folder of their own."""

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

LONGEST_LINE = 1 << 20  # bytes; a prompt of 4,000 letters is far below
Visit = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def listening(path: Path, visit: Visit) -> AsyncIterator[None]:
    """Listen on a socket of mode 0600; what a dead daemon left in its place is removed.

    Only the holder of the daemon's lock may call this, so that no living socket is removed. On
    leaving, no new visit is let in and the socket is gone; visits that go on are the visitors'.
    """
    path.unlink(missing_ok=True)  # noqa: ASYNC240  a name in memory, not a slow disk
    before = os.umask(0o177)
    try:
        server = await asyncio.start_unix_server(visit, path, limit=LONGEST_LINE)
    finally:
        os.umask(before)
    try:
        yield
    finally:
        server.close()
        path.unlink(missing_ok=True)  # noqa: ASYNC240  the same
