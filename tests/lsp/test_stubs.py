"""Functions that wait for their body."""

import pytest

from synerprise_lsp.gaps import Gap, Spot
from synerprise_lsp.lines import split
from synerprise_lsp.stubs import stub_at


@pytest.mark.parametrize(
    "body",
    [
        "    pass\n",
        "    ...\n",
        "    raise NotImplementedError\n",
        '    raise NotImplementedError("later")\n',
        "",
        "    # a comment alone\n",
        '    """What it does."""\n',
    ],
)
def test_a_function_without_a_body_is_a_stub(body: str) -> None:
    stub = stub_at(split(f"def add(a: int, b: int = 0) -> int:\n{body}"), 0)
    assert stub is not None
    assert stub.signature == "def add(a: int, b: int=0) -> int:"
    assert stub.parameters == ("a", "b")


@pytest.mark.parametrize(
    "text",
    [
        "def add(a, b):\n    return a\n",
        "def add(a, b\n",
        "x = 1\n",
        'def add(a, b): "says, and no more"\n',
        "class A:\n    pass\n",
        'def add(a, b):\n    """Says."""\n    return a\n',
        "def add(a, b):\n    # later\n    pass\n    x = 1\n",
        "",
    ],
)
def test_what_has_a_body_or_cannot_be_read_is_none(text: str) -> None:
    assert stub_at(split(text), 0) is None


def test_a_header_of_several_rows_with_decorators_is_read_whole() -> None:
    stub = stub_at(split("@cache\n@other\nasync def add(\n    a,\n    *rest,\n):\n    pass\n"), 0)
    assert stub is not None
    assert stub.signature == "def add(a, *rest):"
    assert (stub.first, stub.last) == (2, 6)


def test_the_gap_is_counted_in_letters_though_the_parser_counts_bytes() -> None:
    stub = stub_at(split('def f(a="😀ক"): pass  # ক\n'), 0)
    assert stub is not None
    assert stub.gap == Gap(Spot(0, 14), Spot(0, 19), "    ", on_new_line=True)
