"""A machine that lacks a wall gets the next weaker level, or none."""

import platform
import subprocess
import sys
from pathlib import Path

import pytest

DAEMON = Path(__file__).parents[3] / "daemon"
UNSHARE, LANDLOCK = {"x86_64": 272, "aarch64": 97}, 444

LACKING = """
import asyncio, platform, sys
from synerprise_daemon.jail.inside import kernel, seccomp
from synerprise_daemon.jail.jail import Jail
from synerprise_daemon.jail.outcome import Run

def refuse(number):
    lines = [*seccomp._load(0), seccomp._jump(seccomp.JUMP_IF_EQUAL, number, 0, 1),
             *seccomp._return(seccomp.REFUSE | 1), *seccomp._return(seccomp.ALLOW)]
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
    seccomp.restrict(b"".join(lines))

async def main():
    jail = Jail(waiting=1)
    await jail.start()
    print(jail.level, (await jail.run(Run("print(1)"))).end, *jail.reasons.values())
    await jail.close()

refuse(int(sys.argv[1]))
asyncio.run(main())
"""


def on_a_machine_without(call: int) -> str:
    """What a jail says in a process to which one call of the kernel is refused."""
    if sys.platform != "linux":
        pytest.skip("only Linux has these walls")
    start = [sys.executable, "-c", LACKING, str(call)]
    env = {"PYTHONPATH": str(DAEMON)}
    return subprocess.run(start, env=env, capture_output=True, check=True, text=True).stdout


def test_without_namespaces_two_walls_are_left() -> None:
    told = on_a_machine_without(UNSHARE[platform.machine()])
    assert told.startswith(("no_namespaces finished", "none unavailable"))
    assert "unshare" in told


def test_without_landlock_nothing_is_run() -> None:
    told = on_a_machine_without(LANDLOCK)
    assert told.startswith("none unavailable")
    assert "Landlock" in told or "unshare" in told
