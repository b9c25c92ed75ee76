"""Cases the model was not taught, and whether a program does what its case asks for."""

import ast
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from synerprise_model.compositions import Composer
from synerprise_model.corpus import Corpus
from synerprise_model.decision_draft import SPOKEN
from synerprise_model.operations import read_operations
from synerprise_model.prompt import Prompt
from synerprise_model.realise import realise
from synerprise_model.sampling import Sample, Sampler
from synerprise_model.solution_checks import Job, run_jobs
from synerprise_model.source import read_source
from synerprise_model.splits import held_out, is_held_out_family
from synerprise_model.target import with_slots
from synerprise_model.tasks import Run, Script, Task, read_most_asked, read_tasks
from synerprise_model.wording import read_wording


@dataclass(frozen=True, slots=True)
class Case:
    """A prompt, and what any right program for it does."""

    prompt: Prompt
    topic: str
    """The task, where it is known, or what the writer of the prompt called it."""
    script: Script
    own_name: str
    """What the checks call the program's main definition."""
    checks: tuple[str, ...] = ()
    runs: tuple[Run, ...] = ()
    reference: str | None = None
    """A program that is right as it stands."""


def natural_cases(path: Path) -> Iterator[Case]:
    """Prompts of one file, written by people without sight of the catalogue's phrasings.

    Their checks call the program's main definition `answer`, whatever its name.
    """
    for line in tomllib.loads(path.read_text(encoding="utf-8"))["prompts"]:
        yield Case(
            prompt=Prompt(line["text"], line.get("signature"), tuple(line.get("examples", ()))),
            topic=line["topic"],
            script=line["script"],
            own_name="answer",
            checks=tuple(line.get("checks", ())),
            runs=tuple(Run(run["input"], run["prints"]) for run in line.get("runs", ())),
        )


def held_out_cases(catalogue: Path, seed: int = 1) -> Iterator[Case]:
    """One prompt, in clean spelling, of every phrasing that is kept from training."""
    sampler, random = Sampler(read_wording(catalogue)), Random(seed)
    most_asked = read_most_asked(catalogue)
    for task in read_tasks(catalogue):
        if is_held_out_family(task.name, most_asked):
            continue
        for script in SPOKEN:
            for phrase in held_out(task, script):
                yield _reference_case(sampler.draw(task, random, script, phrase), task, script)


def family_cases(catalogue: Path, seed: int = 4) -> Iterator[Case]:
    """Two prompts a script, in clean spelling, of every family of which nothing is taught."""
    sampler, random = Sampler(read_wording(catalogue)), Random(seed)
    most_asked = read_most_asked(catalogue)
    for task in read_tasks(catalogue):
        if is_held_out_family(task.name, most_asked):
            for script in (*SPOKEN, *SPOKEN):
                yield _reference_case(sampler.draw(task, random, script), task, script)


def familiar_cases(
    catalogue: Path, count: int, seed: int = 5, *, held_out_noise: bool = False
) -> Iterator[Case]:
    """Prompts drawn as those of the corpus are, from a seed of their own; none is English.

    With `held_out_noise`, misspelled as no prompt of the corpus is.
    """
    corpus = Corpus(catalogue, held_out_noise=held_out_noise)
    tasks, random = {task.name: task for task in corpus.tasks}, Random(f"familiar {seed}")
    for pair in corpus.pairs(count * 3, random):
        sample, task = pair.sample, tasks.get(pair.sample.task)
        if count and task and sample.script in SPOKEN:
            count -= 1
            program = realise(pair.target, pair.source)
            yield Case(
                sample.prompt,
                task.name,
                sample.script,
                _own_name(task),
                sample.checks,
                task.runs,
                program,
            )


def composition_cases(catalogue: Path, count: int, seed: int = 2) -> Iterator[Case]:
    """Prompts of compositions that are kept from training; their checks are what they compute."""
    sampler, random = Sampler(read_wording(catalogue)), Random(seed)
    composer = Composer(read_operations(catalogue))
    while count:
        task, script = composer.draw(random, held_out=True), SPOKEN[count % 2]
        if task.phrasings[script] and (task.checks or task.runs):  # or nothing could be run
            count -= 1
            yield _reference_case(sampler.draw(task, random, script), task, script)


def _reference_case(sample: Sample, task: Task, script: Script) -> Case:
    """A case for which the catalogue's own program is the measure."""
    source = read_source(sample.prompt)
    reference = realise(with_slots(sample.target, source, sample.own_name), source)
    return Case(
        sample.prompt, task.name, script, _own_name(task), sample.checks, task.runs, reference
    )


def _own_name(task: Task) -> str:
    return task.main.name if task.main else ""


def are_right(cases: Sequence[Case], codes: Sequence[str | None]) -> list[bool]:
    """For each case, whether its program is right: the reference itself, or passes the checks."""
    jobs = [_job(case, code) for case, code in zip(cases, codes, strict=True)]
    passed = iter(run_jobs([job for job in jobs if job]))
    verdicts = [next(passed) is None if job else False for job in jobs]
    return [
        (code is not None and code == case.reference) or verdict
        for case, code, verdict in zip(cases, codes, verdicts, strict=True)
    ]


def _job(case: Case, code: str | None) -> Job | None:
    """What to run; None when there is nothing to run, or nothing to hold it against."""
    if code is None or not (case.checks or case.runs):
        return None
    if case.runs:
        return Job(case.topic, code, (), case.runs)
    names = [n.name for n in ast.parse(code).body if isinstance(n, ast.FunctionDef | ast.ClassDef)]
    if not names:
        return None
    alias = f"{case.own_name} = {names[-1]}\n" if names[-1] != case.own_name else ""
    return Job(case.topic, code + alias, case.checks, ())
