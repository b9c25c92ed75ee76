"""The sets that a model is measured on: what they hold was not taught, or is right as it stands."""

from itertools import islice

from synerprise_model.corpus import Corpus
from synerprise_model.evaluation import are_right, familiar_cases, family_cases
from synerprise_model.folders import CATALOGUE
from synerprise_model.tasks import read_most_asked


def test_nothing_of_a_held_out_family_is_taught() -> None:
    cases = list(family_cases(CATALOGUE))
    families = {case.topic for case in cases}
    assert len(families) >= 15
    assert not families & {task.name for task in Corpus(CATALOGUE).tasks}
    assert not families & read_most_asked(CATALOGUE)
    assert {case.script for case in cases} == {"bangla", "banglish"}


def test_the_programs_of_familiar_cases_are_right_and_those_of_others_are_not() -> None:
    cases = list(islice(familiar_cases(CATALOGUE, 40), 40))
    assert all(are_right(cases, [case.reference for case in cases]))
    assert not any(are_right(cases, ["def nothing():\n    return None\n"] * len(cases)))


def test_familiar_cases_can_be_misspelled_as_none_is_taught() -> None:
    usual = [case.prompt.text for case in familiar_cases(CATALOGUE, 60)]
    strange = [case.prompt.text for case in familiar_cases(CATALOGUE, 60, held_out_noise=True)]
    assert len(usual) == len(strange) == 60
    assert usual != strange
