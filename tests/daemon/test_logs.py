"""Each line of the log is JSON with four keys at least."""

import json
import logging
import re
from collections.abc import Iterator

import pytest
import structlog

from synerprise_daemon.logs import set_up_logs


@pytest.fixture
def logs(capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    set_up_logs("info")
    yield
    for handler in root.handlers:
        if isinstance(handler, logging.StreamHandler):
            handler.stream.close()
    root.handlers, root.level = handlers, level
    structlog.reset_defaults()


def test_a_line_has_level_time_module_and_message(
    logs: None, capfd: pytest.CaptureFixture[str]
) -> None:
    structlog.get_logger("synerprise_daemon.service").info("model_ready", model="খ")
    line = json.loads(capfd.readouterr().err)
    assert line["level"] == "info"
    assert line["module"] == "synerprise_daemon.service"
    assert line["message"] == "model_ready"
    assert line["model"] == "খ"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z", line["time"])


def test_the_standard_librarys_logs_have_the_same_shape(
    logs: None, capfd: pytest.CaptureFixture[str]
) -> None:
    logging.getLogger("somebody.else").warning("beware of %s", "dogs")
    line = json.loads(capfd.readouterr().err)
    assert (line["module"], line["message"]) == ("somebody.else", "beware of dogs")


def test_pygls_may_not_log_the_messages_it_sends(
    logs: None, capfd: pytest.CaptureFixture[str]
) -> None:
    logging.getLogger("pygls.protocol").info("Sending data: %s", "the user's text")
    assert capfd.readouterr().err == ""
