"""Many prompts in one request."""

import asyncio
from typing import Any

import pytest
from structlog.testing import capture_logs

from synerprise_daemon.errors import ModelUnavailable
from synerprise_http_api.reading import LARGEST_BATCH
from tests.http_api.conftest import Client
from tests.http_api.knowing_service import KnowingService, Visitors
from tests.http_api.refused_envelope import reason_of

BATCH = "/generate-code/batch"
SQUARE_PLEASE = {"input_text": "Create function to square a number"}
BANGLA_PLEASE = {"input_text": "একটি সংখ্যার বর্গ বের করো"}


async def results_of(client: Client, *prompts: object) -> list[dict[str, Any]]:
    response = await client.post(BATCH, json={"prompts": prompts})
    assert response.status == 200
    told = await response.json()
    assert list(told) == ["results"]
    results: list[dict[str, Any]] = told["results"]
    return results


def codes(results: list[dict[str, Any]]) -> list[str | None]:
    details = [result["output"]["error_details"] for result in results]
    return [detail and detail["code"] for detail in details]


async def test_each_prompt_gets_the_envelope_that_it_gets_alone(client: Client) -> None:
    alone = await (await client.post("/generate-code", json=BANGLA_PLEASE)).json()
    _, result = await results_of(client, SQUARE_PLEASE, BANGLA_PLEASE)
    assert list(result) == list(alone)
    assert result["input"] == alone["input"]
    assert result["output"] == alone["output"]


async def test_the_envelopes_come_in_the_order_of_the_prompts(client: Client) -> None:
    results = await results_of(client, BANGLA_PLEASE, SQUARE_PLEASE, BANGLA_PLEASE)
    assert [result["input"]["language"] for result in results] == ["Bangla", "Banglish", "Bangla"]


async def test_each_envelope_has_its_own_number_after_that_of_the_batch(client: Client) -> None:
    results = await results_of(client, SQUARE_PLEASE, {}, BANGLA_PLEASE)
    assert [result["request_id"] for result in results] == [
        "REQ_20250927_0002",
        "REQ_20250927_0003",
        "REQ_20250927_0004",
    ]


async def test_a_prompt_of_a_batch_may_ask_for_candidates(client: Client) -> None:
    one, many = await results_of(client, SQUARE_PLEASE, {**SQUARE_PLEASE, "candidates": 2})
    assert "candidates" not in one["output"]
    assert len(many["output"]["candidates"]) == 2


async def test_a_wrong_prompt_is_refused_alone(client: Client) -> None:
    wrong: list[object] = [{}, 7, None, {"input_text": " "}, {"input_text": "kisui na"}]
    results = await results_of(client, SQUARE_PLEASE, *wrong, BANGLA_PLEASE)
    assert codes(results) == [
        None,
        "field_missing",
        "body_not_object",
        "body_not_object",
        "empty_prompt",
        "nothing_trusted",
        None,
    ]
    assert results[4]["input"]["input_text"] == " "


async def test_an_error_of_the_service_is_told_to_the_prompt_that_met_it(
    client: Client, service: KnowingService
) -> None:
    service.faults["factorial"] = ModelUnavailable()
    assert codes(await results_of(client, {"input_text": "factorial"}, SQUARE_PLEASE)) == [
        "model_unavailable",
        None,
    ]


async def test_a_fault_of_ours_ends_one_prompt_and_is_logged_without_its_words(
    client: Client, service: KnowingService
) -> None:
    service.faults["factorial"] = RuntimeError("the secret inside")
    with capture_logs() as lines:
        results = await results_of(client, {"input_text": "factorial"}, SQUARE_PLEASE)
    assert codes(results) == ["unforeseen", None]
    assert [line["event"] for line in lines] == ["request_failed", "request_answered"]
    assert lines[0]["request_id"] == results[0]["request_id"]
    assert "secret" not in str([*lines, *results])


async def test_all_prompts_are_with_the_service_together(
    client: Client, service: KnowingService
) -> None:
    service.may_go_on.clear()
    asking = asyncio.create_task(results_of(client, *[SQUARE_PLEASE] * LARGEST_BATCH))
    await service.started.wait()
    assert service.inside == LARGEST_BATCH
    service.may_go_on.set()
    assert len(await asking) == LARGEST_BATCH


async def test_a_batch_is_one_visitor(
    client: Client, service: KnowingService, visitors: Visitors
) -> None:
    service.may_go_on.clear()
    asking = asyncio.create_task(results_of(client, SQUARE_PLEASE, BANGLA_PLEASE))
    await service.started.wait()
    assert visitors.inside == 1
    service.may_go_on.set()
    await asking
    assert visitors.inside == 0


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "field_missing"),
        ({"prompts": None}, "field_wrong"),
        ({"prompts": []}, "field_wrong"),
        ({"prompts": SQUARE_PLEASE}, "field_wrong"),
        ({"prompts": "square"}, "field_wrong"),
        ({"prompts": [SQUARE_PLEASE] * (LARGEST_BATCH + 1)}, "field_wrong"),
        ({"prompts": [SQUARE_PLEASE], "candidates": 2}, "field_unknown"),
        (SQUARE_PLEASE, "field_unknown"),
        ([SQUARE_PLEASE], "body_not_object"),
    ],
    ids=lambda case: repr(case)[:40],
)
async def test_a_batch_that_is_wrong_is_refused_as_a_whole(
    client: Client, service: KnowingService, body: object, code: str
) -> None:
    response = await client.post(BATCH, json=body)
    assert response.status == 400
    assert await reason_of(response) == code
    assert service.asked == []


async def test_the_example_of_a_refusal_is_the_one_that_suits_the_path(client: Client) -> None:
    response = await client.post(BATCH, json=[SQUARE_PLEASE])
    details = (await response.json())["output"]["error_details"]
    assert '{"prompts": …}' in details["bangla"]
    assert '{"prompts": …}' in details["english"]
