"""Read the body of a request into a prompt, or refuse it in the caller's words."""

import json
import re
from collections.abc import Mapping
from typing import Any, NoReturn

from synerprise_http_api.refusals import (
    BodyNotJson,
    BodyNotObject,
    FieldMissing,
    FieldUnknown,
    FieldWrong,
    NotJsonType,
    TextUnreadable,
)
from synerprise_model.prompt import Prompt

KNOWN = ("input_text", "signature", "examples")
UNREADABLE = re.compile("[\x00\ud800-\udfff]")
"""NUL and lone surrogates: JSON can spell them, but no text file and no database holds them."""


def read_prompt(content_type: str, body: bytes) -> Prompt:
    if content_type != "application/json":
        raise NotJsonType
    fields = _read_object(body)
    for name in fields:
        if name not in KNOWN:
            raise FieldUnknown(name, KNOWN)
    return Prompt(
        text=_read_input(fields),
        signature=_read_signature(fields),
        examples=_read_examples(fields),
    )


def _read_object(body: bytes) -> Mapping[str, Any]:
    try:
        # "utf-8-sig" because Windows' own tools like to begin a file with a byte order mark.
        fields = json.loads(body.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise BodyNotJson from error
    if not isinstance(fields, dict):
        raise BodyNotObject
    return fields


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)  # NaN and Infinity are Python's, not JSON's


def _read_input(fields: Mapping[str, Any]) -> str:
    if "input_text" not in fields:
        raise FieldMissing("input_text")
    return _readable("input_text", fields["input_text"])


def _read_signature(fields: Mapping[str, Any]) -> str | None:
    value = fields.get("signature")
    return None if value is None else _readable("signature", value)


def _read_examples(fields: Mapping[str, Any]) -> tuple[str, ...]:
    value = fields.get("examples")
    if value is None:
        return ()
    if not isinstance(value, list):
        raise FieldWrong("examples", wanted="a list of strings", bangla="লেখার তালিকা")
    return tuple(_readable("examples", example) for example in value)


def _readable(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise FieldWrong(name, wanted="a string", bangla="লেখা (string)")
    if UNREADABLE.search(value):
        raise TextUnreadable(name)
    return value
