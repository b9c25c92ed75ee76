"""Programs as tokens, and back."""

import pytest

from synerprise_model.layout import layout
from synerprise_model.lexer import LexError, is_call_keyword, lex

PROGRAM = """import math
from collections import Counter


def helper(a, b=2, *args, **kwargs):
    return a**2 + (b + 1) ** 2 - -a


class Stack:
    def __init__(self):
        self.items = []

    @property
    def size(self):
        return len(self.items)


def main(text, n=1):
    words = text.split()[::-1]
    x = words[n + 1 :] + words[1:n] + words[-1:] + words[: n + 1]
    counts = {word: len(word) for word in words if word not in ("a", 'b')}
    best = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    print(f"Total: {sum(x):.2f} for {text} {{}} {counts['a']}{n}", end="")
    first, *rest = words
    print(*rest, sep=" ")

    def inner():
        return [0] * n

    y = inner() if n else {}
    return [[x * y for y in range(1, 3)] for x in words], {1, 2}, (1,), math.pi
"""


def test_a_program_comes_back_as_it_was() -> None:
    assert layout(lex(PROGRAM)) == PROGRAM


def test_names_inside_an_f_string_are_tokens() -> None:
    assert lex('f"{name}: {marks[0]:.1f}%"')[1:4] == ["{", "name", "}"]


@pytest.mark.parametrize("code", ['x = """long"""', "x = 1  # why", "x = $"])
def test_what_the_tokens_cannot_say_is_refused(code: str) -> None:
    with pytest.raises(LexError):
        lex(code)


def test_the_keyword_of_an_argument_is_told_from_a_parameter() -> None:
    assert lex("z = 1 + 2.5j\n")[-3:-1] == ["+", "2.5j"]
    call = lex("sorted(x, key=len)")
    assert is_call_keyword(call, call.index("key"))
    definition = lex("def f(x, key=1):")
    assert not is_call_keyword(definition, definition.index("key"))
