"""A page with numbers and plots: one HTML file that needs nothing beside it."""

import html
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

STYLE = (
    "body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse}td,th{padding:.2rem .8rem;border-bottom:1px solid #ddd;"
    "text-align:left}svg{max-width:100%;height:auto}"
)
INCHES = (7.5, 3.2)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it, as HTML."""

    title: str
    body: str


def page(title: str, sections: Sequence[Section]) -> str:
    """The whole page."""
    shown = "".join(f"<h2>{html.escape(s.title)}</h2>\n{s.body}\n" for s in sections)
    head = f'<meta charset="utf-8"><title>{html.escape(title)}</title><style>{STYLE}</style>'
    return f"<!doctype html>\n<html>{head}<h1>{html.escape(title)}</h1>\n{shown}</html>\n"


def table(heads: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """A table; everything in it is escaped."""
    lines = [_row("th", heads), *(_row("td", row) for row in rows)]
    return "<table>" + "\n".join(lines) + "</table>"


def _row(cell: str, values: Sequence[Any]) -> str:
    return "<tr>" + "".join(f"<{cell}>{html.escape(str(v))}</{cell}>" for v in values) + "</tr>"


def bars(counts: Mapping[Any, float], label: str) -> str:
    """A bar for each value, as SVG; needs the extra `report`."""
    figure, axes = _figure()
    axes.bar([str(value) for value in counts], list(counts.values()), color="#3572a5")
    axes.set_ylabel(label)
    axes.tick_params(axis="x", rotation=60 if len(counts) > 8 else 0)
    return _svg(figure)


def lines(curves: Mapping[str, Sequence[tuple[float, float]]], across: str, up: str) -> str:
    """Curves through points, as SVG; needs the extra `report`."""
    figure, axes = _figure()
    for name, points in curves.items():
        axes.plot(*zip(*points, strict=True), label=name, marker=".")
    axes.set_xlabel(across)
    axes.set_ylabel(up)
    axes.legend()
    return _svg(figure)


def _figure() -> tuple[Any, Any]:
    try:
        from matplotlib.figure import Figure  # only those who ask for a report need it
    except ModuleNotFoundError as error:
        raise SystemExit("a report needs matplotlib: pip install 'synerprise[report]'") from error
    figure = Figure(figsize=INCHES, layout="constrained")
    return figure, figure.subplots()


def _svg(figure: Any) -> str:
    drawn = io.StringIO()
    figure.savefig(drawn, format="svg", metadata={"Date": None})
    return drawn.getvalue().partition("<svg")[1] + drawn.getvalue().partition("<svg")[2]
