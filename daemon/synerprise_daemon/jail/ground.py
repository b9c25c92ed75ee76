"""The ground that a level stands on: what it needs of this machine, and who makes its workers."""

import sys
from dataclasses import dataclass
from typing import ClassVar, Protocol

from synerprise_daemon.jail.level import Level
from synerprise_daemon.jail.limits import Limits
from synerprise_daemon.jail.outcome import Outcome
from synerprise_daemon.jail.server_link import ServerLink
from synerprise_daemon.jail.wasi.artefact import FETCH, Artefact
from synerprise_daemon.jail.wasi.lacking import told_fairly
from synerprise_daemon.jail.wasi.link import HostLink, compiled
from synerprise_daemon.jail.worker import Worker


class Link(Protocol):
    """Where workers come from; they die with it."""

    @property
    def gone(self) -> bool:
        """Whether it makes no workers any more, so that another must be made."""
        ...

    async def worker(self) -> Worker:
        """A new worker that is jailed and waits; raises `NoWorker`."""
        ...

    async def close(self) -> None: ...


class Ground(Protocol):
    """One of the two kinds of machinery."""

    most_waiting: ClassVar[int]
    """Workers that may wait in the pool."""

    async def missing(self) -> str:
        """What this machine lacks for it, or nothing."""
        ...

    def link(self, limits: Limits) -> Link: ...

    def told(self, outcome: Outcome) -> Outcome:
        """The outcome of a run, with what is this ground's fault not laid on the program."""
        ...


@dataclass(frozen=True, slots=True)
class LinuxGround:
    """The walls of the kernel, with workers forked from one interpreter."""

    level: Level
    most_waiting: ClassVar[int] = 10  # all together take about 37 MB

    async def missing(self) -> str:
        return "" if sys.platform == "linux" else "only Linux has it"

    def link(self, limits: Limits) -> Link:
        return ServerLink(self.level, limits)

    def told(self, outcome: Outcome) -> Outcome:
        return outcome


@dataclass(frozen=True, slots=True)
class WasiGround:
    """WebAssembly's own walls, with a host process for each worker."""

    artefact: Artefact | None
    most_waiting: ClassVar[int] = 5  # each is an interpreter of its own, of about 20 MB

    async def missing(self) -> str:
        if self.artefact is None:
            return f"no folder is given for it: {FETCH}"
        return self.artefact.missing() or await compiled(self.artefact)

    def link(self, limits: Limits) -> Link:
        assert self.artefact  # noqa: S101  else it was missing
        return HostLink(self.artefact, limits)

    def told(self, outcome: Outcome) -> Outcome:
        return told_fairly(outcome)


def ground_of(level: Level, artefact: Artefact | None) -> Ground:
    return WasiGround(artefact) if level is Level.WASI else LinuxGround(level)
