"""Numbers in the digits of Bangla."""

from synerprise_lsp.numerals import in_bangla


def test_each_digit_has_its_own() -> None:
    assert in_bangla(1234567890) == "১২৩৪৫৬৭৮৯০"
