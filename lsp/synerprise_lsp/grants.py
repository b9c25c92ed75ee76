"""Grant a wish: ask the service, and place its best program that fits, or another that does."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from lsprotocol import types

from synerprise_daemon.answer import Answer
from synerprise_daemon.service import CANDIDATES, GenerationService
from synerprise_lsp.documents import Document
from synerprise_lsp.edits import Edit, fitting
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
    answer = await service.answer(wish.prompt, CANDIDATES if errand.other else None)
    document, now = _found(errand, opened)
    if now.prompt != wish.prompt:
        raise CommentGone  # the function or the examples beside it have changed
    lines = document.lines
    edit = other(lines, now, answer, errand.other) if errand.other else best(lines, now, answer)
    text_edit = types.TextEdit(document.range_of(edit.start, edit.end), edit.text)
    return Grant(errand.uri, document.version, text_edit)


def _found(errand: Errand, opened: Opened) -> tuple[Document, Wish]:
    document = opened(errand.uri)
    if document is None:
        raise CommentGone
    return document, find_again(errand, document.version, document.lines)


def best(lines: Sequence[str], wish: Wish, answer: Answer) -> Edit:
    """The edit with the best program; raises `NothingTrusted` and `NothingFits`."""
    if not answer.trusted:
        raise NothingTrusted
    edit = next(_edits(lines, wish, answer), None)
    if edit is None:
        raise NothingFits
    return edit


def other(lines: Sequence[str], wish: Wish, answer: Answer, number: int) -> Edit:
    """The edit with a program other than the best, counted from 1.

    It need not be trusted, since whoever chooses it wants to see it. Where the best is not trusted
    either, and so is not to be had otherwise, it is the first of the others. Raises
    `NothingTrusted` when there are not so many.
    """
    edits = _edits(lines, wish, answer)
    edit = next(islice(edits, number if answer.trusted else number - 1, None), None)
    if edit is None:
        raise NothingTrusted
    return edit


def _edits(lines: Sequence[str], wish: Wish, answer: Answer) -> Iterator[Edit]:
    return fitting(lines, wish, (p.code for p in answer.programs if not p.failed))
