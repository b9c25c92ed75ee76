"""What the kinds of decisions share: their words, and a task in the making."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from synerprise_model.layout import layout
from synerprise_model.lexer import lex
from synerprise_model.phrases import Phrase, read_phrase
from synerprise_model.tasks import Form, Script, Task, Value

SPOKEN: tuple[Script, ...] = ("bangla", "banglish")
SCRIPTED = 0.3  # share of decisions that are scripts
QUOTED = 0.65  # how often words are quoted, and so copied; else they are tokens of the program


@dataclass(frozen=True, slots=True)
class Wordbook:
    """Everything in `catalogue/decisions.toml`."""

    data: Mapping[str, Any]

    def word(self, name: str, script: Script, random: Random) -> str:
        """One of the ways to say something."""
        chosen: str = random.choice(self.data["words"][name][script])
        return chosen

    def opening(self, of: Mapping[str, Any], form: Form, script: Script, random: Random) -> str:
        """What is given, or read by a script."""
        name = "reading" if form == "script" else "opening"
        return self.word(name, script, random).format(random.choice(of[script]))

    def ending(self, form: Form, script: Script, random: Random) -> str:
        """The verb, when there is one: return it, or print it."""
        return self.word("shown" if form == "script" else "result", script, random)

    def pick(self, kind: str, random: Random) -> tuple[str, Mapping[str, Any]]:
        """A name and its table."""
        name = random.choice(list(self.data[kind]))
        return name, self.data[kind][name]


@dataclass
class Draft:
    """A task in the making: what each slot holds, and what stands for it in the phrasings."""

    quoted: bool
    values: dict[str, Value] = field(default_factory=dict)

    def slot(self, name: str, value: Any) -> str:
        """A name in the program for a value of the prompt; equal values share one."""
        for known, held in self.values.items():
            if held.values == (value,) and type(held.values[0]) is type(value):
                return known
        kind = "string" if isinstance(value, str) else "integer"
        self.values[name] = Value(kind, (value,))
        return name

    def label(self, name: str, value: Any) -> tuple[str, str]:
        """How a result stands in the program and in a phrasing."""
        if isinstance(value, str) and not self.quoted:
            return f'"{value}"', value
        held = self.slot(name, value)
        return held, f"{{{held}}}"

    def task(
        self, name: str, lines: Sequence[str], form: Form, phrasings: Mapping[Script, str]
    ) -> Task:
        """The finished task."""
        said: dict[Script, tuple[Phrase, ...]] = {"english": ()}
        said |= {script: (read_phrase(text.strip()),) for script, text in phrasings.items()}
        return Task(
            name=f"decisions/{name}-{form}",
            about=name,
            form=form,
            nouns={},
            values=self.values,
            phrasings=said,
            solution=layout(lex("\n".join(lines))),
        )


def form_of(random: Random) -> Form:
    """A script or a function."""
    return "script" if random.random() < SCRIPTED else "function"


def reading_line(parameter: str, *, numeric: bool) -> str:
    """How a script gets what it decides about."""
    return f"{parameter} = int(input())" if numeric else f"{parameter} = input()"
