"""The overrides of pygls, each with what went wrong without it."""

import json
from typing import Any

import pytest
from pygls.exceptions import JsonRpcException

from synerprise_daemon.doors import House
from synerprise_lsp.protocol import Protocol, shared_converter
from synerprise_lsp.server import server_for
from tests.lsp.editor import URI


class Paper:
    """What is written to the editor, message by message."""

    def __init__(self) -> None:
        self.messages: list[dict[str, Any]] = []

    def write(self, data: bytes) -> None:
        self.messages.append(json.loads(data))

    def close(self) -> None:
        """Paper stays."""


@pytest.fixture
def paper() -> Paper:
    return Paper()


@pytest.fixture
def protocol(house: House, paper: Paper) -> Protocol:
    protocol = server_for(house.service).protocol
    protocol.set_writer(paper, include_headers=False)
    hear(protocol, "initialize", {"capabilities": {}}, number=0)
    return protocol


def hear(protocol: Protocol, method: str, params: Any, number: int | None = None) -> None:
    numbered = {} if number is None else {"id": number}
    message = {"jsonrpc": "2.0", "method": method, "params": params, **numbered}
    protocol.handle_message(protocol.structure_message(message))


def test_all_connections_share_one_converter(protocol: Protocol) -> None:
    assert protocol._converter is shared_converter()


def test_the_types_of_messages_are_in_no_cache_that_holds_connections(protocol: Protocol) -> None:
    assert not hasattr(protocol.get_message_type, "cache_clear")
    assert not hasattr(protocol.get_result_type, "cache_clear")
    assert protocol.get_message_type("no/such") is None
    assert protocol.get_result_type("no/such") is None


def test_exit_ends_this_connection_alone(protocol: Protocol) -> None:
    hear(protocol, "exit", None)
    assert protocol.ended.is_set()


def test_a_response_that_nobody_waits_for_is_dropped(protocol: Protocol) -> None:
    protocol.send_request("workspace/applyEdit", msg_id="1").cancel()
    protocol._handle_response("1", None)
    assert protocol._request_futures == {}


def test_a_response_that_is_waited_for_arrives(protocol: Protocol) -> None:
    asked = protocol.send_request("workspace/applyEdit", msg_id="1")
    protocol._handle_response("1", "done")
    assert asked.result() == "done"


def test_keys_that_are_pressed_leave_nothing_in_memory(protocol: Protocol) -> None:
    document = {"uri": URI, "languageId": "python", "version": 1, "text": ""}
    hear(protocol, "textDocument/didOpen", {"textDocument": document})
    for version in range(2, 12):
        identity = {"uri": URI, "version": version}
        changes = [{"text": "ক" * version}]
        hear(
            protocol,
            "textDocument/didChange",
            {"textDocument": identity, "contentChanges": changes},
        )
    opened = protocol.documents.opened(URI)
    assert opened
    assert opened.source == "ক" * 11
    assert protocol._request_futures == {}


def test_a_request_with_wrong_parameters_is_answered(protocol: Protocol, paper: Paper) -> None:
    with pytest.raises(JsonRpcException):
        hear(protocol, "textDocument/codeAction", {"range": 5}, number=7)
    assert paper.messages[-1]["id"] == 7
    assert "error" in paper.messages[-1]


def test_after_leaving_nothing_is_said_or_waited_for(protocol: Protocol, paper: Paper) -> None:
    asked = protocol.send_request("workspace/applyEdit", msg_id="1")
    said = len(paper.messages)
    protocol.leave()
    protocol.notify("window/showMessage", None)
    assert asked.cancelled()
    assert len(paper.messages) == said
