"""The typed operations that combine into programs: sources, filters, maps, orders and endings."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from synerprise_model.errors import CatalogueError
from synerprise_model.tasks import Script, Value

FILE = "operations.toml"
Sort = Literal["filters", "maps", "orders", "endings"]
SORTS: tuple[Sort, ...] = ("filters", "maps", "orders", "endings")
Words = dict[Script, dict[str, list[str]]]
"""Phrasings by script and form; what has one form only has it under ``bare``."""


@dataclass(frozen=True, slots=True)
class Element:
    """What a sequence holds: numbers, words, characters."""

    name: str
    variable: str
    words: Words


@dataclass(frozen=True, slots=True)
class Source:
    """Where a sequence comes from."""

    name: str
    parameter: str
    """Of a function; empty for what a script reads or has itself."""
    kind: str
    """The kind of the parameter's noun."""
    element: str
    code: str
    """The sequence, as Python."""
    item: str
    """One element, in terms of the loop's variable."""
    words: Words
    """How the elements are said to be of the parameter, with its slot; empty for its plain noun."""
    reads: tuple[str, ...] = ()
    """Lines of a script that come before: how it gets its data."""
    values: dict[str, Value] = field(default_factory=dict)

    @property
    def is_scripted(self) -> bool:
        """Whether a program with this source is a script that prints."""
        return not self.parameter

    @property
    def is_indexed(self) -> bool:
        """Whether the sequence is a variable whose items can be told by their places."""
        return self.code.isidentifier() and self.kind != "dict"


@dataclass(frozen=True, slots=True, eq=False)
class Operation:
    """One step: code with ``@`` for what it works on, and how it is said."""

    name: str
    sort: Sort
    takes: tuple[str, ...]
    """The elements it works on."""
    gives: str
    """The element that is left; empty when it is the same."""
    code: str
    before: tuple[str, ...]
    """Import lines that the code needs."""
    values: dict[str, Value]
    words: Words
    weight: int
    """How often it is drawn, against the others of its sort."""


@dataclass(frozen=True, slots=True)
class Operations:
    """Everything in ``operations.toml``."""

    elements: dict[str, Element]
    sources: tuple[Source, ...]
    steps: dict[Sort, tuple[Operation, ...]]

    def fitting(self, sort: Sort, element: str) -> list[Operation]:
        """The operations of a sort that work on an element."""
        return [step for step in self.steps[sort] if element in step.takes]


def read_operations(catalogue: Path) -> Operations:
    """Read the operations; raise `CatalogueError` for a file that cannot be read."""
    path = catalogue / FILE
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return Operations(
            elements={
                name: Element(name, fields["variable"], _words(fields))
                for name, fields in data["elements"].items()
            },
            sources=tuple(_source(name, fields) for name, fields in data["sources"].items()),
            steps={
                sort: tuple(_operation(name, sort, fields) for name, fields in data[sort].items())
                for sort in SORTS
            },
        )
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise CatalogueError(path, repr(error)) from error


def _source(name: str, fields: dict[str, Any]) -> Source:
    return Source(
        name=name,
        parameter=fields.get("parameter", ""),
        kind=fields.get("kind", ""),
        element=fields["element"],
        code=fields["code"],
        item=fields.get("item", "@"),
        words=_words(fields),
        reads=tuple(fields.get("reads", ())),
        values=_values(fields),
    )


def _values(fields: dict[str, Any]) -> dict[str, Value]:
    return {
        slot: Value(given["kind"], tuple(given["values"]))
        for slot, given in fields.get("slots", {}).items()
    }


def _operation(name: str, sort: Sort, fields: dict[str, Any]) -> Operation:
    takes = fields["takes"]
    return Operation(
        name=name,
        sort=sort,
        takes=(takes,) if isinstance(takes, str) else tuple(takes),
        gives=fields.get("gives", ""),
        code=fields["code"],
        before=tuple(fields.get("before", ())),
        values=_values(fields),
        words=_words(fields),
        weight=fields.get("weight", 1),
    )


def _words(fields: dict[str, Any]) -> Words:
    scripts: tuple[Script, ...] = ("bangla", "banglish", "english")
    said = {script: fields.get(script, {}) for script in scripts}
    return {
        script: words if isinstance(words, dict) else {"bare": words}
        for script, words in said.items()
    }
