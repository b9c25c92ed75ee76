"""How a sentence speaks to its reader: আপনি, তুমি or তুই, told by its imperatives."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Literal

from synerprise_model.tasks import Script

Address = Literal["apni", "tumi", "tui"]
ENDINGS: dict[Script, tuple[tuple[Address, tuple[str, ...]], ...]] = {
    "bangla": (
        ("apni", ("ুন", "িন", "েন", "ান")),
        ("tumi", ("ো", "ও", "বা")),
        ("tui", ("বি", "র", "খ", "দে")),
    ),
    "banglish": (
        ("apni", ("un", "in", "en", "an")),
        ("tumi", ("o", "aw", "ba")),
        ("tui", ("bi", "or", "is", "de")),
    ),
    "english": (),
}
"""Of imperatives, by which the address is told; the first that fits counts."""
OTHERS: dict[str, Address] = {
    "ধরো": "tumi",
    "ধরুন": "apni",
    "dhoro": "tumi",
    "dhorun": "apni",
    "bujhso": "tumi",
    "bolo": "tumi",
}
"""Words of openings and tails that tell the address too."""
ALSO_NOUNS = {"দিন", "din", "den", "dan"}
"""দিন is also a day."""


def is_mixed(sentence: str, stems: Mapping[str, Any], script: Script) -> bool:
    """Whether the imperatives of a sentence speak to its reader in different ways."""
    known = OTHERS | _imperatives(frozenset(_forms(stems, script)), script)
    words = (word.strip(",.।?") for word in sentence.split())
    return len({known[word] for word in words if word in known}) > 1


def _forms(stems: Mapping[str, Any], script: Script) -> list[str]:
    return [form for stem in stems.values() for form in stem.get(script, {}).get("imperative", ())]


@cache
def _imperatives(forms: frozenset[str], script: Script) -> dict[str, Address]:
    """The verbs that a reader is told by, and how."""
    words = {form.removesuffix(" তো").removesuffix(" to").split()[-1] for form in forms}
    return {
        word: address
        for word in words - ALSO_NOUNS
        for address in [_address(word, script)]
        if address
    }


def _address(word: str, script: Script) -> Address | None:
    return next((name for name, ends in ENDINGS[script] if word.endswith(ends)), None)
