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
    markdown: bool = False
    """It shows Markdown over the text, and not its marks."""
    lenses: bool = False
    """It shows commands above the lines they are for, and so can run them."""
    refreshes: bool = False
    """It asks for all lenses again when it is told to."""
    diagnostics: bool = False
    """It marks places of a document with what is said about them."""


def read_client(capabilities: types.ClientCapabilities) -> Client:
    workspace = capabilities.workspace or types.WorkspaceClientCapabilities()
    document = capabilities.text_document or types.TextDocumentClientCapabilities()
    actions = document.code_action or types.CodeActionClientCapabilities()
    edits = workspace.workspace_edit or types.WorkspaceEditClientCapabilities()
    resolved = actions.resolve_support.properties if actions.resolve_support else ()
    hover = document.hover or types.HoverClientCapabilities()
    lens = workspace.code_lens or types.CodeLensWorkspaceClientCapabilities()
    return Client(
        literals=actions.code_action_literal_support is not None,
        resolves=bool(actions.data_support) and "edit" in resolved,
        applies=bool(workspace.apply_edit),
        versions=bool(edits.document_changes),
        markdown=types.MarkupKind.Markdown in (hover.content_format or ()),
        lenses=document.code_lens is not None,
        refreshes=bool(lens.refresh_support),
        diagnostics=document.publish_diagnostics is not None,
    )
