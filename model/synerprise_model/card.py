"""The model card: written from what training and evaluation measured, never by hand."""

import json
from pathlib import Path
from typing import Any

SETTINGS, FIGURES, CARD = "settings.json", "figures.json", "CARD.md"

CARD_TEXT = """# Model card: {version}

Written by `synerprise train` and `synerprise evaluate`, from [settings.json](settings.json) and
[figures.json](figures.json).

A Transformer encoder and an LSTM decoder with attention, trained from scratch on the catalogue of
this repository and on nothing else. It turns a prompt in Bangla or Banglish into short Python.

## Data

{pairs:,} pairs of prompt and program, sampled from {tasks:,} tasks of the catalogue (digest
`{catalogue}`) with seed {seed}, and from what its operations, decisions, recipes and classes
compose. Kept from training: one phrasing in ten, six compositions and one family in a hundred, one
misspelling in ten. {dropped:,} pairs were left out for being too long. Stages at commits before
`58ad8d7` were taught the families and misspellings that are held out since.

## Training

Adam with a warm-up of {warm_up} steps and half a cosine, label smoothing {smoothing}, averaged
weights; {parameters:,} parameters. {whole_hours:.2f} CPU hours in all, with the building of the
corpora, on {machine}. Each stage is one `synerprise train` at its commit; every stage but the first
starts from the weights of the one before (`--from`), on a new corpus of its own catalogue.

| commit | tasks | seed | steps | peak rate | prompts seen | CPU hours | wall hours |
| --- | --- | --- | --- | --- | --- | --- | --- |
{stages}

| size | |
| --- | --- |
{sizes}

## Figures

{figures}
"""

NOT_MEASURED = "Not measured yet: run `synerprise evaluate`.\n"


def write_card(folder: Path) -> None:
    """Write the card of the model in a folder from its settings and figures."""
    settings = json.loads((folder / SETTINGS).read_text(encoding="utf-8"))
    figures = folder / FIGURES
    shown = NOT_MEASURED
    if figures.exists():
        shown = _figures(json.loads(figures.read_text(encoding="utf-8")))
    (folder / CARD).write_text(_text(settings, shown), encoding="utf-8")


def _text(settings: dict[str, Any], figures: str) -> str:
    stages = _stages(settings)
    return CARD_TEXT.format(
        **settings["corpus"],
        version=settings["version"],
        warm_up=settings["schedule"]["warm_up"],
        smoothing=settings["schedule"]["smoothing"],
        parameters=settings["parameters"],
        whole_hours=sum(map(_cpu_hours, stages)),
        machine=settings["machine"],
        stages="\n".join(map(_stage, stages)),
        sizes="\n".join(f"| {name} | {size} |" for name, size in settings["shape"].items()),
        figures=figures,
    )


def _stages(settings: dict[str, Any] | None) -> list[dict[str, Any]]:
    """The settings of this training and of those it builds on, the first one first."""
    return [*_stages(settings.get("earlier")), settings] if settings else []


def _stage(settings: dict[str, Any]) -> str:
    schedule, progress, corpus = settings["schedule"], settings["progress"], settings["corpus"]
    cells = (
        f"`{settings['commit']}`",
        f"{corpus['tasks']:,}",
        corpus["seed"],
        f"{progress['step']:,}",
        schedule["peak_rate"],
        f"{progress['pairs']:,}",
        f"{_cpu_hours(settings):.2f}",
        f"{progress['wall_s'] / 3600:.2f}",
    )
    return f"| {' | '.join(map(str, cells))} |"


def _cpu_hours(settings: dict[str, Any]) -> float:
    return float(settings["progress"]["cpu_s"] + settings["building"]["cpu_s"]) / 3600


def _figures(figures: dict[str, Any]) -> str:
    lines = ["| set | script | right | of | first five |", "| --- | --- | --- | --- | --- |"]
    for name, scored in figures["sets"].items():
        for script, count in scored["scripts"].items():
            lines.append(
                f"| {name} | {script} | {count['right']} | {count['of']} | {count['among_five']} |"
            )
    trust, latency = figures["trust"], figures["latency_ms"]
    lines += [
        "",
        f"A program is trusted from probability {trust['threshold']:.3f} on: of those below,",
        "at most a tenth are right. Of the natural prompts whose failures are told here,",
        f"{trust['coverage']:.0%} get a program; {trust['precision']:.0%} of those are right.",
        "",
        f"An answer takes {latency['median']:.0f} ms (median; 95 in 100 take at most",
        f"{latency['p95']:.0f} ms), all candidates searched and run, one prompt after another.",
        "",
        *_more(figures),
        "## What it gets wrong",
        "",
        "Prompts of the natural sets whose first program is not right:",
        "",
    ]
    lines += [
        f"* {failure['prompt']} ({failure['topic']}): {failure['why']}"
        for scored in figures["sets"].values()
        for failure in scored.get("failures", ())
    ]
    return "\n".join(lines)


def _more(figures: dict[str, Any]) -> list[str]:
    """Calibration, and what `synerprise evaluate --whole` measures."""
    told = []
    if calibration := figures.get("calibration"):
        precision = ", ".join(
            f"{share:.0%} at {coverage} coverage"
            for coverage, share in calibration["precision"].items()
        )
        told += [
            "On the benchmark, to which confidence is not fitted, its expected error is",
            f"{calibration['error']:.3f}; precision is {precision}.",
            "",
        ]
    if "flips" in figures:
        told += [
            f"{figures['flips']:.0%} of the natural prompts told here are right in some of five",
            "spellings and wrong in others.",
            "",
        ]
    if examples := figures.get("examples"):
        told += [
            f"Of {examples['of']} natural prompts with examples {examples['right_with']} are",
            f"right, and {examples['right_without']} when the examples are taken away. Of",
            f"{examples['proved']} programs that satisfy their examples,",
            f"{examples['proved_but_wrong']} fail the hidden checks.",
            "",
        ]
    if controls := figures.get("controls"):
        told += ["Right on the benchmark in simpler ways, for comparison:", ""]
        told += [f"* {name}: {right}" for name, right in controls.items()]
        told += [""]
    return told
