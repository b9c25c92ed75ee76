"""What the editors that pytest-lsp has recorded can do."""

from dataclasses import replace

import pytest
from lsprotocol import types
from pytest_lsp import client_capabilities

from synerprise_lsp.clients import Client, read_client

EMACS = Client(literals=True, applies=True, versions=True, markdown=True, diagnostics=True)
NEOVIM = replace(EMACS, resolves=True, versions=False, lenses=True)
VS_CODE = replace(NEOVIM, versions=True, refreshes=True)


@pytest.mark.parametrize(
    ("name", "client"), [("visual_studio_code", VS_CODE), ("neovim", NEOVIM), ("emacs", EMACS)]
)
def test_known_editors(name: str, client: Client) -> None:
    assert read_client(client_capabilities(name)) == client


def test_an_editor_that_says_nothing_can_do_nothing() -> None:
    assert read_client(types.ClientCapabilities()) == Client()
