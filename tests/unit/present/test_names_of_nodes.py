"""What a page calls a node, and that a label which names a node stays plain text for whoever wants text."""

from __future__ import annotations

import copy
import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import pytest
from rdflib import Dataset
from rdflib.term import Literal, URIRef

from relaas import build
from relaas.present import Name, Reader, describe_node, explain, summarise
from relaas.present.titles import short, term_label, title_of
from relaas.vocabulary import EXTERNAL, RELAAS, WIKIDATA, XSD

if TYPE_CHECKING:
    from pathlib import Path

    from relaas.pipeline import Build


@pytest.fixture(scope="module")
def sample_dataset(sample_build: Build) -> Dataset:
    return sample_build.dataset


def test_a_name_is_text_that_can_be_copied_and_written() -> None:
    name = Name("Peru", "https://example.org/peru")
    copied = copy.deepcopy(name)
    assert (copied, copied.iri) == ("Peru", "https://example.org/peru")
    assert json.dumps([name]) == '["Peru"]'


def test_a_summary_of_names_is_still_plain_json(example_dataset: Dataset) -> None:
    summary = summarise(example_dataset)
    told = json.loads(json.dumps(asdict(summary)))
    assert told["sayings"]
    assert all(isinstance(s["act"], str) for s in told["sayings"])
    assert all(s.holders[0].iri for s in summary.sayings if isinstance(s.holders[0], Name))
    assert isinstance(summary.sayings[0].holders[0], Name)


def test_a_claim_is_named_by_holder_act_and_words(example_dataset: Dataset) -> None:
    reader = Reader(example_dataset, "nl")
    for claim in reader.of_type(RELAAS.Claim):
        title = title_of(reader, claim)
        assert title.iri == str(claim)
        assert all(holder in title for holder in reader.labels(reader.all(claim, RELAAS.holder)))
        assert ":" in title


def test_a_figure_keeps_its_unit_and_its_bound(tmp_path: Path) -> None:
    paper = tmp_path / "dijk.txt"
    paper.write_text(
        "Vraag 1\nWat kost dat?\nAntwoord 1\nDe schuld bedraagt minstens 300 euro. Er waren 12 boten.\n", encoding="utf-8"
    )
    dataset = build(paper).dataset
    reader = Reader(dataset, "nl")
    assert [str(title_of(reader, f)) for f in reader.of_type(RELAAS.Figure)] == ["minstens 300 euro, schuld", "12 boten"]
    assert [(n.bound, n.value, n.counted) for n in summarise(dataset).numbers] == [
        ("minstens", "300", "euro, schuld"),
        ("", "12", "boten"),
    ]


def test_what_is_explained_stands_in_its_own_text_among_several(tmp_path: Path) -> None:
    both = Dataset()
    for name, much in (("a", "Er is veel te zien en weinig te doen in dit lange stuk over boten. "), ("b", "")):
        text = f"Vraag 1\nWat kost dat?\nAntwoord 1\n{much}De stad {name} zegt dat het regent. Er waren 12 boten.\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        both.addN((s, p, o, both.graph(graph)) for s, p, o, graph in build(tmp_path / f"{name}.txt").dataset.quads())
    reader = Reader(both, "nl")
    claims = [c for c in reader.of_type(RELAAS.Claim) if reader.code(c, RELAAS.speechAct) == "assert"]
    explained = [explain(both, str(c)) for c in claims]
    assert {e.words for e in explained} == {"De stad a zegt dat het regent.", "De stad b zegt dat het regent."}
    for told in explained:
        assert told.text[told.start :].startswith(told.words)
        assert {words for name, _, _, words in told.spans if name == "evidence"} == {told.words}
        assert describe_node(reader, told.iri).passages[0].after.startswith((" dat het regent", " Er waren", " zegt", "."))


