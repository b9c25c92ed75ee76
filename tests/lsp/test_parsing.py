"""Python's parser, asked quietly."""

import pytest

from synerprise_lsp.parsing import parse


@pytest.mark.parametrize("text", ["def (", "x = '", "\x00", "\ud83d", "(" * 1000])
def test_what_does_not_parse_is_none_whatever_the_parser_says(text: str) -> None:
    assert parse(text) is None


def test_a_warning_about_the_users_text_is_not_given() -> None:
    assert parse("x = '\\d' is 5") is not None
