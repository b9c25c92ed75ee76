"""Tell a wish from a remark by its words, without the model and in microseconds."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from synerprise_model.normal_form import canonical

ENOUGH = 2.0
"""The score from which a comment is a wish."""
ENOUGH_BEHIND_CODE = 4.0
"""An order, and more that speaks for a wish: most comments behind code tell what it does."""
UNKNOWN_BANGLA = 0.5
"""What a Bangla word adds that no group knows: who writes in Bangla rarely describes code so."""
TOLD = -3.0
"""What "it is being done" and "it was done" take away."""

WORD = re.compile(r"[\u0980-\u09ff]+|[A-Za-z0-9_']+")
BANGLA = re.compile(r"[\u0980-\u09ff]")
ENDINGS = re.compile(
    "(?:গুলোর|গুলোকে|গুলির|গুলো|গুলি|গুলা|সমূহ|দের|টির|টার|টিকে|টাকে|টিতে|টি|টা|য়ের|এর|কে|তে|েরা|ের|ে|র)$"
)
TELLING = {
    # progressive, perfect and past: করছি, হচ্ছে, হয়েছে, করলাম; near, exists and fish end alike
    "bangla": re.compile("(?!(?:আছে|কাছে|পিছে|মাছে|গাছে)$).*(?:ছি|ছে|ছেন|ছিল|ছিলাম|লাম|তাম)"),
    "banglish": re.compile(
        "(?!(?:ache|kache|niche|piche|mache|cache|apache)$)[a-z]+(?:c?chi|c?che|chhe|chen|chilo|chilam|ilam|rlam|tesi|tese)"
    ),
}
FORBIDDING = re.compile(
    r"(?:[\u0980-\u09ff]*(?:রো|রুন|রবে|রবেন|লাও|রাও|িও|ছো|ছুন|নো) না(?![\u0980-\u09ff])"
    r"|\b[a-z]*(?:koro|korun|koiro|korben|korbe|korio|dio|dao|lao|rao|cho|chun) na\b"
    r"(?! (?:theke|hole|thakle)))",
    re.IGNORECASE,
)
DESCRIBING = re.compile(
    r"(?:এই|এ) (?:ফাংশন|প্রোগ্রাম|কোড|ক্লাস|মেথড|লুপ|লাইন|ভেরিয়েবল|চলক)"
    r"|\b(?:ei|eai) (?:function|program|code|class|method|loop|line|variable)\b",
    re.IGNORECASE,
)
"""What speaks of the code beside it: "this function …"."""
DESCRIBED = -2.0
FOLDS = (("aa", "a"), ("oo", "u"), ("ee", "i"), ("z", "j"))
DOUBLED = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Weights of known words, and which Latin words are clearly Banglish."""

    weights: Mapping[str, float]
    orders: frozenset[str]
    doubtful: frozenset[str]
    not_banglish: frozenset[str]


def is_wish(text: str) -> bool:
    """Whether a comment asks for a program, in Bangla or in Banglish."""
    return _score(canonical(text)) >= ENOUGH


def is_order(text: str) -> bool:
    """Whether a comment asks for a program though it stands behind code: with a verb that orders.

    "The sum of two numbers" may be a wish in a row of its own; behind code it tells what that does.
    """
    text = canonical(text)
    orders = read_lexicon().orders
    ordered = any(word in orders or fold(word) in orders for word in WORD.findall(text))
    return ordered and _score(text) >= ENOUGH_BEHIND_CODE


def _score(text: str) -> float:
    if FORBIDDING.search(text):
        return 0.0
    words = [word for word in WORD.findall(text) if not _is_acronym(word)]
    described = DESCRIBED if DESCRIBING.search(text) else 0.0
    return described + sum(_weights(words))


def _weights(words: list[str]) -> Iterator[float]:
    lexicon = read_lexicon()
    latin = {fold(word) for word in words if not BANGLA.match(word)}
    banglish = latin & lexicon.weights.keys() - lexicon.not_banglish
    clear = any(BANGLA.match(word) for word in words) or bool(banglish - lexicon.doubtful)
    for word in words:
        if BANGLA.match(word):
            yield _weight_of_bangla(word, lexicon.weights)
        elif clear:
            yield _weight_of_latin(fold(word), lexicon.weights)


def _weight_of_bangla(word: str, weights: Mapping[str, float]) -> float:
    if word in weights:
        return weights[word]
    if TELLING["bangla"].fullmatch(word):
        return TOLD
    return weights.get(ENDINGS.sub("", word), UNKNOWN_BANGLA)


def _weight_of_latin(word: str, weights: Mapping[str, float]) -> float:
    if word in weights:
        return weights[word]
    return TOLD if TELLING["banglish"].fullmatch(word) else 0.0


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper() and word.isascii()


def fold(word: str) -> str:
    """A Latin spelling with its commonest variants made one: daw and dao, baanao and banao."""
    word = word.lower()
    for variant, letter in FOLDS:
        word = word.replace(variant, letter)
    word = word.removesuffix("w") + "o" if word.endswith("aw") else word
    return DOUBLED.sub(r"\1", word)


@cache
def read_lexicon() -> Lexicon:
    text = files("synerprise_lsp").joinpath("wish_words.toml").read_text("utf-8")
    groups = tomllib.loads(text)
    weights: dict[str, float] = {}
    for group in groups.values():
        for word in _words_of(group):
            weights.setdefault(word, group.get("weight", 0.0))
    borrowed = {word for name in ("borrowed", "english") for word in _words_of(groups[name])}
    orders, doubtful = (frozenset(_words_of(groups[name])) for name in ("orders", "doubtful"))
    return Lexicon(weights, orders, doubtful, frozenset(borrowed))


def _words_of(group: Mapping[str, str]) -> Iterator[str]:
    yield from (canonical(word) for word in group.get("bangla", "").split())
    yield from (fold(word) for word in group.get("banglish", "").split())
