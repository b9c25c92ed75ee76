"""Find comments behind code that ask for what comes next: `x = 5  # er factorial ber koro`."""

import ast
import re
from collections.abc import Container, Iterator, Sequence

from synerprise_lsp.comments import Comment
from synerprise_lsp.detector import is_order, is_wish
from synerprise_lsp.gaps import Spot
from synerprise_lsp.lines import indent_of, without_end
from synerprise_lsp.literals import sign_in, starts_in_string
from synerprise_lsp.parsing import parse
from synerprise_lsp.remarks import is_remark
from synerprise_lsp.stubs import HEADER, stub_at

ENDING = re.compile(
    "(?:(?:e?r|ke|te|theke|gul[oa]r?)|(?:এর|র|কে|তে|থেকে|গুলো|গুলোর))(?![A-Za-z0-9_\u0980-\u09ff])",
    re.IGNORECASE,
)
"""What is said of a variable without saying its name again: of it, from it, them."""
GIVING = frozenset(("input", "int", "float", "str", "list", "dict", "set", "tuple", "map"))


def trailing_comment_at(lines: Sequence[str], row: int) -> Comment | None:
    """The comment behind the code of a row, if it asks for more code."""
    found = _asking(lines, row) if 0 <= row < len(lines) else None
    return None if found is None or starts_in_string(lines, row) else found


def trailing_comments(lines: Sequence[str], inside: Container[int]) -> Iterator[Comment]:
    """All comments behind code that ask, from the top, but for the rows inside of strings."""
    for row in range(len(lines)):
        if row not in inside and (found := _asking(lines, row)):
            yield found


def _asking(lines: Sequence[str], row: int) -> Comment | None:
    """Words come first, since they are looked at quicker than the code."""
    line = without_end(lines[row])
    sign = sign_in(line) if "#" in line else None
    code = line[:sign].strip()
    if sign is None or not code:
        return None
    said = line[sign:].lstrip("#").strip()
    text = _asked_for_body(lines, row, said) if HEADER.match(code) else _asked(code, said)
    place = Spot(row, sign), Spot(row, len(line))
    return None if text is None or is_remark(said) else Comment(text, *place, indent_of(line))


def _asked_for_body(lines: Sequence[str], row: int, said: str) -> str | None:
    if not is_wish(said):
        return None
    stub = stub_at(lines, row)
    return said if stub and stub.gap.start >= Spot(row, len(without_end(lines[row]))) else None


def _asked(code: str, said: str) -> str | None:
    """What is asked behind a value that is given: what computes may be told in words of an order.

    Where nothing but an ending tells of what it speaks, that is the variable.
    """
    names = _given(code) if is_order(said) else ()
    if not names:
        return None
    return f"{names[0]} {said}" if len(names) == 1 and ENDING.match(said) else said


def _given(code: str) -> tuple[str, ...]:
    """The variables to which a line gives a value that is written out or read in."""
    tree = parse(code)
    match tree.body if tree else []:
        case [ast.Assign(targets=[ast.Name() | ast.Tuple() as target], value=value)] | [
            ast.AnnAssign(target=ast.Name() as target, value=ast.expr() as value)
        ]:
            read = {node.id for node in ast.walk(value) if isinstance(node, ast.Name)}
            return tuple(_names(target)) if read <= GIVING else ()
        case _:
            return ()


def _names(target: ast.expr) -> Iterator[str]:
    return (node.id for node in ast.walk(target) if isinstance(node, ast.Name))
