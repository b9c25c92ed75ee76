"""What is suggested at the caret behind a wish, or on the empty row below it."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from lsprotocol import types

from synerprise_daemon.errors import SynerpriseError
from synerprise_daemon.service import GenerationService
from synerprise_lsp.documents import Document
from synerprise_lsp.gaps import Gap, Spot
from synerprise_lsp.grants import best
from synerprise_lsp.lines import is_blank, without_end
from synerprise_lsp.wishes import Wish, gap_below, wish_at

BUDGET_S = 0.6  # a suggestion that comes later meets a user who is busy with something else


async def suggestions(
    document: Document, caret: types.Position, service: GenerationService
) -> list[types.InlineCompletionItem]:
    """The best program, or nothing: nobody asked for it, so nobody is told why there is none."""
    version, wish = document.version, _wish_before(document, caret)
    if wish is None:
        return []
    try:
        async with asyncio.timeout(BUDGET_S):
            answer = await service.answer(wish.prompt)
        if document.version != version:
            return []  # the caret is not there any more
        edit = best(document.lines, wish, answer)
    except (SynerpriseError, TimeoutError):
        return []
    place = document.range_of(edit.start, edit.end)
    return [types.InlineCompletionItem(edit.text, range=place)]


def _wish_before(document: Document, caret: types.Position) -> Wish | None:
    """The wish whose code can begin at the caret; that of a function above the caret cannot."""
    lines, row = document.lines, caret.line
    wish = wish_at(lines, row)
    if wish is None or wish.gap.start != gap_below(lines, wish.comment).start:
        return None
    if row == wish.comment.last:
        column = document.position_from_client_units(caret).character
        return wish if column == wish.gap.start.column else None
    if row == wish.comment.last + 1 and is_blank("".join(lines[row : row + 1])):
        return replace(wish, gap=_row_gap(lines, row, wish.gap.indent))
    return None


def _row_gap(lines: Sequence[str], row: int, indent: str) -> Gap:
    """The empty row itself, with the spaces that an editor may have put there."""
    spaces = without_end(lines[row]) if row < len(lines) else ""
    return Gap(Spot(row, 0), Spot(row, len(spaces)), indent, on_new_line=False)
