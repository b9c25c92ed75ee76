"""Time the same number of steps in other ways: ``python -m tests.bench.other_ways CORES``.

Keras' `predict` called once a token, as such models are usually served; and CTranslate2 with int8
weights, for a Transformer of the same parameter budget with random weights, which suffice for time.
"""

import sys
import tempfile
from functools import partial

import numpy as np

from synerprise_model.backend import keras
from synerprise_model.features import FEATURES_A_PIECE
from synerprise_model.folders import TRAINED
from synerprise_model.network import Seq2Seq
from tests.bench.clock import Timing, stay_on, timed
from tests.bench.random_transformer import save_random_transformer

STEPS = 40  # tokens of a program
PIECES = 20  # of a prompt
TIMES = 20


def main(cores: int) -> None:
    stay_on(cores)
    network: Seq2Seq = keras.models.load_model(TRAINED / "model.keras", compile=False)
    timing = predict_once_a_token(network)
    print(
        f"{cores} core(s), predict once a token: {timing}, {timing.median / STEPS:.2f} ms a token"
    )
    try:
        timing = ctranslate2(network.count_params(), cores)
    except ModuleNotFoundError:
        print("CTranslate2 is not installed: pip install 'synerprise[bench]'")
        return
    print(f"{cores} core(s), CTranslate2 int8: {_told(timing)}")


def _told(timing: Timing) -> str:
    return f"{timing}; {timing.median / STEPS:.2f} ms a token"


def predict_once_a_token(network: Seq2Seq) -> Timing:
    source = np.ones((1, PIECES, FEATURES_A_PIECE), np.int32)
    before = np.ones((1, STEPS), np.int32)

    def answer() -> None:
        for _ in range(STEPS):
            network.predict({"source": source, "before": before}, verbose=0)

    return timed([answer] * 3)


def ctranslate2(parameters: int, cores: int) -> Timing:
    """Greedy decoding of exactly so many steps."""
    import ctranslate2 as ct2

    with tempfile.TemporaryDirectory() as folder:
        save_random_transformer(folder, parameters)
        translator = ct2.Translator(folder, compute_type="int8", intra_threads=cores)
        prompt = [[f"w{number}" for number in range(PIECES)]]
        call = partial(
            translator.translate_batch,
            prompt,
            beam_size=1,
            min_decoding_length=STEPS,
            max_decoding_length=STEPS,
        )
        return timed([call] * TIMES)


if __name__ == "__main__":
    main(int(sys.argv[1]))
