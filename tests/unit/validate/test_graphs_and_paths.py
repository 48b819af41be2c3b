"""The one graph that is checked, and the paths a report prints."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import RDF, RDFS, BNode, Dataset, Graph, URIRef

from relaas.validate import validate
from relaas.validate.paths import PropertyPath, read_path, short
from relaas.validate.shapes import bundled, read, union
from relaas.vocabulary import RELAAS, SKOS, code

EX = "https://example.org/"
PREFIXES = """
@prefix e: <https://example.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix relaas: <https://w3id.org/relaas/ns#> .
"""


def test_union_sees_every_graph_and_changes_none() -> None:
    dataset = Dataset()
    one, two = (URIRef(EX + name) for name in ("one", "two"))
    dataset.graph(one).add((one, RDF.type, RELAAS.Place))
    dataset.graph(two).add((two, RDF.type, RELAAS.Place))
    dataset.default_graph.add((BNode("b"), RDF.type, RELAAS.Place))
    graph = union(dataset)
    assert {one, two} < set(graph.subjects(RDF.type, RELAAS.Place))
    assert len(set(graph.subjects(RDF.type, RELAAS.Place))) == 3
    assert len(list(dataset.quads())) == 3


def test_union_knows_concepts_and_classes() -> None:
    graph = union(Graph())
    assert (code("speech-act", "deny"), RDF.type, SKOS.Concept) in graph
    assert (RELAAS.GeopoliticalEntity, RDFS.subClassOf, RELAAS.Actor) in graph
    assert all(str(o).startswith(str(RELAAS)) for o in graph.objects(None, RDFS.subClassOf))


def test_blank_nodes_of_two_files_stay_apart(tmp_path: Path) -> None:
    paths = [tmp_path / "one.ttl", tmp_path / "two.ttl"]
    for path in paths:
        path.write_text(f"_:x <{EX}in> <{EX}{path.stem}> .", encoding="utf-8")
    assert len(set(read(paths).subjects())) == 2


def test_value_in_another_graph_counts() -> None:
    dataset = Dataset()
    place = URIRef(EX + "place")
    dataset.graph(URIRef(EX + "content")).add((place, RDF.type, RELAAS.Place))
    assert not validate(dataset).conforms
    dataset.graph(URIRef(EX + "registry")).parse(
        data="<https://example.org/place> <http://www.w3.org/2000/01/rdf-schema#label> 'Dorp'@nl .", format="turtle"
    )
    assert validate(dataset).conforms


def test_sub_class_is_a_target_and_a_value() -> None:
    turtle = PREFIXES + "e:s a relaas:GeopoliticalEntity . e:h relaas:holder e:s ."
    report = validate(Graph().parse(data=turtle, format="turtle"))
    shapes = {result.shape.rpartition("#")[2] for result in report.results}
    assert "Actor-actorType" in shapes
    assert "Holder" not in shapes
    assert dict(report.focus_nodes)["https://w3id.org/relaas/shapes#Actor"] == 1
    assert bundled().focus_nodes(union(Graph()), "https://w3id.org/relaas/shapes#Actor") == ()


def test_warnings_do_not_keep_a_graph_from_conforming() -> None:
    turtle = (
        PREFIXES
        + """e:s a relaas:OfficeHolder , relaas:Actor ; relaas:office e:o ; relaas:identified false ;
        relaas:actorType <https://w3id.org/relaas/code/actor-type/office-holder> ;
        <http://www.w3.org/2000/01/rdf-schema#label> "minister"@nl .
        e:o a relaas:Office ; <http://www.w3.org/2000/01/rdf-schema#label> "minister"@nl ."""
    )
    graph = Graph().parse(data=turtle, format="turtle")
    assert validate(graph).results == ()
    graph.remove((URIRef(EX + "s"), RDF.type, RELAAS.Actor))
    report = validate(graph)
    assert report.conforms
    assert [result.severity for result in report.results] == ["Warning"]


def test_nothing_is_checked_in_an_empty_graph_and_the_report_shows_it() -> None:
    report = validate(Graph())
    assert report.conforms
    assert {count for _, count in report.focus_nodes} == {0}
    assert [shape for shape, _ in report.focus_nodes] == list(bundled().names)


@pytest.mark.parametrize(
    ("turtle", "sparql"),
    [
        ("relaas:holder", "relaas:holder"),
        ("[ sh:inversePath relaas:text ]", "^relaas:text"),
        ("( relaas:inPart relaas:voice )", "relaas:inPart/relaas:voice"),
        ("[ sh:alternativePath ( e:a ( e:b [ sh:inversePath e:c ] ) ) ]", f"{EX}a|({EX}b/^{EX}c)"),
        ("[ sh:zeroOrOnePath relaas:precedes ]", "relaas:precedes?"),
        ("( [ sh:oneOrMorePath e:a ] [ sh:zeroOrMorePath e:b ] )", f"{EX}a+/{EX}b*"),
    ],
)
def test_path_reads_and_prints(turtle: str, sparql: str) -> None:
    def path_of(text: str) -> PropertyPath:
        graph = Graph().parse(data=f"{PREFIXES} e:s sh:path {text} .", format="turtle")
        node = graph.value(URIRef(EX + "s"), URIRef("http://www.w3.org/ns/shacl#path"))
        assert node is not None
        return read_path(graph, node)

    path = path_of(turtle)
    assert str(path) == sparql
    assert path_of(path.turtle()) == path


def test_node_that_is_no_path_is_refused() -> None:
    with pytest.raises(ValueError, match="no property path"):
        read_path(Graph(), BNode())


def test_short_names() -> None:
    assert short("https://w3id.org/relaas/shapes#Claim-holder") == "sps:Claim-holder"
    assert short("https://w3id.org/relaas/code/speech-act/call-for") == "speech-act:call-for"
    assert short("https://w3id.org/relaas/ns#a/b") == "https://w3id.org/relaas/ns#a/b"
