"""The words for how good a program is."""

import pytest

from synerprise_daemon.answer import CheckedProgram, Verdict
from synerprise_http_api.quality import execution_of, quality_of


def program(verdict: Verdict) -> CheckedProgram:
    return CheckedProgram(code="x = 1\n", probability=0.5, verdict=verdict)


@pytest.mark.parametrize(
    ("confidence", "quality"),
    [(1.0, "perfect"), (0.9, "perfect"), (0.89, "good"), (0.7, "good"), (0.5, "fair"), (0, "poor")],
)
def test_the_scale_for_a_program_that_proved_itself(confidence: float, quality: str) -> None:
    assert quality_of(program(Verdict.PROVED), confidence) == quality


@pytest.mark.parametrize("verdict", [Verdict.PARSES, Verdict.RUNS])
def test_a_program_that_did_not_prove_itself_is_never_perfect(verdict: Verdict) -> None:
    assert quality_of(program(verdict), 1.0) == "good"
    assert quality_of(program(verdict), 0.6) == "fair"


def test_a_program_that_was_not_run_has_no_success() -> None:
    assert execution_of(program(Verdict.PARSES)) == "Unavailable"
    assert execution_of(program(Verdict.RUNS)) == "Success"
    assert execution_of(program(Verdict.FAILED)) == "Error"
