"""What a person says who wants the program of a skeleton."""

from collections.abc import Mapping
from random import Random

from synerprise_model.composed_programs import Outlet
from synerprise_model.operations import Element, Source, Words
from synerprise_model.skeletons import Skeleton
from synerprise_model.tasks import Script

AND = {"bangla": (" ", " ", " ও ", " এবং "), "banglish": (" ", " ", " ar ", " ebong ")}
VERBS = {
    True: ("<find>", "<find>", "<return>", "<calculate>", ""),
    False: ("<return>", "<return>", "<find>", "<filter>", "<get>", ""),
}
"""By whether one thing is asked for, or a list."""
IN_A_LIST = {
    "bangla": ("", "", "", "একটি লিস্টে", "লিস্ট আকারে", "তালিকা হিসেবে"),
    "banglish": ("", "", "", "ekta list e", "list akare", "list hisebe"),
}
SNIPPET_VERBS = {
    True: ("<find>", "<find>", "<calculate>", ""),
    False: ("<keep>", "<keep>", "<filter>", "<find>", "<make>", ""),
}
SHOWN = ("<print>", "<print>", "<show>", "<find>", "<print>")
ENGLISH_VERBS = ("<find>", "<return>", "<get>")


OUTLET_WORDS: dict[Outlet, dict[str, tuple[str, ...]]] = {
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


def can_be_said(skeleton: Skeleton, script: Script) -> bool:
    return all(step.words[script] for step in skeleton.steps)


def sentence_of(
    skeleton: Skeleton,
    elements: Mapping[str, Element],
    script: Script,
    outlet: Outlet | None,
    random: Random,
    *,
    snippet: bool = False,
) -> str:
    """A phrasing that says every step; `outlet` is how a script shows a list."""
    if script == "english":
        return _said_in_english(skeleton, elements, random)
    source, noun = skeleton.source, elements[skeleton.source.element]
    one = bool(skeleton.of("endings"))
    chain: list[Words] = [noun.words, *(step.words for step in skeleton.of("maps"))]
    chain += [step.words for step in skeleton.of("endings")]
    names = [_form(words, script, "of", random) for words in chain[:-1]]
    names.append(_form(chain[-1], script, "bare", random))
    filters = [_form(step.words, script, "bare", random) for step in skeleton.of("filters")]
    orders = [_form(step.words, script, "bare", random) for step in skeleton.of("orders")]
    parts = [
        _of_source(source, script, random, one=one),
        random.choice(AND[script]).join(filters),
        *names,
        *orders,
        "" if one else random.choice((OUTLET_WORDS[outlet] if outlet else IN_A_LIST)[script]),
        random.choice(SHOWN if outlet else (SNIPPET_VERBS if snippet else VERBS)[one]),
    ]
    return " ".join(filter(None, parts))


def _said_in_english(skeleton: Skeleton, elements: Mapping[str, Element], random: Random) -> str:
    noun = elements[skeleton.source.element]
    asked = [
        _form(step.words, "english", "bare", random)
        for step in (*skeleton.of("endings"), *reversed(skeleton.of("maps")))
    ]
    filters = [_form(step.words, "english", "bare", random) for step in skeleton.of("filters")]
    orders = [_form(step.words, "english", "bare", random) for step in skeleton.of("orders")]
    things = " ".join([*filters, _form(noun.words, "english", "bare", random)])
    asked_of = "".join(f"the {thing} of " for thing in asked) + f"the {things}"
    place = _form(skeleton.source.words, "english", "bare", random)
    place = place or f"in {{{skeleton.source.parameter}}}"
    verb = "<print>" if skeleton.source.is_scripted else random.choice(ENGLISH_VERBS)
    return " ".join([verb, asked_of, place, *orders])


def _form(words: Words, script: Script, form: str, random: Random) -> str:
    choices = words[script].get(form) or words[script].get("bare")
    return random.choice(choices) if choices else ""


def _of_source(source: Source, script: Script, random: Random, *, one: bool) -> str:
    if said := _form(source.words, script, "bare", random):
        return said
    case = random.choice(("of", "of", "in") if one else ("of", "from", "from", "in"))
    return f"{{{source.parameter}.{case}}}"
