"""Every attack on the jail at one level, by whoever runs this; what came of each, as JSON.

``python -m tests.daemon.jail.siege full``; for the level ``wasi``, ``SYNERPRISE_DATA`` may name
the folder of its files.
"""

import asyncio
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from synerprise_daemon.jail.jail import Jail
from synerprise_daemon.jail.level import Level
from synerprise_daemon.jail.limits import MB, Limits
from synerprise_daemon.jail.outcome import Outcome, Run
from synerprise_daemon.jail.wasi.artefact import Artefact
from synerprise_daemon.settings import read_settings
from tests.daemon.jail.attacks import ATTACKS
from tests.daemon.jail.attacks.attack import Attack
from tests.daemon.jail.bait import Bait

SANE = Run("print(sum(range(5)))", ("1 + 1 == 2",))
LANES = 3
MARK = MB + os.getpid()
"""A limit that no other jail has: it is in the command line of all processes of this one."""


async def besiege(level: Level, bait: Bait) -> dict[str, Any]:
    """Run all attacks, and after each a program that must work as ever."""
    limits = Limits(wall_s=0.6, cpu_s=0.3, file_size=MARK)
    artefact = Artefact(read_settings().data)
    jail = Jail(limits, levels=[level], artefact=artefact, at_once=LANES)
    await jail.start()
    if jail.level is not level:
        return {"level": jail.level, "reason": jail.reasons.get(level, "")}
    told: dict[str, Any] = {}
    left = iter(ATTACKS)
    await asyncio.gather(*(_lane(jail, bait, left, told) for _ in range(LANES)))
    touched = bait.touched()
    await jail.close()
    return {"level": level, "attacks": told, "touched": touched, "left": await _left_behind()}


async def _lane(jail: Jail, bait: Bait, left: Iterator[Attack], told: dict[str, Any]) -> None:
    for attack in left:
        outcome = await jail.run(Run(bait.fill(attack.code), attack.checks))
        after = await jail.run(SANE)
        told[attack.name] = {
            "end": outcome.end,
            "proved": outcome.proved,
            "stdout": outcome.stdout[:2000],
            "leaked": bait.token in f"{outcome.stdout} {outcome.error} {outcome.checks}",
            "error": f"{outcome.error} {outcome.reason}",
            "elapsed_ms": outcome.elapsed_ms,
            "answers_after": _is_sane(after),
        }


def _is_sane(outcome: Outcome) -> bool:
    return outcome.proved and outcome.stdout == "10\n"


async def _left_behind() -> list[int]:
    """The processes of this jail that are still there, a moment later."""
    found: list[int] = []
    for _ in range(20):
        found = processes_of(MARK)
        if not found:
            return []
        await asyncio.sleep(0.05)
    return found


def processes_of(mark: int) -> list[int]:
    """Whoever has the mark in its command line, by the folders of proc."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if f'"file_size": {mark},'.encode() in path.read_bytes():
                found.append(int(path.parent.name))
        except OSError:
            continue
    return found


def main() -> None:
    bait = Bait()
    try:
        print(json.dumps(asyncio.run(besiege(Level(sys.argv[1]), bait))))
    finally:
        bait.close()


if __name__ == "__main__":
    main()
