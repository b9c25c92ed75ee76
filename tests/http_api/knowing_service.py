"""A service that knows three prompts by heart, and refuses as the real one does."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal, cast

from synerprise_daemon.answer import Answer, CheckedProgram, Verdict
from synerprise_daemon.doors import House
from synerprise_daemon.errors import EmptyPrompt, PromptTooLong
from synerprise_daemon.presence import Presence
from synerprise_daemon.service import GenerationService
from synerprise_daemon.settings import Settings
from synerprise_model.prompt import Prompt

MODEL = "synerprise-seq2seq-v1.0"
SQUARE = "def square(n):\n    return n * n\n"
POWER = "def square(n):\n    return n**2\n"
TWICE = "def square(n):\n    return n + n\n"
KNOWN = {
    "Create function to square a number": 0.93,
    "একটি সংখ্যার বর্গ বের করো": 0.75,
    "songkhar borgo, mone hoy": 0.2,
}
LONGEST = 4000
TRUST = 0.4


class KnowingService:
    """Answer from KNOWN; what it was asked is in `asked`."""

    def __init__(self, state: Literal["loading", "ready", "failed"] = "ready") -> None:
        self.state = state
        self.asked: list[Prompt] = []
        self.inside = 0
        self.fault: Exception | None = None
        self.faults: dict[str, Exception] = {}
        """What single prompts meet; `fault` is met by all the others."""
        self.started = asyncio.Event()
        self.may_go_on = asyncio.Event()
        self.may_go_on.set()

    jail_level = "full"

    @property
    def ready(self) -> bool:
        return self.state == "ready"

    async def answer(self, prompt: Prompt, count: int | None = None) -> Answer:
        if fault := self.faults.get(prompt.text, self.fault):
            raise fault
        if not prompt.text.strip():
            raise EmptyPrompt
        if len(prompt.text) > LONGEST:
            raise PromptTooLong(limit=LONGEST)
        self.started.set()
        with self._one_more_inside():
            await self.may_go_on.wait()
        cached = prompt in self.asked
        self.asked.append(prompt)
        return answer_to(KNOWN.get(prompt.text), count or 5, cached=cached)

    @contextmanager
    def _one_more_inside(self) -> Iterator[None]:
        self.inside += 1
        try:
            yield
        finally:
            self.inside -= 1


def answer_to(confidence: float | None, count: int, *, cached: bool = False) -> Answer:
    """Give two programs and one that failed, or none at all when the confidence is None."""
    programs = (
        (
            CheckedProgram(SQUARE, confidence, Verdict.PARSES),
            CheckedProgram(POWER, confidence / 10, Verdict.RUNS),
            CheckedProgram(TWICE, confidence / 20, Verdict.FAILED),
        )
        if confidence
        else ()
    )
    return Answer(
        programs=programs[:count],
        confidence=confidence or 0.0,
        trusted=(confidence or 0.0) >= TRUST,
        model=MODEL,
        elapsed_ms=1.0,
        cached=cached,
    )


@dataclass(frozen=True, slots=True)
class SomeSettings:
    """What of the settings this door reads; port 0 lets the system choose one."""

    http_host: str = "127.0.0.1"
    http_port: int = 0


class Visitors:
    """Count who is inside."""

    def __init__(self) -> None:
        self.inside = 0

    @contextmanager
    def visitor(self) -> Iterator[None]:
        self.inside += 1
        try:
            yield
        finally:
            self.inside -= 1


def house_with(
    service: KnowingService,
    settings: SomeSettings | None = None,
    visitors: Visitors | None = None,
) -> House:
    return House(
        service=cast(GenerationService, service),
        settings=cast(Settings, settings or SomeSettings()),
        presence=cast(Presence, visitors or Visitors()),
    )
