"""The editor's open documents, parted into lines and counted in columns as the editor does.

pygls keeps them; what is overridden here would corrupt a document that has a form feed or U+2028
in it, or put an edit at the end of the last line one letter too early.
"""

from collections.abc import Sequence
from urllib.parse import unquote

from lsprotocol import types
from pygls.workspace import PositionCodec, ServerTextPosition, TextDocument, Workspace

from synerprise_lsp.gaps import Spot
from synerprise_lsp.lines import split, without_end


class Columns(PositionCodec):
    """Converts between code points and the units of the editor: UTF-8, UTF-16 or UTF-32."""

    def position_from_client_units(
        self, lines: Sequence[str], position: types.Position
    ) -> ServerTextPosition:
        """The place in code points; one behind its line, or behind the last line, is moved back."""
        if position.line >= len(lines):
            last = max(len(lines) - 1, 0)
            return ServerTextPosition(last, len(lines[last]) if lines else 0)
        passed = 0
        line = without_end(lines[position.line])
        for column, letter in enumerate(line):
            if passed >= position.character:
                return ServerTextPosition(position.line, column)
            passed += self.impl.code_units_for_char(letter)
        return ServerTextPosition(position.line, len(line))


class Document(TextDocument):
    """A document whose lines end where the protocol says."""

    _parted: tuple[str, tuple[str, ...]] = ("", ())

    @property
    def lines(self) -> tuple[str, ...]:
        """Parted once for each version: an editor asks about the same text at every move."""
        if self._parted[0] is not self.source:
            self._parted = (self.source, tuple(split(self.source)))
        return self._parted[1]

    def position_of(self, spot: Spot) -> types.Position:
        """The spot in the units of the editor."""
        return self.position_to_client_units(ServerTextPosition(spot.row, spot.column))

    def spot_of(self, position: types.Position) -> Spot:
        """The place in code points, whatever the editor counts in."""
        place = self.position_from_client_units(position)
        return Spot(place.line, place.character)

    def range_of(self, start: Spot, end: Spot) -> types.Range:
        return types.Range(self.position_of(start), self.position_of(end))


class Documents(Workspace):
    """What the editor has open."""

    def __init__(self, encoding: types.PositionEncodingKind | str | None) -> None:
        super().__init__(None, position_encoding=encoding)
        self._position_codec = Columns(encoding)

    def opened(self, uri: str) -> Document | None:
        """None for a document that is not open: files are never read behind the editor's back."""
        found = self.text_documents.get(unquote(uri))
        return found if isinstance(found, Document) else None

    def uris(self) -> list[str]:
        """Of all documents that are open, as the editor writes them."""
        return [document.uri for document in self.text_documents.values()]

    def _create_text_document(
        self,
        doc_uri: str,
        source: str | None = None,
        version: int | None = None,
        language_id: str | None = None,
    ) -> Document:
        return Document(
            doc_uri, source or "", version, language_id, position_codec=self._position_codec
        )
