"""Where code goes in a document, counted in rows and code points."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place between two characters."""

    row: int
    column: int
    """Code points from the start of the row, whatever unit the editor counts in."""


@dataclass(frozen=True, slots=True)
class Gap:
    """The text between two spots makes way for code; often there is none."""

    start: Spot
    end: Spot
    indent: str
    """The indentation of the code."""
    on_new_line: bool
    """Whether the code needs a line end before it."""
