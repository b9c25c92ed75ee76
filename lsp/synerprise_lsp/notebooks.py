"""Notebooks: their code cells are documents like others, but told of in messages of their own."""

from dataclasses import dataclass

from lsprotocol import types

CELLS = types.NotebookDocumentSyncOptions(
    [
        types.NotebookDocumentFilterWithNotebook(
            types.NotebookDocumentFilterNotebookType("jupyter-notebook"),
            [types.NotebookCellLanguage("python")],
        )
    ]
)
"""Those that we want to be told of."""


@dataclass(frozen=True, slots=True)
class Changed:
    """The documents of the cells that a change touches."""

    opened: tuple[str, ...]
    typed: tuple[str, ...]
    closed: tuple[str, ...]


def changed(params: types.DidChangeNotebookDocumentParams) -> Changed:
    cells = params.change.cells or types.NotebookDocumentCellChanges()
    opened = cells.structure.did_open if cells.structure else None
    closed = cells.structure.did_close if cells.structure else None
    return Changed(
        opened=tuple(cell.uri for cell in opened or ()),
        typed=tuple(text.document.uri for text in cells.text_content or ()),
        closed=tuple(cell.uri for cell in closed or ()),
    )
