"""Diagnostics under the words of wishes that the model does not know."""

import asyncio
from typing import Any

import pytest

from synerprise_lsp import diagnostics, server
from synerprise_model.errors import ModelMissing
from synerprise_model.folders import TRAINED
from synerprise_model.known_words import KnownWords
from tests.lsp.editor import URI, WITH_HINTS, Editor
from tests.lsp.knowing_service import KnowingService

KNOWN = KnownWords("duita songkhar jogfol ber koro দুটি সংখ্যার যোগফল বের করো আর".split())
WISH = "# duita songkhar gsagu ber koro"
BANGLA = "# দুটি সংখ্যার হগফিল বের করো"
ON: dict[str, Any] = {"synerprise": {"unknownWords": True}}
OFF: dict[str, Any] = {"synerprise": {"unknownWords": False}}


@pytest.fixture(autouse=True)
def few_words_and_little_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnostics, "read_known_words", lambda: KNOWN)
    monkeypatch.setattr(server, "PAUSE_S", 0.02)


async def test_a_word_that_the_model_does_not_know_is_marked(
    editor: Editor, service: KnowingService
) -> None:
    await editor.greet(abilities=WITH_HINTS)
    editor.open(f"{WISH}\n")
    said = await editor.diagnostics.get()
    (hint,) = said["diagnostics"]
    assert editor.text_in(hint["range"]) == "gsagu"
    assert (hint["severity"], hint["source"], hint["code"]) == (4, "SynerPrise", "unknown-word")
    assert "চেনে না: gsagu | The model does not know this word: gsagu" in hint["message"]
    assert said["version"] == 1
    assert service.asked == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
async def test_the_place_is_in_the_editors_units_in_each_row(editor: Editor, encoding: str) -> None:
    await editor.greet((encoding,), WITH_HINTS)
    comment = "    # দুটি 😀 হগফি\u200dল, হগফিল\r\n    ## ৫হগফিল আর হগফিল 😀 বের করো\r\n"
    editor.open(f"if 1:\r\n{comment}x = 1\r\n{BANGLA}")
    assert await editor.marked() == ["হগফি\u200dল", *["হগফিল"] * 4]


async def test_what_is_no_wish_is_left_alone(editor: Editor) -> None:
    await editor.greet(abilities=WITH_HINTS)
    english = "# returns the frobnicated sum of two numbers\nx = 1\n"
    text = f'"""\n{WISH}\n"""\n'
    answered = f"{WISH}\ndef f(a):\n    return a\n"
    editor.open(f"{english}\n{text}\n{answered}gsagu = 1  # gsagu ber koro\n")
    assert await editor.marked() == []


@pytest.mark.parametrize(
    "wish",
    [
        "# duita songkhar jogfol ber koro",
        "# duita shonkhar jogffol ber kro",  # other spellings of the same words
        "# songkhar 'gsagu' ar [3, 'zqzqzq'] ar total_gsagu er jogfol ber koro: gsagu zqzqzq",
        "# দুটি সংখ্যার যোগফল বের করো ab কখ ছবি",
    ],
)
async def test_known_words_names_values_and_short_words_are_not_marked(
    editor: Editor, wish: str
) -> None:
    await editor.greet(abilities=WITH_HINTS)
    editor.open(f"{wish}\n")
    assert await editor.marked() == []


async def test_the_variables_and_parameters_that_a_wish_speaks_of_are_known(editor: Editor) -> None:
    await editor.greet(abilities=WITH_HINTS)
    stub = "# gsagu songkhar jogfol ber koro\ndef zqzq(gsagu): ...\n"
    editor.open(f"{stub}\nzqzqzq = 1\n# zqzqzq songkhar jogfol ber koro\n")
    assert await editor.marked() == []


