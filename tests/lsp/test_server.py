"""The handlers, asked by an editor over the socket."""

import pytest

from synerprise_daemon.answer import CheckedProgram, Verdict
from synerprise_daemon.errors import ModelUnavailable
from tests.lsp.editor import EMACS_29, Editor, ErrorResponse
from tests.lsp.knowing_service import SUM, KnowingService

WISH = "# দুটি সংখ্যার যোগফল বের করো"
ENCODINGS = ("utf-8", "utf-16", "utf-32")
CONTENT_MODIFIED, CANCELLED, INVALID_PARAMS = -32801, -32800, -32602


async def test_the_greeting_offers_actions_that_are_resolved_later(editor: Editor) -> None:
    greeting = await editor.greet()
    assert greeting["serverInfo"]["name"] == "synerprise"
    assert greeting["capabilities"]["codeActionProvider"] == {
        "codeActionKinds": [
            "refactor.rewrite.synerprise",
            "refactor.rewrite.synerprise.other",
            "quickfix",
        ],
        "resolveProvider": True,
    }
    assert greeting["capabilities"]["executeCommandProvider"] == {"commands": []}


@pytest.mark.parametrize("encoding", ENCODINGS)
async def test_the_editor_names_the_encoding(editor: Editor, encoding: str) -> None:
    others = tuple(other for other in ENCODINGS if other != encoding)
    greeting = await editor.greet((encoding, *others))
    assert greeting["capabilities"]["positionEncoding"] == encoding


@pytest.mark.parametrize("encoding", ENCODINGS)
async def test_a_comment_becomes_a_program_below_it(editor: Editor, encoding: str) -> None:
    await editor.greet((encoding,))
    before = 'হাসি = "😀 ক্ষ"\n\n'
    editor.open(f"{before}{WISH}\n\nprint(হাসি)\n")
    action, *_ = await editor.actions(row=2)
    assert action["kind"] == "refactor.rewrite.synerprise"
    assert "কোড লেখো | Write code" in action["title"]
    assert await editor.choose(action) == f"{before}{WISH}\n{SUM}\nprint(হাসি)\n"


@pytest.mark.parametrize("encoding", ENCODINGS)
async def test_a_body_replaces_what_stands_behind_bangla_in_its_row(
    editor: Editor, encoding: str
) -> None:
    await editor.greet((encoding,))
    editor.open(f'{WISH}\ndef add(a="😀ক", b="খ"): pass\n')
    action, *_ = await editor.actions(row=0)
    assert "add" in action["title"]
    assert await editor.choose(action) == (f'{WISH}\ndef add(a="😀ক", b="খ"):\n    return a + b\n')


@pytest.mark.parametrize("encoding", ENCODINGS)
async def test_what_is_typed_before_the_wish_moves_its_place(editor: Editor, encoding: str) -> None:
    await editor.greet((encoding,))
    editor.open(f"নাম = '😀'\n{WISH}")
    editor.type(7, 8, "🎈 ক্ষমা 🎈")
    editor.type(len(editor.text), len(editor.text), "\n")
    editor.type(0, 0, "# coding\n")
    action, *_ = await editor.actions(row=2)
    assert await editor.choose(action) == (f"# coding\nনাম = '🎈 ক্ষমা 🎈'\n{WISH}\n{SUM.rstrip()}\n")


async def test_the_signature_below_goes_to_the_model(
    editor: Editor, service: KnowingService
) -> None:
    await editor.greet()
    editor.open(f"{WISH}\ndef add(\n    a, b\n):\n    ...\n\n\nassert add(1, 2) == 3\n")
    await editor.choose((await editor.actions(row=0))[0])
    (prompt,) = service.asked
    assert prompt.signature == "def add(a, b):"
    assert prompt.examples == ("assert add(1, 2) == 3",)


async def test_nothing_is_offered_without_asking_the_model(
    editor: Editor, service: KnowingService
) -> None:
    await editor.greet()
    editor.open(f"{WISH}\n\n# an ordinary remark\nx = 1\n")
    assert len(await editor.actions(row=1)) == 5
    assert await editor.actions(row=2) == []
    assert await editor.actions(row=3) == []
    assert service.asked == []


@pytest.mark.parametrize(
    ("only", "count"),
    [
        ("refactor", 5),
        ("refactor.rewrite.synerprise", 5),
        ("refactor.rewrite.synerprise.other", 4),
        ("quickfix", 0),
    ],
)
async def test_only_the_wanted_kinds_are_offered(editor: Editor, only: str, count: int) -> None:
    await editor.greet()
    editor.open(f"{WISH}\n")
    assert len(await editor.actions(row=0, only=[only])) == count


async def test_a_document_that_is_not_open_has_no_actions(editor: Editor) -> None:
    await editor.greet()
    assert not await editor.actions(row=0)


async def test_the_place_is_found_again_after_a_change(
    editor: Editor, service: KnowingService
) -> None:
    await editor.greet()
    editor.open(f"{WISH}\n")
    action, *_ = await editor.actions(row=0)
    service.may_go_on.clear()
    chosen = editor.begin("codeAction/resolve", action)
    await service.started.wait()
    editor.type(0, 0, "import math\n\n")
    await editor.actions(row=2)  # so that the change has arrived
    service.may_go_on.set()
    editor.apply((await chosen)["edit"])
    assert editor.text == f"import math\n\n{WISH}\n{SUM.rstrip()}\n"


