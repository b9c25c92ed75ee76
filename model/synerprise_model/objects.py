"""Compose classes with the asker's own names: "Wallet name ekta class, joma(taka) taka jog korbe".

The kinds of state, their subjects and methods are in `catalogue/objects.toml`; a class is a `Task`
like any other, made anew for each sample.
"""

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

from synerprise_model.catalogue_file import read_toml
from synerprise_model.decision_draft import SPOKEN
from synerprise_model.layout import layout
from synerprise_model.lexer import lex
from synerprise_model.phrases import Phrase, Words, read_phrase
from synerprise_model.splits import is_held_out_composition
from synerprise_model.tasks import Script, Task, Value

FILE = "objects.toml"
KINDS = {"amount": 3, "items": 2, "numbers": 1, "tally": 1, "registry": 1, "thing": 3}
METHODS = (1, 2, 2, 2, 3, 3)
NOTES = 0.3  # share that are asked for without a verb
OWNED = 0.3  # share of lists that belong to somebody with a name
BRACKETS, STAND_INS = "()", "\ue000\ue001"  # brackets mean a choice in the phrase language
EMPTY = {"amount": "0", "items": "[]", "numbers": "[]", "tally": "{}", "registry": "{}"}
LEADING = {"items": "put", "numbers": "put", "tally": "hit", "registry": "set"}
"""The method without which nothing would ever be kept."""
TEXTS = {"name", "title", "city", "department", "owner", "holder", "model", "product", "label"}
"""Attributes that hold text; the others hold numbers."""


@dataclass(frozen=True, slots=True)
class Method:
    """A method with the names that it has in one class."""

    sort: str
    name: str
    parameters: tuple[str, ...]
    data: Mapping[str, Any]

    def shown(self, manner: str) -> str:
        """How a prompt speaks of it: ``add(amount)``, ``add()``, ``add``, in backticks or not."""
        match manner:
            case "call":
                return f"{self.name}({', '.join(self.parameters)})"
            case "empty call":
                return f"{self.name}()"
            case "ticked":
                return f"`{self.name}`"
        return self.name


@dataclass(frozen=True, slots=True)
class Design:
    """A class in the making."""

    kind: str
    subject: Mapping[str, Any]
    start: str
    """How an object begins, such as ``zero``."""
    field: str
    attributes: tuple[str, ...]
    methods: tuple[Method, ...]
    values: dict[str, Value]

    @property
    def name(self) -> str:
        """What tells it from other classes, whatever its names are."""
        sorts = sorted(method.sort for method in self.methods)
        return "-".join(("objects/" + self.kind, self.start, *sorts))

    @property
    def code(self) -> str:
        """The class, with the usual name of its subject."""
        given = [*self.attributes, *([self.field] if self.start == "given" else [])]
        kept = EMPTY.get(self.kind)
        lines = [f"class {self.subject['classes'][0]}:"]
        lines += [f"    def __init__({', '.join(['self', *given])}):"]
        lines += [f"        self.{name} = {name}" for name in given]
        if kept and self.start != "given":
            lines.append(f"        self.{self.field} = {kept}")
        for method in self.methods:
            lines.append(f"    def {method.name}({', '.join(['self', *method.parameters])}):")
            lines += [f"        {self._filled(line, method)}" for line in method.data["code"]]
        code = "\n".join(lines)
        return layout(lex(f"import math\n{code}" if "math." in code else code))

    def _filled(self, line: str, method: Method) -> str:
        for sign, name in zip("%~", method.parameters, strict=False):
            line = line.replace(sign, name)
        if self.attributes:
            line = line.replace("self.<", f"self.{self.attributes[0]}")
            line = line.replace("self.>", f"self.{self.attributes[-1]}")
        return line.replace("#", self.field)

    def said(self, words: str, method: Method | None = None, manner: str = "") -> str:
        """A template's words with this class's names."""
        if method:
            parameter = method.parameters[0] if method.parameters else ""
            words = words.replace("%", parameter).replace("@", method.shown(manner))
        if self.attributes:
            words = words.replace("<", self.attributes[0]).replace(">", self.attributes[-1])
        return words.replace("#", self.field)


