"""`synerprise generate`: the interface that others measure through."""

import json

import pytest

from tests.end_to_end.conftest import FACTORIAL, Synerprise


def defined_by(code: str) -> dict[str, object]:
    scope: dict[str, object] = {}
    exec(code, scope)
    return scope


def test_the_sample_prompt_gets_a_factorial_that_works(synerprise: Synerprise) -> None:
    done = synerprise.run("generate", FACTORIAL)
    assert done.returncode == 0, done.stderr
    factorial = defined_by(done.stdout)["factorial"]
    assert [factorial(n) for n in (0, 1, 10)] == [1, 1, 3628800]  # type: ignore[operator]


def test_a_signature_is_kept(synerprise: Synerprise) -> None:
    done = synerprise.run(
        "generate", "duita songkhar jogfol return koro", "--signature", "plus(p, q)"
    )
    assert done.stdout.startswith("def plus(p, q):")
    assert defined_by(done.stdout)["plus"](2, 5) == 7  # type: ignore[operator]


def test_json_tells_all_candidates_best_first(synerprise: Synerprise) -> None:
    told = json.loads(synerprise.run("generate", FACTORIAL, "--json", "--candidates", "3").stdout)
    assert set(told) == {"id", "code", "confidence", "candidates", "unclear", "elapsed_ms"}
    assert 1 <= len(told["candidates"]) <= 3
    assert told["code"] == told["candidates"][0]["code"]
    chances = [candidate["probability"] for candidate in told["candidates"]]
    assert chances == sorted(chances, reverse=True)
    assert {candidate["verdict"] for candidate in told["candidates"]} <= {"RUNS", "FAILED"}


def test_a_wish_for_nothing_known_ends_with_three(synerprise: Synerprise) -> None:
    done = synerprise.run("generate", "zxqv wplk mnbt qqrz ttyu")
    assert done.returncode == 3
    assert done.stdout == ""
    assert "trusted" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("generate", "   "), "empty"),
        (("generate", "ক" * 5000), "too long"),
        (("generate", "yogfol", "--signature", "def f("), "signature"),
        (("generate", "--jsonl", "no/such/file.jsonl"), "No such file"),
    ],
)
def test_what_is_wrong_is_said_in_both_languages(
    arguments: tuple[str, ...], said: str, synerprise: Synerprise
) -> None:
    done = synerprise.run(*arguments)
    assert done.returncode == 1
    assert said in done.stderr
    assert any("\u0980" <= letter <= "\u09ff" for letter in done.stderr)
    assert "Traceback" not in done.stderr


def test_lines_are_answered_in_order_and_a_bad_one_does_not_end_the_rest(
    synerprise: Synerprise,
) -> None:
    lines = [
        json.dumps({"id": 1, "prompt": FACTORIAL}),
        "no json at all",
        json.dumps({"id": "two"}),
        json.dumps({"id": 3, "prompt": ""}),
        json.dumps({"id": 4, "prompt": "jogfol", "signature": "lambda"}),
        json.dumps({"id": 5, "prompt": "দুটি সংখ্যার যোগফল", "examples": ["assert f(2, 3) == 5"]}),
        json.dumps({"id": 6, "prompt": "x", "examples": "assert True"}),
    ]
    done = synerprise.run("generate", "--jsonl", "-", given="\n".join(lines) + "\n\n")
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [line["id"] for line in told] == [1, None, "two", 3, 4, 5, 6]
    assert ["error" in line for line in told] == [False, True, True, True, True, False, True]
    assert "def f(" in told[5]["candidates"][0]["code"]
