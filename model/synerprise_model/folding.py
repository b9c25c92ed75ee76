"""Fold a word of either script to a rough Latin spelling, so that variants come close.

A second view of a word beside its letters, never instead of them: ``korte``, ``krte`` and করতে
fold to ``krte``. The choices follow how people romanise (see ARCHITECTURE.md, the model).
"""

import re
from functools import lru_cache

CONSONANTS = dict(
    zip(
        "কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহৎ",
        "k k g g n C C j j n t t d d n t t d d n p f b b m j r l s s s h t".split(),
        strict=True,
    )
) | {"\u09dc": "r", "\u09dd": "r", "\u09df": "y", "ং": "n"}
NUKTA_LETTERS = {"ড\u09bc": "র", "ঢ\u09bc": "র", "য\u09bc": "ই"}
VOWELS = {
    "অ": "o", "আ": "a", "ই": "i", "ঈ": "i", "উ": "u", "ঊ": "u", "ঋ": "ri", "এ": "e", "ঐ": "oi",
    "ও": "o", "ঔ": "ou", "া": "a", "ি": "i", "ী": "i", "ু": "u", "ূ": "u", "ৃ": "ri", "ে": "e",
    "ৈ": "oi", "ো": "o", "ৌ": "ou",
}  # fmt: skip
LATIN = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        ("chh|ch|c(?=[eiy])", "C"),  # a capital keeps চ apart from the c of "count"
        ("ss?h", "s"),
        ("c|kk|q", "k"),
        ("([kgjtdb])h", r"\1"),
        ("ph", "f"),
        ("ng(?=[^aeiou]|$)", "n"),
        ("ee", "i"),
        ("oo", "u"),
        ("x", "ks"),
        ("z", "j"),
        ("v", "b"),
        ("w", "u"),
        ("y", "i"),
    )
)
DOUBLED = re.compile(r"(.)\1+")


@lru_cache(100_000)  # words come again and again
def fold(word: str) -> str:
    """The folded spelling of one word in normal form."""
    latin = word.lower()
    if any("\u0980" <= letter <= "\u09ff" for letter in word):
        latin = _romanise(word)
    for pattern, letters in LATIN:
        latin = pattern.sub(letters, latin)
    first = {"a": "e"}.get(latin[:1], latin[:1])
    return DOUBLED.sub(r"\1", first + latin[1:].replace("o", ""))


def _romanise(word: str) -> str:
    for pair, letter in NUKTA_LETTERS.items():
        word = word.replace(pair, letter)
    word = word.replace("\u09cdযা", "a").replace("\u09cdয", "").replace("\u09cd", "")
    return "".join(
        CONSONANTS.get(letter) or VOWELS.get(letter) or _plain(letter) for letter in word
    )


def _plain(letter: str) -> str:
    return letter if letter.isascii() else ""
