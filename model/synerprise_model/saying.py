"""Say a task's phrasing as a whole sentence: nouns in their cases, values, a frame around it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any

from synerprise_model.address import is_mixed
from synerprise_model.number_words import in_words
from synerprise_model.phrases import Group, Phrase, Slot, read_phrase, say, walk, written
from synerprise_model.tasks import Script, Task
from synerprise_model.wording import Frame, Mood, Wording

IN_SIGHT = 0.85  # how often a variable in sight is called by its name
GIVES = re.compile(
    r"return|রিটার্ন|ফেরত|ferot|ফিরিয়ে|firiye"
    r"|\bd(?:ite|iben|iba|ibi|ibe|en|ao|io|in|ey|ebe|eben)\b|দিতে|দেবে|দিবে|দিবা|দাও|দিন|দেন|দেয়|দিও"
)
"""What is told to return or give something is not told so again."""
LATER = re.compile("এখন|এরপর|এবার|ekhon|erpor|ebar")
QUESTION = ("প্রশ্ন:", "question:")
COMMANDS: tuple[Mood, ...] = ("imperative", "does")
CODE = re.compile("code|python|কোড|পাইথন", re.IGNORECASE)
TWO_PIECES = re.compile("[,;।]|আছে|ache")
"""In a clause that says first what there is; such a clause is a command, or follows a colon."""
BY_NAME = 0.25  # how often a parameter is called by the name that the signature gives it
TRIES = 12  # to say a sentence that does not mix আপনি and তুমি, or give the same thing twice
GIVEN = re.compile(r"দেওয়া (?:আছে|থাকবে|থাকলে|হলে)|de(?:ya|oa|wa) (?:ache|thakbe|thakle|hole)")
INTRODUCED = re.compile("^(?:ekta|ekti|akta|kono|jekono|deya|given|input|an?|any|some) ")
LETTER = re.compile(r"(?<![\w'\"‘“])[b-df-hj-np-qs-z](?![\w'\"’”])")
"""A letter that stands alone and is no word of Banglish or English: the name of a parameter."""
STEM = 4  # letters by which a noun is known again in another case
IN_WORDS = 0.08  # how often a number is written in words
BANGLA_DIGITS = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")
NAME_CASES = {
    "bangla": {"bare": "{}", "of": "{} এর", "in": "{} এর মধ্যে", "from": "{} থেকে", "obj": "{} কে"},
    "banglish": {
        "bare": "{}",
        "of": "{} er",
        "in": "{} er moddhe",
        "from": "{} theke",
        "obj": "{} ke",
    },
    "english": {"bare": "{}"},
}
AND = {
    "bangla": (" এবং ", " ও ", " আর "),
    "banglish": (" ar ", " ebong ", " o "),
    "english": (" and ",),
}

read_frame = cache(read_phrase)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a sentence can speak of."""

    task: Task
    script: Script
    names: dict[str, str]
    """The function's and the parameters' own names, and the names the signature gives them."""
    literals: dict[str, Any]
    function: str | None
    """The function's name, when the sentence may say it."""
    unquoted: bool = False
    """Whether messages of one word are written without quotes, where they are seen to be some."""


