"""Plain data travels as it is; nothing else travels."""

import json
from collections import Counter, OrderedDict, namedtuple
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction
from typing import Any

import pytest

from synerprise_daemon.jail.inside.plain import NotPlain, NotReadable, decode, encode

Pair = namedtuple("Pair", "a b")  # noqa: PYI024  what programs of beginners have


class Size(IntEnum):
    BIG = 3


def there_and_back(value: Any) -> Any:
    return decode(json.loads(json.dumps(encode(value))))


@pytest.mark.parametrize(
    "value",
    [
        None, True, 0, -5, 1 << 70, 0.1, 1e300, 2 + 3j, "", "কখ\ud800", b"\x00\xff", [], (1,),
        [1, [2, (3, {4})]], {"a": 1, (1, 2): None}, frozenset({1}), Fraction(1, 3), Decimal("1.10"),
    ],
)  # fmt: skip
def test_a_value_comes_back_as_it_was(value: Any) -> None:
    back = there_and_back(value)
    assert back == value
    assert type(back) is type(value)


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (Counter("aab"), {"a": 2, "b": 1}),
        (OrderedDict(x=1), {"x": 1}),
        (Pair(1, 2), (1, 2)),
        (Size.BIG, 3),
    ],
)
def test_a_subclass_comes_back_as_what_it_inherits_from(value: Any, plain: Any) -> None:
    assert there_and_back(value) == plain
    assert type(there_and_back(value)) is type(plain)


def test_what_a_class_says_about_itself_stays_behind() -> None:
    class Equal(int):
        def __eq__(self, other: object) -> bool:
            return True

        __hash__ = int.__hash__

        def __format__(self, spec: str) -> str:
            return "4"

    assert there_and_back(Equal(5)) == 5


def test_objects_and_endless_lists_do_not_travel() -> None:
    endless: list[Any] = []
    endless.append(endless)
    for value in (object(), [object()], {1: len}, endless):
        with pytest.raises(NotPlain):
            encode(value)


@pytest.mark.parametrize(
    "node",
    [
        5, None, [], ["int"], ["int", 4], ["int", "x"], ["list", 5], ["set", [["list", []]]],
        ["dict", [["a"]]], ["fraction", ["1", "0"]], ["decimal", "x"], ["str", 5], ["who", 1],
        [["int"], 1], {"int": 1},
    ],
)  # fmt: skip
def test_what_is_no_value_cannot_be_read(node: Any) -> None:
    with pytest.raises(NotReadable):
        decode(node)


def test_what_is_too_deep_cannot_be_read() -> None:
    node: list[Any] = ["none"]
    for _ in range(100):
        node = ["list", [node]]
    with pytest.raises(NotReadable):
        decode(node)
