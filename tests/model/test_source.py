"""How a prompt is read: names, numbers, texts and lists become slots."""

from random import Random

import pytest

from synerprise_model.prompt import Prompt
from synerprise_model.signatures import SignatureInvalid, call_of, read_signature
from synerprise_model.source import read_source


def test_numbers_in_both_digits_and_in_words_become_slots() -> None:
    assert read_source(Prompt("১০ theke 20")).slots == {"<N0>": "10", "<N1>": "20"}
    assert read_source(Prompt("পাঁচ দিয়ে ভাগ")).slots == {"<N0>": "5"}
    assert read_source(Prompt("3 ar 3")).slots == {"<N0>": "3"}
    assert read_source(Prompt("-5 theke boro")).slots == {"<N0>": "-5"}


def test_quoted_text_and_lists_become_slots() -> None:
    assert read_source(Prompt("'a' ke “b” diye bodlao")).slots == {"<S0>": '"a"', "<S1>": '"b"'}
    assert read_source(Prompt("[3, 'x'] er sum")).slots == {"<L0>": '[3, "x"]'}


def test_a_signature_gives_the_name_and_the_parameters() -> None:
    source = read_source(Prompt("jog koro", "def add_all(nums: list[int], k=2) -> int:"))
    assert source.slots["<F>"] == "add_all"
    assert source.slots["<sig>"] == "(nums: list[int], k=2) -> int"
    assert (source.slots["<P0>"], source.slots["<P1>"]) == ("nums", "k")
    assert "add all" in [piece.word for piece in source.pieces]


@pytest.mark.parametrize(
    "text",
    ["is_even namer ekta function", "`is_even` banao", "is_even() likho", "is_even নামে ফাংশন লেখো"],
)
def test_a_name_in_the_text_is_the_functions(text: str) -> None:
    assert read_source(Prompt(text)).slots["<F>"] == "is_even"


def test_an_example_gives_the_name_and_shows_the_types() -> None:
    call = call_of("assert top([1, 2], 'x') == 3.5")
    assert call is not None
    assert call.argument_types == ("list of int", "str")
    assert call.result_type == "float"
    source = read_source(Prompt("সবচেয়ে বড়", examples=("assert top([1, 2]) == 2",)))
    assert source.slots["<F>"] == "top"


def test_slots_have_indices_drawn_at_random_for_training() -> None:
    slots = {next(iter(read_source(Prompt("5 bar"), Random(seed)).slots)) for seed in range(40)}
    assert len(slots) == 6


def test_what_is_no_signature_is_refused() -> None:
    with pytest.raises(SignatureInvalid):
        read_signature("def (a, b)")
    assert read_signature(None) is None
