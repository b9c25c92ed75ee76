"""How right programs are told from wrong ones, and where trust begins."""

from synerprise_daemon.answer import Answer, CheckedProgram, Verdict
from synerprise_daemon.evaluate_command import Scored, fit_trust, score
from synerprise_model.evaluation import Case
from synerprise_model.prompt import Prompt

DOUBLE = Case(
    Prompt("dui gun"), "numbers", "banglish", "answer", checks=("answer(2) == 4", "answer(0) == 0")
)


def answer_with(*codes: str, confidence: float = 0.5) -> Answer:
    programs = tuple(CheckedProgram(code, confidence, Verdict.PARSES) for code in codes)
    return Answer(programs, confidence, trusted=True, model="m", elapsed_ms=1.0)


def scored(confidence: float, *, right: bool) -> Scored:
    return Scored(DOUBLE, answer_with("x = 1\n", confidence=confidence), (right,))


def test_a_program_is_right_when_it_passes_every_check_whatever_its_name() -> None:
    codes = (
        "def f(n):\n    return n * 2\n",
        "def f(n):\n    return n + 2\n",
        "def f(n):\n    return n / 0\n",
        "x = 4\n",
        "while True:\n    pass\ndef f(n):\n    return n * 2\n",
    )
    (result,) = score([DOUBLE], [answer_with(*codes)])
    assert result.right == (True, False, False, False, False)
    assert result.first_is_right


def test_no_program_is_not_right() -> None:
    (result,) = score([DOUBLE], [answer_with()])
    assert not result.first_is_right


def test_trust_begins_where_fewer_than_a_quarter_below_are_right() -> None:
    low = [scored(0.01 * n, right=n == 3) for n in range(8)]  # one in eight is right
    high = [scored(0.5 + 0.01 * n, right=True) for n in range(8)]
    trust = fit_trust([*high, *low])
    assert trust == {"threshold": 0.51, "coverage": 7 / 16, "precision": 1.0}


def test_a_model_that_is_always_right_is_always_trusted() -> None:
    trust = fit_trust([scored(0.1 * n, right=True) for n in range(1, 9)])
    assert trust["coverage"] == 1.0
