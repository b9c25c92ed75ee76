"""Text of others in Markdown: whatever is in it, it is shown as it is."""

import re

TICKS = re.compile("`+")


def fenced(text: str, language: str) -> str:
    """A block of code."""
    fence = _longer_than_in(text, 2)
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"


def spanned(text: str) -> str:
    """Code within a sentence; the spaces keep ticks at its ends apart, and are not shown."""
    fence = _longer_than_in(text, 0)
    return f"{fence} {text} {fence}"


def _longer_than_in(text: str, least: int) -> str:
    return "`" * (1 + max([least, *map(len, TICKS.findall(text))]))
