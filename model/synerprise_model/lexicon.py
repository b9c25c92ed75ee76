"""The words that may stand for one another: সমষ্টি for যোগফল, in the same case.

`catalogue/lexicon/*.toml` holds meanings; a meaning has lemmas in Bangla and in Banglish, a lemma
its written-out forms, parted by commas, in an order that all lemmas of the meaning share.
"""

import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from synerprise_model.errors import CatalogueError
from synerprise_model.normal_form import canonical
from synerprise_model.spelling import PROTECTED, WORD
from synerprise_model.tasks import LEXICON, SCRIPTS, Script, line_of

NONE = "-"
"""Stands for a form that a lemma does not have."""
VARIED = 0.5  # share of sentences in which words are exchanged
EXCHANGED = 0.3  # share of the known words of such a sentence that are
LONGEST_FORM = 3  # words


@dataclass(frozen=True, slots=True)
class Meaning:
    """Lemmas that may stand for one another in any sentence."""

    name: str
    lemmas: Mapping[Script, tuple[tuple[str, ...], ...]]
    """Of each script: the forms of each lemma, empty where it has none."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Meanings, and where each form belongs."""

    meanings: tuple[Meaning, ...]
    places: Mapping[Script, Mapping[str, tuple[Meaning, int]]]
    """From a form to its meaning and its place among the forms."""

    @property
    def lemmas(self) -> int:
        """How many lemmas there are, both scripts counted."""
        return sum(len(lemmas) for m in self.meanings for lemmas in m.lemmas.values())

    def vary(self, text: str, script: Script, random: Random, kept: Collection[str] = ()) -> str:
        """The text with some words exchanged; quoted text, names and `kept` words stay."""
        if not self.places[script] or random.random() > VARIED:
            return text
        parts = PROTECTED.split(text)
        parts[::2] = [self._vary(part, script, random, kept) for part in parts[::2]]
        return "".join(parts)

    def _vary(self, text: str, script: Script, random: Random, kept: Collection[str]) -> str:
        words = [found.span() for found in WORD.finditer(text)]
        shown, written, at = [], 0, 0
        while at < len(words):
            start, end, count = self._known(text, words[at : at + LONGEST_FORM], script)
            form = text[start:end]
            if count and form not in kept and random.random() < EXCHANGED:
                shown += [text[written:start], self._another(form, script, random)]
                written = end
            at += max(1, count)
        return "".join(shown) + text[written:]

    def _known(
        self, text: str, words: Sequence[tuple[int, int]], script: Script
    ) -> tuple[int, int, int]:
        """Where the longest form that begins at the first word stands, and its words; 0 if none."""
        start = words[0][0]
        for count in range(len(words), 0, -1):
            end = words[count - 1][1]
            if text[start:end] in self.places[script]:
                return start, end, count
        return start, start, 0

    def _another(self, form: str, script: Script, random: Random) -> str:
        meaning, place = self.places[script][form]
        forms = {lemma[place] for lemma in meaning.lemmas[script] if len(lemma) > place}
        return random.choice(sorted(forms - {form, ""}) or [form])


def read_lexicon(catalogue: Path) -> Lexicon:
    """Read every file; raise `CatalogueError` for what is wrong, with its line."""
    meanings: list[Meaning] = []
    places: dict[Script, dict[str, tuple[Meaning, int]]] = {script: {} for script in SCRIPTS}
    for path in sorted((catalogue / LEXICON).glob("*.toml")):
        text = path.read_text(encoding="utf-8")
        for meaning in _meanings(path, text):
            meanings.append(meaning)
            for script, form, place in _forms(meaning):
                known = places[script].setdefault(form, (meaning, place))
                if known[0] is not meaning:
                    complaint = f"{form!r} of {meaning.name!r} also means {known[0].name!r}"
                    raise CatalogueError(path, complaint, line_of(text, form))
    return Lexicon(tuple(meanings), places)


def _meanings(path: Path, text: str) -> Iterator[Meaning]:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(path, str(error)) from error
    for name, given in data.items():
        if unknown := sorted(set(given) - set(SCRIPTS)):
            raise CatalogueError(path, f"unknown key {unknown[0]!r}", line_of(text, f"[{name}]"))
        lemmas = {script: tuple(map(_lemma, given.get(script, ()))) for script in SCRIPTS}
        yield Meaning(name, lemmas)


def _lemma(line: str) -> tuple[str, ...]:
    forms = (canonical(form) for form in line.split(","))
    return tuple("" if form == NONE else form for form in forms)


def _forms(meaning: Meaning) -> Iterator[tuple[Script, str, int]]:
    for script, lemmas in meaning.lemmas.items():
        for lemma in lemmas:
            for place, form in enumerate(lemma):
                if form:
                    yield script, form, place
