"""The decoder's tokens as numbers."""

import ast
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from synerprise_model.programs import (
    FUNCTION_SLOT,
    SIGNATURE_SLOT,
    parameter_slot,
)
from synerprise_model.source import MOST_PARAMETERS, SLOTS_OF_A_KIND, Source, python_literal

PADDING, START, END, UNKNOWN = "<pad>", "<start>", "<end>", "<unk>"
SPECIAL = (PADDING, START, END, UNKNOWN)
SLOTS = (
    FUNCTION_SLOT,
    SIGNATURE_SLOT,
    *(parameter_slot(index) for index in range(MOST_PARAMETERS)),
    *(f"<{kind}{index}>" for kind in "NSLIW" for index in range(SLOTS_OF_A_KIND)),
)


@dataclass(frozen=True)
class TargetTokenizer:
    """Numbers of the decoder's tokens: special ones, slots, then Python's."""

    tokens: tuple[str, ...]
    _numbers: dict[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        numbers = {token: number for number, token in enumerate(self.tokens)}
        object.__setattr__(self, "_numbers", numbers)

    def encode(self, tokens: Sequence[str]) -> list[int]:
        """Numbers of the tokens and of the end."""
        unknown = self._numbers[UNKNOWN]
        return [*(self._numbers.get(token, unknown) for token in tokens), self._numbers[END]]

    def decode(self, numbers: Iterable[int]) -> list[str]:
        """The tokens before the end."""
        tokens = []
        for number in numbers:
            if self.tokens[number] in (END, PADDING):
                break
            tokens.append(self.tokens[number])
        return tokens

    def legal(self, source: Source) -> list[bool]:
        """For every token, whether it may stand in the program: slots only where there are some.

        Parameter slots are legal also without a signature, since the header then names them.
        """
        signed = SIGNATURE_SLOT in source.slots
        return [
            token not in (PADDING, START, UNKNOWN)
            and (
                token not in SLOTS
                or token in source.slots
                or (not signed and token[1] in "PF" and token != SIGNATURE_SLOT)
            )
            for token in self.tokens
        ]

    def save(self, path: Path) -> None:
        """Write the tokenizer as JSON."""
        data = {"tokens": self.tokens}
        path.write_text(json.dumps(data, ensure_ascii=False, indent=0), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> "TargetTokenizer":
        """Read what `save` wrote."""
        return cls(tuple(json.loads(path.read_text(encoding="utf-8"))["tokens"]))

    @classmethod
    def of(cls, programs: Iterable[Sequence[str]]) -> "TargetTokenizer":
        """A tokenizer that knows every token of the programs."""
        tokens = {token for program in programs for token in program if not is_literal(token)}
        return cls((*SPECIAL, *SLOTS, *sorted(tokens - set(SLOTS) - set(SPECIAL))))


def is_literal(token: str) -> bool:
    """Whether the token is a literal of the prompt that has no slot yet."""
    return token.startswith("«")


def with_slots(tokens: Sequence[str], source: Source, own_name: str = "") -> list[str]:
    """The tokens, with the literals of the prompt as the slots that the source has for them.

    So are its identifiers, and words that may be messages. What the source does not show stays as
    it would be written; so does the function's name, of which `own_name` is the usual one.
    """
    slot_of: dict[str, str] = {}
    names: dict[str, str] = {}
    for slot, text in source.slots.items():
        if slot[1] in "NSL":
            slot_of.setdefault(text, slot)
        elif slot[1] in "IW":
            names[text] = slot

    def resolved(at: int, token: str) -> str:
        if token == FUNCTION_SLOT and tokens[at - 1] == "def" and token not in source.slots:
            return own_name
        if not is_literal(token):
            return names.get(token, token)
        python = python_literal(ast.literal_eval(token[1:-1]))
        return slot_of.get(python) or names.get(python, python)

    return [resolved(at, token) for at, token in enumerate(tokens)]
