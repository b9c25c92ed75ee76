"""Draw a prompt and its program from a task, as a person might have written the prompt."""

import ast
from dataclasses import dataclass
from random import Random
from typing import Any

from synerprise_model.examples import checks_of, examples_of, in_words
from synerprise_model.lexer import lex
from synerprise_model.naming import LETTERS, function_name, parameter_names
from synerprise_model.phrases import Phrase, Slot, walk
from synerprise_model.programs import Calling, imported_names, write_target
from synerprise_model.prompt import Prompt
from synerprise_model.saying import Speaker, Surroundings
from synerprise_model.tasks import Script, Task
from synerprise_model.type_hints import type_hints
from synerprise_model.wording import Wording

SCRIPT_WEIGHTS = {"bangla": 0.46, "banglish": 0.46, "english": 0.08}
SIGNED = 0.5  # share of prompts with a signature
NAMED = 0.2  # share of the others that name their function
REORDERED = 0.1  # share of signatures with the parameters in another order
HINTED = 0.2  # share of signatures with type hints
WITH_EXAMPLES = 0.4
IN_WORDS = 0.08  # share of prompts that tell an example in words
BESIDE = (0, 0, 1, 2)  # names in sight that the wish does not speak of
UNQUOTED = 0.35  # share of prompts that have no quotes round messages of one word
LITERAL = 0.6  # how often a value that may be a parameter is written in the prompt


@dataclass(frozen=True, slots=True)
class Sample:
    """A prompt and the tokens of the program it asks for."""

    prompt: Prompt
    target: tuple[str, ...]
    """A literal of the prompt stands as ``«repr»``, to be made a slot."""
    task: str
    own_name: str
    """What the task's function is called where the prompt does not say."""
    script: Script
    checks: tuple[str, ...] = ()
    """Checks of the task that hold for this program, which has some values inside."""


class Sampler:
    """Draws samples of tasks."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self._speaker = Speaker(wording)

    def draw(
        self,
        task: Task,
        random: Random,
        script: Script | None = None,
        phrase: Phrase | None = None,
    ) -> Sample:
        """One sample; a script or phrasing that is not given is drawn."""
        script = script or self._script(task, random)
        phrase = phrase or random.choice(task.phrasings[script])
        literals = self._literals(task, phrase, random)
        names, calling = self._calling(task, literals, random)
        spoken = calling.function if random.random() < 0.5 or not calling.parameters else None
        unquoted = random.random() < UNQUOTED
        around = Surroundings(task, script, names, literals, spoken, unquoted)
        text = self._speaker.sentence(phrase, around, random)
        signature = self._signature(task, names, calling, literals, random)
        there = examples_of(task, calling, names, literals, signature)
        if there and random.random() < IN_WORDS:
            text = text.rstrip("।.") + in_words(random.choice(there), script, random)
        many = random.randint(1, 3) if random.random() < WITH_EXAMPLES else 0
        examples = tuple(random.sample(there, min(len(there), many)))
        target = tuple(write_target(task, literals, calling))
        own_name = task.main.name if task.main else ""
        sight = self._names(names, calling, random)
        prompt, checks = (
            Prompt(text, signature, examples, sight),
            checks_of(task, calling, literals),
        )
        return Sample(prompt, target, task.name, own_name, script, checks)

    def _script(self, task: Task, random: Random) -> Script:
        there = [script for script, phrases in task.phrasings.items() if phrases]
        return random.choices(there, [SCRIPT_WEIGHTS[script] for script in there])[0]

    def _literals(self, task: Task, phrase: Phrase, random: Random) -> dict[str, Any]:
        """Values that the prompt tells, each another if it can be."""
        spoken = {part.name for part in walk(phrase) if isinstance(part, Slot)}
        literals: dict[str, Any] = {}
        for name, value in task.values.items():
            if name not in task.parameters or (name in spoken and random.random() < LITERAL):
                there = value.values or self._wording.kinds[value.kind]["values"]
                unused = [one for one in there if one not in literals.values()]
                literals[name] = random.choice(unused or there)
        return literals

    def _calling(
        self, task: Task, literals: dict[str, Any], random: Random
    ) -> tuple[dict[str, str], Calling]:
        """New names for the function and its parameters, and what of them the prompt tells."""
        main = task.main
        if task.form == "snippet":
            return self._sight(task, random)
        if not isinstance(main, ast.FunctionDef):
            return {}, Calling()
        imports = "import " in task.solution
        imported = imported_names(lex(task.solution)) if imports else set()
        kept = [name for name in task.parameters if name not in literals]
        if random.random() < SIGNED and not (main.args.vararg or main.args.kwarg):
            names = parameter_names(kept, task.nouns, self._wording.kinds, random)
            names[main.name] = function_name(main.name, {*names.values(), *imported}, random)
            told = all(names[name] == name for name in kept)  # or nothing would tell the order
            if told and random.random() < REORDERED and not main.args.defaults:
                random.shuffle(kept)
            return names, Calling(names[main.name], tuple(kept))
        names = {main.name: function_name(main.name, {*task.parameters, *imported}, random)}
        if random.random() < NAMED:
            return names, Calling(names[main.name])
        return names, Calling()  # only examples tell the name

    def _sight(self, task: Task, random: Random) -> tuple[dict[str, str], Calling]:
        """Names for a snippet's variables, and others that are in sight beside them."""
        names = parameter_names(tuple(task.nouns), task.nouns, self._wording.kinds, random)
        sight = [*task.nouns, *[""] * random.choice(BESIDE)]
        random.shuffle(sight)
        return names, Calling(sight=tuple(sight))

    def _names(self, names: dict[str, str], calling: Calling, random: Random) -> tuple[str, ...]:
        """What is in sight, as the prompt tells it."""
        free = [name for name in LETTERS if name not in names.values()]
        return tuple(
            names[own] if own else free.pop(random.randrange(len(free))) for own in calling.sight
        )

    def _signature(
        self,
        task: Task,
        names: dict[str, str],
        calling: Calling,
        literals: dict[str, Any],
        random: Random,
    ) -> str | None:
        if calling.parameters is None or not isinstance(task.main, ast.FunctionDef):
            return None
        defaults = _defaults(task.main, literals) if random.random() < 0.6 else {}
        hints, result = type_hints(task, random) if random.random() < HINTED else ({}, "")
        shown = [
            names[name] + hints.get(name, "") + defaults.get(name, "")
            for name in calling.parameters
        ]
        return f"def {calling.function}({', '.join(shown)}){result}:"


def _defaults(main: ast.FunctionDef, literals: dict[str, Any]) -> dict[str, str]:
    """The defaults of parameters as a signature shows them; a value of the prompt as it is."""

    def shown(value: ast.expr) -> str:
        if isinstance(value, ast.Name) and value.id in literals:
            return repr(literals[value.id])
        return ast.unparse(value)

    given = main.args.args[len(main.args.args) - len(main.args.defaults) :]
    values = main.args.defaults
    return {a.arg: f"={shown(v)}" for a, v in zip(given, values, strict=True)}
