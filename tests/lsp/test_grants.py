"""Grants: the edit, and the state of the document that it is for."""

from typing import cast

import pytest
from lsprotocol import types

from synerprise_daemon.answer import CheckedProgram, Verdict
from synerprise_daemon.service import GenerationService
from synerprise_lsp.documents import Document
from synerprise_lsp.errands import Errand
from synerprise_lsp.grants import Grant, grant
from synerprise_lsp.refusals import CommentGone, NothingFits, NothingTrusted
from tests.lsp.knowing_service import SQUARE, KnowingService

SUM = "duita songkhar jogfol ber koro"
URI = "file:///a.py"
PLACE = types.Range(types.Position(0, 1), types.Position(0, 1))
EDIT = types.TextEdit(PLACE, "x")


FURTHER = tuple(CheckedProgram(f"print({number})\n", 0.01, Verdict.RUNS) for number in range(1, 9))
BROKEN = CheckedProgram("print(1 / 0)\n", 0.01, Verdict.FAILED)


async def granted(
    text: str, wish: str = SUM, other: int = 0, further: tuple[CheckedProgram, ...] = ()
) -> Grant:
    document, service = Document(URI, text, 4), KnowingService()
    service.further = further
    errand = Errand(URI, 4, 0, wish, other)
    return await grant(errand, {URI: document}.get, cast(GenerationService, service))


async def test_a_grant_is_for_the_version_that_it_was_placed_in() -> None:
    found = await granted(f"# {SUM}\n")
    assert (found.uri, found.version) == (URI, 4)
    assert found.edit.range.start == types.Position(0, len(SUM) + 2)


async def test_what_cannot_be_granted_has_its_own_reason() -> None:
    with pytest.raises(NothingTrusted):
        await granted("# borgo ber koro, mone hoy\n", "borgo ber koro, mone hoy")
    with pytest.raises(NothingFits):
        await granted(f"# {SUM}\ndef plus(a, b): ...\n")


async def test_another_program_is_counted_from_behind_the_best_one() -> None:
    grants = [await granted(f"# {SUM}\n", other=n, further=FURTHER) for n in (1, 2, 6)]
    assert [grant.edit.new_text for grant in grants] == [
        "\nprint(1)",
        "\nprint(2)",
        "\nprint(6)",  # more than an answer has when nobody asks for more
    ]


async def test_what_failed_or_does_not_fit_is_not_counted() -> None:
    bodies = (f"def {name}(a, b):\n    return b + a\n" for name in ("plus", "add"))
    plus, add = (CheckedProgram(code, 0.01, Verdict.RUNS) for code in bodies)
    text = f"# {SUM}\ndef add(a, b): ...\n"
    found = await granted(text, other=1, further=(plus, add, BROKEN))
    assert found.edit.new_text.strip() == "return b + a"
    with pytest.raises(NothingTrusted):
        await granted(text, other=2, further=(plus, add, BROKEN))


async def test_where_none_is_trusted_the_best_is_the_first_of_the_others() -> None:
    wish = "borgo ber koro, mone hoy"
    found = await granted(f"# {wish}\n", wish, other=1)
    assert found.edit.new_text == f"\n{SQUARE.rstrip()}"
    with pytest.raises(NothingTrusted):
        await granted(f"# {wish}\n", wish, other=2)


async def test_a_document_that_was_closed_gets_nothing() -> None:
    service = cast(GenerationService, KnowingService())
    with pytest.raises(CommentGone):
        await grant(Errand(URI, 4, 0, SUM), lambda _uri: None, service)


def test_only_editors_that_know_versions_are_told_one() -> None:
    told = Grant(URI, 4, EDIT).as_workspace_edit(versions=True)
    plain = Grant(URI, 4, EDIT).as_workspace_edit(versions=False)
    identity = types.OptionalVersionedTextDocumentIdentifier(URI, 4)
    assert told.document_changes == [types.TextDocumentEdit(identity, [EDIT])]
    assert told.changes is None
    assert plain.changes == {URI: [EDIT]}
    assert plain.document_changes is None
