"""Composed classes: every one works, bears the names its prompt gives, and can be told."""

import ast
from random import Random

from synerprise_model.folders import CATALOGUE
from synerprise_model.objects import Designer
from synerprise_model.realise import realise
from synerprise_model.sampling import Sampler
from synerprise_model.source import read_source
from synerprise_model.target import with_slots
from synerprise_model.wording import read_wording

DESIGNER, SAMPLER = Designer(CATALOGUE), Sampler(read_wording(CATALOGUE))


def test_every_class_works_and_keeps_its_checks() -> None:
    random = Random(1)
    for _ in range(400):
        task = DESIGNER.draw(random)
        scope = {name: value.values[0] for name, value in task.values.items()}
        exec(task.solution, scope)
        assert task.checks or "raise" in task.solution
        assert all(eval(check, scope) for check in task.checks), task.solution


def test_a_class_and_its_methods_bear_the_names_of_the_prompt() -> None:
    random = Random(2)
    for count in range(400):
        task = DESIGNER.draw(random)
        sample = SAMPLER.draw(task, random, ("bangla", "banglish")[count % 2])
        source = read_source(sample.prompt)
        tree = ast.parse(realise(with_slots(sample.target, source, sample.own_name), source))
        made = next(node for node in tree.body if isinstance(node, ast.ClassDef))
        assert made.name in sample.prompt.text
        methods = [node.name for node in made.body if isinstance(node, ast.FunctionDef)]
        assert all(name in sample.prompt.text for name in methods if name != "__init__")


def test_what_is_held_out_is_never_drawn_for_training() -> None:
    random = Random(3)
    held_out = {DESIGNER.draw(random, held_out=True).name for _ in range(60)}
    assert not held_out & {DESIGNER.draw(random).name for _ in range(1000)}


def test_no_method_hides_a_field() -> None:
    random = Random(4)
    for _ in range(400):
        made = ast.parse(DESIGNER.draw(random).solution).body[-1]
        assert isinstance(made, ast.ClassDef)
        fields = {
            node.attr
            for node in ast.walk(made)
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
        }
        assert not fields & {node.name for node in made.body if isinstance(node, ast.FunctionDef)}
