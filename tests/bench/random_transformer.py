"""A Transformer with random weights in CTranslate2's format, to time it."""

from typing import Any

import numpy as np

WORDS = 4000  # on each side
ENCODER, DECODER, HEADS = 4, 2, 4
INNER = 4  # times the width


def save_random_transformer(folder: str, parameters: int) -> None:
    """Write a model of about so many parameters; raises `ModuleNotFoundError`."""
    from ctranslate2.specs import TransformerSpec

    width = _width(parameters)
    spec = TransformerSpec.from_config((ENCODER, DECODER), HEADS, pre_norm=True)
    random = np.random.default_rng(0)

    def drawn(*shape: int) -> Any:
        return random.normal(0.0, 0.05, shape).astype(np.float32)

    def linear(of: Any, inputs: int, outputs: int) -> None:
        of.weight, of.bias = drawn(outputs, inputs), drawn(outputs)

    def norm(of: Any) -> None:
        of.gamma, of.beta = np.ones(width, np.float32), np.zeros(width, np.float32)

    def block(of: Any) -> None:
        norm(of.ffn.layer_norm)
        linear(of.ffn.linear_0, width, INNER * width)
        linear(of.ffn.linear_1, INNER * width, width)
        norm(of.self_attention.layer_norm)
        linear(of.self_attention.linear[0], width, 3 * width)
        linear(of.self_attention.linear[1], width, width)

    for layer in spec.encoder.layer:
        block(layer)
    for layer in spec.decoder.layer:
        block(layer)
        norm(layer.attention.layer_norm)
        linear(layer.attention.linear[0], width, width)
        linear(layer.attention.linear[1], width, 2 * width)
        linear(layer.attention.linear[2], width, width)
    for side in (spec.encoder, spec.decoder):
        norm(side.layer_norm)
        side.position_encodings.encodings = drawn(512, width)
    spec.encoder.embeddings[0].weight = drawn(WORDS, width)
    spec.decoder.embeddings.weight = drawn(WORDS, width)
    linear(spec.decoder.projection, width, WORDS)
    words = ["<unk>", "<s>", "</s>", *(f"w{number}" for number in range(WORDS - 3))]
    spec.register_source_vocabulary(words)
    spec.register_target_vocabulary(words)
    spec.validate()
    spec.optimize(quantization="int8")
    spec.save(folder)


def _width(parameters: int) -> int:
    """The width, a multiple of the heads, whose model has about so many parameters."""
    layers = ENCODER * (4 + 2 * INNER) + DECODER * (8 + 2 * INNER)
    width = next(w for w in range(32, 2000, 8) if layers * w * w + 3 * WORDS * w >= parameters)
    return width // HEADS * HEADS
