"""`synerprise serve | status | stop`: run the daemon, look at it, end it."""

import argparse
import asyncio
import json
import signal
from contextlib import AsyncExitStack

import structlog

from synerprise_daemon import life
from synerprise_daemon.check import Checker
from synerprise_daemon.client import status
from synerprise_daemon.control import open_control
from synerprise_daemon.doors import House, find_door
from synerprise_daemon.errors import DaemonRunning
from synerprise_daemon.jail.jail import Jail
from synerprise_daemon.jail.level import levels_from
from synerprise_daemon.jail.wasi.artefact import Artefact
from synerprise_daemon.logs import set_up_logs
from synerprise_daemon.presence import Presence
from synerprise_daemon.service import GenerationService, load_translator
from synerprise_daemon.settings import Settings

log = structlog.get_logger(__name__)


def add_parsers(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    serve = commands.add_parser("serve", help="run the daemon in the foreground")
    serve.add_argument("--http", action="store_true", help="open the HTTP door, and never idle")
    serve.add_argument(
        "--if-needed", action="store_true", help="end quietly when a daemon runs already"
    )
    serve.set_defaults(run=run_serve)
    commands.add_parser("status", help="tell how the daemon is").set_defaults(run=run_status)
    commands.add_parser("stop", help="end the daemon").set_defaults(run=run_stop)


def run_serve(options: argparse.Namespace, settings: Settings) -> int:
    set_up_logs(settings.log_level)
    try:
        with life.held_lock(settings):
            asyncio.run(serve(settings, ("lsp", "http") if options.http else ("lsp",)))
    except DaemonRunning:
        if not options.if_needed:
            raise
    return 0


def run_status(_options: argparse.Namespace, settings: Settings) -> int:
    """Print what the daemon says of itself; 3 when there is none, as service managers do."""
    told = status(settings)
    if told is None:
        print("daemon চলছে না। | The daemon does not run.")
        return 3
    print(json.dumps({**told, **(life.holder(settings) or {})}, ensure_ascii=False))
    return 0


def run_stop(_options: argparse.Namespace, settings: Settings) -> int:
    if life.holder(settings) is None:
        print("daemon চলছে না। | The daemon does not run.")
        return 0
    if life.end(settings):
        return 0
    print("daemon থামছে না। | The daemon does not end.")
    return 1


async def serve(settings: Settings, doors: tuple[str, ...]) -> None:
    """Open the doors, load the model, and end when told to, or when nobody came for a while."""
    artefact = Artefact(settings.data)
    jail = Jail(levels=levels_from(settings.weakest_jail), artefact=artefact)
    service = GenerationService(load_translator, settings, Checker(jail))
    house = House(service, settings, Presence())
    told_to_end = asyncio.Event()
    loop = asyncio.get_running_loop()
    for told in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(told, told_to_end.set)
    async with AsyncExitStack() as opened:
        opened.callback(service.close)
        opened.push_async_callback(jail.close)
        await opened.enter_async_context(open_control(house))
        for name in doors:
            await opened.enter_async_context(find_door(name)(house))
        log.info("daemon_open", doors=doors, sockets=str(settings.sockets))
        service.start()
        await jail.start()
        log.info("jail_ready", jail=jail.level, reasons=jail.reasons)
        await _until_the_end(house, told_to_end, forever="http" in doors)
        log.info("daemon_ends", told=told_to_end.is_set())


async def _until_the_end(house: House, told_to_end: asyncio.Event, *, forever: bool) -> None:
    ways: list[asyncio.Future[object]] = [asyncio.ensure_future(told_to_end.wait())]
    if not forever:
        idle_s = house.settings.idle_s
        ways.append(asyncio.ensure_future(house.presence.abandoned(idle_s)))
    await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
    for way in ways:
        way.cancel()
