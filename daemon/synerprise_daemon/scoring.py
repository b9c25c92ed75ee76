"""Ask the service prompts, run what it says, and count what is right."""

from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from synerprise_daemon.answer import Answer
from synerprise_daemon.batcher import Translator
from synerprise_daemon.calibration import Judged
from synerprise_daemon.check import Checker
from synerprise_daemon.confidence import is_proved
from synerprise_daemon.jail.jail import Jail
from synerprise_daemon.jail.level import levels_from
from synerprise_daemon.jail.wasi.artefact import Artefact
from synerprise_daemon.service import GenerationService, load_translator
from synerprise_daemon.settings import Settings
from synerprise_model.evaluation import Case, are_right

SHOWN = 5  # programs an editor offers for a prompt
Counts = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Scored:
    """A case, what was answered, and which of the programs are right, in their order."""

    case: Case
    answer: Answer
    right: tuple[bool, ...]

    @property
    def first_is_right(self) -> bool:
        return self.right[:1] == (True,)

    @property
    def judged(self) -> Judged:
        proved = is_proved(self.answer.programs)
        return Judged(self.answer.confidence, self.first_is_right, proved)


@asynccontextmanager
async def service_of(model: Path, settings: Settings) -> AsyncIterator[GenerationService]:
    """The service that answers users, with the model in a folder and the jail.

    Its confidences are the model's own, without the calibration that is fitted to them.
    """

    def load() -> Translator:
        translator = load_translator(model)
        translator.calibration = None
        return translator

    jail = Jail(levels=levels_from(settings.weakest_jail), artefact=Artefact(settings.data))
    await jail.start()
    service = GenerationService(load, settings, Checker(jail))
    yield service
    service.close()
    await jail.close()


async def ask(service: GenerationService, cases: Sequence[Case]) -> list[Scored]:
    """Ask every prompt, one after another, and score the answers."""
    return score(cases, [await service.answer(case.prompt, SHOWN) for case in cases])


def score(cases: Sequence[Case], answers: Sequence[Answer]) -> list[Scored]:
    """Run the programs of the answers against the checks of their cases."""
    pairs = [
        (case, program.code)
        for case, answer in zip(cases, answers, strict=True)
        for program in answer.programs
    ]
    verdicts = iter(are_right([case for case, _ in pairs], [code for _, code in pairs]))
    return [
        Scored(case, answer, tuple(next(verdicts) for _ in answer.programs))
        for case, answer in zip(cases, answers, strict=True)
    ]


def counted(scored: Iterable[Scored], kind_of: Callable[[Case], str]) -> Counts:
    """How many are right, at once and among those that are shown, by a kind of case."""
    kinds: dict[str, list[Scored]] = {}
    for one in scored:
        kinds.setdefault(kind_of(one.case), []).append(one)
    return {
        kind: {
            "right": sum(one.first_is_right for one in of_kind),
            "among_five": sum(any(one.right) for one in of_kind),
            "of": len(of_kind),
        }
        for kind, of_kind in sorted(kinds.items())
    }


def failures(scored: Iterable[Scored]) -> list[dict[str, str]]:
    """The prompts whose first program is not right, and what was shown instead."""
    return [
        {"prompt": one.case.prompt.text, "topic": one.case.topic, "why": _why(one)}
        for one in scored
        if not one.first_is_right
    ]


def _why(scored: Scored) -> str:
    if not scored.answer.programs:
        return "no program"
    place = next((at for at, right in enumerate(scored.right, 1) if right), None)
    return f"program {place} is right" if place else "all programs are wrong"
