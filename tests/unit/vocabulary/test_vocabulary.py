"""Closed namespaces: what exists is an IRI, what does not exist raises."""

from __future__ import annotations

import subprocess
import sys

import pytest
from rdflib import Graph, Literal, URIRef

from relaas import assets
from relaas.model import SCHEMES
from relaas.vocabulary import (
    CODE,
    DCTERMS,
    EXTERNAL,
    NS,
    PREFIXES,
    RELAAS,
    SCHEMA,
    WD,
    XSD,
    UnknownTermError,
    code,
    ontology_graph,
    own_terms,
    scheme_iri,
    schemes_graph,
)


def test_a_term_is_its_iri() -> None:
    assert RELAAS.holder == URIRef("https://w3id.org/relaas/ns#holder")
    assert RELAAS["Claim"] == URIRef("https://w3id.org/relaas/ns#Claim")
    assert SCHEMA.sameAs == URIRef("http://schema.org/sameAs")


def test_terms_that_are_methods_of_str_are_terms() -> None:
    assert DCTERMS.title == URIRef("http://purl.org/dc/terms/title")
    assert DCTERMS.format == URIRef("http://purl.org/dc/terms/format")


@pytest.mark.parametrize("error", [AttributeError, KeyError, UnknownTermError])
def test_a_misspelt_term_raises(error: type[Exception]) -> None:
    with pytest.raises(error, match="relaas:hodler is not a known term"):
        RELAAS.hodler  # noqa: B018
    with pytest.raises(error, match="relaas:hodler"):
        RELAAS["hodler"]


def test_a_term_of_another_vocabulary_must_be_admitted() -> None:
    with pytest.raises(UnknownTermError, match="xsd:nonNegativeInteger"):
        XSD["nonNegativeInteger"]
    assert "integer" in XSD
    assert not hasattr(XSD, "dateTime")


def test_a_vocabulary_lists_its_terms() -> None:
    assert list(XSD) == ["boolean", "date", "decimal", "integer", "string"]
    assert len(XSD) == 5
    assert str(XSD) == "http://www.w3.org/2001/XMLSchema#"
    assert repr(XSD) == "<xsd: http://www.w3.org/2001/XMLSchema#>"


def test_internal_names_are_no_terms() -> None:
    with pytest.raises(AttributeError):
        RELAAS._nothing  # noqa: B018


def test_the_quick_reading_finds_what_a_parser_finds() -> None:
    graph = Graph().parse(assets.folder("ontology").joinpath("relaas.ttl"))
    parsed = {str(subject).removeprefix(NS) for subject in graph.subjects() if str(subject).startswith(NS)}
    assert own_terms() == parsed
    assert set(RELAAS) == parsed


@pytest.mark.parametrize("qid", ["399", "Q", "Q0", "Q012", "q399", "Q399 ", "P31", "http://www.wikidata.org/entity/Q399", ""])
def test_only_an_item_is_an_entity(qid: str) -> None:
    with pytest.raises(UnknownTermError):
        WD[qid]


def test_an_entity_is_http() -> None:
    assert WD["Q399"] == URIRef("http://www.wikidata.org/entity/Q399")
    assert str(WD) == "http://www.wikidata.org/entity/"


def test_codes() -> None:
    assert code("speech-act", "call-for") == URIRef("https://w3id.org/relaas/code/speech-act/call-for")
    assert scheme_iri("speech-act") == URIRef("https://w3id.org/relaas/code/speech-act")


@pytest.mark.parametrize(
    ("scheme", "name", "said"),
    [("speech-act", "shout", "'shout' is no code of speech-act"), ("speechact", "assert", "'speechact' is no code scheme")],
)
def test_an_unknown_code_raises(scheme: str, name: str, said: str) -> None:
    with pytest.raises(UnknownTermError, match=said):
        code(scheme, name)


def test_an_unknown_scheme_raises() -> None:
    with pytest.raises(UnknownTermError, match="no code scheme"):
        scheme_iri("aspect")


def test_a_group_of_events_is_no_code() -> None:
    with pytest.raises(UnknownTermError):
        code("event-type", "conflict")


def test_prefixes_name_every_namespace_once() -> None:
    assert PREFIXES["relaas"] == NS
    assert PREFIXES["code"] == CODE
    assert PREFIXES["event-type"] == "https://w3id.org/relaas/code/event-type/"
    assert PREFIXES["schema"] == "http://schema.org/"
    assert PREFIXES["wd"] == "http://www.wikidata.org/entity/"
    assert len(PREFIXES) == 2 + len(SCHEMES) + len(EXTERNAL) + 1, "a scheme and a vocabulary share a prefix"
    assert len(set(PREFIXES.values())) == len(PREFIXES)


def _ground(graph: Graph) -> set[tuple[str, ...]]:
    """The triples without blank nodes, which every parser names in its own way."""
    return {tuple(term.n3() for term in triple) for triple in graph if all(isinstance(t, URIRef | Literal) for t in triple)}


@pytest.mark.parametrize(("name", "pattern"), [("codes", "codes/*.ttl"), ("ontology", "relaas.ttl")])
def test_graphs_are_what_rdflib_reads(name: str, pattern: str) -> None:
    graph = schemes_graph() if name == "codes" else ontology_graph()
    expected = Graph()
    for path in assets.folder("ontology").glob(pattern):
        expected.parse(path)
    assert len(graph) == len(expected) > 1000
    assert _ground(graph) == _ground(expected)


def test_graphs_are_read_once() -> None:
    assert schemes_graph() is schemes_graph()


def test_importing_reads_no_file_and_no_parser() -> None:
    program = "import sys, relaas.vocabulary as v; print('pyoxigraph' in sys.modules, v.own_terms.cache_info().currsize)"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["False", "0"]
