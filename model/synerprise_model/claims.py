"""Find the tasks whose phrasings come nearest to a sentence."""

from collections import Counter
from collections.abc import Iterable
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

SAMPLES_A_TASK = 40
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
    said = {
        task: {sampler.draw(task, random).prompt.text for _ in range(SAMPLES_A_TASK)}
        for task in tasks
        for random in (Random(task.name),)
    }
    known = Counter(
        shingle for texts in said.values() for shingle in frozenset().union(*map(_shingles, texts))
    )

    def weight(shingles: Iterable[Shingle]) -> float:
        return sum(log(1 + len(said) / max(1, known[shingle])) for shingle in shingles)

    def likeness(text: str) -> tuple[float, str]:
        shingles = _shingles(text)
        whole = weight(wanted) + weight(shingles)
        return 2 * weight(wanted & shingles) / whole if whole else 0.0, text

    nearest = {task: max(map(likeness, texts)) for task, texts in said.items()}
    claims = [Claim(task, text, share) for task, (share, text) in nearest.items()]
    return sorted(claims, key=lambda claim: -claim.likeness)[:MOST]


def _shingles(text: str) -> frozenset[Shingle]:
    words = [fold(piece.word) for piece in read_source(Prompt(text)).pieces if piece.word]
    return frozenset([*zip(words, strict=True), *pairwise(words)])
