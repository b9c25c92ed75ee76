"""Train the network on a built corpus: bucketed batches, teacher forcing, checkpoints."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from synerprise_model.backend import keras
from synerprise_model.corpus import Arrays
from synerprise_model.features import LONGEST_SOURCE
from synerprise_model.network import PACKAGE, Seq2Seq, Shape, build_network
from synerprise_model.target import PADDING, SPECIAL, START

ops = keras.ops
PADDING_ID, START_ID = SPECIAL.index(PADDING), SPECIAL.index(START)
TARGET_BUCKETS = (16, 24, 32, 40, 52, 64, 84, 104, 132, 160)
SOURCE_BUCKETS = (12, 16, 20, 24, 32, 44, LONGEST_SOURCE)
TOKENS_A_BATCH = 5000  # target positions, padding counted: short programs come in larger batches
LARGEST_BATCH = 160
CHECKPOINT_EVERY_S = 120.0


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast to learn."""

    steps: int
    seed: int = 0
    peak_rate: float = 1.5e-3
    warm_up: int = 400
    smoothing: float = 0.05
    averaging: float = 0.998
    """Momentum of the running average of the weights, which is what ships."""

    @property
    def momentum(self) -> float:
        """The averaging of a schedule so short that the first weights would weigh in is quicker."""
        return max(0.0, min(self.averaging, 1.0 - 10.0 / self.steps))


@keras.saving.register_keras_serializable(PACKAGE)
class WarmUpCosine(keras.optimizers.schedules.LearningRateSchedule):
    """A linear rise to the peak, then half a cosine down to nothing."""

    def __init__(self, peak: float, warm_up: int, steps: int) -> None:
        self.peak, self.warm_up, self.steps = peak, warm_up, steps

    def __call__(self, step: Any) -> Any:
        step = ops.cast(step, "float32")
        rising = step / self.warm_up
        done = ops.clip((step - self.warm_up) / max(1, self.steps - self.warm_up), 0.0, 1.0)
        return self.peak * ops.minimum(rising, 0.5 * (1.0 + ops.cos(np.pi * done)) + 0.01)

    def get_config(self) -> dict[str, Any]:
        return {"peak": self.peak, "warm_up": self.warm_up, "steps": self.steps}


@dataclass(slots=True)
class Progress:
    """What has been done so far; kept beside the checkpoint."""

    step: int = 0
    wall_s: float = 0.0
    cpu_s: float = 0.0
    loss: float = 0.0
    pairs: int = 0


class Trainer:
    """Trains in a folder, and goes on where it was when it was killed."""

    def __init__(
        self,
        folder: Path,
        arrays: Arrays,
        shape: Shape,
        schedule: Schedule,
        begin: Callable[[Seq2Seq], None] | None = None,
    ) -> None:
        """`begin` is given the network before the first step, to set its weights."""
        folder.mkdir(parents=True, exist_ok=True)
        self._checkpoint, self._notes = folder / "checkpoint.keras", folder / "progress.json"
        self._curve = folder / "curve.jsonl"
        self._arrays, self._schedule = arrays, schedule
        self.progress = Progress()
        if self._checkpoint.exists():
            self.network: Seq2Seq = keras.models.load_model(self._checkpoint)
            self.progress = Progress(**json.loads(self._notes.read_text()))
        else:
            keras.utils.set_random_seed(schedule.seed)
            self.network = build_network(shape, schedule.smoothing)
            if begin:
                begin(self.network)
            self.network.compile(
                optimizer=keras.optimizers.Adam(
                    WarmUpCosine(schedule.peak_rate, schedule.warm_up, schedule.steps),
                    beta_2=0.98,
                    global_clipnorm=1.0,
                    use_ema=True,
                    ema_momentum=schedule.momentum,
                ),
                jit_compile="auto" if keras.backend.backend() == "jax" else False,
            )

    def train(self, until: int | None = None) -> Seq2Seq:
        """Train to the end of the schedule, or to a step before; with averaged weights."""
        bar = keras.utils.Progbar(
            self._schedule.steps, unit_name="step", interval=5.0, stateful_metrics=["loss"]
        )
        started, cpu_started, saved = time.monotonic(), time.process_time(), time.monotonic()
        before = Progress(**asdict(self.progress))
        for source, target in self._batches(self.progress.step, until or self._schedule.steps):
            loss = self._learn(source, target)
            now = self.progress
            now.step, now.loss, now.pairs = now.step + 1, loss, now.pairs + len(source)
            now.wall_s = before.wall_s + time.monotonic() - started
            now.cpu_s = before.cpu_s + time.process_time() - cpu_started
            bar.update(now.step, [("loss", loss)])
            if now.step % 50 == 0:
                self._note_loss()
            if time.monotonic() - saved > CHECKPOINT_EVERY_S:
                self._save()
                saved = time.monotonic()
        self._save()
        self.network.optimizer.finalize_variable_values(self.network.trainable_variables)
        return self.network

    def _learn(self, source: Any, target: Any) -> float:
        before = np.concatenate([np.full((len(target), 1), START_ID), target[:, :-1]], axis=1)
        weight = (target != PADDING_ID).astype("float32")
        inputs = {"source": source, "before": before.astype("int32")}
        self.network.reset_metrics()  # or the loss would be the mean of all steps so far
        return float(self.network.train_on_batch(inputs, target, sample_weight=weight))

    def _note_loss(self) -> None:
        with self._curve.open("a") as curve:
            curve.write(json.dumps(asdict(self.progress)) + "\n")

    def curve(self, points: int = 70) -> list[tuple[int, float]]:
        """Steps and their losses, each the mean of those noted since the point before."""
        lines = self._curve.read_text(encoding="utf-8").splitlines() if self._curve.exists() else []
        noted = [(line["step"], line["loss"]) for line in map(json.loads, lines)]
        many = max(1, -(-len(noted) // points))
        groups = [noted[at : at + many] for at in range(0, len(noted), many)]
        return [(group[-1][0], sum(loss for _, loss in group) / len(group)) for group in groups]

    def _save(self) -> None:
        """Write the checkpoint beside the old one, then put it in its place."""
        fresh = self._checkpoint.with_name("fresh.keras")
        self.network.save(fresh)
        fresh.replace(self._checkpoint)
        self._notes.write_text(json.dumps(asdict(self.progress)))

    def _batches(self, done: int, end: int) -> Iterator[tuple[Any, Any]]:
        """Batches from step `done` to step `end`, in an order that the seed fixes."""
        step, epoch = 0, 0
        while step < end:
            for chosen, length, size in self._epoch(epoch):
                if done <= step < end:
                    yield self._arrays.batch(chosen, length, size)
                step += 1
            epoch += 1

    def _epoch(self, epoch: int) -> list[tuple[Any, int, int]]:
        random = np.random.default_rng((self._schedule.seed, epoch))
        lengths = np.searchsorted(SOURCE_BUCKETS, self._arrays.pieces)
        sizes = np.searchsorted(TARGET_BUCKETS, self._arrays.tokens)
        batches = []
        for at_length, length in enumerate(SOURCE_BUCKETS):
            for at_size, size in enumerate(TARGET_BUCKETS):
                inside = np.flatnonzero((lengths == at_length) & (sizes == at_size))
                random.shuffle(inside)
                many = min(LARGEST_BATCH, TOKENS_A_BATCH // size)
                batches += [
                    (inside[at : at + many], length, size) for at in range(0, len(inside), many)
                ]
        random.shuffle(batches)
        return batches
