"""Misspell a sample's prompt as people do: variants of both scripts, shorthand, typing errors."""

import re
import tomllib
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from synerprise_model.splits import is_held_out_noise

LEVELS = (("clean", 0.35), ("light", 0.53), ("heavy", 0.12))
WORD_CHANCE = {"light": 0.14, "heavy": 0.33}
TYPING_ERROR = {"light": 0.01, "heavy": 0.05}
"""Share of words with a letter dropped, doubled or out of order."""
GLUED = {"light": 0.05, "heavy": 0.15}
TRIES = 30  # for a misspelling that is held out
MIXED = 0.12  # share of Bangla prompts with technical words in English
GLUED_SUFFIX = re.compile(r"(?<=[a-z]) (er|ke|ta|te|ti|gulo|gula|tar)(?= |$)")
PROTECTED = re.compile(r"""("[^"]*"|'[^']*'|‘[^’]*’|“[^”]*”|`[^`]*`|\S*[\d_(\[{}\])]\S*)""")
WORD = re.compile(r"[A-Za-z]+|[\u0980-\u09ff]+")


@dataclass(frozen=True, slots=True)
class Speller:
    """Spelling variants of one catalogue: those that are taught, or those that are held out."""

    tables: dict[str, Any]
    english: frozenset[str]
    """English words, which are mistyped but not spelled in other ways."""
    held_out: bool = False

    def misspell(self, text: str, random: Random, names: Collection[str] = ()) -> str:
        """The text in somebody's spelling; names, numbers and quoted text stay as they are."""
        level = random.choices([name for name, _ in LEVELS], [share for _, share in LEVELS])[0]
        if random.random() < MIXED:
            text = WORD.sub(lambda word: self.tables["mixed"].get(word.group(), word.group()), text)
        if level == "clean":
            return text
        parts = PROTECTED.split(unicodedata.normalize("NFC", text))
        parts[::2] = [self._vary(part, level, random, names) for part in parts[::2]]
        return "".join(parts)

    def _vary(self, text: str, level: str, random: Random, names: Collection[str]) -> str:
        def varied(found: re.Match[str]) -> str:
            word = found.group()
            return word if word in names else self._word(word, level, random)

        text = WORD.sub(varied, text)
        chance = GLUED[level]
        return GLUED_SUFFIX.sub(
            lambda suffix: (
                random.choice(("", "-", "")) + suffix.group(1)
                if random.random() < chance
                else suffix.group()
            ),
            text,
        )

    def _word(self, word: str, level: str, random: Random) -> str:
        """The word in a spelling of this speller's own; as it is where none was found."""
        for _ in range(TRIES if self.held_out else 1):
            spelled = self._spelled(word, level, random)
            if spelled != word and is_held_out_noise(word, spelled) == self.held_out:
                return spelled
        return word

    def _spelled(self, word: str, level: str, random: Random) -> str:
        table = self.tables["bangla" if word[0] > "\u0900" else "banglish"]
        if random.random() < WORD_CHANCE[level]:
            known = table["words"].get(word)
            if known and random.random() < 0.7:
                word = random.choice(known)
            elif word not in self.english and len(word) > 2:
                word = _other_letters(word, table["letters"], random)
        if len(word) > 3 and random.random() < TYPING_ERROR[level]:
            word = _mistyped(word, random)
        return word


def _other_letters(word: str, letters: list[tuple[str, str, int]], random: Random) -> str:
    fitting = [choice for choice in letters if word.find(choice[0], 1 if not choice[1] else 0) >= 0]
    if not fitting:
        return word
    old, new, _ = random.choices(fitting, [choice[2] for choice in fitting])[0]
    places = [at for at in range(int(not new), len(word)) if word.startswith(old, at)]
    at = random.choice(places)
    return word[:at] + new + word[at + len(old) :]


def _mistyped(word: str, random: Random) -> str:
    """The word with a letter left out, doubled, or after the next; no vowel sign."""
    letters = [unicodedata.category(char)[0] == "L" for char in word]
    places = [at for at in range(1, len(word) - 1) if letters[at] and letters[at + 1]]
    if not places:
        return word
    at = random.choice(places)
    match random.randrange(3):
        case 0:
            return word[:at] + word[at + 1 :]
        case 1:
            return word[:at] + word[at] + word[at:]
        case _:
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def read_speller(
    catalogue: Path, english: Collection[str] = (), *, held_out: bool = False
) -> Speller:
    """Read ``spelling.toml``."""
    tables = tomllib.loads((catalogue / "spelling.toml").read_text(encoding="utf-8"))
    for script in ("bangla", "banglish"):
        tables[script]["letters"] = [
            (unicodedata.normalize("NFC", old), new, weight)
            for old, new, weight in tables[script]["letters"]
        ]
    return Speller(tables, frozenset(english), held_out)
