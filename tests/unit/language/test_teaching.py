"""Trees that most parsers agree on: which sentences are taught, with which heads."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from relaas.language.training.teaching import SHARES, lines, vote

WORDS = "De brug ging dicht".split()
VOCAB = spacy.blank("nl").vocab


def reading(*heads: int, deps: tuple[str, ...] = ("det", "nsubj", "ROOT", "advmod")) -> Doc:
    return Doc(spacy.blank("nl").vocab, words=WORDS, heads=list(heads), deps=list(deps))


def test_a_word_gets_the_head_of_most_readings_and_their_label() -> None:
    taught = vote([reading(1, 2, 2, 2), reading(1, 2, 2, 1, deps=("det", "obj", "ROOT", "amod")), reading(1, 2, 2, 2)], VOCAB)
    assert taught is not None
    assert [(t.head.i, t.dep_) for t in taught] == [(1, "det"), (2, "nsubj"), (2, "ROOT"), (2, "advmod")]
    assert not taught.has_annotation("TAG")
    assert taught.vocab is VOCAB  # the treebanks' sentences go into one file with it


@pytest.mark.parametrize(
    "readings",
    [
        ((1, 2, 2, 2), (2, 2, 2, 2), (3, 2, 2, 2)),  # three heads for one word
        ((1, 2, 2, 2), (1, 1, 1, 2), (1, 2, 1, 2)),  # what won are two words that head each other
    ],
)
def test_no_majority_or_no_tree_is_not_taught(readings: tuple[tuple[int, ...], ...]) -> None:
    assert vote([reading(*heads) for heads in readings], VOCAB) is None


def test_text_is_drawn_by_the_share_of_its_source(tmp_path: Path) -> None:
    archive = tmp_path / "tekst.tar.xz"
    texts = {
        "wikipedia.txt": "De brug is in mei gesloten .\nTe kort .\n" * 2,
        "parl_corpus.txt": "Wie sluit de brug van Doel ?\n",
    }
    with tarfile.open(archive, "w:xz") as packed:
        for name, text in texts.items():
            member = tarfile.TarInfo(f"lgv-text/{name}")
            member.size = len(text.encode())
            packed.addfile(member, io.BytesIO(text.encode()))
    assert "parl_corpus.txt" not in SHARES
    assert list(lines(archive)) == ["De brug is in mei gesloten .".split()]
