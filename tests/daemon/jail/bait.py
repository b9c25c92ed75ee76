"""What attacks are after: a secret, sockets that listen, a victim; and whether it was reached."""

import os
import secrets
import shutil
import signal
import socket
import stat
import subprocess
import tempfile
from pathlib import Path
from string import Template
from typing import Any

NOBODY = 65534


class Bait:
    """Everything is in sight of an ordinary process of the user whom the attacks run as."""

    def __init__(self) -> None:
        self.token = secrets.token_hex(16)
        os.environ["SYNERPRISE_TEST_TOKEN"] = self.token
        self.folder = Path(tempfile.mkdtemp(prefix="bait"))
        self.secret = self.folder / "secret"
        self.secret.write_text(self.token)
        self.folder.chmod(0o777)
        self.secret.chmod(0o666)
        self._sockets = self._listen()
        # Root's attacks run as nobody, so their victim is nobody's; others are of one user anyway.
        nobody = NOBODY if os.getuid() == 0 else None
        self._victim = subprocess.Popen(
            ["sleep", "600"],
            env={**os.environ, "TOKEN": self.token},
            user=nobody,
            group=nobody,
        )
        self._state = self._seen()

    def fill(self, code: str) -> str:
        """The code with `$NAMES` replaced by what they stand for."""
        return Template(code).safe_substitute(self._names)

    def touched(self) -> list[str]:
        """What has been read, changed, reached or killed, by name."""
        state = Path(f"/proc/{self._victim.pid}/stat").read_text("utf-8").rsplit(")", 1)[1]
        found = ["victim"] if self._victim.poll() is not None or state.split()[0] in "TtZ" else []
        found += ["folder or secret"] if self._seen() != self._state else []
        return found + [name for name, one in self._sockets.items() if _reached(one)]

    def close(self) -> None:
        self._victim.send_signal(signal.SIGKILL)
        self._victim.wait()
        for one in self._sockets.values():
            one.close()
        shutil.rmtree(self.folder)

    def _listen(self) -> dict[str, socket.socket]:
        made: dict[str, tuple[socket.AddressFamily, socket.SocketKind, Any]] = {
            "TCP": (socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 0)),
            "UDP": (socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", 0)),
            "UNIX": (socket.AF_UNIX, socket.SOCK_STREAM, str(self.folder / "unix")),
            "DATAGRAM": (socket.AF_UNIX, socket.SOCK_DGRAM, str(self.folder / "datagram")),
            "ABSTRACT": (socket.AF_UNIX, socket.SOCK_STREAM, f"\0bait-{os.getpid()}"),
        }
        listening = {}
        for name, (family, kind, where) in made.items():
            listening[name] = socket.socket(family, kind)
            listening[name].bind(where)
            listening[name].setblocking(False)
            if kind == socket.SOCK_STREAM:
                listening[name].listen()
        for path in self.folder.iterdir():
            path.chmod(0o777)
        return listening

    @property
    def _names(self) -> dict[str, object]:
        ports = {name: self._sockets[name].getsockname()[1] for name in ("TCP", "UDP")}
        return {
            **ports,
            "UNIX": self.folder / "unix",
            "DATAGRAM": self.folder / "datagram",
            "ABSTRACT": f"bait-{os.getpid()}",
            "FOLDER": self.folder,
            "SECRET": self.secret,
            "TOKEN": self.token,
            "VICTIM": self._victim.pid,
            "DAEMON": os.getpid(),
        }

    def _seen(self) -> list[tuple[object, ...]]:
        paths = [self.folder, *sorted(self.folder.iterdir())]
        seen = [(path.name, path.stat()) for path in paths]
        facts = [
            (name, s.st_mode, s.st_uid, s.st_nlink, s.st_size, s.st_mtime_ns) for name, s in seen
        ]
        return [*facts, (self.secret.read_text(),), (stat.S_IMODE(self.secret.stat().st_mode),)]


def _reached(listening: socket.socket) -> bool:
    try:
        if listening.type == socket.SOCK_STREAM:
            listening.accept()
        else:
            listening.recv(1)
    except BlockingIOError:
        return False
    return True
