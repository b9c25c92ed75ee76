"""`synerprise train`: build the corpus, train the model, write it with its card."""

import argparse
import json
import os
import platform
import shutil
import subprocess
from dataclasses import asdict
from pathlib import Path
from typing import Any

from synerprise_model.card import FIGURES, SETTINGS, write_card
from synerprise_model.corpus import MANIFEST, Arrays, build_corpus, digest
from synerprise_model.folders import CATALOGUE, TRAINED

VERSION = "synerprise-seq2seq-v1.3"
TRUST_UNTIL_MEASURED = 0.3
COST = "cost.json"
STEPS, PAIRS = 7000, 600_000
"""What two cores do in an hour: less than two CPU hours, with the building of the corpus."""


def main(arguments: list[str]) -> int:
    """Train to the end of the schedule, going on from the checkpoint if there is one."""
    parser = argparse.ArgumentParser(prog="synerprise train", description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="checkpoints")
    parser.add_argument("--out", type=Path, default=TRAINED, help="where the model is written")
    parser.add_argument("--catalogue", type=Path, default=CATALOGUE)
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--until", type=int, help="end at this step, before the schedule does")
    parser.add_argument("--pairs", type=int, default=PAIRS, help="pairs in the corpus")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--peak", type=float, default=1.5e-3, help="the highest learning rate")
    parser.add_argument("--from", dest="earlier", type=Path, help="a trained model to start from")
    parser.add_argument("--workers", type=int, default=2, help="processes that build the corpus")
    options = parser.parse_args(arguments)
    options.work.mkdir(parents=True, exist_ok=True)
    manifest = _corpus(options)
    network, trainer = _train(options, manifest)
    _write(options, manifest, network, trainer)
    return 0


def _corpus(options: argparse.Namespace) -> dict[str, Any]:
    """The built corpus of this catalogue and seed, made anew only when they changed."""
    folder = options.work / "corpus"
    wanted = {"seed": options.seed, "catalogue": digest(options.catalogue)}
    if (folder / MANIFEST).exists():
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        if wanted.items() <= manifest.items():
            return dict(manifest)
        raise SystemExit(
            f"{folder} was built from another catalogue or seed; "
            "give another --work, or remove that folder with its checkpoint"
        )
    print(f"building a corpus of {options.pairs} pairs")
    started = _cpu_s()
    manifest = build_corpus(options.catalogue, folder, options.pairs, options.seed, options.workers)
    (folder / COST).write_text(json.dumps({"cpu_s": _cpu_s() - started}), encoding="utf-8")
    return manifest


def _cpu_s() -> float:
    """Seconds that this process and those it has waited for kept a core busy."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _train(options: argparse.Namespace, manifest: dict[str, Any]) -> tuple[Any, Any]:
    from synerprise_model.network import Seq2Seq, Shape  # keras is loaded only to train
    from synerprise_model.training import Schedule, Trainer
    from synerprise_model.warm_start import Tokenizers, start_from

    corpus = options.work / "corpus"
    own = Tokenizers.load(corpus)
    shape = Shape(own.source.rows, len(own.target.tokens))
    schedule = Schedule(options.steps, options.seed, options.peak)

    def begin(network: Seq2Seq) -> None:
        if options.earlier:
            start_from(network, own, options.earlier)

    trainer = Trainer(options.work, Arrays.read(corpus), shape, schedule, begin)
    print(f"{trainer.network.count_params():,} parameters, {manifest['pairs']:,} pairs")
    return trainer.train(options.until), (trainer, shape, schedule)


def _write(
    options: argparse.Namespace, manifest: dict[str, Any], network: Any, trained: tuple[Any, ...]
) -> None:
    trainer, shape, schedule = trained
    options.out.mkdir(parents=True, exist_ok=True)
    network.compile(loss=None, optimizer=None)
    network.save(options.out / "model.keras")
    for name in ("source_tokenizer.json", "target_tokenizer.json"):
        shutil.copyfile(options.work / "corpus" / name, options.out / name)
    settings = {
        "version": VERSION,
        "trust": TRUST_UNTIL_MEASURED,
        "parameters": network.count_params(),
        "shape": asdict(shape),
        "schedule": asdict(schedule),
        "progress": asdict(trainer.progress),
        "building": json.loads((options.work / "corpus" / COST).read_text(encoding="utf-8")),
        "corpus": {key: value for key, value in manifest.items() if key != "shards"},
        "commit": _commit(),
        "machine": f"{platform.machine()}, Python {platform.python_version()}",
        "curve": trainer.curve(),
        "earlier": _earlier(options.earlier),
    }
    (options.out / SETTINGS).write_text(json.dumps(settings, indent=2) + "\n", encoding="utf-8")
    (options.out / FIGURES).unlink(missing_ok=True)
    write_card(options.out)


def _earlier(trained: Path | None) -> dict[str, Any] | None:
    """The settings of the model that this one started from."""
    if trained is None:
        return None
    return dict(json.loads((trained / SETTINGS).read_text(encoding="utf-8")))


def _commit() -> str:
    done = subprocess.run(
        ["git", "rev-parse", "--short=12", "HEAD"],  # noqa: S607  # wherever git is installed
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip() or "unknown"
