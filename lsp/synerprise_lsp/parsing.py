"""Ask Python's parser, quietly: a user's line never gets into a warning, nor an error out."""

import ast
import warnings


def parse(text: str) -> ast.Module | None:
    """The tree of a text; None when it does not parse."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return ast.parse(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None
