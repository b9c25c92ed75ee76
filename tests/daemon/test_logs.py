"""Each line of the log is JSON with four keys at least."""

import json
import re
import subprocess
import sys
from typing import Any

SET_UP = """
import logging, structlog
from synerprise_daemon.logs import set_up_logs
set_up_logs("info")
"""


def logged(program: str) -> list[dict[str, Any]]:
    """What a process of its own writes to standard error."""
    done = subprocess.run(
        [sys.executable, "-c", SET_UP + program],
        env={"PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return [json.loads(line) for line in done.stderr.splitlines()]


def test_a_line_has_level_time_module_and_message() -> None:
    (line,) = logged('structlog.get_logger("synerprise_daemon.service").info("ready", model="খ")')
    assert line["level"] == "info"
    assert line["module"] == "synerprise_daemon.service"
    assert line["message"] == "ready"
    assert line["model"] == "খ"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z", line["time"])


def test_the_standard_librarys_logs_have_the_same_shape() -> None:
    (line,) = logged('logging.getLogger("somebody.else").warning("beware of %s", "dogs")')
    assert (line["module"], line["message"]) == ("somebody.else", "beware of dogs")


def test_pygls_may_not_log_the_messages_it_sends() -> None:
    assert logged('logging.getLogger("pygls.protocol").info("Sending data: %s", "text")') == []


def test_a_fault_is_one_line_with_its_traceback() -> None:
    (line,) = logged("try: 1 / 0\nexcept ArithmeticError: structlog.get_logger().exception('e')")
    assert line["level"] == "error"
    assert "ZeroDivisionError" in line["exception"]


def test_the_backend_greets_nobody() -> None:
    assert logged("import synerprise_model.backend") == []
