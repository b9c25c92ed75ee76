"""What a request that is right gets."""

import asyncio

from synerprise_model.prompt import Prompt
from tests.http_api.conftest import Client
from tests.http_api.knowing_service import MODEL, SQUARE, KnowingService, Visitors

SQUARE_PLEASE = {"input_text": "Create function to square a number"}


async def test_the_example_of_the_contract_gets_its_envelope(client: Client) -> None:
    response = await client.post("/generate-code", json=SQUARE_PLEASE)
    envelope = await response.json()
    assert response.status == 200
    assert isinstance(envelope["metadata"].pop("response_time_ms"), int)
    assert envelope == {
        "request_id": "REQ_20250927_0001",
        "status": "success",
        "input": {"input_text": "Create function to square a number", "language": "Banglish"},
        "output": {
            "target_text": SQUARE,
            "execution_result": "Unavailable",
            "error_details": None,
            "code_quality": "good",
        },
        "metadata": {"model_version": MODEL, "cached": False},
    }


async def test_bangla_is_called_bangla_and_stays_bangla_on_the_wire(client: Client) -> None:
    response = await client.post("/generate-code", json={"input_text": "একটি সংখ্যার বর্গ বের করো"})
    assert "একটি সংখ্যার বর্গ" in await response.text()
    assert (await response.json())["input"]["language"] == "Bangla"
    assert response.headers["Content-Type"] == "application/json; charset=utf-8"


async def test_a_question_asked_again_says_that_it_was_remembered(client: Client) -> None:
    await client.post("/generate-code", json=SQUARE_PLEASE)
    again = await client.post("/generate-code", json=SQUARE_PLEASE)
    envelope = await again.json()
    assert envelope["metadata"]["cached"] is True
    assert envelope["request_id"] == "REQ_20250927_0002"


async def test_a_signature_and_examples_go_to_the_service(
    client: Client, service: KnowingService
) -> None:
    examples = ["assert square(3) == 9"]
    await client.post(
        "/generate-code",
        json={**SQUARE_PLEASE, "signature": "def square(n):", "examples": examples},
    )
    assert service.asked == [
        Prompt(SQUARE_PLEASE["input_text"], "def square(n):", ("assert square(3) == 9",))
    ]


async def test_null_for_what_may_be_left_out_is_the_same_as_leaving_it_out(
    client: Client, service: KnowingService
) -> None:
    await client.post("/generate-code", json={**SQUARE_PLEASE, "signature": None, "examples": None})
    assert service.asked == [Prompt(SQUARE_PLEASE["input_text"])]


async def test_a_byte_order_mark_is_forgiven(client: Client) -> None:
    body = b'\xef\xbb\xbf{"input_text": "Create function to square a number"}'
    headers = {"Content-Type": "application/json"}
    response = await client.post("/generate-code", data=body, headers=headers)
    assert response.status == 200


async def test_a_request_is_a_visitor_until_it_is_answered(
    client: Client, service: KnowingService, visitors: Visitors
) -> None:
    service.may_go_on.clear()
    asking = asyncio.create_task(client.post("/generate-code", json=SQUARE_PLEASE))
    await service.started.wait()
    assert visitors.inside == 1
    service.may_go_on.set()
    await asking
    assert visitors.inside == 0


async def test_every_response_is_dressed_alike(client: Client) -> None:
    for path in ("/livez", "/generate-code", "/nowhere"):
        response = await client.get(path)
        assert response.headers["Server"] == "SynerPrise"
        assert response.headers["Cache-Control"] == "no-store"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
