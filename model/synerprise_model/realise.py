"""Turn the decoder's tokens back into the user's program, and refuse what could not run."""

import ast
import builtins
import re
import typing
from collections.abc import Iterator, Sequence

from synerprise_model.layout import layout
from synerprise_model.lexer import DEDENT, FSTRING_END, INDENT, NEWLINE, PIECE, is_name
from synerprise_model.programs import (
    FUNCTION_SLOT,
    SIGNATURE_SLOT,
    imported_names,
    is_variable,
    parameter_slot,
)
from synerprise_model.source import MOST_PARAMETERS, Source

BUILTINS = frozenset(dir(builtins)) | {"__name__"}
TYPING = frozenset(typing.__all__)
"""What a user's type hints may take from `typing` without a word about it."""
SIGNATURE_MARK = "__signature__"


class Unfit(ValueError):
    """A program that does not compile, or uses a name that nothing defines."""


def realise(tokens: Sequence[str], source: Source) -> str:
    """The program, its slots filled from the source. Raises `Unfit`."""
    tokens = [source.slots.get(token, token) if token[:2] == "<I" else token for token in tokens]
    _refuse_malformed(tokens)
    tokens = _with_class_name(tokens, source.class_name)
    slots = _slots_of(tokens, source)
    given = {text for slot, text in slots.items() if slot[1] in "FP"}
    if hidden := given & imported_names(tokens):
        raise Unfit(f"the user's {hidden} hides what the program imports")
    filled = [
        part
        for at, token in enumerate(tokens)
        for part in (
            (_freed(token, tokens, at, given),) if is_name(token) else _filled(token, slots)
        )
    ]
    code = layout(_with_plain_fields(_with_ends_of_ranges(filled)))
    if source.signature:
        code = code.replace(f"({SIGNATURE_MARK})", source.signature.text)
    tree = _parsed(code)
    if hints := sorted((set(_loaded(tree)) - set(_bound(tree))) & TYPING):
        code = _with_import(code, f"from typing import {', '.join(hints)}")
        tree = _parsed(code)
    _refuse_unknown_names(tree, given)
    if not _answers(tree, tokens, source):
        raise Unfit("not the function that the prompt asks for")
    return code


def without_name(code: str) -> str:
    """The program with a blank for the name of its last function, which the prompt often leaves."""
    functions = [node for node in ast.parse(code).body if isinstance(node, ast.FunctionDef)]
    return re.sub(rf"\b{functions[-1].name}\b", "_", code) if functions else code


def _refuse_malformed(tokens: Sequence[str]) -> None:
    """Refuse what could not even be laid out: open blocks, empty lines, a ``def`` without name."""
    depth = 0
    for at, token in enumerate(tokens):
        depth += (token == INDENT) - (token == DEDENT)
        before = tokens[at - 1] if at else NEWLINE
        if depth < 0 or (token == NEWLINE and before in (NEWLINE, INDENT, DEDENT)):
            raise Unfit("blocks and lines that do not fit")
        if before == "def" and not (is_name(token) or token == FUNCTION_SLOT):
            raise Unfit("a definition without a name")
    if depth or tokens[-1:] == ["def"]:
        raise Unfit("a program that is not whole")


def _with_class_name(tokens: Sequence[str], name: str | None) -> Sequence[str]:
    """The tokens with the last class called what the prompt calls it, if none is called so."""
    places = [at for at, token in enumerate(tokens) if token == "class"]
    if name is None:
        return tokens
    if not places:
        raise Unfit("not the class that the prompt asks for")
    classes = [tokens[place + 1] for place in places]
    if name in classes:
        return tokens
    return [name if token == classes[-1] else token for token in tokens]


def _slots_of(tokens: Sequence[str], source: Source) -> dict[str, str]:
    """What every slot stands for; parameters that the prompt does not name are in the header."""
    slots = dict(source.slots)
    if SIGNATURE_SLOT in tokens:
        return slots
    start = _header(tokens)
    if start is not None:
        slots.setdefault(FUNCTION_SLOT, tokens[start + 1])
        for index, name in enumerate(_header_parameters(tokens, start)):
            slots[parameter_slot(index)] = name
    return slots


def _header(tokens: Sequence[str]) -> int | None:
    """The place of the last ``def`` at the top level; None where there is none."""
    depth, found = 0, None
    for at, token in enumerate(tokens):
        depth += (token == INDENT) - (token == DEDENT)
        if token == "def" and not depth:
            found = at
    return found


