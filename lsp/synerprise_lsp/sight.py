"""Which variables in sight a comment speaks of, so that the code can use them."""

import re
from collections.abc import Iterator, Sequence

from synerprise_lsp.comments import Comment
from synerprise_lsp.lines import indent_of, is_blank, without_end

NAME = r"[A-Za-z_][A-Za-z0-9_]*"
NAMES = rf"{NAME}(?:\s*,\s*{NAME})*"
BINDING = re.compile(
    rf"""\s*(?:
        (?P<assigned>{NAMES})\s*(?::[^=]+)?=(?!=)
      | for\s+(?P<each>{NAMES})\s+in\b
      | with\b.*\bas\s+(?P<opened>{NAME})
      | (?:async\s+)?def\s+\w+\((?P<given>[^)]*)\)
    )""",
    re.VERBOSE,
)
PARAMETER = re.compile(rf"(?:^|,)\s*\**({NAME})")
WHOLE = re.compile(
    r"function|func\b|\bdef\b|class|method|program|script|"
    r"ফাংশন|ক্লাস|মেথড|প্রোগ্রাম|স্ক্রিপ্ট",
    re.IGNORECASE,
)
"""Words of a wish for a program of its own, which has its own variables."""
MOST = 4


def names_in_sight(lines: Sequence[str], comment: Comment) -> tuple[str, ...]:
    """Variables that the comment calls by name, in that order, bound above it or in its row."""
    if WHOLE.search(comment.text):
        return ()
    spoken = dict.fromkeys(re.findall(rf"(?<!\w){NAME}(?!\w)", comment.text))
    bound = set(_bound_until(lines, comment)) if spoken else set()
    return tuple(name for name in spoken if name in bound)[:MOST]


def _bound_until(lines: Sequence[str], comment: Comment) -> Iterator[str]:
    """Names bound in the blocks that the comment stands in, the nearest first."""
    level = len(comment.indent)
    for row in range(comment.first, -1, -1):
        line = without_end(lines[row])
        depth = len(indent_of(line))
        if is_blank(line) or depth > level:
            continue
        opens = depth < level
        level = depth
        if found := BINDING.match(line):
            yield from _names(found, opens=opens)


def _names(found: re.Match[str], *, opens: bool) -> Iterator[str]:
    """What a line binds; a function's parameters only for the block that it opens."""
    if found["given"] is not None:
        yield from PARAMETER.findall(found["given"]) if opens else ()
        return
    bound = found["assigned"] or found["each"] or found["opened"]
    yield from re.findall(NAME, bound)
