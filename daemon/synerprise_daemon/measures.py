"""What else is measured: spellings of a prompt, what examples bring, and simpler programs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from synerprise_daemon.confidence import is_proved
from synerprise_daemon.scoring import Scored, ask
from synerprise_daemon.service import GenerationService
from synerprise_model.controls import NearestPhrasing, TemplateClassifier
from synerprise_model.evaluation import Case, are_right
from synerprise_model.source import read_source
from synerprise_model.spelling import read_speller
from synerprise_model.translator import Translator

SPELLINGS = 5
SEED = 3


async def flips(service: GenerationService, cases: Sequence[Case], catalogue: Path) -> float:
    """Share of prompts that are right in some of five spellings and wrong in others."""
    speller, random = read_speller(catalogue), Random(SEED)
    flipped = 0
    for case in cases:
        names = _names(case)
        texts = [speller.misspell(case.prompt.text, random, names) for _ in range(SPELLINGS)]
        spelled = [replace(case, prompt=replace(case.prompt, text=text)) for text in texts]
        right = {one.first_is_right for one in await ask(service, spelled)}
        flipped += len(right) > 1
    return flipped / max(1, len(cases))


def _names(case: Case) -> set[str]:
    """What nobody misspells, since the code has it too."""
    prompt = case.prompt
    code = " ".join((prompt.signature or "", *prompt.examples))
    return set(re.findall(r"[A-Za-z_]\w*", code)) | set(read_source(prompt).slots.values())


async def gain_of_examples(
    service: GenerationService, scored: Sequence[Scored]
) -> dict[str, float]:
    """Of the cases with examples: right with them and without, and proved but wrong ones."""
    given = [one for one in scored if one.case.prompt.examples]
    without = [replace(o.case, prompt=replace(o.case.prompt, examples=())) for o in given]
    right = sum(one.first_is_right for one in await ask(service, without))
    proved = [one for one in given if is_proved(one.answer.programs)]
    return {
        "of": len(given),
        "right_with": sum(one.first_is_right for one in given),
        "right_without": right,
        "proved": len(proved),
        "proved_but_wrong": sum(not one.first_is_right for one in proved),
    }


def controls(model: Path, catalogue: Path, cases: Sequence[Case]) -> dict[str, int]:
    """How many prompts each simpler way to a program gets right, on the same prompts."""
    return {
        name: sum(are_right(cases, list(programs)))
        for name, programs in (
            ("nearest phrasing", _programs_of(NearestPhrasing(catalogue), cases)),
            ("template classifier", _programs_of(TemplateClassifier(catalogue), cases)),
            ("the model without search", _greedy(model, cases)),
        )
    }


def _programs_of(
    control: NearestPhrasing | TemplateClassifier, cases: Sequence[Case]
) -> Iterator[str | None]:
    return (control.program(case.prompt) for case in cases)


def _greedy(model: Path, cases: Sequence[Case]) -> Iterator[str | None]:
    translator = Translator.load(model, beams=1)
    for case in cases:
        (candidates,) = translator.translate([case.prompt], 1)
        yield candidates[0].code if candidates else None
