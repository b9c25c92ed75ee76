"""Build the corpus: samples of every task, misspelled, as compact arrays with a manifest."""

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from synerprise_model.compositions import Composer
from synerprise_model.decisions import Decider
from synerprise_model.features import FEATURES_A_PIECE, SourceTokenizer
from synerprise_model.lexicon import read_lexicon
from synerprise_model.objects import Designer
from synerprise_model.operations import read_operations
from synerprise_model.phrases import Words, walk
from synerprise_model.programs import write_target
from synerprise_model.recipes import Cook
from synerprise_model.sampling import Sample, Sampler
from synerprise_model.solution_checks import check_solutions
from synerprise_model.source import PYTHON, Source, read_source
from synerprise_model.spelling import read_speller
from synerprise_model.splits import is_held_out_family, phrasings_to_learn
from synerprise_model.target import UNKNOWN, TargetTokenizer, with_slots
from synerprise_model.tasks import Task, read_most_asked, read_tasks
from synerprise_model.told_names import class_told_in
from synerprise_model.wording import read_wording

LONGEST_TARGET = 160
SAMPLES_FOR_TOKENIZERS = 30  # of each task
COMPOSITIONS_FOR_TOKENIZERS = 8000
COMPOSED = 0.3  # share of the pairs that are compositions
DECIDED = 0.35  # share of the compositions that are decisions
COOKED = 0.1  # and recipes
DESIGNED = 0.12  # and classes
OFTEN = 3  # times that a task of the most asked is drawn, to once for any other
SHARD = 20_000
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Pair:
    """A prompt as the encoder reads it, and the tokens of its program."""

    source: Source
    target: tuple[str, ...]
    sample: Sample


class Corpus:
    """A stream of pairs that is the same for the same catalogue and seed."""

    def __init__(
        self,
        catalogue: Path,
        tasks: Sequence[Task] | None = None,
        *,
        held_out_noise: bool = False,
    ) -> None:
        """With `held_out_noise` the prompts are misspelled as those of a corpus never are."""
        tasks = read_tasks(catalogue) if tasks is None else tasks
        self._most_asked = read_most_asked(catalogue)
        self.tasks = [
            phrasings_to_learn(task)
            for task in tasks
            if not is_held_out_family(task.name, self._most_asked)
        ]
        operations = read_operations(catalogue)
        self._composer = Composer(operations)
        self._cook = Cook(catalogue)
        self._designer = Designer(catalogue)
        self._decider = Decider(catalogue, operations.steps["filters"])
        self._sampler = Sampler(read_wording(catalogue))
        self._lexicon = read_lexicon(catalogue)
        english = _english_words(self.tasks)
        self._speller = read_speller(catalogue, english, held_out=held_out_noise)

    def pair(self, task: Task, random: Random) -> Pair:
        """One pair of a task."""
        sample = self._sampler.draw(task, random)
        names = _names(sample)
        text = self._lexicon.vary(sample.prompt.text, sample.script, random, names)
        text = self._speller.misspell(text, random, names)
        sample = replace(sample, prompt=replace(sample.prompt, text=text))
        source = read_source(sample.prompt, random)
        return Pair(source, tuple(with_slots(sample.target, source, sample.own_name)), sample)

    def pairs(self, count: int, random: Random) -> Iterator[Pair]:
        """Pairs in random order: every task, the most asked more often, and compositions."""
        while count > 0:
            again = [task for task in self.tasks if task.name in self._most_asked]
            taught = [*self.tasks, *again * (OFTEN - 1)]
            composed = round(len(taught) * COMPOSED / (1 - COMPOSED))
            order: list[Task | None] = [*taught, *[None] * composed]
            random.shuffle(order)
            for task in order[:count]:
                yield self.pair(task or self.composition(random), random)
            count -= len(order)

    def composition(self, random: Random) -> Task:
        """A composed task that may be taught."""
        kind = random.random()
        if kind < DECIDED:
            return self._decider.draw(random)
        if kind < DECIDED + COOKED:
            return self._cook.draw(random)
        if kind < DECIDED + COOKED + DESIGNED:
            return self._designer.draw(random)
        return self._composer.draw(random)


def _names(sample: Sample) -> set[str]:
    """Words that are copied as they are: of a signature, of messages, of a class's members."""
    signed = set(re.findall(r"[A-Za-z_]\w*", sample.prompt.signature or ""))
    signed |= PYTHON
    signed |= {token[1:-1] for token in sample.target if token[0] == '"'}
    signed |= {token[2:-2] for token in sample.target if token[:2] == "«'"}
    if "class" not in sample.target:
        return signed
    if told := class_told_in(sample.prompt.text):
        signed.add(told)
    beside = zip(sample.target, sample.target[1:], strict=False)
    return signed | {name for before, name in beside if before in ("def", ".")}


def _english_words(tasks: Sequence[Task]) -> set[str]:
    phrases = [phrase for task in tasks for phrase in task.phrasings["english"]]
    parts = [part for phrase in phrases for part in walk(phrase) if isinstance(part, Words)]
    words = {word for part in parts for word in re.findall("[a-z]{2,}", part.text)}
    return words | {"def", "func"}


