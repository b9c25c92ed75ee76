"""The kernel's calls for which Python has no function, through ctypes."""

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager

LIBC = ctypes.CDLL(None, use_errno=True)

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_SET_CHILD_SUBREAPER = 36
PR_SET_NO_NEW_PRIVS = 38

M_ARENA_MAX = -8
CAPABILITY_VERSION_3 = 0x20080522


def call(name: str, *arguments: object) -> int:
    """Call a function of libc; raise `OSError` with its name when it fails."""
    result = int(getattr(LIBC, name)(*(_as_c(argument) for argument in arguments)))
    if result == -1:
        number = ctypes.get_errno()
        raise OSError(number, f"{name}: {os.strerror(number)}")
    return result


@contextmanager
def named(wall: str) -> Iterator[None]:
    """Put the name of a wall before what could not be done."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, f"{wall}: {error.strerror}") from error


def _as_c(argument: object) -> object:
    """A whole register for each number: an int of Python would leave its upper half open."""
    return ctypes.c_long(argument) if isinstance(argument, int) else argument


def prctl(option: int, value: int) -> None:
    call("prctl", option, value, 0, 0, 0)


def drop_capabilities() -> None:
    """Give up what a new user namespace, or root, has granted."""
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION_3, 0)
    none = (ctypes.c_uint32 * 6)()
    call("capset", header, none)


def use_one_arena() -> None:
    """Keep glibc from reserving 64 MB of address space, which is limited, for each thread."""
    if hasattr(LIBC, "mallopt"):  # musl has none, and no arenas
        LIBC.mallopt(M_ARENA_MAX, 1)
