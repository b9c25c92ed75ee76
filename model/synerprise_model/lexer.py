"""Python programs as the decoder's tokens.

The standard tokenizer differs between Python versions (f-strings since 3.12); this one does not,
and opens f-strings up, so that names inside them are tokens like any other.
"""

import keyword
import re
from collections.abc import Sequence
from functools import lru_cache

NEWLINE, INDENT, DEDENT = "<nl>", "<in>", "<de>"
FSTRING_END = '"f'
PIECE = "\u2039"  # marks literal text inside an f-string

STRING = re.compile(r'[rb]{0,2}"(?:[^"\\\n]|\\.)*"|[rb]{0,2}\'(?:[^\'\\\n]|\\.)*\'')
WORD = re.compile(r"[^\W\d]\w*")
NUMBER = re.compile(
    r"0[xX][0-9a-fA-F]+|0[bB][01]+"
    r"|(?:(?:\d[\d_]*)?\.\d+(?:[eE][-+]?\d+)?|\d[\d_]*\.?(?:[eE][-+]?\d+)?)j?"
)
OPERATOR = re.compile(
    r"\*\*=|//=|>>=|<<=|\.\.\.|\*\*|//|>>|<<|->|:=|[-+*/%&|^=!<>]=|[-+*/%&|^~<>=()\[\]{},:.;@!]"
)
INDENT_WIDTH = 4


class LexError(ValueError):
    """A program that holds something the tokens cannot say."""


def lex(code: str) -> list[str]:
    """The tokens of a program written with four-space indents and one statement a line.

    Raises `LexError` for comments, triple quotes, continued strings and other foreign things.
    """
    tokens: list[str] = []
    depth, open_brackets = 0, 0
    for line in code.split("\n"):
        if not line.strip():
            continue
        if not open_brackets:
            indent = (len(line) - len(line.lstrip(" "))) // INDENT_WIDTH
            tokens += [INDENT] * (indent - depth) + [DEDENT] * (depth - indent)
            depth = indent
        found = _lex_expression(line.strip(" "))
        open_brackets += sum(t in "([{" for t in found) - sum(t in ")]}" for t in found)
        tokens += found if open_brackets else [*found, NEWLINE]
    return tokens + [DEDENT] * depth


@lru_cache(50_000)  # building a corpus reads the same lines a thousand times
def _lex_expression(text: str) -> tuple[str, ...]:
    tokens: list[str] = []
    at = 0
    while at < len(text):
        if text[at] == " ":
            at += 1
        elif text[at] == "f" and text[at + 1 : at + 2] in ('"', "'"):
            inside, at = _lex_fstring(text, at + 1)
            tokens += inside
        else:
            token = _match_token(text, at)
            tokens.append(token)
            at += len(token)
    return tuple(tokens)


def _match_token(text: str, at: int) -> str:
    if text.startswith(('"""', "'''"), at):
        raise LexError("triple quotes")
    for pattern in (STRING, WORD, NUMBER, OPERATOR):
        if found := pattern.match(text, at):
            return found.group()
    raise LexError(f"cannot read {text[at : at + 20]!r}")


def _lex_fstring(text: str, at: int) -> tuple[list[str], int]:
    """Tokens of an f-string whose opening quote is at `at`, and the place after it."""
    quote, literal, tokens = text[at], "", ["f" + '"']
    at += 1
    while at < len(text) and text[at] != quote:
        if text.startswith(("{{", "}}"), at) or text[at] == "\\":
            literal, at = literal + text[at : at + 2], at + 2
        elif text[at] == "{":
            tokens += [PIECE + literal] if literal else []
            inside, at = _lex_field(text, at + 1)
            tokens, literal = [*tokens, "{", *inside, "}"], ""
        else:
            literal, at = literal + text[at], at + 1
    if at >= len(text):
        raise LexError("an f-string that is not closed")
    return [*tokens, *([PIECE + literal] if literal else []), FSTRING_END], at + 1


def _lex_field(text: str, at: int) -> tuple[list[str], int]:
    """Tokens of a replacement field, with its format as one piece, and the place after it."""
    start, depth = at, 0
    while at < len(text) and (depth or text[at] not in "}:!" or text.startswith("!=", at)):
        if found := STRING.match(text, at):
            at = found.end()
            continue
        depth += (text[at] in "([{") - (text[at] in ")]}")
        at += 2 if text.startswith("!=", at) else 1
    tokens = list(_lex_expression(text[start:at]))
    end = text.find("}", at)
    if end < 0 or "{" in text[at:end]:
        raise LexError("a format inside a format")
    return tokens + ([PIECE + text[at:end]] if end > at else []), end + 1


def is_name(token: str) -> bool:
    """Whether the token is an identifier and no keyword."""
    return token.isidentifier() and not keyword.iskeyword(token)


def is_call_keyword(tokens: Sequence[str], at: int) -> bool:
    """Whether the name at `at` is the keyword of an argument, as ``key`` in ``sorted(x, key=len)``.

    Parameters with defaults, in a ``def`` or ``lambda``, are not.
    """
    if at + 1 >= len(tokens) or tokens[at + 1] != "=" or tokens[at - 1] not in ("(", ","):
        return False
    depth = 0
    for before in range(at - 1, -1, -1):
        token = tokens[before]
        if token == "lambda" and not depth:
            return False
        depth += (token in ")]}") - (token in "([{")
        if depth < 0:
            return before < 2 or tokens[before - 2] not in ("def", "class")
    return False
