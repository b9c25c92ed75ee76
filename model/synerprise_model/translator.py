"""Translate prompts into candidate programs with the trained model."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from synerprise_model.backend import keras
from synerprise_model.corpus import LONGEST_TARGET
from synerprise_model.errors import ModelMissing
from synerprise_model.features import FEATURES_A_PIECE, LONGEST_SOURCE, SourceTokenizer
from synerprise_model.folders import TRAINED
from synerprise_model.network import Seq2Seq
from synerprise_model.prompt import Candidate, Prompt
from synerprise_model.realise import Unfit, realise, without_name
from synerprise_model.search import BeamSearch, Found
from synerprise_model.source import Source, read_source
from synerprise_model.target import TargetTokenizer

WEIGHTS, SOURCE_TOKENIZER = "model.keras", "source_tokenizer.json"
TARGET_TOKENIZER, SETTINGS = "target_tokenizer.json", "settings.json"
BEAMS = 16
SOURCE_LENGTHS = (24, 40, LONGEST_SOURCE)  # few shapes, so that the graph is traced seldom


class Translator:
    """The trained model with its tokenizers."""

    def __init__(
        self,
        network: Seq2Seq,
        source: SourceTokenizer,
        target: TargetTokenizer,
        settings: Mapping[str, Any],
        beams: int = BEAMS,
    ) -> None:
        self.version: str = settings["version"]
        self.trust: float = settings["trust"]
        self.calibration: Mapping[str, float] | None = settings.get("calibration")
        self._source, self._target = source, target
        smoothing = settings["schedule"]["smoothing"]
        self._search = BeamSearch(network, LONGEST_TARGET, beams, smoothing)

    @classmethod
    def load(cls, folder: Path = TRAINED, beams: int = BEAMS) -> "Translator":
        """Load what `synerprise train` wrote; raises `ModelMissing`. Takes seconds."""
        if not (folder / WEIGHTS).exists():
            raise ModelMissing(folder)
        settings = json.loads((folder / SETTINGS).read_text(encoding="utf-8"))
        translator = cls(
            keras.models.load_model(folder / WEIGHTS, compile=False),
            SourceTokenizer.load(folder / SOURCE_TOKENIZER),
            TargetTokenizer.load(folder / TARGET_TOKENIZER),
            settings,
            beams,
        )
        translator.translate([Prompt("যোগফল")], 1)  # trace the graph before anybody waits for it
        return translator

    def translate(self, prompts: Sequence[Prompt], count: int) -> list[list[Candidate]]:
        """At most `count` programs for each prompt, best first; all of them compile.

        Blocks, and is not safe to call from two threads at once. Raises `SignatureInvalid`.
        """
        sources = [read_source(prompt) for prompt in prompts]
        found = self._search.find(
            self._padded(sources),
            np.array([self._target.legal(source) for source in sources]),
        )
        return [
            self._programs(candidates, source)[:count]
            for candidates, source in zip(found, sources, strict=True)
        ]

    def _padded(
        self, sources: Sequence[Source]
    ) -> "np.ndarray[tuple[int, int, int], np.dtype[np.int32]]":
        rows = [self._source.encode(source) for source in sources]
        longest = max(map(len, rows))
        length = next(size for size in SOURCE_LENGTHS if size >= longest)
        padded = np.zeros((len(rows), length, FEATURES_A_PIECE), np.int32)
        for at, encoded in enumerate(rows):
            padded[at, : len(encoded)] = encoded
        return padded

    def _programs(self, found: Found, source: Source) -> list[Candidate]:
        """The candidates that can be run, best first; the same under other names is one."""
        named: dict[str, str] = {}
        scores: dict[str, float] = {}
        for numbers, score in zip(found.tokens, found.log_probabilities, strict=True):
            try:
                code = realise(self._target.decode(numbers), source)
            except Unfit:
                continue
            nameless = without_name(code)
            named.setdefault(nameless, code)  # the search tells the likeliest name first
            scores[nameless] = float(np.logaddexp(scores.get(nameless, -np.inf), score))
        ranked = sorted(scores.items(), key=lambda program: -program[1])
        return [Candidate(named[nameless], min(0.0, score)) for nameless, score in ranked]
