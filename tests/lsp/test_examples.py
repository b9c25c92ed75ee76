"""The user's own asserts."""

from synerprise_lsp.examples import examples_below
from synerprise_lsp.lines import split


def test_asserts_are_read_until_something_else_comes() -> None:
    lines = split(
        "\n\nassert f(1) == 2  # one\nassert f(\n    2\n) == 3\nx = 1\nassert f(3) == 4\n"
    )
    assert examples_below(lines, 0, "") == ("assert f(1) == 2", "assert f(2) == 3")


def test_an_assert_of_another_block_or_half_typed_is_none() -> None:
    assert examples_below(split("    assert f(1) == 2\n"), 0, "") == ()
    assert examples_below(split("assert f(1) ==\n"), 0, "") == ()
    assert examples_below([], 0, "") == ()
