"""Simpler ways from a prompt to a program, which the model has to beat.

Both choose a task of the catalogue and put the prompt's names and values into its solution: one by
the nearest phrasing, the other by a classifier of a bag of words and letters. Neither composes.
"""

import ast
from collections import Counter
from math import log
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from synerprise_model.backend import keras
from synerprise_model.clauses import clauses
from synerprise_model.corpus import Corpus, make_tokenizers
from synerprise_model.overmatch import folded
from synerprise_model.programs import FUNCTION_SLOT, Calling, write_target
from synerprise_model.prompt import Prompt
from synerprise_model.realise import Unfit, realise
from synerprise_model.signatures import SignatureInvalid
from synerprise_model.source import Source, read_source
from synerprise_model.target import with_slots
from synerprise_model.tasks import Task, read_tasks
from synerprise_model.wording import read_wording

KINDS = {"integer": "N", "decimal": "N", "string": "S", "integers": "L"}
LONGEST_BAG = 480  # rows of all pieces of a prompt
SAMPLES, EPOCHS, WIDTH, BATCH = 80_000, 3, 96, 256


def filled(task: Task, prompt: Prompt) -> str | None:
    """The task's solution with the names and values of the prompt; None where they do not fit."""
    try:
        source = read_source(prompt)
    except SignatureInvalid:
        return None
    literals = _literals(task, source)
    kept = tuple(name for name in task.parameters if name not in literals)
    calling = Calling(source.slots.get(FUNCTION_SLOT))
    if source.signature:
        if len(source.signature.parameters) == len(task.parameters):
            literals, kept = {}, task.parameters
        if len(source.signature.parameters) != len(kept):
            return None
        calling = Calling(source.signature.name, kept)
    own_name = task.main.name if task.main else ""
    try:
        tokens = write_target(task, literals, calling)
        return realise(with_slots(tokens, source, own_name), source)
    except Unfit:
        return None


def _literals(task: Task, source: Source) -> dict[str, Any]:
    """Values for the task's slots: those of the prompt in their order, else the usual ones."""
    there = {
        kind: [ast.literal_eval(text) for slot, text in source.slots.items() if slot[1] == kind]
        for kind in "NSL"
    }
    literals = {}
    for name, value in task.values.items():
        if there[KINDS[value.kind]]:
            literals[name] = there[KINDS[value.kind]].pop(0)
        elif name not in task.parameters:
            literals[name] = value.values[0] if value.values else 0
    return literals


class NearestPhrasing:
    """Takes the task with the phrasing that shares most words, the rare ones weighing more."""

    def __init__(self, catalogue: Path) -> None:
        wording = read_wording(catalogue)
        self._said: list[tuple[Task, frozenset[str]]] = [
            (task, frozenset(folded(clause).split()))
            for task in read_tasks(catalogue)
            for clause in clauses(task, wording, 1)
        ]
        known = Counter(word for _, words in self._said for word in words)
        self._weights = {word: log(len(self._said) / count) for word, count in known.items()}
        self._places: dict[str, list[int]] = {}
        for at, (_, words) in enumerate(self._said):
            for word in words:
                self._places.setdefault(word, []).append(at)

    def program(self, prompt: Prompt) -> str | None:
        """The program of the nearest task."""
        wanted = {word for word in folded(prompt.text).split() if word in self._weights}
        shared: dict[int, float] = {}
        for word in wanted:
            for at in self._places[word]:
                shared[at] = shared.get(at, 0.0) + self._weights[word]
        if not shared:
            return None
        whole = sum(self._weights[word] for word in wanted)

        def likeness(at: int) -> float:
            said = sum(self._weights[word] for word in self._said[at][1])
            return 2 * shared[at] / (whole + said)

        return filled(self._said[max(shared, key=likeness)][0], prompt)


class TemplateClassifier:
    """A linear classifier of tasks over the sum of the encoder's features, taught by the corpus."""

    def __init__(self, catalogue: Path, seed: int = 0) -> None:
        keras.utils.set_random_seed(seed)
        corpus, random = Corpus(catalogue), Random(seed)
        self._tasks = corpus.tasks
        self._tokenizer, _ = make_tokenizers(corpus, seed)
        number = {task.name: at for at, task in enumerate(self._tasks)}
        drawn = [corpus.pair(random.choice(self._tasks), random) for _ in range(SAMPLES)]
        rows = np.stack([self._bag(pair.source) for pair in drawn])
        labels = np.array([number[pair.sample.task] for pair in drawn])
        self._model = keras.Sequential(
            [
                keras.layers.Embedding(self._tokenizer.rows, WIDTH),
                keras.layers.GlobalAveragePooling1D(),
                keras.layers.Dense(len(self._tasks)),
            ]
        )
        loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
        self._model.compile(optimizer=keras.optimizers.Adam(5e-3), loss=loss)
        self._model.fit(rows, labels, batch_size=BATCH, epochs=EPOCHS, verbose=0)

    def program(self, prompt: Prompt) -> str | None:
        """The program of the likeliest task."""
        logits = self._model(self._bag(read_source(prompt))[None])
        return filled(self._tasks[int(np.argmax(logits))], prompt)

    def _bag(self, source: Source) -> Any:
        """All rows of all pieces, (LONGEST_BAG,), padded with 0."""
        rows = self._tokenizer.encode(source)
        present = rows[rows > 0][:LONGEST_BAG]
        return np.pad(present, (0, LONGEST_BAG - len(present)))
