"""The edits that grant a wish: with the programs with which the whole document still parses."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from synerprise_lsp.gaps import Spot
from synerprise_lsp.lines import end_near, indent_unit, is_blank
from synerprise_lsp.parsing import parse
from synerprise_lsp.programs import body_for, ends_in_definition, laid_out
from synerprise_lsp.wishes import Wish


@dataclass(frozen=True, slots=True)
class Edit:
    """A new text for what stands between two spots."""

    start: Spot
    end: Spot
    text: str


def fitting(lines: Sequence[str], wish: Wish, programs: Iterable[str]) -> Iterator[Edit]:
    """The edits with those of the programs that do no harm, in their order, each text once."""
    written = set[str]()
    for code in programs:
        edit = edit_for(lines, wish, code)
        if edit and edit.text not in written and _does_no_harm(lines, edit):
            written.add(edit.text)
            yield edit


def edit_for(lines: Sequence[str], wish: Wish, code: str) -> Edit | None:
    """None when a body is wished and the program has no function of that name and parameters."""
    wanted = body_for(wish.stub, code) if wish.stub else code
    if wanted is None:
        return None
    gap, end = wish.gap, end_near(lines, wish.gap.start.row)
    text = laid_out(wanted, gap.indent, indent_unit(lines, gap.indent), end)
    before = end if gap.on_new_line else ""
    return Edit(gap.start, gap.end, before + text + _room_after(lines, wish, wanted, end))


def applied(lines: Sequence[str], edit: Edit) -> str:
    """The document with the edit in it."""
    before = [*lines[: edit.start.row], _row(lines, edit.start.row)[: edit.start.column]]
    after = [_row(lines, edit.end.row)[edit.end.column :], *lines[edit.end.row + 1 :]]
    return "".join([*before, edit.text, *after])


def _row(lines: Sequence[str], row: int) -> str:
    return lines[row] if row < len(lines) else ""


def _room_after(lines: Sequence[str], wish: Wish, code: str, end: str) -> str:
    """The empty rows that belong between a definition and the code that already follows."""
    follows = wish.gap.end.row + 1
    if wish.stub or follows >= len(lines) or is_blank(lines[follows]):
        return ""
    if not ends_in_definition(code):
        return ""
    return end * (1 if wish.gap.indent else 2)


def _does_no_harm(lines: Sequence[str], edit: Edit) -> bool:
    return parse(applied(lines, edit)) is not None or parse("".join(lines)) is None
