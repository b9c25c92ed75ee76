"""Rows inside of strings, where a number sign is no comment."""

import pytest

from synerprise_lsp.lines import split
from synerprise_lsp.literals import rows_in_strings, sign_in, starts_in_string


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("x = 1\n# c\n", set()),
        ('"""a\n# b\n"""\n# c\n', {1, 2}),
        ("'''a\n# \"\"\" b\n'''\n# c\n", {1, 2}),
        ('# it is """ here\n# c\n', set()),
        ('x = \'"""\'\n# c\n', set()),
        ('x = "\\""\n# c\n"""\n', set()),
        ('"""a \\""" b\n# in\n"""\n# c\n', {1, 2}),
        ('"""" quoted"""\n# c\n', set()),
        ('"""never closed\n# in\n', {1}),
        ('"""ends in a backslash\n\\', {1}),
        ('"""a\r\nb"""\r\n# c\r\n', {1}),
        ('x = "half typed\n# c\n"""d\n"""\n', {3}),
    ],
)
def test_rows_in_strings(text: str, rows: set[int]) -> None:
    assert rows_in_strings(split(text)) == rows


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("x = 1  # c # d", 7),
        ("x = '#'  # c", 9),
        ('x = "\\"#" # c', 10),
        ("x = '''#", None),
        ("x = 'half # typed", None),
        ("x", None),
    ],
)
def test_the_number_sign_that_starts_a_comment(line: str, column: int | None) -> None:
    assert sign_in(line) == column


def test_what_stands_below_a_row_does_not_count() -> None:
    lines = split('"""a"""\n# c\n"""never closed\n# d\n')
    assert not starts_in_string(lines, 1)
    assert starts_in_string(lines, 3)
