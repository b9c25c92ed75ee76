"""Type hints of samples are those that the checks of the task show."""

from random import Random

from synerprise_model.folders import CATALOGUE
from synerprise_model.tasks import read_task
from synerprise_model.type_hints import type_hints


def hints_of(name: str) -> set[str]:
    task = read_task(CATALOGUE / f"{name}.toml", CATALOGUE)
    found = (type_hints(task, Random(seed)) for seed in range(40))
    return {"".join((*hints.values(), result)) for hints, result in found}


def test_a_list_of_numbers_is_hinted_in_the_ways_people_do() -> None:
    assert hints_of("lists/sum_of_list") == {
        ": list -> int",
        ": list[int] -> int",
        ": List[int] -> int",
    }


def test_what_a_check_does_not_show_has_no_hint() -> None:
    task = read_task(CATALOGUE / "classes/stack.toml", CATALOGUE)
    assert type_hints(task, Random(0)) == ({}, "")
