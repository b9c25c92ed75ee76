"""Solutions as the decoder's targets: names and values of the prompt become slots."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from synerprise_model.lexer import NEWLINE, is_call_keyword, is_name, lex
from synerprise_model.tasks import Task

FUNCTION_SLOT = "<F>"
SIGNATURE_SLOT = "<sig>"
"""The parameters in parentheses, exactly as the signature has them."""


def parameter_slot(index: int) -> str:
    """The slot of the parameter at a place of the signature."""
    return f"<P{index}>"


def literal_token(value: object) -> str:
    """A literal of the prompt among the program's tokens, until it is known which slot it has."""
    return f"«{value!r}»"


@dataclass(frozen=True, slots=True)
class Calling:
    """How a sample's function is called, as far as its prompt tells."""

    function: str | None = None
    """Its name, when the prompt gives one."""
    parameters: tuple[str, ...] | None = None
    """The solution's own names of its parameters in the order of the signature, if there is one."""
    sight: tuple[str, ...] = ()
    """A snippet's own names of the variables in sight, in their order; empty for others."""


def write_target(
    task: Task, literals: Mapping[str, Any], calling: Calling = Calling()
) -> list[str]:
    """The tokens of a task's program, its function's name a slot in any case.

    `literals` are the values that the prompt gives; where one was a parameter, it is none any more.
    """
    tokens = lex(task.solution)
    if task.form == "snippet":
        places = {own: parameter_slot(index) for index, own in enumerate(calling.sight) if own}
        return _with_literals(_renamed(tokens, places), literals)
    if task.form != "function" or task.main is None:
        return _with_literals(tokens, literals)
    name, parameters = task.main.name, list(task.parameters)
    for value in [name for name in parameters if name in literals]:
        tokens = _without_argument(tokens, name, parameters.index(value))
        parameters.remove(value)
    start = _definition(tokens, name)
    end = _closing(tokens, start + 2) + 1
    order = list(calling.parameters or parameters)
    slots = {own: parameter_slot(index) for index, own in enumerate(order)}
    header = _header(tokens[start:end], calling)
    body = _renamed(tokens[end:], slots | {name: FUNCTION_SLOT})
    return [*tokens[:start], *_with_literals([*header, *body], literals)]


def _header(tokens: Sequence[str], calling: Calling) -> list[str]:
    if calling.parameters is not None:
        return ["def", FUNCTION_SLOT, SIGNATURE_SLOT]
    return ["def", FUNCTION_SLOT, *tokens[2:]]


def _definition(tokens: Sequence[str], name: str) -> int:
    return max(at for at, token in enumerate(tokens) if token == "def" and tokens[at + 1] == name)


def _closing(tokens: Sequence[str], opening: int) -> int:
    """The place of the bracket that closes the one at `opening`."""
    depth = 0
    for at in range(opening, len(tokens)):
        depth += (tokens[at] in "([{") - (tokens[at] in ")]}")
        if not depth:
            return at
    raise ValueError("an open bracket")


def _without_argument(tokens: list[str], function: str, index: int) -> list[str]:
    """The tokens without the argument at `index` in the definition and in calls of a function."""
    places = [
        at + 1
        for at, token in enumerate(tokens)
        if token == function and tokens[at + 1 : at + 2] == ["("] and tokens[at - 1] != "."
    ]
    for opening in reversed(places):
        end = _closing(tokens, opening)
        arguments = split_arguments(tokens[opening + 1 : end])
        kept = [argument for at, argument in enumerate(arguments) if at != index]
        joined = [token for argument in kept for token in (",", *argument)][1:]
        tokens = [*tokens[: opening + 1], *joined, *tokens[end:]]
    return tokens


def split_arguments(tokens: Sequence[str]) -> list[list[str]]:
    """Arguments between parentheses, without their commas."""
    arguments: list[list[str]] = [[]]
    depth = 0
    for token in tokens:
        depth += (token in "([{") - (token in ")]}")
        if token == "," and not depth:
            arguments.append([])
        else:
            arguments[-1].append(token)
    return [argument for argument in arguments if argument]


def _renamed(tokens: Sequence[str], names: Mapping[str, str]) -> list[str]:
    tokens = list(tokens)
    return [
        names[token] if token in names and is_variable(tokens, at) else token
        for at, token in enumerate(tokens)
    ]


def is_variable(tokens: Sequence[str], at: int) -> bool:
    """Whether the name at `at` is neither an attribute nor the keyword of an argument."""
    return tokens[at - 1 : at] != ["."] and not is_call_keyword(tokens, at)


def _with_literals(tokens: Sequence[str], literals: Mapping[str, Any]) -> list[str]:
    return _renamed(tokens, {name: literal_token(value) for name, value in literals.items()})


def imported_names(tokens: Sequence[str]) -> set[str]:
    """What a program imports, such as ``date`` of ``from datetime import date``."""
    names: set[str] = set()
    importing = False
    for token in tokens:
        importing = token == "import" or (importing and token != NEWLINE)
        if importing and is_name(token):
            names.add(token)
    return names
