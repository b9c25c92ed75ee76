"""Words of a wish that the model does not know, and where they stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from synerprise_lsp.gaps import Spot
from synerprise_lsp.lines import without_end
from synerprise_lsp.wishes import Wish
from synerprise_model.known_words import KnownWords
from synerprise_model.normal_form import canonical
from synerprise_model.prompt import Prompt
from synerprise_model.source import read_source

WORD = re.compile("(?:[\u0980-\u09e5\u09f0-\u09ff][\u200b-\u200d\u2060]*)+|[A-Za-z]+")
"""A word as it stands in a document, with joiners in it; the digits ০-৯ are of no word."""
SHORTEST = 3  # letters, not counting vowel signs; what is shorter is a suffix or a variable


@dataclass(frozen=True, slots=True)
class UnknownWord:
    """A word, and the place that it takes in one row of the document."""

    word: str
    """In normal form and in small letters, as the model reads it."""
    start: Spot
    end: Spot


def unknown_words(lines: Sequence[str], wish: Wish, known: KnownWords) -> Iterator[UnknownWord]:
    """From left to right and down; a word that comes twice is there twice."""
    unknown = {word for word in _understood(wish.prompt) if _is_unknown(word, known)}
    if not unknown:
        return
    comment = wish.comment
    for row in range(comment.first, comment.last + 1):
        first = comment.start.column if row == comment.first else 0
        last = comment.end.column if row == comment.last else len(without_end(lines[row]))
        for found in WORD.finditer(lines[row], first, last):
            word = _read(found.group())
            if word in unknown:
                yield UnknownWord(word, Spot(row, found.start()), Spot(row, found.end()))


def _is_unknown(word: str, known: KnownWords) -> bool:
    return sum(map(str.isalpha, word)) >= SHORTEST and not known.is_known(word)


def _understood(prompt: Prompt) -> set[str]:
    """The words that the model has to understand, since it copies them nowhere."""
    source = read_source(prompt)
    plain = [piece.word for piece in source.pieces if not piece.marks]
    copied = [piece.word for piece in source.pieces if piece.marks]
    copied += [*source.slots.values(), source.class_name or ""]
    return _words(plain) - _words(copied)


def _words(texts: Sequence[str]) -> set[str]:
    return {_read(word) for text in texts for word in WORD.findall(text)}


def _read(word: str) -> str:
    return canonical(word).lower()
