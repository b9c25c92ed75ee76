"""`synerprise lsp`: pass bytes between an editor and the daemon; the standard library only."""

import os
import socket
import sys
import threading

from synerprise_daemon import life
from synerprise_daemon.errors import SynerpriseError
from synerprise_daemon.settings import Settings, read_settings
from synerprise_lsp.refusals import DaemonGone

CHUNK = 1 << 16  # bytes; what a pipe holds on Linux
STDIN, STDOUT = 0, 1
USUAL = ("--stdio", "--clientProcessId=")
"""What editors add to the command of any language server."""


def main(arguments: list[str]) -> int:
    """Serve the editor at standard input and output until either side ends; return the exit code.

    0 when it was the editor that ended, 1 when the daemon cannot be reached or has ended.
    """
    if unknown := [argument for argument in arguments if not argument.startswith(USUAL)]:
        print(f"synerprise lsp: অজানা | unknown: {' '.join(unknown)}", file=sys.stderr)
        return 2
    try:
        settings = read_settings()
        with life.reach(settings, "lsp") as daemon:
            editor_left = pass_bytes(daemon, STDIN, STDOUT)
        if not editor_left and not _lives(settings):
            raise DaemonGone
    except SynerpriseError as error:
        print(f"synerprise lsp: {error.bangla} | {error.english}", file=sys.stderr)
        return 1
    return 0


def pass_bytes(daemon: socket.socket, source: int, sink: int) -> bool:
    """Copy both ways until the daemon says no more; whether the editor had left before."""
    editor_left = threading.Event()
    upward = threading.Thread(target=_upward, args=(source, daemon, editor_left), daemon=True)
    upward.start()
    try:
        while chunk := _received(daemon):
            _write(sink, chunk)
    except BrokenPipeError:  # nobody reads what we write
        editor_left.set()
    return editor_left.is_set()


def _upward(source: int, daemon: socket.socket, editor_left: threading.Event) -> None:
    """From the editor to the daemon, whose last words are still heard after the editor's end."""
    try:
        while chunk := os.read(source, CHUNK):
            daemon.sendall(chunk)
        editor_left.set()
        daemon.shutdown(socket.SHUT_WR)
    except OSError:
        return  # the daemon has ended, which whoever listens to it sees too


def _received(daemon: socket.socket) -> bytes:
    try:
        return daemon.recv(CHUNK)
    except ConnectionError:  # it ended without having read all
        return b""


def _write(sink: int, chunk: bytes) -> None:
    rest = memoryview(chunk)
    while rest:
        rest = rest[os.write(sink, rest) :]


def _lives(settings: Settings) -> bool:
    """Whether the daemon is still there: then it closed this connection because of `exit`."""
    if again := life.connect(settings, "lsp"):
        again.close()
    return again is not None
