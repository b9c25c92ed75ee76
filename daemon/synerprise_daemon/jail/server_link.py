"""The daemon's end of the fork-server: starts it, asks it for workers, hears when they end."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
from collections import deque
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from synerprise_daemon.jail.errors import NoWorker, WorkerGone
from synerprise_daemon.jail.level import Level
from synerprise_daemon.jail.limits import Limits
from synerprise_daemon.jail.line import PacketLine
from synerprise_daemon.jail.worker import Worker

WORKER_PLEASE = b"w"
PATIENCE_S = 10.0  # for one worker, on a machine that is very busy
LONGEST_NEWS = 4096
FOLDER = Path(__file__).resolve().parents[2]
# Only this one import sees our folder: the programs shall find the standard library alone.
BEGIN = """
import sys
sys.path.append(sys.argv.pop(1))
from synerprise_daemon.jail.inside.fork_server import main
sys.path.pop()
main()
"""


@dataclass(frozen=True, slots=True)
class PidLeash:
    """A hold on a process that is not our child, by a descriptor of Linux."""

    watch: int

    def kill(self) -> None:
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(self.watch, signal.SIGKILL)

    def close(self) -> None:
        os.close(self.watch)


class ServerLink:
    """A running fork-server. Made within a loop; its workers die with it.

    Making one raises `NoWorker` when Python cannot be started.
    """

    def __init__(self, level: Level, limits: Limits) -> None:
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        try:
            with theirs:
                self._process = _started(theirs, level, limits)
        except OSError as error:
            self._control.close()
            raise NoWorker(f"the fork-server cannot be started: {error}") from error
        self._control.setblocking(False)  # noqa: FBT003  the socket's own way
        self._wanted: deque[asyncio.Future[Worker]] = deque()
        self._workers: dict[int, Worker] = {}
        self.gone = False
        asyncio.get_running_loop().add_reader(self._control, self._hear)

    async def worker(self) -> Worker:
        """A new worker that is jailed and waits; raises `NoWorker`."""
        if self.gone:
            raise NoWorker("the fork-server has ended")
        loop = asyncio.get_running_loop()
        wanted: asyncio.Future[Worker] = loop.create_future()
        self._wanted.append(wanted)
        try:
            async with asyncio.timeout(PATIENCE_S):
                await loop.sock_sendall(self._control, WORKER_PLEASE)
                worker = await wanted
                await worker.until_ready()
                return worker
        except BaseException as error:
            if wanted.done() and not wanted.cancelled() and not wanted.exception():
                wanted.result().close()
            if isinstance(error, OSError | WorkerGone | TimeoutError):
                raise NoWorker(str(error) or "it took too long") from error
            raise  # who asked was cancelled

    async def close(self) -> None:
        """End the fork-server, and with it all that it has made."""
        self._lose()
        self._process.kill()
        self._process.wait()

    def _hear(self) -> None:
        try:
            data, descriptors, _, _ = socket.recv_fds(self._control, LONGEST_NEWS, 3)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if data:
            self._note(json.loads(data), descriptors)
        else:
            self._lose()

    def _note(self, news: dict[str, Any], descriptors: list[int]) -> None:
        if "ended" in news:
            worker = self._workers.pop(news["ended"], None)
            if worker and not worker.status.done():
                worker.status.set_result(news["status"])
            return
        wanted = self._wanted.popleft()
        if "failed" in news:
            if not wanted.done():
                wanted.set_exception(WorkerGone(news["failed"]))
            return
        line, pipe, watch = descriptors
        packets = PacketLine(socket.socket(fileno=line))
        worker = Worker(news["worker"], packets, pipe, PidLeash(watch))
        self._workers[worker.pid] = worker
        if wanted.done():  # who asked has given up
            worker.close()
        else:
            wanted.set_result(worker)

    def _lose(self) -> None:
        if self.gone:
            return
        self.gone = True
        asyncio.get_running_loop().remove_reader(self._control)
        self._control.close()
        for worker in self._workers.values():
            worker.kill()
            if not worker.status.done():
                worker.status.set_result(-signal.SIGKILL)
        for wanted in self._wanted:
            if not wanted.done():
                wanted.set_exception(WorkerGone("the fork-server has ended"))


def _started(control: socket.socket, level: Level, limits: Limits) -> subprocess.Popen[bytes]:
    """Start a fresh interpreter: isolated, without `site`, with no environment at all."""
    number = control.fileno()
    options = [str(FOLDER), str(number), level.value, json.dumps(asdict(limits))]
    return subprocess.Popen(
        [sys.executable, "-I", "-S", "-X", "utf8", "-c", BEGIN, *options],
        env={},
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=(number,),
        start_new_session=True,
    )
