"""What is offered for an unknown word at the caret: the nearest word that the model knows."""

from collections.abc import Iterator

from lsprotocol import types

from synerprise_lsp.actions import is_wanted
from synerprise_lsp.clients import Client
from synerprise_lsp.diagnostics import diagnostic_for
from synerprise_lsp.documents import Document
from synerprise_lsp.grants import Grant
from synerprise_lsp.unknown_words import UnknownWord, unknown_words
from synerprise_lsp.wishes import wish_at
from synerprise_model.known_words import KnownWords
from synerprise_model.script import language_of

KIND = types.CodeActionKind.QuickFix.value


def quick_fixes(
    document: Document, params: types.CodeActionParams, client: Client, known: KnownWords | None
) -> list[types.CodeAction]:
    """Actions with their edits, for the unknown words that are touched; none while none is marked.

    As with the other actions, the comment is that of the first selected row.
    """
    if known is None or not (client.literals and is_wanted(params.context.only, KIND)):
        return []
    return [
        _quick_fix(document, unknown, nearest, client)
        for unknown in _touched(document, params.range, known)
        if (nearest := known.nearest(unknown.word, language_of(unknown.word)))
    ]


def _touched(document: Document, selected: types.Range, known: KnownWords) -> Iterator[UnknownWord]:
    wish = wish_at(document.lines, selected.start.line)
    first, last = document.spot_of(selected.start), document.spot_of(selected.end)
    for unknown in unknown_words(document.lines, wish, known) if wish else ():
        if unknown.start <= last and first <= unknown.end:
            yield unknown


def _quick_fix(
    document: Document, unknown: UnknownWord, nearest: str, client: Client
) -> types.CodeAction:
    hint = diagnostic_for(document, unknown)
    grant = Grant(document.uri, document.version, types.TextEdit(hint.range, nearest))
    return types.CodeAction(
        f"SynerPrise: {unknown.word} → {nearest}",
        kind=KIND,
        diagnostics=[hint],
        is_preferred=False,
        edit=grant.as_workspace_edit(versions=client.versions),
    )
