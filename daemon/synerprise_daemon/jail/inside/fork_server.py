"""The fork-server: makes a worker whenever the daemon asks for one, and tells when one has ended.

It is started fresh, with an empty environment, and never sees a program, a prompt or an answer, so
there is nothing in it that a worker, which is a copy of it, could find. It keeps the rights of its
user, and therefore reads nothing but one letter at a time from the daemon.
"""

import gc
import json
import os
import selectors
import signal
import socket
import sys
from dataclasses import dataclass, replace
from typing import NoReturn

from synerprise_daemon.jail.inside import kernel
from synerprise_daemon.jail.inside.layers import Walls, shut_in
from synerprise_daemon.jail.inside.line import SocketLine
from synerprise_daemon.jail.inside.namespaces import separate
from synerprise_daemon.jail.inside.program import serve
from synerprise_daemon.jail.inside.warm import warm_up
from synerprise_daemon.jail.level import Level
from synerprise_daemon.jail.limits import Limits

WORKER_PLEASE = b"w"
GO_ON = b"g"
LONGEST_WORD = 200
CHANNEL = 3  # in a worker; 0 is the input, 1 what is printed, 2 leads nowhere


@dataclass(frozen=True, slots=True)
class Birth:
    """A worker that is being made, and what the daemon will hold of it."""

    line: socket.socket
    printed: int
    between: int = 0
    """The process that makes its namespaces."""

    def close(self) -> None:
        self.line.close()
        os.close(self.printed)


class ForkServer:
    """Forks workers behind one kind of walls."""

    def __init__(self, control: socket.socket, walls: Walls) -> None:
        self._control, self._walls = control, walls
        self._selector = selectors.DefaultSelector()

    def serve(self) -> None:
        """Go on until the daemon is gone; then all workers go as well."""
        self._selector.register(self._control, selectors.EVENT_READ)
        while True:
            for key, _ in self._selector.select():
                if isinstance(key.data, Birth):
                    self._hear_of(key.fd, key.data)
                elif key.data:
                    self._bury(key.fd, key.data)
                elif self._control.recv(1) == WORKER_PLEASE:
                    self._make_worker()
                else:
                    return

    def _make_worker(self) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        read, write = os.pipe()
        try:
            self._fork(Birth(ours, read), theirs.fileno(), write)
        except OSError as error:
            self._fail(Birth(ours, read), str(error))
        finally:
            theirs.close()
            os.close(write)

    def _fork(self, birth: Birth, channel: int, printed: int) -> None:
        if self._walls.level is not Level.FULL:
            self._hand_over(os.fork() or self._be_worker(channel, printed), birth)
            return
        read, write = os.pipe()
        between = os.fork() or self._be_between(write, channel, printed)
        os.close(write)
        # Meanwhile others can be made: half the work is not done in this process.
        self._selector.register(read, selectors.EVENT_READ, replace(birth, between=between))

    def _hear_of(self, read: int, birth: Birth) -> None:
        """Read the worker's number; when the process between has gone, it is our child."""
        said = os.read(read, LONGEST_WORD)
        self._selector.unregister(read)
        os.close(read)
        os.waitpid(birth.between, 0)
        if said.isdigit():
            self._hand_over(int(said), birth)
        else:
            self._fail(birth, said.decode("utf-8", "replace") or "no worker was made")

    def _hand_over(self, pid: int, birth: Birth) -> None:
        """Let a worker go on, which sees its new parent now, and give it to the daemon."""
        watch = os.pidfd_open(pid)
        self._selector.register(watch, selectors.EVENT_READ, pid)
        birth.line.send(GO_ON)
        news = json.dumps({"worker": pid}).encode()
        descriptors = [birth.line.fileno(), birth.printed, watch]
        socket.send_fds(self._control, [news], descriptors)
        birth.close()

    def _fail(self, birth: Birth, reason: str) -> None:
        birth.close()
        self._control.send(json.dumps({"failed": reason}).encode())

    def _be_between(self, tell: int, channel: int, printed: int) -> NoReturn:
        """Make the namespaces, put the worker into them, and make way."""
        try:
            separate(self._walls.identity)
            pid = os.fork() or self._be_worker(channel, printed)
            os.write(tell, str(pid).encode())
        except OSError as error:
            os.write(tell, str(error).encode()[:LONGEST_WORD])
        os._exit(0)

    def _be_worker(self, channel: int, printed: int) -> NoReturn:
        try:
            _keep_only(channel, printed)
            line = socket.socket(fileno=CHANNEL)
            if line.recv(1) == GO_ON:
                try:
                    os.setsid()
                    shut_in(self._walls)
                except OSError as error:
                    line.send(json.dumps({"failed": str(error)}).encode())
                    os._exit(1)
                line.send(json.dumps({"ready": self._walls.level}).encode())
                serve(SocketLine(line, self._walls.limits.message), self._walls.limits)
        finally:
            os._exit(1)

    def _bury(self, watch: int, pid: int) -> None:
        self._selector.unregister(watch)
        os.close(watch)
        _, status = os.waitpid(pid, 0)
        news = {"ended": pid, "status": os.waitstatus_to_exitcode(status)}
        self._control.send(json.dumps(news).encode())


def _keep_only(channel: int, printed: int) -> None:
    """Arrange the descriptors of a worker, and close all others."""
    moved = os.dup(channel)  # whatever the numbers were, nothing is overwritten before it is used
    typed = os.memfd_create("input")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for source, place in ((typed, 0), (printed, 1), (nowhere, 2)):
        os.dup2(source, place)
    os.dup2(moved, CHANNEL)
    os.closerange(CHANNEL + 1, 1 << 20)


def main() -> None:
    """Serve the daemon at the other end of the descriptor that is the first argument."""
    control = socket.socket(fileno=int(sys.argv[1]))
    level, limits = Level(sys.argv[2]), Limits(**json.loads(sys.argv[3]))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a Ctrl+C at the daemon's terminal is for it
    kernel.prctl(kernel.PR_SET_DUMPABLE, 0)
    kernel.prctl(kernel.PR_SET_CHILD_SUBREAPER, 1)
    kernel.use_one_arena()
    sys.argv = ["program.py"]
    os.environ.clear()  # Python itself has set LC_CTYPE
    warm_up()
    walls = Walls.of(level, limits)
    gc.freeze()  # what is here now is never looked at again, so its memory stays shared
    ForkServer(control, walls).serve()
    os._exit(0)
