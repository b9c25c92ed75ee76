"""What a worker says, read without trust: whoever wrote it may have been the program."""

import json
from dataclasses import dataclass
from typing import Any

from synerprise_daemon.jail.errors import Forged
from synerprise_daemon.jail.inside.plain import NotReadable, decode
from synerprise_daemon.jail.outcome import ProgramError

RAN = {"ran": True}
"""What a worker says, among other things, when the program has come to its end."""
LONGEST_NAME = 100
LONGEST_MESSAGE = 500


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to a question, or word that the program has come to its end."""

    value: Any = None
    object_of: str = ""
    """The name of the value's type, when it is no plain data and stayed inside."""
    error: ProgramError | None = None


def read_reply(data: bytes, expected: dict[str, Any]) -> Reply:
    """Read a message that must hold the expected words; raises `Forged`."""
    try:
        words = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Forged("no message of a worker") from error
    if not isinstance(words, dict) or any(words.get(key) != expected[key] for key in expected):
        raise Forged("an answer to what was not asked")
    if "raised" in words:
        return Reply(error=_error(words["raised"]))
    if "object" in words:
        return Reply(object_of=_text(words["object"], LONGEST_NAME) or "object")
    if expected == RAN:
        return Reply()
    try:
        return Reply(value=decode(words.get("value")))
    except NotReadable as error:
        raise Forged("a value that is none") from error


def _error(words: Any) -> ProgramError:
    if not isinstance(words, dict):
        raise Forged("an error that is none")
    line = words.get("line")
    return ProgramError(
        _text(words.get("kind"), LONGEST_NAME),
        _text(words.get("message"), LONGEST_MESSAGE),
        line if type(line) is int and line > 0 else None,
    )


def _text(value: Any, longest: int) -> str:
    if not isinstance(value, str):
        raise Forged("no text where one must be")
    return value[:longest]
