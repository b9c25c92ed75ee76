"""The examples that a sample's prompt shows: checks of its task that hold for its program."""

import ast
import contextlib
import io
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from synerprise_model.layout import layout_line
from synerprise_model.lexer import lex
from synerprise_model.programs import Calling, split_arguments
from synerprise_model.signatures import call_of
from synerprise_model.tasks import Script, Task

PLAIN_EXAMPLE = re.compile(r"assert (?P<call>\w+\((?P<given>[^()]{1,40})\)) == (?P<result>.{1,40})")
SAID_EXAMPLES = {
    "bangla": (
        ", যেমন {given} দিলে {result}",
        "। যেমন {given} দিলে {result} হবে",
        "। উদাহরণ: {call} দিলে {result}",
        ", {given} দিলে {result} আসবে",
        " যেমন {call} → {result}",
    ),
    "banglish": (
        ", jemon {given} dile {result}",
        ". jemon {given} dile {result} hobe",
        ". example: {call} = {result}",
        ", {given} dile {result} dibe",
        " e.g. {call} -> {result}",
    ),
    "english": (", for example {call} gives {result}", ", e.g. {given} -> {result}"),
}


def examples_of(
    task: Task,
    calling: Calling,
    names: Mapping[str, str],
    literals: Mapping[str, Any],
    signature: str | None,
) -> list[str]:
    """What a user may write below the wish, as asserts; none where the order is another one."""
    if task.main is None or not (calling.parameters is None or _in_order(task, calling)):
        return []
    fewest = _fewest_arguments(signature)
    shown = (_example(line, task, names, literals) for line in _holding(task, literals))
    return [line for line in shown if line and _arguments(line) >= fewest]


def checks_of(task: Task, calling: Calling, literals: Mapping[str, Any]) -> tuple[str, ...]:
    if task.main is None or not (calling.parameters is None or _in_order(task, calling)):
        return ()
    if not literals:
        return task.checks
    asserts = (_example(check, task, {}, literals) for check in _holding(task, literals))
    return tuple(line.removeprefix("assert ") for line in asserts if line)


def in_words(example: str, script: Script, random: Random) -> str:
    """An assert as people say it: ", jemon 5 dile 120"; nothing when it is no plain comparison."""
    found = PLAIN_EXAMPLE.fullmatch(example)
    if not found:
        return ""
    said = random.choice(SAID_EXAMPLES[script])
    return said.format(call=found["call"], given=found["given"], result=found["result"])


def _in_order(task: Task, calling: Calling) -> bool:
    own = [name for name in task.parameters if name in (calling.parameters or ())]
    return tuple(own) == calling.parameters


def _fewest_arguments(signature: str | None) -> int:
    """How many arguments a call must give where the signature's defaults are all there are."""
    if signature is None:
        return 0
    given = next(
        node for node in ast.walk(ast.parse(f"{signature} pass")) if isinstance(node, ast.arguments)
    )
    return len(given.args) - len(given.defaults)


def _arguments(example: str) -> int:
    call = call_of(example)
    return len(call.argument_types) if call else 0


def _holding(task: Task, literals: Mapping[str, Any]) -> tuple[str, ...]:
    """The checks that hold whatever the prompt puts into the program in place of their values."""
    free = {name: value for name, value in literals.items() if name not in task.parameters}
    return _held(task, repr(free)) if free else task.checks


@lru_cache(50_000)  # samples of a task ask for it again and again
def _held(task: Task, free: str) -> tuple[str, ...]:
    scope: dict[str, Any] = ast.literal_eval(free)
    with (
        TemporaryDirectory() as folder,
        contextlib.chdir(folder),
        contextlib.redirect_stdout(io.StringIO()),
        contextlib.redirect_stderr(io.StringIO()),
    ):
        exec(task.solution, scope)  # noqa: S102  # the catalogue's own
        return tuple(check for check in task.checks if _holds(check, scope))


def _holds(check: str, scope: dict[str, Any]) -> bool:
    try:
        return bool(eval(check, scope))  # noqa: S307  # the catalogue's own
    except Exception:  # noqa: BLE001  # with another value it may raise, and so does not hold
        return False


def _example(
    check: str, task: Task, names: Mapping[str, str], literals: Mapping[str, Any]
) -> str | None:
    """A check as a user's assert; None when it is not a plain call, or speaks of another value."""
    tokens = lex(check)[:-1]
    name = task.main.name if task.main else ""
    if tokens[:2] != [name, "("] or tokens.count(name) != 1:
        return None
    end = _end_of_call(tokens)
    arguments = split_arguments(tokens[2:end])
    for value in [own for own in task.parameters if own in literals]:
        at = task.parameters.index(value)
        if at >= len(arguments) or arguments[at] != lex(repr(literals[value]))[:-1]:
            return None
    kept = [
        argument
        for at, argument in enumerate(arguments)
        if at >= len(task.parameters) or task.parameters[at] not in literals
    ]
    joined = [token for argument in kept for token in (",", *argument)][1:]
    call = [names.get(name, name), "(", *joined, *tokens[end:]]
    return "assert " + layout_line(call)


def _end_of_call(tokens: Sequence[str]) -> int:
    depth = 0
    for at, token in enumerate(tokens):
        depth += (token in "([{") - (token in ")]}")
        if token in ")]}" and not depth:
            return at
    return len(tokens) - 1
