"""Lenses above wishes, for who has turned them on."""

from typing import Any

import pytest

from tests.lsp.editor import MODERN, WITH_LENSES, Editor
from tests.lsp.knowing_service import SUM, KnowingService

WISH = "# দুটি সংখ্যার যোগফল বের করো"
SQUARE = "# একটি সংখ্যার বর্গ বের করো"
ON: dict[str, Any] = {"synerprise": {"codeLens": True}}
OFF: dict[str, Any] = {"synerprise": {"codeLens": False}}


async def test_lenses_are_off_unless_they_are_turned_on(editor: Editor) -> None:
    greeting = await editor.greet(abilities=WITH_LENSES)
    assert greeting["capabilities"]["codeLensProvider"] == {"resolveProvider": False}
    editor.open(f"{WISH}\n")
    assert await editor.lenses() == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
async def test_above_each_wish_stands_what_can_be_done(
    editor: Editor, service: KnowingService, encoding: str
) -> None:
    await editor.greet((encoding,), WITH_LENSES, ON)
    code = 'def f():\r\n    a = """\r\n    # যোগফল বের করো\r\n    """\r\n'
    bare = f"\r\n    {SQUARE} 😀\r\n    # এখনই\r\n    def g(a): ...\r\n"
    editor.open(f"{WISH}\r\n\r\n# an ordinary remark\r\n{code}class A:{bare}")
    first, second = await editor.lenses()
    assert editor.text_in(first["range"]) == WISH
    assert editor.text_in(second["range"]) == f"{SQUARE} 😀"
    assert "কোড লেখো | Write code from this comment" in first["command"]["title"]
    assert second["command"]["title"].endswith("Write the body of the function: g")
    assert service.asked == []


async def test_the_command_of_a_lens_writes_the_program(editor: Editor) -> None:
    greeting = await editor.greet(abilities=WITH_LENSES, options=ON)
    editor.open(f"{WISH}\n")
    (lens,) = await editor.lenses()
    command = lens["command"]
    assert greeting["capabilities"]["executeCommandProvider"]["commands"] == [command["command"]]
    await editor.ask("workspace/executeCommand", command)
    assert await editor.applied.get() == f"{WISH}\n{SUM.rstrip()}\n"


async def test_lenses_can_be_turned_on_and_off_while_the_editor_runs(editor: Editor) -> None:
    await editor.greet(abilities=WITH_LENSES)
    editor.open(f"{WISH}\n")
    counts = []
    said: list[Any] = [ON, ON, {"python": {}}, None, OFF]
    for settings in said:
        editor.tell("workspace/didChangeConfiguration", {"settings": settings})
        counts.append((len(await editor.lenses()), editor.refreshes))
    assert counts == [(1, 1), (1, 1), (1, 1), (1, 1), (0, 2)]


@pytest.mark.parametrize("abilities", [MODERN, {"textDocument": {"codeLens": {}}}])
async def test_an_editor_that_cannot_show_or_apply_them_gets_none(
    editor: Editor, abilities: dict[str, Any]
) -> None:
    await editor.greet(abilities=abilities, options=ON)
    editor.open(f"{WISH}\n")
    assert await editor.lenses() == []
    editor.tell("workspace/didChangeConfiguration", {"settings": OFF})
    assert await editor.lenses() == []
    assert editor.refreshes == 0


async def test_a_document_that_is_not_open_has_no_lenses(editor: Editor) -> None:
    await editor.greet(abilities=WITH_LENSES, options=ON)
    assert await editor.lenses() == []
