"""The dataset of the example: which graphs, which statements, what never stands where."""

from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal

import pytest
from example_findings import EXAMPLE, GAZETTEER, RUN, TEXT, at
from rdflib import BNode, Dataset, Graph, Literal, URIRef

from relaas.errors import UsageError
from relaas.graph import Run, to_dataset
from relaas.model import Event, Findings
from relaas.vocabulary import DCTERMS, GEO, NS, OA, ORG, OWL, PROV, RDF, RDFS, RELAAS, SCHEMA, WD, code, ontology_graph, own_terms

BASE = "https://w3id.org/relaas/id/"
DOC = f"{BASE}doc/{EXAMPLE.document.source.sha256[:16]}"
#: Properties that no finding fills: links of codes to other code lists.
OF_CODES = {"acled", "cameo", "plover", "factbank", "wikidataProperty"}
#: Both ways round, and what the one document of the example cannot say beside its opposite.
NOT_IN_EXAMPLE = {"answered", "contradicts", "corroborates", "agreesWith", "repeats"}


def node(local: str) -> URIRef:
    return URIRef(f"{BASE}{local}" if local.startswith(("actor/", "place/", "office/")) else f"{DOC}/{local}")


def graph(dataset: Dataset, name: str = "graph") -> Graph:
    return dataset.graph(URIRef(f"{DOC}/{name}" if name != "registry" else f"{BASE}registry"))


def dataset_of(findings: Findings) -> Dataset:
    return to_dataset(findings, run=RUN, gazetteer=GAZETTEER)


def values(dataset: Dataset, subject: URIRef, predicate: URIRef, name: str = "graph") -> set[str]:
    return {str(value) for value in graph(dataset, name).objects(subject, predicate)}


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return dataset_of(EXAMPLE)


def test_the_graphs_are_those_of_the_contract(dataset: Dataset) -> None:
    written = {str(graph.identifier) for graph in dataset.graphs() if len(graph)}
    assert written == {
        f"{DOC}/graph",
        f"{DOC}/graph/links",
        f"{DOC}/graph/provenance",
        f"{DOC}/graph/metadata",
        f"{BASE}registry",
    }


def test_there_is_no_blank_node_and_no_unusual_literal(dataset: Dataset) -> None:
    plain = {None, "integer", "decimal", "date", "boolean"}
    for quad in dataset.quads():
        assert not any(isinstance(term, BNode) for term in quad)
        if isinstance(quad[2], Literal):
            assert (str(quad[2].datatype).rpartition("#")[2] if quad[2].datatype else None) in plain


def test_every_node_that_is_pointed_to_is_described(dataset: Dataset) -> None:
    subjects = {s for s, _, _, _ in dataset.quads()}
    dangling = {o for _, _, o, _ in dataset.quads() if isinstance(o, URIRef) and o.startswith(BASE)} - subjects
    assert dangling == set()


def test_every_property_that_findings_can_fill_is_filled(dataset: Dataset) -> None:
    used = {str(p).removeprefix(NS) for _, p, _, _ in dataset.quads()}
    properties = {term for term in own_terms() if term[0].islower()}
    assert properties - used == OF_CODES | NOT_IN_EXAMPLE


def test_every_class_that_findings_can_fill_is_filled(dataset: Dataset) -> None:
    used = {str(o).removeprefix(NS) for _, p, o, _ in dataset.quads() if p == RDF.type}
    assert {term for term in own_terms() if term[0].isupper()} - used == {"Correction"}


def test_each_span_is_the_slice_of_the_text(dataset: Dataset) -> None:
    content = graph(dataset)
    spans = list(content.subjects(RDF.type, RELAAS.TextSpan))
    assert len(spans) > 40
    for span in spans:
        start, end = int(str(content.value(span, OA.start))), int(str(content.value(span, OA.end)))
        assert str(content.value(span, OA.exact)) == TEXT[start:end]
        assert str(span) == f"{DOC}/s{start}-{end}"
    assert str(content.value(node("text"), URIRef(str(NS) + "charCount"))) == str(len(TEXT))


def test_the_normalised_wording_has_lines_joined_and_no_hyphenation(dataset: Dataset) -> None:
    [quoted] = graph(dataset).objects(node("cl-minister"), RELAAS.quoteSpan)
    assert isinstance(quoted, URIRef)
    assert values(dataset, quoted, OA.exact) == {"klei-\nne ramp"}
    assert values(dataset, quoted, RELAAS.normalized) == {"kleine ramp"}
    assert values(dataset, node("cl-minister"), RELAAS.contentText) == {"een “kleine ramp”"}


