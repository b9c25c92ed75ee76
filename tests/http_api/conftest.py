"""A client that is connected to the app, with a service that knows three prompts."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from synerprise_daemon.doors import House
from synerprise_http_api.app import build_app
from tests.http_api.knowing_service import KnowingService, Visitors, house_with

Client = TestClient[web.Request, web.Application]


@pytest.fixture
def service() -> KnowingService:
    return KnowingService()


@pytest.fixture
def visitors() -> Visitors:
    return Visitors()


@pytest.fixture
def house(service: KnowingService, visitors: Visitors) -> House:
    return house_with(service, visitors=visitors)


@pytest.fixture
async def client(house: House) -> AsyncIterator[Client]:
    app = build_app(house, now=lambda: datetime(2025, 9, 27, 12, tzinfo=UTC))
    async with TestClient(TestServer(app)) as client:
        yield client
