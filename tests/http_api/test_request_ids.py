"""The numbers of requests."""

from datetime import UTC, datetime, timedelta, timezone

from synerprise_http_api.request_ids import RequestIds


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at


def test_the_count_restarts_each_day() -> None:
    clock = Clock(datetime(2025, 9, 27, 23, 59, tzinfo=UTC))
    ids = RequestIds(clock)
    assert [ids.next(), ids.next()] == ["REQ_20250927_0001", "REQ_20250927_0002"]
    clock.at += timedelta(minutes=1)
    assert ids.next() == "REQ_20250928_0001"


def test_the_day_is_the_day_in_utc() -> None:
    dhaka = timezone(timedelta(hours=6))
    ids = RequestIds(Clock(datetime(2025, 9, 28, 3, tzinfo=dhaka)))
    assert ids.next() == "REQ_20250927_0001"


def test_a_clock_that_goes_back_gives_no_number_twice() -> None:
    clock = Clock(datetime(2025, 9, 28, 0, 0, tzinfo=UTC))
    ids = RequestIds(clock)
    given = [ids.next()]
    clock.at -= timedelta(hours=1)
    given.append(ids.next())
    clock.at += timedelta(hours=1)
    given.append(ids.next())
    assert given == ["REQ_20250928_0001", "REQ_20250928_0002", "REQ_20250928_0003"]


def test_the_ten_thousandth_request_has_a_longer_number() -> None:
    ids = RequestIds(Clock(datetime(2025, 9, 27, tzinfo=UTC)))
    numbers = [ids.next() for _ in range(10_000)]
    assert numbers[-1] == "REQ_20250927_10000"
    assert len(set(numbers)) == 10_000
