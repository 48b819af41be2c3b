"""HermiT on ontology, codes and a graph: nothing contradicts itself, and the reasoner would notice if something did.

HermiT knows neither xsd:date nor rdf:langString nor datatypes of our own, so ranges and literals of these are left out first.
It runs on Java; without Java these tests are skipped, and continuous integration has it.
"""

from __future__ import annotations

import io
import shutil
from typing import TYPE_CHECKING

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import OWL, RDF, RDFS, XSD

from relaas.vocabulary import NS, ontology_graph, schemes_graph

if TYPE_CHECKING:
    from relaas.pipeline import Build

pytestmark = pytest.mark.skipif(shutil.which("java") is None, reason="HermiT needs Java, and there is no java on this machine")

PLAIN = {XSD.string, XSD.integer, XSD.decimal, XSD.boolean}

#: What the vocabularies that we stand under say themselves, as published: an alignment is only true if it agrees with them.
THEIRS = """
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix geo: <http://www.opengis.net/ont/geosparql#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

prov:Entity a owl:Class ; owl:disjointWith prov:Activity .
prov:wasAttributedTo a owl:ObjectProperty ; rdfs:domain prov:Entity ; rdfs:range prov:Agent .
prov:qualifiedAttribution a owl:ObjectProperty ; rdfs:domain prov:Entity ; rdfs:range prov:Attribution .
prov:agent a owl:ObjectProperty ; rdfs:range prov:Agent .
prov:actedOnBehalfOf a owl:ObjectProperty ; rdfs:domain prov:Agent ; rdfs:range prov:Agent .
prov:used a owl:ObjectProperty ; rdfs:domain prov:Activity ; rdfs:range prov:Entity .
prov:wasAssociatedWith a owl:ObjectProperty ; rdfs:domain prov:Activity ; rdfs:range prov:Agent .
foaf:page a owl:ObjectProperty ; rdfs:range foaf:Document .
foaf:Person a owl:Class ; owl:disjointWith foaf:Organization .
foaf:Document a owl:Class ; owl:disjointWith foaf:Organization .
org:Organization a owl:Class ; rdfs:subClassOf foaf:Agent .
org:holds a owl:ObjectProperty ; rdfs:domain foaf:Agent ; rdfs:range org:Post .
org:postIn a owl:ObjectProperty ; rdfs:domain org:Post ; rdfs:range org:Organization .
org:memberOf a owl:ObjectProperty ; rdfs:domain foaf:Agent ; rdfs:range org:Organization .
geo:sfWithin a owl:ObjectProperty ; rdfs:domain geo:SpatialObject ; rdfs:range geo:SpatialObject .
geo:Feature a owl:Class ; rdfs:subClassOf geo:SpatialObject ; owl:disjointWith geo:Geometry .
oa:hasSource a owl:ObjectProperty ; rdfs:domain oa:ResourceSelection .
oa:hasTarget a owl:ObjectProperty ; rdfs:domain oa:Annotation .
oa:hasBody a owl:ObjectProperty ; rdfs:domain oa:Annotation .
oa:SpecificResource a owl:Class ; rdfs:subClassOf oa:ResourceSelection .
sem:hasPlace a owl:ObjectProperty ; rdfs:range sem:Place .
sem:hasSubEvent a owl:ObjectProperty ; rdfs:domain sem:Event ; rdfs:range sem:Event .
skos:ConceptScheme a owl:Class ; owl:disjointWith skos:Concept .
skos:Collection a owl:Class ; owl:disjointWith skos:Concept , skos:ConceptScheme .
skos:inScheme a owl:ObjectProperty ; rdfs:range skos:ConceptScheme .
skos:topConceptOf a owl:ObjectProperty ; rdfs:subPropertyOf skos:inScheme ; rdfs:domain skos:Concept .
skos:broader a owl:ObjectProperty ; rdfs:domain skos:Concept ; rdfs:range skos:Concept .
skos:member a owl:ObjectProperty ; rdfs:domain skos:Collection .
"""

PREFIXES = f"@prefix relaas: <{NS}> . @prefix owl: <{OWL}> . @prefix rdfs: <{RDFS}> . @prefix x: <https://example.org/> . "


def reasoned(extra: Graph | str = "") -> list[str]:
    """Return the classes that nothing can belong to; `ValueError` when everything together contradicts itself."""
    import owlready2

    graph = Graph()
    for part in (ontology_graph(), schemes_graph(), Graph().parse(data=THEIRS, format="turtle")):
        graph += part
    graph += Graph().parse(data=PREFIXES + extra, format="turtle") if isinstance(extra, str) else extra
    world = owlready2.World()
    world.get_ontology(f"{NS}all").load(fileobj=io.BytesIO(strip(graph).serialize(format="nt", encoding="utf-8")))
    try:
        owlready2.sync_reasoner_hermit(world, debug=0)
    except owlready2.OwlReadyInconsistentOntologyError as error:
        raise ValueError("inconsistent") from error
    finally:
        unsatisfiable = {one.iri for one in world.inconsistent_classes()} - {str(OWL.Nothing)}
        world.close()
    return sorted(unsatisfiable)


def strip(graph: Graph) -> Graph:
    """Leave out what HermiT does not know: literals and ranges of other datatypes than the plain ones."""
    kept = Graph()
    for subject, predicate, value in graph:
        if isinstance(value, Literal) and (value.language or (value.datatype and value.datatype not in PLAIN)):
            continue
        if predicate == RDFS.range and value in {RDF.langString, XSD.date}:
            continue
        kept.add((subject, predicate, value))
    return kept


def test_ontology_and_codes_are_consistent() -> None:
    assert reasoned() == []


def test_the_graph_of_the_sample_is_consistent(sample_build: Build) -> None:
    union = Graph()
    for subject, predicate, value, _ in sample_build.graph().quads():
        union.add((subject, predicate, value))
    assert (None, RDF.type, URIRef(NS + "Claim")) in union
    assert reasoned(union) == []


@pytest.mark.parametrize(
    "planted",
    [
        "x:one a relaas:Claim , relaas:Event .",
        "x:one relaas:holder x:two . x:one relaas:participation x:three .",
        "x:one a relaas:Office ; relaas:identified true .",
        "x:one relaas:recordedBy x:two . x:two a relaas:Claim .",
        "x:one relaas:charCount 3 , 4 .",
        "x:one a relaas:CitedSource , relaas:Actor .",
        "x:one relaas:ofQuestion x:two . x:two a relaas:Answer .",
    ],
)
def test_a_contradiction_is_found(planted: str) -> None:
    with pytest.raises(ValueError, match="inconsistent"):
        reasoned(planted)


def test_a_class_that_nothing_can_belong_to_is_found() -> None:
    impossible = "relaas:Impossible a owl:Class ; rdfs:subClassOf relaas:Claim , relaas:Figure ."
    assert reasoned(impossible) == [f"{NS}Impossible"]


def test_what_may_be_said_is_no_contradiction() -> None:
    """A state is actor and place, a document holds a claim, a cited source is in the corpus, a request is also an event."""
    assert not reasoned(
        """
        x:armenia a relaas:GeopoliticalEntity .
        x:one relaas:holder x:plan ; relaas:nestedIn x:two . x:plan a relaas:CitedSource , relaas:Document .
        x:request a relaas:Event ; relaas:performs x:two .
        """
    )
