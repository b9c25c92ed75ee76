"""The doors of the daemon, found by entry point so that it need not know them."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from importlib.metadata import entry_points

from synerprise_daemon.presence import Presence
from synerprise_daemon.service import GenerationService
from synerprise_daemon.settings import Settings

GROUP = "synerprise.doors"


@dataclass(frozen=True, slots=True)
class House:
    """What a door finds inside."""

    service: GenerationService
    settings: Settings
    presence: Presence


Door = Callable[[House], AbstractAsyncContextManager[None]]


def find_door(name: str) -> Door:
    """The door of that name; raise `LookupError` when the distribution has none."""
    for point in entry_points(group=GROUP, name=name):
        door: Door = point.load()
        return door
    raise LookupError(f"no door named {name}")
