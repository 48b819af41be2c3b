"""Why a mistake was made: each cause on a document of our own, with annotations that differ from what is found."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from relaas.evaluate import count_causes, score_document
from relaas.evaluate.causes import Cause
from relaas.ingest import read
from relaas.pipeline import Options, analyse_source, build

TEXT = """1. Wanneer opent de brug?

ANTWOORD

1. Het kabinet hoopt dat de brug dit jaar opengaat. De burgemeester van Breda bezocht op 3 mei 2023 Doel. De verf glom.
"""
FRAME = """
doc: brug
header: {{kind: written-question}}
units:
  - {{id: Q1, kind: question, number: "1", span: {{from: "Wanneer", to: "brug?"}}, sub: 1}}
  - {{id: A1, kind: answer, number: "1", answers: [Q1], span: {{from: "Het kabinet", to: "glom."}}}}
coverage: [{{q: Q1, by: A1, verdict: refused}}]
actors:
  - {{id: kabinet, label: "kabinet", kind: government, mentions: ["Het kabinet"]}}
  - {{id: verf, label: "verf", kind: group, mentions: ["De verf"]}}
events: [{events}]
claims: [{claims}]
figures: []
sources: [{sources}]
"""
HOPE = "{{id: c1, in: A1, holder: {holder}, cue: {cue}, act: hope, content: {content}, to: []}}"
CONTENT = '{from: "de brug dit", to: "opengaat"}'


def causes_of(folder: Path, *, claims: str = "", events: str = "", sources: str = "") -> Counter[Cause]:
    text, gold = folder / "brug.txt", folder / "brug.yaml"
    text.write_text(TEXT, encoding="utf-8")
    gold.write_text(FRAME.format(claims=claims, events=events, sources=sources), encoding="utf-8")
    dataset = build(text, options=Options(validate=False)).dataset
    return count_causes(score_document(dataset, gold, text), analyse_source(read(text)))


@pytest.mark.parametrize(
    ("claim", "cause"),
    [
        ("", "found where the annotators count no claim"),
        (HOPE.format(holder="verf", cue="hoopt", content=CONTENT), "found with another holder"),
        (HOPE.format(holder="verf", cue="glom", content='"verf glom"'), "the holder was not recognised as an actor"),
        (HOPE.format(holder="kabinet", cue="glom", content='"verf glom"'), "the expression is not in the lexicon"),
    ],
)
def test_claims(claim: str, cause: str, tmp_path: Path) -> None:
    found = causes_of(tmp_path, claims=claim)
    assert found["claims", cause] == 1
    assert found["coverage", "refused read as answered"] == 1


def test_events_and_sources(tmp_path: Path) -> None:
    rows = ("{id: e1, trigger: opengaat, type: other, when: 2023, where: [], participants: [], status: actual, in: A1}",
            "{id: e2, trigger: glom, type: other, when: null, where: [], participants: [], status: actual, in: A1}")  # fmt: skip
    source = "{kind: letter, title: null, publisher: null, date: null, url: null, cited_in: A1, footnote: null, text: De verf}"
    found = causes_of(tmp_path, events=", ".join(rows), sources=source)
    assert found["events", "found where the annotators count no event"] == 1
    assert found["events", "the word is not in the lexicon"] >= 1
    assert found["sources", "letter not found"] == 1
