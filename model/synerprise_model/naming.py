"""Names that learners give to functions and parameters, for the signatures of samples."""

import builtins
import keyword
import sys
from collections.abc import Collection, Mapping, Sequence
from random import Random
from typing import Any

VAGUE = (
    "f",
    "func",
    "solve",
    "solution",
    "my_func",
    "my_function",
    "foo",
    "task",
    "answer",
    "calculate",
    "process",
    "fun",
    "do_task",
    "result_of",
    "test",
    "kaj",
    "hisab",
    "ber_koro",
)
LETTERS = (
    "a",
    "b",
    "c",
    "x",
    "y",
    "z",
    "p",
    "q",
    "m",
    "n",
    "s",
    "t",
    "arr",
    "lst",
    "val",
    "arg",
    "data",
    "inp",
    "v",
    "u",
)
STARTS = ("get_", "find_", "calc_", "my_", "do_", "compute_")
GENERIC_PARAMETER = 0.25
"""Share of parameters that have a name which says nothing."""


def function_name(own: str, parameters: Collection[str], random: Random) -> str:
    """A name for a function whose own name is `own`: its own, a relative, or a vague one."""
    name = _function_name(own, random)
    taken = keyword.iskeyword(name) or hasattr(builtins, name) or name in parameters
    taken = taken or name in sys.stdlib_module_names
    return name if name.isidentifier() and not taken else own


def _function_name(own: str, random: Random) -> str:
    choice = random.random()
    if choice < 0.5:
        return own
    if choice < 0.72:
        return random.choice(VAGUE)
    words = own.split("_")
    if choice < 0.82:
        return words[0] + "".join(word.capitalize() for word in words[1:])
    if choice < 0.92 or len(words) == 1:
        return random.choice(STARTS) + own
    return "_".join(words[:-1] if choice < 0.96 else words[1:])


def parameter_names(
    own: Sequence[str],
    nouns: Mapping[str, str],
    kinds: Mapping[str, Mapping[str, Any]],
    random: Random,
) -> dict[str, str]:
    """Names for parameters, each different."""
    taken: dict[str, str] = {}
    for name in own:
        choices = [name] * 3 + list(kinds[nouns[name]]["names"] if name in nouns else [])
        if random.random() < GENERIC_PARAMETER:
            choices = list(LETTERS)
        free = [c for c in choices if c not in taken.values() and not hasattr(builtins, c)]
        unused = [letter for letter in LETTERS if letter not in taken.values()]
        taken[name] = random.choice(free or unused)
    return taken
