"""Landlock: which files a process may open, whatever else it may do.

Constants and structures are those of ``linux/landlock.h``. Rights that the running kernel does not
know are left out; what they would guard is guarded by the seccomp filter as well.
"""

import contextlib
import ctypes
import os
from collections.abc import Iterable

from synerprise_daemon.jail.inside.kernel import call

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446  # the same on every machine
ASK_VERSION = 1
PATH_BENEATH = 1

WRITE_FILE, READ_FILE, READ_DIR = 1 << 1, 1 << 2, 1 << 3
REMOVE_DIR, REMOVE_FILE, MAKE_DIR, MAKE_FILE = 1 << 4, 1 << 5, 1 << 7, 1 << 8
REFER, TRUNCATE = 1 << 13, 1 << 14
READ = READ_FILE | READ_DIR
FILE = READ_FILE | WRITE_FILE
WRITE = READ | WRITE_FILE | REMOVE_DIR | REMOVE_FILE | MAKE_DIR | MAKE_FILE | REFER | TRUNCATE

RIGHTS_OF_VERSION = {1: 13, 2: 14, 3: 15, 4: 15}
RIGHTS_NOW = 16
TCP = 0b11  # bind and connect
SIGNALS_AND_ABSTRACT_SOCKETS = 0b11
FIRST_WITH_TCP, FIRST_WITH_SCOPES = 4, 6


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("net", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


class _PathBeneath(ctypes.Structure):
    _pack_ = 1
    _layout_ = "ms"  # the only one that can be packed; Python 3.13 and later ask for its name
    _fields_ = (("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32))


def version() -> int:
    """The kernel's version of Landlock; raises `OSError` when it has none."""
    return call("syscall", CREATE_RULESET, None, 0, ASK_VERSION)


def restrict(readable: Iterable[str], writable: Iterable[str] = ()) -> None:
    """Allow reading below some paths and writing below others, and nothing else, for good."""
    known = version()
    files = (1 << RIGHTS_OF_VERSION.get(known, RIGHTS_NOW)) - 1
    ruleset = _Ruleset(
        files,
        TCP if known >= FIRST_WITH_TCP else 0,
        SIGNALS_AND_ABSTRACT_SOCKETS if known >= FIRST_WITH_SCOPES else 0,
    )
    size = 24 if known >= FIRST_WITH_SCOPES else 16 if known >= FIRST_WITH_TCP else 8
    rules = call("syscall", CREATE_RULESET, ctypes.byref(ruleset), size, 0)
    for path in readable:  # one that this user cannot reach needs no rule
        with contextlib.suppress(FileNotFoundError, PermissionError):
            _allow(rules, path, READ & files)
    for path in writable:
        _allow(rules, path, WRITE & files)
    with contextlib.suppress(FileNotFoundError):
        _allow(rules, os.devnull, FILE)
    call("syscall", RESTRICT_SELF, rules, 0)
    os.close(rules)


def _allow(rules: int, path: str, rights: int) -> None:
    folder = os.open(path, os.O_PATH | os.O_CLOEXEC)
    rule = _PathBeneath(rights, folder)
    call("syscall", ADD_RULE, rules, PATH_BENEATH, ctypes.byref(rule), 0)
    os.close(folder)
