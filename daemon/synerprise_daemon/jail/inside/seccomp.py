"""The seccomp filter: the system calls that a program may make; all others are refused.

The filter is assembled here, instruction by instruction, as ``linux/filter.h`` describes them.
Whatever is not allowed fails with EPERM, so a program meets a plain `PermissionError`; only calls
by another machine's numbers, which no compiler makes by accident, kill it.
"""

import ctypes
import errno
import platform
import struct
from collections.abc import Sequence

from synerprise_daemon.jail.inside.kernel import call
from synerprise_daemon.jail.inside.syscalls import (
    ALWAYS,
    IN_A_PRIVATE_ROOT,
    WITH_CONDITIONS,
    Numbers,
)

Code = list[bytes]
INSTRUCTION = struct.Struct("=HBBI")  # operation, steps if true, steps if false, value

LOAD, JUMP_IF_EQUAL, JUMP_IF_AT_LEAST, JUMP_IF_ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
KILL, REFUSE, ALLOW = 0x80000000, 0x00050000, 0x7FFF0000
NUMBER_AT, MACHINE_AT, ARGUMENTS_AT = 0, 4, 16  # in struct seccomp_data

MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
"""Which column of the tables, and the kernel's name of the machine."""
X32 = 0x40000000  # the other set of numbers that an x86_64 kernel may understand

SET_MODE_FILTER = 1
FIRST_PROCESS = 1
SECCOMP_NUMBER: Numbers = (317, 277)

CLONE_THREAD = 0x10000
AF_UNIX = 1
SOCK_STREAM, SOCK_CLOEXEC, SOCK_NONBLOCK = 1, 0o2000000, 0o4000
DUPLICATE, FLAGS, LOCKS, DUPLICATE_CLOEXEC = (0,), (1, 2, 3, 4), (5, 6, 7), (1030,)
# No F_SETOWN and F_SETSIG: they make the kernel send a signal of choice to a process of choice.
FCNTL = (*DUPLICATE, *FLAGS, *LOCKS, *DUPLICATE_CLOEXEC)
# TCGETS, TIOCGWINSZ, FIONREAD, FIONBIO (asyncio), FIONCLEX, FIOCLEX; above all no TIOCSTI.
IOCTL = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("code", ctypes.c_char_p))


def restrict(code: bytes) -> None:
    """Put an assembled filter on this process and its threads, for good; needs no_new_privs."""
    column, _ = MACHINES[platform.machine()]
    program = _Program(len(code) // INSTRUCTION.size, code)
    call("syscall", SECCOMP_NUMBER[column] or 0, SET_MODE_FILTER, 0, ctypes.byref(program))


def assemble(machine: str, *, private_root: bool) -> bytes:
    """The filter for a machine; raises `KeyError` for one that is not known.

    With a private root, the process is the first of its own namespace and has the number 1.
    """
    column, name = MACHINES[machine]
    code: Code = [
        *_load(MACHINE_AT),
        _jump(JUMP_IF_EQUAL, name, 1, 0),
        *_return(KILL),
        *_load(NUMBER_AT),
    ]
    if machine == "x86_64":
        code += [_jump(JUMP_IF_AT_LEAST, X32, 0, 1), *_return(KILL)]
    plain = {**ALWAYS, **(IN_A_PRIVATE_ROOT if private_root else {})}
    conditions = _conditions([FIRST_PROCESS] if private_root else [])
    for call_name, numbers in {**plain, **WITH_CONDITIONS}.items():
        number = numbers[column]
        body = [*conditions.get(call_name, []), *_return(ALLOW)]
        if number is not None:
            code += [_jump(JUMP_IF_EQUAL, number, 0, len(body)), *body]
    return b"".join([*code, *_return(REFUSE | errno.EPERM)])


def _conditions(myself: list[int]) -> dict[str, Code]:
    """What must hold of the arguments of a call: code that goes on, or refuses."""
    streams = [SOCK_STREAM | more for more in (0, SOCK_CLOEXEC, SOCK_NONBLOCK)]
    streams += [SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK]
    return {
        # Threads, but no processes. The newer call hides its flags behind a pointer that a filter
        # cannot follow; told that it is not there, libc takes the older.
        "clone": _any_bit(0, CLONE_THREAD),
        "clone3": _return(REFUSE | errno.ENOSYS),
        "fcntl": _only(1, FCNTL),
        "ioctl": _only(1, IOCTL),
        "kill": _only(0, myself),
        "prlimit64": [*_only(0, [0, *myself]), *_null(2)],  # may be read, not set
        "sendto": _null(4),  # along a pair that is there, never to an address
        # asyncio talks to itself through a pair; no other socket is ever made.
        "socketpair": [*_only(0, [AF_UNIX]), *_only(1, streams)],
        "tgkill": _only(0, myself),
    }


def _instruction(operation: int, value: int, true: int = 0, false: int = 0) -> bytes:
    return INSTRUCTION.pack(operation, true, false, value)


def _load(offset: int) -> Code:
    return [_instruction(LOAD, offset)]


def _return(action: int) -> Code:
    return [_instruction(RETURN, action)]


def _jump(operation: int, value: int, true: int, false: int) -> bytes:
    return _instruction(operation, value, true, false)


def _argument(index: int, *, upper: bool = False) -> Code:
    """Load the lower or the upper half of an argument; both machines keep the lower first."""
    return _load(ARGUMENTS_AT + 8 * index + (4 if upper else 0))


def _only(index: int, values: Sequence[int]) -> Code:
    """Go on if an argument, of 32 bits, is one of the values."""
    left = range(len(values), 0, -1)
    tests = [_jump(JUMP_IF_EQUAL, value, rest, 0) for value, rest in zip(values, left, strict=True)]
    return [*_argument(index), *tests, *_return(REFUSE | errno.EPERM)]


def _null(index: int) -> Code:
    """Go on if an argument, a pointer, is null."""
    refuse = _return(REFUSE | errno.EPERM)
    is_zero = [_jump(JUMP_IF_EQUAL, 0, 1, 0), *refuse]
    return [*_argument(index), *is_zero, *_argument(index, upper=True), *is_zero]


def _any_bit(index: int, bits: int) -> Code:
    """Go on if an argument has one of the bits."""
    refuse = _return(REFUSE | errno.EPERM)
    return [*_argument(index), _jump(JUMP_IF_ANY_BIT, bits, 1, 0), *refuse]
