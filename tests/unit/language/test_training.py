"""The parts of the training that need no hour: reader, lemmatizer, packaging, agreement on names, arcs, the card's table."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from relaas.language import load
from relaas.language.training import arcs, corpora, cost, packaging, vectors
from relaas.language.training.agreement import agree, locate
from relaas.language.training.card import BEGIN, END, Figure, main, markdown
from relaas.language.training.readers import create_reader, rebuild_lemmatizer


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    """A file of one document: two sentences, the second without parts of speech."""
    nlp = spacy.blank("nl")
    doc = Doc(
        nlp.vocab, words="De sluis sluit . Zij blijft dicht .".split(), pos=["DET", "NOUN", "VERB", "PUNCT", "", "", "", ""],
        morphs=["", "Number=Sing", "", "", "", "", "", ""], heads=[1, 2, 2, 2, 5, 5, 5, 5],
        deps=["det", "nsubj", "ROOT", "punct", "nsubj", "ROOT", "xcomp", "punct"],
    )  # fmt: skip
    corpora.write([doc], tmp_path / "train.spacy")
    return tmp_path / "train.spacy"


def test_reader_masks_what_is_not_known(treebank: Path) -> None:
    (example,) = create_reader(str(treebank), 0.0, 0)(spacy.blank("nl"))
    assert [t.has_morph() for t in example.reference] == [True] * 4 + [False] * 4
    assert all(t.is_sent_start is None for t in example.predicted[1:])


def test_reader_gives_sentence_starts(treebank: Path) -> None:
    (example,) = create_reader(str(treebank), 1.0, 0)(spacy.blank("nl"))
    assert [t.i for t in example.predicted if t.is_sent_start] == [0, 4]
    assert [t.is_sent_start for t in example.predicted[1:4]] == [False] * 3


def test_a_lemmatizer_read_from_disk_learns_on(tmp_path: Path) -> None:
    from spacy.training import Example

    rebuild_lemmatizer()
    rebuild_lemmatizer()  # a second call changes nothing
    nlp = spacy.blank("nl")
    nlp.add_pipe("trainable_lemmatizer", config={"min_tree_freq": 1})
    text, lemmas = "De sluizen sluiten", ["de", "sluis", "sluiten"]
    nlp.initialize(lambda: [Example.from_dict(nlp.make_doc(text), {"lemmas": lemmas})])
    nlp.to_disk(tmp_path / "model")
    again = spacy.load(tmp_path / "model")
    losses: dict[str, float] = {}
    again.update([Example.from_dict(again.make_doc(text), {"lemmas": lemmas})], sgd=again.resume_training(), losses=losses)
    assert losses["trainable_lemmatizer"] > 0


def test_packaging_rounds_and_adds_the_components(tmp_path: Path) -> None:
    from spacy.training import Example

    nlp = spacy.blank("nl")
    nlp.add_pipe("tagger")
    nlp.initialize(lambda: [Example.from_dict(nlp.make_doc("De brug"), {"tags": ["LID", "N"]})])
    nlp.to_disk(tmp_path / "trained")
    packaging.assemble(tmp_path / "trained", tmp_path / "model", notice="Made of nothing.\n")
    made = spacy.load(tmp_path / "model")
    assert made.pipe_names == ["relaas_sentences", "tagger", "relaas_names"]
    tagger: Any = made.get_pipe("tagger")
    for node in tagger.model.walk():
        for name in node.param_names:
            value = node.get_param(name)
            assert value.dtype == np.float32
            assert np.array_equal(value, value.astype(np.float16))
    meta = json.loads((tmp_path / "model" / "meta.json").read_text(encoding="utf-8"))
    assert (meta["version"], meta["license"]) == (packaging.VERSION, "CC BY-SA 4.0")
    assert "performance" not in meta
    assert str(tmp_path) not in (tmp_path / "model" / "config.cfg").read_text(encoding="utf-8")
    assert (tmp_path / "model" / "NOTICE").read_text(encoding="utf-8") == "Made of nothing.\n"


def test_every_arc_points_at_words_of_its_sentence() -> None:
    blank = spacy.blank("nl")
    known = set(load().pipe_labels["parser"])
    rows = arcs.rows()
    assert sum(len(r["arcs"]) for r in rows) >= 60
    for row in rows:
        doc = blank(row["text"])
        for dependent, head, labels in row["arcs"]:
            assert arcs.find(doc, dependent) is not None, (dependent, row["text"])
            assert arcs.find(doc, head) is not None, (head, row["text"])
            assert set(labels.split("|")) <= known


def test_arcs_are_counted() -> None:
    count, heads, labelled, failed = arcs.check(load())
    assert count >= heads >= labelled
    assert len(failed) == count - labelled


def test_agreement_on_names(tmp_path: Path) -> None:
    (tmp_path / "gold").mkdir()
    (tmp_path / "documents").mkdir()
    text = "Noorwegen sloot de haven. Het kabinet zweeg. Minister Claes vroeg Oostmuur om hulp."
    (tmp_path / "documents" / "a.txt").write_text(text, encoding="utf-8")
    rows = [
        {"id": "n", "kind": "state", "mentions": ["Noorwegen"]},
        {"id": "k", "kind": "institution", "mentions": ["Het kabinet"]},
        {"id": "c", "kind": "person", "mentions": ["Minister Claes"]},
        {"id": "o", "kind": "company", "mentions": ["Oostmuur"]},
        {"id": "g", "kind": "group", "mentions": ["hulp"]},
    ]
    (tmp_path / "gold" / "a.yaml").write_text(json.dumps({"actors": rows}), encoding="utf-8")
    nlp = spacy.blank("nl")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "LOC", "pattern": "Noorwegen"}, {"label": "PER", "pattern": "Claes"}])  # type: ignore[attr-defined]
    ruler.add_patterns([{"label": "LOC", "pattern": "Oostmuur"}])  # type: ignore[attr-defined]
    found = agree(nlp, tmp_path / "gold", tmp_path / "documents")
    # the cabinet's article opens a sentence, so `kabinet` is no name; the company was found as a place
    assert (found.found, found.missed, found.wrong) == (2, 1, 1)
    assert found.f1 == pytest.approx(4 / 6)


def test_locators() -> None:
    text = "de brug en de brug\nvan Gent"
    assert locate(text, {"t": "de brug", "occ": 2}) == (11, 18)
    assert locate(text, {"from": "de brug van", "to": "Gent"}) == (11, 27)


def test_table_of_the_card(tmp_path: Path) -> None:
    card = tmp_path / "card.md"
    card.write_text(f"# Card\n\n{BEGIN}\nold\n{END}\n\nEnd.\n", encoding="utf-8")
    main(["--card", str(card)])
    text = card.read_text(encoding="utf-8")
    assert "old" not in text
    assert "arcs of" in text
    assert text.startswith("# Card")
    assert text.endswith(f"{END}\n\nEnd.\n")
    assert markdown((Figure("LAS", ("80.2",)),), ("0.3.0",)).splitlines()[-1] == "| LAS | 80.2 |"


def test_cost_is_measured(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("De brug van Gent is dicht.\n\nDe sluis ook.\n" * 40, encoding="utf-8")
    measured = cost.measure("relaas", tmp_path)
    assert measured.words > 300
    assert measured.speed > 0
    assert sum(dict(measured.shares).values()) == pytest.approx(1)
    assert measured.memory[1] >= measured.memory[0] > 10


def test_missing_archive_is_named(tmp_path: Path) -> None:
    pytest.importorskip("floret")
    from relaas.errors import ModelError

    with pytest.raises(ModelError, match=r"lgv-text\.tar\.xz is not in"):
        vectors.train(tmp_path / vectors.ARCHIVE, tmp_path / "out")


def test_the_command_says_what_data_it_misses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from relaas.language.training.__main__ import main as build

    assert build(["--data", str(tmp_path), "--out", str(tmp_path / "out")]) == 2
    error = capsys.readouterr().err
    assert error.startswith("training data: train.spacy is not in ")
    assert "training/README.md" in error