def test_findings_share_the_span_they_share(dataset: Dataset) -> None:
    span = at("40 tot 50 doden")
    shared = node(f"s{span.start}-{span.end}")
    assert (node("cl-peru"), RELAAS.contentSpan, shared) in graph(dataset)
    assert (node("fig-range"), RELAAS.span, shared) in graph(dataset)


def test_document_says_who_asks_whom_and_when(dataset: Dataset) -> None:
    document = URIRef(DOC)
    assert values(dataset, document, RELAAS.asker) == {str(node("asker"))}
    assert values(dataset, document, RELAAS.answerer) == {str(node("answerer"))}
    assert values(dataset, document, RELAAS.addressedTo) == {str(node("ac75-106"))}
    assert values(dataset, document, DCTERMS.identifier) == {"12"}
    assert values(dataset, document, RELAAS.submitted) == {"2021-03-03"}
    assert values(dataset, document, RELAAS.terminusPostQuem) == {"2021-02-10"}
    assert values(dataset, document, DCTERMS.title) == {"Overstroming in Peru"}
    parts = {str(node(local)) for local in ("title", "context", "q1", "a1")}
    assert values(dataset, document, DCTERMS.hasPart) == parts
    assert values(dataset, node("q1"), DCTERMS.hasPart) == {str(node("q1.1")), str(node("q1.2"))}


def test_a_party_beside_a_name_is_nobody_s_addressee() -> None:
    header = dataclasses.replace(EXAMPLE.document.header, addressees=EXAMPLE.document.header.askers)
    actors = (dataclasses.replace(EXAMPLE.actors[0], actor_type="party", label="PARTIJ"), *EXAMPLE.actors[1:])
    findings = dataclasses.replace(EXAMPLE, actors=actors, document=dataclasses.replace(EXAMPLE.document, header=header))
    assert str(node("asker")) not in values(dataset_of(findings), URIRef(DOC), RELAAS.addressedTo)


def test_without_a_header_the_questions_say_who_is_addressed() -> None:
    header = dataclasses.replace(EXAMPLE.document.header, addressees=())
    claims = tuple(c if c.claim_id != "cl-ask" else dataclasses.replace(c, addressees=("answerer",)) for c in EXAMPLE.claims)
    findings = dataclasses.replace(EXAMPLE, claims=claims, document=dataclasses.replace(EXAMPLE.document, header=header))
    assert values(dataset_of(findings), URIRef(DOC), RELAAS.addressedTo) == {str(node("answerer"))}


def test_where_nothing_is_answered_nobody_is_the_answerer() -> None:
    parts = tuple(part for part in EXAMPLE.document.parts if part.kind not in ("answer", "footnote"))
    findings = dataclasses.replace(EXAMPLE, document=dataclasses.replace(EXAMPLE.document, parts=parts))
    assert values(dataset_of(findings), URIRef(DOC), RELAAS.answerer) == set()


def test_a_stated_date_of_answer_needs_no_terminus() -> None:
    header = dataclasses.replace(EXAMPLE.document.header, answered=date(2021, 4, 1))
    document = dataclasses.replace(EXAMPLE.document, header=header)
    dataset = dataset_of(dataclasses.replace(EXAMPLE, document=document))
    assert values(dataset, URIRef(DOC), RELAAS.answered) == {"2021-04-01"}
    assert values(dataset, URIRef(DOC), RELAAS.terminusPostQuem) == set()


def test_only_what_is_presented_as_done_bounds_the_date() -> None:
    planned = tuple(dataclasses.replace(event, factuality="planned") for event in EXAMPLE.events)
    dataset = dataset_of(dataclasses.replace(EXAMPLE, events=planned))
    assert values(dataset, URIRef(DOC), RELAAS.terminusPostQuem) == set()


@pytest.mark.parametrize(
    ("part", "voice"),
    [("title", None), ("context", "asker"), ("q1", "asker"), ("q1.2", "asker"), ("a1", "answerer"), ("fn1", "answerer")],
)
def test_each_part_has_its_voice(dataset: Dataset, part: str, voice: str | None) -> None:
    assert values(dataset, node(part), RELAAS.voice) == ({str(node(voice))} if voice else set())


