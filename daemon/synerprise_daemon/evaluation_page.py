"""The evaluation as a page with plots, from the same figures as the model card."""

from typing import Any

from synerprise_model.report import Section, bars, lines, page, table

HEADS = ("", "right at once", "among five", "of")


def evaluation_page(figures: dict[str, Any], settings: dict[str, Any]) -> str:
    """The page, from what evaluation and training measured; needs the extra `report`."""
    sets = figures["sets"]
    sections = [
        Section("Sets, by script", table(HEADS, _rows(sets, "scripts"))),
        Section("Right at once, by set and script", bars(_shares(sets), "share")),
        Section("Sets, by form", table(HEADS, _rows(sets, "forms"))),
        Section("Sets, by topic", table(HEADS, _rows(sets, "topics"))),
        Section("Compositions, by depth", table(HEADS, _counts(figures["depths"]))),
        Section("Calibration", _calibration(figures["calibration"])),
        Section("Answer", table(("", "ms"), list(figures["latency_ms"].items()))),
    ]
    more = [name for name in ("flips", "examples", "controls") if name in figures]
    sections += [Section(name.capitalize(), _plain(figures[name])) for name in more]
    if settings.get("curve"):
        curve = lines({settings["version"]: settings["curve"]}, "step", "loss")
        sections.append(Section("Training", curve))
    return page(f"Evaluation of {settings['version']}", sections)


def _counts(kinds: dict[str, dict[str, int]]) -> list[tuple[Any, ...]]:
    return [(kind, n["right"], n["among_five"], n["of"]) for kind, n in kinds.items()]


def _rows(sets: dict[str, Any], by: str) -> list[tuple[Any, ...]]:
    return [
        (f"{name}: {row[0]}", *row[1:])
        for name, kinds in sets.items()
        for row in _counts(kinds[by])
    ]


def _shares(sets: dict[str, Any]) -> dict[str, float]:
    return {
        f"{name} {script}": count["right"] / count["of"]
        for name, kinds in sets.items()
        for script, count in kinds["scripts"].items()
    }


def _calibration(figures: dict[str, Any]) -> str:
    measured = [(confidence, right) for confidence, right, _ in figures["bins"]]
    told = [("expected calibration error", f"{figures['error']:.3f}")]
    told += [
        (f"precision at {coverage} coverage", f"{share:.1%}")
        for coverage, share in figures["precision"].items()
    ]
    curves = {"measured": measured, "perfect": [(0.0, 0.0), (1.0, 1.0)]}
    return table(("", ""), told) + lines(curves, "confidence", "share that is right")


def _plain(figure: Any) -> str:
    rows = list(figure.items()) if isinstance(figure, dict) else [("share", f"{figure:.1%}")]
    return table(("", ""), rows)
