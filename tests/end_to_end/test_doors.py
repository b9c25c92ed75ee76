"""The same prompt through every door of one daemon gives the same program."""

import json
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from lsprotocol import types as lsp
from pytest_lsp import LanguageClient, client_capabilities, make_test_lsp_client

from synerprise_model.card import SETTINGS
from synerprise_model.folders import TRAINED
from tests.end_to_end.conftest import FACTORIAL, Synerprise

URI = "file:///lesson.py"


@asynccontextmanager
async def editor(synerprise: Synerprise) -> AsyncIterator[LanguageClient]:
    """A client as Neovim is one, over the standard streams of `synerprise lsp`."""
    client = make_test_lsp_client()
    program, *arguments = synerprise.command("lsp")
    await client.start_io(program, *arguments, env=synerprise.environment)
    capabilities = client_capabilities("neovim")
    await client.initialize_session(
        lsp.InitializeParams(capabilities=capabilities, root_uri="file:///")
    )
    yield client
    await client.shutdown_session()
    await client.stop()  # type: ignore[no-untyped-call]


async def text_after_the_first_action(client: LanguageClient, text: str, row: int) -> str:
    """Open the text, take the first action on a row, and return what is inserted."""
    client.text_document_did_open(
        lsp.DidOpenTextDocumentParams(lsp.TextDocumentItem(URI, "python", 1, text))
    )
    place = lsp.Position(row, 3)
    actions = await client.text_document_code_action_async(
        lsp.CodeActionParams(
            lsp.TextDocumentIdentifier(URI), lsp.Range(place, place), lsp.CodeActionContext([])
        )
    )
    assert actions
    action = actions[0]
    assert isinstance(action, lsp.CodeAction)
    resolved = await client.code_action_resolve_async(action)
    assert resolved.edit
    return str(_edits(resolved.edit)[0].new_text)


def _edits(edit: lsp.WorkspaceEdit) -> list[Any]:
    if edit.document_changes:
        return [one for change in edit.document_changes for one in getattr(change, "edits", [])]
    return [one for edits in (edit.changes or {}).values() for one in edits]


@pytest.fixture
def http_port(synerprise: Synerprise, unused_tcp_port: int) -> Iterator[int]:
    """A daemon with the HTTP door open."""
    synerprise.run("stop")
    environment = synerprise.environment | {"SYNERPRISE_HTTP_PORT": str(unused_tcp_port)}
    with subprocess.Popen(
        synerprise.command("serve", "--http"), env=environment, stderr=subprocess.DEVNULL
    ) as daemon:
        yield unused_tcp_port
        daemon.terminate()


def post(port: int, prompt: str) -> dict[str, Any]:
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/generate-code",
        json.dumps({"input_text": prompt}).encode(),
        {"Content-Type": "application/json"},
    )
    for _ in range(600):
        try:
            with urllib.request.urlopen(request, timeout=200) as told:
                envelope: dict[str, Any] = json.loads(told.read())
                return envelope
        except urllib.error.HTTPError as refusal:
            return {"status": refusal.status, "body": refusal.read().decode()}
        except OSError:
            time.sleep(0.1)  # it does not listen yet
    raise TimeoutError


async def test_the_editor_http_and_the_terminal_get_the_same_program(
    synerprise: Synerprise, http_port: int
) -> None:
    envelope = post(http_port, FACTORIAL)
    assert envelope["status"] == "success", envelope
    settings = json.loads((TRAINED / SETTINGS).read_text(encoding="utf-8"))
    assert envelope["metadata"]["model_version"] == settings["version"]
    async with editor(synerprise) as client:
        inserted = await text_after_the_first_action(client, f"# {FACTORIAL}\n", 0)
    printed = synerprise.run("generate", FACTORIAL).stdout
    assert inserted.strip() == envelope["output"]["target_text"].strip() == printed.strip()


async def test_the_program_lands_under_the_comment_at_its_indentation(
    synerprise: Synerprise,
) -> None:
    text = "class Lesson:\n    x = 1  # 🙂\n\n    # একটি সংখ্যার ফ্যাক্টোরিয়াল বের করার ফাংশন লেখো\n"
    async with editor(synerprise) as client:
        inserted = await text_after_the_first_action(client, text, 3)
    assert inserted.lstrip("\n").startswith("    def ")
