"""What becomes of a composition: a function, lines, a method of a class, or a script."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from random import Random
from typing import get_args

from synerprise_model.composed_programs import (
    Outlet,
    class_name,
    class_of,
    function_of,
    method_name,
    script_of,
    snippet_of,
)
from synerprise_model.operations import Element
from synerprise_model.skeletons import Skeleton
from synerprise_model.tasks import Form, Script

SNIPPETS, CLASSES = 0.15, 0.05
"""Shares of the compositions over a parameter; most of the others are functions."""
Words = Mapping[Script, tuple[str, ...]]
IN_A_LIST: Words = {
    "bangla": ("", "", "", "একটি লিস্টে", "লিস্ট আকারে", "তালিকা হিসেবে"),
    "banglish": ("", "", "", "ekta list e", "list akare", "list hisebe"),
}
OUTLET_WORDS: dict[Outlet, Words] = {
    "a_list": {
        "bangla": ("একটি লিস্টে", "লিস্ট আকারে", "তালিকা হিসেবে"),
        "banglish": ("ekta list e", "list akare", "list hisebe"),
    },
    "a_line_each": {
        "bangla": ("", "", "", "প্রতি লাইনে একটি করে", "আলাদা আলাদা লাইনে", "একটা একটা করে"),
        "banglish": ("", "", "", "proti line e ekta kore", "alada alada line e", "ekta ekta kore"),
    },
    "one_line": {
        "bangla": ("এক লাইনে", "এক লাইনে স্পেস দিয়ে", "পাশাপাশি এক লাইনে"),
        "banglish": ("ek line e", "ek line e space diye", "pashapashi ek line e"),
    },
}
"""Nothing is said for the commonest, a line each."""
METHOD: Mapping[Script, str] = {
    "bangla": "{} ক্লাস <make>, {} মেথড @ রিটার্ন করবে",
    "banglish": "{} class <make>, {} method @ return korbe",
    "english": "<make> a class {} with a method {} that does this: @",
}


@dataclass(frozen=True, slots=True)
class Manner:
    """A form of program, and how it is asked for."""

    form: Form
    write: Callable[[Skeleton, Mapping[str, Element]], str]
    verbs: Mapping[bool, tuple[str, ...]]
    """By whether one thing is asked for, or a list."""
    tails: Words
    """What is said of a list."""

    def around(self, skeleton: Skeleton, script: Script) -> str:
        """The words round a sentence, which takes the place of ``@``."""
        if self.form != "class" or script == "english":
            return "@"
        return METHOD[script].format(class_name(skeleton), method_name(skeleton))


FUNCTION = Manner(
    "function",
    function_of,
    {
        True: ("<find>", "<find>", "<return>", "<calculate>", ""),
        False: ("<return>", "<return>", "<find>", "<filter>", "<get>", ""),
    },
    IN_A_LIST,
)
SNIPPET = Manner(
    "snippet",
    snippet_of,
    {
        True: ("<find>", "<find>", "<calculate>", ""),
        False: ("<keep>", "<keep>", "<filter>", "<find>", "<make>", ""),
    },
    IN_A_LIST,
)
CLASS = Manner("class", class_of, {True: ("",), False: ("",)}, IN_A_LIST)
SCRIPTS = tuple(
    Manner(
        "script",
        partial(script_of, outlet=outlet),
        {
            True: ("<print>", "<print>", "<show>", "<find>", "<print>"),
            False: ("<print>", "<print>", "<show>"),
        },
        OUTLET_WORDS[outlet],
    )
    for outlet in get_args(Outlet)
)


def manner_for(skeleton: Skeleton, random: Random) -> Manner:
    """A manner that suits the source: one that reads or has its own data is a script."""
    if skeleton.source.is_scripted:
        return random.choice(SCRIPTS)
    drawn = random.random()
    if drawn < SNIPPETS:
        return SNIPPET
    return CLASS if drawn < SNIPPETS + CLASSES else FUNCTION
