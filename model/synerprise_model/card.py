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

{pairs:,} pairs of prompt and program, sampled from {tasks} tasks of the catalogue (digest
`{catalogue}`) with seed {seed}; one phrasing in ten was kept from training. {dropped} pairs were
left out for being too long.

## Training

{steps:,} steps with Adam (peak rate {peak_rate}, warm-up {warm_up}, half a cosine), label smoothing
{smoothing}, averaged weights; {parameters:,} parameters; {seen:,} prompts seen. It took
{cpu_hours:.2f} CPU hours with the building of the corpus ({wall_hours:.2f} hours of training on
{machine}), at commit `{commit}`.

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
    progress = settings["progress"]
    schedule = {key: value for key, value in settings["schedule"].items() if key != "seed"}
    return CARD_TEXT.format(
        **settings["corpus"],
        **schedule,
        version=settings["version"],
        parameters=settings["parameters"],
        seen=progress["pairs"],
        cpu_hours=(progress["cpu_s"] + settings["building"]["cpu_s"]) / 3600,
        wall_hours=progress["wall_s"] / 3600,
        machine=settings["machine"],
        commit=settings["commit"],
        sizes="\n".join(f"| {name} | {size} |" for name, size in settings["shape"].items()),
        figures=figures,
    )


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
        "at most a quarter are right. Of the natural prompts whose failures are told here,",
        f"{trust['coverage']:.0%} get a program; {trust['precision']:.0%} of those are right.",
        "",
        f"An answer takes {latency['median']:.0f} ms (median; 95 in 100 take at most",
        f"{latency['p95']:.0f} ms), all candidates searched and run, one prompt after another.",
        "",
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
