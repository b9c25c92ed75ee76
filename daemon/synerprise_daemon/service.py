"""The one path from a prompt to an answer, for every door, the command line and evaluation."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import Literal

import structlog

from synerprise_daemon.answer import Answer
from synerprise_daemon.batcher import Batcher, Translator
from synerprise_daemon.cache import Cache
from synerprise_daemon.check import Checker
from synerprise_daemon.confidence import confidence_in, is_trusted
from synerprise_daemon.errors import (
    EmptyPrompt,
    ModelUnavailable,
    PromptTooLong,
    SignatureInvalid,
)
from synerprise_daemon.settings import Settings
from synerprise_daemon.user_examples import read_examples
from synerprise_model import signatures
from synerprise_model.folders import TRAINED
from synerprise_model.prompt import Prompt

CANDIDATES = 16  # that are searched and tried, however few are shown
State = Literal["loading", "ready", "failed"]
log = structlog.get_logger(__name__)


class GenerationService:
    """Answers prompts; those that come while the model loads wait for it."""

    def __init__(
        self,
        load: Callable[[], Translator],
        settings: Settings,
        checker: Checker | None = None,
        tick: Callable[[], float] = monotonic,
    ) -> None:
        self.state: State = "loading"
        self._checker = checker or Checker()
        self._load, self._settings, self._tick = load, settings, tick
        self._cache = Cache(settings.remembered)
        self._thread = ThreadPoolExecutor(1, "model")  # the model is asked by one thread only
        self._model: asyncio.Future[tuple[Translator, Batcher]] | None = None

    @property
    def ready(self) -> bool:
        return self.state == "ready"

    @property
    def jail_level(self) -> str:
        """How well the programs that are run are kept in; none when they are not run."""
        return self._checker.level

    def start(self) -> None:
        """Begin to load the model; needs a running loop."""
        self._model = asyncio.ensure_future(self._loaded())

    async def answer(self, prompt: Prompt, count: int | None = None) -> Answer:
        """The programs for a prompt.

        Raises `EmptyPrompt`, `PromptTooLong`, `SignatureInvalid` and `ModelUnavailable`.
        """
        asked = self._tick()
        count = count or self._settings.candidates
        self._refuse(prompt)
        if remembered := self._cache.get(prompt, count):
            return replace(remembered, cached=True, elapsed_ms=self._since(asked))
        checks, unclear = read_examples(prompt.examples)
        prompt, asked_for = replace(prompt, examples=checks), prompt
        translator, batcher = await self._ready_model()
        programs = await self._checker.check(prompt, await batcher.translate(prompt, CANDIDATES))
        confidence = confidence_in(programs, translator.calibration)
        answer = Answer(
            programs=programs[:count],
            confidence=confidence,
            trusted=is_trusted(programs, confidence, translator.trust),
            model=translator.version,
            elapsed_ms=self._since(asked),
            unclear=unclear,
        )
        self._cache.put(asked_for, count, answer)
        return answer

    def close(self) -> None:
        """Let the model's thread end; it cannot be stopped in the middle of a call."""
        if self._model:
            self._model.cancel()
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _refuse(self, prompt: Prompt) -> None:
        if not prompt.text.strip():
            raise EmptyPrompt
        if len(prompt.text) > self._settings.longest_prompt:
            raise PromptTooLong(limit=self._settings.longest_prompt)
        try:
            signatures.read_signature(prompt.signature)
        except signatures.SignatureInvalid as error:
            raise SignatureInvalid from error

    async def _ready_model(self) -> tuple[Translator, Batcher]:
        if self._model is None:
            self.start()
        assert self._model is not None  # noqa: S101  start has set it
        try:
            return await asyncio.shield(self._model)
        except asyncio.CancelledError:
            if self._model.cancelled():
                raise ModelUnavailable from None
            raise

    async def _loaded(self) -> tuple[Translator, Batcher]:
        started = self._tick()
        loop = asyncio.get_running_loop()
        try:
            translator = await loop.run_in_executor(self._thread, self._load)
        except Exception as error:
            self.state = "failed"
            log.exception("model_failed")
            raise ModelUnavailable from error
        self.state = "ready"
        log.info("model_ready", model=translator.version, elapsed_ms=self._since(started))
        return translator, Batcher(translator, self._thread)

    def _since(self, moment: float) -> float:
        return round((self._tick() - moment) * 1000, 1)


def load_translator(folder: Path = TRAINED) -> Translator:
    """Load the trained model; imports keras, so it runs in the model's thread."""
    from synerprise_model.translator import Translator as Trained

    return Trained.load(folder)
