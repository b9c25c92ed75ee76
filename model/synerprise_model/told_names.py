"""The names that a prompt's words give to the function or the class it asks for."""

import builtins
import re

from synerprise_model.scanning import PIECE

NAMED_BEFORE = re.compile(r"\b([A-Za-z_]\w*)\s+(?:নামে|নামের|নামক|namer|naame|naamer)(?!\w)")
NAMED_AFTER = re.compile(
    r"(?:\bdef(?! (?:lik|lek|ban|dao|den|chai|lag|dor|jet|ja\b))"
    r"|\bnamed|\bfunction er nam|\bনাম হবে)"
    r"\s+([A-Za-z_]\w*)"
)
"""``def`` may also be a noun: "ekta def likho jeta …"."""
NEAR_FUNCTION = (
    re.compile(r"(?:function|func|method|ফাংশন|মেথড|nam|name|naam)\S*\s+(?:ta\s+)?([A-Za-z_]\w*)"),
    re.compile(
        r"([A-Za-z_]\w*)\s+(?:ekta\s+|ekti\s+|একটি\s+|একটা\s+)?"
        r"(?:function|func|method|ফাংশন|মেথড|naam|nam\b|name\b|নাম)"
    ),
)
"""Where a name with an underscore or a capital inside is the function's, not a parameter's."""
CALLED = r"\s+(?:নামে|নামের|নামক|name|namer|naamer|naame|namok|na+m e)"
CLASS = r"(?:[Cc]las+|[Kk]lass?|ক্লা[সশ])"
A_CLASS = re.compile(CLASS)
NAMED_CLASS = re.compile(
    r"(?<![\w.])(?:"
    rf"{CLASS}\s+([A-Z][a-z]\w+)"
    rf"|([A-Z][a-z]\w+)(?:{CALLED})?\s+(?:(?:একটি|একটা|ekta|ekti|akta)\s+)?{CLASS}"
    rf"|([A-Z][a-z]\w+){CALLED}"
    r")(?!\w)"
)
"""A class that the text calls by a name: Student class, Student নামে একটি ক্লাস, class Student."""
NO_CLASS_NAMES = {
    "Ekta",
    "Ekti",
    "Akta",
    "Python",
    "Amar",
    "Write",
    "Make",
    "Create",
    "Emon",
    "Please",
}
QUOTED = re.compile(r"""'[^']*'|"[^"]*"|‘[^’]*’|“[^”]*”""")
SHOWN_CALL = re.compile(r"(?<![\w.])([A-Za-z_]\w*)\([^()\n]*\)\s*(?:->|=>|==?|:|dile|দিলে|gives)")
"""An example told in the text: ``total(3) -> 6``."""


def function_told_in(text: str) -> str | None:
    """The name that the text gives the function, when it clearly does."""
    for pattern in (NAMED_BEFORE, NAMED_AFTER):
        if found := pattern.search(text):
            return found.group(1)
    near = {name for pattern in NEAR_FUNCTION for name in pattern.findall(text)}
    for found in PIECE.finditer(text):
        if name := found["ticked"] or found["called"]:
            return name.removesuffix("()")
        if found["name"] in near:
            return found["name"]
    shown = SHOWN_CALL.search(text)
    return shown.group(1) if shown and not hasattr(builtins, shown.group(1)) else None


def class_told_in(text: str) -> str | None:
    """The name that the text gives the one class it asks for."""
    text = QUOTED.sub(" ", text)  # a message may speak of an "Invalid class"
    if not A_CLASS.search(text):
        return None
    names = {name for found in NAMED_CLASS.findall(text) for name in found if name}
    names -= NO_CLASS_NAMES
    return names.pop() if len(names) == 1 else None
