"""The one shape of every answer: the same keys, whether it went well or not."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from synerprise_daemon.answer import Answer
from synerprise_daemon.errors import SynerpriseError
from synerprise_http_api.quality import confidence_of, execution_of, quality_of
from synerprise_http_api.refusals import NothingTrusted
from synerprise_http_api.wish import Wish
from synerprise_model.prompt import Prompt
from synerprise_model.script import language_of


@dataclass(frozen=True, slots=True)
class Visit:
    """One request, and when it came (in seconds of the clock that the app was given)."""

    request_id: str
    came: float


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, and what is known of its programs besides."""

    answer: Answer
    faults: Mapping[str, int]
    """How many ruff found in each program, by its code."""

    def candidates(self, count: int) -> list[dict[str, str]]:
        """At most so many of the programs that have not failed, best first."""
        return [
            {
                "target_text": program.code,
                "execution_result": execution_of(program),
                "code_quality": quality_of(
                    program,
                    confidence_of(program, self.answer),
                    self.faults.get(program.code, 0),
                ),
            }
            for program in self.answer.programs
            if not program.failed
        ][:count]


def accepted(visit: Visit, wish: Wish, reply: Reply, left: float) -> dict[str, Any]:
    """Raise NothingTrusted when the model does not trust its best program."""
    answer = reply.answer
    if not answer.trusted:
        raise NothingTrusted(answer.model)
    shown = reply.candidates(wish.candidates)
    return {
        "request_id": visit.request_id,
        "status": "success",
        "input": _input(wish.prompt),
        "output": {
            "target_text": shown[0]["target_text"],
            "execution_result": shown[0]["execution_result"],
            "error_details": None,
            "code_quality": shown[0]["code_quality"],
        }
        | ({"candidates": shown} if wish.candidates > 1 else {}),
        "metadata": _metadata(visit, left, answer.model, cached=answer.cached)
        | ({"unclear_examples": list(answer.unclear)} if answer.unclear else {}),
    }


def refused(
    visit: Visit, prompt: Prompt | None, error: SynerpriseError, left: float
) -> dict[str, Any]:
    """The prompt is None when the request could not be read as far as that."""
    model = error.model if isinstance(error, NothingTrusted) else None
    return {
        "request_id": visit.request_id,
        "status": "error",
        "input": _input(prompt),
        "output": {
            "target_text": None,
            "execution_result": "Error",
            "error_details": {
                "code": error.code,
                "bangla": error.bangla,
                "english": error.english,
            },
            "code_quality": None,
        },
        "metadata": _metadata(visit, left, model, cached=False),
    }


def _input(prompt: Prompt | None) -> dict[str, str | None]:
    if prompt is None:
        return {"input_text": None, "language": None}
    return {"input_text": prompt.text, "language": language_of(prompt.text)}


def _metadata(visit: Visit, left: float, model: str | None, *, cached: bool) -> dict[str, Any]:
    elapsed_ms = round((left - visit.came) * 1000)
    return {"model_version": model, "response_time_ms": elapsed_ms, "cached": cached}


def as_response(envelope: dict[str, Any], status: int = 200) -> web.Response:
    return web.Response(
        body=as_bytes(envelope), status=status, content_type="application/json", charset="utf-8"
    )


def as_bytes(fields: dict[str, Any]) -> bytes:
    # Bangla stays Bangla on the wire; what UTF-8 cannot write becomes JSON's own escape.
    return json.dumps(fields, ensure_ascii=False).encode("utf-8", "backslashreplace")
