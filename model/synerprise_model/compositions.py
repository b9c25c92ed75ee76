"""Compose operations into tasks nobody wrote: "the sum of the squares of the even numbers".

A composition is a `Task` like any other, made anew for each sample: its program from the code of
the operations, its phrasings from their words.
"""

from random import Random
from typing import get_args

from synerprise_model.composed_programs import Outlet, function_of, script_of
from synerprise_model.composed_sentences import can_be_said, sentence_of
from synerprise_model.operations import Operations
from synerprise_model.phrases import read_phrase
from synerprise_model.skeletons import Skeleton, draw_skeleton
from synerprise_model.tasks import SCRIPTS, Script, Task


class Composer:
    """Makes tasks of operations."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def draw(self, random: Random, *, held_out: bool = False) -> Task:
        """A task of a skeleton that is, or is not, kept from training."""
        return self.task(draw_skeleton(self._operations, random, held_out=held_out), random)

    def task(self, skeleton: Skeleton, random: Random) -> Task:
        """The task of a skeleton, with one phrasing a script."""
        source, elements = skeleton.source, self._operations.elements
        outlet: Outlet | None = random.choice(get_args(Outlet)) if source.is_scripted else None

        def said(script: Script) -> str:
            return sentence_of(skeleton, elements, script, outlet, random)

        return Task(
            name=f"compositions/{skeleton.name}",
            about=skeleton.name,
            form="script" if outlet else "function",
            nouns={} if outlet else {source.parameter: source.kind},
            values=skeleton.values,
            phrasings={
                script: (read_phrase(said(script)),) if can_be_said(skeleton, script) else ()
                for script in SCRIPTS
            },
            solution=script_of(skeleton, elements, outlet)
            if outlet
            else function_of(skeleton, elements),
        )
