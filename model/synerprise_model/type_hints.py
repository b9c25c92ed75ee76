"""Type hints for the signatures of samples, read off the checks of the task."""

from random import Random

from synerprise_model.signatures import call_of
from synerprise_model.tasks import Task

PLAIN = {"int", "float", "str", "bool", "dict", "list", "set", "tuple"}


def type_hints(task: Task, random: Random) -> tuple[dict[str, str], str]:
    """Hints of parameters, such as ``: list[int]``, and of the result, such as `` -> int``.

    What the checks do not show has none.
    """
    name = task.main.name if task.main else ""
    calls = [call for check in task.checks if (call := call_of(f"assert {check}"))]
    capital = random.random() < 0.4  # List[int], as many were taught
    for call in calls:
        if call.name == name and len(call.argument_types) == len(task.parameters):
            shown = [_hint(kind, random, capital=capital) for kind in call.argument_types]
            hints = {p: f": {hint}" for p, hint in zip(task.parameters, shown, strict=True) if hint}
            result = _hint(call.result_type, random, capital=capital)
            return hints, f" -> {result}" if result else ""
    return {}, ""


def _hint(kind: str, random: Random, *, capital: bool) -> str:
    """A type of `signatures.type_of` as a hint; nothing for one that says nothing."""
    outer, _, inner = kind.partition(" of ")
    if outer not in PLAIN:
        return ""
    if inner in PLAIN and outer in ("list", "set") and random.random() < 0.7:
        return f"{outer.capitalize() if capital else outer}[{inner}]"
    return outer
