"""Comments of one row or several."""

import pytest

from synerprise_lsp.comments import Comment, comment_at, comments
from synerprise_lsp.gaps import Spot
from synerprise_lsp.lines import split
from synerprise_lsp.literals import rows_in_strings

TEXT = """\
#!/usr/bin/env python3
# দুটি সংখ্যার
# যোগফল বের করো
x = 1  # beside code
    # songkhar borgo
    ## ber koro
# noqa: E501
"""


def found(text: str) -> list[Comment]:
    return list(comments(split(text), ()))


def test_rows_that_belong_together_are_one_comment() -> None:
    sums = Comment("দুটি সংখ্যার যোগফল বের করো", Spot(1, 0), Spot(2, 15), indent="")
    square = Comment("songkhar borgo ber koro", Spot(4, 4), Spot(5, 15), indent="    ")
    assert found(TEXT) == [sums, square]
    assert comment_at(split(TEXT), 2) == sums


@pytest.mark.parametrize("row", [0, 3, 6, 7, -1])
def test_marks_code_and_what_is_outside_are_no_comments(row: int) -> None:
    assert comment_at(split(TEXT), row) is None


def test_a_number_sign_in_a_string_starts_no_comment() -> None:
    lines = split('x = """\n# jogfol ber koro\n"""\n# borgo ber koro\n')
    assert comment_at(lines, 1) is None
    assert [comment.first for comment in comments(lines, rows_in_strings(lines))] == [3]


@pytest.mark.parametrize(("rows", "count"), [(20, 1), (21, 0)])
def test_a_comment_as_long_as_a_licence_is_none(rows: int, count: int) -> None:
    lines = ["# jogfol ber koro\n"] * rows
    assert len(list(comments(lines, ()))) == count
    assert [comment_at(lines, row) is not None for row in (0, 10, rows - 1)] == [count == 1] * 3


def test_a_comment_with_other_indentation_is_another() -> None:
    several = found("\t# jogfol ber koro\r\n        # borgo ber koro\r\n")
    assert [comment.text for comment in several] == ["jogfol ber koro", "borgo ber koro"]
