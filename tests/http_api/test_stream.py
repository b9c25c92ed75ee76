"""Programs as server-sent events."""

import asyncio
import json
from typing import Any

import pytest
from aiohttp import ClientSession, web
from structlog.testing import capture_logs

from synerprise_daemon.doors import House
from synerprise_daemon.errors import ModelUnavailable, SynerpriseError
from synerprise_http_api.app import build_app
from synerprise_http_api.door import open_door
from synerprise_http_api.events import as_line_block
from tests.http_api.conftest import Client
from tests.http_api.knowing_service import (
    POWER,
    SQUARE,
    KnowingService,
    SomeSettings,
    Visitors,
    house_with,
)
from tests.http_api.refused_envelope import reason_of

STREAM = "/generate-code/stream"
SQUARE_PLEASE = {"input_text": "Create function to square a number"}
BANGLA_PLEASE = {"input_text": "একটি সংখ্যার বর্গ বের করো"}

Event = tuple[str, dict[str, Any]]


def read_event(block: str) -> Event:
    name, data = block.split("\n")
    return name.removeprefix("event: "), json.loads(data.removeprefix("data: "))


async def events_of(client: Client, **wish: object) -> list[Event]:
    response = await client.post(STREAM, json=wish)
    assert response.status == 200
    text = await response.text()
    assert text.endswith("\n\n")
    return [read_event(block) for block in text.removesuffix("\n\n").split("\n\n")]


async def until_nobody_is_inside(visitors: Visitors) -> None:
    async with asyncio.timeout(10):
        while visitors.inside:  # noqa: ASYNC110  a count has no event
            await asyncio.sleep(0.01)


async def test_the_candidates_come_best_first_and_the_envelope_last(client: Client) -> None:
    names, told = zip(*await events_of(client, **SQUARE_PLEASE, candidates=3), strict=True)
    assert names == ("candidate", "candidate", "done")
    assert [candidate["target_text"] for candidate in told[:2]] == [SQUARE, POWER]
    assert told[2]["output"]["candidates"] == list(told[:2])


async def test_the_envelope_is_the_one_that_comes_without_a_stream(client: Client) -> None:
    plain = await (await client.post("/generate-code", json=SQUARE_PLEASE)).json()
    candidate, done = await events_of(client, **SQUARE_PLEASE)
    assert list(done[1]) == list(plain)
    assert done[1]["output"] == plain["output"] == {**candidate[1], "error_details": None}
    assert done[1]["request_id"] == "REQ_20250927_0002"


async def test_a_stream_is_dressed_like_every_response(client: Client) -> None:
    response = await client.post(STREAM, json=BANGLA_PLEASE)
    assert response.headers["Content-Type"] == "text/event-stream; charset=utf-8"
    assert response.headers["Server"] == "SynerPrise"
    assert response.headers["Cache-Control"] == "no-store"
    assert "একটি সংখ্যার বর্গ" in await response.text()


def test_an_event_is_one_line_whatever_it_carries() -> None:
    text = "a\r\nb\n\nevent: done\r\u2028 \ud800"
    block = as_line_block("candidate", {"target_text": text}).decode()
    assert block.count("\n") == 3
    assert "\r" not in block
    assert read_event(block.removesuffix("\n\n")) == ("candidate", {"target_text": text})


@pytest.mark.parametrize(
    ("wish", "status", "code"),
    [
        ({}, 400, "field_missing"),
        ({"input_text": " "}, 400, "empty_prompt"),
        ({"input_text": "square", "candidates": 6}, 400, "field_wrong"),
        ({"input_text": "kisui na"}, 422, "nothing_trusted"),
    ],
)
async def test_what_is_refused_has_its_status_and_no_events(
    client: Client, wish: dict[str, object], status: int, code: str
) -> None:
    response = await client.post(STREAM, json=wish)
    assert response.status == status
    assert response.content_type == "application/json"
    assert await reason_of(response) == code


@pytest.mark.parametrize(
    ("fault", "status"), [(ModelUnavailable(), 503), (RuntimeError("the secret inside"), 500)]
)
async def test_a_service_that_fails_is_told_before_the_first_event(
    client: Client, service: KnowingService, fault: SynerpriseError | RuntimeError, status: int
) -> None:
    service.fault = fault
    response = await client.post(STREAM, json=SQUARE_PLEASE)
    assert response.status == status
    assert "secret" not in await response.text()


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/generate-code", SQUARE_PLEASE),
        ("/generate-code/batch", {"prompts": [SQUARE_PLEASE, BANGLA_PLEASE]}),
        ("/generate-code/stream", SQUARE_PLEASE),
    ],
)
async def test_a_client_that_goes_away_gives_up_its_prompts(
    service: KnowingService,
    visitors: Visitors,
    unused_tcp_port: int,
    path: str,
    body: dict[str, Any],
) -> None:
    service.may_go_on.clear()
    house = house_with(service, SomeSettings(http_port=unused_tcp_port), visitors)
    url = f"http://127.0.0.1:{unused_tcp_port}{path}"
    async with open_door(house):
        async with ClientSession() as session:
            asking = asyncio.create_task(session.post(url, json=body))
            await service.started.wait()
            asking.cancel()
        await until_nobody_is_inside(visitors)
        assert service.inside == 0
    assert service.asked == []


async def test_writing_to_a_client_that_has_just_gone_is_no_fault_of_ours(
    house: House, service: KnowingService, visitors: Visitors, unused_tcp_port: int
) -> None:
    service.may_go_on.clear()
    runner = web.AppRunner(build_app(house))  # which does not end those whose clients have gone
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", unused_tcp_port).start()
    with capture_logs() as lines:
        async with ClientSession() as session:
            url = f"http://127.0.0.1:{unused_tcp_port}{STREAM}"
            asking = asyncio.create_task(session.post(url, json=SQUARE_PLEASE))
            await service.started.wait()
            asking.cancel()
        await asyncio.sleep(0.1)  # for the server to see that the connection is closed
        service.may_go_on.set()
        await until_nobody_is_inside(visitors)
    await runner.cleanup()
    assert [line["event"] for line in lines] == ["request_answered"]
