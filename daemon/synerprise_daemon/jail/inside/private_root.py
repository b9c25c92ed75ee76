"""A private root: the standard library to read, one small folder to write, and nothing else."""

import os
import sys
import sysconfig

from synerprise_daemon.jail.inside.kernel import call
from synerprise_daemon.jail.inside.namespaces import NOBODY
from synerprise_daemon.jail.limits import Limits

FOLDER = "/box"  # where the program is, and all that it can write

READ_ONLY, NO_SET_UID, NO_DEVICES, NO_PROGRAMS = 1, 2, 4, 8
REMOUNT, BIND, WITH_THOSE_BELOW, PRIVATE = 32, 4096, 16384, 1 << 18
DETACH = 2
KEPT = 2 | 4 | 8 | 1024 | 2048
"""Options that a mount must keep when it is made read-only, the same in ``statvfs`` and ``mount``:
nosuid, nodev, noexec, noatime and nodiratime."""
RELATIVE_TIMES = (4096, 1 << 21)  # relatime has two numbers

BASE = "/tmp"  # noqa: S108  a folder that every machine has; it is only mounted over
OLD = "/old"


def readable_paths() -> list[str]:
    """The standard library, and where shared libraries and time zones are."""
    libraries = ("/lib", "/lib64", "/usr/lib", "/usr/lib64")
    standard = (sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib"))
    beside = os.path.join(sys.base_prefix, "lib")  # noqa: PTH118  no pathlib in a worker's memory
    found = dict.fromkeys(os.path.realpath(path) for path in (*standard, beside, *libraries))
    paths = [path for path in (*found, "/usr/share/zoneinfo") if os.path.isdir(path)]  # noqa: PTH112  the same
    return [path for path in paths if not any(path.startswith(above + "/") for above in paths)]


def build(readable: list[str], limits: Limits) -> None:
    """Make a root in memory, show the readable paths in it, and forget the old one."""
    call("mount", b"none", b"/", None, PRIVATE | WITH_THOSE_BELOW, None)
    _mount_memory(BASE, "size=64k,nr_inodes=128,mode=0755")
    os.mkdir(BASE + OLD)  # noqa: PTH102  the same
    call("pivot_root", BASE.encode(), (BASE + OLD).encode())
    os.chdir("/")
    for path in [*readable, os.devnull]:
        _show(path)
    for path in ("/lib", "/lib64"):
        _link(path)
    os.mkdir(FOLDER)  # noqa: PTH102  the same
    size = f"size={limits.folder_size},nr_inodes={limits.folder_files}"
    call("umount2", OLD.encode(), DETACH)
    os.rmdir(OLD)  # noqa: PTH106  the same
    kept = NO_SET_UID | NO_DEVICES
    call("mount", b"none", b"/", None, REMOUNT | BIND | READ_ONLY | kept, None)
    _mount_memory(FOLDER, f"{size},mode=0700,uid={NOBODY},gid={NOBODY}")
    os.chdir(FOLDER)


def _mount_memory(path: str, options: str) -> None:
    kind = NO_SET_UID | NO_DEVICES | (NO_PROGRAMS if path == FOLDER else 0)
    call("mount", b"jail", path.encode(), b"tmpfs", kind, options.encode())


def _show(path: str) -> None:
    """Bind a path of the old root at the same place, read-only."""
    source = OLD + path
    if os.path.isdir(source):  # noqa: PTH112  the same
        os.makedirs(path, exist_ok=True)  # noqa: PTH103  the same
    else:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120  the same
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o644))
    call("mount", source.encode(), path.encode(), None, BIND | WITH_THOSE_BELOW, None)
    if path == os.devnull:
        return  # what is written there is gone
    options = os.statvfs(path).f_flag
    kept = options & KEPT | (RELATIVE_TIMES[1] if options & RELATIVE_TIMES[0] else 0)
    flags = REMOUNT | BIND | READ_ONLY | NO_SET_UID | kept
    call("mount", b"none", path.encode(), None, flags, None)


def _link(path: str) -> None:
    """Keep `/lib` where it is a link into `/usr`, as libraries are asked for by that name."""
    if os.path.islink(OLD + path) and not os.path.lexists(path):  # noqa: PTH114  the same
        os.symlink(os.readlink(OLD + path), path)  # noqa: PTH115, PTH211  the same
