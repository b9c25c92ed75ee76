"""The one path from a prompt to an answer."""

import asyncio
import threading
from pathlib import Path

import pytest

from synerprise_daemon.answer import Answer, Verdict
from synerprise_daemon.errors import (
    EmptyPrompt,
    ModelUnavailable,
    PromptTooLong,
    SignatureInvalid,
)
from synerprise_daemon.service import GenerationService
from synerprise_model.prompt import Prompt
from tests.daemon.echo_translator import EchoTranslator, settings_in

SUM = Prompt("তালিকার যোগফল বের করো")


def service_with(translator: EchoTranslator, folder: Path) -> GenerationService:
    return GenerationService(lambda: translator, settings_in(folder, longest_prompt=100))


async def test_the_best_program_comes_first_with_its_probability(tmp_path: Path) -> None:
    answer = await service_with(EchoTranslator(), tmp_path).answer(SUM, 2)
    first, second = answer.programs
    assert first.probability > second.probability
    assert first.verdict is Verdict.PARSES
    assert answer.confidence == first.probability
    assert answer.trusted
    assert answer.model == "echo-v0"


async def test_a_program_below_the_threshold_is_not_trusted(tmp_path: Path) -> None:
    answer = await service_with(EchoTranslator(log_probability=-1.0), tmp_path).answer(SUM)
    assert answer.programs
    assert not answer.trusted


async def test_a_prompt_asked_again_is_remembered(tmp_path: Path) -> None:
    translator = EchoTranslator()
    service = service_with(translator, tmp_path)
    first, again = await service.answer(SUM), await service.answer(SUM)
    assert again.cached
    assert not first.cached
    assert again.programs == first.programs
    assert len(translator.batches) == 1


async def test_a_prompt_with_another_signature_is_another_prompt(tmp_path: Path) -> None:
    translator = EchoTranslator()
    service = service_with(translator, tmp_path)
    await service.answer(SUM)
    await service.answer(Prompt(SUM.text, "def total(numbers):"))
    assert len(translator.batches) == 2


@pytest.mark.parametrize(
    ("prompt", "error"),
    [
        (Prompt(" \n\t"), EmptyPrompt),
        (Prompt("ক" * 101), PromptTooLong),
        (Prompt("যোগফল", "def f(a,"), SignatureInvalid),
        (Prompt("যোগফল", "lambda x:"), SignatureInvalid),
    ],
)
async def test_what_cannot_be_asked_is_refused_before_the_model_hears_of_it(
    prompt: Prompt, error: type[Exception], tmp_path: Path
) -> None:
    translator = EchoTranslator()
    with pytest.raises(error):
        await service_with(translator, tmp_path).answer(prompt)
    assert translator.batches == []


async def test_a_prompt_that_comes_while_the_model_loads_waits_for_it(tmp_path: Path) -> None:
    may_load, translator = threading.Event(), EchoTranslator()

    def load() -> EchoTranslator:
        may_load.wait(10)
        return translator

    service = GenerationService(load, settings_in(tmp_path))
    service.start()
    asking = asyncio.create_task(service.answer(SUM))
    await asyncio.sleep(0.01)
    assert service.state == "loading"
    assert not asking.done()
    may_load.set()
    assert isinstance(await asking, Answer)
    assert service.ready


async def test_one_who_gives_up_while_the_model_loads_does_not_stop_the_loading(
    tmp_path: Path,
) -> None:
    may_load = threading.Event()

    def load() -> EchoTranslator:
        may_load.wait(10)
        return EchoTranslator()

    service = GenerationService(load, settings_in(tmp_path))
    asking = asyncio.create_task(service.answer(SUM))
    await asyncio.sleep(0.01)
    asking.cancel()
    may_load.set()
    assert (await service.answer(SUM)).programs


async def test_a_model_that_cannot_be_loaded_is_said_to_everybody(tmp_path: Path) -> None:
    def load() -> EchoTranslator:
        raise OSError("the disk is gone")

    service = GenerationService(load, settings_in(tmp_path))
    for _ in range(2):
        with pytest.raises(ModelUnavailable):
            await service.answer(SUM)
    assert service.state == "failed"


async def test_confidence_is_calibrated_where_the_model_was_measured(tmp_path: Path) -> None:
    translator = EchoTranslator(log_probability=-3.0)
    translator.calibration = {"intercept": 2.0, "slope": 0.5, "proved": 1.0}
    answer = await service_with(translator, tmp_path).answer(SUM)
    assert answer.programs[0].probability < 0.1
    assert answer.confidence > 0.5
    assert answer.trusted
