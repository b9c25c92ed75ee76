"""Documents: what the editor typed is what the server has, in every encoding."""

import re

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from synerprise_lsp.documents import Document, Documents
from synerprise_lsp.gaps import Spot
from tests.lsp.editor import URI, WIDTH

ENCODINGS = ("utf-8", "utf-16", "utf-32")
LETTERS = st.sampled_from([*"aক্ষড়ো😀🎈\t\n\r\x0c\u2028\x85\u200d", "\r\n"])
TEXTS = st.lists(LETTERS, max_size=12).map("".join)


def opened(text: str, encoding: str = "utf-16") -> Document:
    documents = Documents(types.PositionEncodingKind(encoding))
    documents.put_text_document(types.TextDocumentItem(URI, "python", 1, text))
    document = documents.opened(URI)
    assert document
    return document


def place(text: str, offset: int, encoding: str) -> types.Position:
    """Where an editor says the offset is."""
    rows = re.split(r"\r\n|\n|\r", text[:offset])
    name, width = WIDTH[encoding]
    return types.Position(len(rows) - 1, len(rows[-1].encode(name)) // width)


def change(document: Document, start: types.Position, end: types.Position, new: str) -> str:
    document.apply_change(types.TextDocumentContentChangePartial(types.Range(start, end), new))
    return document.source


@hypothesis.settings(deadline=None)  # others may use this machine
@given(st.data(), TEXTS, st.sampled_from(ENCODINGS))
def test_whatever_is_typed_arrives(data: st.DataObject, text: str, encoding: str) -> None:
    document = opened(text, encoding)
    for _ in range(3):
        # an editor's caret is never between the two halves of a line end
        offsets = [at for at in range(len(text) + 1) if text[at - 1 : at + 1] != "\r\n" or not at]
        start, end = sorted(data.draw(st.sampled_from(offsets)) for _ in range(2))
        new = data.draw(TEXTS)
        first, last = (place(text, offset, encoding) for offset in (start, end))
        text = text[:start] + new + text[end:]
        assert change(document, first, last, new) == text


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 11), ("utf-16", 7), ("utf-32", 6)])
def test_a_column_is_told_in_the_units_of_the_editor(encoding: str, column: int) -> None:
    document = opened('x="😀দ"; y\n', encoding)
    assert document.position_of(Spot(0, 6)) == types.Position(0, column)


@pytest.mark.parametrize(
    ("row", "column", "text"), [(0, 99, "ab!"), (9, 0, "ab!"), (0, 2, "ab!"), (0, 1, "a!b")]
)
def test_a_place_behind_the_end_is_the_end(row: int, column: int, text: str) -> None:
    at = types.Position(row, column)
    assert change(opened("ab"), at, at, "!") == text


def test_an_empty_document_can_be_typed_into() -> None:
    at = types.Position(0, 0)
    assert change(opened(""), at, at, "ক") == "ক"


def test_lines_are_parted_once_for_each_text() -> None:
    document = opened("a\x0cb\nc")
    assert document.lines is document.lines
    assert document.lines == ("a\x0cb\n", "c")
    at = types.Position(1, 1)
    change(document, at, at, "d")
    assert document.lines == ("a\x0cb\n", "cd")


def test_a_document_that_is_not_open_is_not_read_from_the_disk() -> None:
    assert Documents("utf-16").opened("file:///etc/hostname") is None
