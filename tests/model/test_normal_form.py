"""One way to write each text."""

import pytest

from synerprise_model.folding import fold
from synerprise_model.normal_form import canonical
from synerprise_model.script import language_of


def test_joiners_spaces_and_keyboards_make_no_difference() -> None:
    assert canonical("যোগফল  দাও") == canonical("যোগ\u200bফল\u00a0দাও")
    assert canonical("ব\u09dc") == canonical("ব\u09a1\u09bc")
    assert canonical("ক\u09c7\u09be") == canonical("ক\u09cb")
    assert canonical("হঠাত\u09cd\u200d") == canonical("হঠাৎ")


def test_digits_quotes_and_signs_become_ascii() -> None:
    assert canonical("১০ এর ‘ক’ × ২ ≥ ৩") == "10 এর 'ক' * 2 >= 3"
    assert canonical("ａｂ１２") == "ab12"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("korte", "krte"),
        ("korte", "করতে"),
        ("choto", "ছোট"),
        ("ache", "আছে"),
        ("jogfol", "যোগফল"),
        ("factorial", "ফ্যাক্টরিয়াল"),
        ("ekta", "akta"),
        ("list", "লিস্ট"),
    ],
)
def test_spellings_of_a_word_fold_to_the_same(left: str, right: str) -> None:
    assert fold(canonical(left)) == fold(canonical(right))


def test_one_bengali_letter_makes_a_prompt_bangla() -> None:
    assert language_of("list এর sum") == "Bangla"
    assert language_of("Create function to square a number") == "Banglish"
