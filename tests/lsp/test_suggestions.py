"""What is suggested at the caret."""

import pytest

from synerprise_daemon.errors import ModelUnavailable
from synerprise_lsp import suggestions
from tests.lsp.editor import Editor, ErrorResponse
from tests.lsp.knowing_service import SUM, KnowingService

WISH = "# দুটি সংখ্যার যোগফল বের করো"
UNSURE = "# borgo ber koro, mone hoy"
CANCELLED = -32800
CARET = "¦"
"""Stands in a text where the caret is."""


async def taken(editor: Editor, text: str, encoding: str = "utf-16") -> str | None:
    """The document when its suggestion was taken; None when there is none."""
    offset = text.index(CARET)
    await editor.greet((encoding,))
    editor.open(text.replace(CARET, ""))
    found = await editor.suggestions(offset)
    if not found:
        return None
    (item,) = found
    place = item["range"]
    assert place["start"]["line"] == place["end"]["line"]  # VS Code would drop it otherwise
    editor.replace(place, item["insertText"])
    return editor.text


async def test_the_greeting_tells_of_suggestions(editor: Editor) -> None:
    assert (await editor.greet())["capabilities"]["inlineCompletionProvider"] == {}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
async def test_at_the_end_of_a_wish_the_program_begins_on_a_new_line(
    editor: Editor, encoding: str
) -> None:
    before = "হাসি = '😀'\r\n"
    sum_ = SUM.rstrip().replace("\n", "\r\n")
    text = f"{before}{WISH}{CARET}\r\n\r\nprint(হাসি)\r\n"
    after = f"{before}{WISH}\r\n{sum_}\r\n\r\nprint(হাসি)\r\n"
    assert await taken(editor, text, encoding) == after


@pytest.mark.parametrize("end", ["\n", "\r\n"])
async def test_on_the_empty_row_below_the_program_begins_in_that_row(
    editor: Editor, end: str
) -> None:
    sum_ = SUM.rstrip().replace("\n", end)
    after = f"{WISH}{end}{sum_}{end}"
    assert await taken(editor, f"{WISH}{end}{CARET}{end}") == after


async def test_the_row_behind_the_last_line_end_is_an_empty_row(editor: Editor) -> None:
    assert await taken(editor, f"{WISH}\n{CARET}") == f"{WISH}\n{SUM.rstrip()}"


async def test_a_document_may_end_with_the_wish(editor: Editor) -> None:
    assert await taken(editor, f"{WISH}{CARET}") == f"{WISH}\n{SUM.rstrip()}"


async def test_the_program_has_the_indentation_of_the_wish_whatever_the_row_has(
    editor: Editor,
) -> None:
    text = f"class A:\n  x = 1\n  {WISH}\n      {CARET}  \n"
    body = "  def add(a, b):\n    return a + b"
    assert await taken(editor, text) == f"class A:\n  x = 1\n  {WISH}\n{body}\n"


async def test_code_that_follows_the_empty_row_keeps_its_distance(editor: Editor) -> None:
    after = f"{WISH}\n{SUM.rstrip()}\n\n\nx = 1\n"
    assert await taken(editor, f"{WISH}\n{CARET}\nx = 1\n") == after


@pytest.mark.parametrize(
    "asking",
    [
        f"def add(a, b):\n    {WISH}",
        f"def add(a, b):  {WISH}",
        f"def add(a, b):\n    '{WISH[2:]}'",
    ],
)
@pytest.mark.parametrize("caret", [CARET, f"\n    {CARET}"])
async def test_a_body_is_suggested_where_it_can_begin_at_the_caret(
    editor: Editor, asking: str, caret: str
) -> None:
    assert await taken(editor, f"{asking}{caret}\n") == f"{asking}\n    return a + b\n"


async def test_behind_code_the_program_is_suggested_for_the_next_row(editor: Editor) -> None:
    text = f"x = 5  {WISH}{CARET}\n"
    assert await taken(editor, text) == f"x = 5  {WISH}\n{SUM.rstrip()}\n"


@pytest.mark.parametrize(
    "text",
    [
        f"{WISH}{CARET}\ndef add(a, b): ...\n",
        f"{WISH}\n{CARET}\ndef add(a, b): ...\n",
        f"def add(a, b):\n    {WISH}\n    {CARET}\n    pass\n",
        f"def add(a, b):{CARET}\n    '{WISH[2:]}'\n",
        f"def add(a, b):\n    '{WISH[2:]}'\n    # later{CARET}\n",
    ],
)
async def test_a_body_that_belongs_elsewhere_is_not_suggested(
    editor: Editor, service: KnowingService, text: str
) -> None:
    assert await taken(editor, text) is None
    assert service.asked == []


@pytest.mark.parametrize(
    "text",
    [
        f"# দুটি{CARET} সংখ্যার যোগফল বের করো\n",
        f"{CARET}{WISH}\n",
        f"{WISH}\n\n{CARET}\n",
        f"{WISH}\nx = 1{CARET}\n",
        f"# an ordinary remark{CARET}\n",
        f"x = 1{CARET}\n",
        f"# দুটি সংখ্যার{CARET}\n# যোগফল বের করো\n",
        CARET,
    ],
)
async def test_elsewhere_the_model_is_not_asked(
    editor: Editor, service: KnowingService, text: str
) -> None:
    assert await taken(editor, text) is None
    assert service.asked == []


async def test_what_is_not_trusted_is_not_suggested_and_not_talked_about(editor: Editor) -> None:
    assert await taken(editor, f"{UNSURE}{CARET}\n") is None
    assert editor.messages.empty()


@pytest.mark.parametrize("fault", [ModelUnavailable(), RuntimeError("secret")])
async def test_a_failure_is_no_suggestion(
    editor: Editor, service: KnowingService, fault: Exception
) -> None:
    service.fault = fault
    assert await taken(editor, f"{WISH}{CARET}\n") is None
    assert editor.messages.empty()


async def test_a_document_that_is_not_open_has_no_suggestions(editor: Editor) -> None:
    await editor.greet()
    assert await editor.suggestions(0) == []


async def test_an_answer_that_takes_too_long_is_given_up(
    editor: Editor, service: KnowingService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suggestions, "BUDGET_S", 0.01)
    service.may_go_on.clear()
    assert await taken(editor, f"{WISH}{CARET}\n") is None
    assert len(service.given_up) == 1


async def test_who_types_on_stops_waiting(editor: Editor, service: KnowingService) -> None:
    await editor.greet()
    editor.open(WISH)
    service.may_go_on.clear()
    waiting = editor.begin_suggestions(len(WISH))
    await service.started.wait()
    editor.cancel_last()
    with pytest.raises(ErrorResponse) as said:
        await waiting
    assert said.value.code == CANCELLED
    assert len(service.given_up) == 1


async def test_a_suggestion_for_a_text_that_has_changed_is_dropped(
    editor: Editor, service: KnowingService
) -> None:
    await editor.greet()
    editor.open(WISH)
    service.may_go_on.clear()
    waiting = editor.begin_suggestions(len(WISH))
    await service.started.wait()
    editor.type(0, 0, "x = 1\n")
    await editor.actions(row=1)  # so that the change has arrived
    service.may_go_on.set()
    assert await waiting == []
