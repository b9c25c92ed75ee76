"""What the model is not taught, fixed by hash, and kept for evaluation.

One phrasing in ten, one family in a hundred of those that are not asked most, one misspelling in
ten, and six compositions in a hundred, whatever they are composed of.
"""

import zlib
from collections.abc import Collection
from dataclasses import replace

from synerprise_model.phrases import Phrase, written
from synerprise_model.tasks import Script, Task

HELD_OUT = 0.1
HELD_OUT_COMPOSITIONS = 0.06
HELD_OUT_FAMILIES = 0.01
HELD_OUT_NOISE = 0.1
FEWEST_TO_LEARN = 3


def is_held_out_family(name: str, most_asked: Collection[str]) -> bool:
    """Whether nothing of a task is taught. What is asked most is always taught."""
    return name not in most_asked and _share(f"family {name}") < HELD_OUT_FAMILIES


def is_held_out_composition(name: str) -> bool:
    """Whether nothing is taught that has this name of its source and steps."""
    return _share(name) < HELD_OUT_COMPOSITIONS


def is_held_out_noise(word: str, misspelled: str) -> bool:
    """Whether a misspelling of a word is kept from training."""
    return _share(f"{word} {misspelled}") < HELD_OUT_NOISE


def _share(key: str) -> float:
    """Where a key falls among all, 0 to 1, always the same."""
    return zlib.crc32(key.encode()) % 1000 / 1000


def is_held_out(task: Task, script: Script, phrase: Phrase) -> bool:
    """Whether a phrasing is kept from training. Tasks with few phrasings keep all of them."""
    if script == "english" or len(task.phrasings[script]) <= FEWEST_TO_LEARN:
        return False
    return _share(f"{task.name} {script} {written(phrase)}") < HELD_OUT


def phrasings_to_learn(task: Task) -> Task:
    """The task without its held-out phrasings."""
    return replace(
        task,
        phrasings={
            script: tuple(p for p in phrases if not is_held_out(task, script, p)) or phrases[:1]
            for script, phrases in task.phrasings.items()
        },
    )


def held_out(task: Task, script: Script) -> tuple[Phrase, ...]:
    """The phrasings that are kept from training."""
    return tuple(p for p in task.phrasings[script] if is_held_out(task, script, p))
