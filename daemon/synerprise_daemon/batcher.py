"""Gather prompts that come within a few milliseconds into one call of the model."""

import asyncio
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

from synerprise_model.prompt import Candidate, Prompt

BATCH_WINDOW_S = 0.005  # shorter than a keystroke, long enough to gather a class of thirty
LARGEST_BATCH = 16  # prompts; more take the first askers too long


class Translator(Protocol):
    """What the model offers; it is asked from one thread only."""

    version: str
    trust: float
    calibration: Mapping[str, float] | None
    """The weights of the calibration; None for a model that was never measured."""

    def translate(self, prompts: Sequence[Prompt], count: int) -> list[list[Candidate]]:
        """At most `count` programs for each prompt, best first."""
        ...


Waiting = tuple[Prompt, int, "asyncio.Future[list[Candidate]]"]


class Batcher:
    """Asks the model from one thread, many prompts at a time."""

    def __init__(self, translator: Translator, thread: ThreadPoolExecutor) -> None:
        self._translator, self._thread = translator, thread
        self._waiting: list[Waiting] = []
        self._working: asyncio.Task[None] | None = None

    async def translate(self, prompt: Prompt, count: int) -> list[Candidate]:
        """The candidates for a prompt; whoever gives up waiting leaves the batch."""
        candidates: asyncio.Future[list[Candidate]] = asyncio.get_running_loop().create_future()
        self._waiting.append((prompt, count, candidates))
        if self._working is None or self._working.done():
            self._working = asyncio.create_task(self._work())
        return await candidates

    async def _work(self) -> None:
        await asyncio.sleep(BATCH_WINDOW_S)
        while self._waiting:
            batch = [asked for asked in self._waiting[:LARGEST_BATCH] if not asked[2].done()]
            del self._waiting[:LARGEST_BATCH]
            if batch:
                await self._translate_batch(batch)

    async def _translate_batch(self, batch: Sequence[Waiting]) -> None:
        prompts, most = [asked[0] for asked in batch], max(asked[1] for asked in batch)
        loop = asyncio.get_running_loop()
        try:
            found = await loop.run_in_executor(
                self._thread, self._translator.translate, prompts, most
            )
        except Exception as error:  # noqa: BLE001  whatever it is, those who wait must hear of it
            for _, _, candidates in batch:
                if not candidates.done():
                    candidates.set_exception(error)
            return
        for (_, count, candidates), programs in zip(batch, found, strict=True):
            if not candidates.done():
                candidates.set_result(programs[:count])
