"""Find comments: one `#` line, or several that belong together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from synerprise_lsp.lines import without_end
from synerprise_lsp.literals import rows_in_strings, starts_in_string
from synerprise_lsp.remarks import is_remark

LINE = re.compile(r"(?P<indent>[ \t\f]*)(?P<sign>#+)(?P<text>.*)", re.DOTALL)
LONGEST_COMMENT = 20  # rows; a licence is no wish, and is not read again at every move of the caret


@dataclass(frozen=True, slots=True)
class Comment:
    """Lines that each hold nothing but a comment, with the same indent."""

    text: str
    """What the lines say, in one line, without the number signs."""
    first: int
    last: int
    """The row of the last line; rows count from 0."""
    indent: str


def comment_at(lines: Sequence[str], row: int) -> Comment | None:
    """The comment that the row is part of; None for a row of code, and for ordinary remarks."""
    found = block_at(lines, row)
    return None if found is None or starts_in_string(lines, found.first) else found


def comments(lines: Sequence[str]) -> Iterator[Comment]:
    """All comments of a document, from its top."""
    inside = rows_in_strings(lines)
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
    return Comment(" ".join(said), first, last, indent)


def _indent(lines: Sequence[str], row: int) -> str | None:
    """The indent of a comment that may be a wish; None when the row has no such comment."""
    if not 0 <= row < len(lines):
        return None
    found = LINE.fullmatch(without_end(lines[row]))
    return None if not found or is_remark(found["text"]) else found["indent"]
