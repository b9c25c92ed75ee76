"""Every example that stands in a prompt holds for the program that is taught for it."""

import contextlib
import io
from pathlib import Path
from random import Random

import pytest

from synerprise_model.corpus import Corpus
from synerprise_model.folders import CATALOGUE
from synerprise_model.realise import realise
from synerprise_model.tasks import read_tasks

TASKS = [task for task in read_tasks(CATALOGUE) if task.checks]
CORPUS = Corpus(CATALOGUE, TASKS)
TOPICS = sorted({task.name.partition("/")[0] for task in TASKS})


@pytest.mark.parametrize("topic", TOPICS)
def test_what_a_prompt_shows_is_so(topic: str, tmp_path: Path) -> None:
    random = Random(7)
    with contextlib.chdir(tmp_path), contextlib.redirect_stdout(io.StringIO()):
        for task in TASKS:
            if task.name.startswith(f"{topic}/"):
                for _ in range(3):
                    pair = CORPUS.pair(task, random)
                    if pair.sample.prompt.examples:
                        program = realise(pair.target, pair.source)
                        lines = [program, *pair.sample.prompt.examples]
                        exec("\n".join(lines), {"__name__": "program"})
