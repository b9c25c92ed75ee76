"""What is shown over a wish: how it was read, how sure the model is, and the program."""

from collections.abc import Iterator

from lsprotocol import types

from synerprise_daemon.answer import Answer, Verdict
from synerprise_daemon.errors import SynerpriseError
from synerprise_daemon.service import GenerationService
from synerprise_lsp.clients import Client
from synerprise_lsp.documents import Document
from synerprise_lsp.markdown import fenced, spanned
from synerprise_lsp.numerals import in_bangla
from synerprise_lsp.refusals import NothingTrusted
from synerprise_lsp.wishes import wish_at
from synerprise_model.normal_form import canonical
from synerprise_model.programs import FUNCTION_SLOT
from synerprise_model.prompt import Prompt
from synerprise_model.source import read_source

KINDS_OF_VALUES = ("<N", "<S", "<L")
"""How the slots of numbers, strings and lists begin; those of a signature are no news."""
MOST_PERCENT = 99  # a model is never certain


async def hover_over(
    document: Document, place: types.Position, client: Client, service: GenerationService
) -> types.Hover | None:
    """None for a place that is not of a wish; a refusal is shown in the place of the program."""
    spot = document.spot_of(place)
    wish = wish_at(document.lines, place.line)
    if wish is None or not wish.comment.start <= spot <= wish.comment.end:
        return None
    whole = document.range_of(wish.comment.start, wish.comment.end)  # before it moves on
    text = "\n\n".join(await _told(wish.prompt, service))
    kind = types.MarkupKind.Markdown if client.markdown else types.MarkupKind.PlainText
    return types.Hover(types.MarkupContent(kind, text), whole)


async def _told(prompt: Prompt, service: GenerationService) -> list[str]:
    reading = f"**যেভাবে পড়া হয়েছে | Read as:** {spanned(canonical(prompt.text))}"
    try:
        answer = await service.answer(prompt)
        return [reading, *_slots(prompt), *_best(answer)]
    except SynerpriseError as refusal:
        return [reading, str(refusal)]


def _slots(prompt: Prompt) -> Iterator[str]:
    """What the model copies from the wish instead of understanding it."""
    slots = read_source(prompt).slots
    if values := [text for slot, text in slots.items() if slot.startswith(KINDS_OF_VALUES)]:
        yield f"**মান হিসেবে নেওয়া | Taken as values:** {', '.join(map(spanned, values))}"
    given = [text for slot, text in slots.items() if slot[:2] == "<I" or slot == FUNCTION_SLOT]
    if given and not prompt.signature:
        yield f"**নাম হিসেবে নেওয়া | Taken as a name:** {', '.join(map(spanned, given))}"


def _best(answer: Answer) -> Iterator[str]:
    if not answer.trusted:
        raise NothingTrusted
    best = answer.programs[0]
    percent = min(round(answer.confidence * 100), MOST_PERCENT)
    yield (
        f"আপনি এটিই চেয়েছেন, এমন সম্ভাবনা {in_bangla(percent)}% | "
        f"The chance that this is what you want is {percent}%"
    )
    if best.verdict is Verdict.PROVED:
        yield "আপনার দেওয়া উদাহরণগুলোতে ঠিক চলেছে | It is right for your own examples"
    yield fenced(best.code, "python")
