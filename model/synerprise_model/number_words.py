"""Numbers written as words, in both scripts and in English: পাঁচ, pach, five; সাড়ে তিন হাজার."""

from collections.abc import Sequence
from random import Random

from synerprise_model.tasks import Script

_WORDS = """
0 শূন্য shunno sunno zero
1 এক ek one
2 দুই দুটি দুইটি দুটো দুইটা dui duita duti duto two
3 তিন তিনটি তিনটা tin tinta tinti three
4 চার চারটি চারটা char charta charti four
5 পাঁচ পাঁচটি পাঁচটা pach panch pachta five
6 ছয় ছয়টি choy chhoy soy six
7 সাত সাতটি sat saat shat seven
8 আট আটটি at aat eight
9 নয় নয়টি noy nine
10 দশ দশটি দশটা dosh dos doshta ten
11 এগারো এগার egaro eleven
12 বারো বার baro twelve
13 তেরো tero thirteen
14 চৌদ্দ choddo fourteen
15 পনেরো পনের ponero fifteen
16 ষোলো ষোল sholo solo sixteen
17 সতেরো shotero sotero seventeen
18 আঠারো আঠার atharo eighteen
19 উনিশ ঊনিশ unish nineteen
20 বিশ কুড়ি bish bis kuri twenty
21 একুশ ekush
22 বাইশ baish
23 তেইশ teish
24 চব্বিশ chobbish
25 পঁচিশ pochish ponchish
26 ছাব্বিশ chabbish
27 সাতাশ shatash
28 আটাশ atash
29 উনত্রিশ ঊনত্রিশ untrish
30 ত্রিশ তিরিশ trish tirish thirty
31 একত্রিশ ektrish
32 বত্রিশ botrish
33 তেত্রিশ tetrish
34 চৌত্রিশ choutrish
35 পঁয়ত্রিশ poytrish
36 ছত্রিশ chotrish
37 সাঁইত্রিশ shaitrish
38 আটত্রিশ attrish
39 উনচল্লিশ ঊনচল্লিশ unchollish
40 চল্লিশ chollish forty
41 একচল্লিশ ekchollish
42 বিয়াল্লিশ biyallish
43 তেতাল্লিশ tetallish
44 চুয়াল্লিশ chuyallish
45 পঁয়তাল্লিশ poytallish
46 ছেচল্লিশ chechollish
47 সাতচল্লিশ shatchollish
48 আটচল্লিশ atchollish
49 উনপঞ্চাশ ঊনপঞ্চাশ unponchash
50 পঞ্চাশ ponchash fifty
51 একান্ন ekanno
52 বায়ান্ন বাহান্ন bayanno bahanno
53 তিপ্পান্ন tippanno
54 চুয়ান্ন chuyanno
55 পঞ্চান্ন ponchanno
56 ছাপ্পান্ন chappanno
57 সাতান্ন shatanno
58 আটান্ন atanno
59 উনষাট ঊনষাট unshat
60 ষাট shat sixty
61 একষট্টি ekshotti
62 বাষট্টি bashotti
63 তেষট্টি teshotti
64 চৌষট্টি choushotti
65 পঁয়ষট্টি poyshotti
66 ছেষট্টি cheshotti
67 সাতষট্টি shatshotti
68 আটষট্টি atshotti
69 উনসত্তর ঊনসত্তর unshottor
70 সত্তর shottor seventy
71 একাত্তর ekattor
72 বাহাত্তর bahattor
73 তিয়াত্তর tiyattor
74 চুয়াত্তর chuyattor
75 পঁচাত্তর pochattor
76 ছিয়াত্তর chiyattor
77 সাতাত্তর shatattor
78 আটাত্তর atattor
79 উনআশি ঊনআশি unashi
80 আশি ashi eighty
81 একাশি ekashi
82 বিরাশি birashi
83 তিরাশি tirashi
84 চুরাশি churashi
85 পঁচাশি pochashi
86 ছিয়াশি chiyashi
87 সাতাশি shatashi
88 আটাশি atashi
89 উননব্বই ঊননব্বই unnobboi
90 নব্বই nobboi ninety
91 একানব্বই ekanobboi
92 বিরানব্বই biranobboi
93 তিরানব্বই tiranobboi
94 চুরানব্বই churanobboi
95 পঁচানব্বই pochanobboi
96 ছিয়ানব্বই chiyanobboi
97 সাতানব্বই shatanobboi
98 আটানব্বই atanobboi
99 নিরানব্বই niranobboi
100 একশ একশো একশত eksho eksh hundred
200 দুইশ দুইশো দুশো duisho dusho
300 তিনশ তিনশো tinsho
400 চারশ চারশো charsho
500 পাঁচশ পাঁচশো pachsho
600 ছয়শ ছয়শো choysho
700 সাতশ সাতশো shatsho
800 আটশ আটশো atsho
900 নয়শ নয়শো noysho
"""
_MULTIPLIERS = {
    "শত": 100,
    "শো": 100,
    "hundred": 100,
    "হাজার": 1000,
    "hajar": 1000,
    "hazar": 1000,
    "thousand": 1000,
    "লাখ": 100_000,
    "লক্ষ": 100_000,
    "lakh": 100_000,
    "lac": 100_000,
    "কোটি": 10_000_000,
    "koti": 10_000_000,
    "crore": 10_000_000,
    "million": 1_000_000,
}
_HALVES = {"দেড়": 1.5, "der": 1.5, "আড়াই": 2.5, "arai": 2.5}
"""Numbers only before a multiplier: দেড় হাজার."""
_AND_A_HALF = {"সাড়ে", "share", "sare"}
_AMBIGUOUS = {"নয়", "at", "bar", "বার", "solo", "shat", "dos", "soy", "noy", "baro", "der"}
_COUNTED = ("টি", "টা", "টো", "ta", "ti", "to")
_LINES = [line.split() for line in _WORDS.strip().split("\n")]
NUMBER_WORDS: dict[str, int] = _MULTIPLIERS | {
    word: int(line[0]) for line in reversed(_LINES) for word in line[1:] if word not in _AMBIGUOUS
}
"""Words in normal form and what they count. Words that more often mean something else are left out
(বার is "times", at is English)."""


