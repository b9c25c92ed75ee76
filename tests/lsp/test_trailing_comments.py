"""Comments behind code, and how well those that ask are told from those that explain."""

import time
import tomllib
from pathlib import Path

import pytest

from synerprise_lsp.comments import Comment
from synerprise_lsp.gaps import Spot
from synerprise_lsp.lines import split
from synerprise_lsp.literals import rows_in_strings
from synerprise_lsp.trailing_comments import trailing_comment_at, trailing_comments

SORTED = tomllib.loads(Path(__file__).with_name("wish_set.toml").read_text("utf-8"))
BEHIND_CODE = SORTED["behind_code"]
EVEN = "jor sonkha gulo ber koro"


def asks(line: str) -> bool:
    return trailing_comment_at([f"{line}\n"], 0) is not None


def test_what_is_taken_for_a_wish_is_one_and_wishes_are_seen() -> None:
    seen = sum(map(asks, BEHIND_CODE["wishes"]))
    mistaken = sum(map(asks, BEHIND_CODE["remarks"]))
    assert seen / (seen + mistaken) >= 0.95  # precision
    assert seen / len(BEHIND_CODE["wishes"]) >= 0.95  # recall


def test_what_is_a_remark_in_a_row_of_its_own_is_one_behind_code() -> None:
    assert [text for text in SORTED["remarks"] if asks(f"x = 5  # {text}")] == []


def test_its_place_begins_at_the_number_sign_and_its_indent_is_that_of_the_code() -> None:
    lines = split(f"if 1:\r\n    result = ['#😀']  ## {EVEN}\r\n")
    expected = Comment(EVEN, Spot(1, 21), Spot(1, 48), "    ")
    assert trailing_comment_at(lines, 1) == expected
    assert list(trailing_comments(lines, ())) == [expected]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("x = 5  # er factorial ber koro", "x er factorial ber koro"),
        ("x: int = 5  # এর বর্গ বের করো", "x এর বর্গ বের করো"),
        ("numbers = [1]  # theke jor gulo ber koro", "numbers theke jor gulo ber koro"),
        ("a, b = 1, 2  # er jogfol ber koro", "er jogfol ber koro"),
        ("x = 5  # ertho jogfol ber koro", "ertho jogfol ber koro"),
    ],
)
def test_what_is_said_of_the_variable_is_said_with_its_name(line: str, text: str) -> None:
    found = trailing_comment_at([line], 0)
    assert found
    assert found.text == text


@pytest.mark.parametrize(
    "line",
    [
        f"x = '5  # {EVEN}'",
        f"x = '''5  # {EVEN}",
        f"x = [  # {EVEN}",
        f"    1,  # {EVEN}",
        f"x = 5; y = 6  # {EVEN}",
        f"a = b = 5  # {EVEN}",
        f"x.y = 5  # {EVEN}",
        f"x: int  # {EVEN}",
        f"def f(a): pass  # {EVEN}",
        f"def f(a  # {EVEN}",
        f"x = 5  # TODO: {EVEN}",
        f"# {EVEN}",
        "x = 5  #",
        "x = 5",
        "",
    ],
)
def test_other_rows_have_none(line: str) -> None:
    assert not asks(line)


def test_rows_in_strings_and_functions_with_a_body_have_none() -> None:
    text = f'y = """\nx = 5  # {EVEN}\n"""\ndef f(a):  # {EVEN}\n    return a\n'
    lines = split(text)
    assert list(trailing_comments(lines, rows_in_strings(lines))) == []
    assert [trailing_comment_at(lines, row) for row in range(-1, 9)] == [None] * 10


def test_a_row_in_a_long_file_takes_less_than_five_milliseconds() -> None:
    lines = split("x = f('#')  # jogfol ber koro\n" * 1000 + f"x = 5  # {EVEN}\n")

    def took() -> float:
        began = time.process_time()
        assert trailing_comment_at(lines, 1000)
        return time.process_time() - began

    assert min(took() for _ in range(5)) < 0.005
