"""Which script a prompt is written in."""

import re
from typing import Literal

BENGALI_LETTER = re.compile(r"[\u0980-\u09ff]")


def language_of(text: str) -> Literal["Bangla", "Banglish"]:
    """Bangla when any Bengali letter is there; all else counts as Banglish."""
    return "Bangla" if BENGALI_LETTER.search(text) else "Banglish"
