"""Grants: the edit, and the state of the document that it is for."""

from typing import cast

import pytest
from lsprotocol import types

from synerprise_daemon.service import GenerationService
from synerprise_lsp.documents import Document
from synerprise_lsp.errands import Errand
from synerprise_lsp.grants import Grant, grant
from synerprise_lsp.refusals import CommentGone, NothingFits, NothingTrusted
from tests.lsp.knowing_service import KnowingService

SUM = "duita songkhar jogfol ber koro"
URI = "file:///a.py"
PLACE = types.Range(types.Position(0, 1), types.Position(0, 1))
EDIT = types.TextEdit(PLACE, "x")


async def granted(text: str, wish: str = SUM) -> Grant:
    document = Document(URI, text, 4)
    service = cast(GenerationService, KnowingService())
    return await grant(Errand(URI, 4, 0, wish), {URI: document}.get, service)


async def test_a_grant_is_for_the_version_that_it_was_placed_in() -> None:
    found = await granted(f"# {SUM}\n")
    assert (found.uri, found.version) == (URI, 4)
    assert found.edit.range.start == types.Position(0, len(SUM) + 2)


async def test_what_cannot_be_granted_has_its_own_reason() -> None:
    with pytest.raises(NothingTrusted):
        await granted("# borgo ber koro, mone hoy\n", "borgo ber koro, mone hoy")
    with pytest.raises(NothingFits):
        await granted(f"# {SUM}\ndef plus(a, b): ...\n")


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
