"""What can go wrong in the model's room, in words that say where."""

from pathlib import Path


class ModelError(Exception):
    """The base of every error of this room."""


class ModelMissing(ModelError):
    """There are no trained weights in the folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"no trained model in {folder}; `synerprise train` makes one")
        self.folder = folder


class CatalogueError(ModelError):
    """A task, a group of words or a frame breaks the catalogue's rules."""

    def __init__(self, path: Path, message: str, line: int | None = None) -> None:
        place = f"{path}:{line}" if line else str(path)
        super().__init__(f"{place}: {message}")
        self.path, self.line = path, line


class PhraseError(ModelError):
    """A phrasing that the phrase language cannot read."""
