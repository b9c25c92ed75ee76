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
    row = wish.comment.first  # a lens stands above one row, never above several
    end = Spot(row, len(without_end(document.lines[row])))
    place = document.range_of(Spot(row, len(wish.comment.indent)), end)
    errand = errand_for(document, wish).as_json()
    return types.CodeLens(place, types.Command(title_of(wish), COMMAND, arguments=[errand]))
