"""What the model is not taught, fixed by hash: one phrasing in ten is kept for evaluation."""

import zlib
from dataclasses import replace

from synerprise_model.phrases import Phrase
from synerprise_model.rules import written
from synerprise_model.tasks import Script, Task

HELD_OUT = 0.1
FEWEST_TO_LEARN = 3


def is_held_out(task: Task, script: Script, phrase: Phrase) -> bool:
    """Whether a phrasing is kept from training. Tasks with few phrasings keep all of them."""
    if script == "english" or len(task.phrasings[script]) <= FEWEST_TO_LEARN:
        return False
    key = f"{task.name} {script} {written(phrase)}".encode()
    return zlib.crc32(key) % 1000 < HELD_OUT * 1000


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
