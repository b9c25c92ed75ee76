"""A prompt, what every door asks the model, and a candidate, what the model offers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Prompt:
    """A wish in Bangla or Banglish, with what surrounds the place where the code will go."""

    text: str
    """The wish, as it was written."""
    signature: str | None = None
    """A Python signature the program must keep, such as ``def f(a, b):``."""
    examples: tuple[str, ...] = ()
    """The user's own examples, as Python asserts."""
    names: tuple[str, ...] = ()
    """Variables in sight at the place the code will go."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A program the model offers; it compiles."""

    code: str
    log_probability: float
    """Natural logarithm of the probability that the model gives this program."""
