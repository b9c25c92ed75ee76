"""`synerprise evaluate`: measure the shipped model through the service, and complete its card."""

import argparse
import asyncio
import json
import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from synerprise_daemon.answer import Answer
from synerprise_daemon.check import Checker
from synerprise_daemon.jail.jail import Jail
from synerprise_daemon.jail.level import levels_from
from synerprise_daemon.logs import ignore_warnings_of_candidates
from synerprise_daemon.service import GenerationService, load_translator
from synerprise_daemon.settings import Settings
from synerprise_model.card import FIGURES, SETTINGS, write_card
from synerprise_model.evaluation import (
    Case,
    are_right,
    composition_cases,
    held_out_cases,
    natural_cases,
)
from synerprise_model.folders import BENCHMARK, CATALOGUE, NATURAL, TRAINED

COMPOSITIONS = 300  # prompts
SHOWN = 5  # programs an editor offers for a prompt
RIGHT_BELOW = 0.25
"""The threshold of trust: of the programs below it, so many may be right."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A case, what was answered, and which of the programs are right, in their order."""

    case: Case
    answer: Answer
    right: tuple[bool, ...]

    @property
    def first_is_right(self) -> bool:
        return self.right[:1] == (True,)


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("evaluate", help="measure the model and complete its card")
    parser.add_argument("--catalogue", type=Path, default=CATALOGUE)
    parser.add_argument("--natural", type=Path, default=NATURAL, help="a folder of natural prompts")
    parser.add_argument("--benchmark", type=Path, default=BENCHMARK, help="more, only counted")
    parser.add_argument("--model", type=Path, default=TRAINED)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Score every set; write the figures, the threshold of trust and the card."""
    ignore_warnings_of_candidates()
    sets = {path.stem: list(natural_cases(path)) for path in natural_files(options.natural)}
    read = set(sets)
    sets["benchmark"] = [
        case for path in natural_files(options.benchmark) for case in natural_cases(path)
    ]
    sets["held-out phrasings"] = list(held_out_cases(options.catalogue))
    sets["held-out compositions"] = list(composition_cases(options.catalogue, COMPOSITIONS))
    scored = asyncio.run(score_all(options.model, settings, sets))
    figures = {
        "sets": {
            name: _figures(cases) | ({"failures": _failures(cases)} if name in read else {})
            for name, cases in scored.items()
        },
        "trust": fit_trust(case for name in read for case in scored[name]),
        "latency_ms": _latency(
            case.answer.elapsed_ms for cases in scored.values() for case in cases
        ),
    }
    _write(options.model, figures)
    print((options.model / "CARD.md").read_text(encoding="utf-8").partition("## Figures")[2])
    return 0


def natural_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.toml"))


async def score_all(
    model: Path, settings: Settings, sets: dict[str, list[Case]]
) -> dict[str, list[Scored]]:
    """Ask the service every prompt, one after another, and run what it says."""
    jail = Jail(levels=levels_from(settings.weakest_jail))
    await jail.start()
    service = GenerationService(lambda: load_translator(model), settings, Checker(jail))
    answers = {
        name: [await service.answer(case.prompt, SHOWN) for case in cases]
        for name, cases in sets.items()
    }
    service.close()
    await jail.close()
    return {name: score(cases, answers[name]) for name, cases in sets.items()}


def score(cases: Sequence[Case], answers: Sequence[Answer]) -> list[Scored]:
    pairs = [
        (case, program.code)
        for case, answer in zip(cases, answers, strict=True)
        for program in answer.programs
    ]
    verdicts = iter(are_right([case for case, _ in pairs], [code for _, code in pairs]))
    return [
        Scored(case, answer, tuple(next(verdicts) for _ in answer.programs))
        for case, answer in zip(cases, answers, strict=True)
    ]


def fit_trust(scored: Iterable[Scored]) -> dict[str, float]:
    """The highest threshold below which so few are right, and what it gives.

    Coverage is the share of prompts that get a program, precision the share of those that are
    right, both measured on the cases that the threshold was chosen from.
    """
    ranked = sorted(scored, key=lambda case: case.answer.confidence)
    threshold, right = 0.0, 0
    for below, case in enumerate(ranked):
        if right <= RIGHT_BELOW * below:
            threshold = case.answer.confidence
        right += case.first_is_right
    kept = [case for case in ranked if case.answer.confidence >= threshold]
    return {
        "threshold": threshold,
        "coverage": len(kept) / max(1, len(ranked)),
        "precision": sum(case.first_is_right for case in kept) / max(1, len(kept)),
    }


def _figures(scored: Sequence[Scored]) -> dict[str, Any]:
    """How many are right, by script and by topic."""
    return {
        "scripts": _counted(scored, lambda case: case.case.script),
        "topics": _counted(scored, lambda case: case.case.topic.partition("/")[0]),
    }


def _counted(
    scored: Sequence[Scored], kind_of: Callable[[Scored], str]
) -> dict[str, dict[str, int]]:
    kinds: dict[str, list[Scored]] = {}
    for case in scored:
        kinds.setdefault(kind_of(case), []).append(case)
    return {
        kind: {
            "right": sum(case.first_is_right for case in cases),
            "among_five": sum(any(case.right) for case in cases),
            "of": len(cases),
        }
        for kind, cases in sorted(kinds.items())
    }


def _failures(scored: Sequence[Scored]) -> list[dict[str, str]]:
    return [
        {"prompt": case.case.prompt.text, "topic": case.case.topic, "why": _why(case)}
        for case in scored
        if not case.first_is_right
    ]


def _why(case: Scored) -> str:
    if not case.answer.programs:
        return "no program"
    place = next((at for at, right in enumerate(case.right, 1) if right), None)
    return f"program {place} is right" if place else "all programs are wrong"


def _latency(elapsed: Iterable[float]) -> dict[str, float]:
    cuts = statistics.quantiles(elapsed, n=20)
    return {"median": cuts[9], "p95": cuts[18]}


def _write(model: Path, figures: dict[str, Any]) -> None:
    text = json.dumps(figures, indent=1, ensure_ascii=False) + "\n"
    (model / FIGURES).write_text(text, encoding="utf-8")
    settings = json.loads((model / SETTINGS).read_text(encoding="utf-8"))
    settings["trust"] = figures["trust"]["threshold"]
    (model / SETTINGS).write_text(json.dumps(settings, indent=2) + "\n", encoding="utf-8")
    write_card(model)
