"""The lsp room: comments, wishes, edits, and the protocol over a real socket."""
