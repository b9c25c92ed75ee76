"""Answer many prompts together, each in its own envelope, whatever becomes of the others."""

import asyncio
from collections.abc import Sequence
from typing import Any

from synerprise_daemon.errors import SynerpriseError
from synerprise_http_api.desk import Desk, unforeseen
from synerprise_http_api.envelope import Visit, accepted, refused
from synerprise_http_api.reading import read_wish


async def answer_batch(desk: Desk, prompts: Sequence[object]) -> list[dict[str, Any]]:
    """The envelopes for what JSON gave for each prompt, in their order."""
    visits = [desk.visit() for _ in prompts]
    async with asyncio.TaskGroup() as group:
        tasks = [
            group.create_task(_envelope(desk, visit, prompt))
            for visit, prompt in zip(visits, prompts, strict=True)
        ]
    return [task.result() for task in tasks]


async def _envelope(desk: Desk, visit: Visit, value: object) -> dict[str, Any]:
    prompt = None
    try:
        wish = read_wish(value)
        prompt = wish.prompt
        reply = await desk.ask(wish)
        return accepted(visit, wish, reply, left=desk.tick())
    except SynerpriseError as error:
        return refused(visit, prompt, error, left=desk.tick())
    except Exception as error:  # noqa: BLE001  a front door, too: the others must go on
        ours = unforeseen(error, {"request_id": visit.request_id})
        return refused(visit, prompt, ours, left=desk.tick())
