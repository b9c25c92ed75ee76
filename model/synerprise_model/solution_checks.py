"""Run the checks of tasks: each solution in a process of its own, with a time limit.

The programs are the catalogue's own, read by its writers; this is no jail for strangers' code.
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from tempfile import TemporaryDirectory

from synerprise_model.errors import CatalogueError
from synerprise_model.tasks import Run, Task

SECONDS_A_TASK = 10
TASKS_A_PROCESS = 40  # enough to make the start of a process cheap, few enough to use two cores

RUNNER = """
import contextlib, io, json, signal, sys

def ring(*_):
    raise TimeoutError("took too long")

def run_script(job, run):
    lines = iter(run["input"].split("\\n")) if run["input"] else iter(())
    def typed(prompt=""):
        try:
            return next(lines)
        except StopIteration:
            raise EOFError from None
    shown = io.StringIO()
    with contextlib.redirect_stdout(shown):
        exec(compile(job["code"], job["name"], "exec"), {"__name__": "__main__", "input": typed})
    said = [line.rstrip() for line in shown.getvalue().rstrip().split("\\n")]
    wanted = [line.rstrip() for line in run["prints"].rstrip().split("\\n")]
    assert said == wanted, f"prints {said!r}, not {wanted!r}, for input {run['input']!r}"

def check(job):
    if job["runs"]:
        for run in job["runs"]:
            run_script(job, run)
    scope = {"__name__": "solution"}
    if job["checks"]:
        exec(compile(job["code"], job["name"], "exec"), scope)
    for line in job["checks"]:
        with contextlib.redirect_stdout(io.StringIO()):
            assert eval(compile(line, job["name"], "eval"), scope), f"fails: {line}"

signal.signal(signal.SIGALRM, ring)
for line in sys.stdin:
    job = json.loads(line)
    signal.alarm(job["seconds"])
    try:
        check(job)
        failure = None
    except BaseException as error:
        failure = f"{type(error).__name__}: {error}"
    signal.alarm(0)
    print(json.dumps(failure), flush=True)
"""


@dataclass(frozen=True, slots=True)
class Job:
    """A program and the checks it must pass."""

    name: str
    code: str
    checks: tuple[str, ...]
    runs: tuple[Run, ...]
    seconds: int = SECONDS_A_TASK


def check_solutions(tasks: Sequence[Task], workers: int = 2) -> list[CatalogueError]:
    """Every task whose solution fails one of its checks."""
    jobs = [Job(task.name, _ready_to_run(task), task.checks, task.runs) for task in tasks]
    return [
        CatalogueError(task.path, failure)
        for task, failure in zip(tasks, run_jobs(jobs, workers), strict=True)
        if failure
    ]


def _ready_to_run(task: Task) -> str:
    """The solution, with its free values set to the first of their values."""
    known = {name: value.values[0] for name, value in task.values.items() if value.values}
    free = {name: value for name, value in known.items() if name not in task.parameters}
    return "".join(f"{name} = {value!r}\n" for name, value in free.items()) + task.solution


def run_jobs(jobs: Sequence[Job], workers: int = 2) -> list[str | None]:
    """What failed, a job each; None where every check passed."""
    batches = [jobs[at : at + TASKS_A_PROCESS] for at in range(0, len(jobs), TASKS_A_PROCESS)]
    with ThreadPoolExecutor(workers) as pool:
        return [failure for batch in pool.map(_run_batch, batches) for failure in batch]


def _run_batch(jobs: Iterable[Job]) -> list[str | None]:
    jobs = list(jobs)
    with TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-I", "-X", "utf8", "-c", RUNNER],
            input="".join(json.dumps(asdict(job)) + "\n" for job in jobs),
            capture_output=True,
            cwd=folder,
            encoding="utf-8",
            timeout=SECONDS_A_TASK * len(jobs) + 10,
            check=False,
        )
    failures: list[str | None] = [json.loads(line) for line in done.stdout.splitlines()]
    ended = f"ended the interpreter: {done.stderr.strip()[-300:]}"
    return failures + [ended] * (len(jobs) - len(failures))