def test_a_document_without_a_title_is_headed_by_its_first_question(tmp_path: Path) -> None:
    paper = tmp_path / "dijk.txt"
    paper.write_text("Vraag 1\nWat kost  dat?\nAntwoord 1\nEr waren 12 boten.\n", encoding="utf-8")
    summary = summarise(build(paper).dataset)
    assert (summary.title, summary.heading) == ("", "[Wat kost dat?]")
    (tmp_path / "water.txt").write_text("Het water stijgt.\n", encoding="utf-8")
    bare = summarise(build(tmp_path / "water.txt").dataset)
    assert bare.heading == (bare.title or bare.document)


def test_no_node_of_the_graph_is_called_by_its_offsets(sample_dataset: Dataset) -> None:
    reader = Reader(sample_dataset, "en")
    kinds = (
        "Claim",
        "Event",
        "Actor",
        "Figure",
        "Participation",
        "Attribution",
        "Coverage",
        "ClaimRelation",
        "TextSpan",
        "Place",
    )
    bare = [
        str(node)
        for kind in kinds
        for node in reader.of_type(RELAAS[kind])
        if title_of(reader, node) in (str(node).rsplit("/", 1)[-1], "")
    ]
    assert bare == []


def test_a_title_follows_the_language(sample_dataset: Dataset) -> None:
    dutch, english = Reader(sample_dataset, "nl"), Reader(sample_dataset, "en")
    question = next(q for q in dutch.of_type(RELAAS.Question))
    assert (title_of(dutch, question), title_of(english, question)) == ("vraag 1", "question 1")
    assert title_of(dutch, Literal("true", datatype=XSD.boolean)) == "ja"
    assert title_of(dutch, Literal("true")) == "true"
    assert dutch.in_language("en").graph is dutch.graph


@pytest.mark.parametrize("prefix", ["rdfs", "dcterms", "sem", "org", "geo", "foaf", "skos"])
def test_terms_of_other_vocabularies_that_graphs_use_have_words(prefix: str) -> None:
    used = {
        "rdfs": "label", "dcterms": "title identifier hasPart isPartOf publisher issued", "sem": "hasPlace",
        "org": "postIn memberOf", "geo": "sfWithin", "foaf": "page", "skos": "prefLabel definition broader inScheme",
    }[prefix]  # fmt: skip
    for local in used.split():
        iri = EXTERNAL[prefix][0] + local
        assert term_label(iri, "nl") != short(iri), iri
        assert term_label(iri, "en").iri == iri


def test_an_iri_is_shortened_by_the_longest_prefix() -> None:
    assert short(f"{WIKIDATA}Q42") == "wd:Q42"
    assert short("https://w3id.org/relaas/code/verdict/partly") == "verdict:partly"
    assert short("https://example.org/a/b") == "b"


def test_a_node_page_tells_where_the_node_stands_and_why(sample_dataset: Dataset) -> None:
    reader = Reader(sample_dataset, "nl")
    claim = reader.of_type(RELAAS.Claim)[0]
    node = describe_node(reader, str(claim))
    text = str(
        next(reader.graph.objects(None, URIRef("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#isString")))
    )
    first = node.passages[0]
    assert not first.inside
    assert " ".join(text[first.start :].split()).startswith(first.words)
    assert first.before.removeprefix("… ") in text
    assert any(p.inside and not p.before for p in node.passages[1:])
    assert {row.name for row in node.why} >= {"regel", "betrouwbaarheid"}
    assert node.document is not None


def test_a_participation_leads_to_its_event_with_the_role(sample_dataset: Dataset) -> None:
    reader = Reader(sample_dataset, "nl")
    actor = next(a for a in reader.of_type(RELAAS.Actor) if reader.subjects(RELAAS.participant, a))
    rows = {row.name: row.values for row in describe_node(reader, str(actor)).incoming}
    events = rows[term_label(str(RELAAS.participant), "nl")]
    assert all("/ev" in event.iri and "(" in event for event in events)


def test_an_unknown_node_says_nothing_and_is_still_a_page(example_dataset: Dataset) -> None:
    node = describe_node(Reader(example_dataset, "nl"), "https://example.org/nobody")
    assert (node.rows, node.incoming, node.passages, node.why) == ((), (), (), ())
