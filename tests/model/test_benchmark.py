"""The natural prompts measure; nothing that is taught may say them."""

from pathlib import Path

import pytest

from synerprise_model.clauses import clauses
from synerprise_model.evaluation import Case, natural_cases
from synerprise_model.folders import BENCHMARK, CATALOGUE, NATURAL
from synerprise_model.overmatch import folded
from synerprise_model.signatures import read_class_header, read_signature
from synerprise_model.tasks import read_tasks
from synerprise_model.wording import read_wording

FILES = sorted([*BENCHMARK.glob("*.toml"), *NATURAL.glob("*.toml")])
TIMES = 3  # that each phrasing is said


def cases_in(folder: Path) -> list[Case]:
    return [case for path in sorted(folder.glob("*.toml")) for case in natural_cases(path)]


def test_the_benchmark_has_four_hundred_prompts_half_of_them_banglish() -> None:
    cases = cases_in(BENCHMARK)
    banglish = sum(case.script == "banglish" for case in cases)
    assert len(cases) >= 400
    assert 0.45 <= banglish / len(cases) <= 0.55
    assert sum(case.prompt.signature is not None for case in cases) >= len(cases) / 3
    assert sum(bool(case.prompt.examples) for case in cases) >= len(cases) / 6


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_prompt_can_be_asked_and_its_program_checked(path: Path) -> None:
    for case in natural_cases(path):
        assert case.checks or case.runs
        header = case.prompt.signature
        assert read_class_header(header) or header is None or read_signature(header)
        for check in case.checks:
            compile(check, "check", "eval")


def test_no_phrasing_of_the_catalogue_says_a_prompt_of_the_benchmark() -> None:
    wording = read_wording(CATALOGUE)
    taught = {
        folded(said) for task in read_tasks(CATALOGUE) for said in clauses(task, wording, TIMES)
    }
    natural = {folded(case.prompt.text) for case in [*cases_in(BENCHMARK), *cases_in(NATURAL)]}
    assert natural & taught == set()
