"""Count what the catalogue covers: families, skeletons, lengths, words, and what it lacks."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from synerprise_model.corpus import Corpus
from synerprise_model.evaluation import Case
from synerprise_model.folding import fold
from synerprise_model.lexicon import read_lexicon
from synerprise_model.operations import SORTS, read_operations
from synerprise_model.prompt import Prompt
from synerprise_model.skeletons import draw_skeleton
from synerprise_model.source import read_source
from synerprise_model.tasks import SCRIPTS, read_tasks
from synerprise_model.wording import read_wording

SAMPLES = 30_000
SKELETONS = 60_000


@dataclass(frozen=True, slots=True)
class Coverage:
    """The counts; of `Counter`s, each is how often a value was seen."""

    families: Counter[str]
    """By topic."""
    forms: Counter[str]
    phrasings: Counter[int]
    """How many families have so many phrasings in the script that has fewer."""
    checks: int
    frames: Counter[str]
    """By script."""
    lemmas: int
    meanings: int
    operations: Counter[str]
    """By sort, sources too."""
    skeletons: int
    """Different ones among `SKELETONS` that were drawn."""
    depths: Counter[int]
    words_a_prompt: Counter[int]
    tokens_a_program: Counter[int]
    vocabulary: int
    """Different words of `SAMPLES` prompts, folded."""
    lacking: Counter[str]
    """Folded words of natural prompts that neither samples nor lexicon have."""
    natural_words: int

    @property
    def lacking_share(self) -> float:
        """Share of the words of natural prompts that are not known."""
        return sum(self.lacking.values()) / max(1, self.natural_words)


def measure(
    catalogue: Path, natural: Sequence[Case], samples: int = SAMPLES, skeletons: int = SKELETONS
) -> Coverage:
    """Count everything; takes half a minute, as it draws samples."""
    random = Random(0)
    tasks, wording, lexicon = (
        read_tasks(catalogue),
        read_wording(catalogue),
        read_lexicon(catalogue),
    )
    operations = read_operations(catalogue)
    drawn = [draw_skeleton(operations, random) for _ in range(skeletons)]
    pairs = list(Corpus(catalogue, tasks).pairs(samples, random))
    known = {word for pair in pairs for word in _words(pair.sample.prompt)}
    known |= {
        fold(word) for script in SCRIPTS for form in lexicon.places[script] for word in form.split()
    }
    said = [word for case in natural for word in _words(case.prompt)]
    return Coverage(
        families=Counter(task.name.partition("/")[0] for task in tasks),
        forms=Counter(task.form for task in tasks),
        phrasings=Counter(
            min(len(task.phrasings["bangla"]), len(task.phrasings["banglish"])) for task in tasks
        ),
        checks=sum(len(task.checks) + len(task.runs) for task in tasks),
        frames=Counter(frame.script for frame in wording.frames),
        lemmas=lexicon.lemmas,
        meanings=len(lexicon.meanings),
        operations=Counter({sort: len(operations.steps[sort]) for sort in SORTS})
        + Counter(sources=len(operations.sources)),
        skeletons=len({skeleton.name for skeleton in drawn}),
        depths=Counter(len(skeleton.steps) for skeleton in drawn),
        words_a_prompt=Counter(len(pair.sample.prompt.text.split()) for pair in pairs),
        tokens_a_program=Counter(len(pair.target) for pair in pairs),
        vocabulary=len(known),
        lacking=Counter(word for word in said if word not in known),
        natural_words=len(said),
    )


def _words(prompt: Prompt) -> list[str]:
    """The plain words of a prompt, folded over both scripts; no names, numbers or quoted text."""
    pieces = read_source(Prompt(prompt.text)).pieces
    return [fold(piece.word) for piece in pieces if piece.word and not piece.marks]
