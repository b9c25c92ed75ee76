"""Stand at the door: number each request, answer each error, and log no prompt and no program."""

from collections.abc import Awaitable, Callable

import structlog
from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError

from synerprise_daemon.errors import SynerpriseError
from synerprise_http_api import refusals
from synerprise_http_api.desk import Desk, unforeseen
from synerprise_http_api.envelope import Visit, as_response, refused
from synerprise_http_api.statuses import status_of
from synerprise_model.prompt import Prompt

LARGEST_BODY = 64 * 1024  # bytes; 4,000 letters of Bangla, each escaped as \uXXXX, are 24,000

DESK = web.AppKey("desk", Desk)
VISIT = web.RequestKey("visit", Visit)
PROMPT = web.RequestKey("prompt", Prompt)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
log = structlog.get_logger(__name__)


@web.middleware
async def front_door(request: web.Request, handler: Handler) -> web.StreamResponse:
    desk = request.app[DESK]
    request[VISIT] = desk.visit()
    with desk.house.presence.visitor():
        response = await _answer(request, handler)
    _log(request, response)
    return response


async def _answer(request: web.Request, handler: Handler) -> web.StreamResponse:
    try:
        return await handler(request)
    except SynerpriseError as error:
        return _refuse(request, error)
    except web.HTTPMethodNotAllowed as error:
        allowed = sorted(error.allowed_methods)
        response = _refuse(request, refusals.MethodWrong(allowed))
        response.headers["Allow"] = ", ".join(allowed)
        return response
    except web.HTTPRequestEntityTooLarge:
        return _refuse(request, refusals.BodyTooLarge(LARGEST_BODY))
    except web.HTTPException:
        return _refuse(request, refusals.PathUnknown())
    except (HttpProcessingError, web.RequestPayloadError):
        return _refuse(request, refusals.BodyDamaged())
    except Exception as error:  # noqa: BLE001  the front door: nobody above could say it better
        return _refuse(request, unforeseen(error, _names(request)))


def _refuse(request: web.Request, error: SynerpriseError) -> web.Response:
    left = request.app[DESK].tick()
    envelope = refused(request[VISIT], request.get(PROMPT), error, left)
    return as_response(envelope, status_of(error))


def _log(request: web.Request, response: web.StreamResponse) -> None:
    elapsed_ms = round((request.app[DESK].tick() - request[VISIT].came) * 1000)
    log.info("request_answered", **_names(request), status=response.status, elapsed_ms=elapsed_ms)


def _names(request: web.Request) -> dict[str, str | None]:
    """Name the request by its route, never by its path, where anything may be written."""
    resource = request.match_info.route.resource
    return {
        "request_id": request[VISIT].request_id,
        "method": request.method,
        "route": resource.canonical if resource else None,
    }


async def dress(_request: web.Request, response: web.StreamResponse) -> None:
    """Give every response the same headers; aiohttp's own Server tells Python's version."""
    response.headers["Server"] = "SynerPrise"
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
