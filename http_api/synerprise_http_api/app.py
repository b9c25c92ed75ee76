"""Build the HTTP application: what is at which path."""

from collections.abc import Callable
from datetime import datetime
from time import monotonic

from aiohttp import web

from synerprise_daemon.doors import House
from synerprise_http_api import handlers
from synerprise_http_api.desk import Desk
from synerprise_http_api.front import DESK, LARGEST_BODY, dress, front_door
from synerprise_http_api.linting import Linter
from synerprise_http_api.request_ids import RequestIds, utc_now


def build_app(
    house: House,
    now: Callable[[], datetime] = utc_now,
    tick: Callable[[], float] = monotonic,
) -> web.Application:
    app = web.Application(middlewares=[front_door], client_max_size=LARGEST_BODY)
    app[DESK] = Desk(house, RequestIds(now), tick, Linter())
    app.on_response_prepare.append(dress)
    app.add_routes(
        [
            web.post("/generate-code", handlers.generate_code),
            web.post("/generate-code/batch", handlers.generate_batch),
            web.post("/generate-code/stream", handlers.generate_stream),
            web.get("/livez", handlers.livez),
            web.get("/readyz", handlers.readyz),
        ]
    )
    return app
