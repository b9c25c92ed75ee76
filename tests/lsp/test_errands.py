"""Errands: a wish that is found again."""

import pytest

from synerprise_lsp.errands import Errand, find_again
from synerprise_lsp.gaps import Spot
from synerprise_lsp.lines import split
from synerprise_lsp.refusals import CommentGone

TEXT = "duita songkhar jogfol ber koro"
ERRAND = Errand("file:///a.py", 3, 2, TEXT, other=4)


def test_an_errand_survives_its_journey_through_the_editor() -> None:
    assert Errand.from_json(ERRAND.as_json()) == ERRAND


def test_in_the_same_version_the_row_decides_between_comments_of_the_same_words() -> None:
    lines = split(f"# {TEXT}\n\n# {TEXT}\n")
    assert find_again(ERRAND, 3, lines).comment.first == 2


def test_in_another_version_the_words_decide() -> None:
    assert find_again(ERRAND, 4, split(f"x\n# {TEXT}\n")).comment.first == 1


def test_a_docstring_is_found_again_by_its_row_or_by_its_words() -> None:
    code = f'def add(a, b):\n    """{TEXT}"""\n'
    assert find_again(ERRAND, 3, split(f"# {TEXT}\n{code}")).comment.start == Spot(2, 4)
    assert find_again(ERRAND, 4, split(code)).comment.start == Spot(1, 4)


def test_a_comment_behind_code_is_found_again_though_the_code_is_another() -> None:
    assert find_again(ERRAND, 4, split(f"y = 2\nx = 5  # {TEXT}\n")).comment.start == Spot(1, 7)


@pytest.mark.parametrize(
    "text",
    [
        "",
        f"# {TEXT}\n\n# {TEXT}\n",
        f"# {TEXT} na\n",
        f"# {TEXT}\ndef add(a, b):\n    return a + b\n",
        f'def add(a, b):\n    """{TEXT}"""\n    return a + b\n',
    ],
)
def test_what_is_gone_doubled_changed_or_answered_is_not_found(text: str) -> None:
    with pytest.raises(CommentGone):
        find_again(ERRAND, 4, split(text))
