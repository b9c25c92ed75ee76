"""A task of the catalogue: what people say, the program that answers, the checks that prove it."""

import ast
import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from synerprise_model.catalogue_file import read_toml
from synerprise_model.errors import CatalogueError, PhraseError
from synerprise_model.phrases import Phrase, read_phrase

Script = Literal["bangla", "banglish", "english"]
Form = Literal["function", "class", "script", "snippet"]
SCRIPTS: tuple[Script, ...] = ("bangla", "banglish", "english")
LEXICON = "lexicon"  # a folder of the catalogue that holds no tasks
MOST_ASKED = "most_asked.toml"
KEYS = {"about", "form", "slots", "bangla", "banglish", "english", "solution", "checks", "runs"}


@dataclass(frozen=True, slots=True)
class Value:
    """A slot that is written in the prompt and copied into the program."""

    kind: str
    values: tuple[Any, ...] = ()
    """What may stand there; empty: the kind's own values."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a script must print, given what is typed."""

    input: str
    prints: str


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """One family of wishes with the same program."""

    name: str
    """Topic and file name, such as ``lists/sum_of_list``."""
    about: str
    form: Form
    """A snippet is lines for a place where the variables of its nouns are in sight."""
    nouns: dict[str, str]
    """Parameters, or variables in sight, and the kinds of their nouns."""
    values: dict[str, Value]
    """Slots that hold a number, a text or a list of the prompt itself."""
    phrasings: dict[Script, tuple[Phrase, ...]]
    solution: str
    checks: tuple[str, ...] = ()
    runs: tuple[Run, ...] = ()
    path: Path = Path()

    @property
    def main(self) -> ast.FunctionDef | ast.ClassDef | None:
        """The definition that is asked for, the last at the top level; None where none is."""
        return None if self.form in ("script", "snippet") else _last_definition(self.solution)

    @property
    def parameters(self) -> tuple[str, ...]:
        """The parameters of the main function, in order."""
        main = self.main
        return tuple(a.arg for a in main.args.args) if isinstance(main, ast.FunctionDef) else ()


@lru_cache(10_000)  # samples of a task ask for it again and again
def _last_definition(code: str) -> ast.FunctionDef | ast.ClassDef | None:
    kinds = ast.FunctionDef | ast.ClassDef
    found = [node for node in ast.parse(code).body if isinstance(node, kinds)]
    return found[-1] if found else None


def read_task(path: Path, catalogue: Path) -> Task:
    """Read one file; raise `CatalogueError` with the line where it can be told."""
    try:
        text = path.read_text(encoding="utf-8")
        data = tomllib.loads(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CatalogueError(path, str(error)) from error
    if unknown := sorted(set(data) - KEYS):
        raise CatalogueError(path, f"unknown key {unknown[0]!r}", line_of(text, unknown[0]))
    if missing := sorted({"about", "bangla", "banglish", "solution"} - set(data)):
        raise CatalogueError(path, f"missing key {missing[0]!r}")
    form = data.get("form", "function")
    if form not in ("function", "class", "script"):
        raise CatalogueError(path, f"unknown form {form!r}", line_of(text, "form"))
    try:
        ast.parse(data["solution"])
    except SyntaxError as error:
        line = line_of(text, "solution")
        raise CatalogueError(path, f"the solution cannot be read: {error}", line) from error
    nouns, values = _read_slots(data.get("slots", {}), path, text)
    return Task(
        name=path.relative_to(catalogue).with_suffix("").as_posix(),
        about=data["about"],
        form=form,
        nouns=nouns,
        values=values,
        phrasings={script: _read_phrasings(data.get(script, []), path, text) for script in SCRIPTS},
        solution=data["solution"].strip("\n") + "\n",
        checks=tuple(data.get("checks", [])),
        runs=tuple(Run(run["input"], run["prints"]) for run in data.get("runs", [])),
        path=path,
    )


def _read_slots(
    slots: dict[str, Any], path: Path, text: str
) -> tuple[dict[str, str], dict[str, Value]]:
    nouns: dict[str, str] = {}
    values: dict[str, Value] = {}
    for name, slot in slots.items():
        if isinstance(slot, str):
            nouns[name] = slot
        elif isinstance(slot, dict) and "kind" in slot and set(slot) <= {"kind", "values"}:
            values[name] = Value(slot["kind"], tuple(slot.get("values", ())))
        else:
            line = line_of(text, f"slots.{name}")
            raise CatalogueError(path, f"slot {name!r} is neither noun nor value", line)
    return nouns, values


def _read_phrasings(lines: list[str], path: Path, text: str) -> tuple[Phrase, ...]:
    phrases = []
    for line in lines:
        try:
            phrases.append(read_phrase(line))
        except PhraseError as error:
            raise CatalogueError(path, str(error), line_of(text, line)) from error
    return tuple(phrases)


def line_of(text: str, words: str) -> int | None:
    """The number of the first line that holds the words; None when no line does."""
    found = re.search(re.escape(words), text)
    return text.count("\n", 0, found.start()) + 1 if found else None


def task_paths(catalogue: Path, within: str = "") -> list[Path]:
    """The files of tasks, by name; `within` is a topic or a task's name."""
    wanted = within.removesuffix(".toml").strip("/")
    return [
        path
        for path in sorted(catalogue.glob("*/*.toml"))
        if path.parent.name != LEXICON
        and (not wanted or f"{path.parent.name}/{path.stem}/".startswith(wanted + "/"))
    ]


def read_tasks(catalogue: Path, within: str = "") -> list[Task]:
    """Every task of the catalogue, by name; `within` is a topic or a task's name."""
    return [read_task(path, catalogue) for path in task_paths(catalogue, within)]


def read_most_asked(catalogue: Path) -> frozenset[str]:
    """The names of the tasks that people ask for most."""
    topics = read_toml(catalogue / MOST_ASKED)
    return frozenset(f"{topic}/{name}" for topic, tasks in topics.items() for name in tasks)
