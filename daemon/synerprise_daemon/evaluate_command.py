"""`synerprise evaluate`: measure the shipped model through the service, and complete its card."""

import argparse
import asyncio
import json
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from random import Random
from typing import Any

from synerprise_daemon.calibration import (
    Judged,
    bins_of,
    calibrated,
    expected_calibration_error,
    fit_calibration,
    fit_trust,
    precision_at,
)
from synerprise_daemon.evaluation_page import evaluation_page
from synerprise_daemon.logs import ignore_warnings_of_candidates
from synerprise_daemon.scoring import Scored, ask, counted, failures, service_of
from synerprise_daemon.settings import Settings
from synerprise_model.card import FIGURES, SETTINGS, write_card
from synerprise_model.evaluation import (
    Case,
    composition_cases,
    familiar_cases,
    family_cases,
    held_out_cases,
    natural_cases,
)
from synerprise_model.folders import BENCHMARK, CATALOGUE, NATURAL, TRAINED

PHRASINGS, COMPOSITIONS, FAMILIAR = 1200, 300, 300
"""Prompts of each set, drawn from all of it."""
COVERAGES = (0.5, 0.7, 0.9)
BENCHMARK_SET = "benchmark"
CATALOGUE_SETS = (
    "held-out phrasings",
    "held-out compositions",
    "held-out families",
    "held-out noise",
    "familiar",
)


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("evaluate", help="measure the model and complete its card")
    parser.add_argument("--catalogue", type=Path, default=CATALOGUE)
    parser.add_argument("--natural", type=Path, default=NATURAL, help="a folder of natural prompts")
    parser.add_argument("--benchmark", type=Path, default=BENCHMARK, help="more, only counted")
    parser.add_argument("--model", type=Path, default=TRAINED)
    parser.add_argument(
        "--whole", action="store_true", help="also spellings and simpler ways: half an hour"
    )
    parser.add_argument("--page", type=Path, help="write a page with plots; needs matplotlib")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Score every set; write the figures, the threshold of trust and the card."""
    ignore_warnings_of_candidates()
    sets = _sets(options)
    read = [name for name in sets if name not in (BENCHMARK_SET, *CATALOGUE_SETS)]
    figures = asyncio.run(_measured(options, settings, sets, read))
    if options.whole:
        from synerprise_daemon.measures import controls  # imports keras

        figures["controls"] = controls(options.model, options.catalogue, sets[BENCHMARK_SET])
    _write(options.model, figures)
    if options.page:
        options.page.parent.mkdir(parents=True, exist_ok=True)
        settings_of_model = json.loads((options.model / SETTINGS).read_text(encoding="utf-8"))
        options.page.write_text(evaluation_page(figures, settings_of_model), encoding="utf-8")
    print((options.model / "CARD.md").read_text(encoding="utf-8").partition("## Figures")[2])
    return 0


def _sets(options: argparse.Namespace) -> dict[str, list[Case]]:
    sets = {path.stem: list(natural_cases(path)) for path in natural_files(options.natural)}
    sets[BENCHMARK_SET] = [
        case for path in natural_files(options.benchmark) for case in natural_cases(path)
    ]
    catalogue = options.catalogue
    held_out = list(held_out_cases(catalogue))
    drawn = (
        Random(0).sample(held_out, min(PHRASINGS, len(held_out))),
        list(composition_cases(catalogue, COMPOSITIONS)),
        list(family_cases(catalogue)),
        list(familiar_cases(catalogue, FAMILIAR, held_out_noise=True)),
        list(familiar_cases(catalogue, FAMILIAR)),
    )
    return sets | dict(zip(CATALOGUE_SETS, drawn, strict=True))


def natural_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.toml"))


async def _measured(
    options: argparse.Namespace,
    settings: Settings,
    sets: dict[str, list[Case]],
    read: Sequence[str],
) -> dict[str, Any]:
    async with service_of(options.model, settings) as service:
        scored = {name: await ask(service, cases) for name, cases in sets.items()}
        from synerprise_daemon.measures import flips, gain_of_examples  # imports keras

        figures = _figures(scored, read)
        examples = [one for name in (*read, BENCHMARK_SET) for one in scored[name]]
        figures["examples"] = await gain_of_examples(service, examples)
        if options.whole:
            natural = [case for name in read for case in sets[name]]
            figures["flips"] = await flips(service, natural, options.catalogue)
    return figures


def _figures(scored: dict[str, list[Scored]], read: Sequence[str]) -> dict[str, Any]:
    """Everything that is counted; failures are told of the sets in `read` alone.

    Confidence is calibrated and trust is fitted on those sets too, and then held against the
    benchmark.
    """
    judged_by_set = {name: [one.judged for one in cases] for name, cases in scored.items()}
    fitted = fit_calibration([one for name in read for one in judged_by_set[name]])
    known = [one for name in read for one in calibrated(judged_by_set[name], fitted)]
    return {
        "sets": {
            name: {
                "scripts": counted(cases, lambda case: case.script),
                "topics": counted(cases, lambda case: case.topic.partition("/")[0]),
                "forms": counted(cases, _form),
            }
            | ({"failures": failures(cases)} if name in read else {})
            for name, cases in scored.items()
        },
        "depths": counted(scored[CATALOGUE_SETS[1]], lambda case: f"depth {_depth(case)}"),
        "trust": fit_trust(known),
        "weights": asdict(fitted),
        "calibration": _calibration(calibrated(judged_by_set[BENCHMARK_SET], fitted)),
        "latency_ms": _latency(one.answer.elapsed_ms for cases in scored.values() for one in cases),
    }


def _form(case: Case) -> str:
    """What stands with the prompt, and what kind of program is asked for."""
    if case.runs:
        return "script"
    signed, shown = case.prompt.signature is not None, bool(case.prompt.examples)
    given = [word for word, there in (("signature", signed), ("examples", shown)) if there]
    return "with " + " and ".join(given) if given else "sentence alone"


def _depth(case: Case) -> int:
    """How many steps a composition has; its topic names the source and the steps."""
    return case.topic.count("-")


def _calibration(judged: Sequence[Judged]) -> dict[str, Any]:
    return {
        "error": expected_calibration_error(judged),
        "bins": [[one.confidence, one.right, one.count] for one in bins_of(judged)],
        "precision": {f"{coverage:.0%}": precision_at(judged, coverage) for coverage in COVERAGES},
    }


def _latency(elapsed: Iterable[float]) -> dict[str, float]:
    cuts = statistics.quantiles(elapsed, n=20)
    return {"median": cuts[9], "p95": cuts[18]}


def _write(model: Path, figures: dict[str, Any]) -> None:
    text = json.dumps(figures, indent=1, ensure_ascii=False) + "\n"
    (model / FIGURES).write_text(text, encoding="utf-8")
    settings = json.loads((model / SETTINGS).read_text(encoding="utf-8"))
    settings["trust"] = figures["trust"]["threshold"]
    settings["calibration"] = figures["weights"]
    (model / SETTINGS).write_text(json.dumps(settings, indent=2) + "\n", encoding="utf-8")
    write_card(model)
