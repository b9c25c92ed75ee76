"""A service that knows a few prompts by heart, and can be held up."""

import asyncio

from synerprise_daemon.answer import Answer, CheckedProgram, Verdict
from synerprise_model.prompt import Prompt

SUM = "def add(a, b):\n    return a + b\n"
SQUARE = "def square(n):\n    return n * n\n"
KNOWN = {
    "duita songkhar jogfol ber koro": (SUM, 0.9),
    "দুটি সংখ্যার যোগফল বের করো": (SUM, 0.9),
    "একটি সংখ্যার বর্গ বের করো": (SQUARE, 0.9),
    "borgo ber koro, mone hoy": (SQUARE, 0.1),
}
TRUST = 0.4
FEW = 5
"""The programs of an answer where no other number is asked for."""


class KnowingService:
    """Answer from KNOWN; what it was asked is in `asked`, what it answered in `answered`.

    `further` stand behind the best program of each answer, which has the `verdict`.
    """

    def __init__(self) -> None:
        self.asked: list[Prompt] = []
        self.answered: list[Prompt] = []
        self.given_up: list[Prompt] = []
        self.verdict = Verdict.PARSES
        self.further: tuple[CheckedProgram, ...] = ()
        self.fault: Exception | None = None
        self.started = asyncio.Event()
        self.may_go_on = asyncio.Event()
        self.may_go_on.set()

    async def answer(self, prompt: Prompt, count: int | None = None) -> Answer:
        self.asked.append(prompt)
        self.started.set()
        try:
            await self.may_go_on.wait()
        except asyncio.CancelledError:
            self.given_up.append(prompt)
            raise
        if self.fault:
            raise self.fault
        self.answered.append(prompt)
        return self._answer(count or FEW, *KNOWN.get(prompt.text, (None, 0.0)))

    def _answer(self, count: int, code: str | None, confidence: float) -> Answer:
        best = (CheckedProgram(code, confidence, self.verdict),) if code else ()
        return Answer(
            programs=(*best, *self.further)[:count],
            confidence=confidence,
            trusted=confidence >= TRUST,
            model="fake",
            elapsed_ms=1.0,
        )
