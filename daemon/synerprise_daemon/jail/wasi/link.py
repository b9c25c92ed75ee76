"""The daemon's end of the hosts: starts one for each worker, and hears when it ends."""

import asyncio
import json
import os
import random
import socket
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Thread

from synerprise_daemon.jail.errors import NoWorker, WorkerGone
from synerprise_daemon.jail.limits import Limits
from synerprise_daemon.jail.line import StreamLine
from synerprise_daemon.jail.wasi.artefact import Artefact, packages
from synerprise_daemon.jail.worker import Worker

PATIENCE_S = 10.0  # for one worker, on a machine that is very busy
LONGEST_REASON = 200  # letters of what a compilation says last
FOLDER = Path(__file__).resolve().parents[3]
# The host sees our folder and wasmtime's while it imports from them; the guest sees neither.
BEGIN = """
import sys
sys.path += sys.argv[1:3]
del sys.argv[1:3]
from synerprise_daemon.jail.wasi.host import main
main()
"""


@dataclass(frozen=True, slots=True)
class ChildLeash:
    """A hold on a child; `Popen` sends no signal to one that has ended."""

    process: subprocess.Popen[bytes]

    def kill(self) -> None:
        self.process.kill()

    def close(self) -> None:
        """Nothing is held but the child, and a thread buries that."""


class HostLink:
    """Makes workers, each a process of its own. Made within a loop; its workers die with it."""

    gone = False

    def __init__(self, artefact: Artefact, limits: Limits) -> None:
        self._compiled, self._limits = str(artefact.compiled), limits
        self._seed = str(random.randrange(1, 1 << 32))
        """Of hashes: the same for all workers, so that each writes a set in the same order."""
        self._alive: set[Worker] = set()

    async def worker(self) -> Worker:
        """A new worker that waits; raises `NoWorker`."""
        try:
            worker = self._started()
        except OSError as error:
            raise NoWorker(f"no host can be started: {error}") from error
        try:
            async with asyncio.timeout(PATIENCE_S):
                await worker.until_ready()
        except BaseException as error:
            worker.close()
            if isinstance(error, WorkerGone | TimeoutError):
                raise NoWorker(str(error) or "it took too long") from error
            raise  # who asked was cancelled
        return worker

    async def close(self) -> None:
        """End all workers, and wait until they have ended."""
        for worker in self._alive:
            worker.kill()
        await asyncio.gather(*(worker.status for worker in self._alive))

    def _started(self) -> Worker:
        ours, theirs = socket.socketpair()
        read, write = os.pipe()
        given = (self._compiled, self._seed, json.dumps(asdict(self._limits)))
        try:
            process = _host("serve", *given, streams=(theirs.fileno(), write, theirs.fileno()))
        except OSError:
            ours.close()
            os.close(read)
            raise
        finally:
            theirs.close()
            os.close(write)
        worker = Worker(process.pid, StreamLine(ours), read, ChildLeash(process))
        self._alive.add(worker)
        worker.status.add_done_callback(lambda _: self._alive.discard(worker))
        Thread(target=_bury, args=(process, worker.status), daemon=True).start()
        return worker


async def compiled(artefact: Artefact) -> str:
    """Have machine code made, unless it is there; tell why it could not be, or nothing."""
    return await asyncio.to_thread(_compiled, artefact)


def _compiled(artefact: Artefact) -> str:
    files = (str(artefact.wasm), str(artefact.compiled))
    nowhere = subprocess.DEVNULL
    try:
        process = _host("compile", *files, streams=(nowhere, nowhere, subprocess.PIPE))
    except OSError as error:
        return f"no host can be started: {error}"
    _, said = process.communicate()
    if process.returncode == 0:
        return ""
    return said.decode("utf-8", "replace").strip()[-LONGEST_REASON:] or "it was not compiled"


def _bury(process: subprocess.Popen[bytes], status: asyncio.Future[int]) -> None:
    """Wait for the end of a child, where no kernel but Linux has a descriptor for it."""
    ended = process.wait()
    with suppress(RuntimeError):  # the loop may be closed by then
        status.get_loop().call_soon_threadsafe(status.set_result, ended)


def _host(*given: str, streams: tuple[int, int, int]) -> subprocess.Popen[bytes]:
    """Start a fresh interpreter: isolated, without `site`, with no environment at all."""
    begin = ["-I", "-S", "-X", "utf8", "-c", BEGIN, str(FOLDER), str(packages())]
    stdin, stdout, stderr = streams
    return subprocess.Popen(
        [sys.executable, *begin, *given],
        env={},
        cwd="/",
        stdin=stdin,
        stdout=stdout,
        stderr=stderr,
        start_new_session=True,
    )
