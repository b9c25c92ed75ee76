"""The worker within WebAssembly: what CPython for WASI is given to run.

Descriptor 0 is the line from the daemon, 2 the line to it, 1 what is printed.
"""

import io
import os
import sys
import time
from typing import Any, SupportsIndex, TextIO

from synerprise_daemon.jail.inside.program import serve
from synerprise_daemon.jail.inside.spoken import BEGINS, ENDS
from synerprise_daemon.jail.limits import Limits

LINE_IN, LINE_OUT = 0, 2
DEEPEST = 1000  # calls, as CPython has it elsewhere; this build says 600


class StreamLine:
    """Speaks over the two streams."""

    def __init__(self) -> None:
        self._heard = open(LINE_IN, "rb", closefd=False)  # noqa: SIM115  as long as the process

    def hear(self) -> bytes:
        return self._heard.readline()

    def tell(self, message: bytes) -> None:
        left = BEGINS + message + ENDS
        while left:
            left = left[os.write(LINE_OUT, left) :]

    def typed(self, text: str) -> TextIO:
        data = text.encode("utf-8", "surrogatepass")
        return io.TextIOWrapper(io.BytesIO(data), "utf-8", "surrogateescape")


class Nowhere(io.TextIOBase):
    """Standard error: the descriptor is the line, so what a program writes there is dropped."""

    def write(self, text: str) -> int:
        return len(text)


def wait(seconds: float | SupportsIndex) -> None:
    """What `time.sleep` does here: this build has none, and ends when it is asked to sleep."""
    length = float(seconds)
    if length < 0:
        raise ValueError("sleep length must be non-negative")
    until = time.monotonic() + length
    while time.monotonic() < until:
        pass


def main(limits: dict[str, Any]) -> None:
    """Serve the daemon until it is gone."""
    os.environ.clear()
    sys.argv = ["program.py"]
    sys.stderr = Nowhere()
    time.sleep = wait
    sys.setrecursionlimit(DEEPEST)
    line = StreamLine()
    line.tell(b'{"ready": "wasi"}')
    serve(line, Limits(**limits))
