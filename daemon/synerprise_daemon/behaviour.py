"""Tell which programs do the same, by what they give for ordinary data, and count them together.

Two right programs share the probability of a prompt; put together, they come before a wrong one
that is likelier than either. What is compared is what the jail printed: it is never more than a
reason to prefer one program to another.
"""

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from synerprise_daemon.answer import CheckedProgram
from synerprise_daemon.jail.outcome import Outcome, Run

ONE = (
    "7",
    "12",
    "-4",
    "0",
    "2.5",
    "[3, 1, 2, 2, -5]",
    "['ab', 'c', 'ab']",
    "'Hello World 12'",
    "'level'",
    "[]",
    "''",
    "{'a': 2, 'b': 1}",
    "[('x', 3), ('y', 1)]",
    "[[1, 2], [3, 4]]",
    "(4, 1, 4)",
    "{3, 1}",
    "[{'name': 'Mina', 'marks': 80, 'age': 20}, {'name': 'Rana', 'marks': 30, 'age': 18}]",
)
TWO = (
    "7, 3",
    "12, 5",
    "-4, 2",
    "2.5, 4",
    "[3, 1, 2, 2, -5], 2",
    "[3, 1, 2], [2, 5]",
    "'Hello World', 'o'",
    "'hello', 2",
    "['ab', 'c'], 'c'",
    "['ab', 'c'], 1",
    "'abc', 'cab'",
    "{'a': 2, 'b': 1}, 'a'",
    "{'a': 2, 'b': 1}, 1",
    "{'a': 2}, {'a': 1, 'c': 3}",
    "['a', 'b'], [1, 2]",
    "[[1, 2], [3, 4]], 1",
    "[('x', 3), ('y', 1)], 2",
    "{1, 2}, {2, 3}",
    "[{'name': 'Mina', 'marks': 80}], 'name'",
)
THREE = (
    "7, 3, 2",
    "1, 10, 3",
    "2.5, 4, 1",
    "[3, 1, 2, 2, -5], 1, 2",
    "'hello', 'l', 'r'",
    "'abc', 1, 2",
    "{'a': 2, 'b': 1}, 'a', 5",
    "[3, 1, 2], 1, 9",
    "'a', 'b', 'c'",
    "[1, 2], [3, 4], [5, 6]",
)
FOUR = ("1, 2, 3, 4", "2.5, 1, 4, 3", "[3, 1, 2], 0, 1, 2", "'a', 'b', 'c', 'd'")
PROBES: Mapping[int, Sequence[str]] = {1: ONE, 2: TWO, 3: THREE, 4: FOUR}
"""By the number of parameters: arguments of all kinds, since nobody says which kind is meant."""
TOLD = 200  # letters of a result that are compared
PROBE = """
import random as __random
for __given in {probes!r}:
    try:
        __random.seed(1)
        __arguments = eval("(" + __given + ",)")
        __told = repr(({name}(*__arguments), __arguments))
    except Exception:
        __told = "!"
    print(__told[:{told}], flush=True)
"""
MOST = 8  # candidates that are compared; those behind have next to no probability


@dataclass(frozen=True, slots=True)
class Behaviour:
    """What a program did with what it was given; equal for programs that do the same."""

    parameters: int
    printed: str


def probe_of(code: str, typed: str) -> Run | None:
    """A run that shows how a program behaves; None for a class, which has no one way to be used."""
    body = ast.parse(code).body
    definitions = [n for n in body if isinstance(n, ast.FunctionDef | ast.ClassDef)]
    if not definitions or not isinstance(body[-1], ast.FunctionDef | ast.ClassDef):
        return Run(code, input=typed)
    main = definitions[-1]
    if not isinstance(main, ast.FunctionDef):
        return None
    probes = PROBES.get(len(main.args.args))
    if not probes:
        return None
    return Run(code + PROBE.format(probes=probes, name=main.name, told=TOLD), input=typed)


def behaviour_in(code: str, outcome: Outcome) -> Behaviour | None:
    """What a run of `probe_of` has shown; None when it shows nothing, as where all was refused."""
    lines = outcome.stdout.splitlines()
    if not any(line != "!" for line in lines):
        return None
    main = next((n for n in reversed(ast.parse(code).body) if isinstance(n, ast.FunctionDef)), None)
    return Behaviour(len(main.args.args) if main else 0, outcome.stdout)


def together(
    programs: Sequence[CheckedProgram], shown: Mapping[str, Behaviour]
) -> list[CheckedProgram]:
    """The first program of each behaviour with the probability of all that share it, best first.

    The others of a behaviour follow at the end: there is no reason to show them before another.
    """
    first: dict[Behaviour | str, CheckedProgram] = {}
    others = []
    for program in programs:
        key = shown.get(program.code, program.code)
        leader = first.setdefault(key, program)
        if leader is not program:
            probability = min(1.0, leader.probability + program.probability)
            first[key] = replace(leader, probability=probability)
            others.append(replace(program, probability=0.0))
    return [*sorted(first.values(), key=lambda p: -p.probability), *others]