class Designer:
    """Draws classes."""

    def __init__(self, catalogue: Path) -> None:
        self._data = read_toml(catalogue / FILE)

    def draw(self, random: Random, *, held_out: bool = False) -> Task:
        """A class that is, or is not, kept from training."""
        while True:
            manner = random.choice(("call", "call", "empty call", "ticked", "plain", "plain"))
            design = self._design(random, names_told=manner == "call")
            if is_held_out_composition(design.name) == held_out:
                return self._task(design, manner, random)

    def _design(self, random: Random, *, names_told: bool) -> Design:
        kind = random.choices(list(KINDS), list(KINDS.values()))[0]
        data = self._data[kind]
        subject, start = random.choice(data["subjects"]), random.choice(data["starts"])
        kept = random.choice(subject["fields"]) if kind != "thing" else ""
        attributes: tuple[str, ...] = ()
        if kind == "thing":
            attributes = tuple(random.choice(subject["attributes"]))
        elif start == "owner":
            attributes = (random.choice(subject["owners"]),)
        elif kind == "numbers" and "owners" in subject and random.random() < OWNED:
            start, attributes = "attributes", tuple(random.choice(subject["owners"]))
            kept = subject["fields"][0]  # nothing tells another
        values: dict[str, Value] = {}
        methods: list[Method] = []
        for sort in self._sorts(kind, subject, attributes, random):
            taken = {kept, *attributes, *(method.name for method in methods)}
            method = _method(sort, data["methods"][sort], subject, taken, random, told=names_told)
            methods.append(method)
            if limits := method.data.get("limits"):
                values["limit"] = Value("integer", (random.choice(limits),))
        return Design(kind, subject, start, kept, attributes, tuple(methods), values)

    def _sorts(
        self, kind: str, subject: Mapping[str, Any], attributes: Sequence[str], random: Random
    ) -> list[str]:
        """Which methods it has; the one that fills it comes first."""
        known = self._data[kind]["methods"]
        fitting = [
            sort
            for sort in subject.get("methods", known)
            if known[sort].get("needs", "") in ("", *attributes)
        ]
        first = [LEADING.get(kind) or ("add" if random.random() < 0.7 else "one_more")]
        if kind == "thing":
            first = []
        others = [sort for sort in fitting if sort not in first]
        sorts = [*first, *random.sample(others, min(random.choice(METHODS), len(others)))]
        takes = [sort for sort in sorts if sort.startswith(("take", "pop"))]
        return [sort for sort in sorts if sort not in takes[1:]]

    def _task(self, design: Design, manner: str, random: Random) -> Task:
        said: dict[Script, tuple[Phrase, ...]] = {"english": ()}
        shown = random.choice(design.subject["classes"])
        for script in SPOKEN:
            text = self._said(design, manner, shown, script, random)
            said[script] = (_with_brackets(read_phrase(text)),)
        task = Task(
            name=design.name,
            about=design.name,
            form="class",
            nouns={},
            values=design.values,
            phrasings=said,
            solution=design.code,
        )
        return replace(task, checks=_checks(design, random))

    def _said(self, design: Design, manner: str, shown: str, script: Script, random: Random) -> str:
        noted = random.random() < NOTES
        openings = self._data["notes" if noted else "openings"][script]
        opening: str = random.choice(openings).replace("$", shown)
        pause: str = random.choice(self._data["joins"][script])
        told = [self._start(design, script, random)]
        told += [
            design.said(random.choice(method.data[script]), method, manner)
            for method in design.methods
        ]
        noun: str = design.subject.get(script, "")
        rest = pause.join(filter(None, told)).replace("{}", noun)
        between = "" if noted else random.choice((", ", ". " if script == "banglish" else "। "))
        return (opening + between + rest.translate(str.maketrans(BRACKETS, STAND_INS))).strip()

    def _start(self, design: Design, script: Script, random: Random) -> str:
        ways = self._data["starts"][design.start][script]
        if design.field and design.field != design.subject["fields"][0]:
            ways = [way for way in ways if "#" in way]  # the prompt has to tell the field's name
        told: str = design.said(random.choice(ways))
        joined = random.choice(self._data["and"][script]).join(design.attributes)
        return told.replace("^", joined)


def _method(
    sort: str,
    data: Mapping[str, Any],
    subject: Mapping[str, Any],
    taken: set[str],
    random: Random,
    *,
    told: bool,
) -> Method:
    """A method with a name that is free; its parameters have their usual names if not `told`."""
    unfit = {*taken, *subject.get("unfit", ())}
    name = random.choice([name for name in data["names"] if name not in unfit])

    def one(names: Sequence[str]) -> str:
        free = [other for other in names if other != name and other not in unfit]
        return random.choice(free) if told else free[0]

    parameters = [one(data["parameter"])] if "parameter" in data else []
    if data.get("takes_item"):
        parameters.append(one(subject["parameters"]))
    if data.get("takes_value"):
        parameters.append(one(subject["values"]))
    return Method(sort, name, tuple(parameters), data)


def _with_brackets(phrase: Phrase) -> Phrase:
    shown = str.maketrans(STAND_INS, BRACKETS)
    return Phrase(
        tuple(
            Words(part.text.translate(shown)) if isinstance(part, Words) else part
            for part in phrase.parts
        )
    )


def _checks(design: Design, random: Random) -> tuple[str, ...]:
    """What a run of calls gives, in an order that fills it first."""
    scope: dict[str, Any] = {name: value.values[0] for name, value in design.values.items()}
    exec(design.code, scope)  # noqa: S102  # made of the catalogue's own methods
    given = [*design.attributes, *([design.field] if design.start == "given" else [])]
    checks = []
    for _ in range(3):
        made = ", ".join(_argument(design, name, random) for name in given)
        steps = [f"it := {design.subject['classes'][0]}({made})"]
        first, *others = design.methods
        for method in (first, first, *random.sample(others, len(others))):
            told = ", ".join(_argument(design, name, random) for name in method.parameters)
            steps.append(f"it.{method.name}({told})")
        call = f"({', '.join(steps)})[1:]"
        with contextlib.suppress(ValueError):
            checks.append(f"{call} == {eval(call, scope)!r}".replace("'", '"'))  # noqa: S307
    return tuple(checks)


def _argument(design: Design, name: str, random: Random) -> str:
    texts = design.kind in ("items", "tally") and name != design.field
    keyed = design.kind == "registry" and name not in design.subject["values"]
    if texts or keyed or name in TEXTS:
        return '"' + random.choice(("Rahim", "Mina", "boi", "chal")) + '"'
    return str(random.choice((3, 5, 10, 20, 45)))
