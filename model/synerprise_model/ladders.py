"""Decisions by limits: "80 ba beshi hole 'A+', 60 hole 'B', noile 'F'"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from synerprise_model.composed_checks import calls_of
from synerprise_model.decision_draft import (
    QUOTED,
    SPOKEN,
    Draft,
    Wordbook,
    form_of,
    reading_line,
)
from synerprise_model.tasks import Form, Script, Task

RUNGS = (1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6)
STRAY = 0.15  # how often one limit is said in another way than the others
DISCOUNTS = (5, 10, 15, 20, 25, 30)
CHARGES = (5, 10, 15, 20, 30, 40, 50, 60, 80, 100, 120, 200)


@dataclass(frozen=True, slots=True)
class Ladder:
    """What is looked at, how it is compared, and what stands for limits and results."""

    subject: Mapping[str, Any]
    comparison: Mapping[str, Any]
    limits: Sequence[str]
    uppers: Sequence[str]
    """Slots of the numbers up to which a rung goes, as in 70-79; empty when they are not said."""
    results: Sequence[tuple[str, str]]
    """Of each rung and of all else: in the program, and in a phrasing."""
    amounts: str = ""
    """The group of words for results that are amounts, such as taka; empty for others."""

    @property
    def discounted(self) -> bool:
        """Whether the results are percentages that are taken off."""
        return self.amounts == "discount"


def ladder(words: Wordbook, random: Random) -> Task:
    """Limits one after another, each with its result."""
    name, subject = words.pick("subjects", random)
    style, comparison = words.pick("comparisons", random)
    longest = max(len(labels) for labels in subject["labels"])
    rungs = min(random.choice(RUNGS), len(subject["limits"]), longest - 1)
    draft, form = Draft(random.random() < QUOTED), form_of(random)
    limits = sorted(random.sample(subject["limits"], rungs), reverse=comparison["falling"])
    results, amounts = _results(subject, rungs, random)
    if not comparison["falling"] and not amounts:
        results = results[::-1]
    drawn = Ladder(
        subject,
        comparison,
        [draft.slot(f"limit_{at}", limit) for at, limit in enumerate(limits)],
        _uppers(style, limits, draft),
        [draft.label(f"result_{at}", result) for at, result in enumerate(results)],
        amounts,
    )
    if drawn.discounted:
        draft.values.pop(f"result_{rungs}", None)  # nothing is taken off
    lines = _script(drawn) if form == "script" else _function(drawn)
    phrasings = {script: _said(drawn, form, words, script, random) for script in SPOKEN}
    task = draft.task(f"{name}-{style}-{rungs}-{amounts or 'words'}", lines, form, phrasings)
    around = [(limit + apart,) for limit in limits for apart in (-3, 0, 1, 5)]
    return replace(task, checks=calls_of(task, around, random))


def _results(subject: Mapping[str, Any], rungs: int, random: Random) -> tuple[list[Any], str]:
    """A result for each rung and one for all else, and the group of words for amounts."""
    if subject.get("discounts") and random.random() < 0.7:
        return [*sorted(random.sample(DISCOUNTS, rungs), reverse=True), 0], "discount"
    if subject.get("charges") and random.random() < 0.4:
        return random.sample(CHARGES, rungs + 1), "taka"
    labels = random.choice([words for words in subject["labels"] if len(words) > rungs])
    return [*labels[:rungs], labels[-1]], ""


def _uppers(style: str, limits: Sequence[int], draft: Draft) -> list[str]:
    """Slots for the number below the next higher limit, as in 70-79; the first has none."""
    if style != "ranged" or len(limits) < 2:
        return []
    return ["", *(draft.slot(f"upper_{at}", limit - 1) for at, limit in enumerate(limits[:-1]))]


def _cases(drawn: Ladder) -> list[tuple[str, str]]:
    """Conditions and what they lead to; at last what all else leads to."""
    value, sign = drawn.subject["parameter"], drawn.comparison["sign"]
    results = [result for result, _ in drawn.results]
    if drawn.discounted:
        results = [*(f"{value} - {value} * {result} / 100" for result in results[:-1]), value]
    conditions = [*(f"{value} {sign} {limit}" for limit in drawn.limits), ""]
    return list(zip(conditions, results, strict=True))


def _function(drawn: Ladder) -> list[str]:
    value = drawn.subject["parameter"]
    *cases, (_, other) = _cases(drawn)
    header = f"def {value}_result({value}):"
    if len(cases) == 1 and not drawn.discounted:
        ((condition, result),) = cases
        return [header, f"    return {result} if {condition} else {other}"]
    body = [
        line
        for condition, result in cases
        for line in (f"    if {condition}:", f"        return {result}")
    ]
    return [header, *body, f"    return {other}"]


def _script(drawn: Ladder) -> list[str]:
    *cases, (_, other) = _cases(drawn)
    lines = [reading_line(drawn.subject["parameter"], numeric=True)]
    for at, (condition, result) in enumerate(cases):
        lines += [f"{'elif' if at else 'if'} {condition}:", f"    print({result})"]
    return [*lines, "else:", f"    print({other})"]


def _said(drawn: Ladder, form: Form, words: Wordbook, script: Script, random: Random) -> str:
    when = words.word("when", script, random)
    amounts = words.word(drawn.amounts, script, random) if drawn.amounts else "{}"
    told = [amounts.replace("{}", result) for _, result in drawn.results]
    if drawn.discounted:
        told[-1] = words.word("no_discount", script, random)
    parts = [
        f"{rung} {result}"
        for rung, result in zip(_rungs(drawn, when, words, script, random), told, strict=False)
    ]
    parts.append(f"{words.word('otherwise', script, random)} {told[-1]}")
    ended = " " + words.ending(form, script, random)
    if drawn.discounted:
        ended = f", {words.word('to_pay', script, random)}"
    return words.opening(drawn.subject, form, script, random) + ", ".join(parts) + ended


def _rungs(drawn: Ladder, when: str, words: Wordbook, script: Script, random: Random) -> list[str]:
    """How each limit is said: mostly all in one way."""
    usual, own = words.data["comparisons"]["at_least"][script], drawn.comparison[script]
    ranged = bool(drawn.uppers)
    patterns = own if ranged or "@@" not in own[0] else usual
    pattern, said = random.choice(patterns), []
    for at, limit in enumerate(drawn.limits):
        used = random.choice(patterns) if random.random() < STRAY else pattern
        if ranged and not at:
            used = random.choice(usual)
        upper = drawn.uppers[at] if ranged else ""
        rung = used.replace("@@", f"{{{upper}}}").replace("@", f"{{{limit}}}")
        said.append(rung.replace("$", when))
    return said
