"""Pages need nothing beside them, and the catalogue's says what it counted."""

from synerprise_model.coverage import measure
from synerprise_model.coverage_page import coverage_page, totals
from synerprise_model.evaluation import Case
from synerprise_model.folders import CATALOGUE
from synerprise_model.prompt import Prompt
from synerprise_model.report import Section, bars, lines, page, table


def test_what_is_told_is_escaped() -> None:
    told = page("a < b", [Section("<i>", table(("&",), [("<script>",)]))])
    assert "<script>" not in told
    assert "a &lt; b" in told
    assert "&lt;i&gt;" in told


def test_plots_are_drawn_into_the_page() -> None:
    for drawn in (bars({"a": 1.0, "b": 2.0}, "n"), lines({"x": [(0.0, 1.0)]}, "a", "b")):
        assert drawn.startswith("<svg")
        assert drawn.rstrip().endswith("</svg>")


def test_the_page_tells_what_the_catalogue_has_and_which_words_it_lacks() -> None:
    case = Case(Prompt("list er jogfol xyzzyplugh koro"), "lists", "banglish", "answer")
    counted = measure(CATALOGUE, [case], samples=3000, skeletons=2000)
    assert counted.lacking.total() == 1
    assert counted.families.total() >= 1000
    assert counted.lemmas >= 1500
    shown = coverage_page(counted)
    assert all(name in shown for name, _ in totals(counted))
