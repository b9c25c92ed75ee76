"""What is printed of an answer."""

import argparse

import pytest

from synerprise_daemon.answer import Answer, CheckedProgram, Verdict
from synerprise_daemon.generate_command import FOUND, NOTHING_TRUSTED, print_answer

GOOD = CheckedProgram("x = 1\n", 0.6, Verdict.RUNS)
REFUTED = CheckedProgram("1 / 0\n", 0.3, Verdict.FAILED)
AS_CODE = argparse.Namespace(json=False)


def test_a_program_that_the_jail_refuted_is_not_printed(capsys: pytest.CaptureFixture[str]) -> None:
    answer = Answer((GOOD, REFUTED), 0.8, trusted=True, model="m", elapsed_ms=1.0)
    assert print_answer(answer, AS_CODE) == FOUND
    assert capsys.readouterr().out == GOOD.code


def test_an_answer_that_is_not_trusted_prints_no_program(
    capsys: pytest.CaptureFixture[str],
) -> None:
    answer = Answer((GOOD,), 0.01, trusted=False, model="m", elapsed_ms=1.0)
    assert print_answer(answer, AS_CODE) == NOTHING_TRUSTED
    said = capsys.readouterr()
    assert said.out == ""
    assert "no program to be trusted" in said.err


def test_an_example_that_is_not_understood_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
    answer = Answer((GOOD,), 0.8, trusted=True, model="m", elapsed_ms=1.0, unclear=("f of 2 ??",))
    assert print_answer(answer, AS_CODE) == FOUND
    assert "f of 2 ??" in capsys.readouterr().err
