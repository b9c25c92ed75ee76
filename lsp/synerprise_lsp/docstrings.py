"""Find docstrings that ask for the body of their function, which has none yet."""

import re
from collections.abc import Container, Iterator, Sequence

from synerprise_lsp.comments import Comment
from synerprise_lsp.detector import is_wish
from synerprise_lsp.gaps import Spot
from synerprise_lsp.lines import indent_of, is_blank, split
from synerprise_lsp.literals import starts_in_string
from synerprise_lsp.remarks import is_remark
from synerprise_lsp.stubs import HEADER, LONGEST_STUB, Stub, last_row_of_header, stub_at

LITERAL = re.compile(
    r"""[rRuU]?(?P<quotes>"{3}|'{3}|["'])(?P<text>(?:\\.|(?!(?P=quotes)).)*)(?P=quotes)""",
    re.DOTALL,
)
DOCTEST = re.compile(r"(?:(?<=\n).*:\n+)?^(>>>.*(?:\n(?!>>>).+)*)", re.MULTILINE)
"""It ends at an empty row or at the next; a heading such as "Examples:" may stand above it."""
DETAILS = re.compile(
    r"^(?:(?:args|arguments|param(?:eter)?s|returns?|raises|yields)\s*:?$|:(?:param|type|return|rais))",
    re.MULTILINE | re.IGNORECASE,
)
"""Where a docstring begins to tell of each parameter, as Google, NumPy and Sphinx have it."""
LONGEST_DOCSTRING = 50  # rows; longer than a comment, since it may hold doctests


def docstring_at(lines: Sequence[str], row: int) -> Comment | None:
    """The docstring that asks for the body of the function that the row is of."""
    above = range(min(row, len(lines) - 1), max(row - LONGEST_STUB, -1), -1)
    header = next((at for at in above if HEADER.match(lines[at])), None)
    found = None if header is None else _asking_below(lines, header)
    if header is None or found is None:
        return None
    docstring, stub = found
    return docstring if row <= stub.last and not starts_in_string(lines, header) else None


def docstrings(lines: Sequence[str], inside: Container[int]) -> Iterator[Comment]:
    """All docstrings of a document that ask, from its top, but for the rows inside of strings."""
    for row, line in enumerate(lines):
        if HEADER.match(line) and row not in inside and (found := _asking_below(lines, row)):
            yield found[0]


def _asking_below(lines: Sequence[str], header: int) -> tuple[Comment, Stub] | None:
    """Words come first, since most functions have a body, which the parser would read."""
    docstring = _docstring_below(lines, header)
    if docstring is None or not is_wish(docstring.text) or is_remark(docstring.text):
        return None
    stub = stub_at(lines, header)
    return (docstring, stub) if stub and stub.documented else None


def _docstring_below(lines: Sequence[str], header: int) -> Comment | None:
    """What looks like a docstring, and is one if the function parses."""
    end = last_row_of_header(lines, header)
    if end is None:
        return None
    below = range(end + 1, min(end + LONGEST_DOCSTRING, len(lines)))
    row = next((at for at in below if not _is_passed_over(lines[at])), None)
    if row is None:
        return None
    indent = indent_of(lines[row])
    found = LITERAL.match("".join(lines[row : row + LONGEST_DOCSTRING]), len(indent))
    if found is None:
        return None
    text, examples = _parted(found["text"])
    *above, last = split(found.string[: found.end()])
    return Comment(
        text, Spot(row, len(indent)), Spot(row + len(above), len(last)), indent, examples
    )


def _is_passed_over(line: str) -> bool:
    return is_blank(line) or line.lstrip().startswith("#")


def _parted(docstring: str) -> tuple[str, tuple[str, ...]]:
    """What a docstring asks, and its doctests."""
    rows = "\n".join(map(str.strip, split(docstring.strip())))
    asked, *_details = DETAILS.split(DOCTEST.sub("", rows))
    return " ".join(asked.split()), tuple(DOCTEST.findall(rows))
