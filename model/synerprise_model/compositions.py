"""Compose operations into tasks nobody wrote: "the sum of the squares of the even numbers".

A composition is a `Task` like any other, made anew for each sample: its program from the code of
the operations, its phrasings from their words.
"""

from dataclasses import replace
from random import Random
from typing import get_args

from synerprise_model.composed_checks import checks_of, runs_of
from synerprise_model.composed_programs import Outlet, function_of, script_of, snippet_of
from synerprise_model.composed_sentences import can_be_said, sentence_of
from synerprise_model.operations import Operations
from synerprise_model.phrases import Phrase, read_phrase
from synerprise_model.skeletons import Skeleton, draw_skeleton
from synerprise_model.tasks import SCRIPTS, Script, Task

SNIPPETS = 0.15  # share of the compositions over a parameter that are lines, not a function


class Composer:
    """Makes tasks of operations."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def draw(self, random: Random, *, held_out: bool = False, checked: bool = True) -> Task:
        """A task of a skeleton that is, or is not, kept from training; see `task`."""
        skeleton = draw_skeleton(self._operations, random, held_out=held_out)
        return self.task(skeleton, random, checked=checked)

    def task(self, skeleton: Skeleton, random: Random, *, checked: bool = True) -> Task:
        """The task of a skeleton, with one phrasing a script and one value a slot.

        Checks and runs, which take a millisecond to make, are left out when not `checked`.
        """
        source, elements = skeleton.source, self._operations.elements
        outlet: Outlet | None = random.choice(get_args(Outlet)) if source.is_scripted else None
        snippet = not outlet and random.random() < SNIPPETS
        values = {name: random.choice(value.values) for name, value in skeleton.values.items()}

        def said(script: Script) -> tuple[Phrase, ...]:
            if not can_be_said(skeleton, script):
                return ()
            said = sentence_of(skeleton, elements, script, outlet, random, snippet=snippet)
            return (read_phrase(said),)

        task = Task(
            name=f"compositions/{skeleton.name}",
            about=skeleton.name,
            form="script" if outlet else "snippet" if snippet else "function",
            nouns={} if outlet else {source.parameter: source.kind},
            values={
                name: replace(value, values=(values[name],))
                for name, value in skeleton.values.items()
            },
            phrasings={script: said(script) for script in SCRIPTS},
            solution=script_of(skeleton, elements, outlet)
            if outlet
            else (snippet_of if snippet else function_of)(skeleton, elements),
        )
        if snippet or not checked:
            return task
        if task.main is None:
            return replace(task, runs=runs_of(skeleton, task.solution, values, random))
        checks = checks_of(skeleton, task.main.name, task.solution, values, random)
        return replace(task, checks=checks)
