"""Recognise what is no wish whatever its language: marks for tools, to-dos, lines, old code."""

import ast
import re
from itertools import pairwise
from keyword import kwlist, softkwlist

from synerprise_lsp.parsing import parse

MARK = re.compile(
    r"""(?ix)
    [!:%] | -\*- | vim: | https?://
  | (?:noqa|nosec|type|mypy|pyright|pylint|ruff|flake8|isort|fmt|pragma|cspell)\s*(?:[:=]|$)
  | (?:todo|fixme|xxx)\b
  | (?:note|nb|bug|hack|warning|author|copyright|license|spdx-[\w-]+)\s*:
  | copyright\s+\(c\)
    """
)
START_OF_CODE = re.compile(
    r"""(?x)
    (?: (?:from\s+[\w.]+\s+)? import\s+[\w.]+ | @\w | return\b | raise\b | assert\b | del\b | pass$
      | else\s*:$ | try\s*:$ | finally\s*:$ | (?:elif|except)\b.*:$
    )
    """
)
BETWEEN_WORDS = re.compile(r"[^A-Za-z0-9_\u0980-\u09ff\s]")
OF_PYTHON = frozenset([*kwlist, *softkwlist])
CODE = (
    ast.Call,
    ast.Attribute,
    ast.Subscript,
    ast.Assign,
    ast.AugAssign,
    ast.FunctionDef,
    ast.ClassDef,
    ast.For,
    ast.While,
    ast.If,
    ast.With,
)


def is_remark(text: str) -> bool:
    """Whether the text of one comment line says nothing that could be wished."""
    text = text.strip()
    if not any(letter.isalpha() for letter in text):
        return True  # empty, or a line of dashes
    return bool(MARK.match(text)) or is_code(text)


def is_code(text: str) -> bool:
    """Whether the text is Python that somebody commented out, and not words that parse as names."""
    if _is_prose(text):
        return False
    if START_OF_CODE.match(text):
        return parse(text) is not None or text.endswith(":")
    tree = parse(text) or (parse(f"{text} pass") if text.endswith(":") else None)
    return tree is not None and any(isinstance(node, CODE) for node in ast.walk(tree))


def _is_prose(text: str) -> bool:
    """Whether two names stand side by side, as never in Python; quicker than asking its parser."""
    code = text.partition("#")[0]
    if '"' in code or "'" in code:
        return False  # words in a string are no names
    return any(
        OF_PYTHON.isdisjoint(pair)
        for together in BETWEEN_WORDS.split(code)
        for pair in pairwise(together.split())
    )
