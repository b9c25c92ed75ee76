"""What a user has chosen."""

from typing import Any

import pytest

from synerprise_lsp.preferences import Preferences, read_preferences

ON = Preferences(code_lens=True)


def test_lenses_are_off_and_hints_are_on_until_the_user_says_otherwise() -> None:
    assert Preferences() == Preferences(code_lens=False, unknown_words=True)


def test_the_last_word_is_what_counts() -> None:
    assert read_preferences({"synerprise": {"codeLens": True}}, Preferences()) == ON
    assert read_preferences({"synerprise": {"codeLens": False}}, ON) == Preferences()


def test_what_is_said_of_one_preference_leaves_the_other() -> None:
    said = {"synerprise": {"unknownWords": False, "codeLens": "no"}}
    assert read_preferences(said, ON) == Preferences(code_lens=True, unknown_words=False)


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
