"""What is typed has the shape that the program reads."""

import pytest

from synerprise_daemon.sample_input import sample_input


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("n = int(input())\nprint(n)\n", ["7"]),
        ("name = input()\nage = int(input())\n", ["Dhaka", "3"]),
        ("a, b = map(int, input().split())\n", ["7 3"]),
        ("numbers = list(map(int, input().split()))\n", ["3 1 2"]),
        ("numbers = [int(x) for x in input().split()]\n", ["3 1 2"]),
        ("x = float(input())\n", ["2.5"]),
        (
            "n = int(input())\nfor _ in range(n):\n    x = int(input())\n",
            ["7", *"3 12 5 2 9 7".split()],
        ),
    ],
)
def test_each_line_is_of_the_kind_that_is_read(code: str, typed: list[str]) -> None:
    lines = sample_input(code).splitlines()
    assert lines[: len(typed)] == typed


def test_a_program_that_reads_nothing_is_told_nothing() -> None:
    assert sample_input("print(2)\n") == ""


def test_at_last_comes_what_ends_a_loop() -> None:
    assert sample_input("while True:\n    n = int(input())\n").splitlines()[-3:] == [
        "0",
        "",
        "exit",
    ]
