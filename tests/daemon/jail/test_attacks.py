"""No attack gets out, at no level, neither as root nor as an ordinary user."""

import functools
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from synerprise_daemon.jail.level import Level
from synerprise_daemon.settings import read_settings
from tests.daemon.jail.attacks import ATTACKS
from tests.daemon.jail.attacks.attack import GOT_IN, Attack

HOUSE = Path(__file__).parents[3]
NOBODY = "65534"
AS_NOBODY = ["setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"]
LONGEST_S = 3.0  # the limit is less than one, but a machine may be busy

REFUSED_BY_WASI = ["raised", "unavailable"]
"""How a program may also end where what it wants does not even exist."""

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="the bait is laid for Linux")
levels = pytest.mark.parametrize("level", [Level.FULL, Level.NO_NAMESPACES, Level.WASI])
users = pytest.mark.parametrize("user", ["this user", "nobody"])
pytestmark = [linux_only, levels, users]


def python_of(user: str) -> list[str]:
    """How to start Python as a user; skips the test where it cannot be done."""
    if user == "this user":
        return [sys.executable]
    if os.getuid() != 0:
        pytest.skip("only root can become nobody; this user is ordinary already")
    for python in (sys.executable, shutil.which("python3", path="/usr/local/bin:/usr/bin")):
        if python and shutil.which("setpriv"):
            start = [*AS_NOBODY, python]
            # A Python in root's home would start, and then be unable to start itself again.
            probe = "import os, sys; raise SystemExit(not os.access(sys.executable, os.X_OK))"
            if not subprocess.call([*start, "-c", probe], stderr=subprocess.DEVNULL):
                return start
    pytest.skip("nobody can start no Python here")


@functools.cache
def siege(user: str, level: Level) -> dict[str, Any]:
    """All attacks, once for all tests: what the siege tells; skips where there is no such level."""
    done = subprocess.run(
        [*python_of(user), "-B", "-m", "tests.daemon.jail.siege", level],
        env={
            "PYTHONPATH": f"{HOUSE}:{HOUSE / 'daemon'}",
            "PATH": os.environ["PATH"],
            "SYNERPRISE_DATA": str(read_settings().data),
        },
        cwd=HOUSE,
        capture_output=True,
        check=False,
        text=True,
        timeout=200,
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def besieged(user: str, level: Level) -> dict[str, Any]:
    told = siege(user, level)
    if "attacks" not in told:
        pytest.skip(f"this machine has no level {level}: {told['reason']}")
    return told


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_an_attack_is_stopped_and_the_next_program_runs(
    attack: Attack, level: Level, user: str
) -> None:
    seen = besieged(user, level)["attacks"][attack.name]
    assert GOT_IN not in seen["stdout"], seen
    ends = attack.ends.split() + REFUSED_BY_WASI * (level is Level.WASI)
    assert seen["end"] in ends, seen
    assert not seen["proved"], seen
    assert not seen["leaked"]
    assert seen["elapsed_ms"] < LONGEST_S * 1000
    assert seen["answers_after"]


def test_nothing_outside_was_touched(level: Level, user: str) -> None:
    assert besieged(user, level)["touched"] == []


def test_no_process_is_left_behind(level: Level, user: str) -> None:
    assert besieged(user, level)["left"] == []
