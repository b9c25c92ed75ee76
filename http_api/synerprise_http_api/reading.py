"""Read the body of a request into a wish, or refuse it in the caller's words."""

import json
import re
from collections.abc import Mapping, Sequence
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
from synerprise_http_api.wish import MOST_CANDIDATES, Wish
from synerprise_model.prompt import Prompt

KNOWN = ("input_text", "signature", "examples", "candidates")
KNOWN_OF_BATCH = ("prompts",)
LARGEST_BATCH = 32  # prompts
UNREADABLE = re.compile("[\x00\ud800-\udfff]")
"""NUL and lone surrogates: JSON can spell them, but no text file and no database holds them."""


def read_json(content_type: str, body: bytes) -> object:
    if content_type != "application/json":
        raise NotJsonType
    try:
        # "utf-8-sig" because Windows' own tools like to begin a file with a byte order mark.
        return json.loads(body.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise BodyNotJson from error


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)  # NaN and Infinity are Python's, not JSON's


def read_wish(value: object) -> Wish:
    """Read what JSON gave for one prompt."""
    fields = _with_known_fields(value, KNOWN)
    prompt = Prompt(
        text=_read_input(fields),
        signature=_read_signature(fields),
        examples=_read_examples(fields),
    )
    return Wish(prompt, _read_candidates(fields))


def read_batch(value: object) -> Sequence[object]:
    """Read what JSON gave for many prompts, but not yet what each of them is."""
    fields = _with_known_fields(value, KNOWN_OF_BATCH)
    if "prompts" not in fields:
        raise FieldMissing("prompts")
    prompts = fields["prompts"]
    if isinstance(prompts, list) and 1 <= len(prompts) <= LARGEST_BATCH:
        return prompts
    raise FieldWrong(
        "prompts",
        wanted=f"a list of 1 to {LARGEST_BATCH} prompts",
        bangla=f"prompt-এর একটি তালিকা (সংখ্যায় 1 থেকে {LARGEST_BATCH})",
    )


def _with_known_fields(value: object, known: Sequence[str]) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise BodyNotObject(known[0])
    for name in value:
        if name not in known:
            raise FieldUnknown(name, known)
    return value


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


def _read_candidates(fields: Mapping[str, Any]) -> int:
    value = fields.get("candidates")
    if value is None:
        return 1
    if type(value) is int and 1 <= value <= MOST_CANDIDATES:  # True is an int by isinstance
        return value
    raise FieldWrong(
        "candidates",
        wanted=f"a whole number from 1 to {MOST_CANDIDATES}",
        bangla=f"1 থেকে {MOST_CANDIDATES} পর্যন্ত একটি পূর্ণসংখ্যা",
    )


def _readable(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise FieldWrong(name, wanted="a string", bangla="লেখা (string)")
    if UNREADABLE.search(value):
        raise TextUnreadable(name)
    return value
