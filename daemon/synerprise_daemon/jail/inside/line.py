"""A worker's end of its line, and what is typed there, as the fork-server arranges them."""

import io
import os
import socket
from typing import TextIO


class SocketLine:
    """Speaks over a socket that keeps messages apart."""

    def __init__(self, line: socket.socket, longest: int) -> None:
        self._line, self._longest = line, longest

    def hear(self) -> bytes:
        return self._line.recv(self._longest)

    def tell(self, message: bytes) -> None:
        self._line.send(message)

    def typed(self, text: str) -> TextIO:
        """Standard input with the text in it; descriptor 0 is an empty file in memory so far."""
        os.write(0, text.encode("utf-8", "surrogatepass"))
        os.lseek(0, 0, os.SEEK_SET)
        return io.TextIOWrapper(open(0, "rb", closefd=False), "utf-8", "surrogateescape")