def make_tokenizers(corpus: Corpus, seed: int) -> tuple[SourceTokenizer, TargetTokenizer]:
    """Tokenizers for everything that the tasks can say."""
    random = Random(f"tokenizers {seed}")
    composed = (corpus.composition(random) for _ in range(COMPOSITIONS_FOR_TOKENIZERS))
    repeated = (task for task in corpus.tasks for _ in range(SAMPLES_FOR_TOKENIZERS))
    pairs = [corpus.pair(task, random) for task in (*repeated, *composed)]
    whole = [write_target(task, {}) for task in corpus.tasks]
    return (
        SourceTokenizer.of([pair.source for pair in pairs]),
        TargetTokenizer.of([*(pair.target for pair in pairs), *whole]),
    )


def build_corpus(
    catalogue: Path, folder: Path, count: int, seed: int, workers: int = 2
) -> dict[str, Any]:
    """Write `count` pairs into `folder`, shard by shard; the manifest, which is also written.

    Every program is run once: the catalogue's against its checks, here, and what is composed when
    it is drawn. Raises `CatalogueError` for a program that fails.
    """
    folder.mkdir(parents=True, exist_ok=True)
    corpus = Corpus(catalogue)
    for broken in check_solutions(corpus.tasks, workers):
        raise broken
    source, target = make_tokenizers(corpus, seed)
    source.save(folder / "source_tokenizer.json")
    target.save(folder / "target_tokenizer.json")
    sizes = [min(SHARD, count - start) for start in range(0, count, SHARD)]
    write = partial(_write_shard, catalogue, folder, seed)
    with ProcessPoolExecutor(workers) as pool:
        kept = list(pool.map(write, range(len(sizes)), sizes))
    manifest = {
        "seed": seed,
        "pairs": sum(kept),
        "dropped": count - sum(kept),
        "tasks": len(corpus.tasks),
        "catalogue": digest(catalogue),
        "shards": [shard_name(number) for number in range(len(sizes))],
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    return manifest


def _write_shard(catalogue: Path, folder: Path, seed: int, number: int, size: int) -> int:
    corpus = Corpus(catalogue)
    source = SourceTokenizer.load(folder / "source_tokenizer.json")
    target = TargetTokenizer.load(folder / "target_tokenizer.json")
    unknown = target.tokens.index(UNKNOWN)
    random = Random(f"shard {number} of {seed}")
    features, programs = [], []
    for pair in corpus.pairs(size, random):
        program = target.encode(pair.target)
        if unknown not in program and len(program) <= LONGEST_TARGET:
            features.append(source.encode(pair.source, random).astype(np.uint16))
            programs.append(np.array(program, np.uint16))
    np.savez(
        folder / shard_name(number),
        features=np.concatenate(features),
        pieces=np.array([len(rows) for rows in features], np.uint16),
        programs=np.concatenate(programs),
        tokens=np.array([len(program) for program in programs], np.uint16),
    )
    return len(programs)


def shard_name(number: int) -> str:
    """The file of a shard."""
    return f"shard-{number:03}.npz"


def digest(catalogue: Path) -> str:
    """A short hash of everything the catalogue says."""
    total = hashlib.sha256()
    for path in sorted(catalogue.rglob("*.toml")):
        total.update(path.relative_to(catalogue).as_posix().encode() + b"\0" + path.read_bytes())
    return total.hexdigest()[:16]


@dataclass(frozen=True)
class Arrays:
    """A built corpus in memory."""

    features: "np.ndarray[Any, np.dtype[np.uint16]]"
    starts: "np.ndarray[Any, np.dtype[np.int64]]"
    pieces: "np.ndarray[Any, np.dtype[np.uint16]]"
    programs: "np.ndarray[Any, np.dtype[np.uint16]]"
    program_starts: "np.ndarray[Any, np.dtype[np.int64]]"
    tokens: "np.ndarray[Any, np.dtype[np.uint16]]"

    @classmethod
    def read(cls, folder: Path) -> "Arrays":
        """Read every shard that the manifest names."""
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        shards = [np.load(folder / name) for name in manifest["shards"]]
        pieces = np.concatenate([shard["pieces"] for shard in shards])
        tokens = np.concatenate([shard["tokens"] for shard in shards])
        return cls(
            np.concatenate([shard["features"] for shard in shards]),
            np.cumsum(pieces, dtype=np.int64) - pieces,
            pieces,
            np.concatenate([shard["programs"] for shard in shards]),
            np.cumsum(tokens, dtype=np.int64) - tokens,
            tokens,
        )

    def batch(self, chosen: Sequence[int], length: int, size: int) -> tuple[Any, Any]:
        """Pairs as padded arrays: features, (B, length, F), and programs, (B, size)."""
        source = np.zeros((len(chosen), length, FEATURES_A_PIECE), np.int32)
        target = np.zeros((len(chosen), size), np.int32)
        for row, at in enumerate(chosen):
            start, count = self.starts[at], self.pieces[at]
            source[row, :count] = self.features[start : start + count]
            start, count = self.program_starts[at], self.tokens[at]
            target[row, :count] = self.programs[start : start + count]
        return source, target
