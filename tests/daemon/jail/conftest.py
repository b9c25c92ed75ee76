"""A jail for each level that this machine can build."""

import asyncio
import sys
from collections.abc import AsyncIterator

import pytest

from synerprise_daemon.jail.jail import Jail
from synerprise_daemon.jail.level import Level


@pytest.fixture(params=[Level.FULL, Level.NO_NAMESPACES])
async def jail(request: pytest.FixtureRequest) -> AsyncIterator[Jail]:
    async for opened in _opened(request.param):
        yield opened


@pytest.fixture
async def full_jail() -> AsyncIterator[Jail]:
    async for opened in _opened(Level.FULL):
        yield opened


async def _opened(level: Level) -> AsyncIterator[Jail]:
    if sys.platform != "linux":
        pytest.skip("only Linux has these walls")
    jail = Jail(levels=[level], waiting=2)
    await jail.start()
    try:
        if jail.level is not level:
            pytest.skip(f"this machine has no level {level}: {jail.reasons.get(level)}")
        yield jail
    finally:
        await jail.close()
        await asyncio.sleep(0)
