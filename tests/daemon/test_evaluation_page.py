"""The evaluation's page shows the figures of the card, and plots."""

from synerprise_daemon.evaluation_page import evaluation_page

COUNT = {"right": 3, "among_five": 4, "of": 5}
FIGURES = {
    "sets": {
        "students": {
            "scripts": {"bangla": COUNT},
            "topics": {"lists": COUNT},
            "forms": {"script": COUNT},
        }
    },
    "depths": {"depth 2": COUNT},
    "calibration": {"error": 0.125, "bins": [[0.1, 0.2, 4]], "precision": {"50%": 0.75}},
    "latency_ms": {"median": 90.0, "p95": 150.0},
    "flips": 0.1,
    "controls": {"nearest phrasing": 12},
}


def test_every_figure_is_on_the_page() -> None:
    shown = evaluation_page(FIGURES, {"version": "v9", "curve": [[50, 2.0], [100, 1.0]]})
    for told in (
        "v9",
        "students: bangla",
        "0.125",
        "75.0%",
        "10.0%",
        "nearest phrasing",
        "depth 2",
    ):
        assert told in shown
    assert shown.count("<svg") == 3
