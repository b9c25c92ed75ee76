"""The variables that a comment speaks of."""

import pytest

from synerprise_lsp.comments import comment_at
from synerprise_lsp.lines import split
from synerprise_lsp.sight import names_in_sight
from synerprise_lsp.wishes import wish_at

INSIDE = """\
total = 0
def other(marks):
    hidden = 1
def f(prices, limit=3):
    for price in prices:
        # {}
"""


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("prices er moddhe jor gula ber koro", ("prices",)),
        ("limit er cheye boro prices gula rakho", ("limit", "prices")),
        ("price r total er jogfol", ("price", "total")),
        ("hidden ar marks er jogfol ber koro", ()),  # of other functions
        ("list er jogfol ber koro", ()),
        ("prices er jogfol ber korar function likho", ()),  # has its own variables
    ],
)
def test_what_is_bound_around_and_spoken_of_is_in_sight(text: str, names: tuple[str, ...]) -> None:
    lines = split(INSIDE.format(text))
    comment = comment_at(lines, 5)
    assert comment
    assert names_in_sight(lines, comment) == names


def test_what_is_bound_below_is_not_there_yet() -> None:
    lines = split("# prices er jogfol ber koro\nprices = [1]\n")
    comment = comment_at(lines, 0)
    assert comment
    assert names_in_sight(lines, comment) == ()


@pytest.mark.parametrize("line", ["a, marks = 1, 2", "with open(p) as marks:", "marks: int = 3"])
def test_a_wish_tells_the_names_that_it_speaks_of(line: str) -> None:
    wish = wish_at(split(f"{line}\n# marks er jogfol ber koro\n"), 1)
    assert wish
    assert wish.prompt.names == ("marks",)


def test_behind_code_the_names_of_its_own_row_are_in_sight() -> None:
    lines = split("y = 2\nx, z = 5, 6  # x ar y er jogfol ber koro\nz = 3\n")
    wish = wish_at(lines, 1)
    assert wish
    assert wish.prompt.names == ("x", "y")


def test_under_a_signature_its_parameters_are_enough() -> None:
    wish = wish_at(split("a = 1\n# a er borgo ber koro\ndef square(a):\n    pass\n"), 1)
    assert wish
    assert wish.prompt.names == ()
