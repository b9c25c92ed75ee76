"""Read, ask, write: what is done at each path."""

from aiohttp import web

from synerprise_http_api.batch import answer_batch
from synerprise_http_api.envelope import accepted, as_response
from synerprise_http_api.events import events_of, send
from synerprise_http_api.front import DESK, PROMPT, VISIT
from synerprise_http_api.reading import read_batch, read_json, read_wish
from synerprise_http_api.wish import Wish


async def generate_code(request: web.Request) -> web.Response:
    desk = request.app[DESK]
    wish = await _read(request)
    reply = await desk.ask(wish)
    return as_response(accepted(request[VISIT], wish, reply, left=desk.tick()))


async def generate_batch(request: web.Request) -> web.Response:
    prompts = read_batch(read_json(request.content_type, await request.read()))
    return as_response({"results": await answer_batch(request.app[DESK], prompts)})


async def generate_stream(request: web.Request) -> web.StreamResponse:
    """Send nothing before the answer is known to be one, so that a refusal keeps its status."""
    desk = request.app[DESK]
    wish = await _read(request)
    reply = await desk.ask(wish)
    envelope = accepted(request[VISIT], wish, reply, left=desk.tick())
    return await send(request, events_of(reply.candidates(wish.candidates), envelope))


async def _read(request: web.Request) -> Wish:
    wish = read_wish(read_json(request.content_type, await request.read()))
    request[PROMPT] = wish.prompt
    return wish


async def livez(_request: web.Request) -> web.Response:
    return web.json_response({"status": "alive"})


async def readyz(request: web.Request) -> web.Response:
    service = request.app[DESK].house.service
    told = {"model": service.state, "jail": service.jail_level}
    return web.json_response(told, status=200 if service.ready else 503)
