"""The daemon's end of the line to a worker: one message at a time, each of its own length."""

import asyncio
import socket
from typing import Protocol

from synerprise_daemon.jail.errors import WorkerGone
from synerprise_daemon.jail.inside.spoken import BEGINS, ENDS

PIECE = 65536  # bytes


class Line(Protocol):
    """What messages go over; both ways raise `WorkerGone` when nobody is at the other end."""

    async def tell(self, message: bytes) -> None: ...

    async def hear(self, most: int) -> bytes:
        """The next message; what is longer than so many bytes is cut, and so is no message."""
        ...

    def close(self) -> None: ...


class PacketLine:
    """A socket that keeps messages apart by itself."""

    def __init__(self, line: socket.socket) -> None:
        line.setblocking(False)  # noqa: FBT003  the socket's own way
        self._line = line

    async def tell(self, message: bytes) -> None:
        try:
            await asyncio.get_running_loop().sock_sendall(self._line, message)
        except OSError as error:
            raise WorkerGone(str(error)) from error

    async def hear(self, most: int) -> bytes:
        try:
            data = await asyncio.get_running_loop().sock_recv(self._line, most)
        except OSError as error:
            raise WorkerGone(str(error)) from error
        if not data:
            raise WorkerGone("its line is closed")
        return data

    def close(self) -> None:
        self._line.close()


class StreamLine:
    """A socket that is the standard input and the standard error of whoever is at its other end.

    What is written to the error output by others, such as the last words of an interpreter, is
    passed over, up to the length of one message.
    """

    def __init__(self, line: socket.socket) -> None:
        self._line = PacketLine(line)
        self._heard = b""

    async def tell(self, message: bytes) -> None:
        await self._line.tell(message + ENDS)

    async def hear(self, most: int) -> bytes:
        passed_over = 0
        while True:
            before, begins, after = self._heard.partition(BEGINS)
            passed_over += len(before)
            message, ends, left = after.partition(ENDS)
            self._heard = left if ends else begins + after
            if ends or passed_over + len(after) >= most:
                return message
            self._heard += await self._line.hear(PIECE)

    def close(self) -> None:
        self._line.close()
