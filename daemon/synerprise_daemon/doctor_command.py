"""`synerprise doctor`: tell what this machine can do, and why it cannot do more."""

import argparse
import asyncio

from synerprise_daemon.jail.jail import Jail
from synerprise_daemon.jail.level import Level, levels_from
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
    Level.WASI: ("প্রোগ্রাম wasmtime-এ চালানো হয়।", "Programs are run in wasmtime."),
    Level.NONE: (
        "এই কম্পিউটারে নিরাপদে প্রোগ্রাম চালানো যায় না, তাই চালানো হয় না।",
        "Programs cannot be run safely on this machine, so none is run.",
    ),
}


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    commands.add_parser("doctor", help="tell what this machine can do").set_defaults(run=run_doctor)


def run_doctor(_options: argparse.Namespace, settings: Settings) -> int:
    """Build the jail, prove it, and say which level stands; 1 when none does."""
    level, reasons = asyncio.run(_try_jail(levels_from(settings.weakest_jail)))
    bangla, english = SAID[level]
    print(f"{bangla} | {english}")
    for stronger, reason in reasons.items():
        print(f"  {stronger}: {reason}")
    return int(level is Level.NONE)


async def _try_jail(levels: tuple[Level, ...]) -> tuple[Level, dict[Level, str]]:
    jail = Jail(levels=levels, waiting=1)
    await jail.start()
    found = jail.level, jail.reasons
    await jail.close()
    return found
