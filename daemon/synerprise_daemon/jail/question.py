"""Questions: a user's check, split into what a worker is asked and what is expected of the answer.

``assert f(2) == 4`` becomes the question ``f(2)``, and the expectation ``== 4``, which stays here.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from synerprise_daemon.jail.errors import CheckUnclear

Way = Literal["do", "value"]

RELATIONS: dict[type[ast.cmpop], str] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Is: "is",
    ast.IsNot: "is not",
    ast.In: "in",
    ast.NotIn: "not in",
}
IDENTITIES = ("is", "is not")
FOLDED = (ast.Add, ast.Sub, ast.Mult, ast.Div)
LARGEST_FOLDED = 10**30


@dataclass(frozen=True, slots=True)
class Expectation:
    """What the value that a worker sends must be."""

    relation: str = "true"
    """A comparison with the literal; or "true" or "false" alone."""
    literal: Any = None
    literal_first: bool = False

    def about(self) -> str:
        """The same as an expression over ``_``, for a value that cannot leave the worker."""
        if self.relation in ("true", "false"):
            return f"bool(_) is {self.relation.title()}"
        sides = (repr(self.literal), "_") if self.literal_first else ("_", repr(self.literal))
        return f"bool({sides[0]} {self.relation} {sides[1]})"


@dataclass(frozen=True, slots=True)
class Question:
    """Something for a worker to do, or to tell the value of."""

    source: str
    way: Way
    expectation: Expectation | None = None
    judged_inside: bool = False
    """Whether the source compares by itself, so that its answer is the program's word."""


def questions_of(check: str) -> tuple[Question, ...]:
    """The questions of a check, in order; raises `CheckUnclear`."""
    try:
        statements = ast.parse(check.strip()).body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise CheckUnclear(str(error)) from error
    found = [question for at in statements for question in _of_statement(at, at is statements[-1])]
    if not any(question.expectation or question.judged_inside for question in found):
        raise CheckUnclear("it has no assert and does not end in an expression")
    return tuple(found)


def _of_statement(statement: ast.stmt, is_last: bool) -> Iterator[Question]:  # noqa: FBT001
    if isinstance(statement, ast.Assert):
        yield from _of_test(statement.test)
    elif isinstance(statement, ast.Expr) and is_last:
        yield from _of_test(statement.value)
    else:
        asserts = any(isinstance(node, ast.Assert) for node in ast.walk(statement))
        yield Question(ast.unparse(statement), "do", judged_inside=asserts)


def _of_test(test: ast.expr, *, wanted: bool = True) -> Iterator[Question]:
    """Split `and`, turn `not` around, and keep literals out of the question."""
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And) and wanted:
        for part in test.values:
            yield from _of_test(part)
    elif isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        yield from _of_test(test.operand, wanted=not wanted)
    elif wanted and (question := _of_comparison(test)):
        yield question
    else:
        inside = any(isinstance(node, ast.Compare | ast.BoolOp) for node in ast.walk(test))
        expectation = Expectation("true" if wanted else "false")
        yield Question(ast.unparse(test), "value", expectation, judged_inside=inside)


def _of_comparison(test: ast.expr) -> Question | None:
    """A comparison with one literal side; None for all else."""
    if not (isinstance(test, ast.Compare) and len(test.ops) == 1):
        return None
    relation = RELATIONS[type(test.ops[0])]
    left, right = test.left, test.comparators[0]
    for subject, other, literal_first in ((left, right, False), (right, left, True)):
        try:
            literal = _literal(other)
        except (ValueError, TypeError, ArithmeticError):
            continue
        if relation in IDENTITIES and not (literal is None or isinstance(literal, bool)):
            return None
        expectation = Expectation(relation, literal, literal_first)
        return Question(ast.unparse(subject), "value", expectation)
    return None


def _literal(node: ast.expr) -> Any:
    """The value of a literal, also of sums such as ``3.14 * 4``; raises `ValueError`."""
    if not isinstance(node, ast.BinOp):
        return ast.literal_eval(node)
    left, right = _literal(node.left), _literal(node.right)
    numbers = all(
        type(side) in (int, float) and abs(side) < LARGEST_FOLDED for side in (left, right)
    )
    if not (isinstance(node.op, FOLDED) and numbers):
        raise ValueError("no sum of plain numbers")
    if isinstance(node.op, ast.Add):
        return left + right
    if isinstance(node.op, ast.Sub):
        return left - right
    return left * right if isinstance(node.op, ast.Mult) else left / right
