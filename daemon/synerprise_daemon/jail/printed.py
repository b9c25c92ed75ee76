"""What a program prints: gathered as it comes, up to a limit."""

import asyncio
import os
from collections.abc import Callable

PIECE = 65536  # bytes; a pipe holds as many


class Printed:
    """Reads a pipe while it is open; calls once when more came than may."""

    def __init__(self, pipe: int, most: int, flooded: Callable[[], None]) -> None:
        self.too_much = False
        self._pipe, self._most, self._flooded = pipe, most, flooded
        self._bytes = bytearray()
        self._loop = asyncio.get_running_loop()
        os.set_blocking(pipe, False)
        self._loop.add_reader(pipe, self.read)

    def read(self) -> None:
        """Take what is there now."""
        try:
            while piece := os.read(self._pipe, PIECE):
                self._bytes += piece[: self._most + 1 - len(self._bytes)]
                if len(self._bytes) > self._most:
                    self._overflow()
                    return
        except BlockingIOError:
            return
        self._loop.remove_reader(self._pipe)

    def text(self) -> str:
        self.read()
        return self._bytes[: self._most].decode("utf-8", "replace")

    def close(self) -> None:
        """Read no more; the pipe is closed by whoever has opened it."""
        self._loop.remove_reader(self._pipe)

    def _overflow(self) -> None:
        if not self.too_much:
            self.too_much = True
            self._loop.remove_reader(self._pipe)
            self._flooded()
