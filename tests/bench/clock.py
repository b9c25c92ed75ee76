"""Time calls, and keep this process on some of the cores."""

import os
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds of calls of one kind."""

    median: float
    p95: float

    def __str__(self) -> str:
        return f"{self.median:.1f} ms median, {self.p95:.1f} ms p95"


def timed(calls: Sequence[Callable[[], Any]]) -> Timing:
    """Each call once, after the first has been made once more to warm up."""
    calls[0]()
    spent = []
    for call in calls:
        started = perf_counter()
        call()
        spent.append((perf_counter() - started) * 1000)
    return Timing(statistics.median(spent), statistics.quantiles(spent, n=20)[18])


def stay_on(cores: int) -> None:
    """Let this process run on so many of the cores it may use."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])
