"""What the encoder reads of each piece: its word, pieces of its letters in two views, its marks.

The vector of a piece is the sum of one table's rows: frequent words, hashed letter n-grams as
written, hashed letter n-grams folded over both scripts, and marks of slots, fields and types.
"""

import json
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import numpy as np

from synerprise_model.folding import fold
from synerprise_model.source import Piece, Source

PADDING, UNKNOWN = "<pad>", "<unk>"
UNKNOWN_ROW = 1
HASH_ROWS = 6000  # for each of the two views
FEATURES_A_PIECE = 24
LONGEST_SOURCE = 64
FORGOTTEN = 0.08
"""Share of the words whose own row a sample does without, as those of strangers will."""


@dataclass(frozen=True)
class SourceTokenizer:
    """Rows of the encoder's table for pieces of a source."""

    words: tuple[str, ...]
    """Frequent words and marks; the first is padding, the second stands for unknown words."""
    _rows: dict[str, int] = field(init=False, repr=False, compare=False)
    _known: dict[str, tuple[int, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_rows", {word: row for row, word in enumerate(self.words)})
        object.__setattr__(self, "_known", {})

    @property
    def rows(self) -> int:
        """Rows of the whole table."""
        return len(self.words) + 2 * HASH_ROWS

    def encode(
        self, source: Source, forgetting: Random | None = None
    ) -> "np.ndarray[tuple[int, int], np.dtype[np.int32]]":
        """Rows of each piece, (pieces, FEATURES_A_PIECE), padded with 0 on the right.

        With `forgetting`, some words are read as if they were unknown, by their letters alone.
        """
        pieces = _shortened(source.pieces)
        encoded = np.zeros((len(pieces), FEATURES_A_PIECE), np.int32)
        for at, piece in enumerate(pieces):
            rows = [
                *self._marks(piece),
                *(row for word in piece.word.split() for row in self._word(word, forgetting)),
            ]
            encoded[at, : len(rows)] = rows[:FEATURES_A_PIECE]
        return encoded

    def _marks(self, piece: Piece) -> Iterable[int]:
        return (self._rows.get(mark, UNKNOWN_ROW) for mark in piece.marks)

    def _word(self, word: str, forgetting: Random | None) -> tuple[int, ...]:
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = tuple(self._rows_of_word(word))
        if forgetting and forgetting.random() < FORGOTTEN:
            return (UNKNOWN_ROW, *known[1:])
        return known

    def _rows_of_word(self, word: str) -> Iterable[int]:
        yield self._rows.get(word, UNKNOWN_ROW)
        start = len(self.words)
        yield from (start + hashed(gram) for gram in n_grams(word, (3, 4)))
        folded = fold(word)
        yield start + HASH_ROWS + hashed(folded)
        yield from (start + HASH_ROWS + hashed(gram) for gram in n_grams(folded, (2, 3)))

    def save(self, path: Path) -> None:
        """Write the tokenizer as JSON."""
        data = {"words": self.words, "hash_rows": HASH_ROWS, "longest": LONGEST_SOURCE}
        path.write_text(json.dumps(data, ensure_ascii=False, indent=0), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> "SourceTokenizer":
        """Read what `save` wrote."""
        return cls(tuple(json.loads(path.read_text(encoding="utf-8"))["words"]))

    @classmethod
    def of(cls, sources: Iterable[Source], fewest: int = 4) -> "SourceTokenizer":
        """A tokenizer of the marks and of the words that occur at least `fewest` times."""
        words: Counter[str] = Counter()
        marks: set[str] = set()
        for source in sources:
            for piece in source.pieces:
                marks.update(piece.marks)
                words.update(piece.word.split())
        frequent = sorted(word for word, count in words.items() if count >= fewest)
        return cls((PADDING, UNKNOWN, *sorted(marks), *frequent))


def _shortened(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces without the last plain words that are too many; the signature comes after them."""
    plain = [at for at, piece in enumerate(pieces) if not piece.marks]
    away = set(plain[len(plain) - max(0, len(pieces) - LONGEST_SOURCE) :])
    return [piece for at, piece in enumerate(pieces) if at not in away][:LONGEST_SOURCE]


def n_grams(word: str, lengths: Sequence[int]) -> list[str]:
    """Runs of letters of a word with its ends marked."""
    marked = f"<{word}>"
    return [
        marked[at : at + length]
        for length in lengths
        for at in range(max(1, len(marked) - length + 1))
    ]


def hashed(text: str) -> int:
    """A row among the hashed ones, the same on every machine."""
    return zlib.crc32(text.encode()) % HASH_ROWS