def spoken_number(words: Sequence[str]) -> tuple[int, int]:
    """The whole number that the words begin with, and how many of them it takes; (0, 0) for none.

    Digits may stand before a multiplier: ``৫ হাজার``. Words are in normal form, digits ASCII.
    """
    total, used, smallest = 0, 0, 10**9
    if words and words[0] in _MULTIPLIERS:
        total = smallest = _MULTIPLIERS[words[0]]
        used = 1
    while True:
        value, count = _term(words[used:])
        multiplier = _MULTIPLIERS.get(words[used + count] if used + count < len(words) else "", 0)
        if count and multiplier and multiplier < smallest:
            total, used = total + round(value * multiplier), used + count + 1
            smallest = multiplier
        elif count and words[used] in _PLAIN and value < smallest:
            total, used = total + round(value), used + count
            smallest = 100 if value >= 100 else 0  # একশ may be followed by পাঁচ, পাঁচ by nothing
        else:
            return total, used


def _term(words: Sequence[str]) -> tuple[float, int]:
    """What can stand before a multiplier."""
    if not words:
        return 0, 0
    if words[0] in _AND_A_HALF and len(words) > 1 and words[1] in _PLAIN:
        return _PLAIN[words[1]] + 0.5, 2
    if words[0] in _HALVES:
        return _HALVES[words[0]], 1
    if words[0] in _PLAIN:
        return _PLAIN[words[0]], 1
    return (int(words[0]), 1) if words[0].isdecimal() and len(words[0]) < 6 else (0, 0)


_PLAIN = {word: value for word, value in NUMBER_WORDS.items() if word not in _MULTIPLIERS}


def in_words(value: int, script: Script, random: Random) -> str | None:
    """A way to write a number in words; None where this module knows none."""
    for multiplier in (10_000_000, 100_000, 1000, 1):
        if value >= multiplier and value % multiplier == 0:
            before = _spelled(value // multiplier, script, random)
            if before is None or multiplier == 1:
                return before
            words = [word for word, size in _MULTIPLIERS.items() if size == multiplier]
            return f"{before} {random.choice([w for w in words if _is_of(w, script)])}"
    return _spelled(value, script, random) if value == 0 else None


def _spelled(value: int, script: Script, random: Random) -> str | None:
    words = next((line[1:] for line in _LINES if line[0] == str(value)), [])
    fitting = [
        word
        for word in words
        if word in NUMBER_WORDS and _is_of(word, script) and not word.endswith(_COUNTED)
    ]
    return random.choice(fitting) if fitting else None


def _is_of(word: str, script: Script) -> bool:
    return word.isascii() == (script == "banglish")
