"""Functions with a signature and no body yet: a wish above or inside one is a wish for the body."""

import ast
import re
from collections.abc import Sequence
from dataclasses import dataclass
from types import EllipsisType

from synerprise_lsp.gaps import Gap, Spot
from synerprise_lsp.lines import indent_of, indent_unit, is_blank, without_end
from synerprise_lsp.parsing import parse

HEADER = re.compile(r"[ \t\f]*(?:async[ \t]+)?def\b")
START_OF_FILLER = re.compile(r"(?:pass|raise)\b|\.\.\.|[rRuU]?[\"']")
LONGEST_HEADER = 30  # rows; who has more parameters than that does not wait for us
LONGEST_STUB = 200  # rows; a docstring can be long


@dataclass(frozen=True, slots=True)
class Stub:
    """A function that waits for its body."""

    name: str
    signature: str
    """The header in one line, such as ``def f(a, b):``."""
    parameters: tuple[str, ...]
    documented: bool
    first: int
    last: int
    """The row of the header, and the last row of the function."""
    gap: Gap
    filled: bool
    """Whether a `pass` or `...` stands in the gap."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """What Python's parser makes of some rows."""

    lines: Sequence[str]
    row: int
    function: ast.FunctionDef | ast.AsyncFunctionDef
    shift: int
    """What is added to the parser's line to get the row."""

    def start(self, node: ast.stmt) -> Spot:
        return self._spot(node.lineno, node.col_offset)

    def end(self, node: ast.stmt) -> Spot:
        return self._spot(node.end_lineno or node.lineno, node.end_col_offset or 0)

    def _spot(self, line: int, column: int) -> Spot:
        row = line + self.shift
        return Spot(row, len(self.lines[row].encode()[:column].decode()))  # the parser counts bytes


def is_definition(line: str) -> bool:
    """Whether a function, a class or its decorators start in this line."""
    return bool(HEADER.match(line)) or line.strip().startswith(("@", "class "))


def stub_at(lines: Sequence[str], row: int) -> Stub | None:
    """The stub whose header, or first decorator, is in this row."""
    indent = indent_of(lines[row]) if row < len(lines) else ""
    while row < len(lines) and lines[row].startswith(f"{indent}@"):
        row += 1
    if row >= len(lines) or not HEADER.match(lines[row]) or indent_of(lines[row]) != indent:
        return None
    header = last_row_of_header(lines, row)
    if header is None:
        return None
    last = _last_row(lines, header, indent)
    if not _may_be_empty(lines[header + 1 : last + 1]):
        return None
    reading = _read(lines, row, last)
    return None if reading is None else _stub(reading, header, last)


def last_row_of_header(lines: Sequence[str], row: int) -> int | None:
    """The row in which the header that starts in this row ends; None while it is half typed."""
    for last in range(row, min(row + LONGEST_HEADER, len(lines))):
        if ":" in lines[last] and _read(lines, row, last):
            return last
    return None


def _last_row(lines: Sequence[str], header: int, indent: str) -> int:
    last = header
    for row in range(header + 1, min(header + LONGEST_STUB, len(lines))):
        if is_blank(lines[row]):
            continue
        here = indent_of(lines[row])
        if not (here.startswith(indent) and len(here) > len(indent)):
            break
        last = row
    return last


def _may_be_empty(body: Sequence[str]) -> bool:
    """Whether the first row of code is none yet; most functions end here, unparsed."""
    rows = (row.strip() for row in body)
    first = next((row for row in rows if row and not row.startswith("#")), "pass")
    return bool(START_OF_FILLER.match(first))


def _read(lines: Sequence[str], row: int, last: int) -> _Reading | None:
    """Parse the rows as one function, with a `pass` at the end where there is no body."""
    indent = indent_of(lines[row])
    before = "if 1:\n" if indent else ""  # so that an indented function parses
    rows = [without_end(line) for line in lines[row : last + 1]]
    for after in ("", f"\n{indent} pass"):
        tree = parse(before + "\n".join(rows) + after)
        functions = list(ast.walk(tree)) if tree else []
        for node in functions:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                if after:
                    del node.body[-1]
                return _Reading(lines, row, node, row - 1 - bool(before))
    return None


def _stub(reading: _Reading, header: int, last: int) -> Stub | None:
    function = reading.function
    docstring = function.body[:1] if ast.get_docstring(function, clean=False) is not None else []
    fillers = function.body[len(docstring) :]
    if not all(_is_filler(statement) for statement in fillers):
        return None
    if docstring and reading.start(docstring[0]).row <= header:
        return None  # def f(): "…" in one row leaves no place below
    return Stub(
        name=function.name,
        signature=_signature(function),
        parameters=parameters(function),
        documented=bool(docstring),
        first=reading.row,
        last=last,
        gap=_gap(reading, header, docstring, fillers),
        filled=bool(fillers),
    )


def _gap(reading: _Reading, header: int, docstring: list[ast.stmt], fillers: list[ast.stmt]) -> Gap:
    lines = reading.lines
    own = indent_of(lines[reading.row])
    inner = own + indent_unit(lines, own)
    if fillers:
        start, end = reading.start(fillers[0]), reading.end(fillers[-1])
        before = lines[start.row][: start.column]
        if is_blank(before):
            return Gap(Spot(start.row, 0), end, before, on_new_line=False)
        return Gap(Spot(start.row, len(before.rstrip())), end, inner, on_new_line=True)
    row = reading.end(docstring[0]).row if docstring else header
    if docstring:
        inner = indent_of(lines[reading.start(docstring[0]).row])
    spot = Spot(row, len(without_end(lines[row])))
    return Gap(spot, spot, inner, on_new_line=True)


def _is_filler(statement: ast.stmt) -> bool:
    match statement:
        case ast.Pass() | ast.Expr(ast.Constant(value=EllipsisType())):
            return True
        case ast.Raise(ast.Name("NotImplementedError") | ast.Call(ast.Name("NotImplementedError"))):
            return True
        case _:
            return False


def _signature(function: ast.FunctionDef | ast.AsyncFunctionDef) -> str:
    """The header without decorators; the model writes bodies alike for `async def`."""
    bare = ast.FunctionDef(
        name=function.name,
        args=function.args,
        body=[ast.Pass()],
        decorator_list=[],
        returns=function.returns,
    )
    return ast.unparse(ast.fix_missing_locations(bare)).removesuffix("pass").strip()


def parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> tuple[str, ...]:
    given = function.args
    plain = [*given.posonlyargs, *given.args, *given.kwonlyargs]
    stars = [star for star in (given.vararg, given.kwarg) if star]
    return tuple(parameter.arg for parameter in [*plain, *stars])
