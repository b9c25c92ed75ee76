"""Where the model's things lie."""

from pathlib import Path

PACKAGE = Path(__file__).parent
TRAINED = PACKAGE / "trained"
"""The shipped weights, tokenizers and card; they travel in the wheel."""
CATALOGUE = PACKAGE.parent / "catalogue"
"""What the model is taught; beside the package, for those who work on it."""
NATURAL = PACKAGE.parent / "natural"
"""Prompts that people wrote without sight of the catalogue; never taught."""
