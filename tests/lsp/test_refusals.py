"""What the editor shows is there in both languages."""

import re

import pytest

from synerprise_daemon.errors import SynerpriseError
from synerprise_lsp import refusals

ALL = [
    found
    for found in vars(refusals).values()
    if isinstance(found, type) and issubclass(found, SynerpriseError)
    if found is not SynerpriseError
]


@pytest.mark.parametrize("refusal", ALL)
def test_a_refusal_is_a_sentence_in_bangla_and_one_in_english(
    refusal: type[SynerpriseError],
) -> None:
    assert re.search(r"[\u0980-\u09ff].*।$", refusal.bangla)
    assert refusal.english.isascii()
    assert refusal.english.endswith(".")


def test_each_has_a_code_of_its_own() -> None:
    codes = {refusal.code for refusal in ALL}
    assert len(codes) == len(ALL) == 4
