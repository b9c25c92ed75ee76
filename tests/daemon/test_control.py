"""The terminal's door: a line asks, a line answers, in order."""

import asyncio
import json
import tempfile
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from synerprise_daemon.control import open_control
from synerprise_daemon.doors import House
from synerprise_daemon.life import private_folder, socket_path
from synerprise_daemon.presence import Presence
from synerprise_daemon.service import GenerationService
from tests.daemon.echo_translator import EchoTranslator, settings_in


class Terminal:
    """One connection to the control socket."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self.writer = reader, writer

    def say(self, asked: object) -> None:
        line = asked if isinstance(asked, bytes) else json.dumps(asked).encode()
        self.writer.write(line + b"\n")

    async def hear(self) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(await asyncio.wait_for(self._reader.readline(), 10))
        return told

    async def ask(self, asked: object) -> dict[str, Any]:
        self.say(asked)
        return await self.hear()


def wish(text: str) -> dict[str, Any]:
    return {"do": "answer", "prompt": {"text": text}, "count": 1}


@pytest.fixture
def translator() -> EchoTranslator:
    return EchoTranslator()


@pytest.fixture
def house(translator: EchoTranslator) -> House:
    folder = Path(tempfile.mkdtemp(prefix="syn"))  # a socket's path is short
    settings = settings_in(folder)
    return House(GenerationService(lambda: translator, settings), settings, Presence())


@pytest.fixture
async def terminal(house: House) -> AsyncIterator[Terminal]:
    private_folder(house.settings.sockets)
    async with open_control(house):
        path = socket_path(house.settings, "control")
        terminal = Terminal(*await asyncio.open_unix_connection(path))
        yield terminal
        terminal.writer.close()
        with suppress(ConnectionError):
            await terminal.writer.wait_closed()


async def test_a_prompt_gets_its_answer(terminal: Terminal) -> None:
    told = await terminal.ask(wish("গড়"))
    (program,) = told["answer"]["programs"]
    assert "গড়" in program["code"]
    assert program["verdict"] == "PARSES"


async def test_lines_that_come_together_are_one_batch_and_answered_in_order(
    terminal: Terminal, translator: EchoTranslator
) -> None:
    for text in ("ek", "dui", "tin"):
        terminal.say(wish(text))
    told = [await terminal.hear() for _ in range(3)]
    said = [line["answer"]["programs"][0]["code"].split("'")[1] for line in told]
    assert said == ["ek", "dui", "tin"]
    assert translator.batches == [["ek", "dui", "tin"]]


@pytest.mark.parametrize(
    "line", [b"nonsense", b"[]", b"{}", b'{"do": "dance"}', b'{"do": "answer"}', b"\xff"]
)
async def test_a_line_that_cannot_be_read_gets_its_error_and_the_next_is_answered(
    line: bytes, terminal: Terminal
) -> None:
    assert (await terminal.ask(line))["error"]["code"] == "request_wrong"
    assert "answer" in await terminal.ask(wish("jogfol"))


async def test_an_error_of_the_service_is_told_in_both_languages(terminal: Terminal) -> None:
    error = (await terminal.ask(wish(" ")))["error"]
    assert error["code"] == "empty_prompt"
    assert error["bangla"]
    assert error["english"]


async def test_status_tells_of_the_model_and_the_jail(terminal: Terminal) -> None:
    told = await terminal.ask({"do": "status"})
    assert told["model"] in ("loading", "ready")
    assert told["jail"] == "none"


async def test_a_terminal_that_leaves_is_no_visitor_any_more(
    terminal: Terminal, house: House, translator: EchoTranslator
) -> None:
    translator.may_go_on.clear()
    terminal.say(wish("dhire"))
    while not house.presence.inside:  # noqa: ASYNC110  presence tells nobody
        await asyncio.sleep(0.01)
    terminal.writer.transport.abort()
    while house.presence.inside:  # noqa: ASYNC110  the same
        await asyncio.sleep(0.01)
    translator.may_go_on.set()
