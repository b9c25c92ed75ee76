"""Begin a training with what an earlier model knows, though its words and tokens were others.

Rows of the two tables are carried over by the word or token they stand for, hashed rows as they
are, and every other weight whole. What only the new model knows stays as it was drawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from synerprise_model.backend import keras
from synerprise_model.features import HASH_ROWS, SourceTokenizer
from synerprise_model.network import Seq2Seq
from synerprise_model.target import TargetTokenizer


@dataclass(frozen=True, slots=True)
class Tokenizers:
    """What the rows of a network's two tables stand for."""

    source: SourceTokenizer
    target: TargetTokenizer

    @classmethod
    def load(cls, folder: Path) -> "Tokenizers":
        """The tokenizers of a corpus or of a trained model."""
        return cls(
            SourceTokenizer.load(folder / "source_tokenizer.json"),
            TargetTokenizer.load(folder / "target_tokenizer.json"),
        )


def start_from(network: Seq2Seq, own: Tokenizers, trained: Path) -> None:
    """Give the network the weights of the model in `trained`.

    Raises `ValueError` when that model has another shape.
    """
    earlier: Seq2Seq = keras.models.load_model(trained / "model.keras", compile=False)
    theirs = Tokenizers.load(trained)
    sizes = {"source_rows": 0, "target_tokens": 0}
    if replace(earlier.shape, **sizes) != replace(network.shape, **sizes):
        raise ValueError(f"the model in {trained} has another shape: {earlier.shape}")
    features = _common(own.source.words, theirs.source.words)
    mine, other = len(own.source.words), len(theirs.source.words)
    features += [(mine + row, other + row) for row in range(2 * HASH_ROWS)]
    tokens = _common(own.target.tokens, theirs.target.tokens)
    for new, old in zip(network.weights, earlier.weights, strict=True):
        if new.path.endswith("features/embeddings"):
            new.assign(_carried(new, old, features))
        elif new.shape != old.shape or new.path.endswith("tokens/embeddings"):
            new.assign(_carried(new, old, tokens))
        else:
            new.assign(old)


def _common(mine: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int]]:
    at = {word: row for row, word in enumerate(theirs)}
    return [(row, at[word]) for row, word in enumerate(mine) if word in at]


def _carried(new: Any, old: Any, rows: Sequence[tuple[int, int]]) -> Any:
    values = np.array(keras.ops.convert_to_numpy(new))
    to, of = np.array(rows).T
    values[to] = keras.ops.convert_to_numpy(old)[of]
    return values
