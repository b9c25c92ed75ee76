"""How a prompt is read: names, numbers, texts and lists become slots."""

from random import Random

import pytest

from synerprise_model.number_words import in_words
from synerprise_model.prompt import Prompt
from synerprise_model.signatures import SignatureInvalid, call_of, read_signature
from synerprise_model.source import read_source
from synerprise_model.tasks import Script


def test_numbers_in_both_digits_and_in_words_become_slots() -> None:
    assert read_source(Prompt("১০ theke 20")).slots == {"<N0>": "10", "<N1>": "20"}
    assert read_source(Prompt("পাঁচ দিয়ে ভাগ")).slots == {"<N0>": "5"}
    assert read_source(Prompt("3 ar 3")).slots == {"<N0>": "3"}
    assert read_source(Prompt("-5 theke boro")).slots == {"<N0>": "-5"}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("সাড়ে তিন হাজার টাকা", "3500"),
        ("দেড় লাখ টাকার উপর", "150000"),
        ("৫ হাজার টাকার বেশি", "5000"),
        ("dui hajar pachsho taka", "2500"),
        ("এক কোটি বিশ লাখ", "12000000"),
        ("একশ পাঁচ", "105"),
        ("হাজার টাকা", "1000"),
        ("ছাপ্পান্ন", "56"),
    ],
)
def test_a_number_of_many_words_is_one_slot(text: str, number: str) -> None:
    assert read_source(Prompt(text)).slots == {"<N0>": number}


def test_two_numbers_side_by_side_stay_two() -> None:
    assert read_source(Prompt("পাঁচ দশ পনেরো")).slots == {"<N0>": "5", "<N1>": "10", "<N2>": "15"}
    assert read_source(Prompt("5 10")).slots == {"<N0>": "5", "<N1>": "10"}


@pytest.mark.parametrize("script", ["bangla", "banglish"])
@pytest.mark.parametrize("value", [0, 3, 20, 56, 100, 500, 3000, 200000, 50000000])
def test_a_number_in_words_is_read_as_that_number(script: Script, value: int) -> None:
    shown = {in_words(value, script, Random(seed)) for seed in range(5)}
    for words in shown - {None}:
        assert list(read_source(Prompt(str(words))).slots.values()) == [str(value)], words


def test_the_name_of_a_call_told_in_the_text_is_the_functions() -> None:
    assert read_source(Prompt("jogfol ber koro, jemon total(3) → 6")).slots["<F>"] == "total"


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


@pytest.mark.parametrize(
    ("example", "name", "types"),
    [
        ("assert round(area(2, 3), 2) == 6.0", "area", ("int", "int")),
        ("assert f('a')[0] == 'x'", "f", ("str",)),
        ("assert multiplier(2)(3) == 6", "multiplier", ("int",)),
        ("assert greet('Mina').endswith('Mina')", "greet", ("str",)),
        ("assert abs(mean([1]) - 1) < 0.01", "mean", ("list of int",)),
        ("assert not is_even(3)", "is_even", ("int",)),
        ("assert 3 == top([3])", "top", ("list of int",)),
        ("assert len('abc') == 3", "len", ("str",)),
        ("square(3) == 9", "square", ("int",)),
        ("box = Box(3); assert box.size() == 3", "Box", ("int",)),
    ],
)
def test_a_call_is_seen_through_what_is_done_with_its_value(
    example: str, name: str, types: tuple[str, ...]
) -> None:
    call = call_of(example)
    assert call is not None
    assert (call.name, call.argument_types) == (name, types)


def test_a_function_may_have_a_capital() -> None:
    examples = ("assert CountVowels('a') == 1",)
    for prompt in (
        Prompt("koyta vowel", "def CountVowels(s):", examples),
        Prompt("koyta vowel", None, examples),
    ):
        source = read_source(prompt)
        assert source.class_name is None
        assert source.slots["<F>"] == "CountVowels"


def test_a_message_names_no_class() -> None:
    assert read_source(Prompt("class na mille 'Invalid class' print koro")).class_name is None
    assert read_source(Prompt("'Invalid' dewa Ticket class banao")).class_name == "Ticket"


def test_an_example_of_a_class_gives_its_name() -> None:
    source = read_source(Prompt("ekta class", examples=('assert Card("Rima").balance == 0',)))
    assert source.class_name == "Card"


def test_slots_have_indices_drawn_at_random_for_training() -> None:
    slots = {next(iter(read_source(Prompt("5 bar"), Random(seed)).slots)) for seed in range(200)}
    assert len(slots) == 12


def test_what_is_no_signature_is_refused() -> None:
    with pytest.raises(SignatureInvalid):
        read_signature("def (a, b)")
    assert read_signature(None) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chatro namer ekta class banao", "Chatro"),
        ("Student নামে একটি ক্লাস লিখুন", "Student"),
        ("BankAccount class likho, deposit thakbe", "BankAccount"),
        ("class Car banao", "Car"),
        ("Ekta class banao", None),
        ("Animal class theke Dog class banao", None),
        ("list er jogfol", None),
    ],
)
def test_a_class_that_the_text_names_has_that_name(text: str, name: str | None) -> None:
    assert read_source(Prompt(text)).class_name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("MatirBank name e ekta class banaw, joma(taka) taka jog korbe", "MatirBank"),
        ("Student নামে একটি ক্লাস তৈরি করুন", "Student"),
        ("ekta class banao Wallet naame", "Wallet"),
        ("Circle nam e ekta class", "Circle"),
        ("HitCounter class: hit(key) call korle 1 barbe", "HitCounter"),
        ("Rahim namer manushke khuje dao", None),
    ],
)
def test_a_class_is_called_what_the_text_calls_it(text: str, name: str | None) -> None:
    assert read_source(Prompt(text)).class_name == name


def test_the_methods_that_a_text_names_can_be_copied() -> None:
    source = read_source(Prompt("Bank class, taka_rakho(poriman) jog korbe, `koto` dibe, show()"))
    assert [source.slots[f"<I{at}>"] for at in range(3)] == ["taka_rakho", "koto", "show"]
    assert "<F>" not in source.slots


def test_names_of_the_language_are_nobodys_own() -> None:
    assert "<I0>" not in read_source(Prompt("sorted() use na kore sajao")).slots


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("জোড় হলে Even আর বিজোড় হলে odd দেখাও", ['"Even"', '"odd"']),
        ("soman hole YES, nahole NO print koro", ['"YES"', '"NO"']),
        ("Jodi pass kore tahole Pass dekhabe. Nahole fail", ['"Pass"']),
        ("80 hole A+ noile F", ['"A+"', '"F"']),
        ("True ফেরত দাও, না হলে None", []),
    ],
)
def test_words_that_may_be_messages_can_be_copied(text: str, messages: list[str]) -> None:
    slots = read_source(Prompt(text)).slots
    assert [told for slot, told in slots.items() if slot[1] == "W"] == messages
