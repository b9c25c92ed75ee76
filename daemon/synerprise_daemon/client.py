"""Ask the daemon from a terminal: the other end of the control door."""

import json
import socket
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice
from typing import Any

from synerprise_daemon import life
from synerprise_daemon.answer import Answer
from synerprise_daemon.control import IN_FLIGHT
from synerprise_daemon.errors import DaemonUnreachable, SynerpriseError, Told
from synerprise_daemon.settings import Settings
from synerprise_model.prompt import Prompt


def ask_all(
    settings: Settings, prompts: Iterable[Prompt], count: int | None
) -> Iterator[Answer | SynerpriseError]:
    """An answer or an error for each prompt, in order; starts the daemon when there is none."""
    requests = ({"do": "answer", "prompt": _fields(prompt), "count": count} for prompt in prompts)
    with closing(life.reach(settings, "control")) as connection:
        for told in _exchange(settings, connection, requests):
            yield Told(told["error"]) if "error" in told else Answer.from_json(told["answer"])


def status(settings: Settings) -> dict[str, Any] | None:
    """What the daemon says of itself; None when there is none."""
    connection = life.connect(settings, "control")
    if connection is None:
        return None
    with closing(connection):
        return next(_exchange(settings, connection, iter([{"do": "status"}])))


def _fields(prompt: Prompt) -> dict[str, Any]:
    return {
        "text": prompt.text,
        "signature": prompt.signature,
        "examples": prompt.examples,
    }


def _exchange(
    settings: Settings, connection: socket.socket, requests: Iterator[dict[str, Any]]
) -> Iterator[dict[str, Any]]:
    """Send requests and read their answers, so many ahead that the daemon can gather them."""
    with connection.makefile("rwb") as stream:
        waiting = 0
        for request in islice(requests, IN_FLIGHT):
            stream.write(json.dumps(request).encode() + b"\n")
            waiting += 1
        stream.flush()
        while waiting:
            line = stream.readline()
            if not line:
                raise DaemonUnreachable(settings.log_file)
            waiting -= 1
            for request in islice(requests, 1):
                stream.write(json.dumps(request).encode() + b"\n")
                stream.flush()
                waiting += 1
            yield json.loads(line)
