"""The levels of the jail, from the strongest to none."""

from enum import StrEnum


class Level(StrEnum):
    """What stands between a program and the machine."""

    FULL = "full"
    """Namespaces, a private root, Landlock, seccomp and rlimits."""
    NO_NAMESPACES = "no_namespaces"
    """Landlock, seccomp and rlimits, and nothing is writable; for containers."""
    WASI = "wasi"
    """CPython for WASI in wasmtime, in a process of its own; where Linux's walls are missing."""
    NONE = "none"
    """Nothing stands between, so nothing is run."""

    def at_least(self, weakest: "Level") -> bool:
        order = list(Level)
        return order.index(self) <= order.index(weakest)


def levels_from(weakest: str) -> tuple[Level, ...]:
    """The levels that may be used when this is the weakest; raises `ValueError` for no level."""
    return tuple(level for level in Level if level.at_least(Level(weakest)))
