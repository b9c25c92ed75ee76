"""Import Keras with its backend, without the greetings that TensorFlow writes past every log."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

STANDARD_ERROR = 2  # the descriptor: TensorFlow's C++ knows nothing of sys.stderr


@contextmanager
def _silence() -> Iterator[None]:
    kept, nowhere = os.dup(STANDARD_ERROR), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, STANDARD_ERROR)
    try:
        yield
    finally:
        os.dup2(kept, STANDARD_ERROR)
        os.close(kept)
        os.close(nowhere)


os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")  # its warnings still come through
with _silence():
    import keras

    if keras.backend.backend() == "tensorflow":
        import tensorflow as tf
    else:  # trained elsewhere, never searched with
        tf = None

__all__ = ["keras", "tf"]