def test_known_actors_are_called_by_the_registry_and_others_by_the_text(dataset: Dataset) -> None:
    assert values(dataset, node("actor/peru"), RDFS.label) == set()
    assert set(graph(dataset, "registry").objects(node("actor/peru"), RDFS.label)) == {
        Literal("Peru", lang="nl"),
        Literal("Peru", lang="en"),
        Literal("Pérou", lang="fr"),
    }
    assert set(graph(dataset).objects(node("ac-rode-kruis"), RDFS.label)) == {Literal("het Rode Kruis", lang="nl")}


def test_the_registry_holds_labels_and_types_of_what_is_referred_to_and_no_more(dataset: Dataset) -> None:
    registry = graph(dataset, "registry")
    keys = ("actor/peru", "actor/chile", "actor/voorbeeldpartij", "place/lima", "office/minister-chile")
    assert set(registry.subjects()) == {node(key) for key in keys}
    assert set(registry.predicates()) == {RDF.type, RDFS.label}


def test_an_actor_that_is_only_referred_to_has_type_and_no_mention(dataset: Dataset) -> None:
    party = node("actor/voorbeeldpartij")
    assert (node("asker"), ORG.memberOf, party) in graph(dataset)
    assert (party, RELAAS.actorType, code("actor-type", "party")) in graph(dataset)
    assert values(dataset, party, RELAAS.mention) == set()


def test_an_unknown_key_is_called_by_the_text() -> None:
    actors = (
        *EXAMPLE.actors,
        dataclasses.replace(EXAMPLE.actors[6], actor_id="actor/onbekend", label="Onbekend", key="onbekend"),
    )
    dataset = dataset_of(dataclasses.replace(EXAMPLE, actors=actors))
    assert values(dataset, node("actor/onbekend"), RDFS.label) == {"Onbekend"}


def test_an_unnamed_office_holder_is_named_in_the_links_graph_only(dataset: Dataset) -> None:
    named = {str(g) for s, p, o, g in dataset.quads() if "Jan Jans" in str(o) and p != RELAAS.suppliedMinister}
    assert named == {f"{DOC}/graph/links"}
    holder = node("ac75-106")
    assert values(dataset, holder, RELAAS.identified) == {"false"}
    assert values(dataset, holder, RDFS.label) == {"minister van Binnenlandse Zaken"}
    assert values(dataset, holder, RELAAS.asOf) == {"2021-03-03"}
    background = node("holding-of75-106")
    assert (background, RELAAS.ofOffice, node("of75-106")) in graph(dataset, "graph/links")
    assert (background, RELAAS.heldBy, WD["Q42"]) in graph(dataset, "graph/links")
    assert (background, DCTERMS.source, URIRef("https://voorbeeld.be/ministers")) in graph(dataset, "graph/links")


def test_no_actor_is_what_is_known_from_elsewhere(dataset: Dataset) -> None:
    assert not [s for s, p, o, _ in dataset.quads() if p == RDF.type and s in (WD["Q42"], WD["Q43"])]


def test_an_accepted_link_is_annotated(dataset: Dataset) -> None:
    links, link = graph(dataset, "graph/links"), node("link-actor-peru")
    assert (node("actor/peru"), SCHEMA.sameAs, WD["Q419"]) in links
    for predicate, value in (
        (OA.motivatedBy, OA.identifying),
        (OA.hasTarget, node("actor/peru")),
        (OA.hasBody, WD["Q419"]),
        (RELAAS.reviewStatus, code("review-status", "confirmed")),
        (RELAAS.snapshot, Literal("2026-01")),
    ):
        assert (link, predicate, value) in links
    assert values(dataset, link, RELAAS.confidence, "graph/links") == {"0.99"}
    assert values(dataset, node("link-actor-peru.c1"), RELAAS.feature, "graph/links") == {"label=exact", "type=state"}


def test_links_stand_in_the_links_graph_only(dataset: Dataset) -> None:
    assert {str(g) for _, p, _, g in dataset.quads() if p == SCHEMA.sameAs} == {f"{DOC}/graph/links"}
    assert not [p for _, p, _, _ in dataset.quads() if str(p).startswith(str(OWL))]


def test_an_abstention_is_recorded_with_its_candidates(dataset: Dataset) -> None:
    links, link = graph(dataset, "graph/links"), node("link-ac-rode-kruis")
    assert (link, RDF.type, RELAAS.LinkAbstention) in links
    assert (link, RDF.type, OA.Annotation) not in links
    assert {links.value(candidate, RELAAS.qid) for candidate in links.objects(link, RELAAS.candidate)} == {
        WD["Q7178"],
        WD["Q190691"],
    }
    assert values(dataset, node("ac-rode-kruis"), SCHEMA.sameAs, "graph/links") == set()


