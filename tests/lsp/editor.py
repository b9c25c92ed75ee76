"""An editor that speaks the protocol by hand: plain JSON over a socket, and its own columns."""

import asyncio
import json
from pathlib import Path
from typing import Any, Self

URI = "file:///lesson.py"
WIDTH = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
"""How Python calls an encoding, and the bytes of one unit."""

MODERN: dict[str, Any] = {
    "textDocument": {
        "codeAction": {
            "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["refactor"]}},
            "dataSupport": True,
            "resolveSupport": {"properties": ["edit"]},
        },
        "hover": {"contentFormat": ["markdown", "plaintext"]},
    },
    "workspace": {"applyEdit": True, "workspaceEdit": {"documentChanges": True}},
}
WITH_LENSES: dict[str, Any] = {
    "textDocument": {**MODERN["textDocument"], "codeLens": {}},
    "workspace": {**MODERN["workspace"], "codeLens": {"refreshSupport": True}},
}
WITH_HINTS: dict[str, Any] = {
    **MODERN,
    "textDocument": {**MODERN["textDocument"], "publishDiagnostics": {"versionSupport": True}},
}
EMACS_29: dict[str, Any] = {
    "textDocument": {
        "codeAction": {
            "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["refactor"]}},
        }
    },
    "workspace": {"applyEdit": True},
}


def at(row: int, column: int = 0, uri: str = URI) -> dict[str, Any]:
    """What a request about a place of the document tells; the column in the editor's units."""
    return {"textDocument": {"uri": uri}, "position": {"line": row, "character": column}}


class ErrorResponse(Exception):
    """The server answered with an error."""

    def __init__(self, error: dict[str, Any]) -> None:
        super().__init__(error["message"])
        self.code: int = error["code"]


