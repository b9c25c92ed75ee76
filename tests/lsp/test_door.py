"""The door: who is inside, and what happens when somebody leaves."""

import asyncio
import gc
import os
import stat
import sys
import weakref
from contextlib import suppress

import pytest

from synerprise_daemon.doors import House
from synerprise_daemon.life import socket_path
from synerprise_lsp.door import open_door
from synerprise_lsp.server import Server
from tests.lsp.conftest import Connect
from tests.lsp.editor import Editor
from tests.lsp.knowing_service import SUM, KnowingService

WISH = "# duita songkhar jogfol ber koro\n"


async def until_empty(house: House) -> None:
    await asyncio.wait_for(house.presence.abandoned(after_s=0.001), 5)


async def test_one_editor_that_ends_does_not_end_the_others(connect: Connect, house: House) -> None:
    first, second = await connect(), await connect()
    await first.greet(("utf-8",))
    await second.greet(("utf-16",))
    assert house.presence.inside == 2
    await first.end()
    second.open(WISH)
    assert SUM.rstrip() in await second.choose((await second.actions(row=0))[0])
    assert house.presence.inside == 1


async def test_two_editors_have_two_documents_of_one_name(connect: Connect) -> None:
    first, second = await connect(), await connect()
    await first.greet()
    await second.greet()
    first.open(WISH)
    second.open("x = 1\n")
    assert await first.actions(row=0) != []
    assert await second.actions(row=0) == []


async def test_an_editor_that_vanishes_is_not_counted_and_gives_up(
    editor: Editor, house: House, service: KnowingService
) -> None:
    await editor.greet()
    editor.open(WISH)
    action, *_ = await editor.actions(row=0)
    service.may_go_on.clear()
    editor.begin("codeAction/resolve", action)
    await service.started.wait()
    editor.vanish()
    await until_empty(house)
    await asyncio.sleep(0)
    assert len(service.given_up) == 1


@pytest.mark.parametrize(
    "noise", [b"GET / HTTP/1.1\r\n\r\n", b"Content-Length: 100\r\n\r\n{", b"x" * (2 << 20)]
)
async def test_who_does_not_speak_the_protocol_harms_nobody(
    editor: Editor, house: House, noise: bytes
) -> None:
    answers, stranger = await asyncio.open_unix_connection(socket_path(house.settings, "lsp"))
    stranger.write(noise)
    stranger.write_eof()
    await editor.greet()
    with suppress(ConnectionResetError):  # it hung up without having read all
        assert await answers.read() == b""
    assert house.presence.inside == 1
    stranger.close()


async def test_the_socket_is_the_users_alone_and_gone_at_the_end(house: House) -> None:
    path = socket_path(house.settings, "lsp")
    async with open_door(house):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert not path.exists()


async def test_the_end_of_the_door_is_the_end_of_its_connections(house: House) -> None:
    async with open_door(house):
        editor = await Editor.connect(socket_path(house.settings, "lsp"))
        await editor.greet()
    await editor.gone()
    assert house.presence.inside == 0


async def test_a_closed_connection_is_not_kept_in_memory(connect: Connect, house: House) -> None:
    seen: weakref.WeakSet[Server] = weakref.WeakSet()
    for _ in range(3):
        editor = await connect()
        await editor.greet()
        editor.open(WISH)
        await editor.actions(row=0)
        seen.update(found for found in gc.get_objects() if isinstance(found, Server))
        await editor.end()
    await until_empty(house)
    await asyncio.sleep(0.05)
    gc.collect()
    assert len(seen) == 0


async def test_the_door_needs_no_model() -> None:
    asking = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        "import sys, synerprise_lsp.door\n"
        "print({'keras', 'tensorflow', 'numpy'} & set(sys.modules))",
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        stdout=asyncio.subprocess.PIPE,
    )
    told, _ = await asking.communicate()
    assert told.strip() == b"set()"
