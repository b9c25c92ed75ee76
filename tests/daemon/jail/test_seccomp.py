"""The filter lets through what it must, and nothing else, on both machines."""

import errno
import re
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from synerprise_daemon.jail.inside import seccomp
from synerprise_daemon.jail.inside.syscalls import ALWAYS, IN_A_PRIVATE_ROOT, WITH_CONDITIONS

TABLE = {**ALWAYS, **IN_A_PRIVATE_ROOT, **WITH_CONDITIONS}
HEADERS = {
    0: Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h"),
    1: Path("/usr/include/asm-generic/unistd.h"),
}
MACHINES = sorted(seccomp.MACHINES)
ALLOWED, REFUSED = seccomp.ALLOW, seccomp.REFUSE | errno.EPERM
on_both = pytest.mark.parametrize("machine", MACHINES)


def answer(machine: str, call: str, *arguments: int, private_root: bool = True) -> int:
    """What the filter says to a call: its instructions, followed as the kernel follows them."""
    column, name = seccomp.MACHINES[machine]
    number = TABLE[call][column]
    assert number is not None
    six = (*arguments, *[0] * 6)[:6]
    return run(machine, struct.pack("=IIQ6Q", number, name, 0, *six), private_root=private_root)


def run(machine: str, data: bytes, *, private_root: bool = True) -> int:
    code = seccomp.assemble(machine, private_root=private_root)
    lines = list(seccomp.INSTRUCTION.iter_unpack(code))
    at, loaded = 0, 0
    while True:
        operation, true, false, value = lines[at]
        at += 1
        if operation == seccomp.LOAD:
            (loaded,) = struct.unpack_from("=I", data, value)
        elif operation == seccomp.RETURN:
            return int(value)
        else:
            at += true if JUMPS[operation](loaded, value) else false


JUMPS: dict[int, Callable[[int, int], bool]] = {
    seccomp.JUMP_IF_EQUAL: lambda loaded, value: loaded == value,
    seccomp.JUMP_IF_AT_LEAST: lambda loaded, value: loaded >= value,
    seccomp.JUMP_IF_ANY_BIT: lambda loaded, value: bool(loaded & value),
}


@on_both
def test_ordinary_calls_are_allowed(machine: str) -> None:
    for call in ("read", "write", "openat", "futex", "unlinkat", "exit_group"):
        assert answer(machine, call) == ALLOWED


@on_both
@pytest.mark.parametrize(
    ("call", "arguments", "allowed"),
    [
        ("clone", (0x3D0F00,), True),
        ("clone", (17,), False),
        ("clone", (0x10000000 | 17,), False),
        ("kill", (1, 9), True),
        ("kill", (2, 9), False),
        ("kill", (0, 9), False),
        ("kill", (0xFFFFFFFF, 9), False),
        ("fcntl", (3, 1), True),
        ("fcntl", (3, 8), False),
        ("ioctl", (0, 0x5401), True),
        ("ioctl", (0, 0x5412), False),
        ("socketpair", (1, 1 | 0o2000000), True),
        ("socketpair", (1, 2), False),
        ("socketpair", (2, 1), False),
        ("sendto", (3, 1, 1, 0, 0), True),
        ("sendto", (3, 1, 1, 0, 7), False),
        ("sendto", (3, 1, 1, 0, 7 << 32), False),
        ("prlimit64", (0, 7, 0, 1), True),
        ("prlimit64", (0, 7, 1, 0), False),
        ("prlimit64", (77, 7, 0, 1), False),
    ],
)
def test_arguments_decide(
    machine: str, call: str, arguments: tuple[int, ...], allowed: bool
) -> None:
    assert answer(machine, call, *arguments) == (ALLOWED if allowed else REFUSED)


@on_both
def test_without_a_private_root_no_file_is_changed_and_nothing_is_signalled(machine: str) -> None:
    for call in ("unlinkat", "fchmodat", "truncate", "utimensat", "kill", "tgkill"):
        assert answer(machine, call, 1, private_root=False) == REFUSED


@on_both
def test_all_other_numbers_are_refused(machine: str) -> None:
    column, name = seccomp.MACHINES[machine]
    known = {numbers[column] for numbers in TABLE.values()}
    for number in set(range(600)) - known:
        assert run(machine, struct.pack("=IIQ6Q", number, name, 0, *[0] * 6)) == REFUSED


def test_numbers_of_another_machine_kill() -> None:
    for name, number in ((0x40000003, 1), (0xC00000B7, 0), (0xC000003E, 0x40000000)):
        data = struct.pack("=IIQ6Q", number, name, 0, *[0] * 6)
        assert run("x86_64", data) == seccomp.KILL


@pytest.mark.parametrize("column", HEADERS)
def test_the_numbers_are_those_of_the_kernels_headers(column: int) -> None:
    if not HEADERS[column].exists():
        pytest.skip("the headers are not installed")
    text = HEADERS[column].read_text("utf-8")
    known = dict(re.findall(r"#define __NR(?:3264)?_(\w+) (\d+)", text))
    known.setdefault("newfstatat", known.get("fstatat", ""))
    ours = {name: numbers[column] for name, numbers in TABLE.items() if numbers[column] is not None}
    assert {name: str(number) for name, number in ours.items()} == {
        name: known.get(name) for name in ours
    }
