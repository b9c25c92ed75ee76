"""Examples in words become checks; other numbers in a sentence do not."""

import pytest

from synerprise_daemon.spoken_examples import spoken_examples


@pytest.mark.parametrize(
    ("text", "checks"),
    [
        ("factorial ber koro, jemon 5 dile 120", ["assert f(5) == 120"]),
        ("যোগফল দাও, যেমন ১, ২ দিলে ৩ হবে", ["assert f(1, 2) == 3"]),
        ("যোগফল দাও। যেমন ১ আর ২ দিলে ৩", ["assert f(1, 2) == 3"]),
        ("gram ke kg te, split_gram(2350) dile (2, 350) dibe", ["assert f(2350) == (2, 350)"]),
        ("f(3) → 9, f(4) → 16", ["assert f(3) == 9", "assert f(4) == 16"]),
        ("ulta koro jemon 'abc' dile 'cba'", ["assert f('abc') == 'cba'"]),
        ("list ulta koro jemon [1, 2] dile [2, 1]", ["assert f([1, 2]) == [2, 1]"]),
        ('মিনিটকে ঘণ্টা, যেমন 135 দিলে "2:15"', ['assert f(135) == "2:15"']),
        ("prime kina, jemon is_prime(7) = True", ["assert f(7) == True"]),
        ("borgo ber koro\n>>> square(3)\n9", ["assert f(3) == 9"]),
    ],
)
def test_an_example_in_words_becomes_a_check(text: str, checks: list[str]) -> None:
    assert [example.check("f") for example in spoken_examples(text)] == checks


@pytest.mark.parametrize(
    "text",
    [
        "1 theke 10 porjonto jog koro",
        "33 er kom hole fail, noile pass",
        "age 18 hole True, na hole False",
        "f(x) = x * 2 er man ber koro",
        "range(1, n) = numbers",
        "jemon dhaka dile DU",
        "n! = n * (n - 1)!",
    ],
)
def test_what_is_no_example_stays_alone(text: str) -> None:
    assert spoken_examples(text) == ()
