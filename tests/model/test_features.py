"""What the encoder reads of a prompt."""

from random import Random

from synerprise_model.features import LONGEST_SOURCE, SourceTokenizer
from synerprise_model.prompt import Prompt
from synerprise_model.source import read_source

TOKENIZER = SourceTokenizer.of([read_source(Prompt("jogfol", "def plus(p, q):"))], fewest=1)


def test_a_prompt_that_is_too_long_loses_words_but_not_its_signature() -> None:
    words = [f"kotha{'o' * n}" for n in range(100)]
    short = TOKENIZER.encode(read_source(Prompt("", "def plus(p, q):")))
    long = TOKENIZER.encode(read_source(Prompt(" ".join(words), "def plus(p, q):")))
    assert len(long) == LONGEST_SOURCE
    assert (long[-len(short) :] == short).all()


def test_two_spellings_of_a_word_share_rows_that_two_words_do_not() -> None:
    def rows(text: str) -> set[int]:
        return set(TOKENIZER.encode(read_source(Prompt(text)))[0].tolist()) - {0, 1}

    assert len(rows("songkha") & rows("shongkha")) > len(rows("songkha") & rows("jogfol"))
    assert rows("করতে") & rows("korte")


def test_a_sample_does_without_the_own_rows_of_some_words() -> None:
    source = read_source(Prompt(" ".join(["jogfol"] * 60)))
    own = {int(rows[0]) for rows in TOKENIZER.encode(source)}
    forgetting = [int(rows[0]) for rows in TOKENIZER.encode(source, Random(0))]
    assert own < set(forgetting) == own | {1}
    assert forgetting.count(1) < 20
