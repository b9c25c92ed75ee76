"""Logs as JSON, a line each, with level, time, module and message; never the text of a prompt."""

import logging
import os
import sys
import warnings

import structlog


def set_up_logs(level: str) -> None:
    """Write all logs of this process, structlog's and the standard library's, to standard error.

    Through a descriptor of their own: while TensorFlow is imported, standard error is shut.
    """
    shared: list[structlog.types.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="time"),
        structlog.processors.format_exc_info,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(os.fdopen(os.dup(sys.stderr.fileno()), "w", encoding="utf-8"))
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                _named_for_readers,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        )
    )
    ignore_warnings_of_candidates()
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.upper())
    for chatty in ("pygls", "asyncio", "aiohttp", "tensorflow", "h5py"):
        # pygls logs whole messages, and with them the user's text
        logging.getLogger(chatty).setLevel(logging.WARNING)


def ignore_warnings_of_candidates() -> None:
    """What the compiler thinks of a program ("invalid escape sequence") is not for our log."""
    warnings.simplefilter("ignore", SyntaxWarning)


def _named_for_readers(
    _logger: object, _method: str, line: structlog.types.EventDict
) -> structlog.types.EventDict:
    first = {
        "level": line.pop("level"),
        "time": line.pop("time"),
        "module": line.pop("logger"),
        "message": line.pop("event"),
    }
    return {**first, **line}
