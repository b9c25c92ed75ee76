"""Which words the trained model knows, and the nearest of them."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from synerprise_model.errors import ModelMissing
from synerprise_model.folders import PACKAGE
from synerprise_model.known_words import KnownWords, read_known_words
from synerprise_model.script import language_of

KNOWN = KnownWords("jogfal jogfl jogfol jogfoll যোগফল যোগফলের যোগফোল 3.14 x+".split())


def test_all_spellings_that_fold_alike_are_known() -> None:
    for word in ("jogfol", "jogfl", "jogfoll", "যোগফলল"):
        assert KNOWN.is_known(word)
    assert not KNOWN.is_known("gunfol")


@pytest.mark.parametrize(("word", "nearest"), [("jogfil", "jogfol"), ("zqzqzq", None)])
def test_the_nearest_word_is_one_of_a_few_other_letters(word: str, nearest: str | None) -> None:
    assert KNOWN.nearest(word, "Banglish") == nearest


def test_only_words_of_the_same_script_are_offered() -> None:
    assert KNOWN.nearest("যোগফিল", "Bangla") == "যোগফল"
    assert KnownWords(["jogfol"]).nearest("যোগফিল", "Bangla") is None


def test_of_equally_near_words_the_one_of_most_spellings_is_offered() -> None:
    words = "bichak bichaar bichar bicharr".split()
    assert KnownWords(words).nearest("bichat", "Banglish") == "bichar"


def test_of_its_spellings_the_one_in_the_middle_is_offered() -> None:
    words = "শবদগুলো শব্দগুলো সব্দগুলো শব্দগূলো".split()
    assert KnownWords(words).nearest("শব্দগুল্ফো", "Bangla") == "শব্দগুলো"


def test_the_words_of_the_shipped_model_are_known_and_quickly_found() -> None:
    known = read_known_words()
    assert read_known_words() is known
    for word in "যোগফল সংখ্যার তালিকা jogfol songkhar list".split():
        assert known.is_known(word)
    words = "jogfil gunpol factorail প্যালিনড্রামো abcdefghijklmnopqrstuvwxyz".split()
    started = time.process_time()
    for word in words:
        known.nearest(word, language_of(word))
    assert (time.process_time() - started) / len(words) < 0.005


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing):
        read_known_words(tmp_path)


def test_they_are_read_without_the_libraries_of_the_model() -> None:
    program = (
        "import sys; from synerprise_model.known_words import read_known_words;"
        "read_known_words(); print({'numpy', 'keras', 'tensorflow'} & set(sys.modules))"
    )
    told = subprocess.check_output([sys.executable, "-c", program], cwd=PACKAGE.parent, text=True)
    assert told == "set()\n"
