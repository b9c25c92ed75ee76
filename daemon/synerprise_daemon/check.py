"""Check candidates before they are shown: compile them, run them in the jail, try the examples."""

import ast
import asyncio
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from synerprise_daemon.answer import CheckedProgram, Verdict
from synerprise_daemon.behaviour import MOST, behaviour_in, probe_of, together
from synerprise_daemon.failures import Failure, failure_of
from synerprise_daemon.jail.errors import TooLong
from synerprise_daemon.jail.jail import Jail
from synerprise_daemon.jail.level import Level
from synerprise_daemon.jail.outcome import CheckEnd, CheckOutcome, End, Outcome, Run
from synerprise_daemon.sample_input import sample_input
from synerprise_daemon.spoken_examples import spoken_examples
from synerprise_model.prompt import Candidate, Prompt

BUDGET_S = 0.4  # for all candidates of a prompt; eight usual ones take a tenth of it
SURE = 0.7  # a program that no other can overtake by much
ORDER = (Verdict.PROVED, Verdict.RUNS, Verdict.PARSES, Verdict.FAILED)
NOT_TOLD = (End.NOT_RUN, End.UNAVAILABLE)


@dataclass(frozen=True, slots=True)
class Trial:
    """A candidate that compiles, and what it is held to."""

    candidate: Candidate
    asked: tuple[str, ...]
    """The user's own asserts: a program that does not satisfy them is wrong."""
    understood: tuple[str, ...]
    """Examples read out of the sentence: what satisfies them is preferred, no more."""

    @property
    def run(self) -> Run:
        return Run(
            self.candidate.code,
            (*self.asked, *self.understood),
            sample_input(self.candidate.code),
        )


class Checker:
    """Tries candidates in the jail, where there is one."""

    def __init__(self, jail: Jail | None = None) -> None:
        self._jail = jail
        self._turn = asyncio.Semaphore()
        """Of one prompt after another, so that each has the whole budget for its programs."""

    @property
    def level(self) -> str:
        """The level of the jail."""
        return self._jail.level if self._jail else Level.NONE

    async def check(
        self, prompt: Prompt, candidates: Sequence[Candidate]
    ) -> tuple[CheckedProgram, ...]:
        """The candidates that compile: proved ones first, failed ones last, else in their order."""
        trials = [_trial(prompt, c) for c in candidates if _compiles(c.code)]
        if prompt.names:  # what stands in them is not known here, so nothing can be run
            return tuple(_program(trial, Verdict.PARSES) for trial in trials)
        async with self._turn:
            programs = await self._tried(trials)
            ranked = sorted(programs, key=lambda program: ORDER.index(program.verdict))
            return await self._grouped(ranked)

    async def _grouped(self, ranked: Sequence[CheckedProgram]) -> tuple[CheckedProgram, ...]:
        """The programs with those that behave alike counted together, where it can matter."""
        unsure = [p for p in ranked[:MOST] if p.verdict == ranked[0].verdict and not p.failed]
        if self._jail is None or len(unsure) < 2 or unsure[0].probability > SURE:
            return tuple(ranked)
        typed = sample_input(unsure[0].code)  # the same for all, or they could not be compared
        probes = [(p, probe) for p in unsure if (probe := probe_of(p.code, typed))]
        outcomes = await self._jail.run_all([probe for _, probe in probes], BUDGET_S)
        shown = {
            p.code: behaviour
            for (p, _), outcome in zip(probes, outcomes, strict=True)
            if (behaviour := behaviour_in(p.code, outcome))
        }
        return (*together(unsure, shown), *(p for p in ranked if p not in unsure))

    async def _tried(self, trials: Sequence[Trial]) -> list[CheckedProgram]:
        if self._jail is None:
            return [_program(trial, Verdict.PARSES) for trial in trials]
        try:
            outcomes = await self._jail.run_all([trial.run for trial in trials], BUDGET_S)
        except TooLong:  # the examples are, since programs are short
            return [_program(trial, Verdict.PARSES) for trial in trials]
        programs = [
            _program(trial, verdict_of(trial, outcome), failure_of(outcome))
            for trial, outcome in zip(trials, outcomes, strict=True)
        ]
        return await self._proved_twice(self._jail, trials, programs)

    async def _proved_twice(
        self, jail: Jail, trials: Sequence[Trial], programs: list[CheckedProgram]
    ) -> list[CheckedProgram]:
        """The programs; what does not satisfy the examples a second time only runs."""
        proved = [at for at, program in enumerate(programs) if program.verdict is Verdict.PROVED]
        again = await jail.run_all([trials[at].run for at in proved], BUDGET_S)
        for at, outcome in zip(proved, again, strict=True):
            if not outcome.proved and outcome.end not in NOT_TOLD:
                programs[at] = replace(programs[at], verdict=Verdict.RUNS)
        return programs


def verdict_of(trial: Trial, outcome: Outcome) -> Verdict:
    """What an outcome says of a program."""
    asked = outcome.checks[: len(trial.asked)]
    if outcome.end in NOT_TOLD or _wants_other_input(outcome):
        return Verdict.PARSES
    if outcome.end is not End.FINISHED or not _passed(asked):
        return Verdict.FAILED
    if outcome.proved and not _ignores_arguments(trial.candidate.code):
        return Verdict.PROVED
    return Verdict.RUNS


def _passed(checks: Sequence[CheckOutcome]) -> bool:
    """Whether each passed, but for what is no check at all."""
    return all(check.end in (CheckEnd.PASSED, CheckEnd.UNCLEAR) for check in checks)


def _wants_other_input(outcome: Outcome) -> bool:
    """Whether it may only have stumbled over what was typed: names are wanted, say, not numbers."""
    kinds = ("EOFError", "ValueError", "IndexError")
    return outcome.error is not None and outcome.error.kind in kinds and not outcome.checks


def _ignores_arguments(code: str) -> bool:
    """Whether the function asked for does not look at what it is given: it repeats an example."""
    main = _main(code)
    if not isinstance(main, ast.FunctionDef) or not main.args.args:
        return False
    read = {node.id for node in ast.walk(main) if isinstance(node, ast.Name)}
    return not any(parameter.arg in read for parameter in main.args.args)


def _trial(prompt: Prompt, candidate: Candidate) -> Trial:
    main = _main(candidate.code)
    spoken = spoken_examples(prompt.text) if isinstance(main, ast.FunctionDef) else ()
    return Trial(
        candidate,
        prompt.examples,
        tuple(example.check(main.name) for example in spoken if main is not None),
    )


def _main(code: str) -> ast.FunctionDef | ast.ClassDef | None:
    """The definition that is asked for: the last at the top level."""
    kinds = ast.FunctionDef | ast.ClassDef
    return next((n for n in reversed(ast.parse(code).body) if isinstance(n, kinds)), None)


def _program(trial: Trial, verdict: Verdict, failure: Failure | None = None) -> CheckedProgram:
    probability = math.exp(trial.candidate.log_probability)
    told = failure if verdict is Verdict.FAILED else None
    return CheckedProgram(trial.candidate.code, probability, verdict, told)


def _compiles(code: str) -> bool:
    try:
        compile(ast.parse(code), "<candidate>", "exec")
    except (SyntaxError, ValueError, RecursionError):
        return False
    return True
