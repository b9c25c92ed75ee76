"""Tell an answer event by event, as server-sent events."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from aiohttp import web

from synerprise_http_api.envelope import as_bytes

Event = tuple[str, dict[str, Any]]
"""Its name, and what it carries."""


def events_of(candidates: Sequence[dict[str, Any]], envelope: dict[str, Any]) -> Iterator[Event]:
    """Give each candidate its event, best first; the envelope ends them."""
    for candidate in candidates:
        yield "candidate", candidate
    yield "done", envelope


async def send(request: web.Request, events: Iterator[Event]) -> web.StreamResponse:
    response = web.StreamResponse()
    response.content_type, response.charset = "text/event-stream", "utf-8"
    with suppress(ConnectionResetError):  # whoever goes away misses the rest
        await response.prepare(request)
        for event in events:
            await response.write(as_line_block(*event))
        await response.write_eof()
    return response


def as_line_block(name: str, fields: dict[str, Any]) -> bytes:
    """Write an event; JSON spells line ends as escapes, so that its data are one line."""
    return b"event: %s\ndata: %s\n\n" % (name.encode(), as_bytes(fields))
