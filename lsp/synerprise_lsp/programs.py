"""Fit a program into a document: its body alone, the document's indentation, its line ends."""

import ast

from synerprise_lsp.lines import indent_of, is_blank, split, without_end
from synerprise_lsp.literals import rows_in_strings
from synerprise_lsp.parsing import parse
from synerprise_lsp.stubs import Stub, parameters

STEP = "    "
"""How programs come indented."""


def body_for(stub: Stub, code: str) -> str | None:
    """What of the program goes into the stub; None when the program has no such function.

    What stands before the function, imports above all, goes in with the body: there it is right
    wherever the stub is. What stands after it only shows how it is called.
    """
    tree = parse(code)
    function = _function(tree, stub) if tree else None
    if tree is None or function is None:
        return None
    statements = function.body
    if stub.documented and ast.get_docstring(function, clean=False) is not None:
        statements = statements[1:]
    if not statements:
        return None
    before = [_source(code, part) for part in _before(tree, function)]
    if statements[0].lineno == function.lineno:  # def f(): return 1
        return "\n".join([*before, *map(ast.unparse, statements)])
    first, last = _first_line(statements[0]), statements[-1].end_lineno
    return "\n".join([*before, _outdented(_rows(code, first, last))])


def laid_out(code: str, indent: str, unit: str, end: str) -> str:
    """The program at an indentation, with the document's own step and line ends."""
    rows = split(code.rstrip())
    fixed = rows_in_strings(rows)
    return end.join(
        without_end(row) if at in fixed else _indented(without_end(row), indent, unit)
        for at, row in enumerate(rows)
    )


def ends_in_definition(code: str) -> bool:
    tree = parse(code)
    last = tree.body[-1] if tree and tree.body else None
    return isinstance(last, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)


def _function(tree: ast.Module, stub: Stub) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name == stub.name:
            return node if parameters(node) == stub.parameters else None
    return None


def _before(tree: ast.Module, function: ast.stmt) -> list[ast.stmt]:
    """What stands above the function, but for names of the hints: those are the user's own."""
    return [
        part
        for part in tree.body
        if (part.end_lineno or part.lineno) < function.lineno
        and not (isinstance(part, ast.ImportFrom) and part.module == "typing")
    ]


def _source(code: str, part: ast.stmt) -> str:
    return _rows(code, _first_line(part), part.end_lineno)


def _rows(code: str, first: int, last: int | None) -> str:
    return "\n".join(without_end(row) for row in split(code)[first - 1 : last])


def _first_line(statement: ast.stmt) -> int:
    decorators: list[ast.expr] = getattr(statement, "decorator_list", [])
    return min([statement.lineno, *(decorator.lineno for decorator in decorators)])


def _outdented(code: str) -> str:
    rows = split(code)
    fixed = rows_in_strings(rows)
    away = len(indent_of(rows[0]))
    return "".join(row if at in fixed else _without(row, away) for at, row in enumerate(rows))


def _without(row: str, away: int) -> str:
    return row[min(away, len(indent_of(row))) :]


def _indented(row: str, indent: str, unit: str) -> str:
    if is_blank(row):
        return ""
    depth, rest = divmod(len(indent_of(row)), len(STEP))
    return indent + unit * depth + " " * rest + row.lstrip()
