"""Cells of a notebook: each is a document, told of in messages of the notebook."""

from typing import Any

import pytest

from synerprise_lsp import diagnostics, server
from synerprise_model.known_words import KnownWords
from tests.lsp.editor import WITH_HINTS, WITH_LENSES, Editor
from tests.lsp.knowing_service import SUM, KnowingService

NOTEBOOK = "file:///lesson.ipynb"
FIRST, SECOND, THIRD = (
    f"vscode-notebook-cell:/lesson.ipynb#{cell}" for cell in ("W0sZ%3D", "W1s", "W2s")
)
WISH = "# দুটি সংখ্যার যোগফল বের করো"
UNKNOWN = "# দুটি সংখ্যার হগফিল বের করো"
SYNC: dict[str, Any] = {"notebookDocument": {"synchronization": {}}}


@pytest.fixture(autouse=True)
def few_words_and_little_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    known = KnownWords("দুটি সংখ্যার যোগফল বের করো".split())
    monkeypatch.setattr(diagnostics, "read_known_words", lambda: known)
    monkeypatch.setattr(server, "PAUSE_S", 0.02)


def item(uri: str, text: str) -> dict[str, Any]:
    return {"uri": uri, "languageId": "python", "version": 1, "text": text}


def open_cells(editor: Editor, first: str, second: str) -> None:
    """Open a notebook of two cells; what is done in the window is done in the second."""
    editor.uri, editor.text, editor.version = SECOND, second, 1
    cells = [{"kind": 2, "document": uri} for uri in (FIRST, SECOND)]
    kind = {"uri": NOTEBOOK, "notebookType": "jupyter-notebook", "version": 1}
    texts = [item(FIRST, first), item(SECOND, second)]
    opened = {"notebookDocument": {**kind, "cells": cells}, "cellTextDocuments": texts}
    editor.tell("notebookDocument/didOpen", opened)


def change_cells(editor: Editor, cells: dict[str, Any]) -> None:
    notebook = {"uri": NOTEBOOK, "version": 2}
    editor.tell(
        "notebookDocument/didChange", {"notebookDocument": notebook, "change": {"cells": cells}}
    )


def type_at_the_end(editor: Editor, new: str) -> None:
    end = editor._place(len(editor.text))
    editor.text, editor.version = editor.text + new, editor.version + 1
    document = {"uri": SECOND, "version": editor.version}
    changes = [{"range": {"start": end, "end": end}, "text": new}]
    change_cells(editor, {"textContent": [{"document": document, "changes": changes}]})


def exchange_first_for_third(editor: Editor, text: str) -> None:
    cell = {"kind": 2, "document": THIRD}
    structure = {
        "array": {"start": 0, "deleteCount": 1, "cells": [cell]},
        "didOpen": [item(THIRD, text)],
        "didClose": [{"uri": FIRST}],
    }
    change_cells(editor, {"structure": structure})


async def test_the_greeting_asks_for_python_cells_of_jupyter(editor: Editor) -> None:
    greeting = await editor.greet(abilities=WITH_HINTS | SYNC)
    wanted = {"notebook": {"notebookType": "jupyter-notebook"}, "cells": [{"language": "python"}]}
    assert greeting["capabilities"]["notebookDocumentSync"] == {"notebookSelector": [wanted]}


async def test_an_editor_without_notebooks_is_not_asked_for_them(editor: Editor) -> None:
    assert "notebookDocumentSync" not in (await editor.greet())["capabilities"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
async def test_a_wish_of_a_cell_is_granted_in_that_cell(
    editor: Editor, service: KnowingService, encoding: str
) -> None:
    await editor.greet((encoding,), WITH_LENSES | SYNC, {"synerprise": {"codeLens": True}})
    open_cells(editor, f"{WISH}\nx = 1\n", "%pip install 😀")
    type_at_the_end(editor, f"\n{WISH} 😀\n")
    change_cells(editor, {"data": [{"kind": 2, "document": SECOND, "metadata": {}}]})
    type_at_the_end(editor, f"{WISH}")
    assert len(await editor.lenses()) == 1  # two rows of one comment
    type_at_the_end(editor, f"\n\n{WISH}")
    assert await editor.hover(4)
    assert service.answered[-1].text == WISH.removeprefix("# ")
    action, *_ = await editor.actions(row=4)
    before = editor.text
    assert await editor.choose(action) == f"{before}\n{SUM.rstrip()}"


async def test_unknown_words_are_marked_in_cells_as_long_as_they_are_there(
    editor: Editor,
) -> None:
    await editor.greet(abilities=WITH_HINTS | SYNC)
    open_cells(editor, UNKNOWN, "")
    assert await marks(editor, 2) == {FIRST: 1, SECOND: 0}
    type_at_the_end(editor, UNKNOWN)
    assert await marks(editor, 1) == {SECOND: 1}
    exchange_first_for_third(editor, f"{UNKNOWN}\n\n{UNKNOWN}")
    assert await marks(editor, 2) == {FIRST: 0, THIRD: 2}
    closed = [{"uri": uri} for uri in (SECOND, THIRD)]
    notebook = {"uri": NOTEBOOK}
    editor.tell(
        "notebookDocument/didClose", {"notebookDocument": notebook, "cellTextDocuments": closed}
    )
    assert await marks(editor, 2) == {SECOND: 0, THIRD: 0}
    assert not await editor.actions(row=0)


async def marks(editor: Editor, count: int) -> dict[str, int]:
    """How many words are marked in which cell, in what the server says next."""
    said = [await editor.diagnostics.get() for _ in range(count)]
    return {one["uri"]: len(one["diagnostics"]) for one in said}
