"""Open the door for editors: a socket of the user's own, and a server for each connection."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from synerprise_daemon.doors import House
from synerprise_daemon.life import socket_path
from synerprise_daemon.sockets import listening
from synerprise_lsp.detector import read_lexicon
from synerprise_lsp.protocol import shared_converter
from synerprise_lsp.server import server_for

_protocol_log = logging.getLogger("pygls")
_protocol_log.addHandler(logging.NullHandler())
_protocol_log.propagate = False  # it would quote messages, and with them the user's text


@asynccontextmanager
async def open_door(house: House) -> AsyncIterator[None]:
    """Listen while the daemon lives; at its end the socket goes first, then the connections."""
    shared_converter()  # the first editor would wait for this
    read_lexicon()  # and for this
    visits = Visits(house)
    try:
        async with listening(socket_path(house.settings, "lsp"), visits.visit):
            yield
    finally:
        await visits.end()


class Visits:
    """The editors that are connected."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._inside: set[asyncio.Task[None]] = set()

    async def visit(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection in a task of its own, so that it can be ended."""
        task = asyncio.create_task(self._serve(reader, writer))
        self._inside.add(task)
        task.add_done_callback(self._inside.discard)
        await asyncio.wait([task])

    async def end(self) -> None:
        for task in self._inside:
            task.cancel()
        if self._inside:
            await asyncio.wait(self._inside)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            with self._house.presence.visitor():
                await server_for(self._house.service).serve(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError, ValueError):
            return  # it left in the middle of a message, or does not speak the protocol
        finally:
            writer.close()
