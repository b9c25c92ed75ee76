"""Read a prompt as the encoder sees it: pieces, some of which are slots that can be copied."""

import ast
import builtins
import keyword
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from synerprise_model.normal_form import canonical
from synerprise_model.number_words import NUMBER_WORDS, spoken_number
from synerprise_model.programs import FUNCTION_SLOT, SIGNATURE_SLOT, parameter_slot
from synerprise_model.prompt import Prompt
from synerprise_model.scanning import PIECE
from synerprise_model.signatures import (
    Call,
    Signature,
    call_of,
    read_class_header,
    read_signature,
)
from synerprise_model.told_names import A_CLASS, class_told_in, function_told_in

SLOTS_OF_A_KIND = 12  # a table of grades has as many
BENGALI = re.compile("[\u0980-\u09ff]")
PYTHON = frozenset((*dir(builtins), *keyword.kwlist))
"""Names of the language, which a prompt may speak of without giving them to anything."""
MOST_PARAMETERS = 6
MOST_WORDS_OF_A_NUMBER = 8


@dataclass(frozen=True, slots=True)
class Piece:
    """One position of the source."""

    word: str = ""
    """What is read, in normal form; several words of a name are parted by spaces."""
    marks: tuple[str, ...] = ()
    """Fields and slots, such as ``<N1>`` or ``<param>``."""


@dataclass(frozen=True, slots=True)
class Source:
    """The pieces of a prompt, and what each slot stands for."""

    pieces: tuple[Piece, ...]
    slots: Mapping[str, str] = field(default_factory=dict)
    """From slot to Python text: ``<N1>`` to ``5``, ``<P0>`` to ``numbers``."""
    signature: Signature | None = None
    call: Call | None = None
    """How the user's first example calls the function."""
    class_name: str | None = None
    """The name that the header of a class gives it."""


def read_source(prompt: Prompt, random: Random | None = None) -> Source:
    """Read a prompt; with `random`, slots of values get indices drawn from it."""
    signature = read_signature(prompt.signature)
    call = next(filter(None, map(call_of, prompt.examples)), None)
    text = canonical(prompt.text)
    slots: dict[str, str] = {}
    class_name = read_class_header(prompt.signature)
    if call and not signature and call.name[:1].isupper() and (class_name or A_CLASS.search(text)):
        class_name, call = class_name or call.name, None
    if not (class_name or signature or call):
        class_name = class_told_in(text)
    name = signature.name if signature else call.name if call else None
    if not (name or class_name):
        name = function_told_in(text)
    if name:
        slots[FUNCTION_SLOT] = name
    pieces = list(_read_text(text, name, slots, _numbering(random)))
    if signature:
        slots[SIGNATURE_SLOT] = signature.text
        pieces += _read_parameters(signature, slots)
    elif name:
        pieces.append(Piece(words_of(name), ("<function>", FUNCTION_SLOT)))
    if prompt.names and not signature:
        pieces += _read_sight(prompt.names, slots)
    if call:
        pieces += [Piece("", ("<example>", f"<type:{kind}>")) for kind in call.argument_types]
        pieces += [Piece("", ("<result>", f"<type:{call.result_type}>"))]
    if read_class_header(prompt.signature) and class_name:
        pieces.append(Piece(words_of(class_name)))
    return Source(tuple(pieces), slots, signature, call, class_name)


def words_of(name: str) -> str:
    """The words of an identifier: ``countVowels`` and ``count_vowels`` are both count vowels."""
    parted = re.sub(r"([a-z0-9])([A-Z])", r"\1 \2", name).replace("_", " ")
    return parted.lower().strip()


def _numbering(random: Random | None) -> Callable[[str], Iterator[str]]:
    orders: dict[str, Iterator[str]] = {}

    def order(kind: str) -> Iterator[str]:
        if kind not in orders:
            indices = list(range(SLOTS_OF_A_KIND))
            if random:
                random.shuffle(indices)
            orders[kind] = iter([f"<{kind}{index}>" for index in indices])
        return orders[kind]

    return order


def _read_text(
    text: str, name: str | None, slots: dict[str, str], order: Callable[[str], Iterator[str]]
) -> Iterator[Piece]:
    matches = list(PIECE.finditer(text))
    bangla = BENGALI.search(text) is not None
    spoken_until = 0
    for at, found in enumerate(matches):
        shown = found.group()
        if at < spoken_until:
            continue
        if words := _number_of_many_words(matches[at : at + MOST_WORDS_OF_A_NUMBER]):
            spoken_until = at + len(words)
            yield _slotted("N", str(spoken_number(words)[0]), slots, order, word=" ".join(words))
            continue
        match found.lastgroup:
            case "text":
                yield _slotted("S", _quoted(shown[1:-1]), slots, order, word=shown[1:-1].lower())
            case "list":
                yield from _read_list(shown, slots, order)
            case "number":
                yield _slotted("N", shown, slots, order, word=shown)
            case "ticked" | "called" | "name":
                shown = (found["ticked"] or shown).removesuffix("()")
                yield _named(shown, name, slots, order)
            case _ if shown == name and shown in slots.values():
                yield Piece(words_of(shown), (FUNCTION_SLOT,))
            case _ if found["grade"] or _may_be_a_message(found, bangla=bangla):
                yield _slotted("W", _quoted(shown), slots, order, shown.lower(), ())
            case _:
                yield from _read_word(shown.lower(), slots, order)


