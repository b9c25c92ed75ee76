"""What composed programs compute: checks and runs made by running them on ordinary data."""

import contextlib
import io
from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Any

from synerprise_model.skeletons import Skeleton
from synerprise_model.tasks import Run, Task

CHECKS, RUNS = 3, 2
LONGEST_SHOWN = 90
WORDS = (
    "apple Mango dhaka River book level School radar ball Python data code sun rain Bangla tea"
    " noon boi kolom Rahim mina jol 42 a1 cat Dog banana Orange nodi pakhi"
).split()


def _numbers(random: Random) -> list[int]:
    lowest = random.choice((-20, -5, 0, 1, 1))
    return [random.randint(lowest, random.choice((9, 30, 60))) for _ in range(random.randint(3, 7))]


def _words(random: Random) -> list[str]:
    return random.sample(WORDS, random.randint(2, 5))


def _records(random: Random, **fields: Callable[[], Any]) -> list[dict[str, Any]]:
    names = random.sample(("Rahim", "Mina", "Karim", "Sumi", "Rana", "Tania"), random.randint(2, 3))
    return [{"name": name} | {key: draw() for key, draw in fields.items()} for name in names]


def _students(random: Random) -> list[dict[str, Any]]:
    return _records(
        random,
        roll=lambda: random.randint(1, 40),
        marks=lambda: random.randint(20, 99),
        age=lambda: random.randint(14, 22),
        section=lambda: random.choice("ABC"),
    )


def _products(random: Random) -> list[dict[str, Any]]:
    return _records(
        random,
        price=lambda: random.choice((20, 45, 100, 250, 600, 1200)),
        stock=lambda: random.randint(0, 30),
        category=lambda: random.choice(("fruit", "book", "food")),
    )


def _employees(random: Random) -> list[dict[str, Any]]:
    return _records(
        random,
        salary=lambda: random.choice((18000, 25000, 40000, 60000)),
        age=lambda: random.randint(22, 50),
        department=lambda: random.choice(("HR", "IT", "Sales")),
    )


ARGUMENTS: Mapping[str, Callable[[Random], Any]] = {
    "list_of_numbers": _numbers,
    "list_of_words": _words,
    "text": lambda random: " ".join(_words(random)[:2]),
    "sentence": lambda random: " ".join(_words(random)),
    "digits": lambda random: random.randint(10, 99999),
    "up_to": lambda random: random.randint(3, 20),
    "dict_values": lambda random: dict(zip(_words(random), _numbers(random), strict=False)),
    "dict_keys": lambda random: dict(zip(_words(random), _numbers(random), strict=False)),
    "list_of_students": _students,
    "list_of_products": _products,
    "list_of_employees": _employees,
}
"""By source: an argument for its parameter."""
TYPED: Mapping[str, Callable[[Random], str]] = {
    "typed_line_of_numbers": lambda random: " ".join(map(str, _numbers(random))),
    "typed_numbers": lambda random: _counted(_numbers(random)),
    "typed_words": lambda random: " ".join(_words(random)),
    "typed_text": lambda random: " ".join(_words(random)[:2]),
}
"""By source: what is typed; nothing where there is no such source."""


def _counted(numbers: list[int]) -> str:
    return "\n".join(map(str, (len(numbers), *numbers)))


def checks_of(
    skeleton: Skeleton, name: str, solution: str, values: Mapping[str, Any], random: Random
) -> tuple[str, ...]:
    """Calls of the function with the values, and what they give; none where it fails."""
    scope: dict[str, Any] = {}
    exec(solution, scope)  # noqa: S102  # made of the catalogue's own operations
    checks = []
    for _ in range(CHECKS):
        arguments = [ARGUMENTS[skeleton.source.name](random), *values.values()]
        call = f"{name}({', '.join(map(repr, arguments))})"
        with contextlib.suppress(Exception):
            result = repr(scope[name](*arguments))
            if len(call) + len(result) <= LONGEST_SHOWN:
                checks.append(f"{call} == {result}".replace("'", '"'))
    return tuple(checks)


def calls_of(task: Task, arguments: Sequence[tuple[Any, ...]], random: Random) -> tuple[str, ...]:
    """Checks of a function whose values stand in its code; none where it fails."""
    if task.main is None:
        return ()
    scope = {name: value.values[0] for name, value in task.values.items()}
    exec(task.solution, scope)  # noqa: S102  # made of the catalogue's own words
    checks = []
    for given in random.sample(arguments, min(CHECKS, len(arguments))):
        with contextlib.suppress(Exception):
            call = f"{task.main.name}({', '.join(map(repr, given))})"
            checks.append(f"{call} == {scope[task.main.name](*given)!r}".replace("'", '"'))
    return tuple(checks)


def runs_of(
    skeleton: Skeleton, solution: str, values: Mapping[str, Any], random: Random
) -> tuple[Run, ...]:
    """What the script prints with the values for what is typed."""
    typing = TYPED.get(skeleton.source.name)
    runs = []
    for _ in range(RUNS):
        typed = typing(random) if typing else ""
        shown = io.StringIO()
        lines = iter(typed.split("\n"))
        with contextlib.suppress(Exception), contextlib.redirect_stdout(shown):
            exec(solution, dict(values) | {"input": lines.__next__})  # noqa: S102
            runs.append(Run(typed, shown.getvalue()))
    return tuple(dict.fromkeys(runs))
