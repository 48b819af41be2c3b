"""The ontology, looked at as a reader, a translator and a query writer would."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS, VANN
from rdflib.term import Node

from relaas import assets
from relaas.model import SCHEMES
from relaas.vocabulary import CODE, EXTERNAL, NS, PREFIXES, ontology_graph, own_terms, schemes_graph

LANGUAGES = {"nl", "en", "fr"}
ONTOLOGY = URIRef("https://w3id.org/relaas/ns")
KINDS = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, RDFS.Datatype}

#: Terms that no graph of a run holds, and why they are there all the same.
UNWRITTEN: dict[str, str] = {
    "acled": "datatype of notations in the codes",
    "cameo": "datatype of notations in the codes",
    "factbank": "datatype of notations in the codes",
    "plover": "datatype of notations in the codes",
    "wikidataProperty": "datatype of notations in the codes",
}


@pytest.fixture(scope="module")
def graph() -> Graph:
    return ontology_graph()


def terms(graph: Graph) -> list[URIRef]:
    return sorted({s for s in graph.subjects() if isinstance(s, URIRef) and s.startswith(NS)})


def concepts(graph: Graph) -> list[URIRef]:
    return sorted({s for s in graph.subjects() if isinstance(s, URIRef) and s.startswith(CODE)})


def in_each_language(graph: Graph, subject: URIRef, predicate: URIRef) -> dict[str, str]:
    """The values of a property by language; more than one value per language, or another language, fails."""
    found: dict[str, str] = {}
    for value in graph.objects(subject, predicate):
        assert isinstance(value, Literal), subject
        assert value.language in LANGUAGES, f"{subject} {predicate} has the language {value.language}"
        assert value.language not in found, f"{subject} has two {predicate} in {value.language}"
        found[value.language] = str(value)
    return found


def described() -> Iterator[tuple[Graph, URIRef, URIRef]]:
    """Every term and code, with the property that names it."""
    for subject in terms(ontology_graph()):
        yield ontology_graph(), subject, RDFS.label
    for subject in concepts(schemes_graph()):
        yield schemes_graph(), subject, SKOS.prefLabel


def test_every_term_and_code_is_named_in_three_languages() -> None:
    for graph, subject, naming in described():
        names = in_each_language(graph, subject, naming)
        assert set(names) == LANGUAGES, f"{subject} is named in {sorted(names)} only"
        for name in names.values():
            assert name == " ".join(name.split()), f"{subject}: {name!r}"
            assert not name.endswith("."), f"{subject}: {name!r}"


def test_every_term_and_code_is_defined_in_three_languages() -> None:
    for graph, subject, _ in described():
        definitions = in_each_language(graph, subject, SKOS.definition)
        assert set(definitions) == LANGUAGES, f"{subject} is defined in {sorted(definitions)} only"
        for definition in definitions.values():
            assert definition.endswith("."), f"{subject}: a definition ends in a full stop: {definition!r}"
            assert definition[0].isupper(), f"{subject}: a definition begins with a capital: {definition!r}"
            assert definition == " ".join(definition.split()), f"{subject}: {definition!r}"
        assert len(set(definitions.values())) == 3, f"{subject}: two languages say the same words"


def test_every_term_has_one_kind_and_says_who_defines_it(graph: Graph) -> None:
    for term in terms(graph):
        kinds = set(graph.objects(term, RDF.type)) & KINDS
        assert len(kinds) == 1, f"{term} is {kinds}"
        assert set(graph.objects(term, RDFS.isDefinedBy)) == {ONTOLOGY}, term


def test_classes_begin_with_a_capital_and_properties_do_not(graph: Graph) -> None:
    for term in terms(graph):
        name = term.removeprefix(NS)
        assert name[0].isupper() == ((term, RDF.type, OWL.Class) in graph), term


def test_the_header_says_what_a_user_needs(graph: Graph) -> None:
    assert set(in_each_language(graph, ONTOLOGY, DCTERMS.title)) == LANGUAGES
    assert set(in_each_language(graph, ONTOLOGY, DCTERMS.description)) == LANGUAGES
    assert graph.value(ONTOLOGY, VANN.preferredNamespacePrefix) == Literal("relaas")
    assert graph.value(ONTOLOGY, VANN.preferredNamespaceUri) == Literal(NS)
    assert graph.value(ONTOLOGY, DCTERMS.license) == URIRef("https://creativecommons.org/licenses/by/4.0/")
    version = graph.value(ONTOLOGY, OWL.versionInfo)
    assert graph.value(ONTOLOGY, OWL.versionIRI) == URIRef(f"{ONTOLOGY}/{version}")


def test_what_the_ontology_refers_to_in_its_namespace_exists(graph: Graph) -> None:
    """A misspelt domain, range, super-class or member of a disjointness would make a term that nobody defined."""
    known = set(terms(graph))
    for triple in (*graph, *schemes_graph()):
        for node in triple:
            if isinstance(node, URIRef) and node.startswith(NS):
                assert node in known, f"{node} is referred to and not defined"
            if isinstance(node, Literal) and str(node.datatype).startswith(NS):
                assert node.datatype in known, f"{node.datatype} is a datatype that is not defined"


def test_super_terms_of_others_are_declared(graph: Graph) -> None:
    for predicate, kind in ((RDFS.subClassOf, OWL.Class), (RDFS.subPropertyOf, OWL.ObjectProperty)):
        for above in set(graph.objects(None, predicate)):
            assert (above, RDF.type, kind) in graph, f"{above} stands above a term and is not declared a {kind}"


def test_the_hierarchy_has_no_cycle(graph: Graph) -> None:
    both = Graph()
    both += graph
    both += schemes_graph()
    for predicate in (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.broader):
        for subject in set(both.subjects(predicate)):
            above = set(both.transitive_objects(next(iter(both.objects(subject, predicate))), predicate))
            assert subject not in above, f"{subject} stands above itself"


def test_literal_properties_have_no_node_as_range(graph: Graph) -> None:
    datatypes = {URIRef(EXTERNAL["xsd"][0] + name) for name in EXTERNAL["xsd"][1].split()} | {RDF.langString}
    for prop in graph.subjects(RDF.type, OWL.DatatypeProperty):
        assert set(graph.objects(prop, RDFS.range)) <= datatypes, f"{prop}: use one of the plain datatypes"
        assert list(graph.objects(prop, RDFS.range)), f"{prop} says nothing of its values"
    for prop in graph.subjects(RDF.type, OWL.ObjectProperty):
        assert not set(graph.objects(prop, RDFS.range)) & datatypes, prop


def test_what_two_documents_may_say_differently_is_not_functional(graph: Graph) -> None:
    """An actor of the gazetteer stands in many documents: two values of a functional property would be taken for one."""
    shared = {URIRef(NS + name) for name in ("Actor", "Place", "Office", "OfficeHolder", "GeopoliticalEntity")}
    for prop in graph.subjects(RDF.type, OWL.FunctionalProperty):
        assert not set(graph.objects(prop, RDFS.domain)) & shared, prop
    assert (URIRef(NS + "asOf"), RDF.type, OWL.FunctionalProperty) not in graph


def test_traps_of_other_vocabularies_are_avoided(graph: Graph) -> None:
    """sem:eventType is under rdf:type, CiTO relations are under cito:cites, GRaSP is inconsistent: matches only."""
    close = ("http://groundedannotationframework.org/", "http://purl.org/spar/", "http://linkedevents.org/")
    for predicate in (RDFS.subClassOf, RDFS.subPropertyOf, OWL.equivalentClass, OWL.equivalentProperty, OWL.imports):
        for above in graph.objects(None, predicate):
            assert not str(above).startswith(close), f"{above} is only ever close"
            assert str(above) != "http://semanticweb.cs.vu.nl/2009/11/sem/eventType"
    assert not list(graph.triples((None, OWL.imports, None)))
    assert not list(graph.triples((None, OWL.sameAs, None)))
    assert not list(schemes_graph().triples((None, OWL.sameAs, None)))


# ---------------------------------------------------------------------------------------------------------------- the codes


def test_codes_are_those_of_the_program() -> None:
    graph = schemes_graph()
    schemes = {str(s).removeprefix(CODE) for s in graph.subjects(RDF.type, SKOS.ConceptScheme)}
    assert schemes == set(SCHEMES)
    for scheme, codes in SCHEMES.items():
        found = {str(concept) for concept in graph.subjects(SKOS.inScheme, URIRef(CODE + scheme))}
        assert found == {f"{CODE}{scheme}/{name}" for name in codes}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_file_holds_one_scheme_in_the_order_of_the_program(scheme: str) -> None:
    text = assets.folder("ontology", "codes").joinpath(f"{scheme}.ttl").read_text(encoding="utf-8")
    subjects = {node.value for quad in parse(text, format=RdfFormat.TURTLE) if isinstance(node := quad.subject, NamedNode)}
    assert all(iri == CODE + scheme or iri.startswith(f"{CODE}{scheme}/") for iri in subjects)
    names = re.findall(rf"^{scheme}:(\S+) a skos:Concept ;$", text, re.MULTILINE)
    assert tuple(name for name in names if name in SCHEMES[scheme]) == SCHEMES[scheme]


def test_only_groups_of_events_stand_outside_their_scheme() -> None:
    graph = schemes_graph()
    groups = set(graph.objects(URIRef(f"{CODE}event-type/groups"), SKOS.member))
    assert {str(group).rsplit("/", 1)[1] for group in groups} == {
        "conflict", "diplomacy", "governance", "justice", "society", "economy",
    }  # fmt: skip
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        assert (not list(graph.objects(concept, SKOS.inScheme))) == (concept in groups), concept


def test_a_concept_is_at_the_top_or_below_another_of_its_scheme() -> None:
    graph = schemes_graph()
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        scheme = str(concept).rsplit("/", 1)[0]
        above = list(graph.objects(concept, SKOS.broader))
        top = list(graph.objects(concept, SKOS.topConceptOf))
        assert (len(above), len(top)) in {(1, 0), (0, 1)}, concept
        assert all(str(node).startswith(scheme) for node in (*above, *top)), concept


def test_labels_are_unique_within_a_scheme() -> None:
    graph = schemes_graph()
    for language in LANGUAGES:
        for scheme in SCHEMES:
            labels = [
                str(label)
                for concept in graph.subjects(RDF.type, SKOS.Concept)
                if str(concept).startswith(f"{CODE}{scheme}/")
                for label in graph.objects(concept, SKOS.prefLabel)
                if isinstance(label, Literal) and label.language == language
            ]
            assert len(labels) == len(set(labels)), f"{scheme} in {language}: {sorted(labels)}"


def test_a_notation_stands_once_in_a_scheme() -> None:
    graph = schemes_graph()
    seen: dict[tuple[str, Literal], Node] = {}
    for concept, notation in graph.subject_objects(SKOS.notation):
        assert isinstance(notation, Literal)
        assert str(notation.datatype).startswith(NS), f"{concept}: a notation says of which coding scheme it is"
        key = (str(concept).rsplit("/", 1)[0], notation)
        assert seen.setdefault(key, concept) == concept, f"{notation} stands for {concept} and {seen[key]}"
    assert len(seen) > 20


# ------------------------------------------------------------------------------------- what is defined and what is used


def sources() -> list[Path]:
    """Every file that may name a term: code, shapes, queries."""
    package = Path(assets.__file__).parent
    return sorted(
        [*package.rglob("*.py"), *assets.folder("shapes").glob("*.ttl"), *assets.folder("data", "queries").rglob("*.rq")]
    )


def test_every_term_used_is_defined() -> None:
    used: set[tuple[str, str]] = set()
    for path in sources():
        if path.suffix == ".py":
            hits = re.findall(r"\bRELAAS(?:\.|\[\")([A-Za-z]\w*)", path.read_text(encoding="utf-8"))
        else:
            hits = [iri.removeprefix(NS) for iri in iris(path) if iri.startswith(NS)]
        used |= {(path.name, term) for term in hits}
    assert len(used) > 200
    assert not sorted(f"{name}: {term}" for name, term in used if term not in own_terms())


def test_every_term_defined_is_written() -> None:
    """What no graph holds misleads who writes a query: the room that writes graphs names every term."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in Path(assets.__file__).with_name("graph").glob("*.py"))
    written = set(re.findall(r"(?:\bRELAAS\.|\")([A-Za-z]\w*)\b", text))
    assert len(written & own_terms()) > 100
    assert own_terms() - written == set(UNWRITTEN)


