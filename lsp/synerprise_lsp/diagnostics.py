"""Diagnostics: marks under the words of a document's wishes that the model does not know."""

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from itertools import islice
from typing import Any

from lsprotocol import types

from synerprise_lsp.documents import Document
from synerprise_lsp.grants import Opened
from synerprise_lsp.unknown_words import UnknownWord, unknown_words
from synerprise_lsp.wishes import wishes_in
from synerprise_model.errors import ModelMissing
from synerprise_model.known_words import KnownWords, read_known_words

SOURCE, CODE = "SynerPrise", "unknown-word"
MOST_WISHES = 200  # of a document; who has written more is shown the first
PAUSE_S = 0.5  # longer than between two keys, since a word half typed is not unknown yet

Publish = Callable[[types.PublishDiagnosticsParams], None]
Begin = Callable[[Coroutine[Any, Any, None]], None]
"""Starts work that nobody waits for."""


class Diagnostics:
    """The hints in the documents of one editor, as long as they are wanted."""

    def __init__(self, publish: Publish, opened: Opened, begin: Begin) -> None:
        self._publish, self._opened, self._begin = publish, opened, begin
        self._wanted = False
        self._known: KnownWords | None = None

    @property
    def known(self) -> KnownWords | None:
        """The words that are not marked; None while nothing is, or they are not read yet."""
        return self._known if self._wanted else None

    def want(self, uris: Iterable[str], *, wanted: bool) -> None:
        """Mark the words of these documents from now on, or no more."""
        if wanted == self._wanted:
            return
        self._wanted = wanted
        for uri in uris:
            if wanted:
                self.look(uri)
            else:
                self._clear(uri)

    def look(self, uri: str, pause_s: float = 0.0) -> None:
        """Mark the words after a pause, unless the document changes or is closed meanwhile."""
        document = self._opened(uri)
        if document and self._wanted:
            self._begin(self._mark(document, document.version, pause_s))

    def forget(self, uri: str) -> None:
        """Take the hints away from a document that was closed."""
        if self._wanted:
            self._clear(uri)

    async def _mark(self, document: Document, version: int | None, pause_s: float) -> None:
        """For the version that the change made: there may be later ones when this begins."""
        await asyncio.sleep(pause_s)
        try:
            known = self._known = await asyncio.to_thread(read_known_words)
        except ModelMissing:
            return  # whoever asks for a program is told
        lines, found = document.lines, list[types.Diagnostic]()
        for wish in islice(wishes_in(lines), MOST_WISHES):
            await asyncio.sleep(0)  # whoever asks for something is served between two wishes
            if not self._is_still(document, version):
                return
            found += [diagnostic_for(document, word) for word in unknown_words(lines, wish, known)]
        if self._is_still(document, version):
            self._publish(types.PublishDiagnosticsParams(document.uri, found, version))

    def _is_still(self, document: Document, version: int | None) -> bool:
        is_open = self._opened(document.uri) is document
        return self._wanted and is_open and document.version == version

    def _clear(self, uri: str) -> None:
        self._publish(types.PublishDiagnosticsParams(uri, []))


def diagnostic_for(document: Document, unknown: UnknownWord) -> types.Diagnostic:
    return types.Diagnostic(
        range=document.range_of(unknown.start, unknown.end),
        message=(
            f"মডেলটি এই শব্দটি চেনে না: {unknown.word} | "
            f"The model does not know this word: {unknown.word}"
        ),
        severity=types.DiagnosticSeverity.Hint,
        code=CODE,
        source=SOURCE,
    )