class Editor:
    """One window with one document."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer
        self._answers: dict[int, asyncio.Future[Any]] = {}
        self._reading = asyncio.create_task(self._read())
        self.messages: asyncio.Queue[str] = asyncio.Queue()
        self.diagnostics: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.refreshes = 0
        self.applied: asyncio.Queue[str] = asyncio.Queue()
        self.encoding = "utf-16"
        self.uri, self.text, self.version = URI, "", 0

    @classmethod
    async def connect(cls, path: Path) -> Self:
        return cls(*await asyncio.open_unix_connection(path))

    async def greet(
        self,
        encodings: tuple[str, ...] = ("utf-16",),
        abilities: dict[str, Any] | None = None,
        options: Any = None,
    ) -> dict[str, Any]:
        capabilities = {**(abilities or MODERN), "general": {"positionEncodings": encodings}}
        asked = {"processId": None, "rootUri": None, "capabilities": capabilities}
        asked |= {} if options is None else {"initializationOptions": options}
        greeting: dict[str, Any] = await self.ask("initialize", asked)
        self.encoding = greeting["capabilities"]["positionEncoding"]
        self.tell("initialized", {})
        return greeting

    def open(self, text: str) -> None:
        self.text, self.version = text, 1
        document = {"uri": self.uri, "languageId": "python", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})

    def type(self, start: int, end: int, new: str) -> None:
        """Replace what is between two offsets, and tell of the change alone."""
        change = {"range": self._range(start, end), "text": new}
        self.text, self.version = self.text[:start] + new + self.text[end:], self.version + 1
        document = {"uri": self.uri, "version": self.version}
        self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})

    async def actions(self, row: int, only: list[str] | None = None) -> list[dict[str, Any]]:
        place = {"line": row, "character": 0}
        context = {"diagnostics": [], **({"only": only} if only else {})}
        found: list[dict[str, Any]] = await self.ask(
            "textDocument/codeAction",
            {
                "textDocument": {"uri": self.uri},
                "range": {"start": place, "end": place},
                "context": context,
            },
        )
        return found

    async def fixes(self, offset: int) -> list[dict[str, Any]]:
        """What is offered for the word at an offset of the text, and for nothing else."""
        asked = {
            "textDocument": {"uri": self.uri},
            "range": self._range(offset, offset),
            "context": {"diagnostics": [], "only": ["quickfix"]},
        }
        found: list[dict[str, Any]] = await self.ask("textDocument/codeAction", asked)
        return found

    async def marked(self) -> list[str]:
        """The words that are marked when the server next says which."""
        said = await self.diagnostics.get()
        assert said["uri"] == self.uri
        return [self.text_in(hint["range"]) for hint in said["diagnostics"]]

    async def hover(self, row: int, column: int = 0) -> dict[str, Any] | None:
        found: dict[str, Any] | None = await self.ask(
            "textDocument/hover", at(row, column, self.uri)
        )
        return found

    async def suggestions(self, offset: int) -> list[dict[str, Any]]:
        """What is suggested when the caret is at an offset of the text."""
        found: list[dict[str, Any]] = await self.begin_suggestions(offset)
        return found

    def begin_suggestions(self, offset: int) -> "asyncio.Future[Any]":
        place = self._place(offset)
        asked = {**at(place["line"], place["character"], self.uri), "context": {"triggerKind": 2}}
        return self.begin("textDocument/inlineCompletion", asked)

    async def lenses(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = await self.ask(
            "textDocument/codeLens", {"textDocument": {"uri": self.uri}}
        )
        return found

    async def choose(self, action: dict[str, Any]) -> str:
        """Resolve an action, apply its edit, and return the document."""
        resolved = await self.ask("codeAction/resolve", action)
        assert "data" not in resolved  # Emacs would resolve it for ever
        if "edit" in resolved:
            self.apply(resolved["edit"])
        return self.text

    def apply(self, edit: dict[str, Any]) -> None:
        if "documentChanges" in edit:
            (change,) = edit["documentChanges"]
            assert change["textDocument"] == {"uri": self.uri, "version": self.version}
            edits = change["edits"]
        else:
            edits = edit["changes"][self.uri]
        for one in edits:
            self.replace(one["range"], one["newText"])

    def replace(self, place: dict[str, Any], new: str) -> None:
        """Put a new text into a range, without telling the server."""
        start, end = (self._offset(place[side]) for side in ("start", "end"))
        self.text = self.text[:start] + new + self.text[end:]

    def text_in(self, place: dict[str, Any]) -> str:
        start, end = (self._offset(place[side]) for side in ("start", "end"))
        return self.text[start:end]

    async def ask(self, method: str, params: Any = None) -> Any:
        return await self.begin(method, params)

    def begin(self, method: str, params: Any = None) -> "asyncio.Future[Any]":
        number = len(self._answers)
        self._answers[number] = asyncio.get_running_loop().create_future()
        self._send({"id": number, "method": method, "params": params})
        return self._answers[number]

    def cancel_last(self) -> None:
        self.tell("$/cancelRequest", {"id": len(self._answers) - 1})

    def tell(self, method: str, params: Any = None) -> None:
        self._send({"method": method, "params": params})

    async def end(self) -> None:
        """Close the window as the protocol wants it."""
        await self.ask("shutdown")
        self.tell("exit")
        await self.gone()

    async def gone(self) -> None:
        """Wait until the server has hung up."""
        await asyncio.wait_for(asyncio.wait([self._reading]), 5)
        self._writer.close()

    def vanish(self) -> None:
        self._reading.cancel()
        self._writer.transport.abort()

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}, ensure_ascii=False).encode()
        self._writer.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    async def _read(self) -> None:
        while header := await self._reader.readline():
            length = int(header.removeprefix(b"Content-Length: "))
            while (await self._reader.readline()).strip():
                pass
            self._hear(json.loads(await self._reader.readexactly(length)))

    def _hear(self, message: dict[str, Any]) -> None:
        match message:
            case {"method": "window/showMessage", "params": params}:
                self.messages.put_nowait(params["message"])
            case {"method": "textDocument/publishDiagnostics", "params": params}:
                self.diagnostics.put_nowait(params)
            case {"method": "workspace/applyEdit", "id": number, "params": params}:
                self.apply(params["edit"])
                self._send({"id": number, "result": {"applied": True}})
                self.applied.put_nowait(self.text)
            case {"method": "workspace/codeLens/refresh", "id": number}:
                self.refreshes += 1
                self._send({"id": number, "result": None})
            case {"id": number, "error": error}:
                self._answers[number].set_exception(ErrorResponse(error))
            case {"id": number}:
                self._answers[number].set_result(message.get("result"))

    def _range(self, start: int, end: int) -> dict[str, Any]:
        return {"start": self._place(start), "end": self._place(end)}

    def _place(self, offset: int) -> dict[str, int]:
        before = self.text[:offset]
        last = before.rpartition("\n")[2]
        name, width = WIDTH[self.encoding]
        return {"line": before.count("\n"), "character": len(last.encode(name)) // width}

    def _offset(self, place: dict[str, int]) -> int:
        rows = self.text.split("\n")
        name, width = WIDTH[self.encoding]
        column = rows[place["line"]].encode(name)[: place["character"] * width].decode(name)
        return sum(len(row) + 1 for row in rows[: place["line"]]) + len(column)
