"""Decisions by value: "200 hole 'OK', 404 hole 'Not Found', baki sob 'Unknown'"."""

from dataclasses import replace
from random import Random

from synerprise_model.composed_checks import calls_of
from synerprise_model.decision_draft import (
    QUOTED,
    SPOKEN,
    Draft,
    Wordbook,
    form_of,
    reading_line,
)
from synerprise_model.tasks import Script, Task

PAIRS = (2, 3, 3, 4, 5)


def mapping(words: Wordbook, random: Random) -> Task:
    """A result for each of some values, and another for all others."""
    name, drawn = words.pick("mappings", random)
    pairs = random.sample(drawn["pairs"], min(random.choice(PAIRS), len(drawn["pairs"])))
    draft, form = Draft(random.random() < QUOTED), form_of(random)
    told = [
        (draft.label(f"key_{at}", key), draft.label(f"result_{at}", result))
        for at, (key, result) in enumerate(pairs)
    ]
    other = draft.label("other", random.choice(drawn["defaults"]))
    value = drawn["parameter"]
    inside = ", ".join(f"{key[0]}: {result[0]}" for key, result in told)
    table, found = f"{value}s = {{{inside}}}", f"{value}s.get({value}, {other[0]})"
    if form == "script":
        numeric = not isinstance(pairs[0][0], str)
        lines = [reading_line(value, numeric=numeric), table, f"print({found})"]
    else:
        lines = [f"def {value}_result({value}):", f"    {table}", f"    return {found}"]

    def said(script: Script) -> str:
        pattern = words.word("maps_to", script, random)
        pattern = pattern.replace("$", words.word("when", script, random))
        parts = [pattern.format(key[1], result[1]) for key, result in told]
        parts.append(f"{words.word('otherwise', script, random)} {other[1]}")
        opening = words.opening(drawn, form, script, random)
        return f"{opening}{', '.join(parts)} {words.ending(form, script, random)}"

    phrasings = {script: said(script) for script in SPOKEN}
    task = draft.task(f"{name}-{len(pairs)}", lines, form, phrasings)
    keys = [key for key, _ in pairs]
    strange = "other" if isinstance(keys[0], str) else 99
    return replace(task, checks=calls_of(task, [(key,) for key in (*keys, strange)], random))
