"""The HTTP status of every error: one table."""

from collections.abc import Mapping

from synerprise_daemon.errors import (
    EmptyPrompt,
    ModelUnavailable,
    PromptTooLong,
    SignatureInvalid,
    SynerpriseError,
)
from synerprise_http_api import refusals

STATUSES: Mapping[type[SynerpriseError], int] = {
    refusals.BodyDamaged: 400,
    refusals.BodyNotJson: 400,
    refusals.BodyNotObject: 400,
    refusals.FieldMissing: 400,
    refusals.FieldUnknown: 400,
    refusals.FieldWrong: 400,
    refusals.TextUnreadable: 400,
    EmptyPrompt: 400,
    PromptTooLong: 400,
    SignatureInvalid: 400,
    refusals.PathUnknown: 404,
    refusals.MethodWrong: 405,
    refusals.BodyTooLarge: 413,
    refusals.NotJsonType: 415,
    refusals.NothingTrusted: 422,
    refusals.Unforeseen: 500,
    ModelUnavailable: 503,
}


def status_of(error: SynerpriseError) -> int:
    """Return the status of the error's class, or of the nearest class above it."""
    return next((STATUSES[kind] for kind in type(error).__mro__ if kind in STATUSES), 500)
