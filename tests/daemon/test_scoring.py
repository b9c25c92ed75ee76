"""How right programs are told from wrong ones."""

from synerprise_daemon.answer import Answer, CheckedProgram, Verdict
from synerprise_daemon.scoring import Scored, counted, failures, score
from synerprise_model.evaluation import Case
from synerprise_model.prompt import Prompt

DOUBLE = Case(
    Prompt("dui gun"), "numbers", "banglish", "answer", checks=("answer(2) == 4", "answer(0) == 0")
)


def answer_with(*codes: str, confidence: float = 0.5) -> Answer:
    programs = tuple(CheckedProgram(code, confidence, Verdict.PARSES) for code in codes)
    return Answer(programs, confidence, trusted=True, model="m", elapsed_ms=1.0)


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


def test_cases_are_counted_by_kind() -> None:
    right = Scored(DOUBLE, answer_with("x = 1\n"), (True,))
    second = Scored(DOUBLE, answer_with("x = 1\n", "y = 1\n"), (False, True))
    counts = counted([right, second], lambda case: case.script)
    assert counts == {"banglish": {"right": 1, "among_five": 2, "of": 2}}


def test_a_failure_tells_where_the_right_program_stood() -> None:
    second = Scored(DOUBLE, answer_with("x = 1\n", "y = 1\n"), (False, True))
    none = Scored(DOUBLE, answer_with(), ())
    assert [failure["why"] for failure in failures([second, none])] == [
        "program 2 is right",
        "no program",
    ]
