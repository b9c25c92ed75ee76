"""The daemon's life as others see it: reach it, start it when nobody answers, hold its lock.

The standard library only: this is on an editor's way, and is there in a few milliseconds.
"""

import fcntl
import json
import os
import signal
import socket
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from synerprise_daemon.errors import (
    DaemonRunning,
    DaemonUnreachable,
    FolderUnsafe,
    FolderUnusable,
)
from synerprise_daemon.settings import Settings

if TYPE_CHECKING:
    import subprocess

LOCK = "daemon.lock"
START_S = 60.0  # how long a cold disk may take to bring up Python and the doors
END_S = 10.0  # how long a daemon may take to answer its last requests
WAIT_S = 0.02


def socket_path(settings: Settings, door: str) -> Path:
    """The socket of a door: ``control`` or ``lsp``."""
    return settings.sockets / f"{door}.sock"


def private_folder(folder: Path) -> Path:
    """The folder, made with mode 0700.

    Raises `FolderUnsafe` when it is not the user's alone, `FolderUnusable` when it cannot be made.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.lstat()
    except OSError as error:
        raise FolderUnusable(folder, str(error.strerror)) from error
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid() or found.st_mode & 0o077:
        raise FolderUnsafe(folder)
    return folder


def identity() -> str:
    """What tells this installation and its model from others: an update must not find the old."""
    spec = find_spec("synerprise_model")
    trained = Path(spec.origin).parent / "trained/settings.json" if spec and spec.origin else None
    changed = trained.stat().st_mtime_ns if trained and trained.exists() else 0
    return f"{Path(__file__).parent} {changed}"


@contextmanager
def held_lock(settings: Settings) -> Iterator[None]:
    """Be the one daemon of the user; raise `DaemonRunning` when there is one.

    The kernel lets go of the lock when the process ends, however it ends. The file tells who
    holds it.
    """
    path = private_folder(settings.sockets) / LOCK
    with path.open("a+", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise DaemonRunning from error
        lock.truncate(0)
        lock.write(json.dumps({"pid": os.getpid(), "identity": identity()}))
        lock.flush()
        yield
        lock.truncate(0)


def holder(settings: Settings) -> dict[str, str | int] | None:
    """Who holds the lock: its process and identity; None when there is no daemon."""
    try:
        with (settings.sockets / LOCK).open(encoding="utf-8") as lock:
            with suppress(OSError):
                fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
                return None  # nobody holds it: what the file says is of a dead daemon
            return dict(json.loads(lock.read() or "{}"))
    except (OSError, ValueError):
        return None


def reach(settings: Settings, door: str) -> socket.socket:
    """A connection to a door of the daemon, which is started when there is none.

    A daemon of another installation or model is ended first. Raises `DaemonUnreachable` when none
    answers in time, and `FolderUnsafe`.
    """
    private_folder(settings.sockets)
    running = holder(settings)
    if running and running.get("identity") not in (None, identity()):
        end(settings)
        running = None
    connected = _connected(settings, door) if running else None
    return connected or _started(settings, door)


def connect(settings: Settings, door: str) -> socket.socket | None:
    """A connection to a daemon that runs; None when none does."""
    return _connected(settings, door) if holder(settings) else None


def end(settings: Settings) -> bool:
    """Ask the daemon to end and wait until it has; False when there was none, or it would not."""
    running = holder(settings)
    if not running or "pid" not in running:
        return False
    with suppress(ProcessLookupError):
        os.kill(int(running["pid"]), signal.SIGTERM)
    deadline = time.monotonic() + END_S
    while time.monotonic() < deadline:
        if holder(settings) is None:
            return True
        time.sleep(WAIT_S)
    return False


def _connected(settings: Settings, door: str) -> socket.socket | None:
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        connection.connect(str(socket_path(settings, door)))
    except OSError:
        connection.close()
        return None
    return connection


def _started(settings: Settings, door: str) -> socket.socket:
    """Start a daemon and connect when its door is open; another that starts is as good."""
    started = _start(settings)
    deadline = time.monotonic() + START_S
    while time.monotonic() < deadline:
        if connection := _connected(settings, door):
            return connection
        if started.poll() is not None and holder(settings) is None:
            break
        time.sleep(WAIT_S)
    raise DaemonUnreachable(settings.log_file)


def _start(settings: Settings) -> "subprocess.Popen[bytes]":
    import subprocess  # takes a third of the shim's start, and is seldom needed

    with _opened_log(settings.log_file) as log:
        return subprocess.Popen(
            [sys.executable, "-m", "synerprise_daemon.main", "serve", "--if-needed"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=log,
            cwd="/",  # it must not hold anybody's folder
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            start_new_session=True,  # closing the terminal does not end it
        )


def _opened_log(path: Path) -> BinaryIO:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return path.open("ab")
    except OSError as error:
        raise FolderUnusable(path.parent, str(error.strerror)) from error
