"""The door itself: where it listens, and what it says when it cannot."""

import socket

import aiohttp
import pytest
from structlog.testing import capture_logs

from synerprise_http_api.door import is_loopback, open_door
from synerprise_http_api.refusals import PortTaken
from tests.http_api.knowing_service import KnowingService, SomeSettings, house_with


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


async def status_of(url: str) -> int:
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        return response.status


async def test_an_open_door_answers_and_a_closed_one_does_not() -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}/livez"
    async with open_door(house_with(KnowingService(), SomeSettings(http_port=port))):
        assert await status_of(url) == 200
    with pytest.raises(aiohttp.ClientConnectorError):
        await status_of(url)


async def test_a_port_that_is_taken_is_said_in_both_languages() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(PortTaken) as refusal:
            async with open_door(house_with(KnowingService(), SomeSettings(http_port=port))):
                pass
    assert str(port) in refusal.value.bangla
    assert str(port) in refusal.value.english


async def test_neither_prompt_nor_program_nor_path_is_logged() -> None:
    port = free_port()
    house = house_with(KnowingService(), SomeSettings(http_port=port))
    base = f"http://127.0.0.1:{port}"
    wish = {"input_text": "Create function to square a number"}
    with capture_logs() as lines:
        async with open_door(house), aiohttp.ClientSession() as session:
            await session.post(f"{base}/generate-code", json=wish)
            await session.get(f"{base}/private-path?square")
    assert [line["event"] for line in lines] == [
        "http_open",
        "request_answered",
        "request_answered",
    ]
    assert [line["route"] for line in lines[1:]] == ["/generate-code", None]
    assert "square" not in str(lines)
    assert "private" not in str(lines)


@pytest.mark.parametrize(
    ("host", "alone"),
    [
        ("127.0.0.1", True),
        ("127.0.0.9", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.0.7", False),
        ("example", False),
    ],
)
def test_only_loopback_is_for_this_machine_alone(host: str, *, alone: bool) -> None:
    assert is_loopback(host) is alone
