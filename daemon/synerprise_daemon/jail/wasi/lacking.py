"""What CPython for WASI lacks, so that a program that needs it is not told to be wrong."""

import os
import re
import signal
import socket
import sys
from collections.abc import Iterator

from synerprise_daemon.jail.outcome import CheckEnd, CheckOutcome, End, Outcome, ProgramError
from synerprise_daemon.jail.wasi import LACKING

NO_MODULE = re.compile(r"No module named '(\w+)")
NO_NAME = re.compile(r"module '(\w+)' has no attribute '(\w+)'")
NO_IMPORT = re.compile(r"cannot import name '(\w+)' from '(\w+)'")
HERE = {"os": os, "signal": signal, "socket": socket}
"""Modules of which it has less than is here."""
NEVER = ("can't start new thread", "No time zone found with key", "[Errno 44]", "[Errno 58]")
"""Words of errors that only it raises: for threads, zones of time, files, and what asyncio needs.

The numbers are WASI's own; those of other systems mean something else.
"""
TRAPPED = f"status {-LACKING}"
"""The interpreter came to a call, or a depth of its stack, that it has not."""


def told_fairly(outcome: Outcome) -> Outcome:
    """The outcome; or, if the program needs what is not there, word that it cannot be run here."""
    lacked = next((error for error in _errors(outcome) if _is_for_want(error)), None)
    if lacked is None and not (outcome.end is End.CRASHED and outcome.reason == TRAPPED):
        return outcome
    why = lacked.message if lacked else "a call of the system, or room for its recursion"
    return Outcome(
        End.UNAVAILABLE,
        checks=tuple(CheckOutcome(check.check, CheckEnd.UNREACHED) for check in outcome.checks),
        elapsed_ms=outcome.elapsed_ms,
        reason=f"CPython for WASI lacks what it needs: {why}",
    )


def _errors(outcome: Outcome) -> Iterator[ProgramError]:
    for error in (outcome.error, *(check.error for check in outcome.checks)):
        if error:
            yield error


def _is_for_want(error: ProgramError) -> bool:
    if found := NO_MODULE.match(error.message):
        return found[1] in sys.stdlib_module_names
    if found := NO_NAME.match(error.message):
        return hasattr(HERE.get(found[1]), found[2])
    if found := NO_IMPORT.match(error.message):
        return hasattr(HERE.get(found[2]), found[1])
    return any(words in error.message for words in NEVER)
