"""Docstrings of functions that wait for their body."""

import time

import pytest

from synerprise_lsp.comments import Comment
from synerprise_lsp.docstrings import docstring_at, docstrings
from synerprise_lsp.gaps import Spot
from synerprise_lsp.lines import split
from synerprise_lsp.literals import rows_in_strings

SUM = "duita songkhar jogfol ber koro"
LONG = """\
class A:
\t@cache
\tdef add(
\t\tself,
\t\ta: int,
\t):
\t\t# later

\t\tr'''
\t\tদুটি সংখ্যার

\t\tযোগফল বের করো
\t\t>>> x = A()
\t\t>>> for n in [1]:
\t\t...     x.add(n)
\t\t2

\t\tবিজোড় হলে ০ দাও
\t\t'''
\t\t...
"""


def found(text: str) -> list[Comment]:
    lines = split(text)
    return list(docstrings(lines, rows_in_strings(lines)))


def test_its_rows_are_one_text_without_the_doctests() -> None:
    asked = Comment(
        "দুটি সংখ্যার যোগফল বের করো বিজোড় হলে ০ দাও",
        Spot(8, 2),
        Spot(18, 5),
        "\t\t",
        (">>> x = A()", ">>> for n in [1]:\n...     x.add(n)\n2"),
    )
    assert found(LONG) == [asked]
    assert found(LONG.replace("\n", "\r\n")) == [asked]
    assert [docstring_at(split(LONG), row) == asked for row in range(20)] == [False] * 2 + [
        True
    ] * 18


@pytest.mark.parametrize(
    "literal", [f'"{SUM}"', f"'{SUM}'", f'u"""{SUM}"""', f"R'''\n    {SUM}\n    '''"]
)
def test_any_quotes_will_do(literal: str) -> None:
    text = f"def add(a, b):\n    {literal}\n"
    assert [docstring.text for docstring in found(text)] == [SUM]


@pytest.mark.parametrize(
    "more",
    [
        "Args:\n        a: প্রথম সংখ্যা",
        "Returns\n    -------\n    int",
        ":param a: প্রথম সংখ্যা",
        "উদাহরণ:\n\n    >>> add(1, 2)\n    3",
    ],
)
def test_headings_and_details_are_no_part_of_its_text(more: str) -> None:
    (docstring,) = found(f'def add(a, b):\n    """\n    {SUM}:\n\n    {more}\n    """\n')
    assert docstring.text == f"{SUM}:"


@pytest.mark.parametrize(
    "text",
    [
        f'def add(a, b):\n    """{SUM}"""\n    return a + b\n',
        f'def add(a, b): """{SUM}"""\n',
        f'def add(a, b):\n    """{SUM}\n',
        f'def add(a, b\n    """{SUM}"""\n',
        f'def add(a, b):\n    f"""{SUM}"""\n',
        f'def add(a, b):\n    x = """{SUM}"""\n',
        f'def add(a, b):\n    """{SUM}""".strip()\n',
        f'class A:\n    """{SUM}"""\n',
        f"x = '''\ndef add(a, b):\n    \"{SUM}\"\n'''\n",
        'def add(a, b):\n    """The sum of two numbers."""\n',
        f'def add(a, b):\n    """TODO: {SUM}"""\n',
        'def add(a, b):\n    """>>> add(1, 2)\n    3\n    """\n',
        "def add(a, b):\n",
    ],
)
def test_what_is_no_docstring_or_has_a_body_or_asks_nothing_is_left_alone(text: str) -> None:
    assert found(text) == []
    assert [docstring_at(split(text), row) for row in range(4)] == [None] * 4


def test_another_function_is_not_its_place() -> None:
    lines = split(f'def add(a, b):\n    """{SUM}"""\n\nx = 1\ndef f():\n    return 1\n')
    assert [docstring_at(lines, row) for row in (3, 4, 5, 99)] == [None] * 4


def test_a_caret_in_a_long_file_waits_less_than_five_milliseconds() -> None:
    function = f'def f(a):\n    """Says {SUM}."""\n' + "    print(a)\n" * 150
    lines = split(function * 10 + f'def add(a, b):\n    """{SUM}"""\n')

    def took(row: int) -> float:
        began = time.process_time()
        docstring_at(lines, row)
        return time.process_time() - began

    for row in (len(lines) - 1, len(lines) - 3):
        assert min(took(row) for _ in range(5)) < 0.005
