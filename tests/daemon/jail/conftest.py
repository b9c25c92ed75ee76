"""A jail for each level that this machine can build."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from synerprise_daemon.jail.jail import Jail
from synerprise_daemon.jail.level import Level
from synerprise_daemon.jail.wasi.artefact import Artefact
from synerprise_daemon.settings import read_settings


@pytest.fixture(params=[Level.FULL, Level.NO_NAMESPACES, Level.WASI])
async def jail(request: pytest.FixtureRequest) -> AsyncIterator[Jail]:
    async for opened in _opened(request.param):
        yield opened


@pytest.fixture
async def full_jail() -> AsyncIterator[Jail]:
    async for opened in _opened(Level.FULL):
        yield opened


@pytest.fixture
async def wasi_jail() -> AsyncIterator[Jail]:
    async for opened in _opened(Level.WASI):
        yield opened


async def _opened(level: Level) -> AsyncIterator[Jail]:
    jail = Jail(levels=[level], artefact=Artefact(read_settings().data), waiting=2)
    await jail.start()
    try:
        if jail.level is not level:
            pytest.skip(f"this machine has no level {level}: {jail.reasons.get(level)}")
        yield jail
    finally:
        await jail.close()
        await asyncio.sleep(0)
