"""Spelling noise is seeded, and leaves alone what must be copied."""

from random import Random

from synerprise_model.folders import CATALOGUE
from synerprise_model.spelling import Speller, read_speller
from synerprise_model.splits import is_held_out_noise

SPELLER = read_speller(CATALOGUE, ["list", "number"])
TEXT = 'numbers_list theke 10 er cheye boro "korte hobe" gulo ber korte hobe'


def test_the_same_seed_gives_the_same_spelling() -> None:
    assert [SPELLER.misspell(TEXT, Random(seed)) for seed in range(30)] == [
        SPELLER.misspell(TEXT, Random(seed)) for seed in range(30)
    ]


def test_names_numbers_and_quoted_text_stay_as_they_are() -> None:
    spelled = {SPELLER.misspell(TEXT, Random(seed)) for seed in range(200)}
    assert len(spelled) > 60
    assert all(
        "numbers_list" in text and "10" in text and '"korte hobe"' in text for text in spelled
    )


def test_bangla_is_spelled_in_several_ways_too() -> None:
    spelled = {SPELLER.misspell("তালিকার সংখ্যাগুলো নির্ণয় করুন", Random(seed)) for seed in range(400)}
    assert "list এর সংখ্যাগুলো নির্ণয় করুন" in spelled
    assert len(spelled) > 25


def test_misspellings_that_are_held_out_are_never_taught() -> None:
    words = "songkha gulor jogfol ber korte hobe তালিকার বড় সংখ্যাটা নির্ণয় করুন".split()
    strange = read_speller(CATALOGUE, held_out=True)

    def made_by(speller: Speller) -> set[tuple[str, str]]:
        drawn = ((w, speller.misspell(w, Random(seed))) for w in words for seed in range(400))
        return {pair for pair in drawn if pair[0] != pair[1]}

    held_out = {pair for pair in made_by(strange) if is_held_out_noise(*pair)}
    assert len(held_out) > 10
    assert not held_out & made_by(SPELLER)
