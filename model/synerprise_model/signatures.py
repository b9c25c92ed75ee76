"""Signatures and examples of the user, read with Python's own parser."""

import ast
import builtins
import re
from dataclasses import dataclass

CLASS_HEADER = re.compile(r"class\s+(?P<name>[A-Za-z_]\w*)\s*(\([\w., ]*\))?\s*:?")
PLAIN_TYPES = {"int", "float", "str", "bool", "list", "dict", "set", "tuple", "None", "bytes"}


class SignatureInvalid(ValueError):
    """A text that is no signature of a Python function."""


@dataclass(frozen=True, slots=True)
class Signature:
    """``def name(parameters) -> result:`` as the user wrote it."""

    name: str
    parameters: tuple[tuple[str, str], ...]
    """Names with the plain type of their hints, empty where there is none."""
    text: str
    """The parentheses with what is between and after them, without the colon."""
    result: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """A call in an example, and the types that it shows."""

    name: str
    argument_types: tuple[str, ...]
    result_type: str


def read_class_header(text: str | None) -> str | None:
    """The name in ``class Name:`` or ``class Name(Base):``; None for all else."""
    found = CLASS_HEADER.fullmatch(text.strip()) if text else None
    return found["name"] if found else None


def read_signature(text: str | None) -> Signature | None:
    """Read a function's signature; None for None and for a class's header.

    Raises `SignatureInvalid`.
    """
    if text is None or read_class_header(text):
        return None
    line = " ".join(text.split()).rstrip(":").rstrip()
    line = line if line.startswith(("def ", "async def ")) else f"def {line}"
    try:
        (function,) = ast.parse(f"{line}: pass").body
    except (SyntaxError, ValueError) as error:
        raise SignatureInvalid(f"not a signature: {text!r}") from error
    if not isinstance(function, ast.FunctionDef):
        raise SignatureInvalid(f"not a signature: {text!r}")
    given = function.args
    parameters = [*given.posonlyargs, *given.args, *given.kwonlyargs]
    return Signature(
        name=function.name,
        parameters=tuple((p.arg, _hint(p.annotation)) for p in parameters if p.arg != "self"),
        text=line[line.index("(") :],
        result=_hint(function.returns),
    )


def _hint(node: ast.expr | None) -> str:
    """The outer name of a type hint, such as list for ``List[int]``."""
    if isinstance(node, ast.Subscript):
        return _hint(node.value)
    if isinstance(node, ast.Attribute):
        return node.attr.lower()
    if isinstance(node, ast.Name):
        return node.id.lower()
    return "none" if isinstance(node, ast.Constant) and node.value is None else ""


def call_of(example: str) -> Call | None:
    """The call that an assert compares with a value; None where there is none to be seen.

    What is done with the call's value is looked through: ``round(area(2), 2)``, ``f(3)[0]``. Of
    several statements, such as ``s = Stack(); assert s.size() == 0``, the first call counts.
    """
    try:
        statements = ast.parse(example.strip()).body
    except (SyntaxError, ValueError):
        return None
    return next(filter(None, map(_call_in, statements)), None)


def _call_in(statement: ast.stmt) -> Call | None:
    match statement:
        case ast.Assert(test=shown) | ast.Expr(value=shown) | ast.Assign(value=shown):
            compared, result = shown, "bool"
        case _:
            return None
    match shown:
        case ast.Compare(left=ast.Constant() as other, comparators=[compared]):
            result = type_of(other)
        case ast.Compare(left=compared, comparators=[other]):
            result = type_of(other)
    call = _called_in(compared)
    if call is None:
        return None
    types = tuple(type_of(argument) for argument in call.args)
    return Call(ast.unparse(call.func), types, result if call is compared else "other")


def _called_in(node: ast.expr) -> ast.Call | None:
    """The innermost call of a plain name that an expression works on, no builtin's if it can be."""
    match node:
        case ast.Call(func=ast.Name(name), args=arguments):
            inner = _called_in(arguments[0]) if arguments and hasattr(builtins, name) else None
            return inner or node
        case ast.Call(func=inside) | ast.Attribute(value=inside) | ast.Subscript(value=inside):
            return _called_in(inside)
        case ast.UnaryOp(operand=inside) | ast.BinOp(left=inside):
            return _called_in(inside)
    return None


def type_of(node: ast.expr) -> str:
    """The type of a literal, with that of its first item: int, str, list of int."""
    match node:
        case ast.Constant(value):
            return type(value).__name__.lower().replace("nonetype", "none")
        case ast.UnaryOp(operand=operand):
            return type_of(operand)
        case ast.List(items) | ast.Tuple(items) | ast.Set(items):
            kind = type(node).__name__.lower()
            return f"{kind} of {type_of(items[0]).split(' ')[0]}" if items else kind
        case ast.Dict():
            return "dict"
        case _:
            return "other"