class Speaker:
    """Makes sentences of phrasings."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self._fitting = cache(self._frames_that_fit)

    def sentence(self, phrase: Phrase, around: Surroundings, random: Random) -> str:
        """One sentence for the phrasing, free of what no single person would say if it can be."""
        said = ""
        for _ in range(TRIES):
            said = self._sentence(phrase, around, random)
            mixed = is_mixed(said, self._wording.stems, around.script)
            if not mixed and len(GIVEN.findall(said)) < 2:
                break
        return said

    def _sentence(self, phrase: Phrase, around: Surroundings, random: Random) -> str:
        frame = self._frame(phrase, around, random)
        mood: Mood = frame.mood or "imperative"
        given: dict[str, str] = {}
        if "{input}" in frame.text:
            nouns = around.task.nouns
            given = {name: self._noun(name, "bare", around, random, {}) for name in nouns}

        def fill_clause(part: Slot | Group) -> str:
            if isinstance(part, Group):
                return random.choice(self._wording.group(part.name, around.script, mood))
            if part.name in around.task.nouns:
                return self._noun(part.name, part.form or "bare", around, random, given)
            return self._value(part.name, around, random)

        clause, tail = self.parted(phrase)
        fill: dict[str, Callable[[], str]] = {
            "clause": lambda: _as_named(say(clause, fill_clause, random), around.names),
            "name": lambda: _shown_name(around.function or "", random),
            "input": lambda: random.choice(AND[around.script]).join(dict.fromkeys(given.values())),
        }
        sentence = say(read_frame(frame.text), lambda part: fill[part.name](), random)
        if tail.parts:
            sentence = sentence.rstrip("।.?") + _as_named(
                say(tail, fill_clause, random), around.names
            )
        return self._with_affixes(sentence, mood, around, random)

    def _with_affixes(self, sentence: str, mood: Mood, around: Surroundings, random: Random) -> str:
        affixes, share = self._wording.affixes[around.script], self._wording.affixes["share"]
        before, after = affixes["before"], affixes["after"]
        if mood in COMMANDS:
            before = before + affixes["before_command"]
        if "import " not in around.task.solution:
            after = after + affixes["after_plain"]
        returns = around.task.form == "function" and "print(" not in around.task.solution
        if returns and not GIVES.search(sentence):
            after = after + affixes["after_function"]
        if CODE.search(sentence):  # or it would be asked for twice
            before, after = ([t for t in tails if not CODE.search(t)] for tails in (before, after))
        if ": " in sentence or LATER.match(sentence):
            before = [words for words in before if words.endswith((".", "।"))]
        if not (mood == "will" or sentence.endswith("?")):
            before = [words for words in before if words not in QUESTION]
        elif mood != "will":
            before = [words for words in before if words in QUESTION or words[-1] != ":"]
        if before and random.random() < share:
            sentence = f"{random.choice(before)} {sentence}"
        if random.random() < share:
            pause = " " if sentence.endswith("?") else random.choice((" ", " ", ", "))
            sentence = sentence.rstrip("।.") + pause + random.choice(after)
        return sentence

    def parted(self, phrase: Phrase) -> tuple[Phrase, Phrase]:
        """The clause up to its verb, and what is added after it, such as ", না থাকলে শূন্য"."""
        for at, part in enumerate(phrase.parts[:-1]):
            if isinstance(part, Group) and self._wording.is_verb(part.name) and at:
                return Phrase(phrase.parts[: at + 1]), Phrase(phrase.parts[at + 1 :])
        return phrase, Phrase(())

    def _frame(self, phrase: Phrase, around: Surroundings, random: Random) -> Frame:
        has_verb = any(
            isinstance(part, Group) and self._wording.is_verb(part.name) for part in walk(phrase)
        )
        clause, _ = self.parted(phrase)
        two_pieces = TWO_PIECES.search(written(clause)) is not None
        known = (around.function is not None, bool(around.task.nouns), two_pieces)
        frames = self._fitting(around.task.form, around.script, has_verb, *known)
        return random.choices(frames, [frame.weight for frame in frames])[0]

    def _frames_that_fit(
        self,
        form: str,
        script: Script,
        has_verb: bool,
        has_name: bool,
        has_nouns: bool,
        two_pieces: bool,
    ) -> list[Frame]:
        return [
            frame
            for frame in self._wording.frames
            if frame.script == script
            and form in frame.forms
            and (frame.mood is not None) == has_verb
            and (has_name or "{name}" not in frame.text)
            and (has_nouns or "{input}" not in frame.text)
            and not (two_pieces and has_verb and not _takes_two_pieces(frame))
        ]

    def _noun(
        self,
        name: str,
        case: str,
        around: Surroundings,
        random: Random,
        given: dict[str, str],
    ) -> str:
        """What a parameter is called, and called again where it was said to be `given`."""
        by_name = IN_SIGHT if around.task.form == "snippet" else BY_NAME
        if name in around.names and random.random() < by_name:
            return NAME_CASES[around.script][case].format(around.names[name])
        nouns: list[str] = self._wording.kinds[around.task.nouns[name]][around.script][case]
        if name in given:
            nouns = _again(nouns, given[name], around.script)
        return random.choice(nouns)

    def _value(self, name: str, around: Surroundings, random: Random) -> str:
        if name not in around.literals:
            return around.names.get(name, name)
        value = around.literals[name]
        if isinstance(value, str) and around.unquoted and _stands_alone(value, around.script):
            return value
        if isinstance(value, str):
            return random.choice(("'{}'", "'{}'", '"{}"', "‘{}’", "“{}”")).format(value)
        shown = str(value)
        if isinstance(value, int) and around.script != "english" and random.random() < IN_WORDS:
            shown = in_words(value, around.script, random) or shown
        if around.script == "bangla" and random.random() < 0.65:
            return shown.translate(BANGLA_DIGITS)
        return shown


def _takes_two_pieces(frame: Frame) -> bool:
    return frame.mood == "imperative" or ": {clause}" in frame.text


def _stands_alone(value: str, script: Script) -> bool:
    """Whether a text is one word that is seen to be a message without quotes."""
    if not (value.isascii() and value.isalpha()):
        return False
    return script == "bangla" or value[0].isupper()


def _again(nouns: list[str], given: str, script: Script) -> list[str]:
    """Those of the nouns that call again what was given: তালিকার after একটি তালিকা."""
    most = min(noun.count(" ") for noun in nouns) + (script != "bangla")
    plain = [n for n in nouns if n.count(" ") <= most and not INTRODUCED.search(n)]
    stem = given.rsplit(maxsplit=1)[-1][:STEM]
    same = [n for n in plain if any(word.startswith(stem) for word in n.split())]
    return same or plain or nouns


def _as_named(said: str, names: dict[str, str]) -> str:
    """What is said, with the letters that name parameters as the signature has them."""
    if names.keys() & {given for own, given in names.items() if given != own}:
        return said  # a new name is another's old one
    return LETTER.sub(lambda letter: names.get(letter.group(), letter.group()), said)


def _shown_name(name: str, random: Random) -> str:
    return random.choice(("{}", "{}", "{}", "`{}`", "{}()")).format(name)
