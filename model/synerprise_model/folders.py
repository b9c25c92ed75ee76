"""Where the model's things lie."""

from pathlib import Path

PACKAGE = Path(__file__).parent
TRAINED = PACKAGE / "trained"
"""The shipped weights, tokenizers and card; they travel in the wheel."""
CATALOGUE = PACKAGE.parent / "catalogue"
"""What the model is taught; beside the package, for those who work on it."""
NATURAL = PACKAGE.parent / "natural"
"""Prompts written without sight of the catalogue; their failures are read."""
BENCHMARK = PACKAGE.parent / "benchmark"
"""More of them, which only measure: their failures are not read, but counted by topic."""
