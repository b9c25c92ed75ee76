"""Find sentences that two tasks claim: the model could only guess which program is wanted."""

from collections.abc import Iterable, Iterator
from random import Random

from synerprise_model.errors import CatalogueError
from synerprise_model.folding import fold
from synerprise_model.normal_form import canonical
from synerprise_model.phrases import Group, Phrase, Slot, say
from synerprise_model.tasks import Script, Task
from synerprise_model.wording import Wording

SAYINGS_A_PHRASING = 8
SPOKEN: tuple[Script, ...] = ("bangla", "banglish")


def claimed_twice(tasks: Iterable[Task], wording: Wording) -> Iterator[CatalogueError]:
    """One complaint for each pair of tasks of one form that can say the same sentence."""
    owners: dict[tuple[str, str], Task] = {}
    told: set[tuple[str, str]] = set()
    for task in tasks:
        for sentence in sorted(_sentences(task, wording)):
            owner = owners.setdefault((task.form, sentence), task)
            if owner is not task and (owner.name, task.name) not in told:
                told.add((owner.name, task.name))
                yield CatalogueError(task.path, f"{owner.name} says so too: {sentence!r}")


def _sentences(task: Task, wording: Wording) -> set[str]:
    random = Random(task.name)
    return {
        _folded(_said(phrase, task, script, wording, random))
        for script in SPOKEN
        for phrase in task.phrasings[script]
        for _ in range(SAYINGS_A_PHRASING)
    }


def _said(phrase: Phrase, task: Task, script: Script, wording: Wording, random: Random) -> str:
    def fill(part: Slot | Group) -> str:
        if isinstance(part, Group):
            return random.choice(wording.group(part.name, script, "imperative"))
        if part.name in task.nouns:
            nouns: list[str] = wording.kinds[task.nouns[part.name]][script][part.form or "bare"]
            return random.choice(nouns)
        return task.values[part.name].kind

    return say(phrase, fill, random)


def _folded(sentence: str) -> str:
    return " ".join(map(fold, canonical(sentence).replace(",", " ").split()))
