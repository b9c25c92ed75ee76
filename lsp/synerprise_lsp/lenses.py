"""Lenses: above each wish of a document, the command that grants it."""

from lsprotocol import types

from synerprise_lsp.actions import COMMAND, title_of
from synerprise_lsp.documents import Document
from synerprise_lsp.errands import errand_for
from synerprise_lsp.gaps import Spot
from synerprise_lsp.lines import without_end
from synerprise_lsp.wishes import Wish, wishes_in


def lenses(document: Document) -> list[types.CodeLens]:
    """One for each wish, complete."""
    return [_lens(document, wish) for wish in wishes_in(document.lines)]


def _lens(document: Document, wish: Wish) -> types.CodeLens:
    comment = wish.comment
    row = Spot(comment.first, len(without_end(document.lines[comment.first])))
    place = document.range_of(comment.start, min(comment.end, row))  # above one row, not several
    errand = errand_for(document, wish).as_json()
    return types.CodeLens(place, types.Command(title_of(wish), COMMAND, arguments=[errand]))
