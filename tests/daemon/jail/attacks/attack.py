"""An attack: a program, and how it may end."""

from dataclasses import dataclass

GOT_IN = "GOT IN"
"""What a program prints when it has done what it must not be able to do."""
ANY = "finished raised timed_out out_of_memory too_much_output crashed killed"

CALLS = """
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
X86 = os.uname().machine == "x86_64"

def call(x86, arm, *arguments):
    number = x86 if X86 else arm
    return libc.syscall(number, *(ctypes.c_long(a) if isinstance(a, int) else a for a in arguments))
"""
"""Any system call, by its numbers on both machines."""


@dataclass(frozen=True, slots=True)
class Attack:
    """A program that tries something; `$NAMES` in it are filled with those of the bait."""

    name: str
    code: str
    ends: str = ANY
    """In which ways it may end; with all others it was not stopped."""
    checks: tuple[str, ...] = ()
    """None of an attack's checks may be proved."""


def by_calls(name: str, code: str) -> Attack:
    """An attack that makes system calls itself."""
    return Attack(name, CALLS + code)


def got_in_if(name: str, *lines: str) -> Attack:
    """System calls, the last of which must not succeed."""
    *before, last = lines
    code = "\n".join([*before, f"if ({last}) not in (-1, None): print('{GOT_IN}')"])
    return by_calls(name, code)
