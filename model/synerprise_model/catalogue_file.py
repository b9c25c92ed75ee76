"""Read a file of the catalogue that is not a task."""

import tomllib
from pathlib import Path
from typing import Any

from synerprise_model.errors import CatalogueError


def read_toml(path: Path) -> dict[str, Any]:
    """What the file holds; raise `CatalogueError` when it cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise CatalogueError(path, str(error)) from error
