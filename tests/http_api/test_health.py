"""Whether the process lives, and whether it can answer."""

import pytest
from aiohttp.test_utils import TestClient, TestServer

from synerprise_http_api.app import build_app
from tests.http_api.knowing_service import KnowingService, house_with


@pytest.mark.parametrize(("state", "status"), [("loading", 503), ("ready", 200), ("failed", 503)])
async def test_it_is_ready_when_the_model_is(state: str, status: int) -> None:
    service = KnowingService()
    service.state = state  # type: ignore[assignment]
    async with TestClient(TestServer(build_app(house_with(service)))) as client:
        response = await client.get("/readyz")
        assert response.status == status
        assert await response.json() == {"model": state, "jail": "full"}


async def test_it_lives_while_the_model_loads() -> None:
    house = house_with(KnowingService("loading"))
    async with TestClient(TestServer(build_app(house))) as client:
        response = await client.get("/livez")
        assert response.status == 200
