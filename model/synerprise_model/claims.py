"""Find the tasks whose phrasings come nearest to a sentence."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import log
from random import Random

from synerprise_model.folding import fold
from synerprise_model.prompt import Prompt
from synerprise_model.sampling import Sampler
from synerprise_model.source import read_source
from synerprise_model.tasks import Task
from synerprise_model.wording import Wording

FIRST_LOOK, SECOND_LOOK = 8, 120
"""Samples of each task, and of those that look most alike: all of all would take minutes."""
LOOKED_AT_AGAIN = 40  # tasks
MOST = 5
Shingle = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """A task that could have said the sentence."""

    task: Task
    nearest: str
    likeness: float
    """Dice coefficient of folded words and pairs of words, the rare ones weighing more."""


def claimants(sentence: str, tasks: Iterable[Task], wording: Wording) -> list[Claim]:
    """The tasks nearest to a sentence, nearest first, by samples of each."""
    sampler, wanted = Sampler(wording), _shingles(sentence)
    said = {task: _samples(task, sampler, FIRST_LOOK) for task in tasks}
    known = Counter(
        shingle for texts in said.values() for shingle in frozenset().union(*texts.values())
    )

    def weight(shingles: Iterable[Shingle]) -> float:
        return sum(log(1 + len(said) / max(1, known[shingle])) for shingle in shingles)

    def claim(task: Task, texts: Mapping[str, frozenset[Shingle]]) -> Claim:
        def likeness(text: str) -> float:
            whole = weight(wanted) + weight(texts[text])
            return 2 * weight(wanted & texts[text]) / whole if whole else 0.0

        nearest = max(texts, key=likeness)
        return Claim(task, nearest, likeness(nearest))

    near = _best((claim(task, texts) for task, texts in said.items()), LOOKED_AT_AGAIN)
    again = (claim(one.task, _samples(one.task, sampler, SECOND_LOOK)) for one in near)
    return _best(again, MOST)


def _best(claims: Iterable[Claim], most: int) -> list[Claim]:
    return sorted(claims, key=lambda claim: -claim.likeness)[:most]


def _samples(task: Task, sampler: Sampler, count: int) -> dict[str, frozenset[Shingle]]:
    """Sentences of a task, always the same ones, with their shingles."""
    random = Random(task.name)
    texts = {sampler.draw(task, random).prompt.text for _ in range(count)}
    return {text: _shingles(text) for text in texts}


def _shingles(text: str) -> frozenset[Shingle]:
    words = [fold(piece.word) for piece in read_source(Prompt(text)).pieces if piece.word]
    return frozenset([*zip(words, strict=True), *pairwise(words)])
