"""Plain data as JSON and back: how a value leaves a worker without bringing any code along.

`pickle` and `marshal` would hand the daemon to whoever writes the bytes. These tagged lists can
hold numbers, texts and collections of them, and reading them calls nothing of the program. A
subclass is sent as what it inherits from, read by that class's own methods, so its ``__eq__`` stays
behind.
"""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

DEEPEST = 40


class NotPlain(Exception):
    """The value is not, or not only, plain data."""


class NotReadable(Exception):
    """What should be plain data is something else."""


def encode(value: Any, depth: int = 0) -> list[Any]:
    """The value as tagged lists; raises `NotPlain` with the name of the type that is not."""
    if depth > DEEPEST:
        raise NotPlain("too deep")
    if value is None:
        return ["none"]
    for kind, (tag, write) in WRITERS.items():
        if isinstance(value, kind) and issubclass(type(value), kind):
            return [tag, write(value, depth + 1)]
    raise NotPlain(type(value).__name__)


def decode(node: Any, depth: int = 0) -> Any:
    """The value of tagged lists; raises `NotReadable`."""
    if depth > DEEPEST + 1:
        raise NotReadable("too deep")
    if node == ["none"]:
        return None
    try:
        tag, content = node
        return READERS[tag](content, depth + 1)
    except (TypeError, ValueError, KeyError, ArithmeticError) as error:
        raise NotReadable(str(error)) from error


def _items(values: Any, depth: int) -> list[Any]:
    return [encode(value, depth) for value in values]


def _pairs(values: Any, depth: int) -> list[Any]:
    return [[encode(key, depth), encode(value, depth)] for key, value in dict.items(values)]


def _texts(content: Any) -> str:
    if not isinstance(content, str):
        raise NotReadable("no text")
    return content


def _read_items(content: Any, depth: int) -> list[Any]:
    if not isinstance(content, list):
        raise NotReadable("no list")
    return [decode(node, depth) for node in content]


def _read_pairs(content: Any, depth: int) -> dict[Any, Any]:
    return {decode(key, depth): decode(value, depth) for key, value in content}


def _read_complex(content: Any, _depth: int) -> complex:
    real, imaginary = content
    return complex(float.fromhex(real), float.fromhex(imaginary))


def _read_fraction(content: Any, _depth: int) -> Fraction:
    above, below = content
    return Fraction(int(above, 16), int(below, 16))


Writer = Callable[[Any, int], Any]
Reader = Callable[[Any, int], Any]

# bool is an int, so it comes first; the numbers are written in hexadecimal, which is exact and,
# unlike decimal, takes no longer than the number is long.
WRITERS: dict[type, tuple[str, Writer]] = {
    bool: ("bool", lambda value, _: bool(value)),
    int: ("int", lambda value, _: int.__format__(value, "x")),
    float: ("float", lambda value, _: float.hex(value)),
    complex: ("complex", lambda value, _: [float.hex(value.real), float.hex(value.imag)]),
    str: ("str", lambda value, _: str.__str__(value)),
    bytes: ("bytes", lambda value, _: bytes.hex(value)),
    list: ("list", lambda value, depth: _items(list.__iter__(value), depth)),
    tuple: ("tuple", lambda value, depth: _items(tuple.__iter__(value), depth)),
    set: ("set", lambda value, depth: _items(set.__iter__(value), depth)),
    frozenset: ("frozenset", lambda value, depth: _items(frozenset.__iter__(value), depth)),
    dict: ("dict", _pairs),
    Fraction: ("fraction", lambda value, _: [f"{value.numerator:x}", f"{value.denominator:x}"]),
    Decimal: ("decimal", lambda value, _: Decimal.__str__(value)),
}

READERS: dict[str, Reader] = {
    "bool": lambda content, _: content is True,
    "int": lambda content, _: int(content, 16),
    "float": lambda content, _: float.fromhex(content),
    "complex": _read_complex,
    "str": lambda content, _: _texts(content),
    "bytes": lambda content, _: bytes.fromhex(content),
    "list": _read_items,
    "tuple": lambda content, depth: tuple(_read_items(content, depth)),
    "set": lambda content, depth: set(_read_items(content, depth)),
    "frozenset": lambda content, depth: frozenset(_read_items(content, depth)),
    "dict": _read_pairs,
    "fraction": _read_fraction,
    "decimal": lambda content, _: Decimal(_texts(content)),
}
