"""The phrase language: one line that stands for many sentences.

``(a|b)`` is a choice, ``(a)`` is what it looks like, ``[a]`` may be missing, ``{slot.form}`` is
filled in, ``<group>`` stands for words kept in ``words.toml``. The same idea as Home Assistant's
HassIL, with fewer forms.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from synerprise_model.errors import PhraseError


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words, as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Slot:
    """``{name.form}``: a value or a noun in the case that the form names."""

    name: str
    form: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """``<name>``: one of the group's words."""

    name: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Exactly one of the branches."""

    branches: tuple["Phrase", ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Parts said one after another."""

    parts: tuple["Part", ...]


Part = Words | Slot | Group | Choice

TOKEN = re.compile(r"[()\[\]|]|\{[a-z_][a-z0-9_]*(?:\.[a-z]+)?\}|<[a-z_]+>|[^()\[\]|{}<>]+|.")
CLOSING = {"(": ")", "[": "]"}


def read_phrase(line: str) -> Phrase:
    """Read one line of the phrase language; raise `PhraseError` when it is not well formed."""
    tokens = TOKEN.findall(line)
    phrase, rest = _read_branch(tokens, 0, line)
    if rest != len(tokens):
        raise PhraseError(f"unexpected {tokens[rest]!r} in {line!r}")
    return phrase


def _read_branch(tokens: list[str], at: int, line: str) -> tuple[Phrase, int]:
    parts: list[Part] = []
    while at < len(tokens) and tokens[at] not in ")]|":
        part, at = _read_part(tokens, at, line)
        parts.append(part)
    return Phrase(tuple(parts)), at


def _read_part(tokens: list[str], at: int, line: str) -> tuple[Part, int]:
    token = tokens[at]
    if token in CLOSING:
        return _read_choice(tokens, at, line)
    if token in "{}":
        raise PhraseError(f"stray {token!r} in {line!r}")
    if token[0] == "{":
        return Slot(*token[1:-1].split(".")), at + 1
    if token[0] == "<" and len(token) > 1:
        return Group(token[1:-1]), at + 1
    return Words(token), at + 1


def _read_choice(tokens: list[str], at: int, line: str) -> tuple[Choice, int]:
    opening, branches = tokens[at], []
    while True:
        branch, at = _read_branch(tokens, at + 1, line)
        branches.append(branch)
        if at == len(tokens):
            raise PhraseError(f"{opening!r} is not closed in {line!r}")
        if tokens[at] != "|":
            break
    if tokens[at] != CLOSING[opening]:
        raise PhraseError(f"{opening!r} is closed by {tokens[at]!r} in {line!r}")
    if opening == "[":
        branches.append(Phrase(()))
    elif len(branches) == 1:
        return Choice((Phrase((Words("("), *branches[0].parts, Words(")"))),)), at + 1
    for part in (part for branch in branches for part in walk(branch)):
        if isinstance(part, Slot):
            raise PhraseError(f"slot {{{part.name}}} inside a choice in {line!r}")
    return Choice(tuple(branches)), at + 1


def written(phrase: Phrase) -> str:
    """The phrase as it was written, all but its spaces."""
    shown = ""
    for part in phrase.parts:
        match part:
            case Words(text):
                shown += text
            case Slot(name, form):
                shown += "{" + name + ("." + form if form else "") + "}"
            case Group(name):
                shown += f"<{name}>"
            case Choice((branch,)):  # brackets that are what they look like
                shown += written(branch)
            case Choice(branches) if branches[-1] == Phrase(()):
                shown += "[" + "|".join(written(branch) for branch in branches[:-1]) + "]"
            case Choice(branches):
                shown += "(" + "|".join(written(branch) for branch in branches) + ")"
    return shown


def walk(phrase: Phrase) -> Iterator[Part]:
    """Every part of a phrase, at any depth."""
    for part in phrase.parts:
        yield part
        if isinstance(part, Choice):
            for branch in part.branches:
                yield from walk(branch)


def say(phrase: Phrase, fill: Callable[[Slot | Group], str], random: Random) -> str:
    """One sentence that the phrase stands for; `fill` gives the words of slots and groups."""
    return " ".join(_spoken(phrase, fill, random).split())


def _spoken(phrase: Phrase, fill: Callable[[Slot | Group], str], random: Random) -> str:
    said = []
    for part in phrase.parts:
        match part:
            case Words(text):
                said.append(text)
            case Choice(branches):
                said.append(_spoken(random.choice(branches), fill, random))
            case Slot() | Group():
                said.append(fill(part))
    return "".join(said)


def count(phrase: Phrase, size: Callable[[Slot | Group], int]) -> int:
    """How many sentences the phrase stands for."""
    total = 1
    for part in phrase.parts:
        match part:
            case Choice(branches):
                total *= sum(count(branch, size) for branch in branches)
            case Slot() | Group():
                total *= size(part)
            case Words():
                pass
    return total
