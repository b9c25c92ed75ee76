"""Check candidates before they are shown: a program that does not even parse is never seen.

Running them is not done yet; that needs a place where strange code can do no harm.
"""

import ast
import math
import warnings
from collections.abc import Sequence

from synerprise_daemon.answer import CheckedProgram, Verdict
from synerprise_model.prompt import Candidate


def check(candidates: Sequence[Candidate]) -> tuple[CheckedProgram, ...]:
    """The candidates that compile, in their order, with their probabilities."""
    return tuple(
        CheckedProgram(candidate.code, math.exp(candidate.log_probability), Verdict.PARSES)
        for candidate in candidates
        if _compiles(candidate.code)
    )


def _compiles(code: str) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # "invalid escape sequence" is for its reader, not our log
        try:
            compile(ast.parse(code), "<candidate>", "exec")
        except (SyntaxError, ValueError, RecursionError):
            return False
    return True
