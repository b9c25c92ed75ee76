"""An open door with a service that knows a few prompts, and editors that come through it."""

import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import cast

import pytest

from synerprise_daemon.doors import House
from synerprise_daemon.life import socket_path
from synerprise_daemon.presence import Presence
from synerprise_daemon.service import GenerationService
from synerprise_daemon.settings import Settings
from synerprise_lsp.door import open_door
from tests.lsp.editor import Editor
from tests.lsp.knowing_service import KnowingService

Connect = Callable[[], Awaitable[Editor]]


@pytest.fixture
def settings() -> Iterator[Settings]:
    """A short path: that of a socket has 104 bytes at most on some systems."""
    with tempfile.TemporaryDirectory(prefix="synerprise-") as folder:
        yield Settings(sockets=Path(folder), log_file=Path(folder) / "daemon.log")


@pytest.fixture
def service() -> KnowingService:
    return KnowingService()


@pytest.fixture
def house(service: KnowingService, settings: Settings) -> House:
    return House(cast(GenerationService, service), settings, Presence())


@pytest.fixture
async def connect(house: House) -> AsyncIterator[Connect]:
    """The door is open; each call is one more editor."""
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(open_door(house))

        async def one_more() -> Editor:
            editor = await Editor.connect(socket_path(house.settings, "lsp"))
            stack.callback(editor.vanish)
            return editor

        yield one_more


@pytest.fixture
async def editor(connect: Connect) -> Editor:
    return await connect()
