"""What to type into a program that reads input: lines of the kinds that it wants."""

import ast
from collections.abc import Iterator

NUMBERS = ("7", "3", "12", "5", "2", "9")
DECIMALS = ("2.5", "4.0", "1.5")
TEXTS = ("Dhaka", "level", "amar sonar bangla", "Rahim")
SEVERAL = "3 1 2"
IN_A_LOOP = 6  # times that a line in a loop is typed, in case its count is not known
ENDS = ("0", "", "exit")
"""Typed at last, since many programs read until one of these."""


def sample_input(code: str) -> str:
    """Lines for the calls of `input` in a program, in their order; code must be Python."""
    tree = ast.parse(code)
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    calls = sorted(_calls(tree), key=lambda call: (call.lineno, call.col_offset))
    lines: list[str] = []
    for at, call in enumerate(calls):
        times = IN_A_LOOP if _is_repeated(call, parents) else 1
        lines += [_line(call, parents, at + turn) for turn in range(times)]
    return "".join(f"{line}\n" for line in (*lines, *ENDS)) if calls else ""


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) == "input":
            yield node


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def _is_repeated(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> bool:
    loops = (ast.For, ast.While, ast.ListComp, ast.GeneratorExp, ast.DictComp, ast.SetComp)
    while node in parents:
        node = parents[node]
        if isinstance(node, loops):
            return True
    return False


def _line(call: ast.Call, parents: dict[ast.AST, ast.AST], turn: int) -> str:
    """A line of the kind that the program makes of it."""
    node: ast.AST = call
    parted = False
    while node in parents and not isinstance(node, ast.stmt):
        node = parents[node]
        if isinstance(node, ast.Attribute) and node.attr == "split":
            parted = True
        if isinstance(node, ast.Call):
            kind = _name(node.args[0] if _name(node.func) == "map" and node.args else node.func)
            if kind in ("int", "float"):
                values = NUMBERS if kind == "int" else DECIMALS
                return _several(node, parents) if parted else values[turn % len(values)]
        if isinstance(node, ast.ListComp) and parted:
            return SEVERAL
    return TEXTS[turn % len(TEXTS)]


def _several(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> str:
    """Numbers on one line: as many as there are names for them."""
    while node in parents and not isinstance(node, ast.stmt):
        node = parents[node]
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Tuple):
        return " ".join(NUMBERS[: len(node.targets[0].elts)])
    return SEVERAL
