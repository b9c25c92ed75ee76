"""Compose operations into tasks nobody wrote: "the sum of the squares of the even numbers".

A composition is a `Task` like any other, made anew for each sample: its program from the code of
the operations, its phrasings from their words.
"""

import re
import zlib
from dataclasses import dataclass
from random import Random

from synerprise_model.layout import layout
from synerprise_model.lexer import lex
from synerprise_model.operations import Operation, Operations, Sort, Source, Words
from synerprise_model.phrases import read_phrase
from synerprise_model.tasks import SCRIPTS, Script, Task, Value

SHAPES: tuple[tuple[int, tuple[Sort, ...]], ...] = (
    (3, ("filters",)),
    (3, ("maps",)),
    (2, ("orders",)),
    (3, ("endings",)),
    (8, ("filters", "endings")),
    (6, ("maps", "endings")),
    (6, ("filters", "maps")),
    (5, ("filters", "orders")),
    (3, ("maps", "orders")),
    (3, ("filters", "filters")),
    (8, ("filters", "maps", "endings")),
    (4, ("filters", "filters", "endings")),
    (3, ("filters", "filters", "maps")),
    (4, ("filters", "maps", "orders")),
    (2, ("maps", "maps", "endings")),
    (3, ("filters", "filters", "maps", "endings")),
    (2, ("filters", "filters", "maps", "orders")),
)
"""Which steps follow one another, and how often; depth 1, 2, 3 and 4."""
HELD_OUT = 0.06  # share of skeletons that are kept from training
AND = {"bangla": (" ", " ", " ও ", " এবং "), "banglish": (" ", " ", " ar ", " ebong ")}
VERBS = {
    True: ("<find>", "<find>", "<return>", "<calculate>", ""),
    False: ("<return>", "<return>", "<find>", "<filter>", "<get>", ""),
}
"""By whether one thing is asked for, or a list."""
IN_A_LIST = {
    "bangla": ("", "", "", "একটি লিস্টে", "লিস্ট আকারে", "তালিকা হিসেবে"),
    "banglish": ("", "", "", "ekta list e", "list akare", "list hisebe"),
}
ATOM = re.compile(r"[\w.]+(\([^()]*\))?")


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A source and the steps that follow it; the last may be an order or an ending."""

    source: Source
    steps: tuple[Operation, ...]

    @property
    def name(self) -> str:
        return "-".join((self.source.name, *(step.name for step in self.steps)))

    @property
    def held_out(self) -> bool:
        """Whether it is kept from training; single steps are not: there the words are learnt."""
        return len(self.steps) > 1 and zlib.crc32(self.name.encode()) % 1000 < HELD_OUT * 1000

    def of(self, sort: Sort) -> tuple[Operation, ...]:
        return tuple(step for step in self.steps if step.sort == sort)


class Composer:
    """Draws compositions: a shape, then operations that fit, the most asked for more often."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def draw(self, random: Random, *, held_out: bool = False) -> Task:
        """A task of a skeleton that is, or is not, kept from training."""
        while True:
            skeleton = self._skeleton(random)
            if skeleton and skeleton.held_out == held_out:
                return self.task(skeleton, random)

    def task(self, skeleton: Skeleton, random: Random) -> Task:
        """The task of a skeleton, with one phrasing a script."""
        source = skeleton.source
        nouns = {source.parameter: source.kind}
        scripts = [script for script in SCRIPTS if self._can_be_said(skeleton, script)]
        return Task(
            name=f"compositions/{skeleton.name}",
            about=skeleton.name,
            form="function",
            nouns=nouns,
            values=_values(skeleton.steps),
            phrasings={
                script: (
                    (read_phrase(self._said(skeleton, script, random)),)
                    if script in scripts
                    else ()
                )
                for script in SCRIPTS
            },
            solution=self._program(skeleton),
        )

    def _skeleton(self, random: Random) -> Skeleton | None:
        """None when the steps that were drawn do not fit together."""
        source = random.choice(self._operations.sources)
        shape = random.choices([s for _, s in SHAPES], [weight for weight, _ in SHAPES])[0]
        element, steps = source.element, []
        for sort in shape:
            fitting = self._operations.fitting(sort, element)
            if not fitting:
                return None
            step = random.choices(fitting, [step.weight for step in fitting])[0]
            steps.append(step)
            element = step.gives or element
        slots = [slot for step in steps for slot in step.values]
        if len(set(slots)) < len(slots) or len(set(steps)) < len(steps):
            return None
        skeleton = Skeleton(source, tuple(steps))
        return None if _counts_in_vain(skeleton) else skeleton

    def _program(self, skeleton: Skeleton) -> str:
        source = skeleton.source
        variable = self._operations.elements[source.element].variable
        item = source.item.replace("@", variable)
        conditions = [_put(item, step.code) for step in skeleton.of("filters")]
        for step in skeleton.of("maps"):
            item = _put(item, step.code)
        plain = item == variable and not conditions
        sequence = source.code if plain else f"{item} for {variable} in {source.code}"
        if conditions:
            sequence += " if " + " and ".join(conditions)
        last = (*skeleton.of("orders"), *skeleton.of("endings"))
        lines = _ended(sequence, last[0].code if last else "[@]", plain=plain, source=source)
        slots = [slot for step in skeleton.steps for slot in step.values]
        before = sorted({line for step in skeleton.steps for line in step.before})
        header = f"def {self._own_name(skeleton)}({', '.join([source.parameter, *slots])}):"
        code = "\n".join([*before, header, *(f"    {line}" for line in lines)])
        return layout(lex(code))

    def _own_name(self, skeleton: Skeleton) -> str:
        element = skeleton.source.element
        last = skeleton.of("endings") or skeleton.of("orders") or skeleton.of("maps")
        return f"{last[0].name}_of_{element}s" if last else f"chosen_{element}s"

    def _can_be_said(self, skeleton: Skeleton, script: Script) -> bool:
        return all(step.words[script] for step in skeleton.steps)

    def _said(self, skeleton: Skeleton, script: Script, random: Random) -> str:
        if script == "english":
            return self._said_in_english(skeleton, random)
        source, noun = skeleton.source, self._operations.elements[skeleton.source.element]
        one = bool(skeleton.of("endings"))
        chain: list[Words] = [noun.words, *(step.words for step in skeleton.of("maps"))]
        chain += [step.words for step in skeleton.of("endings")]
        names = [_form(words, script, "of", random) for words in chain[:-1]]
        names.append(_form(chain[-1], script, "bare", random))
        filters = [_form(step.words, script, "bare", random) for step in skeleton.of("filters")]
        orders = [_form(step.words, script, "bare", random) for step in skeleton.of("orders")]
        parts = [
            _of_source(source, script, random, one=one),
            random.choice(AND[script]).join(filters),
            *names,
            *orders,
            "" if one else random.choice(IN_A_LIST[script]),
            random.choice(VERBS[one]),
        ]
        return " ".join(filter(None, parts))

    def _said_in_english(self, skeleton: Skeleton, random: Random) -> str:
        noun = self._operations.elements[skeleton.source.element]
        asked = [
            _form(step.words, "english", "bare", random)
            for step in (*skeleton.of("endings"), *reversed(skeleton.of("maps")))
        ]
        filters = [_form(step.words, "english", "bare", random) for step in skeleton.of("filters")]
        orders = [_form(step.words, "english", "bare", random) for step in skeleton.of("orders")]
        things = " ".join([*filters, _form(noun.words, "english", "bare", random)])
        asked_of = "".join(f"the {thing} of " for thing in asked) + f"the {things}"
        place = _form(skeleton.source.words, "english", "bare", random)
        place = place or f"in {{{skeleton.source.parameter}}}"
        verb = random.choice(("<find>", "<return>", "<get>"))
        return " ".join([verb, asked_of, place, *orders])


