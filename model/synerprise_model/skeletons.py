"""Draw skeletons: a source and the operations that follow it, of types that fit."""

import re
from dataclasses import dataclass
from random import Random

from synerprise_model.operations import Operation, Operations, Sort, Source
from synerprise_model.splits import is_held_out_composition
from synerprise_model.tasks import Value

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
DIGITS = re.compile(r"str\(|% 10\b|// 10\b")
"""Code of a step that looks at the digits of a number."""
SCRIPTED = 0.3  # share of compositions that are scripts


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
        return len(self.steps) > 1 and is_held_out_composition(self.name)

    def of(self, sort: Sort) -> tuple[Operation, ...]:
        return tuple(step for step in self.steps if step.sort == sort)

    @property
    def values(self) -> dict[str, Value]:
        """The slots of the source and of all steps."""
        values = dict(self.source.values)
        for step in self.steps:
            values |= step.values
        return values


def draw_skeleton(operations: Operations, random: Random, *, held_out: bool = False) -> Skeleton:
    """A skeleton that is, or is not, kept from training; the most asked for more often."""
    while True:
        skeleton = _skeleton(operations, random)
        if skeleton and skeleton.held_out == held_out:
            return skeleton


def _skeleton(operations: Operations, random: Random) -> Skeleton | None:
    """None when the steps that were drawn do not fit together."""
    scripted = random.random() < SCRIPTED
    source = random.choice([s for s in operations.sources if s.is_scripted == scripted])
    shape = random.choices([s for _, s in SHAPES], [weight for weight, _ in SHAPES])[0]
    element, steps = source.element, []
    for sort in shape:
        fitting = operations.fitting(sort, element)
        if not fitting:
            return None
        step = random.choices(fitting, [step.weight for step in fitting])[0]
        steps.append(step)
        element = step.gives or element
    slots = [*source.values, *(slot for step in steps for slot in step.values)]
    if len(set(slots)) < len(slots) or len(set(steps)) < len(steps):
        return None
    skeleton = Skeleton(source, tuple(steps))
    return None if _counts_in_vain(skeleton) or _takes_digits_of_digits(skeleton) else skeleton


def _counts_in_vain(skeleton: Skeleton) -> bool:
    """Whether things are changed only to be counted, which nobody asks for."""
    return bool(skeleton.of("maps")) and any("len([@])" in step.code for step in skeleton.steps)


def _takes_digits_of_digits(skeleton: Skeleton) -> bool:
    """Whether what has one digit is asked for its digits, or for more of them."""
    if not (skeleton.source.code.startswith("str(") and skeleton.source.element == "number"):
        return False
    return any(DIGITS.search(step.code) for step in skeleton.steps)
