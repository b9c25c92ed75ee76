"""Read the examples that a prompt tells in words: "jemon 5 dile 120", "f(3) → 9", "১, ২ দিলে ৩"."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from synerprise_model.normal_form import canonical

VALUE = r"""(?:-?\d+(?:\.\d+)?|"[^"\n]*"|'[^'\n]*'|\[[^\n]*?\]|\{[^\n]*?\}|True|False|None)"""
TUPLE = r"\([^()\n]*,[^()\n]*\)"
RESULT = rf"(?P<result>{VALUE}|{TUPLE})"
GIVES = r"\s*(?:->|=>|==|=|:|dile|hole|দিলে|হলে|gives|returns)\s*(?:(?:output|result)\s*)?"
CALLED = re.compile(rf"(?<![\w.])[A-Za-z_]\w*\((?P<given>[^()\n]*)\){GIVES}{RESULT}(?![\w.]\d)")
DOCTEST = re.compile(rf">>>\s*[A-Za-z_]\w*\((?P<given>[^()\n]*)\)\s+{RESULT}(?![\w.]\d)")
GIVEN = re.compile(
    rf"(?:jemon|jmn|যেমন|e\.g\.|example|exmpl|উদাহরণ|উদাহরণস্বরূপ)\s*[:,-]?\s*"
    rf"(?P<given>{VALUE}(?:\s*(?:,|ar|and|ও|আর|এবং)\s*{VALUE})*){GIVES}{RESULT}(?![\w.]\d)",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"\s+(?:ar|and|ও|আর|এবং)\s+")


@dataclass(frozen=True, slots=True)
class SpokenExample:
    """Arguments and what they should give, both as Python."""

    arguments: str
    result: str

    def check(self, name: str) -> str:
        """The example as an assert about the function of that name."""
        return f"assert {name}({self.arguments}) == {self.result}"


def spoken_examples(text: str) -> tuple[SpokenExample, ...]:
    """The examples in a prompt, in their order; what is no plain value is left alone."""
    return tuple(dict.fromkeys(_found(canonical(text))))


def _found(text: str) -> Iterator[SpokenExample]:
    for pattern in (CALLED, DOCTEST, GIVEN):
        for found in pattern.finditer(text):
            arguments = BETWEEN.sub(", ", found["given"]).strip()
            if arguments and _are_values(f"({arguments},)") and _are_values(found["result"]):
                yield SpokenExample(arguments, found["result"])


def _are_values(python: str) -> bool:
    try:
        ast.literal_eval(python)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return False
    return True