def _counts_in_vain(skeleton: Skeleton) -> bool:
    """Whether things are changed only to be counted, which nobody asks for."""
    return bool(skeleton.of("maps")) and any("len([@])" in step.code for step in skeleton.steps)


def _values(steps: tuple[Operation, ...]) -> dict[str, Value]:
    return {slot: value for step in steps for slot, value in step.values.items()}


def _form(words: Words, script: Script, form: str, random: Random) -> str:
    choices = words[script].get(form) or words[script].get("bare")
    return random.choice(choices) if choices else ""


def _of_source(source: Source, script: Script, random: Random, *, one: bool) -> str:
    if said := _form(source.words, script, "bare", random):
        return said
    case = random.choice(("of", "of", "in") if one else ("of", "from", "from", "in"))
    return f"{{{source.parameter}.{case}}}"


def _put(item: str, code: str) -> str:
    """The code with an item in its place, in parentheses where it needs them."""
    alone = ATOM.fullmatch(item) is not None

    def placed(found: re.Match[str]) -> str:
        before, after = code[found.start() - 1 : found.start()], code[found.end() : found.end() + 1]
        enclosed = before in ("(", "[") and after in (")", "]", ",")
        return item if alone or enclosed or code == "@" else f"({item})"

    return re.sub("@", placed, code)


def _ended(sequence: str, code: str, *, plain: bool, source: Source) -> list[str]:
    """The lines of the body; `code` may be an assignment and an expression parted by ``;``."""
    if plain:
        whole = sequence if sequence == source.parameter else f"list({sequence})"
        text = code.replace("[@]", whole if code != "[@]" else f"list({sequence})")
        text = text.replace("@", sequence)
    else:
        text = re.sub(r"(?<=[(\[])@(?=[)\]])", lambda _: sequence, code)
        text = text.replace("@", f"({sequence})")
    *lines, last = (part.strip() for part in text.split(";"))
    return [*lines, f"return {last}"]
