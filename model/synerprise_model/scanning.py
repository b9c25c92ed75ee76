"""What a prompt is cut into: texts, lists, names, numbers, words and signs."""

import re

PIECE = re.compile(
    r"""
    (?P<text>(?<![\w\u0980-\u09ff])(?:"[^"\n]{0,40}"|'[^'\n]{0,40}'))
  | (?P<list>\[[^\[\]\n]{0,120}\]|\((?=[^()\n]*,)[^()\n\u0980-\u09ff]{1,80}\))
  | `(?P<ticked>[A-Za-z_]\w*(?:\(\))?)`
  | (?P<called>[A-Za-z_][A-Za-z0-9_]*)
    (?=\((?:[A-Za-z_][A-Za-z0-9_]*(?:,\s*[A-Za-z_][A-Za-z0-9_]*)*)?\))
  | (?P<name>[A-Za-z][A-Za-z0-9]*_[A-Za-z0-9_]+|[a-z]+[A-Z][A-Za-z0-9]*)
  | (?P<number>(?<![\w.])-?\d+(?:\.\d+)?|\d+(?:\.\d+)?)
  | (?P<grade>(?<![\w+-])[A-F][+-](?![\w+-]))
  | (?P<word>[\u0980-\u09ff]+|[A-Za-z]+)
  | (?P<sign>\*\*|[<>=!]=|->|[-+*/%^<>=])
    """,
    re.VERBOSE,
)
