"""Sentences name what they speak of as one person would."""

import re
from random import Random

import pytest

from synerprise_model.folders import CATALOGUE
from synerprise_model.phrases import read_phrase
from synerprise_model.saying import Speaker, Surroundings
from synerprise_model.tasks import Script, Task
from synerprise_model.wording import read_wording

WORDING = read_wording(CATALOGUE)
SPEAKER = Speaker(WORDING)


def said(clause: str, script: Script, names: dict[str, str], nouns: dict[str, str]) -> list[str]:
    """Sentences for a clause of a function of these parameters."""
    parameters = ", ".join(nouns) or ", ".join(names)
    task = Task(
        name="lists/total",
        about="",
        form="function",
        phrasings={},
        nouns=nouns,
        values={},
        solution=f"def total({parameters}):\n    return 0\n",
        checks=(),
        runs=(),
    )
    around = Surroundings(task, script, names, {}, None)
    phrase = read_phrase(clause)
    return [SPEAKER.sentence(phrase, around, Random(seed)) for seed in range(400)]


def test_a_list_that_was_given_is_called_again_what_it_was_called() -> None:
    told = said("{numbers.of} যোগফল <find>", "bangla", {}, {"numbers": "numbers"})
    given = [text for text in told if re.search("(লিস্ট|তালিকা) (নেয়|নিয়ে|দেওয়া|হিসেবে)", text)]
    assert len(given) > 20
    for text in given:
        noun = "লিস্ট" if re.search("লিস্ট (নেয়|নিয়ে|দেওয়া|হিসেবে)", text) else "তালিকা"
        assert len(re.findall(noun, text)) == 2, text


def test_a_letter_that_names_a_parameter_is_said_as_the_signature_has_it() -> None:
    told = said("১ থেকে n পর্যন্ত যোগফল <find>", "bangla", {"n": "m"}, {})
    assert all(" m " in text and " n " not in text for text in told)


@pytest.mark.parametrize(
    ("clause", "script"),
    [("lister jogfol <find>", "banglish"), ("<find> the total", "english")],
)
def test_a_label_is_followed_by_no_other(clause: str, script: Script) -> None:
    told = said(clause, script, {}, {"numbers": "numbers"})
    assert any(":" in text for text in told)
    assert all(text.count(":") < 2 for text in told)
