"""Decisions by conditions: "number ta jor ar 10 er beshi hole 'Yes', noile 'No'"."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random
from typing import Any, cast

from synerprise_model.composed_checks import WORDS, calls_of
from synerprise_model.decision_draft import (
    QUOTED,
    SPOKEN,
    Draft,
    Wordbook,
    form_of,
    reading_line,
)
from synerprise_model.operations import Operation
from synerprise_model.tasks import Script, Task, Value

BEFORE_A_NOUN = (
    "এমন",
    "emon",
    "বাদে",
    "bade",
    "ছাড়া",
    "chara",
    "থাকা",
    "thaka",
    "হওয়া",
    "howa",
    "বাকি",
    "baki",
    "অন্য",
    "onno",
    "মাঝের",
    "majher",
)
"""Words that lead to a noun, so that nothing can be said to be so."""
NUMBERS = range(-30, 501)
"""What conditions are tried on, to see whether they can hold together."""
WITHOUT_REPLIES = 0.4  # share that only ask whether it is so


def verdict(words: Wordbook, filters: Sequence[Operation], random: Random) -> Task:
    """One or two conditions of operations, said of one thing."""
    element = random.choice(("number", "number", "word"))
    subject = words.data["verdicts"][element]
    steps, values = _steps(filters, element, random)
    draft = Draft(random.random() < QUOTED)
    draft.values.update(values)
    value = subject["parameter"]
    condition = " and ".join(step.code.replace("@", value) for step in steps)
    before = sorted({line for step in steps for line in step.before})
    asked = "-".join(step.name for step in steps)

    def stated(script: Script) -> str:
        said = [random.choice(_predicates(step, script)) for step in steps]
        joined = words.word("and", script, random).join(said)
        return f"{random.choice(subject[script])} {joined}"

    if random.random() < WITHOUT_REPLIES:
        result = f"bool({value})" if condition == value else condition
        lines = [*before, f"def is_{steps[0].name}({value}):", f"    return {result}"]
        phrasings = {s: f"{stated(s)} {words.word('whether', s, random)}" for s in SPOKEN}
        task = draft.task(f"{asked}-truth", lines, "function", phrasings)
        return replace(task, checks=calls_of(task, _arguments(element, random), random))

    form = form_of(random)
    yes, no = random.choice(words.data["words"]["replies"]["pairs"])
    yes, no = draft.label("yes", yes), draft.label("no", no)
    if form == "script":
        reading = reading_line(value, numeric=element == "number")
        shown = [f"if {condition}:", f"    print({yes[0]})", "else:", f"    print({no[0]})"]
        lines = [*before, reading, *shown]
    else:
        result = f"{yes[0]} if {condition} else {no[0]}"
        lines = [*before, f"def {steps[0].name}_word({value}):", f"    return {result}"]

    def said(script: Script) -> str:
        opening = words.opening(subject, form, script, random) if form == "script" else ""
        when = words.word("when", script, random)
        otherwise = words.word("otherwise", script, random)
        replies = f"{when} {yes[1]}, {otherwise} {no[1]}"
        return f"{opening}{stated(script)} {replies} {words.ending(form, script, random)}"

    task = draft.task(f"{asked}-words", lines, form, {script: said(script) for script in SPOKEN})
    return replace(task, checks=calls_of(task, _arguments(element, random), random))


def _arguments(element: str, random: Random) -> list[tuple[Any, ...]]:
    if element == "word":
        return [(word,) for word in random.sample(WORDS, 6)]
    return [(random.randint(-5, 60),) for _ in range(6)]


def _steps(
    filters: Sequence[Operation], element: str, random: Random
) -> tuple[list[Operation], dict[str, Value]]:
    """One or two conditions that can be said of one thing, and what their slots hold."""
    fitting = [
        step
        for step in filters
        if element in step.takes and all(_predicates(step, script) for script in SPOKEN)
    ]
    while True:
        steps = random.sample(fitting, random.choice((1, 1, 2)))
        slots = [slot for step in steps for slot in step.values]
        values = {
            slot: Value(value.kind, (random.choice(value.values),))
            for step in steps
            for slot, value in step.values.items()
        }
        if len(set(slots)) == len(slots) and _both_matter(steps, values, element):
            return steps, values


def _both_matter(steps: list[Operation], values: dict[str, Value], element: str) -> bool:
    """Whether two conditions hold together of some things, and neither whenever the other does."""
    if len(steps) == 1:
        return True
    things = WORDS if element == "word" else NUMBERS
    held = [set(filter(_holds(step, values), things)) for step in steps]
    return bool(held[0] & held[1]) and not (held[0] <= held[1] or held[1] <= held[0])


def _holds(step: Operation, values: dict[str, Value]) -> Callable[[Any], bool]:
    """A condition as a function of the thing that it is said of."""
    scope: dict[str, Any] = {slot: value.values[0] for slot, value in values.items()}
    lines = [*step.before, f"holds = lambda thing: bool({step.code.replace('@', 'thing')})"]
    exec("\n".join(lines), scope)  # noqa: S102  # made of the catalogue's own operations
    return cast("Callable[[Any], bool]", scope["holds"])


def _predicates(step: Operation, script: Script) -> list[str]:
    """How a filter is said of one thing: without the এমন that leads to a noun."""
    said = step.words[script].get("bare", [])
    return [words for words in said if not words.endswith(BEFORE_A_NOUN)]
