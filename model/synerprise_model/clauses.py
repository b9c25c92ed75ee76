"""What a task's phrasings say by themselves, without a frame, a name or a misspelling."""

from collections.abc import Iterator
from random import Random

from synerprise_model.phrases import Group, Phrase, Slot, say
from synerprise_model.tasks import Script, Task
from synerprise_model.wording import Wording

SPOKEN: tuple[Script, ...] = ("bangla", "banglish")


def clauses(task: Task, wording: Wording, times: int) -> Iterator[str]:
    """Each phrasing so many times, with other words; always the same ones for a task.

    Nouns come in the order of their kind, the usual ones first, so that tasks can be compared.
    """
    random = Random(task.name)
    for script in SPOKEN:
        for phrase in task.phrasings[script]:
            for turn in range(times):
                yield _said(phrase, task, script, wording, turn, random)


def _said(
    phrase: Phrase, task: Task, script: Script, wording: Wording, turn: int, random: Random
) -> str:
    def fill(part: Slot | Group) -> str:
        if isinstance(part, Group):
            return random.choice(wording.group(part.name, script, "imperative"))
        if part.name in task.nouns:
            nouns: list[str] = wording.kinds[task.nouns[part.name]][script][part.form or "bare"]
            return nouns[turn % len(nouns)]
        return task.values[part.name].kind

    return say(phrase, fill, random)
