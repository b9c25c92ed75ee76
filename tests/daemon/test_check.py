"""Only programs that compile are shown."""

import pytest

from synerprise_daemon.check import check
from synerprise_model.prompt import Candidate


@pytest.mark.parametrize(
    "code",
    ["def f(:\n", "return 1\n", "x = (1\n", "a\x00b\n", "def f(a, a):\n    pass\n", "(" * 1000],
)
def test_a_program_that_does_not_compile_is_left_out(code: str) -> None:
    good = Candidate("x = 1\n", -0.5)
    assert [program.code for program in check([Candidate(code, -0.1), good])] == ["x = 1\n"]


def test_a_probability_is_the_exponential_of_its_logarithm() -> None:
    (program,) = check([Candidate("x = 1\n", 0.0)])
    assert program.probability == 1.0