def _header_parameters(tokens: Sequence[str], start: int) -> list[str]:
    names, depth = [], 0
    for at in range(start + 2, len(tokens)):
        depth += (tokens[at] in "([{") - (tokens[at] in ")]}")
        if not depth:
            break
        if depth == 1 and is_name(tokens[at]) and tokens[at - 1] in ("(", ",", "*", "**"):
            names.append(tokens[at])
    return names[:MOST_PARAMETERS]


def _freed(token: str, tokens: Sequence[str], at: int, given: set[str]) -> str:
    """A name of the model's own, with an underscore where the user's name is the same."""
    if token in given and SIGNATURE_SLOT in tokens and is_variable(tokens, at):
        if token in BUILTINS:
            raise Unfit(f"the user's {token!r} hides the builtin that the program needs")
        return token + "_"
    return token


def _filled(token: str, slots: dict[str, str]) -> tuple[str, ...]:
    if token == SIGNATURE_SLOT:
        return ("(", SIGNATURE_MARK, ")")
    if token.startswith("<") and token.endswith(">") and token[1:2].isupper():
        if token not in slots:
            raise Unfit(f"nothing to put for {token}")
        return (slots[token],)
    return (token,)


def _with_import(code: str, line: str) -> str:
    """The program with one more import, among its own or above its first definition."""
    lines = code.split("\n")
    at = next(at for at, known in enumerate(lines) if not known.startswith("import "))
    among = lines[at].startswith("from ") or (at and not lines[at])
    return "\n".join([*lines[:at], line, *([] if among else ["", ""]), *lines[at:]])


def _with_ends_of_ranges(tokens: list[str]) -> list[str]:
    """The tokens with ``range(1, 10 + 1)`` as a person writes it, ``range(1, 11)``."""
    shown: list[str] = []
    for token in tokens:
        shown.append(token)
        ended = shown[-4:]
        if token == ")" and ended[1:3] == ["+", "1"] and ended[0].isdecimal():
            opened = (shown[-5:-4] == ["("] and shown[-6:-5]) or shown[-8:-7]
            if opened == ["range"]:
                shown[-4:] = [str(int(ended[0]) + 1), ")"]
    return shown


def _with_plain_fields(tokens: list[str]) -> list[str]:
    """The tokens with ``f"{"Hi"}, {row["name"]}"`` as it must be, ``f"Hi, {row['name']}"``."""
    shown: list[str] = []
    inside = 0
    for token in tokens:
        inside += (token == 'f"') - (token == FSTRING_END)
        shown.append(token)
        if inside and token == "}" and shown[-3] == "{" and shown[-2][:1] == '"':
            text = shown[-2][1:-1].replace("{", "{{").replace("}", "}}")
            shown[-3:] = [PIECE + text]
    inside = 0
    for at, token in enumerate(shown):
        inside += (token == 'f"') - (token == FSTRING_END)
        if inside and token[:1] == '"' and token != FSTRING_END:
            shown[at] = repr(ast.literal_eval(token))
    return shown


def _answers(tree: ast.Module, tokens: Sequence[str], source: Source) -> bool:
    """Whether the program defines what the signature and the examples speak of."""
    if source.signature:
        return SIGNATURE_SLOT in tokens
    call = source.call
    if call is None:
        return True
    return any(
        isinstance(node, ast.ClassDef) or _takes(node.args, len(call.argument_types))
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name == call.name
    )


def _takes(parameters: ast.arguments, count: int) -> bool:
    """Whether a call with so many positional arguments fits the parameters."""
    most = len(parameters.posonlyargs) + len(parameters.args)
    fewest = most - len(parameters.defaults)
    return fewest <= count <= most or (parameters.vararg is not None and count >= fewest)


def _parsed(code: str) -> ast.Module:
    try:
        tree = ast.parse(code)
        compile(tree, "<candidate>", "exec")
    except (SyntaxError, ValueError) as error:
        raise Unfit(str(error)) from error
    if not tree.body:
        raise Unfit("an empty program")
    return tree


def _refuse_unknown_names(tree: ast.Module, given: set[str]) -> None:
    """Refuse a name that nothing defines and that is not one the prompt gives."""
    if unknown := sorted(set(_loaded(tree)) - set(_bound(tree)) - BUILTINS - given):
        raise Unfit(f"nothing defines {unknown[0]}")


def _loaded(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield node.id


def _bound(tree: ast.AST) -> Iterator[str]:
    """Every name that anything in the program binds, whatever its scope."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()) | ast.arg(arg=name):
                yield name
            case (
                ast.FunctionDef(name=name)
                | ast.ClassDef(name=name)
                | ast.AsyncFunctionDef(name=name)
            ):
                yield name
            case ast.alias(name=name, asname=other):
                yield other or name.split(".")[0]
            case ast.ExceptHandler(name=str(name)):
                yield name
