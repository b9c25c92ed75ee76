"""pygls' protocol, made fit for many connections in one process.

pygls 2.1 serves one editor in a process of its own. Each override says what it would do here.
"""

import threading
from collections.abc import Callable, Generator
from concurrent.futures import Future
from functools import cache
from typing import Any

from cattrs import Converter
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, default_converter, lsp_method

from synerprise_lsp.documents import Documents

MsgId = int | str


@cache
def shared_converter() -> Converter:
    """One for all connections: each would take 20 ms to make and keep a megabyte."""
    converter: Converter = default_converter()  # type: ignore[no-untyped-call]  # as pygls has it
    return converter


class Protocol(LanguageServerProtocol):
    """One connection."""

    documents: Documents

    def __init__(self, server: LanguageServer, converter: Converter) -> None:
        super().__init__(server, converter)
        self.ended = threading.Event()

    def keep_documents(self) -> None:
        """Put our documents in the place of pygls' own, once the encoding is negotiated."""
        self._workspace = self.documents = Documents(self.workspace.position_encoding)

    def leave(self) -> None:
        """Give up what was asked and not answered; say nothing more."""
        self.writer = None
        for future in list(self._request_futures.values()):
            future.cancel()

    @lsp_method(types.EXIT)
    def lsp_exit(self, *_args: Any) -> Generator[Any, Any, None]:
        """It would call `sys.exit`, and so end the daemon for all."""
        self.ended.set()
        yield from ()

    # The next two are `lru_cache`s on methods, which would keep closed connections in memory.

    def get_message_type(self, method: str) -> type[Any] | None:  # type: ignore[override]
        return types.METHOD_TO_TYPES.get(method, (None, None))[0]

    def get_result_type(self, method: str) -> type[Any] | None:  # type: ignore[override]
        return types.METHOD_TO_TYPES.get(method, (None, None))[1]

    def structure_message(self, data: dict[str, Any]) -> Any:
        """It would leave a request whose parameters are wrong without an answer."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if "method" in data and "id" in data:
                self._send_response(data["id"], error=error.to_response_error())
            raise

    def _execute_handler(
        self,
        msg_id: MsgId,
        handler: Callable[..., Any],
        callback: Callable[["Future[Any]"], None],
        args: tuple[Any, ...] | None = None,
        kwargs: dict[str, Any] | None = None,
    ) -> None:
        """It would keep a future of every notification, that is of every key that is pressed."""
        super()._execute_handler(msg_id, handler, callback, args, kwargs)
        if future := self._request_futures.get(msg_id):
            future.add_done_callback(lambda _done: self._request_futures.pop(msg_id, None))

    def _handle_response(
        self, msg_id: MsgId, result: Any = None, error: types.ResponseError | None = None
    ) -> None:
        """It would raise `InvalidStateError` when nobody waits for this response any more."""
        future = self._request_futures.get(msg_id)
        if future and future.done():
            del self._request_futures[msg_id]
        else:
            super()._handle_response(msg_id, result, error)
