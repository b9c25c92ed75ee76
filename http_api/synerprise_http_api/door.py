"""Open the HTTP door: listen while the daemon lives, on loopback unless it was told otherwise."""

import ipaddress
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog
from aiohttp import web

from synerprise_daemon.doors import House
from synerprise_http_api.app import build_app
from synerprise_http_api.refusals import PortTaken

LAST_ANSWERS_S = 5.0  # how long requests that are being answered hold the door at the end
log = structlog.get_logger(__name__)

_protocol_log = logging.getLogger(__name__ + ".protocol")
_protocol_log.disabled = True  # it would quote what a broken client sent, prompts among it


@asynccontextmanager
async def open_door(house: House) -> AsyncIterator[None]:
    """Listen on the host and port of the settings; raise PortTaken when that cannot be."""
    host, port = house.settings.http_host, house.settings.http_port
    runner = web.AppRunner(
        build_app(house),
        access_log=None,
        handler_cancellation=True,  # a client that gives up leaves the batch
        logger=_protocol_log,
        shutdown_timeout=LAST_ANSWERS_S,
    )
    await runner.setup()
    try:
        await _listen(runner, host, port)
        yield
    finally:
        await runner.cleanup()


async def _listen(runner: web.AppRunner, host: str, port: int) -> None:
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:
        raise PortTaken(host, port) from error
    if not is_loopback(host):
        log.warning("http_open_to_others", host=host, port=port)
    log.info("http_open", addresses=[f"{at[0]}:{at[1]}" for at in runner.addresses])


def is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
