"""Find the tasks whose phrasings come nearest to a sentence."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import log

from synerprise_model.clauses import clauses
from synerprise_model.overmatch import folded
from synerprise_model.tasks import Task
from synerprise_model.wording import Wording

TIMES = 4  # that each phrasing is said
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
    """The tasks nearest to a sentence, nearest first, by what their phrasings say."""
    wanted = _shingles(sentence)
    said = {
        task: {text: _shingles(text) for text in clauses(task, wording, TIMES)} for task in tasks
    }
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

    claims = [claim(task, texts) for task, texts in said.items()]
    return sorted(claims, key=lambda claim: -claim.likeness)[:MOST]


def _shingles(text: str) -> frozenset[Shingle]:
    words = folded(text).split()
    return frozenset([*zip(words, strict=True), *pairwise(words)])
