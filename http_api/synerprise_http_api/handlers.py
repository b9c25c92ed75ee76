"""Read, ask, write: what is done at each path."""

from aiohttp import web

from synerprise_http_api.envelope import accepted, as_response
from synerprise_http_api.front import DESK, PROMPT, VISIT
from synerprise_http_api.reading import read_prompt


async def generate_code(request: web.Request) -> web.Response:
    desk = request.app[DESK]
    prompt = request[PROMPT] = read_prompt(request.content_type, await request.read())
    answer = await desk.house.service.answer(prompt)
    return as_response(accepted(request[VISIT], prompt, answer, left=desk.tick()))


async def livez(_request: web.Request) -> web.Response:
    return web.json_response({"status": "alive"})


async def readyz(request: web.Request) -> web.Response:
    service = request.app[DESK].house.service
    told = {"model": service.state, "jail": service.jail_level}
    return web.json_response(told, status=200 if service.ready else 503)
