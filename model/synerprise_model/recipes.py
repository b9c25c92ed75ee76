"""Compose arithmetic that is told step by step: "dam ar poriman gun kore 10% char dao".

The starts and steps are in `catalogue/recipes.toml`; a recipe is a `Task` like any other.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from synerprise_model.catalogue_file import read_toml
from synerprise_model.composed_checks import calls_of
from synerprise_model.decision_draft import SPOKEN
from synerprise_model.layout import layout
from synerprise_model.lexer import lex
from synerprise_model.phrases import Phrase, read_phrase
from synerprise_model.splits import is_held_out_composition
from synerprise_model.tasks import Script, Task, Value

FILE = "recipes.toml"
NUMBERS = (2, 5, 8, 10, 12, 40, 100, 150, 500)
STEPS = (1, 1, 2, 2, 2, 3)


class Cook:
    """Draws recipes."""

    def __init__(self, catalogue: Path) -> None:
        self._data = read_toml(catalogue / FILE)

    def draw(self, random: Random, *, held_out: bool = False) -> Task:
        """A recipe that is, or is not, kept from training."""
        while True:
            start, steps = self._skeleton(random)
            name = "-".join(("recipes/" + start["name"], *(step["name"] for step in steps)))
            if is_held_out_composition(name) == held_out:
                return self._task(name, start, steps, random)

    def _skeleton(self, random: Random) -> tuple[dict[str, Any], list[dict[str, Any]]]:
        start = random.choice(self._data["starts"])
        middle = [step for step in self._data["steps"] if not step.get("last")]
        steps = random.sample(middle, random.choice(STEPS))
        if random.random() < 0.3:
            steps.append(random.choice([step for step in self._data["steps"] if step.get("last")]))
        return start, steps

    def _task(
        self, name: str, start: dict[str, Any], steps: Sequence[dict[str, Any]], random: Random
    ) -> Task:
        values: dict[str, Value] = {}
        code, binds = start["code"], start["binds"]
        slots = []
        for at, step in enumerate(steps):
            slot = f"k{at}" if "values" in step else ""
            if slot:
                values[slot] = Value("integer", (random.choice(step["values"]),))
            slots.append(slot)
            code, binds = _applied(step, code, binds, slot), step["binds"]
        header = f"def {steps[-1]['name']}_{start['name']}({', '.join(start['parameters'])}):"
        said: dict[Script, tuple[Phrase, ...]] = {"english": ()}
        for script in SPOKEN:
            said[script] = (read_phrase(self._said(script, start, steps, slots, random)),)
        task = Task(
            name=name,
            about=name,
            form="function",
            nouns={},
            values=values,
            phrasings=said,
            solution=layout(lex(f"{header}\n    return {code}")),
        )
        numbers = [[random.choice(NUMBERS) for _ in start["parameters"]] for _ in range(4)]
        return replace(task, checks=calls_of(task, [tuple(given) for given in numbers], random))

    def _said(
        self,
        script: Script,
        start: dict[str, Any],
        steps: Sequence[dict[str, Any]],
        slots: Sequence[str],
        random: Random,
    ) -> str:
        told = [
            random.choice(step[script]).replace("{}", f"{{{slot}}}")
            for step, slot in zip(steps, slots, strict=True)
        ]
        pause = random.choice((" ", " ", ", ", " tarpor " if script == "banglish" else " তারপর "))
        first = f"{random.choice(start[script])} {told[0]}"
        return f"{pause.join([first, *told[1:]])} {random.choice(self._data['endings'][script])}"


def _applied(step: dict[str, Any], code: str, binds: int, slot: str) -> str:
    """The step's code with what was reached in its place, in parentheses where it needs them."""
    needed = 3 if "**" in step["code"] else step["binds"]
    enclosed = binds < needed and not step["code"].startswith(("round", "int"))
    applied: str = step["code"].replace("@", f"({code})" if enclosed else code)
    return applied.replace("{}", slot)
