"""What is offered to the user at a place of a document; the model is not asked for it."""

from collections.abc import Iterator, Sequence

from lsprotocol import types

from synerprise_lsp.clients import Client
from synerprise_lsp.documents import Document
from synerprise_lsp.errands import errand_for
from synerprise_lsp.numerals import in_bangla
from synerprise_lsp.wishes import Wish, wish_at

KIND = f"{types.CodeActionKind.RefactorRewrite.value}.synerprise"
OTHER_KIND = f"{KIND}.other"
OTHERS = 4  # who finds none of five programs right needs other words, not a sixth
COMMAND = "synerprise.generate"
"""For lenses, and for editors that do not ask for an action's edit later."""
LARGEST_SELECTION = 50  # rows that are looked at; who selects more means no single comment


def offered(
    document: Document, params: types.CodeActionParams, client: Client
) -> list[types.CodeAction | types.Command]:
    """The actions for the first wish in the range, where the editor can use them."""
    wanted = [other for other in range(OTHERS + 1) if is_wanted(params.context.only, _kind(other))]
    if not (client.resolves or client.applies) or not wanted:
        return []
    wish = _first_wish(document.lines, params.range)
    return [_offer(document, wish, other, client) for other in wanted] if wish else []


def is_wanted(kinds: Sequence[types.CodeActionKind | str] | None, ours: str = KIND) -> bool:
    """Whether our kind is one of these or below one; kinds are nested by dots."""
    return not kinds or any(_is_above(str(getattr(kind, "value", kind)), ours) for kind in kinds)


def _is_above(kind: str, ours: str) -> bool:
    return kind in {"", ours} or ours.startswith(f"{kind}.")


def _kind(other: int) -> str:
    return OTHER_KIND if other else KIND


def _first_wish(lines: Sequence[str], selected: types.Range) -> Wish | None:
    return next(_wishes(lines, selected), None)


def _wishes(lines: Sequence[str], selected: types.Range) -> Iterator[Wish]:
    first, last = selected.start.line, selected.end.line
    for row in range(first, min(last, first + LARGEST_SELECTION) + 1):
        if wish := wish_at(lines, row):
            yield wish


def _offer(
    document: Document, wish: Wish, other: int, client: Client
) -> types.CodeAction | types.Command:
    title, kind = title_of(wish, other), _kind(other)
    errand = errand_for(document, wish, other).as_json()
    if client.resolves:
        return types.CodeAction(title, kind=kind, data=errand)
    command = types.Command(title, COMMAND, arguments=[errand])
    return types.CodeAction(title, kind=kind, command=command) if client.literals else command


def title_of(wish: Wish, other: int = 0) -> str:
    if wish.stub and other:
        return (
            f"SynerPrise: ফাংশনের ভেতরের অন্য কোড {in_bangla(other)} | "
            f"Another body of the function, {other}: {wish.stub.name}"
        )
    if wish.stub:
        name = wish.stub.name
        return f"SynerPrise: ফাংশনের ভেতরের কোড লেখো | Write the body of the function: {name}"
    if other:
        return (
            f"SynerPrise: মন্তব্য থেকে অন্য কোড {in_bangla(other)} | "
            f"Other code from this comment, {other}"
        )
    return "SynerPrise: মন্তব্য থেকে কোড লেখো | Write code from this comment"
