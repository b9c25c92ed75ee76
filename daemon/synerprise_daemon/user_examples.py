"""Read the examples that stand beside a prompt: asserts, comparisons, doctests, ``f(3) -> 9``."""

import ast
import doctest
import re
from collections.abc import Iterator, Sequence

ARROW = re.compile(r"\s*(?:→|->|=>)\s*")


def read_examples(examples: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The examples as asserts, and those that cannot be understood, as they were written."""
    asserts: list[str] = []
    unclear: list[str] = []
    for example in examples:
        read = list(_asserts(example.strip()))
        if read and all(map(_is_assert, read)):
            asserts += read
        else:
            unclear.append(example)
    return tuple(dict.fromkeys(asserts)), tuple(unclear)


def _asserts(example: str) -> Iterator[str]:
    if example.startswith(">>>"):
        yield from _of_doctest(example)
    elif _is_assert(example):
        yield example
    elif _is_expression(example):
        yield f"assert {example}"
    else:
        yield f"assert {ARROW.sub(' == ', example, count=1)}"


def _of_doctest(text: str) -> Iterator[str]:
    """``>>> f(3)`` with the result on the next line, or a comparison with none."""
    for one in doctest.DocTestParser().get_examples(text):
        call, result = one.source.strip(), one.want.strip()
        yield f"assert {call} == {result}" if result not in ("", "True") else f"assert {call}"


def _is_assert(text: str) -> bool:
    """Whether it ends in an assert; lines that prepare one may stand before it."""
    try:
        body = ast.parse(text).body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return False
    return bool(body) and isinstance(body[-1], ast.Assert)


def _is_expression(text: str) -> bool:
    try:
        ast.parse(text, mode="eval")
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return False
    return True
