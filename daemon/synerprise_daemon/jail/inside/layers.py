"""All layers of a level, put on a worker one after the other; what fails ends the worker."""

import os
import platform
import resource
from contextlib import suppress
from dataclasses import dataclass

from synerprise_daemon.jail.inside import kernel, landlock, private_root, seccomp
from synerprise_daemon.jail.inside.namespaces import Identity, LaterUsers, become_nobody
from synerprise_daemon.jail.level import Level
from synerprise_daemon.jail.limits import Limits

SIGKILL = 9
FIRST_TO_GO = b"1000"  # when memory runs out, the kernel ends a worker before anything else


@dataclass(frozen=True, slots=True)
class Walls:
    """All that can be prepared once for every worker: what is made later is memory of each."""

    level: Level
    limits: Limits
    identity: Identity
    readable: list[str]
    filter: bytes

    @classmethod
    def of(cls, level: Level, limits: Limits) -> "Walls":
        code = seccomp.assemble(platform.machine(), private_root=level is Level.FULL)
        paths = private_root.readable_paths()
        return cls(level, limits, Identity.of_this_process(), paths, code)


def shut_in(walls: Walls) -> None:
    """Put this process behind all layers, for good.

    Raises `OSError` when one cannot be put up; the worker must not be used then.
    """
    _offer_to_die_first()
    if walls.level is Level.FULL:
        with kernel.named("private root"):
            _move_out(walls)
    elif walls.identity.is_root:
        with kernel.named("giving up root"):
            become_nobody()
    # After the change of identity, which would clear it.
    kernel.prctl(kernel.PR_SET_PDEATHSIG, SIGKILL)
    kernel.prctl(kernel.PR_SET_DUMPABLE, 0)
    kernel.drop_capabilities()
    _limit(walls.level, walls.limits)
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
    writable = [private_root.FOLDER] if walls.level is Level.FULL else []
    with kernel.named("Landlock"):
        landlock.restrict(walls.readable, writable)
    with kernel.named("seccomp"):
        seccomp.restrict(walls.filter)


def _move_out(walls: Walls) -> None:
    if not walls.identity.is_root:
        private_root.build(walls.readable, walls.limits)
        return
    users = LaterUsers()
    private_root.build(walls.readable, walls.limits)
    users.enter()


def _offer_to_die_first() -> None:
    with suppress(OSError):  # some containers hide it; the other limits stand
        file = os.open("/proc/self/oom_score_adj", os.O_WRONLY | os.O_CLOEXEC)
        os.write(file, FIRST_TO_GO)
        os.close(file)


def _limit(level: Level, limits: Limits) -> None:
    """The kernel's own limits: a second line for time, the first for memory and files."""
    seconds = int(limits.cpu_s) + 1
    wanted = {
        resource.RLIMIT_AS: limits.memory,
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_FSIZE: limits.file_size,
        resource.RLIMIT_NOFILE: limits.open_files,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_MEMLOCK: 0,
        resource.RLIMIT_MSGQUEUE: 0,
    }
    if level is Level.FULL:
        # Outside of a user namespace the kernel counts all that the user runs, the editor too;
        # there the address space bounds the threads, and seccomp forbids processes anyway.
        wanted[resource.RLIMIT_NPROC] = limits.threads
    for name, most in wanted.items():
        resource.setrlimit(name, (most, most))
