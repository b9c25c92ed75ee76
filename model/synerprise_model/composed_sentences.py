"""What a person says who wants the program of a skeleton."""

from collections.abc import Mapping
from random import Random

from synerprise_model.manners import Manner
from synerprise_model.operations import Element, Source, Words
from synerprise_model.skeletons import Skeleton
from synerprise_model.tasks import Script

AND = {"bangla": (" ও ", " এবং ", " আর ", ", "), "banglish": (" ar ", " ebong ", " o ", ", ")}
POINTING = (" তা", " সেটা", " ta", " seta")
"""A noun that ends so points to what is to be done with it."""
RECORDS = ("student", "employee", "product")
"""Of these the noun points back to those that were chosen: তাদের."""
ENGLISH_VERBS = ("<find>", "<return>", "<get>")


def can_be_said(skeleton: Skeleton, script: Script) -> bool:
    return all(step.words[script] for step in skeleton.steps)


def sentence_of(
    skeleton: Skeleton,
    elements: Mapping[str, Element],
    script: Script,
    manner: Manner,
    random: Random,
) -> str:
    """A phrasing that says every step, and what is to be done with what comes of them."""
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
    fitting = [verb for verb in manner.verbs[one] if _suits(verb, skeleton)]
    if names[-1].endswith(POINTING):
        fitting = [verb for verb in fitting if verb]
    if not filters and skeleton.source.element in RECORDS:
        names = names[1:] if len(names) > 1 else names
    parts = [
        _of_source(source, script, random, one=one),
        random.choice(AND[script]).join(filters),
        *names,
        *orders,
        "" if one else random.choice(manner.tails[script]),
        random.choice(fitting or manner.verbs[one]),
    ]
    return manner.around(skeleton, script).replace("@", " ".join(filter(None, parts)))


def _suits(verb: str, skeleton: Skeleton) -> bool:
    """Whether a verb can be said of what is asked for."""
    if not verb:
        return not skeleton.of("orders")
    if verb == "<filter>":
        return bool(skeleton.of("filters")) and not skeleton.of("maps")
    if verb == "<calculate>":
        return all(step.gives == "number" for step in skeleton.of("endings"))
    return True


def _said_in_english(skeleton: Skeleton, elements: Mapping[str, Element], random: Random) -> str:
    noun = elements[skeleton.source.element]
    asked = [
        _form(step.words, "english", "bare", random)
        for step in (*skeleton.of("endings"), *reversed(skeleton.of("maps")))
    ]
    filters = [_form(step.words, "english", "bare", random) for step in skeleton.of("filters")]
    orders = [_form(step.words, "english", "bare", random) for step in skeleton.of("orders")]
    named = _form(noun.words, "english", "bare", random)
    before = [said for said in filters if " " not in said]
    after = " and ".join(said for said in filters if " " in said)
    things = " ".join(filter(None, [*before, named, after]))
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
