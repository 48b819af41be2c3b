"""Clients that people use, against a running server."""

from __future__ import annotations

import warnings
from typing import Any

import pytest
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, N3, POST, POSTDIRECTLY, RDFXML, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import EndPointInternalError, QueryBadFormed

from serve.served import Server, id_of

_NAMES = "SELECT ?name WHERE { <https://w3id.org/relaas/id/actor/chile> <http://www.w3.org/2000/01/rdf-schema#label> ?name }"


@pytest.fixture
def wrapper(server: Server) -> SPARQLWrapper:
    """SPARQLWrapper, asking the server."""
    return SPARQLWrapper(server.sparql)


def _converted(wrapper: SPARQLWrapper) -> Any:
    """Return what SPARQLWrapper makes of the answer: its type depends on the format."""
    return wrapper.queryAndConvert()


@pytest.mark.parametrize("by_post", [False, True])
def test_sparqlwrapper_reads_rows(by_post: bool, wrapper: SPARQLWrapper) -> None:
    wrapper.setQuery(_NAMES)
    wrapper.setReturnFormat(JSON)
    if by_post:
        wrapper.setMethod(POST)
        wrapper.setRequestMethod(POSTDIRECTLY)
    rows = _converted(wrapper)["results"]["bindings"]
    assert {row["name"]["value"] for row in rows} == {"Chile", "Chili"}
    wrapper.setReturnFormat(XML)
    assert "Chile" in _converted(wrapper).toxml()
    wrapper.setReturnFormat(CSV)
    assert b"Chile" in _converted(wrapper)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
@pytest.mark.parametrize("form", [TURTLE, N3, RDFXML])
def test_sparqlwrapper_reads_triples(form: str, wrapper: SPARQLWrapper) -> None:
    wrapper.setQuery("DESCRIBE <https://w3id.org/relaas/id/actor/chile>")
    wrapper.setReturnFormat(form)
    found = _converted(wrapper)
    graph = found if isinstance(found, Graph) else Graph().parse(data=found, format="turtle")
    assert URIRef("https://w3id.org/relaas/id/actor/chile") in set(graph.subjects())


def test_sparqlwrapper_learns_what_is_wrong(wrapper: SPARQLWrapper) -> None:
    wrapper.setQuery("SELECT * {")
    with pytest.raises(QueryBadFormed):
        wrapper.query()
    wrapper.setQuery("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")
    with pytest.raises((QueryBadFormed, EndPointInternalError), match="SERVICE is refused"):
        wrapper.query()


def test_rdflib_reads_the_endpoint_as_a_graph(server: Server) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        graph = Graph(SPARQLStore(server.sparql))
        chile = URIRef("https://w3id.org/relaas/id/actor/chile")
        label = URIRef("http://www.w3.org/2000/01/rdf-schema#label")
        assert "Chile" in {str(name) for name in graph.objects(chile, label)}
        assert {str(row[0]) for row in graph.query(_NAMES)} == {"Chile", "Chili"}  # type: ignore[index]
        assert (chile, label, None) in graph
        document = URIRef(f"https://w3id.org/relaas/id/doc/{id_of(3)}")
        assert list(graph.predicates(document))
