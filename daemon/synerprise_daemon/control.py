"""The control door: a line of JSON asks, a line of JSON answers, in the order of the asking."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from synerprise_daemon.doors import House
from synerprise_daemon.errors import RequestWrong, SynerpriseError
from synerprise_daemon.life import identity, socket_path
from synerprise_daemon.sockets import listening
from synerprise_model.prompt import Prompt

IN_FLIGHT = 32  # lines of one connection that are worked on at a time


class Control:
    """Answers prompts of the terminal, and tells how the daemon is."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def visit(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer every line of a connection; a client that leaves takes its questions along."""
        answers: asyncio.Queue[asyncio.Task[dict[str, Any]] | None] = asyncio.Queue(IN_FLIGHT)
        writing = asyncio.create_task(self._write(answers, writer))
        try:
            while line := await reader.readline():
                await answers.put(asyncio.create_task(self._answer(line)))
            await answers.put(None)
            await writing
        except (ConnectionError, ValueError, asyncio.CancelledError):
            writing.cancel()
        finally:
            writer.close()

    async def _write(
        self,
        answers: "asyncio.Queue[asyncio.Task[dict[str, Any]] | None]",
        writer: asyncio.StreamWriter,
    ) -> None:
        try:
            while task := await answers.get():
                line = json.dumps(await task, ensure_ascii=False)
                writer.write(line.encode("utf-8", "backslashreplace") + b"\n")
                await writer.drain()
        finally:
            while not answers.empty():
                if task := answers.get_nowait():
                    task.cancel()

    async def _answer(self, line: bytes) -> dict[str, Any]:
        try:
            return await self._do(json.loads(line))
        except SynerpriseError as error:
            return {"error": error.as_json()}
        except (ValueError, TypeError, KeyError) as error:
            return {"error": RequestWrong(str(error)).as_json()}

    async def _do(self, asked: dict[str, Any]) -> dict[str, Any]:
        match asked["do"]:
            case "answer":
                fields = asked["prompt"]
                prompt = Prompt(
                    fields["text"], fields.get("signature"), tuple(fields.get("examples", ()))
                )
                with self._house.presence.visitor():
                    answer = await self._house.service.answer(prompt, asked.get("count"))
                return {"answer": answer.as_json()}
            case "status":
                presence = self._house.presence
                return {
                    "model": self._house.service.state,
                    "jail": self._house.service.jail_level,
                    "visitors": presence.inside,
                    "identity": identity(),
                }
            case other:
                raise RequestWrong(f"{other!r}?")


@asynccontextmanager
async def open_control(house: House) -> AsyncIterator[None]:
    """Listen on the control socket; the daemon is ended by a signal, see `life.end`."""
    control = Control(house)
    async with listening(socket_path(house.settings, "control"), control.visit):
        yield
