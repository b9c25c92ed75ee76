"""The catalogue itself, and the rules that keep it."""

from collections import Counter
from pathlib import Path
from random import Random

import pytest

from synerprise_model.catalogue_command import main
from synerprise_model.corpus import OFTEN, Corpus, build_corpus
from synerprise_model.folders import CATALOGUE
from synerprise_model.realise import realise
from synerprise_model.tasks import Task, read_most_asked, read_tasks

GOOD = (CATALOGUE / "lists" / "numbers_above.toml").read_text(encoding="utf-8")
TASKS = read_tasks(CATALOGUE)
CORPUS = Corpus(CATALOGUE, TASKS)


def catalogue_with(text: str, folder: Path) -> Path:
    for shared in CATALOGUE.glob("*.toml"):
        (folder / shared.name).write_bytes(shared.read_bytes())
    (folder / "lists").mkdir()
    (folder / "lists" / "task.toml").write_text(text, encoding="utf-8")
    return folder


def test_there_are_a_thousand_tasks_over_many_topics() -> None:
    assert len(TASKS) >= 1000
    assert len({task.name.split("/")[0] for task in TASKS}) >= 20


def test_the_most_asked_tasks_have_most_phrasings_and_are_drawn_most() -> None:
    named = {task.name: task for task in TASKS}
    asked = read_most_asked(CATALOGUE)
    assert len(asked) >= 400
    for name in asked:
        assert min(len(named[name].phrasings[s]) for s in ("bangla", "banglish")) >= 6, name
    drawn = Counter(pair.sample.task for pair in CORPUS.pairs(8000, Random(5)))
    often = sum(drawn[name] for name in asked) / len(asked)
    seldom = sum(drawn[name] for name in named.keys() - asked) / (len(named) - len(asked))
    assert often / seldom == pytest.approx(OFTEN, rel=0.15)


def test_a_good_task_is_accepted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--catalogue", str(catalogue_with(GOOD, tmp_path)), "check"]) == 0
    assert "1 tasks checked, 0 complaints" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("if x > limit", "if x < limit", "fails: numbers_above"),
        ("about =", "abuot =", "unknown key 'abuot'"),
        ("{numbers.from} {limit} এর উপরের", "{numbers.upon} {limit} এর উপরের", "has no form"),
        ("{limit} theke boro", "{lmit} theke boro", "unknown slot {lmit}"),
        ("er cheye boro", "er চেয়ে boro", "Bengali letters in a banglish phrasing"),
        ("<filter>", "<fliter>", "unknown group <fliter>"),
        ("[x for x in", "[ x for x in", "is not laid out as"),
        ("return [", "return  [", "is not laid out as"),
        ("(numbers, limit)", "(numbers, limit", "cannot be read"),
        ("if x > limit]", "if numbers_above([x], 0)]", "calls itself with another 'limit'"),
    ],
)
def test_a_fault_is_named_with_its_file(
    old: str, new: str, complaint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert old in GOOD
    catalogue = catalogue_with(GOOD.replace(old, new), tmp_path)
    assert main(["--catalogue", str(catalogue), "check"]) == 1
    said = capsys.readouterr().err
    assert complaint in said
    assert "task.toml" in said


def test_ask_names_the_task_that_a_sentence_means(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "list er sob songkha jog kore dao"]) == 0
    assert "lists/sum_of_list" in capsys.readouterr().out


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
def test_what_is_taught_can_be_written_back_as_a_program(task: Task) -> None:
    random = Random(3)
    for _ in range(8):
        pair = CORPUS.pair(task, random)
        realise(pair.target, pair.source)


def test_the_same_seed_builds_the_same_corpus(tmp_path: Path) -> None:
    (tmp_path / "catalogue").mkdir()
    few = catalogue_with(GOOD, tmp_path / "catalogue")
    first = build_corpus(few, tmp_path / "a", 60, seed=5, workers=1)
    second = build_corpus(few, tmp_path / "b", 60, seed=5, workers=1)
    assert first == second
    assert (tmp_path / "a" / "shard-000.npz").read_bytes() == (
        tmp_path / "b" / "shard-000.npz"
    ).read_bytes()
