"""What a caret asks for."""

import time

import pytest

from synerprise_lsp.lines import split
from synerprise_lsp.wishes import Wish, wish_at, wishes_in
from synerprise_model.prompt import Prompt

SUM = "duita songkhar jogfol ber koro"


def wish(text: str, row: int) -> Wish | None:
    return wish_at(split(text), row)


@pytest.mark.parametrize("row", [1, 2, 3])
def test_the_caret_may_be_on_the_comment_or_on_the_empty_rows_below(row: int) -> None:
    found = wish(f"x = 1\n# {SUM}\n\n\n\ny = 2\n", row)
    assert found is not None
    assert found.prompt == Prompt(SUM)


@pytest.mark.parametrize("row", [0, 4, 5, 99])
def test_elsewhere_nothing_is_asked(row: int) -> None:
    assert wish(f"x = 1\n# {SUM}\n\n\n\ny = 2\n", row) is None


def test_the_last_empty_row_of_a_document_is_one() -> None:
    assert wish(f"# {SUM}\n", 1)


@pytest.mark.parametrize(
    "text",
    [
        "# the sum of two numbers\n",
        f'"""\n# {SUM}\n"""\n',
        f"# {SUM}\ndef add(a, b):\n    return 1\n",
    ],
)
def test_remarks_strings_and_what_is_answered_ask_nothing(text: str) -> None:
    assert wish(text, 0) is None
    assert wish(text, 1) is None


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (f"# {SUM}\ndef add(a, b):\n    pass\n", 0),
        (f"# {SUM}\n\ndef add(a, b):\n    pass\n", 1),
        (f"# {SUM}\n@cache\ndef add(a, b): ...\n", 0),
        (f"def add(a, b):\n    # {SUM}\n", 1),
        (f"def add(a, b):\n    # {SUM}\n    \n", 2),
        (f"def add(a, b):\n    # {SUM}\n    pass\n", 1),
        (f"def add(a, b):\n    pass\n    # {SUM}\n", 2),
        (f"def add(\n    a,\n    b,\n):\n    # {SUM}\n", 4),
        (f'def add(a, b):\n    """মোট"""\n\n    # {SUM}\n', 3),
    ],
)
def test_the_signature_of_a_waiting_function_goes_with_the_wish(text: str, row: int) -> None:
    found = wish(text, row)
    assert found is not None
    assert found.prompt == Prompt(SUM, signature="def add(a, b):")


DOCUMENTED = f"""\
def add(a, b):
    '''{SUM}

    >>> add(1, 2)
    3
    '''

assert add(2, 2) == 4
"""


@pytest.mark.parametrize("row", range(7))
def test_the_docstring_of_an_empty_function_asks_for_its_body(row: int) -> None:
    found = wish(DOCUMENTED, row)
    assert found is not None
    examples = (">>> add(1, 2)\n3", "assert add(2, 2) == 4")
    assert found.prompt == Prompt(SUM, "def add(a, b):", examples)


def test_a_comment_below_the_docstring_asks_in_its_place() -> None:
    found = wish(f'def add(a, b):\n    """duita songkha gun koro"""\n    # {SUM}\n', 2)
    assert found is not None
    assert found.prompt.text == SUM


def test_a_comment_behind_code_asks_for_the_next_rows() -> None:
    text = f"x = []  # {SUM}\ndef add(a, b):\n    pass\n"
    found = wish(text, 0)
    assert found is not None
    assert found.stub is None
    assert found.prompt == Prompt(SUM)
    assert wish(f"x = []  # {SUM}\n\n\n", 2)


def test_a_comment_behind_a_header_asks_for_the_body() -> None:
    found = wish(f"class A:\n    def add(self, b):  # {SUM}\n        pass\n", 1)
    assert found is not None
    assert found.prompt == Prompt(SUM, "def add(self, b):")


def test_all_wishes_are_found_from_the_top() -> None:
    said = [
        f"# {SUM}\n\n",
        f"x = []  # {SUM} -\n",
        f'def add(a, b):\n    """{SUM}."""\n\n',
        f"# {SUM}!\n",
    ]
    wishes = wishes_in(split("".join(said)))
    assert [wish.prompt.text for wish in wishes] == [SUM, f"{SUM} -", f"{SUM}.", f"{SUM}!"]


def test_examples_below_go_with_the_wish() -> None:
    found = wish(f"# {SUM}\nassert add(1, 2) == 3\n", 0)
    assert found is not None
    assert found.prompt.examples == ("assert add(1, 2) == 3",)


def test_a_function_with_a_body_is_not_filled_again() -> None:
    found = wish(f"def f(a):\n    # {SUM}\n    return a\n", 1)
    assert found is not None
    assert found.stub is None


def test_a_wish_in_a_file_of_a_thousand_rows_is_found_in_less_than_five_milliseconds() -> None:
    function = (
        'def f(a):\n    """Says what.\n\n    And more.\n    """\n    return "#" + a  # why\n\n\n'
    )
    lines = split(function * 125 + f"# {SUM}\n")

    def took() -> float:
        began = time.process_time()
        assert wish_at(lines, len(lines) - 1)
        return time.process_time() - began

    assert min(took() for _ in range(5)) < 0.005
