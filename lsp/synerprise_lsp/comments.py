"""Find comments: one `#` line, or several that belong together."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from synerprise_lsp.gaps import Spot
from synerprise_lsp.lines import without_end
from synerprise_lsp.literals import starts_in_string
from synerprise_lsp.remarks import is_remark

LINE = re.compile(r"(?P<indent>[ \t\f]*)(?P<sign>#+)(?P<text>.*)", re.DOTALL)
LONGEST_COMMENT = 20  # rows; a licence is no wish, and is not read again at every move of the caret


@dataclass(frozen=True, slots=True)
class Comment:
    """What is said in a document: in comment lines, behind code, or in a docstring."""

    text: str
    """What it says, in one line, without number signs, quotes and doctests."""
    start: Spot
    end: Spot
    indent: str
    """The indentation of its first row."""
    examples: tuple[str, ...] = ()
    """The doctests among what it says."""

    @property
    def first(self) -> int:
        """The row that it starts in; rows count from 0."""
        return self.start.row

    @property
    def last(self) -> int:
        """The row that it ends in."""
        return self.end.row

    @property
    def trails(self) -> bool:
        """Whether code stands before it in its row."""
        return self.start.column > len(self.indent)


def comment_at(lines: Sequence[str], row: int) -> Comment | None:
    """The comment that the row is part of; None for a row of code, and for ordinary remarks."""
    found = block_at(lines, row)
    return None if found is None or starts_in_string(lines, found.first) else found


def comments(lines: Sequence[str], inside: Container[int]) -> Iterator[Comment]:
    """All comments of a document, from its top, but for the rows inside of strings."""
    indents = [None if row in inside else _indent(lines, row) for row in range(len(lines))]
    for indent, together in groupby(range(len(lines)), indents.__getitem__):
        rows = list(together)
        if indent is not None and len(rows) <= LONGEST_COMMENT:
            yield _comment(lines, rows[0], rows[-1], indent)


def block_at(lines: Sequence[str], row: int) -> Comment | None:
    """What looks like a comment, and is one unless a string begins above it and goes on."""
    indent = _indent(lines, row)
    if indent is None:
        return None
    first = last = row
    while last - first < LONGEST_COMMENT and _indent(lines, first - 1) == indent:
        first -= 1
    while last - first < LONGEST_COMMENT and _indent(lines, last + 1) == indent:
        last += 1
    return _comment(lines, first, last, indent) if last - first < LONGEST_COMMENT else None


def _comment(lines: Sequence[str], first: int, last: int, indent: str) -> Comment:
    said = (lines[line].strip().lstrip("#").strip() for line in range(first, last + 1))
    end = Spot(last, len(without_end(lines[last])))
    return Comment(" ".join(said), Spot(first, len(indent)), end, indent)


def _indent(lines: Sequence[str], row: int) -> str | None:
    """The indent of a comment that may be a wish; None when the row has no such comment."""
    if not 0 <= row < len(lines):
        return None
    found = LINE.fullmatch(without_end(lines[row]))
    return None if not found or is_remark(found["text"]) else found["indent"]
