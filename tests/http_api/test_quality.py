"""The words for how good a program is."""

import pytest

from synerprise_daemon.answer import Answer, CheckedProgram, Verdict
from synerprise_http_api.quality import confidence_of, execution_of, quality_of


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


def answer_with(*probabilities: float) -> Answer:
    programs = tuple(CheckedProgram("x = 1\n", each, Verdict.RUNS) for each in probabilities)
    return Answer(programs, confidence=0.8, trusted=True, model="any", elapsed_ms=1.0)


def test_a_program_half_as_likely_as_the_first_has_half_its_confidence() -> None:
    first, second = (answer := answer_with(0.4, 0.2)).programs
    assert confidence_of(first, answer) == 0.8
    assert confidence_of(second, answer) == pytest.approx(0.4)


@pytest.mark.parametrize("probabilities", [(0.2, 0.6), (0.0, 0.0)])
def test_no_program_is_surer_than_the_first(probabilities: tuple[float, float]) -> None:
    answer = answer_with(*probabilities)
    assert confidence_of(answer.programs[1], answer) == 0.8


def test_a_program_with_faults_is_one_word_worse() -> None:
    assert quality_of(program(Verdict.PROVED), 1.0, faults=2) == "good"
    assert quality_of(program(Verdict.RUNS), 0.7, faults=1) == "fair"
    assert quality_of(program(Verdict.RUNS), 0.1, faults=1) == "poor"
