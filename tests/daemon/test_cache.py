"""The answers that are remembered, and those that are let go."""

from synerprise_daemon.answer import Answer
from synerprise_daemon.cache import Cache
from synerprise_model.prompt import Prompt

ANSWER = Answer(programs=(), confidence=0.0, trusted=False, model="m", elapsed_ms=1.0)


def test_the_answer_asked_for_longest_ago_is_forgotten_first() -> None:
    cache = Cache(2)
    for text in ("a", "b"):
        cache.put(Prompt(text), 1, ANSWER)
    assert cache.get(Prompt("a"), 1)
    cache.put(Prompt("c"), 1, ANSWER)
    assert cache.get(Prompt("a"), 1)
    assert cache.get(Prompt("b"), 1) is None


def test_another_count_is_another_question() -> None:
    cache = Cache(2)
    cache.put(Prompt("a"), 1, ANSWER)
    assert cache.get(Prompt("a"), 5) is None


def test_a_cache_of_no_size_remembers_nothing() -> None:
    cache = Cache(0)
    cache.put(Prompt("a"), 1, ANSWER)
    assert cache.get(Prompt("a"), 1) is None
