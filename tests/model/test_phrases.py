"""The phrase language."""

from random import Random

import pytest

from synerprise_model.errors import PhraseError
from synerprise_model.phrases import Group, Slot, count, read_phrase, say


def filled(part: Slot | Group) -> str:
    return part.name.upper()


def test_a_choice_gives_each_of_its_branches() -> None:
    phrase = read_phrase("{numbers} (sum|jogfol) [ta] <find>")
    said = {say(phrase, filled, Random(seed)) for seed in range(50)}
    assert said == {
        "NUMBERS sum FIND",
        "NUMBERS sum ta FIND",
        "NUMBERS jogfol FIND",
        "NUMBERS jogfol ta FIND",
    }
    assert count(phrase, lambda part: 3) == 2 * 2 * 3 * 3


@pytest.mark.parametrize("line", ["(a|b", "a]b", "[{numbers.of}]", "a|b", "{Numbers}", "(a]"])
def test_a_phrase_that_is_not_well_formed_is_refused_with_its_text(line: str) -> None:
    with pytest.raises(PhraseError) as refused:
        read_phrase(line)
    assert repr(line) in str(refused.value)


def test_signs_of_comparison_are_plain_words() -> None:
    assert (
        say(read_phrase("je number gula > {limit}"), filled, Random(0)) == "je number gula > LIMIT"
    )


def test_brackets_round_one_branch_are_brackets() -> None:
    phrase = read_phrase("f(x) dile (a|a) (b)")
    assert say(phrase, lambda part: "", Random(1)) == "f(x) dile a (b)"
