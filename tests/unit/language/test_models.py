"""The room takes any pipeline with Universal Dependencies labels and says what another one lacks."""

from collections.abc import Iterable
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.training import Example

from relaas.errors import ModelError
from relaas.ingest import read
from relaas.language import NEEDED, analyse, load, version
from relaas.structure import arrange


def saved(folder: Path, labels: Iterable[str], *, lemmatizer: bool = True, morphologizer: bool = True) -> str:
    """Write a pipeline with a parser of these labels that was never trained."""
    nlp = spacy.blank("nl")
    words = ["De", "sluis", "is", "dicht", "."]
    values = {"words": words, "heads": [1, 3, 3, 3, 3], "lemmas": words, "pos": ["DET", "NOUN", "AUX", "ADJ", "PUNCT"]}
    examples = [
        Example.from_dict(nlp.make_doc("De sluis is dicht."), {**values, "deps": [label, "nsubj", "cop", "ROOT", "punct"]})
        for label in labels
        for _ in range(30)
    ]
    if morphologizer:
        nlp.add_pipe("morphologizer")
    if lemmatizer:
        nlp.add_pipe("trainable_lemmatizer")
    nlp.add_pipe("parser", config={"min_action_freq": 1})
    nlp.initialize(lambda: examples)
    nlp.to_disk(folder / "model")
    return str(folder / "model")


def test_a_name_that_is_nowhere() -> None:
    with pytest.raises(ModelError, match=r"'nl_of_nowhere': cannot be loaded .*no installed pipeline has this name"):
        load("nl_of_nowhere")


def test_a_folder_that_is_no_pipeline(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"holds no config\.cfg"):
        load(str(tmp_path))


def test_a_pipeline_without_parser(tmp_path: Path) -> None:
    spacy.blank("nl").to_disk(tmp_path / "model")
    with pytest.raises(ModelError, match="has no component 'parser'"):
        load(str(tmp_path / "model"))


def test_a_parser_that_lacks_labels_names_each(tmp_path: Path) -> None:
    with pytest.raises(
        ModelError, match=r"does not know the Universal Dependencies labels acl:relcl, .*ccomp, .*xcomp"
    ) as raised:
        load(saved(tmp_path, ["det", "nsubj"]))
    assert "nsubj:pass" in str(raised.value)
    assert " det," not in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("parts", "words"),
    [({"morphologizer": False}, "gives Universal parts of speech"), ({"lemmatizer": False}, "has no lemmatizer")],
)
def test_a_pipeline_that_lacks_a_part(tmp_path: Path, parts: dict[str, bool], words: str) -> None:
    with pytest.raises(ModelError, match=words):
        load(saved(tmp_path, NEEDED, **parts))


def test_another_pipeline_that_fits_is_taken(tmp_path: Path) -> None:
    name = saved(tmp_path, NEEDED)
    (tmp_path / "brug.txt").write_text("De sluis is dicht. De brug is open.", encoding="utf-8")
    analysis = analyse(arrange(read(tmp_path / "brug.txt")), model=name)
    assert [t.text for s in analysis.sentences for t in s.tokens] == "De sluis is dicht . De brug is open .".split()
    assert version(name).startswith("nl_pipeline ")


def test_the_bundled_model_knows_every_label_that_is_needed() -> None:
    assert set(NEEDED) <= set(load().pipe_labels["parser"])


def test_loading_leaves_the_process_as_it_was() -> None:
    from thinc.api import NumpyOps, get_current_ops

    before = get_current_ops()
    load()
    assert get_current_ops() is before
    assert isinstance(before, NumpyOps)


def test_analysis_has_the_sentences_of_the_layout(tmp_path: Path) -> None:
    (tmp_path / "brug.txt").write_text("De brug is dicht. Zij blijft volgens de gemeente dicht tot mei.", encoding="utf-8")
    analysis = analyse(arrange(read(tmp_path / "brug.txt")))
    assert [s.text for s in analysis.sentences] == ["De brug is dicht.", "Zij blijft volgens de gemeente dicht tot mei."]
    source = analysis.document.source.text
    assert all(source[t.span.start : t.span.end] == t.text for s in analysis.sentences for t in s.tokens)


def test_names_are_not_looked_for_in_an_analysis(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fail(_: object) -> None:
        raise AssertionError("the component ran")

    monkeypatch.setattr("relaas.naming.find", fail)
    (tmp_path / "brug.txt").write_text("De brug van Gent is dicht.", encoding="utf-8")
    assert analyse(arrange(read(tmp_path / "brug.txt"))).sentences


def test_two_readings_give_the_same_trees(tmp_path: Path) -> None:
    (tmp_path / "brug.txt").write_text("De brug die Gent met Luik verbindt, is volgens de gemeente dicht.", encoding="utf-8")
    document = arrange(read(tmp_path / "brug.txt"))
    nlp: Language = load()
    assert analyse(document) == analyse(document)
    assert nlp is load()
