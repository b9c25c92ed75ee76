"""What is no wish in any language."""

import pytest

from synerprise_lsp.remarks import is_remark


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-----",
        "noqa: F401",
        "type: ignore",
        "TODO: jogfol ber koro",
        "!/bin/sh",
        "https://example.org",
        "jogfol = a + b",
        "print(jogfol)",
        "import math",
        "return x",
        "else:",
        "for i in range(3):",
        "x = 5  # the usual value",
        "print('two words')",
        "x if y else z.a",
        "not a.b",
    ],
)
def test_marks_lines_and_old_code_are_remarks(text: str) -> None:
    assert is_remark(text)


@pytest.mark.parametrize(
    "text", ["jogfol", "একটি সংখ্যা", "importance of x", "return kore dao", "note kore rakho"]
)
def test_words_that_could_be_names_or_begin_like_code_are_none(text: str) -> None:
    assert not is_remark(text)