async def test_typical_good_wishes_have_none(
    editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()  # the words of the shipped model
    await editor.greet(abilities=WITH_HINTS)
    wishes = (
        "# duita songkhar jogfol ber koro",
        "# ekta function likho jeta list theke sob jor songkha ber kore",
        "# দুটি সংখ্যার যোগফল বের করো",
        "# একটি বাক্যে কয়টি স্বরবর্ণ আছে গুনে বলো",
        "# তালিকা থেকে সবচেয়ে বড় সংখ্যাটি খুঁজে বের করো",
    )
    editor.open("\n\n".join(wishes))
    assert await editor.marked() == []


async def test_only_the_last_of_several_changes_is_looked_at(
    editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "PAUSE_S", 0.1)  # longer than all the keys take together
    await editor.greet(abilities=WITH_HINTS)
    editor.open("\n")
    assert await editor.marked() == []
    for at, letter in enumerate(WISH):
        editor.type(at, at, letter)
    assert await editor.marked() == ["gsagu"]
    at = editor.text.index("gsagu")
    editor.type(at, at + 5, "jogfol")
    assert await editor.marked() == []
    assert editor.diagnostics.empty()


async def test_a_closed_document_has_no_hints_left(editor: Editor) -> None:
    await editor.greet(abilities=WITH_HINTS)
    editor.open(f"{WISH}\n")
    assert await editor.marked() == ["gsagu"]
    editor.type(0, 0, "\n")
    editor.tell("textDocument/didClose", {"textDocument": {"uri": URI}})
    assert await editor.marked() == []
    await asyncio.sleep(0.05)  # longer than the pause after the change
    assert editor.diagnostics.empty()


async def test_hints_can_be_turned_off_and_on_while_the_editor_runs(editor: Editor) -> None:
    await editor.greet(abilities=WITH_HINTS)
    editor.open(f"{WISH}\n")
    assert await editor.marked() == ["gsagu"]
    said: list[Any] = [OFF, OFF, {"python": {}}, None]
    for settings in said:
        editor.tell("workspace/didChangeConfiguration", {"settings": settings})
    assert await editor.marked() == []
    editor.type(0, 0, "\n")
    assert await editor.fixes(editor.text.index("gsagu")) == []
    editor.tell("workspace/didChangeConfiguration", {"settings": ON})
    assert await editor.marked() == ["gsagu"]
    assert editor.diagnostics.empty()


@pytest.mark.parametrize(("abilities", "options"), [(WITH_HINTS, OFF), (None, ON)])
async def test_who_does_not_want_or_cannot_show_them_gets_none(
    editor: Editor, abilities: dict[str, Any] | None, options: Any
) -> None:
    await editor.greet(abilities=abilities, options=options)
    editor.open(f"{WISH}\n")
    editor.tell("textDocument/didClose", {"textDocument": {"uri": URI}})
    assert await editor.hover(0) is None  # so that both have arrived
    assert editor.diagnostics.empty()


async def test_without_a_model_nothing_is_marked(
    editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_nothing() -> KnownWords:
        raise ModelMissing(TRAINED)

    monkeypatch.setattr(diagnostics, "read_known_words", read_nothing)
    await editor.greet(abilities=WITH_HINTS)
    editor.open(f"{WISH}\n")
    await asyncio.sleep(0.05)
    assert await editor.fixes(20) == []
    assert editor.diagnostics.empty()


async def test_only_the_first_wishes_of_a_long_document_are_read(editor: Editor) -> None:
    await editor.greet(abilities=WITH_HINTS)
    editor.open(f"{WISH}\n\n" * (diagnostics.MOST_WISHES + 1))
    assert len(await editor.marked()) == diagnostics.MOST_WISHES


async def test_a_change_while_a_long_document_is_read_ends_the_reading(editor: Editor) -> None:
    await editor.greet(abilities=WITH_HINTS)
    editor.open(f"{WISH}\n\n" * diagnostics.MOST_WISHES)
    editor.type(0, len(editor.text), f"{WISH}\n")
    assert await editor.marked() == ["gsagu"]
    assert editor.diagnostics.empty()
