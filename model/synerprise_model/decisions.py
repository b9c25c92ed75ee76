"""Compose decisions with the asker's own limits and words, as tasks nobody wrote out.

The subjects, comparisons and words are in `catalogue/decisions.toml`; a decision is a `Task` like
any other, made anew for each sample.
"""

from collections.abc import Sequence
from pathlib import Path
from random import Random

from synerprise_model.catalogue_file import read_toml
from synerprise_model.decision_draft import Wordbook
from synerprise_model.ladders import ladder
from synerprise_model.mappings import mapping
from synerprise_model.operations import Operation
from synerprise_model.splits import is_held_out_composition
from synerprise_model.tasks import Task
from synerprise_model.verdicts import verdict

FILE = "decisions.toml"


class Decider:
    """Draws decisions."""

    def __init__(self, catalogue: Path, filters: Sequence[Operation]) -> None:
        self._words = Wordbook(read_toml(catalogue / FILE))
        self._filters = filters

    def draw(self, random: Random, *, held_out: bool = False) -> Task:
        """A decision that is, or is not, kept from training."""
        while True:
            task = self._decision(random)
            if is_held_out_composition(task.name) == held_out:
                return task

    def _decision(self, random: Random) -> Task:
        match random.randrange(4):
            case 0:
                return mapping(self._words, random)
            case 1:
                return verdict(self._words, self._filters, random)
            case _:
                return ladder(self._words, random)
