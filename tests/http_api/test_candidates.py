"""More programs than the best, for those who ask for them."""

import pytest

from tests.http_api.conftest import Client
from tests.http_api.knowing_service import POWER, SQUARE

SQUARE_PLEASE = {"input_text": "Create function to square a number"}


async def test_candidates_come_best_first_and_without_the_failed(client: Client) -> None:
    response = await client.post("/generate-code", json={**SQUARE_PLEASE, "candidates": 5})
    assert (await response.json())["output"]["candidates"] == [
        {"target_text": SQUARE, "execution_result": "Unavailable", "code_quality": "good"},
        {"target_text": POWER, "execution_result": "Success", "code_quality": "poor"},
    ]


async def test_the_first_candidate_is_the_program_given(client: Client) -> None:
    response = await client.post("/generate-code", json={**SQUARE_PLEASE, "candidates": 2})
    given = (await response.json())["output"]
    first, _ = given.pop("candidates")
    assert given == {**first, "error_details": None}


@pytest.mark.parametrize("one", [1, None])
async def test_one_candidate_is_what_comes_unasked(client: Client, one: int | None) -> None:
    unasked = await client.post("/generate-code", json=SQUARE_PLEASE)
    asked = await client.post("/generate-code", json={**SQUARE_PLEASE, "candidates": one})
    assert (await asked.json())["output"] == (await unasked.json())["output"]


async def test_more_candidates_of_the_same_prompt_are_remembered(client: Client) -> None:
    await client.post("/generate-code", json=SQUARE_PLEASE)
    response = await client.post("/generate-code", json={**SQUARE_PLEASE, "candidates": 3})
    assert (await response.json())["metadata"]["cached"] is True
