"""What a request that is wrong gets: a 4xx and the reason, in the same envelope."""

import gzip
import inspect
import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synerprise_daemon import errors
from synerprise_daemon.errors import SynerpriseError
from synerprise_http_api import refusals
from synerprise_http_api.reading import read_batch, read_json, read_wish
from synerprise_http_api.statuses import STATUSES
from tests.http_api.conftest import Client
from tests.http_api.knowing_service import LONGEST, MODEL, KnowingService
from tests.http_api.refused_envelope import reason_of

JSON_TYPE = {"Content-Type": "application/json"}
ROUTES = ("/generate-code", "/generate-code/batch", "/generate-code/stream")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "body_not_json"),
        (b"square dao", "body_not_json"),
        (b'{"input_text": "square"', "body_not_json"),
        (b'{"input_text": NaN}', "body_not_json"),
        (b'{"input_text": "\xff"}', "body_not_json"),
        (b"[" * 60_000, "body_not_json"),
        (b"9" * 60_000, "body_not_json"),
        (b'["square"]', "body_not_object"),
        (b'"square"', "body_not_object"),
        (b"null", "body_not_object"),
        (b"{}", "field_missing"),
        (b'{"input_text": null}', "field_wrong"),
        (b'{"input_text": 7}', "field_wrong"),
        (b'{"input_text": ["square"]}', "field_wrong"),
        (b'{"input_text": "square", "signature": 7}', "field_wrong"),
        (b'{"input_text": "square", "examples": "assert True"}', "field_wrong"),
        (b'{"input_text": "square", "examples": [7]}', "field_wrong"),
        (b'{"input_text": "square", "candidates": 0}', "field_wrong"),
        (b'{"input_text": "square", "candidates": 6}', "field_wrong"),
        (b'{"input_text": "square", "candidates": 2.0}', "field_wrong"),
        (b'{"input_text": "square", "candidates": "2"}', "field_wrong"),
        (b'{"input_text": "square", "candidates": true}', "field_wrong"),
        (b'{"input_text": "square", "inptu": 7}', "field_unknown"),
        (b'{"input_text": "square", "\\ud800": 7}', "field_unknown"),
        (b'{"input_text": "half a letter: \\ud800"}', "text_unreadable"),
        (b'{"input_text": "NUL: \\u0000"}', "text_unreadable"),
        (b'{"input_text": ""}', "empty_prompt"),
        (b'{"input_text": "  \\n"}', "empty_prompt"),
        (json.dumps({"input_text": "ক" * (LONGEST + 1)}).encode(), "prompt_too_long"),
    ],
    ids=lambda case: repr(case[:40]),
)
async def test_a_body_that_is_wrong_says_how(client: Client, body: bytes, code: str) -> None:
    response = await client.post("/generate-code", data=body, headers=JSON_TYPE)
    assert response.status == 400
    assert await reason_of(response) == code


@pytest.mark.parametrize("path", ROUTES)
@pytest.mark.parametrize("body", [b"", b"[" * 60_000, b'{"input_text": NaN}'])
async def test_a_body_that_is_no_json_is_refused_everywhere(
    client: Client, path: str, body: bytes
) -> None:
    response = await client.post(path, data=body, headers=JSON_TYPE)
    assert response.status == 400
    assert await reason_of(response) == "body_not_json"


@pytest.mark.parametrize("path", ROUTES)
@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "?"])
async def test_another_content_type_is_not_guessed_at(
    client: Client, path: str, content_type: str
) -> None:
    headers = {"Content-Type": content_type}
    response = await client.post(path, data=b"{}", headers=headers)
    assert response.status == 415
    assert await reason_of(response) == "not_json_type"


@pytest.mark.parametrize("path", ROUTES)
async def test_a_body_of_half_a_megabyte_is_too_large(client: Client, path: str) -> None:
    body = json.dumps({"input_text": "x" * 2**19}).encode()
    response = await client.post(path, data=body, headers=JSON_TYPE)
    assert response.status == 413
    assert await reason_of(response) == "body_too_large"


