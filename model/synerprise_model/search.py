"""Beam search in one compiled graph: many candidates, token by token, without leaving the graph.

In comments: B prompts, K candidates a prompt, S source pieces, V vocabulary, T steps.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from synerprise_model.backend import tf
from synerprise_model.features import FEATURES_A_PIECE
from synerprise_model.network import Seq2Seq
from synerprise_model.target import END, PADDING, SPECIAL, START

PADDING_ID, START_ID, END_ID = (SPECIAL.index(name) for name in (PADDING, START, END))
IMPOSSIBLE = -1e9
LEAST = 1e-7  # a probability; what is left of a token that is not believed at all


@dataclass(frozen=True, slots=True)
class Found:
    """Candidates of one prompt, best first."""

    tokens: "np.ndarray[tuple[int, int], np.dtype[np.int32]]"
    """(K, T) numbers of tokens."""
    log_probabilities: "np.ndarray[tuple[int], np.dtype[np.float32]]"
    """(K,) natural logarithms, summed over the tokens."""


class BeamSearch:
    """Searches with a network; the graph is compiled once for each shape of input."""

    def __init__(self, network: Seq2Seq, longest: int, beams: int, smoothing: float = 0.0) -> None:
        """`smoothing` is that of the labels in training; it is taken back out of what is told."""
        self._network, self._longest, self._beams = network, longest, beams
        self._smoothing = smoothing
        vocabulary = network.shape.target_tokens
        inputs = [
            tf.TensorSpec((None, None, FEATURES_A_PIECE), tf.int32),
            tf.TensorSpec((None, vocabulary), tf.bool),
        ]
        self._compiled = tf.function(self._search, inputs, jit_compile=True)

    def find(self, source: Any, legal: Any) -> list[Found]:
        """Candidates for each prompt.

        `source` is (B, S, F) rows, `legal` (B, V) whether a token may stand in the program.
        """
        tokens, scores = self._compiled(tf.constant(source, tf.int32), tf.constant(legal, tf.bool))
        return [Found(t, s) for t, s in zip(tokens.numpy(), scores.numpy(), strict=True)]

    def _log_probabilities(self, logits: Any) -> Any:
        """What the network believes, as logarithms.

        With smoothing e, a network that knows its next of V tokens for sure says 1 - e + e/V, and
        e/V for the others; over forty tokens that would look like doubt.
        """
        even = self._smoothing / self._network.shape.target_tokens
        believed = tf.maximum(tf.nn.softmax(logits) - even, LEAST) / (1.0 - self._smoothing)
        return tf.math.log(tf.minimum(believed, 1.0))

    def _search(self, source: Any, legal: Any) -> tuple[Any, Any]:
        network, beams = self._network, self._beams
        memory, mask = network.encode(source)
        batch = tf.shape(source)[0]
        penalty = tf.where(legal, 0.0, IMPOSSIBLE)[:, None, :]  # (B, 1, V)
        vocabulary = network.shape.target_tokens
        silent = tf.one_hot(PADDING_ID, vocabulary, on_value=0.0, off_value=IMPOSSIBLE)
        places = tf.range(self._longest)

        def repeated(x: Any) -> Any:
            return tf.repeat(x, beams, axis=0)

        keys, values = map(repeated, network.remember(memory))
        state = tuple(map(repeated, network.first_state(memory, mask)))
        mask = repeated(mask)

        # what the loop carries: place, tokens (B, K, T), the last of them (B, K), scores (B, K),
        # which candidates have ended (B, K), and the LSTM's state
        def going_on(at: Any, _t: Any, _last: Any, _scores: Any, ended: Any, _state: Any) -> Any:
            return tf.logical_and(at < self._longest, tf.logical_not(tf.reduce_all(ended)))

        def one_step(at: Any, tokens: Any, last: Any, scores: Any, ended: Any, state: Any) -> Any:
            said, state = network.step(tf.reshape(last, (-1,)), list(state))
            logits = network.tell(said[:, None, :], keys, values, mask)[:, 0]
            told = tf.reshape(self._log_probabilities(logits), (batch, beams, vocabulary)) + penalty
            told = tf.where(ended[..., None], silent, told)
            total = tf.reshape(scores[..., None] + told, (batch, beams * vocabulary))
            scores, best = tf.math.top_k(total, beams)  # (B, K)
            parent, token = best // vocabulary, best % vocabulary
            tokens = tf.gather(tokens, parent, batch_dims=1)
            tokens = tf.where(places == at, token[..., None], tokens)
            ended = tf.logical_or(tf.gather(ended, parent, batch_dims=1), token == END_ID)
            rows = tf.reshape(parent + tf.range(batch)[:, None] * beams, (-1,))
            return at + 1, tokens, token, scores, ended, tuple(tf.gather(x, rows) for x in state)

        first = tf.one_hot(0, beams, on_value=0.0, off_value=IMPOSSIBLE)  # the beams start as one
        start = (
            tf.constant(0),
            tf.fill((batch, beams, self._longest), PADDING_ID),
            tf.fill((batch, beams), START_ID),
            tf.repeat(first[None], batch, axis=0),
            tf.zeros((batch, beams), tf.bool),
            state,
        )
        _, tokens, _, scores, ended, _ = tf.while_loop(going_on, one_step, start)
        return tokens, tf.where(ended, scores, scores + IMPOSSIBLE)
