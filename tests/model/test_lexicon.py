"""Words of sentences are exchanged for others of the same meaning, in the same case."""

from pathlib import Path
from random import Random

import pytest

from synerprise_model.errors import CatalogueError
from synerprise_model.folders import CATALOGUE
from synerprise_model.lexicon import read_lexicon

SUM = """
[sum]
bangla = ["যোগফল, যোগফলের", "সমষ্টি, সমষ্টির"]
banglish = ["jogfol, jogfoler", "sum, sum er"]
"""


def lexicon_of(tmp_path: Path, **files: str) -> Path:
    (tmp_path / "lexicon").mkdir()
    for name, text in files.items():
        (tmp_path / "lexicon" / f"{name}.toml").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_word_is_exchanged_in_its_case(tmp_path: Path) -> None:
    lexicon = read_lexicon(lexicon_of(tmp_path, sums=SUM))
    told = {lexicon.vary("দুটির যোগফলের বর্গ", "bangla", Random(seed)) for seed in range(40)}
    assert told == {"দুটির যোগফলের বর্গ", "দুটির সমষ্টির বর্গ"}
    told = {lexicon.vary("list er sum er half", "banglish", Random(seed)) for seed in range(40)}
    assert told == {"list er sum er half", "list er jogfoler half"}


def test_quoted_words_names_and_those_of_the_signature_stay(tmp_path: Path) -> None:
    lexicon = read_lexicon(lexicon_of(tmp_path, sums=SUM))
    text = "'sum' likho, `sum` ar sum() ba sum_of, jogfol"
    told = {lexicon.vary(text, "banglish", Random(seed), {"jogfol"}) for seed in range(40)}
    assert told == {text}


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        ('[total]\nbangla = ["সমষ্টি"]', "also means"),
        ('[total]\nhindi = ["x"]', "unknown key"),
        ("[total", "Expected"),
    ],
)
def test_a_fault_is_told_with_its_file(tmp_path: Path, wrong: str, complaint: str) -> None:
    catalogue = lexicon_of(tmp_path, sums=SUM, totals=wrong)
    with pytest.raises(CatalogueError, match=complaint) as fault:
        read_lexicon(catalogue)
    assert "totals.toml" in str(fault.value)


def test_the_catalogues_own_lexicon_can_be_read() -> None:
    assert read_lexicon(CATALOGUE).lemmas > 0