def test_a_rejected_link_is_no_link(dataset: Dataset) -> None:
    assert values(dataset, node("office/minister-chile"), SCHEMA.sameAs, "graph/links") == set()
    assert (node("link-office-minister-chile"), OA.hasBody, WD["Q1"]) in graph(dataset, "graph/links")


def test_metadata_stand_apart_and_change_nothing_else(dataset: Dataset) -> None:
    without = dataset_of(dataclasses.replace(EXAMPLE, document=dataclasses.replace(EXAMPLE.document, metadata=None)))
    assert len(graph(without, "graph/metadata")) == 0
    for name in ("graph", "graph/links", "graph/provenance", "registry"):
        assert set(graph(without, name)) == set(graph(dataset, name))
    supplied = graph(dataset, "graph/metadata")
    assert set(supplied.subjects()) == {URIRef(DOC)}
    assert {str(p) for p in supplied.predicates()} == {NS + term for term in own_terms() if term.startswith("supplied")}
    assert not {p for _, p, _, g in dataset.quads() if str(g) != f"{DOC}/graph/metadata"} & set(supplied.predicates())


def test_events_are_called_by_type_and_date(dataset: Dataset) -> None:
    labels = {str(event): str(label) for event, label in graph(dataset).subject_objects(RDFS.label)}
    assert labels[str(node("ev149-162"))] == "ramp, 10 februari 2021"
    assert labels[str(node("ev-deaths"))].endswith(", vanaf 10 februari 2021")
    assert "," not in labels[str(node("ev-call"))]


def test_an_event_has_dates_places_and_participants(dataset: Dataset) -> None:
    event = node("ev149-162")
    assert values(dataset, event, RELAAS.edtf) == {"2021-02-10"}
    for bound in ("earliestStart", "latestStart", "earliestEnd", "latestEnd"):
        assert values(dataset, event, RELAAS[bound]) == {"2021-02-10"}
    assert values(dataset, node("ev-deaths"), RELAAS.latestEnd) == set()
    assert values(dataset, event, RELAAS.inPart) == {str(node("context"))}
    assert (node("ev149-162.p2"), RELAAS.participant, node("ac-rode-kruis")) in graph(dataset)
    assert (node("ev149-162.p2"), RELAAS.role, code("role", "beneficiary")) in graph(dataset)
    assert (node("place/lima"), GEO.sfWithin, node("actor/peru")) in graph(dataset)


def test_the_words_of_a_date_outside_the_passage_are_evidence_too(dataset: Dataset) -> None:
    span = at("10 februari 2021")
    assert (node("ev-deaths"), RELAAS.evidence, node(f"s{span.start}-{span.end}")) in graph(dataset)
    assert len(values(dataset, node("ev149-162"), RELAAS.evidence)) == 1


def test_a_cue_in_two_pieces_is_two_spans(dataset: Dataset) -> None:
    content = graph(dataset)
    assert {str(content.value(cue, OA.exact)) for cue in content.objects(node("cl-call"), RELAAS.cue)} == {"riepen", "op"}


def test_the_chain_of_voices_is_numbered_by_level(dataset: Dataset) -> None:
    chain = {
        (str(link), str(graph(dataset).value(link, RELAAS.level)), str(graph(dataset).value(link, PROV.agent)))
        for link in graph(dataset).objects(node("cl-minister"), RELAAS.attribution)
    }
    assert chain == {
        (str(node("cl-minister.a0")), "0", str(node("asker"))),
        (str(node("cl-minister.a1")), "1", str(node("ac-rode-kruis"))),
        (str(node("cl-minister.a1.2")), "1", str(node("ac-minister-chile"))),
    }


def test_figures_are_canonical_decimals(dataset: Dataset) -> None:
    assert values(dataset, node("fig-range"), SCHEMA.maxValue) == {"50"}
    assert values(dataset, node("fig-30"), SCHEMA.value) == {"30"}
    assert values(dataset, node("fig-30"), RELAAS.ofSide) == set()
    assert (node("cl-chile"), RELAAS.figure, node("fig-30")) in graph(dataset)


def test_a_source_is_dated_as_precisely_as_the_text_says(dataset: Dataset) -> None:
    content = graph(dataset)
    assert str(content.value(node("src-report"), DCTERMS.issued)) == "2020"
    day = content.value(node("src-day"), DCTERMS.issued)
    assert isinstance(day, Literal)
    assert str(day.datatype).endswith("#date")


