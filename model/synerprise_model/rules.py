"""The catalogue's rules, one function each; what breaks one is said with file and line."""

import ast
import re
from collections.abc import Iterator
from itertools import zip_longest

from synerprise_model.errors import CatalogueError
from synerprise_model.layout import layout
from synerprise_model.lexer import LexError, lex
from synerprise_model.phrases import Group, Phrase, Slot, Words, walk, written
from synerprise_model.tasks import SCRIPTS, Script, Task
from synerprise_model.wording import CASES, Wording

LATIN = re.compile(r"(?!(?:None|True|False)\b)\b[A-Za-z]+")
"""Latin words, all but Python's own values, which have no other name."""
BENGALI = re.compile(r"[\u0980-\u09ff]")
FEWEST_PHRASINGS, FEWEST_CHECKS, FEWEST_RUNS = 3, 4, 2
LONGEST_LINE = 100


def broken_rules(task: Task, wording: Wording) -> Iterator[CatalogueError]:
    """Every rule that a task breaks, without running its program."""
    for script in SCRIPTS:
        for phrase in task.phrasings[script]:
            said = written(phrase)
            for complaint in _phrase_complaints(task, phrase, script, wording):
                yield CatalogueError(task.path, f"{complaint}: {said!r}", _line(task, said))
        if script != "english" and len(task.phrasings[script]) < FEWEST_PHRASINGS:
            yield CatalogueError(task.path, f"fewer than {FEWEST_PHRASINGS} {script} phrasings")
    for complaint in _solution_complaints(task, wording):
        yield CatalogueError(task.path, complaint, _line(task, "solution"))


def _line(task: Task, words: str) -> int | None:
    text = task.path.read_text(encoding="utf-8")
    at = text.find(words)
    return text.count("\n", 0, at) + 1 if at >= 0 else None


def _phrase_complaints(
    task: Task, phrase: Phrase, script: Script, wording: Wording
) -> Iterator[str]:
    foreign, name = (LATIN, "Latin") if script == "bangla" else (BENGALI, "Bengali")
    verbs: list[Group] = []
    spoken = set()
    for part in walk(phrase):
        match part:
            case Words(text) if foreign.search(text):
                yield f"{name} letters in a {script} phrasing"
            case Group(group) if wording.is_verb(group):
                verbs.append(Group(group))
            case Group(group) if group not in wording.words:
                yield f"unknown group <{group}>"
            case Slot(slot, form):
                spoken.add(slot)
                yield from _slot_complaints(task, slot, form, script, wording)
    if len(verbs) > 1:
        yield "more than one verb group"
    if verbs and script == "english" and phrase.parts[0] not in verbs:
        yield "the verb group is not first"
    if verbs and script != "english" and not _ends_in(phrase, verbs):
        yield "the verb group is neither last nor before a comma"
    if missing := sorted(set(task.values) - set(task.parameters) - spoken):
        yield f"slot {{{missing[0]}}} is not used"


def _ends_in(phrase: Phrase, verbs: list[Group]) -> bool:
    last = max((at for at, part in enumerate(phrase.parts) if part in verbs), default=-1)
    rest = phrase.parts[last + 1 :]
    return last >= 0 and (not rest or written(Phrase(rest)).startswith(","))


def _slot_complaints(
    task: Task, slot: str, form: str, script: Script, wording: Wording
) -> Iterator[str]:
    if slot in task.nouns:
        kind = wording.kinds.get(task.nouns[slot], {})
        if form not in ("", *CASES) or (form or "bare") not in kind.get(script, {}):
            yield f"the kind {task.nouns[slot]!r} has no form {form!r} in {script}"
    elif slot not in task.values:
        yield f"unknown slot {{{slot}}}"
    elif form:
        yield f"a value has no forms: {{{slot}.{form}}}"


def _solution_complaints(task: Task, wording: Wording) -> Iterator[str]:
    yield from _unfit_nouns(task, wording)
    yield from _unfit_values(task, wording)
    yield from _layout_complaints(task)
    if task.form == "script" and not task.checks and len(task.runs) < FEWEST_RUNS:
        yield f"fewer than {FEWEST_RUNS} runs"
    if (task.form != "script" or task.checks) and len(task.checks) < FEWEST_CHECKS:
        yield f"fewer than {FEWEST_CHECKS} checks"
    if task.form != "script" and task.main is None:
        yield "the solution defines nothing"


def _unfit_nouns(task: Task, wording: Wording) -> Iterator[str]:
    for name, kind in task.nouns.items():
        if kind not in wording.kinds or "value" in wording.kinds[kind]:
            yield f"unknown kind {kind!r} of slot {name!r}"
        if task.form == "function" and name not in task.parameters:
            yield f"{name!r} is no parameter of the solution"


def _unfit_values(task: Task, wording: Wording) -> Iterator[str]:
    for name, value in task.values.items():
        if "value" not in wording.kinds.get(value.kind, {}):
            yield f"unknown kind {value.kind!r} of slot {name!r}"
        if not re.search(rf"\b{name}\b", task.solution):
            yield f"the solution does not use the slot {name!r}"
        if name in _assigned(task.solution):
            yield f"the solution assigns to {name!r}, which a prompt may replace by a literal"
        if name in _changed_in_recursion(task):
            yield f"the solution calls itself with another {name!r}, which may be a literal"


def _assigned(code: str) -> set[str]:
    names = (node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Name))
    return {name.id for name in names if isinstance(name.ctx, ast.Store)}


def _changed_in_recursion(task: Task) -> set[str]:
    """Parameters that the main function gives itself another value of."""
    if not isinstance(task.main, ast.FunctionDef):
        return set()
    changed: set[str] = set()
    for node in ast.walk(task.main):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == task.main.name:
            given = [ast.unparse(argument) for argument in node.args]
            pairs = zip_longest(task.parameters, given)
            changed |= {name for name, value in pairs if name and name != value}
    return changed


def _layout_complaints(task: Task) -> Iterator[str]:
    try:
        shown = layout(lex(task.solution))
    except LexError as error:
        yield f"the solution cannot be read: {error}"
        return
    if shown != task.solution:
        yield "the solution is not laid out as " + _first_difference(task.solution, shown)
    if any(len(line) > LONGEST_LINE for line in task.solution.split("\n")):
        yield f"the solution has a line of more than {LONGEST_LINE} columns"


def _first_difference(mine: str, wanted: str) -> str:
    for number, (left, right) in enumerate(zip(mine.split("\n"), wanted.split("\n"), strict=False)):
        if left != right:
            return f"in its line {number + 1}: {left!r} should be {right!r}"
    return "it ends too early or too late"
