"""What is offered to the user at a place of a document; the model is not asked for it."""

from collections.abc import Iterator, Sequence

from lsprotocol import types

from synerprise_lsp.clients import Client
from synerprise_lsp.documents import Document
from synerprise_lsp.errands import Errand
from synerprise_lsp.wishes import Wish, wish_at

KIND = f"{types.CodeActionKind.RefactorRewrite.value}.synerprise"
COMMAND = "synerprise.generate"
"""For editors that do not ask for an action's edit later."""
LARGEST_SELECTION = 50  # rows that are looked at; who selects more means no single comment


def offered(
    document: Document, params: types.CodeActionParams, client: Client
) -> list[types.CodeAction | types.Command]:
    """The action for the first wish in the range, where the editor can use it."""
    if not (client.resolves or client.applies) or not is_wanted(params.context.only):
        return []
    wish = _first_wish(document.lines, params.range)
    return [_offer(document, wish, client)] if wish else []


def is_wanted(kinds: Sequence[types.CodeActionKind | str] | None) -> bool:
    """Whether our kind is one of these or below one; kinds are nested by dots."""
    return not kinds or any(_is_above(str(getattr(kind, "value", kind))) for kind in kinds)


def _is_above(kind: str) -> bool:
    return kind in {"", KIND} or KIND.startswith(f"{kind}.")


def _first_wish(lines: Sequence[str], selected: types.Range) -> Wish | None:
    return next(_wishes(lines, selected), None)


def _wishes(lines: Sequence[str], selected: types.Range) -> Iterator[Wish]:
    first, last = selected.start.line, selected.end.line
    for row in range(first, min(last, first + LARGEST_SELECTION) + 1):
        if wish := wish_at(lines, row):
            yield wish


def _offer(document: Document, wish: Wish, client: Client) -> types.CodeAction | types.Command:
    title = title_of(wish)
    errand = Errand(document.uri, document.version, wish.comment.first, wish.comment.text)
    if client.resolves:
        return types.CodeAction(title, kind=KIND, data=errand.as_json())
    command = types.Command(title, COMMAND, arguments=[errand.as_json()])
    return types.CodeAction(title, kind=KIND, command=command) if client.literals else command


def title_of(wish: Wish) -> str:
    if wish.stub:
        name = wish.stub.name
        return f"SynerPrise: ফাংশনের ভেতরের কোড লেখো | Write the body of the function: {name}"
    return "SynerPrise: মন্তব্য থেকে কোড লেখো | Write code from this comment"
