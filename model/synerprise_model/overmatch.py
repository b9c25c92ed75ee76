"""Find sentences that two tasks claim: the model could only guess which program is wanted."""

from collections.abc import Iterable, Iterator

from synerprise_model.clauses import clauses
from synerprise_model.errors import CatalogueError
from synerprise_model.folding import fold
from synerprise_model.normal_form import canonical
from synerprise_model.tasks import Task
from synerprise_model.wording import Wording

TIMES = 8  # that each phrasing is said


def claimed_twice(tasks: Iterable[Task], wording: Wording) -> Iterator[CatalogueError]:
    """One complaint for each pair of tasks of one form that can say the same sentence."""
    owners: dict[tuple[str, str], Task] = {}
    told: set[tuple[str, str]] = set()
    for task in tasks:
        for sentence in sorted({folded(clause) for clause in clauses(task, wording, TIMES)}):
            owner = owners.setdefault((task.form, sentence), task)
            if owner is not task and (owner.name, task.name) not in told:
                told.add((owner.name, task.name))
                yield CatalogueError(task.path, f"{owner.name} says so too: {sentence!r}")


def folded(sentence: str) -> str:
    """A sentence by its sound, so that spellings and scripts do not tell it from another."""
    return " ".join(map(fold, canonical(sentence).replace(",", " ").split()))
