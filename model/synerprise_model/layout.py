"""Lay tokens out as Python that looks as `ruff format` would leave it."""

import keyword

from synerprise_model.lexer import DEDENT, FSTRING_END, INDENT, NEWLINE, PIECE

TIGHT_AFTER = frozenset("([{.~")
TIGHT_BEFORE = frozenset(")]},:.;")
VALUE_KEYWORDS = frozenset({"None", "True", "False"})
SIGNS = frozenset({"-", "+", "*", "**"})
BINARY = frozenset(
    "+ - * / // % ** & | ^ << >> == != < > <= >= = := -> "
    "+= -= *= /= //= %= **= &= |= ^= <<= >>= @".split()
)


def layout(tokens: list[str]) -> str:
    """The program that the tokens say, ending in a newline."""
    lines = _lines(tokens)
    shown: list[str] = []
    for at, (indent, line) in enumerate(lines):
        shown += [""] * _blank_lines(lines, at)
        shown.append("    " * indent + layout_line(line))
    return "\n".join(shown) + "\n" if shown else ""


def _lines(tokens: list[str]) -> list[tuple[int, list[str]]]:
    lines: list[tuple[int, list[str]]] = []
    depth, line = 0, list[str]()
    for token in tokens:
        if token == NEWLINE:
            lines.append((depth, line))
            line = []
        elif token in (INDENT, DEDENT):
            depth += 1 if token == INDENT else -1
        else:
            line.append(token)
    if line:
        lines.append((depth, line))
    return lines


def _blank_lines(lines: list[tuple[int, list[str]]], at: int) -> int:
    if at == 0:
        return 0
    (before_indent, before), (indent, line) = lines[at - 1], lines[at]
    opens = line[:1] in (["def"], ["class"], ["@"], ["async"])
    if before[:1] == ["@"] or before_indent < indent:
        return 0
    wide = 2 if indent == 0 else 1
    if opens or _closes_definition(lines, at, indent):
        return wide
    imports = ("import", "from")
    return int(indent == 0 and before[0] in imports and line[0] not in imports)


def _closes_definition(lines: list[tuple[int, list[str]]], at: int, indent: int) -> bool:
    for before_indent, before in reversed(lines[:at]):
        if before_indent <= indent:
            return before_indent == indent and before[:1] in (["def"], ["class"], ["async"])
    return False


def layout_line(tokens: list[str]) -> str:
    """One logical line."""
    shown, brackets = "", list[tuple[str, int]]()
    inside_fstring = 0
    for at, token in enumerate(tokens):
        previous = tokens[at - 1] if at else ""
        if token.startswith(PIECE):
            shown += token[1:]
        elif previous and not _is_tight(tokens, at, brackets, inside_fstring):
            shown += " " + ('"' if token == FSTRING_END else token)
        else:
            shown += '"' if token == FSTRING_END else token
        inside_fstring += (token == 'f"') - (token == FSTRING_END)
        if token in "([{":
            brackets.append((token, at))
        elif token in ")]}" and brackets:
            brackets.pop()
    return shown


def _is_tight(
    tokens: list[str], at: int, brackets: list[tuple[str, int]], inside_fstring: int
) -> bool:
    """Whether no space stands between the token at `at` and the one before."""
    token, before = tokens[at], tokens[at - 1]
    if token == FSTRING_END or before == 'f"' or before.startswith(PIECE):
        return True
    if inside_fstring and (
        (token == "{" and before == "}" and not _in_field(tokens, at))
        or (before == "{" or token == "}")
    ):
        return True
    if (
        ":" in (token, before)
        and brackets
        and brackets[-1][0] == "["
        and not _in_lambda(tokens, at, brackets)
    ):
        return _is_slice_tight(tokens, at, brackets[-1][1])
    if before in TIGHT_AFTER or (token in TIGHT_BEFORE and before != ","):
        return True
    if before == "," and token in ")]":
        return True
    if token in "([" and _ends_operand(before):
        return True
    if (
        "=" in (token, before)
        and brackets
        and not _in_lambda(tokens, at, brackets) | (brackets[-1][0] != "(")
    ):
        return True
    if before == "@" and at == 1:
        return True
    if "**" in (token, before) and (_is_power(tokens, at if token == "**" else at - 1)):
        return True
    return before in SIGNS and (at == 1 or not _ends_operand(tokens[at - 2]))


def _ends_operand(token: str) -> bool:
    if keyword.iskeyword(token) and token not in VALUE_KEYWORDS:
        return False
    return (
        token in ")]}"
        or token == FSTRING_END
        or (token[-1:] in "\"'>" and len(token) > 2)
        or token[-1:].isalnum()
        or token[-1:] == "_"
    )


def _in_field(tokens: list[str], at: int) -> bool:
    depth = 0
    for token in reversed(tokens[:at]):
        if token == 'f"':
            return depth > 0
        depth += (token == "{") - (token == "}")
    return False


def _in_lambda(tokens: list[str], at: int, brackets: list[tuple[str, int]]) -> bool:
    start = brackets[-1][1] if brackets else -1
    depth = 0
    for token in reversed(tokens[start + 1 : at]):
        depth += (token in ")]}") - (token in "([{")
        if token == "lambda" and not depth:
            return True
        if token == ":" and not depth:
            return False
    return False


def _is_power(tokens: list[str], at: int) -> bool:
    """Whether ``**`` stands between simple operands, where the formatter leaves no spaces."""
    left, right = tokens[at - 1 : at], tokens[at + 1 :]
    if not left or not right or left[0] in ")]}" or not _ends_operand(left[0]):
        return False
    if right[0] == "-":
        right = right[1:]
    while len(right) > 2 and right[1] == ".":
        right = right[2:]
    return right[0] not in "([{" and right[1:2] not in (["("], ["["])


def _is_slice_tight(tokens: list[str], at: int, opening: int) -> bool:
    inside, depth = [], 0
    for token in tokens[opening + 1 :]:
        if token in ")]}" and not depth:
            break
        depth += (token in "([{") - (token in ")]}")
        inside.append(token)
    token, before = tokens[at], tokens[at - 1]
    if (before in ("[", ":") and token in ("]", ":")) or before == "[" or token == "]":
        return True
    return not any(
        (item in "([" and place and _ends_operand(inside[place - 1]))
        or (item in BINARY and place and _ends_operand(inside[place - 1]))
        for place, item in enumerate(inside)
    )
