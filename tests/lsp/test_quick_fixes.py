"""What is offered for an unknown word at the caret."""

from typing import Any

import pytest

from synerprise_lsp import diagnostics
from synerprise_model.known_words import KnownWords
from tests.lsp.editor import EMACS_29, WITH_HINTS, Editor

KNOWN = KnownWords("duita songkhar jogfol jogfoler ber koro দুটি সংখ্যার যোগফল বের করো আর".split())
WISH = "# duita songkhar jogfil ber koro"


@pytest.fixture(autouse=True)
def few_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnostics, "read_known_words", lambda: KNOWN)


async def open_marked(
    editor: Editor, text: str, encoding: str = "utf-16", abilities: dict[str, Any] = WITH_HINTS
) -> None:
    await editor.greet((encoding,), abilities)
    editor.open(text)
    await editor.diagnostics.get()


async def test_the_nearest_known_word_is_offered(editor: Editor) -> None:
    await open_marked(editor, f"{WISH}\n")
    (fix,) = await editor.fixes(editor.text.index("jogfil"))
    assert fix["title"] == "SynerPrise: jogfil → jogfol"
    assert (fix["kind"], fix["isPreferred"]) == ("quickfix", False)
    (hint,) = fix["diagnostics"]
    assert editor.text_in(hint["range"]) == "jogfil"
    assert "data" not in fix
    editor.apply(fix["edit"])  # which is for this version of the document
    assert editor.text == "# duita songkhar jogfol ber koro\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
async def test_of_a_word_that_comes_twice_the_one_at_the_caret_is_replaced(
    editor: Editor, encoding: str
) -> None:
    text = "if 1:\n    # 😀 দুটি সংখ্যার যোগফিল\n    # 😀 আর যোগফিল বের করো\n"
    await open_marked(editor, text, encoding)
    at = text.rindex("যোগফিল")
    for offset in (at, at + 2, at + len("যোগফিল")):
        (fix,) = await editor.fixes(offset)
        assert fix["title"] == "SynerPrise: যোগফিল → যোগফল"
    editor.apply(fix["edit"])
    assert editor.text == text[:at] + "যোগফল বের করো\n"


async def test_elsewhere_and_for_what_is_near_no_word_nothing_is_offered(editor: Editor) -> None:
    await open_marked(editor, f"{WISH} zqzqzq\nx = jogfil\n")
    for word in ("duita", "ber", "zqzqzq", "x = "):
        assert await editor.fixes(editor.text.index(word)) == []


async def test_a_word_is_replaced_by_one_of_its_own_script(editor: Editor) -> None:
    await open_marked(editor, "# দুটি সংখ্যার songkharr যোগফিল বের করো\n")
    (fix,) = await editor.fixes(editor.text.index("যোগফিল"))
    assert fix["title"].endswith("→ যোগফল")


async def test_it_stands_behind_the_other_actions(editor: Editor) -> None:
    await open_marked(editor, "# jogfil ber koro duita songkhar\n")
    kinds = [action["kind"] for action in await editor.actions(row=0)]
    assert kinds == [
        "refactor.rewrite.synerprise",
        *["refactor.rewrite.synerprise.other"] * 4,
    ]
    place = await editor.fixes(2)
    assert [fix["kind"] for fix in place] == ["quickfix"]


async def test_what_has_its_edit_is_resolved_to_itself(editor: Editor) -> None:
    await open_marked(editor, f"{WISH}\n")
    (fix,) = await editor.fixes(editor.text.index("jogfil"))
    assert await editor.choose(fix) == "# duita songkhar jogfol ber koro\n"


async def test_the_edit_is_for_the_document_as_it_is_now(editor: Editor) -> None:
    await open_marked(editor, f"{WISH}\n")
    editor.type(0, 0, "x = 1\n")  # the hints are still those of before
    (fix,) = await editor.fixes(editor.text.index("jogfil"))
    editor.apply(fix["edit"])
    assert editor.text == "x = 1\n# duita songkhar jogfol ber koro\n"


async def test_an_editor_that_does_not_check_versions_gets_a_plain_edit(editor: Editor) -> None:
    emacs = {**EMACS_29, "textDocument": WITH_HINTS["textDocument"]}
    await open_marked(editor, f"{WISH}\n", abilities=emacs)
    (fix,) = await editor.fixes(editor.text.index("jogfil"))
    assert "documentChanges" not in fix["edit"]
    editor.apply(fix["edit"])
    assert editor.text == "# duita songkhar jogfol ber koro\n"
