"""What is shown over a wish."""

import pytest

from synerprise_daemon.answer import Verdict
from synerprise_daemon.errors import ModelUnavailable
from tests.lsp.editor import EMACS_29, Editor, ErrorResponse, at
from tests.lsp.knowing_service import KNOWN, SUM, KnowingService

WISH = "# দুটি সংখ্যার যোগফল বের করো"
CANCELLED = -32800


async def shown(editor: Editor, text: str, row: int = 0) -> str:
    await editor.greet()
    editor.open(text)
    hover = await editor.hover(row)
    assert hover
    assert hover["contents"]["kind"] == "markdown"
    return str(hover["contents"]["value"])


async def test_a_wish_is_shown_as_read_with_its_chance_and_its_program(editor: Editor) -> None:
    value = await shown(editor, f"{WISH}\n")
    assert "**যেভাবে পড়া হয়েছে | Read as:** ` দুটি সংখ্যার যোগফল বের করো `" in value
    assert "সম্ভাবনা ৯০% | " in value
    assert "you want is 90%" in value
    assert value.endswith(f"```python\n{SUM}```")


async def test_the_reading_is_the_normal_form(editor: Editor) -> None:
    value = await shown(editor, "# ৫  ও ১০ এর যোগ\u200bফল বের করো\n")
    assert "` 5 ও 10 এর যোগফল বের করো `" in value


async def test_values_and_names_are_told(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    wish = "total_price namer function likho jeta সাড়ে তিন হাজার ar 'abc' print kore"
    monkeypatch.setitem(KNOWN, wish, (SUM, 0.9))
    value = await shown(editor, f"# {wish}\n")
    assert '**মান হিসেবে নেওয়া | Taken as values:** ` 3500 `, ` "abc" `' in value
    assert "**নাম হিসেবে নেওয়া | Taken as a name:** ` total_price `" in value


async def test_a_name_that_stands_in_the_signature_is_no_news(editor: Editor) -> None:
    value = await shown(editor, f"{WISH}\ndef add(a, b): ...\n")
    assert "Taken as a name" not in value
    assert SUM.rstrip() in value


async def test_no_model_is_certain(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KNOWN, WISH.removeprefix("# "), (SUM, 1.0))
    assert "৯৯%" in await shown(editor, f"{WISH}\n")


async def test_what_the_examples_prove_is_said(editor: Editor, service: KnowingService) -> None:
    service.verdict = Verdict.PROVED
    value = await shown(editor, f"{WISH}\nassert add(1, 2) == 3\n")
    assert "উদাহরণগুলোতে ঠিক চলেছে | It is right for your own examples" in value


async def test_where_nothing_is_trusted_no_program_is_shown(editor: Editor) -> None:
    value = await shown(editor, "# borgo ber koro, mone hoy\n")
    assert "` borgo ber koro, mone hoy `" in value
    assert "নিশ্চিত হওয়ার মতো কোনো প্রোগ্রাম পাওয়া যায়নি" in value
    assert "no program that can be trusted" in value
    assert "```python" not in value


async def test_a_refusal_of_the_service_is_shown_and_not_sent_as_a_message(
    editor: Editor, service: KnowingService
) -> None:
    service.fault = ModelUnavailable()
    value = await shown(editor, f"{WISH}\n")
    assert "মডেলটি লোড করা যায়নি" in value
    assert "cannot be loaded" in value
    assert editor.messages.empty()


async def test_an_unforeseen_failure_shows_nothing_at_all(
    editor: Editor, service: KnowingService
) -> None:
    await editor.greet()
    editor.open(f"{WISH}\n")
    service.fault = RuntimeError("secret")
    assert await editor.hover(0) is None
    assert editor.messages.empty()


async def test_what_is_no_wish_asks_nobody(editor: Editor, service: KnowingService) -> None:
    await editor.greet()
    assert await editor.hover(0) is None  # nothing is open
    editor.open(f"{WISH}\n\n# an ordinary remark\nx = 1\n")
    for row in (1, 2, 3, 4, 9):
        assert await editor.hover(row) is None
    assert service.asked == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
async def test_the_place_is_the_whole_comment_in_the_editors_units(
    editor: Editor, encoding: str
) -> None:
    await editor.greet((encoding,))
    editor.open("if 1:\r\n    # দুটি সংখ্যার 😀\r\n    # যোগফল বের করো\r\n")
    hover = await editor.hover(2)
    assert hover
    assert editor.text_in(hover["range"]) == "# দুটি সংখ্যার 😀\r\n    # যোগফল বের করো"


async def test_over_a_docstring_its_whole_place_is_told_and_over_the_header_nothing(
    editor: Editor,
) -> None:
    await editor.greet()
    docstring = '''"""দুটি সংখ্যার\n    যোগফল বের করো"""'''
    editor.open(f"def add(a, b):\n    {docstring}  # ...\n")
    hover = await editor.hover(2)
    assert hover
    assert editor.text_in(hover["range"]) == docstring
    assert SUM.rstrip() in hover["contents"]["value"]
    assert await editor.hover(0) is None


async def test_behind_code_only_the_comment_is_told_of(editor: Editor) -> None:
    await editor.greet()
    editor.open(f"x = '😀'  {WISH}\n")
    assert await editor.hover(0) is None
    hover = await editor.hover(0, column=10)
    assert hover
    assert editor.text_in(hover["range"]) == WISH


async def test_an_editor_without_markdown_gets_plain_text(editor: Editor) -> None:
    await editor.greet(abilities=EMACS_29)
    editor.open(f"{WISH}\n")
    hover = await editor.hover(0)
    assert hover
    assert hover["contents"]["kind"] == "plaintext"


async def test_who_looks_elsewhere_leaves_the_batch(
    editor: Editor, service: KnowingService
) -> None:
    await editor.greet()
    editor.open(f"{WISH}\n")
    service.may_go_on.clear()
    looking = editor.begin("textDocument/hover", at(0))
    await service.started.wait()
    editor.cancel_last()
    with pytest.raises(ErrorResponse) as said:
        await looking
    assert said.value.code == CANCELLED
    assert len(service.given_up) == 1
