"""The network: a Transformer encoder, an LSTM decoder with attention, written once.

Training reads whole programs at a time and decoding one token at a time, through the same layers.
In comments: B batch, S source pieces, F features a piece, T target tokens, D width, V vocabulary.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from synerprise_model.backend import keras

layers, ops = keras.layers, keras.ops

MASKED = -1e9
PACKAGE = "synerprise"


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of a network."""

    source_rows: int
    target_tokens: int
    feature_width: int = 128
    width: int = 192
    heads: int = 4
    encoder_layers: int = 3
    inner_width: int = 768
    lstm_width: int = 320
    relative_positions: int = 12
    """Distances between pieces that are told apart; farther ones count as this far."""
    dropout: float = 0.1


@keras.saving.register_keras_serializable(PACKAGE)
class RelativeAttention(keras.layers.Layer):
    """Self-attention with a learned bias for each distance and head (as in T5, without buckets)."""

    def __init__(self, width: int, heads: int, reach: int, dropout: float, **options: Any) -> None:
        super().__init__(**options)
        self.width, self.heads, self.reach, self.dropout = width, heads, reach, dropout
        self.project_in = layers.Dense(3 * width, use_bias=False)
        self.project_out = layers.Dense(width)
        self.drop = layers.Dropout(dropout)

    def build(self, shape: Sequence[int | None]) -> None:
        self.project_in.build(shape)
        self.project_out.build((*shape[:-1], self.width))
        size = (2 * self.reach + 1, self.heads)
        self.bias = self.add_weight(shape=size, initializer="zeros", name="distance_bias")

    def call(self, x: Any, mask: Any, training: bool = False) -> Any:
        batch, length = ops.shape(x)[0], ops.shape(x)[1]
        split = (batch, length, 3, self.heads, self.width // self.heads)
        query, key, value = ops.unstack(ops.reshape(self.project_in(x), split), axis=2)
        scores = ops.einsum("bqhd,bkhd->bhqk", query, key) / (self.width / self.heads) ** 0.5
        places = ops.arange(length)
        apart = ops.clip(places[None, :] - places[:, None], -self.reach, self.reach) + self.reach
        bias = ops.transpose(ops.take(self.bias, apart, axis=0), (2, 0, 1))  # (heads, S, S)
        scores = scores + bias[None] + ((1.0 - mask) * MASKED)[:, None, None, :]
        weights = self.drop(ops.softmax(scores), training=training)
        mixed = ops.einsum("bhqk,bkhd->bqhd", weights, value)
        return self.project_out(ops.reshape(mixed, (batch, length, self.width)))

    def get_config(self) -> dict[str, Any]:
        own = {"width": self.width, "heads": self.heads, "reach": self.reach}
        config: dict[str, Any] = super().get_config() | own | {"dropout": self.dropout}
        return config


@keras.saving.register_keras_serializable(PACKAGE)
class EncoderLayer(keras.layers.Layer):
    """Attention and two dense layers, each behind a layer norm and beside a residual."""

    def __init__(
        self, width: int, heads: int, inner: int, reach: int, dropout: float, **options: Any
    ) -> None:
        super().__init__(**options)
        self.sizes = {"width": width, "heads": heads, "inner": inner, "reach": reach}
        self.dropout = dropout
        self.attention = RelativeAttention(width, heads, reach, dropout)
        self.expand = layers.Dense(inner, activation="relu")
        self.contract = layers.Dense(width)
        self.norms = [layers.LayerNormalization(epsilon=1e-6) for _ in range(2)]
        self.drop = layers.Dropout(dropout)

    def build(self, shape: Sequence[int | None]) -> None:
        for norm in self.norms:
            norm.build(shape)
        self.attention.build(shape)
        self.expand.build(shape)
        self.contract.build((*shape[:-1], self.sizes["inner"]))

    def call(self, x: Any, mask: Any, training: bool = False) -> Any:
        mixed = self.attention(self.norms[0](x), mask, training=training)
        x = x + self.drop(mixed, training=training)
        inner = self.contract(self.expand(self.norms[1](x)))
        return x + self.drop(inner, training=training)

    def get_config(self) -> dict[str, Any]:
        config: dict[str, Any] = super().get_config() | self.sizes | {"dropout": self.dropout}
        return config


@keras.saving.register_keras_serializable(PACKAGE)
class Seq2Seq(keras.Model):
    """From the features of a prompt to the logits of its program's tokens."""

    def __init__(
        self, shape: Shape | Mapping[str, Any], smoothing: float = 0.0, **options: Any
    ) -> None:
        """`smoothing` is that of the labels, when it is trained."""
        super().__init__(**options)
        s = self.shape = shape if isinstance(shape, Shape) else Shape(**shape)
        self.smoothing = smoothing
        self.features = layers.Embedding(s.source_rows, s.feature_width, name="features")
        self.widen = layers.Dense(s.width, name="widen")
        self.encoder = [
            EncoderLayer(s.width, s.heads, s.inner_width, s.relative_positions, s.dropout)
            for _ in range(s.encoder_layers)
        ]
        self.encoded_norm = layers.LayerNormalization(epsilon=1e-6)
        self.start_state = layers.Dense(2 * s.lstm_width, activation="tanh", name="start_state")
        self.tokens = layers.Embedding(s.target_tokens, s.width, name="tokens")
        self.lstm = layers.LSTM(s.lstm_width, return_sequences=True, dtype="float32")
        self.query = layers.Dense(s.width, use_bias=False, name="query")
        self.keys_values = layers.Dense(2 * s.width, use_bias=False, name="keys_values")
        self.combine = layers.Dense(s.width, activation="tanh", name="combine")
        self.output_bias = self.add_weight(shape=(s.target_tokens,), initializer="zeros")
        self.drop = layers.Dropout(s.dropout)

    def call(self, inputs: Mapping[str, Any], training: bool = False) -> Any:
        """Teacher forcing.

        `inputs` holds `source`, (B, S, F) rows with 0 for none, and `before`, (B, T) the tokens
        that come before those to be told. Returns what is told, (B, T, D); `score` makes logits
        of it, which training need not keep.
        """
        memory, mask = self.encode(inputs["source"], training=training)
        keys, values = self.remember(memory)
        embedded = self.drop(self.tokens(inputs["before"]), training=training)
        states = self.lstm(embedded, initial_state=self.first_state(memory, mask))
        return self.combined(states, keys, values, mask, training=training)

    def compute_loss(
        self,
        x: Any = None,  # noqa: ARG002  as Keras asks
        y: Any = None,
        y_pred: Any = None,
        sample_weight: Any = None,
        training: bool = True,  # noqa: ARG002  as Keras asks
    ) -> Any:
        """The mean cross-entropy with label smoothing of tokens (B, T), weighed by (B, T).

        The logits of the right tokens, and the mean ones, come from the states themselves: to take
        them out of (B, T, V) logits costs as much as all other layers together.
        """
        y, table, bias = ops.cast(y, "int32"), self.tokens.embeddings, self.output_bias
        right = ops.sum(y_pred * ops.take(table, y, axis=0), axis=-1) + ops.take(bias, y)
        mean = ops.matmul(y_pred, ops.mean(table, axis=0)) + ops.mean(bias)
        wanted = (1.0 - self.smoothing) * right + self.smoothing * mean
        losses = ops.logsumexp(self.score(y_pred), axis=-1) - wanted
        return ops.sum(losses * sample_weight) / ops.sum(sample_weight)

    def encode(self, source: Any, training: bool = False) -> tuple[Any, Any]:
        """The memory, (B, S, D), and its mask, (B, S), 1.0 where there is a piece."""
        present = ops.cast(ops.not_equal(source, 0), "float32")  # (B, S, F)
        mask = ops.max(present, axis=-1)
        summed = ops.sum(self.features(source) * present[..., None], axis=2)
        x = self.drop(self.widen(summed), training=training)
        for layer in self.encoder:
            x = layer(x, mask, training=training)
        return self.encoded_norm(x), mask

    def remember(self, memory: Any) -> tuple[Any, Any]:
        """Keys and values of the memory for the decoder's attention, each (B, S, D)."""
        keys, values = ops.split(self.keys_values(memory), 2, axis=-1)
        return keys, values

    def first_state(self, memory: Any, mask: Any) -> list[Any]:
        """The state in which the LSTM starts, two of (B, LSTM width), from the mean piece."""
        mean = ops.sum(memory * mask[..., None], axis=1) / (ops.sum(mask, axis=1)[:, None] + 1e-6)
        return list(ops.split(self.start_state(mean), 2, axis=-1))

    def step(self, token: Any, state: list[Any]) -> tuple[Any, list[Any]]:
        """One step of the LSTM: from tokens, (B,), and a state to what it says, and the next."""
        said, state = self.lstm.cell(self.tokens(token), state)
        return said, list(state)

    def tell(self, states: Any, keys: Any, values: Any, mask: Any, training: bool = False) -> Any:
        """Attend to the memory and score the tokens: (B, T, LSTM width) to (B, T, V)."""
        return self.score(self.combined(states, keys, values, mask, training=training))

    def score(self, combined: Any) -> Any:
        """Logits of the tokens, (B, T, V), for what is told, (B, T, D)."""
        return ops.matmul(combined, ops.transpose(self.tokens.embeddings)) + self.output_bias

    def combined(
        self, states: Any, keys: Any, values: Any, mask: Any, training: bool = False
    ) -> Any:
        """The states with what they attend to in the memory, (B, T, D)."""
        s = self.shape
        batch, length = ops.shape(states)[0], ops.shape(states)[1]
        pieces, head = ops.shape(keys)[1], s.width // s.heads
        query = ops.reshape(self.query(states), (batch, length, s.heads, head))
        keys = ops.reshape(keys, (batch, pieces, s.heads, head))
        values = ops.reshape(values, (batch, pieces, s.heads, head))
        scores = ops.einsum("bqhd,bkhd->bhqk", query, keys) / head**0.5
        weights = ops.softmax(scores + ((1.0 - mask) * MASKED)[:, None, None, :])
        context = ops.reshape(
            ops.einsum("bhqk,bkhd->bqhd", weights, values), (batch, length, s.width)
        )
        combined = self.combine(ops.concatenate([states, context], axis=-1))
        return self.drop(combined, training=training)

    def get_config(self) -> dict[str, Any]:
        return {"name": self.name, "shape": asdict(self.shape), "smoothing": self.smoothing}


def build_network(shape: Shape, smoothing: float = 0.0) -> Seq2Seq:
    """A network with its weights made."""
    network = Seq2Seq(shape, smoothing)
    network(
        {"source": ops.ones((1, 2, 3), dtype="int32"), "before": ops.ones((1, 2), dtype="int32")}
    )
    return network
