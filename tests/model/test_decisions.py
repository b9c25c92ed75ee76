"""Decisions and recipes: every program works, and says what its prompt says."""

import re
import tomllib
from random import Random
from typing import Any

import pytest

from synerprise_model.decision_draft import Wordbook
from synerprise_model.decisions import FILE, Decider
from synerprise_model.folders import CATALOGUE
from synerprise_model.ladders import ladder
from synerprise_model.mappings import mapping
from synerprise_model.operations import read_operations
from synerprise_model.recipes import Cook
from synerprise_model.sampling import Sampler
from synerprise_model.tasks import Task
from synerprise_model.verdicts import verdict
from synerprise_model.wording import read_wording

FILTERS = read_operations(CATALOGUE).steps["filters"]
DECIDER, COOK = Decider(CATALOGUE, FILTERS), Cook(CATALOGUE)
WORDS = Wordbook(tomllib.loads((CATALOGUE / FILE).read_text(encoding="utf-8")))


def values_of(task: Task) -> dict[str, Any]:
    return {name: value.values[0] for name, value in task.values.items()}


@pytest.mark.parametrize("source", [DECIDER, COOK], ids=["decisions", "recipes"])
def test_every_program_works_and_keeps_its_checks(source: Decider | Cook) -> None:
    random = Random(1)
    for _ in range(600):
        task = source.draw(random)
        scope = values_of(task) | {"input": lambda: "7", "print": lambda told: None}
        exec(task.solution, scope)
        assert all(eval(check, scope) for check in task.checks), task.solution


def test_limits_fall_or_rise_with_their_comparison() -> None:
    random, falling = Random(2), set()
    for _ in range(200):
        task = ladder(WORDS, random)
        limits = [v.values[0] for name, v in task.values.items() if name.startswith("limit")]
        sign = re.search(r"[<>]=?", task.solution)
        assert sign
        assert limits == sorted(limits, reverse=sign.group().startswith(">"))
        falling.add(sign.group())
    assert falling == {">", ">=", "<", "<="}


def test_a_discount_is_taken_off() -> None:
    random, task = Random(3), ladder(WORDS, Random(3))
    while "discount" not in task.name or task.form != "function":
        task = ladder(WORDS, random)
    scope = values_of(task)
    exec(task.solution, scope)
    assert task.main
    assert scope[task.main.name](100_000) < 100_000 or "<" in task.solution
    assert "amount - amount * result_0 / 100" in task.solution


def test_a_mapping_gives_what_is_said_and_something_else_for_all_else() -> None:
    random = Random(4)
    for _ in range(100):
        task = mapping(WORDS, random)
        assert ".get(" in task.solution
        if task.form == "function":
            assert task.checks


def test_a_verdict_is_true_or_false_or_one_of_two_replies() -> None:
    random, results = Random(5), set()
    for _ in range(200):
        task = verdict(WORDS, FILTERS, random)
        if task.form == "function" and task.name.endswith("-truth-function"):
            results |= {check.rpartition("== ")[2] for check in task.checks}
    assert results == {"True", "False"}


def test_two_conditions_can_hold_together_or_apart() -> None:
    random, decided = Random(5), 0
    for _ in range(600):
        task = verdict(WORDS, FILTERS, random)
        if "(n):" in task.solution and " and " in task.solution:
            scope = values_of(task)
            exec(task.solution, scope)
            assert task.main
            assert len(set(map(scope[task.main.name], range(-30, 501)))) == 2, task.solution
            decided += 1
    assert decided > 20


def test_what_is_held_out_is_never_drawn_for_training() -> None:
    random = Random(6)
    for source in (DECIDER, COOK):
        held_out = {source.draw(random, held_out=True).name for _ in range(100)}
        assert not held_out & {source.draw(random).name for _ in range(2000)}


def test_a_step_has_parentheses_where_it_needs_them() -> None:
    random, seen = Random(7), set()
    for _ in range(400):
        task = COOK.draw(random)
        seen.add(task.solution.rpartition("return ")[2].strip())
    assert any(code.startswith("(a + b) * k0") for code in seen)
    assert not any(re.match(r"a \+ b \* k0", code) for code in seen)


def test_they_are_said_in_both_scripts() -> None:
    sampler, random = Sampler(read_wording(CATALOGUE)), Random(8)
    for source in (DECIDER, COOK):
        for _ in range(200):
            task = source.draw(random)
            assert sampler.draw(task, random, "bangla").prompt.text
            assert sampler.draw(task, random, "banglish").prompt.text
