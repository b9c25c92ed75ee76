"""Compose operations into tasks nobody wrote: "the sum of the squares of the even numbers".

A composition is a `Task` like any other, made anew for each sample: its program from the code of
the operations, its phrasings from their words.
"""

from dataclasses import replace
from random import Random

from synerprise_model.composed_checks import checks_of, runs_of
from synerprise_model.composed_sentences import can_be_said, sentence_of
from synerprise_model.manners import manner_for
from synerprise_model.operations import Operations
from synerprise_model.phrases import Phrase, read_phrase
from synerprise_model.skeletons import Skeleton, draw_skeleton
from synerprise_model.tasks import SCRIPTS, Script, Task

NOTHING = {"[]", '""', "0", "None", "False", "", "set()", "{}", "()"}


class Composer:
    """Makes tasks of operations."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def draw(self, random: Random, *, held_out: bool = False, checked: bool = True) -> Task:
        """A task of a skeleton that is, or is not, kept from training; see `task`."""
        while True:
            skeleton = draw_skeleton(self._operations, random, held_out=held_out)
            task = self.task(skeleton, random, checked=checked)
            if not _finds_nothing(task):
                return task

    def task(self, skeleton: Skeleton, random: Random, *, checked: bool = True) -> Task:
        """The task of a skeleton, with one phrasing a script and one value a slot.

        Checks and runs, which take a millisecond to make, are left out when not `checked`.
        """
        source, elements = skeleton.source, self._operations.elements
        manner = manner_for(skeleton, random)
        values = {name: random.choice(value.values) for name, value in skeleton.values.items()}

        def said(script: Script) -> tuple[Phrase, ...]:
            if not can_be_said(skeleton, script):
                return ()
            return (read_phrase(sentence_of(skeleton, elements, script, manner, random)),)

        task = Task(
            name=f"compositions/{skeleton.name}",
            about=skeleton.name,
            form=manner.form,
            nouns={source.parameter: source.kind} if source.parameter else {},
            values={
                name: replace(value, values=(values[name],))
                for name, value in skeleton.values.items()
            },
            phrasings={script: said(script) for script in SCRIPTS},
            solution=manner.write(skeleton, elements),
        )
        if not checked or manner.form in ("snippet", "class"):
            return task
        if task.main is None:
            return replace(task, runs=runs_of(skeleton, task.solution, values, random))
        checks = checks_of(skeleton, task.main.name, task.solution, values, random)
        return replace(task, checks=checks)


def _finds_nothing(task: Task) -> bool:
    """Whether it seems to be empty whatever it is given, such as the odd multiples of two."""
    found = [check.rpartition(" == ")[2] for check in task.checks]
    found += [run.prints.strip() for run in task.runs]
    tried = len(found) > 1 or any(not run.input for run in task.runs)
    return tried and len(set(found)) == 1 and found[0] in NOTHING
