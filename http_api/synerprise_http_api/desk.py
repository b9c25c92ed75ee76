"""The desk at the door: what every request needs within reach."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import structlog

from synerprise_daemon.doors import House
from synerprise_http_api.envelope import Reply, Visit
from synerprise_http_api.linting import Linter
from synerprise_http_api.refusals import Unforeseen
from synerprise_http_api.request_ids import RequestIds
from synerprise_http_api.wish import MOST_CANDIDATES, Wish

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Desk:
    """Numbers requests, and asks the service."""

    house: House
    request_ids: RequestIds
    tick: Callable[[], float]
    """Seconds that never go back."""
    linter: Linter

    def visit(self) -> Visit:
        """Number a request that comes now."""
        return Visit(self.request_ids.next(), came=self.tick())

    async def ask(self, wish: Wish) -> Reply:
        """Ask for as many programs as can be shown: one remembered answer serves every wish."""
        answer = await self.house.service.answer(wish.prompt, MOST_CANDIDATES)
        shown = [program.code for program in answer.programs if not program.failed]
        return Reply(answer, await self.linter.faults(shown) if answer.trusted else {})


def unforeseen(error: Exception, names: Mapping[str, str | None]) -> Unforeseen:
    """Log a fault of ours, under the names of its request; return what its asker is told."""
    kind = type(error).__name__  # and no more: its words, or its traceback's, may be the prompt
    log.error("request_failed", **names, error=kind)
    return Unforeseen()
