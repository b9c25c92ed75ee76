"""An errand: what an offered action remembers of its wish, so that it is found again later."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from synerprise_lsp.comments import Comment
from synerprise_lsp.documents import Document
from synerprise_lsp.refusals import CommentGone
from synerprise_lsp.wishes import Wish, asking_at, asking_in, wish_of


@dataclass(frozen=True, slots=True)
class Errand:
    """A comment of a document, as it was when the action was offered."""

    uri: str
    version: int | None
    row: int
    text: str
    other: int = 0
    """Which program is wished besides the best one, from 1; 0 for the best one itself."""

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, fields: dict[str, Any]) -> "Errand":
        """Read what `as_json` gave; raises TypeError and KeyError for anything else."""
        version = fields["version"]
        return cls(
            str(fields["uri"]),
            None if version is None else int(version),
            int(fields["row"]),
            str(fields["text"]),
            int(fields["other"]),
        )


def errand_for(document: Document, wish: Wish, other: int = 0) -> Errand:
    comment = wish.comment
    return Errand(document.uri, document.version, comment.first, comment.text, other)


def find_again(errand: Errand, version: int | None, lines: Sequence[str]) -> Wish:
    """The wish in the document as it is now; raise `CommentGone` when it is not clear which."""
    comment = _comment(errand, version, lines)
    wish = wish_of(lines, comment) if comment else None
    if wish is None:
        raise CommentGone
    return wish


def _comment(errand: Errand, version: int | None, lines: Sequence[str]) -> Comment | None:
    if version == errand.version:
        found = asking_at(lines, errand.row)
        if found and found.text == errand.text:
            return found
    same = [comment for comment in asking_in(lines) if comment.text == errand.text]
    return same[0] if len(same) == 1 else None
