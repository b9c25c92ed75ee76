"""Give each request a number that says the day it came."""

from collections.abc import Callable
from datetime import UTC, date, datetime


def utc_now() -> datetime:
    return datetime.now(UTC)


class RequestIds:
    """Hand out REQ_20250927_0001 and so on: the day in UTC, and a count that restarts each day.

    Unique within the process; the ten thousandth request of a day gets a fifth digit. A clock
    that goes back goes on with the day it had, so that no number is given twice.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._day = date.min
        self._count = 0

    def next(self) -> str:
        today = self._now().astimezone(UTC).date()
        if today > self._day:
            self._day, self._count = today, 0
        self._count += 1
        return f"REQ_{self._day:%Y%m%d}_{self._count:04d}"
