"""What the editors that pytest-lsp has recorded can do."""

import pytest
from lsprotocol import types
from pytest_lsp import client_capabilities

from synerprise_lsp.clients import Client, read_client


@pytest.mark.parametrize(
    ("name", "client"),
    [
        ("visual_studio_code", Client(literals=True, resolves=True, applies=True, versions=True)),
        ("neovim", Client(literals=True, resolves=True, applies=True, versions=False)),
        ("emacs", Client(literals=True, resolves=False, applies=True, versions=True)),
    ],
)
def test_known_editors(name: str, client: Client) -> None:
    assert read_client(client_capabilities(name)) == client


def test_an_editor_that_says_nothing_can_do_nothing() -> None:
    assert read_client(types.ClientCapabilities()) == Client()
