"""Tokens become the user's program, or are refused."""

import pytest

from synerprise_model.lexer import lex
from synerprise_model.prompt import Prompt
from synerprise_model.realise import Unfit, realise, without_name
from synerprise_model.source import Source, read_source

BODY = lex("    total = 0\n    for x in numbers:\n        total += x\n    return total\n")


def target(header: list[str]) -> list[str]:
    return [*header, *("<P0>" if token == "numbers" else token for token in BODY)]


def test_the_users_signature_is_kept_to_the_letter() -> None:
    source = read_source(Prompt("jog", "def add(nums: list[int] = []) -> int:"))
    code = realise(target(["def", "<F>", "<sig>", ":", "<nl>"]), source)
    assert code.startswith(
        "def add(nums: list[int] = []) -> int:\n    total = 0\n    for x in nums:"
    )


def test_without_a_signature_the_header_names_the_parameters() -> None:
    header = ["def", "sum_of_list", "(", "values", ")", ":", "<nl>"]
    code = realise(target(header), read_source(Prompt("jog")))
    assert code.startswith("def sum_of_list(values):\n    total = 0\n    for x in values:")


def test_a_name_of_the_user_is_not_written_over() -> None:
    code = realise(
        target(["def", "<F>", "<sig>", ":", "<nl>"]), read_source(Prompt("jog", "def f(total)"))
    )
    scope: dict[str, object] = {}
    exec(code, scope)
    assert scope["f"]([1, 2]) == 3  # type: ignore[operator]


def test_a_program_must_take_as_many_arguments_as_the_example_gives() -> None:
    source = read_source(Prompt("jog", examples=("assert add(1, 2) == 3",)))
    realise(lex("def add(a, b):\n    return a + b\n"), source)
    with pytest.raises(Unfit):
        realise(lex("def add(a):\n    return a\n"), source)
    with pytest.raises(Unfit):
        realise(lex("def total(a, b):\n    return a + b\n"), source)


def test_a_module_is_not_renamed() -> None:
    tokens = ["import", "base64", "<nl>", "def", "<F>", "<sig>", ":", "<nl>"]
    source = read_source(Prompt("encode", "def base64(text):"))
    with pytest.raises(Unfit):
        realise([*tokens, *lex("    return base64.b64encode(text)\n")], source)


def test_a_class_is_called_what_the_prompt_calls_it() -> None:
    tokens = lex("class Shape:\n    pass\n\n\nclass Square(Shape):\n    pass\n")
    assert "class Box(Shape)" in realise(tokens, read_source(Prompt("", "class Box:")))
    both = realise(tokens, read_source(Prompt("Shape name class, tar theke Square")))
    assert "class Shape:" in both
    assert "class Square(Shape):" in both


def test_a_text_inside_a_field_has_other_quotes() -> None:
    tokens = ["print", "(", 'f"', "{", "row", "[", "<T1>", "]", "}", '"f', ")", "<nl>"]
    source = Source((), {"<T1>": '"name"'})
    assert realise(["row", "=", "{", "}", "<nl>", *tokens], source).endswith(
        """print(f"{row['name']}")\n"""
    )


@pytest.mark.parametrize(
    "tokens",
    [
        [],
        ["def"],
        ["def", "<F>", ":"],
        ["<nl>", "<nl>"],
        lex("def f(x):\n    return y\n"),
        ["x", "=", "<N0>", "<nl>"],
        ["print", "(", "<nl>"],
    ],
)
def test_what_cannot_run_is_refused(tokens: list[str]) -> None:
    with pytest.raises(Unfit):
        realise(tokens, read_source(Prompt("jog")))


def test_the_same_program_under_two_names_is_one() -> None:
    one = "def first(n):\n    return first(n - 1)\n"
    assert without_name(one) == without_name(one.replace("first", "other"))
    assert without_name(one) != without_name(one.replace("- 1", "- 2"))
    assert without_name("print(1)\n") == "print(1)\n"


@pytest.mark.parametrize(
    ("taught", "written"),
    [
        ("for x in range(1, <N0> + 1):", "for x in range(1, 11):"),
        ("for x in range(<N0> + 1):", "for x in range(11):"),
        ("for x in range(1, n + 1):", "for x in range(1, n + 1):"),
        ("for x in f(1, <N0> + 1):", "for x in f(1, 10 + 1):"),
    ],
)
def test_the_end_of_a_range_is_written_as_a_person_writes_it(taught: str, written: str) -> None:
    program = f"n = 3\nf = max\n{taught}\n    print(x)\n".replace("<N0>", "77")
    tokens = ["<N0>" if token == "77" else token for token in lex(program)]
    code = realise(tokens, read_source(Prompt("10 porjonto")))
    assert written in code


@pytest.mark.parametrize(
    ("own", "begins"),
    [
        ("", "from typing import List, Optional\n\n\ndef f("),
        ("import math\n", "import math\nfrom typing import List, Optional\n\n\ndef f("),
        (
            "from math import pi\n",
            "from typing import List, Optional\nfrom math import pi\n\n\ndef f(",
        ),
    ],
)
def test_hints_of_the_signature_are_imported(own: str, begins: str) -> None:
    source = read_source(Prompt("x", "def f(a: List[int], b: Optional[int] = None):"))
    body = ["def", "<F>", "<sig>", ":", "<nl>", "<in>", "return", "<P0>", "<nl>", "<de>"]
    code = realise([*lex(own), *body] if own else body, source)
    assert code.startswith(begins + "a: List[int], b: Optional[int] = None):\n")


def test_a_text_of_the_prompt_stands_plainly_in_a_message() -> None:
    program = 'def f(name):\n    return f"{greeting}, {name}! {{"\n'
    tokens = ["<S0>" if token == "greeting" else token for token in lex(program)]
    code = realise(tokens, read_source(Prompt("'Hi {x}' bolo")))
    assert code == 'def f(name):\n    return f"Hi {{x}}, {name}! {{"\n'
