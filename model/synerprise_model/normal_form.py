"""One way to write each text, whatever the keyboard: both scripts, digits, quotes, joiners."""

import re
import unicodedata

DIGITS = str.maketrans("০১২৩৪৫৬৭৮৯", "0123456789")
LOOK_ALIKES = str.maketrans(
    {
        "\u09f0": "র",  # Assamese ra
        "\u09f1": "ব",  # Assamese wa
        "\u2018": "'",
        "\u2019": "'",
        "\u201b": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u2013": "-",
        "\u2014": "-",
        "\u2212": "-",
        "\u00d7": "*",
        "\u00f7": "/",
        "\u2264": "<=",
        "\u2265": ">=",
        "\u2192": "->",
        "\u0965": "।",
        "|": "।",
    }
)
KHANDA_TA = re.compile("ত\u09cd\u200d|ত\u09cd(?![\u0985-\u09b9\u200c\u09dc-\u09df])")
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
WIDE = re.compile("[\uff01-\uff5e]+")
SPACES = re.compile(r"\s+")


def canonical(text: str) -> str:
    """The normal form: NFC, ASCII digits and quotes, no invisible marks, single spaces.

    Letters keep their case, since names in the text do. NFC takes ড় ঢ় য় apart into a letter and
    U+09BC, the form most keyboards give.
    """
    text = unicodedata.normalize("NFC", text)
    text = WIDE.sub(lambda wide: unicodedata.normalize("NFKC", wide.group()), text)
    text = KHANDA_TA.sub("ৎ", text)
    text = INVISIBLE.sub("", text)
    return SPACES.sub(" ", text.translate(DIGITS).translate(LOOK_ALIKES)).strip()
