"""A machine that lacks a wall gets the next weaker level, or none."""

import platform
import subprocess
import sys
from pathlib import Path

import pytest

from synerprise_daemon.jail.wasi.artefact import Artefact
from synerprise_daemon.settings import read_settings

DAEMON = Path(__file__).parents[3] / "daemon"
UNSHARE, LANDLOCK = {"x86_64": 272, "aarch64": 97}, 444

LACKING = """
import asyncio, platform, sys
from pathlib import Path
from synerprise_daemon.jail.inside import kernel, seccomp
from synerprise_daemon.jail.jail import Jail
from synerprise_daemon.jail.outcome import Run
from synerprise_daemon.jail.wasi.artefact import Artefact

def refuse(number):
    lines = [*seccomp._load(0), seccomp._jump(seccomp.JUMP_IF_EQUAL, number, 0, 1),
             *seccomp._return(seccomp.REFUSE | 1), *seccomp._return(seccomp.ALLOW)]
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
    seccomp.restrict(b"".join(lines))

async def main():
    jail = Jail(artefact=Artefact(Path(sys.argv[2])), waiting=1)
    await jail.start()
    print(jail.level, (await jail.run(Run("print(1)"))).end, *jail.reasons.values())
    await jail.close()

refuse(int(sys.argv[1]))
asyncio.run(main())
"""


def on_a_machine_without(call: int, data: Path) -> str:
    """What a jail says in a process to which one call of the kernel is refused."""
    if sys.platform != "linux":
        pytest.skip("only Linux has these walls")
    start = [sys.executable, "-c", LACKING, str(call), str(data)]
    env = {"PYTHONPATH": str(DAEMON)}
    return subprocess.run(start, env=env, capture_output=True, check=True, text=True).stdout


def test_without_namespaces_two_walls_are_left(tmp_path: Path) -> None:
    told = on_a_machine_without(UNSHARE[platform.machine()], tmp_path)
    assert told.startswith(("no_namespaces finished", "none unavailable"))
    assert "unshare" in told


def test_without_landlock_nothing_is_run_where_no_other_walls_are_at_hand(tmp_path: Path) -> None:
    told = on_a_machine_without(LANDLOCK, tmp_path)
    assert told.startswith("none unavailable")
    assert "Landlock" in told or "unshare" in told
    assert "doctor --fetch-sandbox" in told or "synerprise[portable-sandbox]" in told


def test_without_landlock_programs_are_run_within_webassembly() -> None:
    artefact = Artefact(read_settings().data)
    if artefact.missing():
        pytest.skip(artefact.missing())
    assert on_a_machine_without(LANDLOCK, artefact.folder).startswith("wasi finished")