def test_shortcuts_stand_both_ways_exactly_when_the_ontology_says_so() -> None:
    from relaas.graph.relations import SHORTCUTS

    symmetric = {str(term).removeprefix(NS) for term in ontology_graph().subjects(RDF.type, OWL.SymmetricProperty)}
    assert {name for name, both in SHORTCUTS.values() if both} == symmetric
    for relation, (shortcut, both) in SHORTCUTS.items():
        relations = (dataclasses.replace(EXAMPLE.relations[0], relation_type=relation),)  # type: ignore[arg-type]
        content = graph(dataset_of(dataclasses.replace(EXAMPLE, relations=relations)))
        assert (node("cl-peru"), RELAAS[shortcut], node("cl-chile")) in content
        assert ((node("cl-chile"), RELAAS[shortcut], node("cl-peru")) in content) == both


def test_a_relation_of_the_text_has_evidence_and_an_inferred_one_confidence(dataset: Dataset) -> None:
    assert values(dataset, node("rel-vague"), RELAAS.evidence)
    assert values(dataset, node("rel-vague"), RELAAS.assertedBy) == {str(node("answerer"))}
    assert values(dataset, node("rel-vague"), RELAAS.confidence) == set()
    assert values(dataset, node("rel-figures"), RELAAS.evidence) == set()
    assert values(dataset, node("rel-figures"), RELAAS.confidence) == {"0.6"}


def test_every_finding_is_recorded_by_the_run_and_names_its_rule(dataset: Dataset) -> None:
    provenance, content = graph(dataset, "graph/provenance"), graph(dataset)
    recorded = set(provenance.subjects(RELAAS.recordedBy, node("run")))
    for kind in ("Claim", "Event", "Figure", "CitedSource", "Coverage", "ClaimRelation"):
        for finding in content.subjects(RDF.type, RELAAS[kind]):
            assert finding in recorded
            assert kind == "Coverage" or content.value(finding, RELAAS.rule)
    assert values(dataset, node("ev149-162"), RELAAS.lexiconEntry) == {"events#overstromen"}


def test_the_run_changes_the_provenance_graph_only(dataset: Dataset) -> None:
    other = to_dataset(EXAMPLE, run=Run("9.9", "ander", "ff"), gazetteer=GAZETTEER)
    for name in ("graph", "graph/links", "graph/metadata", "registry"):
        assert set(graph(other, name)) == set(graph(dataset, name))
    assert (node("run"), RELAAS.softwareVersion, Literal("9.9")) in graph(other, "graph/provenance")


def test_another_base_moves_every_node_of_ours() -> None:
    dataset = to_dataset(EXAMPLE, run=RUN, gazetteer=GAZETTEER, base="http://voorbeeld.be/id#")
    assert not [term for quad in dataset.quads() for term in quad if str(term).startswith(BASE)]
    assert (URIRef("http://voorbeeld.be/id#actor/peru"), RDF.type, RELAAS.Actor) in dataset.graph(
        URIRef("http://voorbeeld.be/id#registry")
    )


@pytest.mark.parametrize(
    "base", ["", "w3id.org/relaas/", "https://voorbeeld.be/id", "https://voor beeld.be/", "https://v.be/<x>/", "https://v.be/\n"]
)
def test_a_base_that_makes_no_iris_is_refused(base: str) -> None:
    with pytest.raises(UsageError, match="base of IRIs"):
        to_dataset(EXAMPLE, run=RUN, gazetteer=GAZETTEER, base=base)


def test_empty_findings_are_a_document_with_its_text() -> None:
    document = dataclasses.replace(EXAMPLE.document, parts=(), metadata=None, header=type(EXAMPLE.document.header)())
    dataset = dataset_of(Findings(document))
    assert {str(o).removeprefix(NS) for o in graph(dataset).objects(None, RDF.type)} == {"Document", "SourceText"}


def test_a_code_that_does_not_exist_raises() -> None:
    event: Event = dataclasses.replace(EXAMPLE.events[0], event_type="ramp")  # type: ignore[arg-type]
    with pytest.raises(KeyError, match="ramp"):
        dataset_of(dataclasses.replace(EXAMPLE, events=(event,)))


def test_a_number_that_is_none_raises() -> None:
    figure = dataclasses.replace(EXAMPLE.figures[1], value=Decimal("NaN"))
    with pytest.raises(ValueError, match="NaN"):
        dataset_of(dataclasses.replace(EXAMPLE, figures=(figure,)))
