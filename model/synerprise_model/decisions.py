"""Compose decisions with the asker's own limits and words, as tasks nobody wrote out.

The subjects, comparisons and words are in `catalogue/decisions.toml`; a decision is a `Task` like
any other, made anew for each sample.
"""

import tomllib
import zlib
from collections.abc import Sequence
from pathlib import Path
from random import Random

from synerprise_model.decision_draft import Wordbook
from synerprise_model.errors import CatalogueError
from synerprise_model.ladders import ladder
from synerprise_model.mappings import mapping
from synerprise_model.operations import Operation
from synerprise_model.tasks import Task
from synerprise_model.verdicts import verdict

FILE = "decisions.toml"
HELD_OUT = 0.06  # share of decisions that are kept from training


class Decider:
    """Draws decisions."""

    def __init__(self, catalogue: Path, filters: Sequence[Operation]) -> None:
        path = catalogue / FILE
        try:
            self._words = Wordbook(tomllib.loads(path.read_text(encoding="utf-8")))
        except (OSError, tomllib.TOMLDecodeError) as error:
            raise CatalogueError(path, repr(error)) from error
        self._filters = filters

    def draw(self, random: Random, *, held_out: bool = False) -> Task:
        """A decision that is, or is not, kept from training."""
        while True:
            task = self._decision(random)
            if (zlib.crc32(task.name.encode()) % 1000 < HELD_OUT * 1000) == held_out:
                return task

    def _decision(self, random: Random) -> Task:
        match random.randrange(4):
            case 0:
                return mapping(self._words, random)
            case 1:
                return verdict(self._words, self._filters, random)
            case _:
                return ladder(self._words, random)
