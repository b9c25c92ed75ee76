"""Programs of the kinds that the catalogue knows run as in plain CPython."""

import asyncio
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from synerprise_daemon.jail.jail import Jail
from synerprise_daemon.jail.level import Level
from synerprise_daemon.jail.outcome import End, Run
from synerprise_model.folders import CATALOGUE
from synerprise_model.tasks import Task, read_task, task_paths

EVERY = 9  # of about 1,300 tasks
FEWEST = 90
EVERY_IN_WASI = 4  # of those, since a worker takes longer to start there
MOST_LACKED = 0.05  # of all programs, where the Python is a smaller one
WRITING = ("open(", "os.", "mkdir", "Path(")
UNSTEADY = ("random", "secrets", "now(", "today(", "time(", "perf_counter", "id(", "getvalue")


@dataclass(frozen=True, slots=True)
class Program:
    """A program of the catalogue, which prints what its checks compare."""

    name: str
    code: str
    typed: str = ""

    @property
    def writes(self) -> bool:
        return any(word in self.code for word in WRITING)


def programs_of(task: Task) -> list[Program]:
    """The scripts with what is typed, or the solution with a line for each check."""
    free = {name: v.values[0] for name, v in task.values.items() if v.values}
    values = [f"{name} = {v!r}" for name, v in free.items() if name not in task.parameters]
    code = "\n".join([*values, task.solution])
    if task.runs:
        return [Program(f"{task.name} {run.input!r}", code, run.input) for run in task.runs]
    return [Program(task.name, code + "\n".join(f"print({check})" for check in task.checks))]


def chosen() -> list[Program]:
    tasks = [read_task(path, CATALOGUE) for path in task_paths(CATALOGUE)[::EVERY]]
    programs = [program for task in tasks for program in programs_of(task)]
    return [p for p in programs if not any(word in p.code for word in UNSTEADY)]


def plainly(program: Program, folder: Path) -> str:
    """What CPython prints, without any jail: these programs were read by their writers."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-X", "utf8", "-c", program.code],
        input=program.typed,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=False,
        encoding="utf-8",
    )
    return f"{done.stdout}{'finished' if done.returncode == 0 else 'raised'}"


async def test_ordinary_programs_run_as_ever(jail: Jail, tmp_path: Path) -> None:
    writable = jail.level is Level.FULL
    programs = [program for program in chosen() if writable or not program.writes]
    if jail.level is Level.WASI:
        programs = programs[::EVERY_IN_WASI]
    assert len(programs) >= FEWEST
    with ThreadPoolExecutor(2) as pool:
        plain = list(pool.map(plainly, programs, [tmp_path] * len(programs)))
    outcomes = await jail.run_all([Run(p.code, input=p.typed) for p in programs], budget_s=100)
    different = {
        program.name: (wanted, f"{outcome.stdout}{outcome.end}", outcome.error)
        for program, wanted, outcome in zip(programs, plain, outcomes, strict=True)
        if f"{outcome.stdout}{outcome.end}" != wanted and outcome.end is not End.UNAVAILABLE
    }
    assert different == {}
    lacked = [outcome.reason for outcome in outcomes if outcome.end is End.UNAVAILABLE]
    assert len(lacked) <= MOST_LACKED * len(programs) * (jail.level is Level.WASI), lacked


LIBRARY = {
    "threads": "import threading\nt = threading.Thread(target=print, args=(1,))\nt.start()",
    "asyncio": "import asyncio\nasync def f():\n    await asyncio.sleep(0.01)\n    return 3\n"
    "print(asyncio.run(f()))",
    "pool": "from concurrent.futures import ThreadPoolExecutor as T\n"
    "with T(2) as t:\n    print(list(t.map(str, range(3))))",
    "dataclass": "from dataclasses import dataclass\n@dataclass\nclass P:\n    x: int\nprint(P(1))",
    "pickle": "import pickle\nclass A:\n    pass\nprint(type(pickle.loads(pickle.dumps(A()))))",
    "sqlite": "import sqlite3\nprint(sqlite3.connect(':memory:').execute('select 1').fetchall())",
    "zone": "from zoneinfo import ZoneInfo\nfrom datetime import datetime\n"
    "print(datetime(2026, 1, 1, tzinfo=ZoneInfo('Asia/Dhaka')))",
    "match": "match [1, 2]:\n    case [a, b]:\n        print(a + b)",
    "source": "import inspect\ndef f():\n    return 1\nprint(callable(f), __name__)",
    "exit": "import atexit\natexit.register(print, 'last')\nprint('first')",
    "sleep": "import time\ntime.sleep(0.05)\nprint('slept')",
    "late thread": "import threading, time\n"
    "threading.Thread(target=lambda: (time.sleep(0.05), print('late'))).start()\nprint('first')",
}


@pytest.mark.parametrize("name", LIBRARY)
async def test_the_standard_library_works(full_jail: Jail, name: str, tmp_path: Path) -> None:
    outcome = await full_jail.run(Run(LIBRARY[name]))
    assert outcome.end is End.FINISHED, outcome
    wanted = await asyncio.to_thread(plainly, Program(name, LIBRARY[name]), tmp_path)
    assert outcome.stdout + "finished" == wanted
