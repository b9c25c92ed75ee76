"""The judge: whether a value that a worker sent is what a check expects.

A program shares its process with whatever evaluates the user's checks there, so it can change every
function, read every secret and write to every descriptor of it: no token that the worker knows, and
no code inside, can keep it from *claiming* that a check has passed. Therefore the comparison is not
done there. A worker is asked for the value of ``f(2)`` alone; the ``== 4`` never enters it, and is
applied here, to plain data, with Python's own operators. A program that takes over its worker can
then send any value it likes, but does not know which, just as if it had returned it; and it is
asked one question at a time, each with a random number that the answer must repeat, after all that
it wrote on its own has been found to be no answer.

Where this cannot be done (both sides are the program's, or its value is an object of a class of its
own), the answer is the program's word, and the check is *not witnessed*.
"""

import operator
from collections.abc import Callable
from typing import Any

from synerprise_daemon.jail.question import Expectation

LONGEST_SHOWN = 200  # letters of a value in a message

COMPARISONS: dict[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "is": operator.is_,
    "is not": operator.is_not,
    "in": lambda left, right: left in right,
    "not in": lambda left, right: left not in right,
}


def holds(value: Any, expectation: Expectation) -> bool:
    """Judge plain data; what cannot be compared, such as a number with a text, does not hold."""
    if expectation.relation in ("true", "false"):
        return bool(value) is (expectation.relation == "true")
    left, right = value, expectation.literal
    if expectation.literal_first:
        left, right = right, left
    try:
        return bool(COMPARISONS[expectation.relation](left, right))
    except (TypeError, ArithmeticError, RecursionError):
        return False


def shown(value: Any) -> str:
    """A value as Python writes it, cut when it is long."""
    try:
        text = repr(value)
    except ValueError:  # an integer of more digits than Python writes
        return "…"
    return text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "…"
