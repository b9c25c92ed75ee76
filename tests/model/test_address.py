"""A sentence speaks to its reader as আপনি, তুমি or তুই, not as two of them."""

import pytest

from synerprise_model.address import is_mixed
from synerprise_model.folders import CATALOGUE
from synerprise_model.tasks import Script
from synerprise_model.wording import read_wording

STEMS = read_wording(CATALOGUE).stems


@pytest.mark.parametrize(
    ("sentence", "script", "mixed"),
    [
        ("একটি ফাংশন লিখুন, যোগফল বের করো", "bangla", True),
        ("একটি ফাংশন লিখুন, যোগফল বের করুন।", "bangla", False),
        ("৫ দিন পরের তারিখ বের করো", "bangla", False),
        ("ekta function likhun, jogfol ber kor", "banglish", True),
        ("ekta function likho, jogfol ber koro", "banglish", False),
        ("write a function and show it", "english", False),
    ],
)
def test_mixed_forms_of_address_are_seen(sentence: str, script: Script, mixed: bool) -> None:
    assert is_mixed(sentence, STEMS, script) is mixed
