"""Lines as editors count them."""

import pytest

from synerprise_lsp.lines import end_near, indent_unit, split


def test_only_line_feeds_and_carriage_returns_part_lines() -> None:
    assert split("a\r\nb\rc\n\nd\x0ce\u2028f\x85g") == [
        "a\r\n",
        "b\r",
        "c\n",
        "\n",
        "d\x0ce\u2028f\x85g",
    ]


def test_nothing_has_no_lines() -> None:
    assert split("") == []


@pytest.mark.parametrize(
    ("lines", "row", "end"),
    [
        (["a\r\n", "b"], 1, "\r\n"),
        (["a\n", "b\r\n"], 1, "\r\n"),
        (["a\n", "b\r\n"], 0, "\n"),
        (["a"], 0, "\n"),
    ],
)
def test_a_new_line_ends_as_those_around_it(lines: list[str], row: int, end: str) -> None:
    assert end_near(lines, row) == end


@pytest.mark.parametrize(
    ("text", "indent", "unit"),
    [
        ("x = 1\n", "", "    "),
        ("def f():\n  return 1\n", "", "  "),
        ("def f():\n\treturn 1\n", "", "\t"),
        ("def f():\n  if 1:\n    pass\n", "    ", "  "),
        ("def f():\n    return 1\n", "\t", "\t"),
        ("def f():\n   return 1\ndef g():\n   pass\ndef h():\n    pass\n", "    ", "    "),
    ],
)
def test_the_step_of_indentation_is_the_files_own(text: str, indent: str, unit: str) -> None:
    assert indent_unit(split(text), indent) == unit
