"""Operations that combine: every program works, and what is held out is never taught."""

from random import Random
from typing import Any

import pytest

from synerprise_model.compositions import Composer, Skeleton
from synerprise_model.folders import CATALOGUE
from synerprise_model.operations import Operation, read_operations
from synerprise_model.sampling import Sampler
from synerprise_model.tasks import Task
from synerprise_model.wording import read_wording

OPERATIONS = read_operations(CATALOGUE)
COMPOSER = Composer(OPERATIONS)
GIVEN: dict[str, list[Any]] = {
    "numbers": [[4, -3, 10, 7, 4], []],
    "words": [["amar", "sonar", "12", "bangla", "A"], [], [""]],
    "text": ["Dhaka 1971!", ""],
    "sentence": ["amar sonar Bangla", ""],
    "n": [12345, 7],
    "d": [{"ab": 4, "c": 0}, {}],
}
"""Arguments for every parameter of a source; dictionaries have texts and numbers inside."""


def operation(name: str) -> Operation:
    return next(step for steps in OPERATIONS.steps.values() for step in steps if step.name == name)


def program_of(source: str, *steps: str) -> str:
    skeleton = Skeleton(
        next(one for one in OPERATIONS.sources if one.name == source),
        tuple(map(operation, steps)),
    )
    return COMPOSER.task(skeleton, Random(0)).solution


@pytest.mark.parametrize(
    ("steps", "line"),
    [
        ("list_of_numbers even square total", "sum(x**2 for x in numbers if x % 2 == 0)"),
        ("list_of_words length", "[len(word) for word in words]"),
        ("list_of_numbers descending", "sorted(numbers, reverse=True)"),
        ("digits odd square", "[int(x) ** 2 for x in str(abs(n)) if int(x) % 2 == 1]"),
        ("list_of_numbers count", "len(numbers)"),
        ("up_to even count", "len([x for x in range(1, n + 1) if x % 2 == 0])"),
        ("dict_values even largest", "max((x for x in d.values() if x % 2 == 0), default=None)"),
    ],
)
def test_steps_become_one_expression(steps: str, line: str) -> None:
    assert program_of(*steps.split()).splitlines()[-1] == f"    return {line}"


def test_every_composition_runs_on_ordinary_and_on_empty_arguments() -> None:
    random = Random(7)
    for _ in range(1500):
        task = COMPOSER.draw(random)
        for first in GIVEN[task.parameters[0]]:
            run(task, first)


def run(task: Task, first: object) -> None:
    scope: dict[str, Any] = {}
    exec(task.solution, scope)
    rest = [value.values[0] for value in task.values.values()]
    assert task.main
    try:
        scope[task.main.name](first, *rest)
    except Exception as error:
        error.add_note(f"{task.solution}\nwith {first!r}, {rest}")
        raise


def test_a_skeleton_that_is_held_out_is_never_drawn_for_training() -> None:
    random = Random(8)
    held_out = {COMPOSER.draw(random, held_out=True).name for _ in range(300)}
    taught = {COMPOSER.draw(random).name for _ in range(3000)}
    assert not held_out & taught


def test_a_composition_is_said_in_both_scripts_with_its_values() -> None:
    sampler, random = Sampler(read_wording(CATALOGUE)), Random(9)
    for _ in range(300):
        task = COMPOSER.draw(random)
        assert sampler.draw(task, random, "bangla").prompt.text
        assert sampler.draw(task, random, "banglish").prompt.text


def test_there_are_a_hundred_and_fifty_operations() -> None:
    steps = [step for sort in OPERATIONS.steps.values() for step in sort]
    assert len(steps) + len(OPERATIONS.sources) >= 150


def test_twenty_thousand_skeletons_can_be_drawn() -> None:
    random = Random(10)
    drawn = {COMPOSER.draw(random).name for _ in range(40_000)}
    assert len(drawn) >= 20_000