def _named(
    shown: str, function: str | None, slots: dict[str, str], order: Callable[[str], Iterator[str]]
) -> Piece:
    """An identifier of the prompt, such as a method's name, which can be copied."""
    if shown == function:
        return Piece(words_of(shown), (FUNCTION_SLOT,))
    if shown in PYTHON:
        return Piece(words_of(shown), ("<name>",))
    known = next((slot for slot, text in slots.items() if text == shown and slot[1] == "I"), None)
    slot = known or next(order("I"), None)
    if slot is None:
        return Piece(words_of(shown), ("<name>",))
    slots[slot] = shown
    return Piece(words_of(shown), ("<name>", slot))


def _may_be_a_message(found: re.Match[str], *, bangla: bool) -> bool:
    """Whether a word without quotes may be meant to be shown as it is, such as YES or Even.

    In Bangla text every Latin word may; among romanised words those with a capital letter that
    begin no sentence.
    """
    shown, before = found.group(), found.string[: found.start()].rstrip()
    if not shown.isascii() or shown in PYTHON:
        return False
    if bangla or (shown.isupper() and len(shown) > 1):
        return True
    return shown[0].isupper() and bool(before) and before[-1] not in ".।?!:#"


def _number_of_many_words(matches: Sequence[re.Match[str]]) -> list[str]:
    """The words of a number such as সাড়ে তিন হাজার or ৫ লাখ; empty when it is not of many words."""
    if matches[0].lastgroup not in ("number", "word"):
        return []
    words = [m.group().lower() for m in matches if m.lastgroup in ("number", "word")]
    used = spoken_number(words)[1]
    together = [match.lastgroup in ("number", "word") for match in matches[:used]]
    return words[:used] if used > 1 and all(together) else []


def _read_word(
    word: str, slots: dict[str, str], order: Callable[[str], Iterator[str]]
) -> Iterator[Piece]:
    if word in NUMBER_WORDS:
        yield _slotted("N", str(NUMBER_WORDS[word]), slots, order, word=word)
    else:
        yield Piece(word)


def _read_list(
    shown: str, slots: dict[str, str], order: Callable[[str], Iterator[str]]
) -> Iterator[Piece]:
    try:
        value = ast.literal_eval(shown)
    except (ValueError, SyntaxError, MemoryError):
        for inside in PIECE.finditer(shown[1:-1]):
            yield from _read_text(inside.group(), None, slots, order)
        return
    yield _slotted("L", python_literal(value), slots, order)


def _slotted(
    kind: str,
    python: str,
    slots: dict[str, str],
    order: Callable[[str], Iterator[str]],
    word: str = "",
    marks: tuple[str, ...] = ("<value>",),
) -> Piece:
    """A piece that can be copied; equal values share a slot."""
    known = next((slot for slot, text in slots.items() if text == python and slot[1] == kind), None)
    slot = known or next(order(kind), None)
    if slot is None:
        return Piece(word, marks)
    slots[slot] = python
    return Piece(word, (*marks, slot))


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def python_literal(value: object) -> str:
    """A literal as the formatter writes it, with double quotes."""
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, list | tuple):
        inside = ", ".join(python_literal(item) for item in value)
        return f"[{inside}]" if isinstance(value, list) else f"({inside}{',' * (len(value) == 1)})"
    return repr(value)


def _read_sight(names: Sequence[str], slots: dict[str, str]) -> Iterator[Piece]:
    for index, name in enumerate(names[:MOST_PARAMETERS]):
        slots[parameter_slot(index)] = name
        yield Piece(words_of(name), ("<sight>", parameter_slot(index)))


def _read_parameters(signature: Signature, slots: dict[str, str]) -> Iterator[Piece]:
    yield Piece(words_of(signature.name), ("<function>", FUNCTION_SLOT))
    for index, (name, hint) in enumerate(signature.parameters[:MOST_PARAMETERS]):
        slots[parameter_slot(index)] = name
        marks = ("<param>", parameter_slot(index), *((f"<type:{hint}>",) if hint else ()))
        yield Piece(words_of(name), marks)
    if signature.result:
        yield Piece("", ("<result>", f"<type:{signature.result}>"))
