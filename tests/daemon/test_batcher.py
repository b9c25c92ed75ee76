"""Prompts that come together are translated together."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from synerprise_daemon.batcher import LARGEST_BATCH, Batcher
from synerprise_model.prompt import Prompt
from tests.daemon.echo_translator import EchoTranslator


def batcher_with(translator: EchoTranslator) -> Batcher:
    return Batcher(translator, ThreadPoolExecutor(1))


async def test_prompts_that_come_together_are_one_batch_and_each_gets_its_own() -> None:
    translator = EchoTranslator()
    batcher = batcher_with(translator)
    texts = ["ek", "dui", "tin"]
    found = await asyncio.gather(*(batcher.translate(Prompt(text), 1) for text in texts))
    assert translator.batches == [texts]
    assert [text in one[0].code for text, one in zip(texts, found, strict=True)] == [True] * 3


async def test_a_class_of_forty_is_parted_into_batches() -> None:
    translator = EchoTranslator()
    batcher = batcher_with(translator)
    await asyncio.gather(*(batcher.translate(Prompt(f"{n}"), 1) for n in range(40)))
    assert [len(batch) for batch in translator.batches] == [LARGEST_BATCH, LARGEST_BATCH, 8]


async def test_each_asker_gets_as_many_as_it_asked_for() -> None:
    batcher = batcher_with(EchoTranslator())
    one, three = await asyncio.gather(
        batcher.translate(Prompt("a"), 1), batcher.translate(Prompt("b"), 3)
    )
    assert (len(one), len(three)) == (1, 3)


async def test_an_editor_that_gives_up_leaves_the_batch() -> None:
    translator = EchoTranslator()
    batcher = batcher_with(translator)
    staying = asyncio.create_task(batcher.translate(Prompt("stays"), 1))
    leaving = asyncio.create_task(batcher.translate(Prompt("leaves"), 1))
    await asyncio.sleep(0)
    leaving.cancel()
    await staying
    assert translator.batches == [["stays"]]


async def test_a_fault_of_the_model_reaches_all_who_wait_and_the_next_is_answered() -> None:
    translator = EchoTranslator()
    batcher = batcher_with(translator)
    translator.fault = RuntimeError("no memory")
    with pytest.raises(RuntimeError, match="no memory"):
        await batcher.translate(Prompt("a"), 1)
    translator.fault = None
    assert await batcher.translate(Prompt("a"), 1)
