"""Numbers in the digits of Bangla, for what a user reads."""

DIGITS = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")


def in_bangla(number: int) -> str:
    return str(number).translate(DIGITS)
