"""The edit that grants a wish, in documents of every shape."""

import ast

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from synerprise_lsp.edits import applied, fitting
from synerprise_lsp.lines import split
from synerprise_lsp.wishes import wish_at

WISH = "# duita songkhar jogfol ber koro"
DOCUMENTED = f'{WISH}\n@cache\ndef add(\n  a, b\n):\n  """যোগ"""\n'
SAID = f'def add(a, b):\n  r"""\n  {WISH}\n  """\n\n  # soon\n'
METHOD = f"class A:\r\n\t{WISH}\r\n\tdef add(a, b):"
SUM = "def add(a, b):\n    total = a + b\n    return total\n"
ADD = "def add(a, b):\n    return a + b\n"


def granted(text: str, row: int, *programs: str) -> str | None:
    """The document after the wish at the row was granted; None when no program fits."""
    lines = split(text)
    wish = wish_at(lines, row)
    assert wish
    edit = next(fitting(lines, wish, programs or (SUM,)), None)
    return applied(lines, edit) if edit else None


def test_a_program_stands_below_its_comment_and_the_rest_stays() -> None:
    text = f"x = 1\n{WISH}\n\n\ny = 2\n"
    assert granted(text, 1) == f"x = 1\n{WISH}\n{SUM}\n\ny = 2\n"


def test_behind_code_the_program_stands_in_the_next_row_at_its_indentation() -> None:
    text = f"if 1:\n\tx = 5  {WISH}\n\ty = 2\n"
    assert granted(text, 1, "print(x)\n") == f"if 1:\n\tx = 5  {WISH}\n\tprint(x)\n\ty = 2\n"


def test_of_several_programs_each_that_fits_is_placed_once() -> None:
    lines = split(f"{WISH}\ndef add(a, b): ...\n")
    wish = wish_at(lines, 0)
    assert wish
    twice, shown = SUM, f"{SUM}\n\nprint(add(1, 2))\n"  # what stands after a body is left off
    edits = list(fitting(lines, wish, (twice, "def plus(a, b): ...\n", shown, ADD)))
    assert [edit.text.split("return")[-1].strip() for edit in edits] == ["total", "a + b"]


def test_empty_rows_are_left_before_code_that_follows_at_once() -> None:
    assert granted(f"{WISH}\ny = 2\n", 0) == f"{WISH}\n{SUM}\n\ny = 2\n"


def test_a_document_that_ends_in_the_comment_needs_no_line_end() -> None:
    assert granted(WISH, 0) == f"{WISH}\n{SUM.rstrip()}"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("unit", ["\t", "  ", "    "])
def test_a_program_has_the_indentation_and_line_ends_of_its_place(unit: str, end: str) -> None:
    text = (
        f"class A:\n    def f(self):\n        if self:\n            {WISH}\n            return 1\n"
    )
    after = """\
class A:
    def f(self):
        if self:
            # duita songkhar jogfol ber koro
            def add(a, b):
                total = a + b
                return total

            return 1
"""
    own, expected = (one.replace("    ", unit).replace("\n", end) for one in (text, after))
    assert granted(own, 3) == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            f"{WISH}\ndef add(a, b):\n    pass\n",
            f"{WISH}\ndef add(a, b):\n    total = a + b\n    return total\n",
        ),
        (
            f"def add(a, b):\n    {WISH}\n    ...\n\nx = 1\n",
            f"def add(a, b):\n    {WISH}\n    total = a + b\n    return total\n\nx = 1\n",
        ),
        (
            f"def add(a, b):\n    {WISH}\n",
            f"def add(a, b):\n    {WISH}\n    total = a + b\n    return total\n",
        ),
        (
            f"{WISH}\ndef add(a, b): ...\n",
            f"{WISH}\ndef add(a, b):\n    total = a + b\n    return total\n",
        ),
        (
            DOCUMENTED,
            f"{DOCUMENTED}  total = a + b\n  return total\n",
        ),
        (
            f"def add(a, b):  {WISH}\n",
            f"def add(a, b):  {WISH}\n    total = a + b\n    return total\n",
        ),
        (
            f'def add(a, b):\n    """{WISH}"""\n',
            f'def add(a, b):\n    """{WISH}"""\n    total = a + b\n    return total\n',
        ),
        (
            f"{SAID}  pass\n",
            f"{SAID}  total = a + b\n  return total\n",
        ),
        (
            f"{METHOD} pass\r\n",
            f"{METHOD}\r\n\t\ttotal = a + b\r\n\t\treturn total\r\n",
        ),
    ],
)
def test_a_body_fills_the_function_that_waits(before: str, after: str) -> None:
    row = next(row for row, line in enumerate(split(before)) if WISH in line)
    assert granted(before, row) == after


def test_the_first_program_that_fits_is_taken() -> None:
    text = f"{WISH}\ndef add(a, b): ...\n"
    assert granted(
        text, 0, "def plus(a, b):\n    return 0\n", "def add(a, b):\n    return 1\n"
    ) == (f"{WISH}\ndef add(a, b):\n    return 1\n")
    assert granted(text, 0, "def plus(a, b):\n    return 0\n") is None


def test_a_program_that_would_break_the_document_is_not_taken() -> None:
    text = f"x = [\n    {WISH}\n    1,\n]\n"
    assert granted(text, 1) is None
    assert granted(f"{text}def (\n", 1) is not None  # it was broken before


def parses(text: str) -> bool:
    try:
        ast.parse(text)
    except SyntaxError:
        return False
    return True


PIECES = st.sampled_from(
    [
        WISH,
        "x = '😀 ক'",
        "",
        "def add(a, b):",
        f"    '{WISH}'",
        f"x = 5  {WISH}",
        f"    def add(a, b):  {WISH}",
        "    pass",
        "    return a",
        "if x:",
        "\ty = 1",
        f"    {WISH}",
        "    def add(a, b): ...",
        '"""',
        "class A:",
        "x = (",
        ")",
    ]
)


@hypothesis.settings(deadline=None)  # others may use this machine
@given(st.lists(PIECES, min_size=1, max_size=8), st.sampled_from(["\n", "\r\n"]))
def test_a_document_that_parsed_before_parses_after(rows: list[str], end: str) -> None:
    lines = split(end.join(rows))
    for row in range(len(lines)):
        wish = wish_at(lines, row)
        edits = list(fitting(lines, wish, [SUM, "def add(b):\n    return b\n"])) if wish else []
        for edit in edits if parses("".join(lines)) else ():
            after = applied(lines, edit)
            assert parses(after)
            assert len(after) > len("".join(lines)) - len("pass")
