"""Namespaces: a machine of its own for each worker, with one process and no network.

An ordinary user first makes a user namespace, which grants the right to make the others. Root makes
the others first, since it can read what lies below its home, gives up its identity, and only then
makes the user namespace, in which nothing is granted that counts outside.
"""

import os
from dataclasses import dataclass

from synerprise_daemon.jail.inside import kernel

NEW_MOUNTS, NEW_CGROUPS, NEW_HOST_NAME, NEW_IPC = 0x20000, 0x2000000, 0x4000000, 0x8000000
NEW_USERS, NEW_PIDS, NEW_NETWORK = 0x10000000, 0x20000000, 0x40000000
ALL_BUT_USERS = NEW_MOUNTS | NEW_CGROUPS | NEW_HOST_NAME | NEW_IPC | NEW_PIDS | NEW_NETWORK

NOBODY = 65534
HOST_NAME = b"jail"


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a process is outside; the kernel shows it as nobody inside."""

    user: int
    group: int

    @classmethod
    def of_this_process(cls) -> "Identity":
        return cls(os.geteuid(), os.getegid())

    @property
    def is_root(self) -> bool:
        return self.user == 0


def separate(identity: Identity) -> None:
    """Leave all namespaces of the machine; the next child is the first process of its own."""
    if identity.is_root:
        kernel.call("unshare", ALL_BUT_USERS)
    else:
        kernel.call("unshare", NEW_USERS | ALL_BUT_USERS)
        folder = _own_folder()
        _be_nobody(folder, identity)
        os.close(folder)
    kernel.call("sethostname", HOST_NAME, len(HOST_NAME))


def become_nobody() -> None:
    """Give up root, for good, without a new namespace."""
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, NOBODY)


class LaterUsers:
    """A user namespace for what was root, made when no proc file system is in sight any more."""

    def __init__(self) -> None:
        self._folder = _own_folder()

    def enter(self) -> None:
        become_nobody()
        kernel.prctl(kernel.PR_SET_DUMPABLE, 1)  # else its own files below /proc are root's
        kernel.call("unshare", NEW_USERS)
        _be_nobody(self._folder, Identity(NOBODY, NOBODY))
        os.close(self._folder)


def _own_folder() -> int:
    kernel.prctl(kernel.PR_SET_DUMPABLE, 1)
    return os.open("/proc/self/", os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)


def _be_nobody(proc_self: int, outside: Identity) -> None:
    for name, text in (
        ("setgroups", "deny"),
        ("gid_map", f"{NOBODY} {outside.group} 1"),
        ("uid_map", f"{NOBODY} {outside.user} 1"),
    ):
        file = os.open(name, os.O_WRONLY | os.O_CLOEXEC, dir_fd=proc_self)
        os.write(file, text.encode())
        os.close(file)
