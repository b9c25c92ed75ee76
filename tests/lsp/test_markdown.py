"""Text of others in Markdown."""

import pytest

from synerprise_lsp.markdown import fenced, spanned


def test_code_stands_between_fences_with_its_language() -> None:
    assert fenced("x = 1\n", "python") == "```python\nx = 1\n```"


def test_a_fence_is_longer_than_those_in_the_text() -> None:
    assert fenced('"""\n````\n"""', "python") == '`````python\n"""\n````\n"""\n`````'


@pytest.mark.parametrize(
    ("text", "shown"), [("যোগ করো", "` যোগ করো `"), ("`f` লেখো", "`` `f` লেখো ``")]
)
def test_ticks_in_a_sentence_end_no_span(text: str, shown: str) -> None:
    assert spanned(text) == shown