@pytest.mark.parametrize("path", ROUTES)
async def test_a_small_body_that_unpacks_to_a_large_one_is_too_large(
    client: Client, path: str
) -> None:
    body = gzip.compress(json.dumps({"input_text": "x" * 2**24}).encode())
    headers = {**JSON_TYPE, "Content-Encoding": "gzip"}
    response = await client.post(path, data=body, headers=headers)
    assert response.status == 413


@pytest.mark.parametrize("path", ROUTES)
async def test_a_body_that_is_not_packed_as_it_says_is_damaged(client: Client, path: str) -> None:
    headers = {**JSON_TYPE, "Content-Encoding": "gzip"}
    response = await client.post(path, data=b"not gzip at all", headers=headers)
    assert response.status == 400
    assert await reason_of(response) == "body_damaged"


@pytest.mark.parametrize(
    "path", ["/", "/generate-code/", "/generate-code/nowhere", "/nowhere", "/%00", "/../etc/passwd"]
)
async def test_a_path_that_is_not_there_says_what_is(client: Client, path: str) -> None:
    response = await client.get(path)
    assert response.status == 404
    assert await reason_of(response) == "path_unknown"


@pytest.mark.parametrize("path", ROUTES)
@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH", "OPTIONS"])
async def test_another_method_says_which_is_right(client: Client, path: str, method: str) -> None:
    response = await client.request(method, path)
    assert response.status == 405
    assert response.headers["Allow"] == "POST"
    assert await reason_of(response) == "method_wrong"


@pytest.mark.parametrize("path", ROUTES)
async def test_only_the_head_of_a_refusal_goes_to_those_who_ask_for_it(
    client: Client, path: str
) -> None:
    response = await client.head(path)
    assert response.status == 405
    assert response.headers["Allow"] == "POST"
    assert await response.read() == b""


@pytest.mark.parametrize("text", ["songkhar borgo, mone hoy", "kisui na"])
async def test_a_program_that_is_not_trusted_is_not_given(client: Client, text: str) -> None:
    response = await client.post("/generate-code", json={"input_text": text})
    envelope = await response.json()
    assert response.status == 422
    assert await reason_of(response) == "nothing_trusted"
    assert envelope["input"] == {"input_text": text, "language": "Banglish"}
    assert envelope["metadata"]["model_version"] == MODEL


async def test_what_was_read_before_the_refusal_is_given_back(client: Client) -> None:
    response = await client.post("/generate-code", json={"input_text": " "})
    assert (await response.json())["input"] == {"input_text": " ", "language": "Banglish"}


async def test_a_model_that_cannot_be_had_is_503(client: Client, service: KnowingService) -> None:
    service.fault = errors.ModelUnavailable()
    response = await client.post("/generate-code", json={"input_text": "factorial"})
    assert response.status == 503
    assert await reason_of(response) == "model_unavailable"


async def test_a_fault_of_ours_tells_nothing_of_itself(
    client: Client, service: KnowingService
) -> None:
    service.fault = RuntimeError("the secret inside")
    response = await client.post("/generate-code", json={"input_text": "factorial"})
    assert response.status == 500
    assert "secret" not in await response.text()
    assert await reason_of(response) == "unforeseen"


def test_every_error_has_its_status() -> None:
    doors_own = {refusals.PortTaken}  # happens before there is anybody to answer
    here = {kind for _, kind in inspect.getmembers(refusals, inspect.isclass)}
    named = {kind for kind in here if issubclass(kind, SynerpriseError)} - {SynerpriseError}
    assert named - doors_own <= set(STATUSES)


REFUSED_WITH_400 = [kind for kind, status in STATUSES.items() if status == 400]

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(body=st.binary() | json_values.map(lambda value: json.dumps(value).encode()))
def test_whatever_comes_is_read_or_refused(body: bytes) -> None:
    with suppress(*REFUSED_WITH_400):
        read_wish(read_json("application/json", body))
    with suppress(*REFUSED_WITH_400):
        read_batch(read_json("application/json", body))


@given(
    fields=st.fixed_dictionaries(
        {"input_text": json_values}, optional={"examples": json_values, "candidates": json_values}
    )
)
def test_whatever_a_field_holds_is_read_or_refused(fields: dict[str, Any]) -> None:
    with suppress(*REFUSED_WITH_400):
        wish = read_wish(read_json("application/json", json.dumps(fields).encode()))
        assert wish.prompt.text == fields["input_text"]
