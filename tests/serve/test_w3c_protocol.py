"""The W3C's tests of the SPARQL 1.1 Protocol (all but those of updates) and Service Description, against a running server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest
from rdflib import RDF, RDFS, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from relaas.store import build
from serve.served import Server, serving

_SUITE = Path(__file__).resolve().parents[3] / "shared" / "suites" / "w3c-rdf-tests" / "sparql" / "sparql11"
_MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
_HT = Namespace("http://www.w3.org/2011/http#")
_CNT = Namespace("http://www.w3.org/2011/content#")
_NAME = "http://www.w3.org/2009/sparql/docs/tests/data-sparql11/protocol/manifest#"
#: Tests that only an endpoint that takes updates can pass. What is refused is tested by the `bad_update` ones, which run.
_UPDATES = frozenset(
    f"update_{name}"
    for name in (
        "base_uri", "dataset_default_graph", "dataset_default_graphs", "dataset_full", "dataset_named_graphs", "post_direct",
        "post_form",
    )
)  # fmt: skip
_FORMATS = {
    "boolean": ("application/sparql-results+json", "application/sparql-results+xml"),
    "tabular": ("application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"),
    "RDF": ("text/turtle", "application/rdf+xml", "application/n-triples", "application/ld+json"),
}


def _manifest() -> Graph | None:
    path = _SUITE / "protocol" / "manifest.ttl"
    return Graph().parse(path, format="turtle") if path.is_file() else None


_TESTS = _manifest()
_NAMES = sorted(str(s).removeprefix(_NAME) for s in _TESTS.subjects(RDF.type, _MF.ProtocolTest)) if _TESTS else ["none"]


@pytest.fixture(scope="module")
def suite_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server over the three graphs of the suite."""
    if _TESTS is None:
        pytest.skip("the W3C test suites are not beside this checkout")
    folder = tmp_path_factory.mktemp("w3c")
    lines = []
    for number in (1, 2, 3):
        text = (_SUITE / "protocol" / f"data{number}.nt").read_text(encoding="utf-8").strip().removesuffix(".")
        lines.append(f"{text} <http://kasei.us/2009/09/sparql/data/data{number}.rdf> .\n")
    (folder / "suite.nq").write_text("".join(lines), encoding="utf-8")
    build(folder / "store", [folder / "suite.nq"])
    with serving(folder / "store") as running:
        yield running


def test_the_suite_has_the_tests_that_are_known() -> None:
    if _TESTS is None:
        pytest.skip("the W3C test suites are not beside this checkout")
    assert len(_NAMES) == 34
    assert set(_NAMES) >= _UPDATES


@pytest.mark.parametrize("name", [name for name in _NAMES if name not in _UPDATES])
def test_protocol(name: str, suite_server: Server) -> None:
    assert _TESTS is not None
    action = _TESTS.value(URIRef(_NAME + name), _MF.action)
    requests = _TESTS.value(action, _HT.requests)
    assert requests is not None
    for request in Collection(_TESTS, requests):
        _hold(_TESTS, request, suite_server)


def _hold(tests: Graph, request: Node, server: Server) -> None:
    path = str(tests.value(request, _HT.absolutePath)).replace("/sparql/", "/sparql")
    fields = tests.value(request, _HT.headers)
    headers = {}
    for field in Collection(tests, fields) if fields is not None else ():
        headers[str(tests.value(field, _HT.fieldName))] = str(tests.value(field, _HT.fieldValue))
    body = tests.value(request, _HT.body)
    content = None
    if body is not None:
        content = str(tests.value(body, _CNT.chars)).encode(str(tests.value(body, _CNT.characterEncoding)))
    response = httpx.request(str(tests.value(request, _HT.methodName)), server.url + path, content=content, headers=headers)
    expected = tests.value(request, _HT.resp)
    wanted = {str(status)[-3] for status in tests.objects(expected, _MF.expectedStatus)}
    assert str(response.status_code)[0] in wanted, response.text
    kind = tests.value(expected, _MF.expectedFormat)
    if kind is not None:
        assert response.headers["content-type"].split(";")[0] in _FORMATS[str(kind)]
    truth = tests.value(expected, _MF.expectedBoolean)
    if truth is not None:
        assert response.json()["boolean"] is (str(truth) == "true")


_SD = "http://www.w3.org/ns/sparql-service-description#"


def _value(term: object) -> str:
    assert isinstance(term, ox.NamedNode | ox.Literal)
    return term.value


def _description(server: Server, accept: str | None = None) -> list[ox.Triple]:
    response = httpx.get(server.sparql, headers={"Accept": accept} if accept else {})
    assert response.status_code == 200
    form = ox.RdfFormat.from_media_type(response.headers["content-type"])
    assert form is not None
    return [quad.triple for quad in ox.parse(response.content, format=form)]


@pytest.mark.parametrize("accept", [None, "text/turtle", "application/rdf+xml", "application/ld+json", "application/n-triples"])
def test_service_description_returns_rdf(server: Server, accept: str | None) -> None:
    assert _description(server, accept)


def test_service_description_has_endpoint_triple(server: Server) -> None:
    endpoints = {_value(t.object) for t in _description(server) if t.predicate.value == _SD + "endpoint"}
    assert endpoints == {server.sparql}


def test_service_description_conforms_to_schema(server: Server) -> None:
    """Every term of the vocabulary is one it has, and stands where its domain and range let it stand."""
    triples = _description(server)
    types: dict[object, set[str]] = {}
    for triple in triples:
        if triple.predicate.value == str(RDF.type):
            types.setdefault(triple.subject, set()).add(_value(triple.object).removeprefix(_SD))
    shape = {  # property: class of the subject, class of the object where it is described too
        "endpoint": ("Service", None), "supportedLanguage": ("Service", None), "feature": ("Service", None),
        "resultFormat": ("Service", None), "defaultDataset": ("Service", "Dataset"), "defaultGraph": ("Dataset", "Graph"),
    }  # fmt: skip
    used = {t.predicate.value.removeprefix(_SD) for t in triples if t.predicate.value.startswith(_SD)}
    assert used == set(shape)
    for triple in triples:
        name = triple.predicate.value.removeprefix(_SD)
        if name in shape:
            domain, range_ = shape[name]
            assert domain in types[triple.subject]
            assert range_ is None or range_ in types[triple.object]
    services = [s for s, names in types.items() if "Service" in names]
    assert len(services) == 1
    languages = {_value(t.object) for t in triples if t.predicate.value == _SD + "supportedLanguage"}
    assert languages == {_SD + "SPARQL11Query"}
    assert not any("Update" in str(t.object) for t in triples if t.predicate.value.startswith(_SD))
    assert {str(RDFS.comment)} <= {t.predicate.value for t in triples}
