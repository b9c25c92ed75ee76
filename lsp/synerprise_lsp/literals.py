"""Know what lies inside a string, where a number sign starts no comment."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

TRIPLE = ('"""', "'''")
TOKEN = re.compile(
    r"""
    ["'\#]  # one set first: the engine looks for it at full speed
    (?: (?<=\#) [^\r\n]*
      | (?<=") "" (?P<double> (?: [^\\"]++ | \\. | "(?!"") )*+ (?: "{3} | \\?\Z ) )
      | (?<=') '' (?P<single> (?: [^\\']++ | \\. | '(?!'') )*+ (?: '{3} | \\?\Z ) )
      | (?<=") (?: [^"\\\r\n]++ | \\. )*+ "?
      | (?<=') (?: [^'\\\r\n]++ | \\. )*+ '?
    )
    """,
    re.VERBOSE | re.DOTALL,
)


def rows_in_strings(lines: Sequence[str]) -> frozenset[int]:
    """The rows that start inside a string in triple quotes.

    Tolerant on purpose: Python's own tokenizer gives up on a file that is half typed.
    """
    text = "".join(lines)
    if not any(quotes in text for quotes in TRIPLE):
        return frozenset()
    starts = list(accumulate(map(len, lines), initial=0))
    rows: set[int] = set()
    for found in TOKEN.finditer(text):
        if found.lastgroup:
            first, after = bisect_right(starts, found.start()), bisect_left(starts, found.end())
            rows.update(range(first, after))
    return frozenset(rows)


def sign_in(line: str) -> int | None:
    """The column of the number sign that starts a comment, in a line that starts in no string."""
    signs = (found.start() for found in TOKEN.finditer(line) if found.group()[0] == "#")
    return next(signs, None)


def starts_in_string(lines: Sequence[str], row: int) -> bool:
    """Whether the row starts inside a string; reads no further than the row."""
    return row in rows_in_strings([*lines[:row], "."])
