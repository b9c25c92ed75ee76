"""Grant a wish: ask the service, and place its best program that fits."""

from collections.abc import Callable
from dataclasses import dataclass

from lsprotocol import types

from synerprise_daemon.answer import Answer
from synerprise_daemon.service import GenerationService
from synerprise_lsp.documents import Document
from synerprise_lsp.edits import Edit, first_fitting
from synerprise_lsp.errands import Errand, find_again
from synerprise_lsp.refusals import CommentGone, NothingFits, NothingTrusted
from synerprise_lsp.wishes import Wish

Opened = Callable[[str], Document | None]
"""Gives the document as it is now; None when it was closed."""


@dataclass(frozen=True, slots=True)
class Grant:
    """An edit, and the state of the document that it is for."""

    uri: str
    version: int | None
    edit: types.TextEdit

    def as_workspace_edit(self, *, versions: bool) -> types.WorkspaceEdit:
        """With the version of the document for those editors that check it."""
        if not versions:
            return types.WorkspaceEdit(changes={self.uri: [self.edit]})
        identity = types.OptionalVersionedTextDocumentIdentifier(self.uri, self.version)
        change = types.TextDocumentEdit(identity, [self.edit])
        return types.WorkspaceEdit(document_changes=[change])


async def grant(errand: Errand, opened: Opened, service: GenerationService) -> Grant:
    """The edit for the document as it is when the answer has come.

    Raises `CommentGone`, `NothingTrusted`, `NothingFits`, and what the service raises.
    """
    _, wish = _found(errand, opened)
    answer = await service.answer(wish.prompt)
    document, now = _found(errand, opened)
    if now.prompt != wish.prompt:
        raise CommentGone  # the function or the examples beside it have changed
    return Grant(errand.uri, document.version, _text_edit(document, _edit(document, now, answer)))


def _found(errand: Errand, opened: Opened) -> tuple[Document, Wish]:
    document = opened(errand.uri)
    if document is None:
        raise CommentGone
    return document, find_again(errand, document.version, document.lines)


def _edit(document: Document, wish: Wish, answer: Answer) -> Edit:
    if not answer.trusted:
        raise NothingTrusted
    edit = first_fitting(document.lines, wish, (p.code for p in answer.programs if not p.failed))
    if edit is None:
        raise NothingFits
    return edit


def _text_edit(document: Document, edit: Edit) -> types.TextEdit:
    start, end = document.position_of(edit.start), document.position_of(edit.end)
    return types.TextEdit(types.Range(start, end), edit.text)
