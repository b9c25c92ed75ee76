"""What a user has chosen."""

from typing import Any

import pytest

from synerprise_lsp.preferences import Preferences, read_preferences

ON = Preferences(code_lens=True)


def test_everything_is_off_until_it_is_turned_on() -> None:
    assert Preferences() == Preferences(code_lens=False)


def test_the_last_word_is_what_counts() -> None:
    assert read_preferences({"synerprise": {"codeLens": True}}, Preferences()) == ON
    assert read_preferences({"synerprise": {"codeLens": False}}, ON) == Preferences()


@pytest.mark.parametrize(
    "settings",
    [
        None,
        [],
        "synerprise",
        {},
        {"python": {"codeLens": False}},
        {"synerprise": None},
        {"synerprise": {}},
        {"synerprise": {"codeLens": None}},
        {"synerprise": {"codeLens": "no"}},
    ],
)
def test_what_says_nothing_changes_nothing(settings: Any) -> None:
    assert read_preferences(settings, ON) == ON
    assert read_preferences(settings, Preferences()) == Preferences()
