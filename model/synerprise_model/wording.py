"""The words that tasks share: verbs by mood, groups of words, nouns in their cases, values."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from synerprise_model.catalogue_file import read_toml
from synerprise_model.tasks import Script

Mood = Literal["imperative", "does", "to", "of", "will"]
MOODS: tuple[Mood, ...] = ("imperative", "does", "to", "of", "will")
CASES = ("bare", "of", "in", "from", "obj")


@dataclass(frozen=True)
class Frame:
    """A sentence round a clause, such as ``একটি ফাংশন লেখো যা {clause}``."""

    text: str
    mood: Mood | None
    """How the clause's verb is bent; None for clauses without a verb."""
    script: Script
    forms: tuple[str, ...]
    weight: float


@dataclass(frozen=True)
class Wording:
    """Everything in ``words.toml``, ``kinds.toml`` and ``frames.toml``."""

    verbs: dict[str, dict[str, Any]]
    stems: dict[str, dict[str, dict[str, list[str]]]]
    words: dict[str, dict[str, list[str]]]
    kinds: dict[str, dict[str, Any]]
    frames: tuple[Frame, ...]
    affixes: dict[str, Any]
    """What may be said before and after any sentence, by script."""

    @cached_property
    def _bent(self) -> dict[tuple[str, Script, Mood], list[str]]:
        return {}

    def group(self, name: str, script: Script, mood: Mood) -> list[str]:
        """What `<name>` may stand for in a script and a mood.

        Raises `KeyError` for an unknown name.
        """
        if name in self.words:
            return self.words[name][script]
        found = self._bent.get((name, script, mood))
        if found is None:
            found = self._bent[name, script, mood] = self._bend(name, script, mood)
        return found

    def is_verb(self, name: str) -> bool:
        """Whether `<name>` is a verb or a bare stem, which a frame bends."""
        return name in self.verbs or name in self.stems

    def _bend(self, name: str, script: Script, mood: Mood) -> list[str]:
        if script == "english":
            plain, does, doing = self.verbs[name]["english"].split("|")
            return [{"does": does, "of": doing}.get(mood, plain)]
        patterns = self.verbs[name][script] if name in self.verbs else [f"@{name}"]
        return [
            pattern.split("@")[0] + form
            for pattern in patterns
            for form in self.stems[pattern.split("@")[1]][script][mood]
        ]


def read_wording(catalogue: Path) -> Wording:
    """Read the shared words; raise `CatalogueError` for a file that cannot be read."""
    words = read_toml(catalogue / "words.toml")
    frames = read_toml(catalogue / "frames.toml")
    return Wording(
        verbs=words["verbs"],
        stems=words["stems"],
        words=words["words"],
        kinds=read_toml(catalogue / "kinds.toml"),
        frames=tuple(
            Frame(
                text=text,
                mood=None if group["mood"] == "none" else group["mood"],
                script=script,
                forms=tuple(group.get("forms", ("function",))),
                weight=group.get("weight", 1.0),
            )
            for group in frames["frames"]
            for script in ("bangla", "banglish", "english")
            for text in group.get(script, ())
        ),
        affixes=frames["affixes"],
    )
