"""The daemon ends when nobody was there for a while, and not before."""

import asyncio

from synerprise_daemon.presence import Presence


class Clock:
    """A clock that is set by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_time_counts_from_the_leaving_of_the_last_visitor() -> None:
    clock = Clock()
    presence = Presence(clock)
    with presence.visitor():
        clock.now = 50.0
        assert presence.idle_s() == 0.0
    clock.now = 53.0
    assert presence.idle_s() == 3.0


def test_it_counts_who_is_inside() -> None:
    presence = Presence()
    with presence.visitor(), presence.visitor():
        assert presence.inside == 2
    assert presence.inside == 0


async def test_nobody_is_abandoned_while_somebody_is_inside() -> None:
    presence = Presence()
    with presence.visitor():
        leaving = asyncio.create_task(presence.abandoned(0.02))
        await asyncio.sleep(0.1)
        assert not leaving.done()
    await asyncio.wait_for(leaving, 5)
