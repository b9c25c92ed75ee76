"""The byte pipe between an editor and the daemon's socket."""

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest

from synerprise_daemon.life import held_lock, socket_path
from synerprise_daemon.settings import Settings
from synerprise_lsp.shim import main

Visit = Callable[[socket.socket], None]
ANYTHING = bytes(range(256)) * 4096  # a megabyte: more than pipes and sockets hold
RUN = "import sys; from synerprise_lsp.shim import main; sys.exit(main(sys.argv[1:]))"


@contextmanager
def daemon(settings: Settings, visit: Visit) -> Iterator[None]:
    """Somebody who holds the daemon's lock and treats each connection so."""
    with held_lock(settings), socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(socket_path(settings, "lsp")))
        listener.listen()
        threading.Thread(target=_let_in, args=(listener, visit), daemon=True).start()
        yield
        listener.shutdown(socket.SHUT_RDWR)


def _let_in(listener: socket.socket, visit: Visit) -> None:
    with suppress(OSError):  # the listener is closed
        while True:
            connection, _ = listener.accept()
            with connection:
                visit(connection)


def echo(connection: socket.socket) -> None:
    while chunk := connection.recv(1 << 16):
        connection.sendall(chunk)


def echo_at_the_end(connection: socket.socket) -> None:
    heard = b""
    while chunk := connection.recv(1 << 16):
        heard += chunk
    connection.sendall(heard)


def hang_up(connection: socket.socket) -> None:
    connection.recv(1)


def shim(settings: Settings, *arguments: str) -> "subprocess.Popen[bytes]":
    surroundings = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "SYNERPRISE_SOCKETS": str(settings.sockets),
        "SYNERPRISE_LOG_FILE": str(settings.log_file),
    }
    return subprocess.Popen(
        [sys.executable, "-c", RUN, *arguments],
        env=surroundings,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.mark.parametrize("visit", [echo, echo_at_the_end])
def test_every_byte_comes_back_and_the_editors_end_is_no_error(
    settings: Settings, visit: Visit
) -> None:
    with daemon(settings, visit), shim(settings, "--stdio") as running:
        back, errors = running.communicate(ANYTHING, timeout=20)
        assert back == ANYTHING
        assert (running.returncode, errors) == (0, b"")


def test_a_few_bytes_are_not_held_back(settings: Settings) -> None:
    with daemon(settings, echo), shim(settings) as running:
        assert running.stdin
        assert running.stdout
        running.stdin.write("ক".encode())
        running.stdin.flush()
        assert os.read(running.stdout.fileno(), 10) == "ক".encode()
        running.communicate(timeout=20)


def test_a_connection_that_the_daemon_closes_after_exit_is_no_error(settings: Settings) -> None:
    with daemon(settings, hang_up), shim(settings) as running:
        assert running.stdin
        running.stdin.write(b"exit")
        running.stdin.flush()
        assert running.wait(20) == 0


def test_a_daemon_that_ends_is_an_error_in_both_languages(settings: Settings) -> None:
    def die(connection: socket.socket) -> None:
        connection.recv(1)
        socket_path(settings, "lsp").unlink()

    with daemon(settings, die), shim(settings) as running:
        assert running.stdin
        assert running.stderr
        running.stdin.write(b"anything")
        running.stdin.flush()
        assert running.wait(20) == 1
        told = running.stderr.read().decode()
    assert "daemon থেমে গেছে" in told
    assert "The daemon has ended" in told


def test_an_editor_that_reads_no_more_is_no_error(settings: Settings) -> None:
    with daemon(settings, echo), shim(settings) as running:
        assert running.stdin
        assert running.stdout
        running.stdout.close()
        running.stdin.write(b"anything")
        running.stdin.flush()
        assert running.wait(20) == 0


def test_a_wrong_setting_is_told_in_both_languages(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SYNERPRISE_IDLE_S", "soon")
    assert main([]) == 1
    told = capsys.readouterr().err
    assert "সেটিং ঠিক নেই" in told
    assert "A setting is wrong" in told


def test_a_folder_that_is_open_to_others_is_not_used(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.sockets.chmod(0o755)
    monkeypatch.setenv("SYNERPRISE_SOCKETS", str(settings.sockets))
    assert main([]) == 1
    assert "open to others" in capsys.readouterr().err


def test_arguments_that_are_not_known_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--port", "7"]) == 2
    assert "--port 7" in capsys.readouterr().err
