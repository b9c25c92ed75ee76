"""How well a wish is told from a remark, on comments that were sorted by hand."""

import time
import tomllib
from pathlib import Path

import pytest

from synerprise_lsp.comments import comment_at
from synerprise_lsp.detector import fold, is_wish

SORTED = tomllib.loads(Path(__file__).with_name("wish_set.toml").read_text("utf-8"))


def asks(text: str) -> bool:
    """Whether a row with this comment would be taken for a wish."""
    comment = comment_at([f"# {text}\n"], 0)
    return comment is not None and is_wish(comment.text)


def test_what_is_taken_for_a_wish_is_one_and_wishes_are_seen() -> None:
    seen = sum(map(asks, SORTED["wishes"]))
    mistaken = sum(map(asks, SORTED["remarks"]))
    assert seen / (seen + mistaken) >= 0.95  # precision
    assert seen / len(SORTED["wishes"]) >= 0.95  # recall


def test_the_set_is_large_and_has_both_scripts() -> None:
    for kind in ("wishes", "remarks"):
        texts = SORTED[kind]
        assert len(texts) == len(set(texts)) >= 80
        assert 0.2 < sum(not text.isascii() for text in texts) / len(texts) < 0.75


@pytest.mark.parametrize(
    ("one", "other"),
    [("daw", "dao"), ("baanao", "banao"), ("boodlao", "budlao"), ("zog", "jog"), ("Gorr", "gor")],
)
def test_spellings_of_one_word_are_folded(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_two_ways_to_write_one_letter_are_one() -> None:
    assert is_wish("গড\u09bc বের করো")
    assert is_wish("গ\u09dc বের করো")


def test_a_long_comment_takes_less_than_a_few_milliseconds() -> None:
    text = "ekta list er sob songkhar jogfol ber koro " * 20
    is_wish(text)
    began = time.process_time()
    is_wish(text)
    assert time.process_time() - began < 0.005
