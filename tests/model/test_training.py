"""Training goes on where it was killed, and its decoding reads what it wrote."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from synerprise_model import training
from synerprise_model.backend import keras
from synerprise_model.corpus import Arrays, build_corpus
from synerprise_model.features import SourceTokenizer
from synerprise_model.folders import CATALOGUE
from synerprise_model.network import Shape, build_network
from synerprise_model.prompt import Prompt
from synerprise_model.search import BeamSearch
from synerprise_model.source import read_source
from synerprise_model.target import TargetTokenizer
from synerprise_model.training import START_ID, Schedule, Trainer
from synerprise_model.warm_start import Tokenizers, start_from

SMALL = {
    "feature_width": 8,
    "width": 16,
    "inner_width": 16,
    "lstm_width": 16,
    "encoder_layers": 1,
    "dropout": 0.0,
}


class Killed(Exception):
    """Stands for the end of the process."""


class DyingTrainer(Trainer):
    """Is killed after its fourth step."""

    def _learn(self, source: Any, target: Any) -> float:
        if self.progress.step == 4:
            raise Killed
        return super()._learn(source, target)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    few = folder / "catalogue"
    (few / "lists").mkdir(parents=True)
    for shared in (*CATALOGUE.glob("*.toml"), CATALOGUE / "lists/sum_of_list.toml"):
        (few / shared.relative_to(CATALOGUE)).write_bytes(shared.read_bytes())
    build_corpus(few, folder, 300, seed=0, workers=1)
    return folder


def shape_of(corpus: Path) -> Shape:
    source = SourceTokenizer.load(corpus / "source_tokenizer.json")
    target = TargetTokenizer.load(corpus / "target_tokenizer.json")
    return Shape(source.rows, len(target.tokens), **SMALL)  # type: ignore[arg-type]


def test_a_killed_training_ends_with_the_same_weights(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "CHECKPOINT_EVERY_S", 0.0)
    arrays, shape, schedule = Arrays.read(corpus), shape_of(corpus), Schedule(steps=7, warm_up=2)
    whole = Trainer(tmp_path / "whole", arrays, shape, schedule).train()
    with pytest.raises(Killed):
        DyingTrainer(tmp_path / "killed", arrays, shape, schedule).train()
    resumed = Trainer(tmp_path / "killed", arrays, shape, schedule)
    assert resumed.progress.step == 4
    network = resumed.train()
    assert resumed.progress.step == 7
    assert resumed.curve() == []  # so short a training notes no loss
    for left, right in zip(whole.get_weights(), network.get_weights(), strict=True):
        np.testing.assert_allclose(left, right, atol=1e-5)


def test_a_start_from_itself_with_words_and_tokens_added_tells_the_same_of_the_old_ones(
    corpus: Path, tmp_path: Path
) -> None:
    known = Tokenizers.load(corpus)
    earlier = build_network(shape_of(corpus))
    earlier.save(tmp_path / "model.keras")
    known.source.save(tmp_path / "source_tokenizer.json")
    known.target.save(tmp_path / "target_tokenizer.json")
    own = Tokenizers(
        SourceTokenizer((*known.source.words[:2], "nutun", *known.source.words[2:])),
        TargetTokenizer((*known.target.tokens, "nutun")),
    )
    shape = Shape(own.source.rows, len(own.target.tokens), **SMALL)  # type: ignore[arg-type]
    network = build_network(shape)
    start_from(network, own, tmp_path)
    prompt = read_source(Prompt("list er jogfol ber koro", "def total(numbers):"))
    before = np.array([[START_ID, *known.target.encode(["def", "<F>"])]])
    logits = [
        model({"source": source.encode(prompt)[None], "before": before})[..., :size]
        for model, source, size in (
            (earlier, known.source, len(known.target.tokens)),
            (network, own.source, len(known.target.tokens)),
        )
    ]
    np.testing.assert_allclose(logits[0], logits[1], atol=1e-4)


def test_the_loss_is_the_smoothed_cross_entropy_of_the_logits(corpus: Path) -> None:
    network = build_network(shape_of(corpus), smoothing=0.1)
    network.output_bias.assign(np.linspace(-1, 1, network.shape.target_tokens))
    told = np.random.default_rng(0).normal(size=(1, 3, network.shape.width)).astype("float32")
    right, weight = np.array([[7, 4, 9]]), np.array([[1.0, 1.0, 0.0]], "float32")
    believed = keras.ops.log_softmax(network.score(told))[0]
    losses = [-0.9 * believed[at, right[0, at]] - 0.1 * np.mean(believed[at]) for at in range(2)]
    loss = network.compute_loss(y=right, y_pred=told, sample_weight=weight)
    np.testing.assert_allclose(loss, np.mean(losses), rtol=1e-5)


def test_decoding_a_step_at_a_time_tells_what_training_tells(corpus: Path) -> None:
    network = build_network(shape_of(corpus))
    source, program = Arrays.read(corpus).batch([0, 1], 64, 100)
    logits = network.score(network({"source": source, "before": program}))
    memory, mask = network.encode(source)
    keys, values = network.remember(memory)
    state = network.first_state(memory, mask)
    for at in range(5):
        said, state = network.step(program[:, at], state)
        told = network.tell(said[:, None, :], keys, values, mask)[:, 0]
        np.testing.assert_allclose(told, logits[:, at], atol=1e-4)


def test_the_search_returns_whole_candidates_best_first_and_only_legal_tokens(corpus: Path) -> None:
    shape = shape_of(corpus)
    search = BeamSearch(build_network(shape), longest=12, beams=4)
    source, _ = Arrays.read(corpus).batch([0, 1, 2], 64, 100)
    legal = np.zeros((3, shape.target_tokens), bool)
    legal[:, [2, 30, 31]] = True  # the end and two others
    found = search.find(source, legal)
    assert [candidate.tokens.shape for candidate in found] == [(4, 12)] * 3
    for candidates in found:
        assert list(candidates.log_probabilities) == sorted(candidates.log_probabilities)[::-1]
        whole = candidates.tokens[candidates.log_probabilities > -1e6]
        assert set(np.unique(whole)) <= {0, 2, 30, 31}
