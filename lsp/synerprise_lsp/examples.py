"""The asserts below a comment or a function: the user's own examples of what is wished."""

import ast
from collections.abc import Iterator, Sequence

from synerprise_lsp.lines import indent_of, is_blank, without_end
from synerprise_lsp.parsing import parse

LONGEST_GAP = 2  # blank rows between a function and its asserts, as formatters leave them
LONGEST_ASSERT = 20  # rows


def examples_below(lines: Sequence[str], row: int, indent: str) -> tuple[str, ...]:
    """The asserts that start in this row or after a gap, each in one line."""
    for _ in range(LONGEST_GAP):
        if row < len(lines) and is_blank(lines[row]):
            row += 1
    return tuple(_asserts(lines, row, indent))


def _asserts(lines: Sequence[str], row: int, indent: str) -> Iterator[str]:
    while row < len(lines) and indent_of(lines[row]) == indent:
        found = _assert_at(lines, row)
        if found is None:
            return
        row, example = found
        yield example


def _assert_at(lines: Sequence[str], row: int) -> tuple[int, str] | None:
    """The row after an assert, and the assert."""
    if not lines[row].strip().startswith("assert"):
        return None
    for after in range(row + 1, min(row + LONGEST_ASSERT, len(lines)) + 1):
        tree = parse("\n".join(without_end(line) for line in lines[row:after]).strip())
        if tree and tree.body and isinstance(tree.body[0], ast.Assert):
            return after, ast.unparse(tree)
    return None
