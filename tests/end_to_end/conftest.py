"""The `synerprise` command with a daemon, sockets and logs of its own."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

FACTORIAL = "amar jonno ekta function likho ja factorial return kore"


@dataclass(frozen=True, slots=True)
class Synerprise:
    """Run the command line with settings of its own."""

    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        own = {"SYNERPRISE_SOCKETS": str(self.folder / "run"), "HOME": str(self.folder)}
        ambient = {k: v for k, v in os.environ.items() if not k.startswith(("SYNERPRISE_", "XDG_"))}
        return ambient | own

    @property
    def log(self) -> Path:
        return self.folder / ".local/state/synerprise/daemon.log"

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "synerprise_daemon.main", *arguments]

    def run(self, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*arguments),
            env=self.environment,
            input=given,
            capture_output=True,
            encoding="utf-8",
            timeout=200,
            check=False,
        )


@pytest.fixture(scope="session")
def synerprise() -> Iterator[Synerprise]:
    """A short folder, since the path of a socket has about a hundred letters at most."""
    with tempfile.TemporaryDirectory(prefix="syn") as folder:
        program = Synerprise(Path(folder))
        yield program
        program.run("stop")
