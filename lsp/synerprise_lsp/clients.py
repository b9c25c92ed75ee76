"""What an editor can do, as it says when it comes."""

from dataclasses import dataclass

from lsprotocol import types


@dataclass(frozen=True, slots=True)
class Client:
    """The abilities that make a difference here; the protocol lets an editor lack each."""

    literals: bool = False
    """It knows code actions, not only commands."""
    resolves: bool = False
    """It asks for the edit of an action when the user has chosen it."""
    applies: bool = False
    """It applies edits that the server sends on its own."""
    versions: bool = False
    """It wants to know of which version of a document an edit is."""


def read_client(capabilities: types.ClientCapabilities) -> Client:
    workspace = capabilities.workspace or types.WorkspaceClientCapabilities()
    document = capabilities.text_document or types.TextDocumentClientCapabilities()
    actions = document.code_action or types.CodeActionClientCapabilities()
    edits = workspace.workspace_edit or types.WorkspaceEditClientCapabilities()
    resolved = actions.resolve_support.properties if actions.resolve_support else ()
    return Client(
        literals=actions.code_action_literal_support is not None,
        resolves=bool(actions.data_support) and "edit" in resolved,
        applies=bool(workspace.apply_edit),
        versions=bool(edits.document_changes),
    )
