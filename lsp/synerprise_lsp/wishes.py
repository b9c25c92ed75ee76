"""A wish: a comment or docstring that asks for a program, and what stands around it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from operator import attrgetter

from synerprise_lsp.comments import Comment, block_at, comment_at, comments
from synerprise_lsp.detector import is_wish
from synerprise_lsp.docstrings import docstring_at, docstrings
from synerprise_lsp.examples import examples_below
from synerprise_lsp.gaps import Gap, Spot
from synerprise_lsp.lines import indent_of, is_blank, without_end
from synerprise_lsp.literals import rows_in_strings
from synerprise_lsp.sight import names_in_sight
from synerprise_lsp.stubs import LONGEST_STUB, Stub, is_definition, stub_at
from synerprise_lsp.trailing_comments import trailing_comment_at, trailing_comments
from synerprise_model.prompt import Prompt

CARET_BELOW = 2
"""How many empty rows below a comment still ask for it: the caret is there after Enter."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked, and where the code goes."""

    comment: Comment
    prompt: Prompt
    gap: Gap
    stub: Stub | None = None
    """The function whose body is wished; None when a whole program is."""


def wish_at(lines: Sequence[str], row: int) -> Wish | None:
    """The wish that a caret in this row means; quick, and tolerant of half-typed files."""
    for above in range(row, max(row - CARET_BELOW, 0) - 1, -1):
        if above < len(lines) and not is_blank(lines[above]):
            comment = asking_at(lines, above)
            return wish_of(lines, comment) if comment else None
    return None


def asking_at(lines: Sequence[str], row: int) -> Comment | None:
    """What asks for a program in this row, or in the waiting function that the row is of.

    Words come first, since looking for strings reads all that stands above.
    """
    seems = block_at(lines, row)
    if seems and is_wish(seems.text) and (comment := comment_at(lines, row)):
        return comment
    return trailing_comment_at(lines, row) or docstring_at(lines, row)


def wishes_in(lines: Sequence[str]) -> Iterator[Wish]:
    """All wishes of a document, from its top; found by words alone, the model is not asked."""
    return (wish for comment in asking_in(lines) if (wish := wish_of(lines, comment)))


def asking_in(lines: Sequence[str]) -> Iterator[Comment]:
    """All that asks for a program, from the top of the document."""
    inside = rows_in_strings(lines)
    asking = (comment for comment in comments(lines, inside) if is_wish(comment.text))
    others = trailing_comments(lines, inside), docstrings(lines, inside)
    return merge(asking, *others, key=attrgetter("start"))


def wish_of(lines: Sequence[str], comment: Comment) -> Wish | None:
    """None for what is asked in a comment that already has its function below it."""
    stub = _stub_of(lines, comment)
    if stub is None and _is_answered(lines, comment):
        return None
    inside = stub is not None and stub.first < comment.first
    gap = _gap_inside(lines, comment, stub) if stub and inside else None
    prompt = Prompt(
        text=comment.text,
        signature=stub.signature if stub else None,
        examples=(*comment.examples, *_examples(lines, comment, stub)),
        names=() if stub else names_in_sight(lines, comment),
    )
    if stub:
        return Wish(comment, prompt, gap or stub.gap, stub)
    return Wish(comment, prompt, gap_below(lines, comment))


def _stub_of(lines: Sequence[str], comment: Comment) -> Stub | None:
    if comment.trails:
        return stub_at(lines, comment.first)
    return _stub_around(lines, comment) or _stub_below(lines, comment)


def _stub_below(lines: Sequence[str], comment: Comment) -> Stub | None:
    row = comment.last + 1
    if row < len(lines) and is_blank(lines[row]):
        row += 1
    if row < len(lines) and indent_of(lines[row]) == comment.indent:
        return stub_at(lines, row)
    return None


def _stub_around(lines: Sequence[str], comment: Comment) -> Stub | None:
    for row in range(comment.first - 1, max(comment.first - LONGEST_STUB, 0) - 1, -1):
        line = lines[row]
        if is_blank(line) or len(indent_of(line)) >= len(comment.indent):
            continue
        if line.lstrip().startswith(")"):  # the end of a header of several rows
            continue
        stub = stub_at(lines, row)
        return stub if stub and comment.last <= stub.last else None
    return None


def _is_answered(lines: Sequence[str], comment: Comment) -> bool:
    """Whether the comment already heads a function or class: another would only double it."""
    row = comment.last + 1
    if comment.trails or row >= len(lines) or indent_of(lines[row]) != comment.indent:
        return False
    return is_definition(lines[row])


def gap_below(lines: Sequence[str], comment: Comment) -> Gap:
    spot = Spot(comment.last, len(without_end(lines[comment.last])))
    return Gap(spot, spot, comment.indent, on_new_line=True)


def _gap_inside(lines: Sequence[str], comment: Comment, stub: Stub) -> Gap:
    below = Spot(comment.last + 1, 0)
    return stub.gap if stub.filled and stub.gap.start >= below else gap_below(lines, comment)


def _examples(lines: Sequence[str], comment: Comment, stub: Stub | None) -> tuple[str, ...]:
    if stub:
        indent = indent_of(lines[stub.first])
        return examples_below(lines, max(stub.last, comment.last) + 1, indent)
    return examples_below(lines, comment.last + 1, comment.indent)
