"""Operations that combine: every program works, and what is held out is never taught."""

import ast
import re
from random import Random
from typing import Any

import pytest

from synerprise_model.compositions import Composer
from synerprise_model.folders import CATALOGUE
from synerprise_model.operations import Operation, read_operations
from synerprise_model.realise import realise
from synerprise_model.sampling import Sampler
from synerprise_model.skeletons import Skeleton, draw_skeleton
from synerprise_model.source import read_source
from synerprise_model.target import with_slots
from synerprise_model.tasks import Form, Task
from synerprise_model.wording import read_wording

OPERATIONS = read_operations(CATALOGUE)
COMPOSER = Composer(OPERATIONS)
GIVEN: dict[str, list[Any]] = {
    "numbers": [[4, -3, 10, 7, 4], []],
    "words": [["amar", "sonar", "12", "bangla", "A"], [], [""]],
    "text": ["Dhaka 1971!", ""],
    "sentence": ["amar sonar Bangla", ""],
    "n": [12345, 7],
    "students": [[{"name": "Mina", "marks": 81, "roll": 3, "age": 17, "section": "A"}], []],
    "products": [[{"name": "boi", "price": 120, "stock": 4, "category": "book"}], []],
    "employees": [[{"name": "Rana", "salary": 40000, "age": 35, "department": "IT"}], []],
    "d": [{"ab": 4, "c": 0}, {}],
}
"""Arguments for every parameter of a source; dictionaries have texts and numbers inside."""
TYPED = [["3", "12", "-7", "30"], ["1", "4"]]
"""What is typed: how many lines come, then the lines."""


def operation(name: str) -> Operation:
    return next(step for steps in OPERATIONS.steps.values() for step in steps if step.name == name)


def program_of(steps: str, form: Form = "function") -> set[str]:
    """The programs of a skeleton of that form."""
    source, *others = steps.split()
    skeleton = Skeleton(
        next(one for one in OPERATIONS.sources if one.name == source),
        tuple(map(operation, others)),
    )
    drawn = (COMPOSER.task(skeleton, Random(seed), checked=False) for seed in range(80))
    return {task.solution for task in drawn if task.form == form}


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
    (program,) = program_of(steps)
    assert program.splitlines()[-1] == f"    return {line}"


@pytest.mark.parametrize(
    ("steps", "program"),
    [
        (
            "one_to_limit even",
            "for x in range(1, limit + 1):\n    if x % 2 == 0:\n        print(x)\n",
        ),
        (
            "typed_line_of_numbers even square total",
            (
                "numbers = list(map(int, input().split()))\n"
                "print(sum(x**2 for x in numbers if x % 2 == 0))\n"
            ),
        ),
        ("typed_words once", "words = input().split()\nprint(*list(dict.fromkeys(words)))\n"),
    ],
)
def test_steps_on_what_is_typed_become_a_script(steps: str, program: str) -> None:
    assert program in program_of(steps, "script")


def test_every_composition_runs_on_ordinary_and_on_empty_arguments() -> None:
    random = Random(7)
    for _ in range(1500):
        task = COMPOSER.draw(random, checked=False)
        for given in GIVEN[next(iter(task.nouns))] if task.nouns else TYPED:
            try:
                run(task, given)
            except Exception as error:
                error.add_note(f"{task.solution}\nwith {given!r}")
                raise


def run(task: Task, given: Any) -> None:
    """Call the function with what is given, put it in sight, or type it into the script."""
    values = {name: value.values[0] for name, value in task.values.items()}
    if task.form == "snippet":
        exec(task.solution, values | dict.fromkeys(task.nouns, given))
    elif task.form == "class":
        scope = dict(values)
        exec(task.solution, scope)
        assert isinstance(task.main, ast.ClassDef)
        made = scope[task.main.name](given)
        getattr(made, task.main.body[-1].name)()  # type: ignore[attr-defined]
    elif task.main is None:
        lines = iter(given if "n = int(input())" in task.solution else given[1:])
        scope = values | {"input": lambda: next(lines), "print": lambda *shown: None}
        exec(task.solution, scope)
    else:
        scope = {}
        exec(task.solution, scope)
        scope[task.main.name](given, *values.values())


def test_a_composition_comes_with_what_it_computes() -> None:
    numbers, words = operation("even"), operation("total")
    source = next(one for one in OPERATIONS.sources if one.name == "list_of_numbers")
    drawn = (COMPOSER.task(Skeleton(source, (numbers, words)), Random(n)) for n in range(20))
    task = next(task for task in drawn if task.form == "function")
    scope: dict[str, Any] = {}
    exec(task.solution, scope)
    assert task.checks
    assert all(eval(check, scope) for check in task.checks)


def test_a_skeleton_that_is_held_out_is_never_drawn_for_training() -> None:
    random = Random(8)
    held_out = {draw_skeleton(OPERATIONS, random, held_out=True).name for _ in range(300)}
    taught = {draw_skeleton(OPERATIONS, random).name for _ in range(3000)}
    assert not held_out & taught


def test_a_range_is_not_asked_for_what_is_not_in_it() -> None:
    random, printed = Random(12), set()
    for _ in range(1500):
        task = COMPOSER.draw(random)
        printed |= {run.prints for run in task.runs if not run.input}
    assert len(printed) > 20
    assert not printed & {"", "\n", "[]\n", "0\n", "{}\n", "()\n"}


def test_one_digit_is_not_asked_for_its_digits() -> None:
    random = Random(11)
    drawn = {draw_skeleton(OPERATIONS, random).name for _ in range(5000)}
    assert any(name.startswith("digits-") for name in drawn)
    assert not any(re.match("digits-.*(digit_sum|last_digit|reversed_digits)", n) for n in drawn)


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
    drawn = {draw_skeleton(OPERATIONS, random).name for _ in range(40_000)}
    assert len(drawn) >= 20_000


@pytest.mark.parametrize(
    ("steps", "program"),
    [
        ("list_of_numbers even total", "total = sum(x for x in numbers if x % 2 == 0)\n"),
        ("list_of_numbers positive", "numbers = [x for x in numbers if x > 0]\n"),
        ("list_of_words length", "result = [len(word) for word in words]\n"),
    ],
)
def test_steps_on_a_variable_in_sight_become_lines(steps: str, program: str) -> None:
    assert program_of(steps, "snippet") == {program}


def test_steps_become_a_method_of_a_class() -> None:
    (program,) = program_of("list_of_numbers even total", "class")
    scope: dict[str, Any] = {}
    exec(program, scope)
    assert scope["Numbers"]([1, 2, 4]).total() == 6


def test_a_snippet_is_written_with_the_names_in_sight() -> None:
    random = Random(11)
    sampler = Sampler(read_wording(CATALOGUE))
    seen = 0
    while seen < 60:
        task = COMPOSER.draw(random, checked=False)
        if task.form == "snippet":
            seen += 1
            sample = sampler.draw(task, random)
            source = read_source(sample.prompt, random)
            code = realise(with_slots(sample.target, source), source)
            assert any(name in code for name in sample.prompt.names)
            assert "def " not in code
