"""Which words the trained model knows, and which of them is nearest to one that it does not.

Read from the tokenizer's file with `json` alone, so that a door can tell without the network.
Words are compared folded, as the model reads them: a spelling that folds to the form of a known
word is known too.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Literal

from synerprise_model.errors import ModelMissing
from synerprise_model.folders import TRAINED
from synerprise_model.folding import fold
from synerprise_model.script import language_of

Language = Literal["Bangla", "Banglish"]

TOKENIZER = "source_tokenizer.json"
WORD = re.compile(r"[\u0980-\u09ff]{3,}|[a-z]{3,}")
"""What can be offered: no mark, number or sign, and nothing too short to be told from others."""
COMPARED = 24  # forms that share most pairs of letters; the nearest is among the first few
NEAR = 0.8
"""The likeness (0 to 1, of `SequenceMatcher`) from which a word may have been meant."""


class KnownWords:
    """The words of a tokenizer by their folded forms."""

    def __init__(self, words: Iterable[str]) -> None:
        self._forms: set[str] = set()
        self._spellings: defaultdict[tuple[Language, str], list[str]] = defaultdict(list)
        for word in words:
            self._forms.add(fold(word))
            if WORD.fullmatch(word):
                self._spellings[language_of(word), fold(word)].append(word)
        self._sharing: defaultdict[tuple[Language, str], list[str]] = defaultdict(list)
        for language, form in self._spellings:
            for pair in _pairs(form):
                self._sharing[language, pair].append(form)

    def is_known(self, word: str) -> bool:
        """Whether the model knows a word in normal form, or another spelling of it."""
        return fold(word) in self._forms

    def nearest(self, word: str, language: Language) -> str | None:
        """The known word of this script that was likely meant; None where none is near.

        Of words that are equally near, the one that is asked most: the corpus misspells words at
        random, so that those which come often come in many spellings.
        """
        form = fold(word)
        shared = Counter(
            other for pair in _pairs(form) for other in self._sharing.get((language, pair), ())
        )
        likeness = {other: _likeness(form, other) for other, _ in shared.most_common(COMPARED)}
        near = [other for other, alike in likeness.items() if alike >= NEAR]
        if not near:
            return None
        best = max(near, key=lambda other: (likeness[other], len(self._spellings[language, other])))
        return _middle(self._spellings[language, best])


@cache
def read_known_words(folder: Path = TRAINED) -> KnownWords:
    """What `synerprise train` wrote, read once, in a fifth of a second; raises `ModelMissing`."""
    path = folder / TOKENIZER
    if not path.exists():
        raise ModelMissing(folder)
    words = json.loads(path.read_text(encoding="utf-8"))["words"]
    return KnownWords(word for word in words if not word.startswith("<"))


def _pairs(form: str) -> list[str]:
    """Letters that stand side by side, with the ends of the word."""
    return [first + second for first, second in pairwise(f"<{form}>")]


def _middle(spellings: list[str]) -> str:
    """The spelling most like all the others, which are each a slip away from the right one."""
    return max(spellings, key=lambda word: sum(_likeness(word, other) for other in spellings))


def _likeness(word: str, other: str) -> float:
    return SequenceMatcher(None, word, other, autojunk=False).ratio()
