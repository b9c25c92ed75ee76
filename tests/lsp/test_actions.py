"""What is offered, and to whom."""

import time

import pytest
from lsprotocol import types

from synerprise_lsp.actions import KIND, OTHER_KIND, is_wanted, offered
from synerprise_lsp.clients import Client
from synerprise_lsp.documents import Document

WISH = "# দুটি সংখ্যার যোগফল বের করো\n"
MODERN = Client(literals=True, resolves=True, applies=True, versions=True)


def document(text: str) -> Document:
    return Document("file:///a.py", text, 7)


def asked(first: int, last: int | None = None) -> types.CodeActionParams:
    rows = types.Range(types.Position(first, 0), types.Position(first if last is None else last, 0))
    identity = types.TextDocumentIdentifier("file:///a.py")
    return types.CodeActionParams(identity, rows, types.CodeActionContext([]))


@pytest.mark.parametrize(
    "kind", ["", "refactor", "refactor.rewrite", "refactor.rewrite.synerprise"]
)
def test_our_kind_is_below_these(kind: str) -> None:
    assert is_wanted([types.CodeActionKind.QuickFix, kind])


@pytest.mark.parametrize("kind", ["quickfix", "refactor.inline", "refactor.rewrite.syn", "ref"])
def test_our_kind_is_not_below_these(kind: str) -> None:
    assert not is_wanted([kind])


def test_the_other_programs_have_a_kind_below_the_first() -> None:
    assert is_wanted([KIND], OTHER_KIND)
    assert not is_wanted([OTHER_KIND])


def test_who_names_no_kinds_wants_all() -> None:
    assert is_wanted(None)
    assert is_wanted([])


def test_the_data_are_all_that_is_needed_later() -> None:
    action, *_ = offered(document(f"x\n{WISH}"), asked(1), MODERN)
    assert isinstance(action, types.CodeAction)
    assert action.edit is None
    assert action.command is None
    assert action.data == {
        "uri": "file:///a.py",
        "version": 7,
        "row": 1,
        "text": "দুটি সংখ্যার যোগফল বের করো",
        "other": 0,
    }


def test_behind_the_first_action_stand_four_others_with_their_numbers() -> None:
    first, *others = offered(document(WISH), asked(0), MODERN)
    assert isinstance(first, types.CodeAction)
    assert first.kind == KIND
    assert first.data
    assert [other.title for other in others] == [
        f"SynerPrise: মন্তব্য থেকে অন্য কোড {bangla} | Other code from this comment, {number}"
        for number, bangla in enumerate("১২৩৪", 1)
    ]
    for number, other in enumerate(others, 1):
        assert isinstance(other, types.CodeAction)
        assert other.kind == OTHER_KIND
        assert other.edit is None
        assert other.data == {**first.data, "other": number}


def test_another_body_is_offered_by_the_functions_name() -> None:
    _, other, *_ = offered(document(f"{WISH}def add(a, b): ...\n"), asked(0), MODERN)
    assert other.title == (
        "SynerPrise: ফাংশনের ভেতরের অন্য কোড ১ | Another body of the function, 1: add"
    )


def test_a_selection_means_the_first_wish_in_it() -> None:
    assert len(offered(document(f"x\n\n{WISH}\n{WISH}"), asked(0, 4), MODERN)) == 5
    assert offered(document(f"x\n\n{WISH}"), asked(0, 1), MODERN) == []


def test_an_editor_without_resolve_gets_a_command_in_the_form_it_knows() -> None:
    action, *_ = offered(document(WISH), asked(0), Client(literals=True, applies=True))
    bare, *_ = offered(document(WISH), asked(0), Client(applies=True))
    assert isinstance(action, types.CodeAction)
    assert action.data is None
    assert action.command == bare
    assert isinstance(bare, types.Command)
    assert bare.command == "synerprise.generate"


def test_an_editor_that_can_use_neither_is_offered_nothing() -> None:
    assert offered(document(WISH), asked(0), Client()) == []


def test_an_offer_takes_less_than_five_milliseconds() -> None:
    function = 'def f(a):\n    """Says what.\n\n    More.\n    """\n    return "#" + a  # why\n\n\n'
    text = function * 125 + WISH

    def took(version: int) -> float:
        fresh = Document("file:///a.py", text, version)
        began = time.process_time()
        assert offered(fresh, asked(1000), MODERN)
        return time.process_time() - began

    assert min(map(took, range(5))) < 0.005
