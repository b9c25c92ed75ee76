"""What the jail costs here: memory of the idle pool, a run, sixteen runs.

``python -m tests.daemon.jail.figures``
"""

import asyncio
import os
from pathlib import Path
from statistics import median
from time import perf_counter

from synerprise_daemon.jail.jail import Jail
from synerprise_daemon.jail.level import Level
from synerprise_daemon.jail.limits import MB, Limits
from synerprise_daemon.jail.outcome import Run
from synerprise_daemon.jail.wasi.artefact import Artefact
from synerprise_daemon.settings import read_settings
from tests.daemon.jail.siege import processes_of

DOUBLE = Run("def f(x):\n    return x * 2\n", ("assert f(2) == 4",))
SINGLES, BATCHES, CANDIDATES = 100, 9, 16
BETWEEN_S = 0.06  # so that the pool is full again


def memory_mb(mark: int) -> float:
    """Memory of all processes of a jail, each shared page counted once."""
    total = 0
    for pid in processes_of(mark):
        text = Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8")
        total += next(int(line.split()[1]) for line in text.splitlines() if line[:4] == "Pss:")
    return total / 1024


async def timed_ms(jail: Jail, count: int) -> float:
    await asyncio.sleep(BETWEEN_S * count**0.5)
    started = perf_counter()
    outcomes = await jail.run_all([DOUBLE] * count, budget_s=10)
    assert all(outcome.proved for outcome in outcomes)
    return (perf_counter() - started) * 1000


async def measure(level: Level) -> None:
    mark = MB + os.getpid()
    artefact = Artefact(read_settings().data)
    jail = Jail(Limits(file_size=mark), levels=[level], artefact=artefact)
    await jail.start()
    if jail.level is not level:
        print(f"{level}: {jail.reasons[level]}")
        return
    memory = memory_mb(mark)
    single = median([await timed_ms(jail, 1) for _ in range(SINGLES)])
    batch = median([await timed_ms(jail, CANDIDATES) for _ in range(BATCHES)])
    await jail.close()
    print(
        f"{level}: idle pool {memory:.1f} MB; run {single:.1f} ms; {CANDIDATES} runs {batch:.0f} ms"
    )


if __name__ == "__main__":
    for one in (Level.FULL, Level.NO_NAMESPACES, Level.WASI):
        asyncio.run(measure(one))