@pytest.mark.parametrize("after", ["", f"{WISH}\n\n{WISH}\n"])
async def test_a_comment_that_is_gone_or_doubled_is_not_guessed(
    editor: Editor, service: KnowingService, after: str
) -> None:
    await editor.greet()
    editor.open(f"{WISH}\n")
    action, *_ = await editor.actions(row=0)
    editor.type(0, len(editor.text), after)
    with pytest.raises(ErrorResponse, match=r"লেখা বদলে গেছে.* \| The document has changed") as said:
        await editor.choose(action)
    assert said.value.code == CONTENT_MODIFIED
    assert service.asked == []


async def test_a_signature_that_changes_meanwhile_is_another_wish(
    editor: Editor, service: KnowingService
) -> None:
    await editor.greet()
    editor.open(f"{WISH}\ndef add(a, b): ...\n")
    action, *_ = await editor.actions(row=0)
    service.may_go_on.clear()
    chosen = editor.begin("codeAction/resolve", action)
    await service.started.wait()
    at = editor.text.index("b)")
    editor.type(at, at + 1, "c")
    await editor.actions(row=0)  # so that the change has arrived
    service.may_go_on.set()
    with pytest.raises(ErrorResponse) as said:
        await chosen
    assert said.value.code == CONTENT_MODIFIED


@pytest.mark.parametrize(
    ("text", "bangla", "english"),
    [
        ("# borgo ber koro, mone hoy\n", "নিশ্চিত", "trusted"),
        ("# gsagu ber koro\n", "নিশ্চিত", "trusted"),
        (f"{WISH}\ndef plus(a, b): ...\n", "বসানো যায় না", "fits"),
    ],
)
async def test_a_wish_that_is_not_granted_leaves_the_document_and_says_why(
    editor: Editor, text: str, bangla: str, english: str
) -> None:
    await editor.greet()
    editor.open(text)
    assert await editor.choose((await editor.actions(row=0))[0]) == text
    message = await editor.messages.get()
    assert bangla in message
    assert english in message


@pytest.mark.parametrize(
    ("fault", "english"),
    [(ModelUnavailable(), "cannot be loaded"), (RuntimeError("secret"), "unforeseen")],
)
async def test_a_failure_is_said_in_both_languages_and_ends_nothing(
    editor: Editor, service: KnowingService, fault: Exception, english: str
) -> None:
    await editor.greet()
    editor.open(f"{WISH}\n")
    action, *_ = await editor.actions(row=0)
    service.fault = fault
    assert await editor.choose(action) == f"{WISH}\n"
    message = await editor.messages.get()
    assert english in message
    assert "secret" not in message
    service.fault = None
    assert SUM.rstrip() in await editor.choose(action)


async def test_who_cancels_leaves_the_batch(editor: Editor, service: KnowingService) -> None:
    await editor.greet()
    editor.open(f"{WISH}\n")
    action, *_ = await editor.actions(row=0)
    service.may_go_on.clear()
    chosen = editor.begin("codeAction/resolve", action)
    await service.started.wait()
    editor.cancel_last()
    with pytest.raises(ErrorResponse) as said:
        await chosen
    assert said.value.code == CANCELLED
    assert len(service.given_up) == 1


@pytest.mark.parametrize("data", [None, "x", {"uri": "file:///lesson.py"}])
async def test_an_action_of_another_server_is_refused(editor: Editor, data: object) -> None:
    await editor.greet()
    with pytest.raises(ErrorResponse) as said:
        await editor.ask("codeAction/resolve", {"title": "another's", "data": data})
    assert said.value.code == INVALID_PARAMS


async def test_another_program_is_asked_for_when_it_is_chosen(
    editor: Editor, service: KnowingService
) -> None:
    await editor.greet()
    editor.open(f"{WISH}\n")
    service.further = (CheckedProgram("print(a + b)\n", 0.05, Verdict.PARSES),)
    _, first, second, *_ = await editor.actions(row=0)
    assert service.asked == []
    assert await editor.choose(second) == f"{WISH}\n"
    assert "no program that can be trusted" in await editor.messages.get()
    assert await editor.choose(first) == f"{WISH}\nprint(a + b)\n"


async def test_an_editor_that_cannot_resolve_gets_a_command(editor: Editor) -> None:
    greeting = await editor.greet(("utf-32",), EMACS_29)
    assert greeting["capabilities"]["executeCommandProvider"]["commands"] == ["synerprise.generate"]
    editor.open(f"😀 = 1\n{WISH}\n")
    action, *_ = await editor.actions(row=1)
    assert "data" not in action
    await editor.ask("workspace/executeCommand", action["command"])
    assert await editor.applied.get() == f"😀 = 1\n{WISH}\n{SUM.rstrip()}\n"


async def test_a_command_says_why_there_is_no_edit(editor: Editor) -> None:
    await editor.greet(abilities=EMACS_29)
    editor.open(f"{WISH}\n")
    action, *_ = await editor.actions(row=0)
    editor.type(0, len(editor.text), "")
    await editor.ask("workspace/executeCommand", action["command"])
    assert "has changed" in await editor.messages.get()