def test_shapes_and_queries_ask_for_codes_that_exist() -> None:
    """A misspelt code matches nothing and nobody notices."""
    known = {str(subject) for subject in schemes_graph().subjects() if isinstance(subject, URIRef)}
    asked = {(path.name, iri) for path in sources() if path.suffix != ".py" for iri in iris(path) if iri.startswith(CODE)}
    assert len(asked) > 5
    assert not sorted(f"{name}: {iri}" for name, iri in asked if iri not in known)


def test_shapes_and_queries_use_admitted_terms_of_others() -> None:
    """What `relaas.vocabulary` does not admit is either misspelt or a decision that nobody took."""
    free = {"sh", "rdf", "owl", "xsd"}  # the languages in which shapes and queries are written
    spaces = {space: names.split() for prefix, (space, names) in EXTERNAL.items() if prefix not in free}
    for path in sources():
        if path.suffix == ".py":
            continue
        for iri in iris(path):
            for space, names in spaces.items():
                if iri.startswith(space) and iri != space:
                    assert iri.removeprefix(space) in names, f"{path.name}: {iri}"


def iris(path: Path) -> set[str]:
    """The IRIs that a shapes file or a query names."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".ttl":
        quads = parse(text, format=RdfFormat.TURTLE)
        return {node.value for quad in quads for node in (quad.predicate, quad.object) if isinstance(node, NamedNode)}
    text = re.sub(r"(?m)^\s*#.*$", "", text)
    prefixes = dict(PREFIXES) | dict(re.findall(r"(?i)prefix\s+([\w-]*):\s*<([^>]+)>", text))
    body = re.sub(r"(?i)prefix\s+[\w-]*:\s*<[^>]+>|<[^>]*>|\"[^\"]*\"|'[^']*'", " ", text)
    return {prefixes[p] + name for p, name in re.findall(r"(?<![\w?$-])([a-z][\w-]*):([A-Za-z][\w-]*)", body) if p in prefixes}


def test_no_slip_between_http_and_https() -> None:
    slips = ("https://schema.org/", "https://www.wikidata.org/entity/", "http://w3id.org/relaas", "https://www.w3.org/ns/")
    files = [*sources(), *sorted(assets.folder("ontology").rglob("*.*"))]
    found = [f"{path.name}: {slip}" for path in files for slip in slips if slip in path.read_text(encoding="utf-8")]
    assert not found


def test_nothing_says_two_things_are_one() -> None:
    """owl:sameAs would merge everything that is said of both; only a shape may name it, to forbid it."""
    saying = {".py": "OWL.sameAs", ".rq": "owl:sameAs"}
    assert not [
        path.name for path in sources() if path.suffix in saying and saying[path.suffix] in path.read_text(encoding="utf-8")
    ]


def test_blank_nodes_stand_only_in_axioms(graph: Graph) -> None:
    """A union as a range, a list of what is disjoint: never a term."""
    for node in {s for s in graph.subjects() if isinstance(s, BNode)}:
        said = set(graph.predicates(node))
        assert said <= {RDF.type, RDF.first, RDF.rest, OWL.unionOf, OWL.members}, said
    assert not [s for s in schemes_graph().subjects() if isinstance(s, BNode)]
