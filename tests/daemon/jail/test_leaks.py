"""Many runs leave nothing behind: no process, no descriptor."""

import asyncio
import os

import pytest

from synerprise_daemon.jail.jail import Jail
from synerprise_daemon.jail.level import Level
from synerprise_daemon.jail.limits import MB, Limits
from synerprise_daemon.jail.outcome import Run
from synerprise_daemon.jail.wasi.artefact import Artefact
from synerprise_daemon.settings import read_settings
from tests.daemon.jail.siege import processes_of

RUNS = (
    Run("print(1)", ("1 + 1 == 2",)),
    Run("while True:\n    pass"),
    Run("import os\nos._exit(1)"),
    Run("import threading, time\nthreading.Thread(target=time.sleep, args=(99,)).start()"),
    Run("import os\nos.closerange(0, 64)"),
)


def open_descriptors() -> int:
    return len(os.listdir("/proc/self/fd"))  # noqa: PTH208  a path would have to be made for each


async def left_of(mark: int) -> list[int]:
    for _ in range(40):
        if not processes_of(mark):
            break
        await asyncio.sleep(0.05)
    return processes_of(mark)


@pytest.mark.parametrize("level", [Level.FULL, Level.NO_NAMESPACES, Level.WASI])
@pytest.mark.parametrize("rounds", [4, pytest.param(40, marks=pytest.mark.slow)])
async def test_nothing_is_left_behind(level: Level, rounds: int) -> None:
    before, mark = open_descriptors(), MB + os.getpid() + rounds
    limits = Limits(wall_s=0.15, cpu_s=0.1, file_size=mark)
    jail = Jail(limits, levels=[level], artefact=Artefact(read_settings().data), waiting=2)
    await jail.start()
    if jail.level is not level:
        pytest.skip(f"this machine has no level {level}: {jail.reasons[level]}")
    await jail.run_all(RUNS * rounds, budget_s=250)
    assert len(processes_of(mark)) <= 1 + 2 + 2  # the fork-server, those waiting, the last two
    await jail.close()
    assert await left_of(mark) == []
    assert open_descriptors() == before
