"""The endpoint, the graphs, the descriptions and the addresses of IRIs, asked of a running server."""

from __future__ import annotations

import json
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from relaas.query import named_queries
from relaas.store import build, update
from serve.served import EXAMPLE, Server, id_of, serving, write_copies

_CLAIMS = "SELECT (COUNT(DISTINCT ?c) AS ?n) WHERE { ?c a <https://w3id.org/relaas/ns#Claim> }"
_REGISTRY = "https://w3id.org/relaas/id/registry"
_DOCUMENT = f"https://w3id.org/relaas/id/doc/{id_of(0)}"


def _count(response: httpx.Response) -> int:
    assert response.status_code == 200, response.text
    return int(response.json()["results"]["bindings"][0]["n"]["value"])


def test_the_three_ways_to_ask_answer_alike(client: httpx.Client) -> None:
    by_get = client.get("/sparql", params={"query": _CLAIMS})
    by_form = client.post("/sparql", data={"query": _CLAIMS})
    as_it_is = client.post("/sparql", content=_CLAIMS, headers={"Content-Type": "application/sparql-query"})
    assert _count(by_get) == _count(by_form) == _count(as_it_is) > 10


@pytest.mark.parametrize(
    ("accept", "media_type", "begins"),
    [
        ("application/sparql-results+json", "application/sparql-results+json", '{"head"'),
        ("application/sparql-results+xml", "application/sparql-results+xml", "<?xml"),
        ("text/csv", "text/csv", "n\r\n"),
        ("text/tab-separated-values", "text/tab-separated-values", "?n\n"),
        ("application/json", "application/sparql-results+json", '{"head"'),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "application/sparql-results+json", '{"head"'),
        ("text/csv;q=0.5, application/sparql-results+xml;q=0.9", "application/sparql-results+xml", "<?xml"),
        ("text/turtle, text/csv;q=0.1", "text/csv", "n\r\n"),
    ],
)
def test_rows_come_in_the_format_that_is_accepted(accept: str, media_type: str, begins: str, client: httpx.Client) -> None:
    response = client.get("/sparql", params={"query": _CLAIMS}, headers={"Accept": accept})
    assert response.headers["content-type"].split(";")[0] == media_type
    assert response.text.startswith(begins)
    assert "Accept" in response.headers["vary"]


@pytest.mark.parametrize(
    "media_type", ["text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml", "application/n-quads"]
)
def test_triples_come_in_the_format_that_is_accepted(media_type: str, client: httpx.Client) -> None:
    query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{_REGISTRY}> {{ ?s ?p ?o }} }}"
    response = client.get("/sparql", params={"query": query}, headers={"Accept": media_type})
    assert response.headers["content-type"].split(";")[0] == media_type
    form = ox.RdfFormat.from_media_type(media_type)
    assert form is not None
    assert len(list(ox.parse(response.content, format=form))) == 19


def test_a_format_that_does_not_fit_the_answer_is_said(client: httpx.Client) -> None:
    assert client.get("/sparql", params={"query": _CLAIMS}, headers={"Accept": "text/turtle"}).status_code == 406
    assert client.get("/sparql", params={"query": "DESCRIBE <x:y>"}, headers={"Accept": "text/csv"}).status_code == 406
    assert client.get("/sparql", params={"query": _CLAIMS}, headers={"Accept": "image/png"}).status_code == 406


def test_what_is_constructed_twice_is_one_triple(client: httpx.Client) -> None:
    query = "CONSTRUCT { <x:a> <x:b> <x:c> } WHERE { ?s ?p ?o }"
    assert client.get("/sparql", params={"query": query}, headers={"Accept": "application/n-triples"}).text.count("\n") == 1


def test_the_default_graph_is_the_union_and_every_graph_is_named(client: httpx.Client) -> None:
    def count(what: str) -> int:
        return _count(client.get("/sparql", params={"query": f"SELECT (COUNT(*) AS ?n) {{ {what} }}"}))

    assert count("{ SELECT DISTINCT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } }") == count("?s ?p ?o") > 1000
    # each of ten documents says of what kind Chile is, and in the union that is one statement
    kind = "<https://w3id.org/relaas/id/actor/chile> <https://w3id.org/relaas/ns#actorType> ?kind"
    assert count(kind) == 1
    assert count(f"GRAPH ?g {{ {kind} }}") == 10


@pytest.mark.parametrize("by", ["parameter", "from", "from, with a word in a text", "from, over a comment"])
def test_a_dataset_may_be_chosen(by: str, client: httpx.Client) -> None:
    body = {
        "parameter": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
        "from": f"SELECT (COUNT(*) AS ?n) FROM <{_REGISTRY}> {{ ?s ?p ?o }}",
        "from, with a word in a text": f'SELECT (COUNT(*) AS ?n) FROM <{_REGISTRY}> {{ ?s ?p ?o FILTER(STR(?o) != "FROM") }}',
        "from, over a comment": f"SELECT (COUNT(*) AS ?n) # 'FROM\nfrom # <x>\n <{_REGISTRY}> {{ ?s ?p ?o }}",
    }[by]
    parameters = {"query": body} | ({"default-graph-uri": _REGISTRY} if by == "parameter" else {})
    assert _count(client.get("/sparql", params=parameters)) == 19


def test_words_in_texts_iris_and_names_are_no_keywords(client: httpx.Client) -> None:
    query = (
        "PREFIX service: <http://x/LOAD#> SELECT (COUNT(*) AS ?n) { OPTIONAL { ?service service:load ?insert }"
        ' FILTER("SERVICE DELETE" != "FROM") # DROP ALL\n FILTER(\'\'\'LOAD "x\'\'\' != "") }'
    )
    assert _count(client.get("/sparql", params={"query": query})) == 1


def test_what_is_wrong_is_said_in_a_line(client: httpx.Client) -> None:
    response = client.get("/sparql", params={"query": "SELECT * WHERE { ?s ?p "})
    assert response.status_code == 400
    assert response.text.startswith("400 Bad Request: the query is no SPARQL 1.1: error at 1:24")
    assert response.text.count("\n") == 1


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
@pytest.mark.parametrize("path", ["/sparql", f"/data?graph={_REGISTRY}"])
def test_what_would_change_the_store_is_no_method_here(method: str, path: str, client: httpx.Client) -> None:
    response = client.request(method, path)
    assert response.status_code == 405
    assert "PUT" not in response.headers["allow"]


def test_a_graph_of_the_store_protocol(client: httpx.Client) -> None:
    response = client.get("/data", params={"graph": _REGISTRY}, headers={"Accept": "application/n-triples"})
    assert response.text.count(" .\n") == 19
    head = client.head("/data", params={"graph": _REGISTRY})
    assert (head.status_code, head.content) == (200, b"")
    assert client.get("/data", params={"graph": "https://w3id.org/relaas/id/nowhere"}).status_code == 404
    assert client.head("/data", params={"graph": "https://w3id.org/relaas/id/nowhere"}).status_code == 404
    assert client.get("/data").status_code == 400
    assert client.get(f"/data?default&graph={_REGISTRY}").status_code == 400
    union = client.get("/data?default", headers={"Accept": "application/n-triples"})
    assert union.text.count(" .\n") > 1000
    assert len(set(union.text.splitlines())) == union.text.count("\n")


def test_any_page_may_ask(client: httpx.Client) -> None:
    for response in (
        client.get("/sparql", params={"query": "ASK {}"}, headers={"Origin": "https://example.org"}),
        client.get("/sparql", params={"query": "nonsense"}),
        client.get("/nowhere"),
    ):
        assert response.headers["access-control-allow-origin"] == "*"
    asked = client.options("/sparql", headers={"Origin": "https://x", "Access-Control-Request-Method": "POST"})
    assert asked.status_code == 200
    assert "POST" in asked.headers["access-control-allow-methods"]


def test_void_counts_what_is_there(client: httpx.Client) -> None:
    response = client.get("/.well-known/void")
    void = "http://rdfs.org/ns/void#"
    described = ox.Store()
    described.load(response.content, format=ox.RdfFormat.TURTLE)

    def number(pattern: str) -> int:
        found = described.query(f"PREFIX void: <{void}> SELECT ?n {{ ?d a void:Dataset ; {pattern} }}")
        assert isinstance(found, ox.QuerySolutions)
        (row,) = found
        return int(row["n"].value)

    everything = _count(client.get("/sparql", params={"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}))
    assert number("void:triples ?n ; void:sparqlEndpoint ?e") == everything
    part = "void:classPartition [ void:class <https://w3id.org/relaas/ns#Claim> ; void:entities ?n ]"
    assert number(part) == _count(client.get("/sparql", params={"query": _CLAIMS}))
    held = "SELECT (COUNT(*) AS ?n) { ?s <https://w3id.org/relaas/ns#holder> ?o }"
    part = "void:propertyPartition [ void:property <https://w3id.org/relaas/ns#holder> ; void:triples ?n ]"
    assert number(part) == _count(client.get("/sparql", params={"query": held}))


def test_every_named_query_is_an_example_that_runs(client: httpx.Client) -> None:
    described = ox.Store()
    described.load(client.get("/sparql").content, format=ox.RdfFormat.TURTLE)
    found = described.query(
        "PREFIX sh: <http://www.w3.org/ns/shacl#> SELECT ?q ?text ?target {"
        " ?q a sh:SPARQLExecutable ; <http://schema.org/target> ?target ; sh:select|sh:ask|sh:construct ?text }"
    )
    assert isinstance(found, ox.QuerySolutions)
    rows = list(found)
    assert {row["q"].value.rpartition("/")[2] for row in rows} == {query.name for query in named_queries()}
    for row in rows:
        assert row["target"].value == str(client.base_url.join("/sparql"))
        assert client.get("/sparql", params={"query": row["text"].value}).status_code == 200, row["q"]


def test_a_thing_leads_to_its_description(client: httpx.Client) -> None:
    path = "/id/actor/chile"
    for accept, ending in (
        ("text/turtle", ".ttl"), ("application/ld+json", ".jsonld"), ("text/html", ".html"), ("application/n-triples", ".nt"),
        ("*/*", ".html"),
    ):  # fmt: skip
        response = client.get(path, headers={"Accept": accept})
        assert (response.status_code, response.headers["location"]) == (303, path + ending)
        shown = client.get(response.headers["location"])
        assert shown.status_code == 200
        assert "Chile" in shown.text
    assert json.loads(client.get(path + ".jsonld").content)["@graph"]


@pytest.mark.parametrize("path", ["/id/actor/nobody", "/id/actor/nobody.ttl", "/code/verdict/nothing", "/resource?iri=x:y"])
def test_what_nobody_knows_is_not_found(path: str, client: httpx.Client) -> None:
    assert client.get(path).status_code == 404


def test_every_iri_of_the_store_and_of_the_vocabulary_answers(server: Server, client: httpx.Client, small_store: Path) -> None:
    """Every fifth of those that one document, the registry, the ontology and the codes describe."""
    from relaas.serve import Settings, Site
    from relaas.serve.vocabularies import store

    site = Site(small_store, Settings())
    lines = client.get("/data?default", headers={"Accept": "application/n-triples"}).content
    subjects = {quad.subject.value for quad in ox.parse(lines, format=ox.RdfFormat.N_TRIPLES)}
    own = [iri for iri in subjects if iri.startswith((_DOCUMENT, "https://w3id.org/relaas/id/actor/")) or "/doc/" not in iri]
    codes = {quad.subject.value for quad in store() if isinstance(quad.subject, ox.NamedNode)}
    assert len(own) > 50
    assert len(codes) > 200
    for iri in sorted(own)[::5] + sorted(codes)[::5]:
        response = client.get(site.path_of(iri), headers={"Accept": "text/turtle"}, follow_redirects=True)
        assert response.status_code == 200, iri
        assert response.headers["content-type"].startswith("text/turtle")


def test_a_graph_is_data_and_answers_at_once(client: httpx.Client) -> None:
    response = client.get(f"/id/doc/{id_of(0)}/graph", headers={"Accept": "application/n-triples"})
    assert response.status_code == 200
    assert response.text.count("\n") > 100


def test_html_has_a_policy_that_runs_nothing_from_elsewhere(client: httpx.Client) -> None:
    policy = client.get("/id/actor/chile.html").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy.replace("'none'", "")


def test_an_answer_too_large_for_memory_comes_whole_from_a_file(client: httpx.Client) -> None:
    query = "SELECT ?s ?p ?o ?g { GRAPH ?g { ?s ?p ?o } }"
    rows = client.get("/sparql", params={"query": query}).json()["results"]["bindings"]
    everything = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    assert len(rows) == _count(client.get("/sparql", params={"query": everything}))
    response = client.get("/sparql", params={"query": query}, headers={"Accept": "text/csv"})
    assert int(response.headers["content-length"]) == len(response.content) > 256 * 1024


def test_a_new_version_is_served_without_a_pause(tmp_path: Path) -> None:
    paths = write_copies(EXAMPLE.read_bytes(), tmp_path / "graph", 4)
    build(tmp_path / "store", paths[:2])
    query = {"query": "SELECT (COUNT(DISTINCT ?d) AS ?n) { ?d a <https://w3id.org/relaas/ns#Document> }"}
    with serving(tmp_path / "store") as server, httpx.Client(base_url=server.url, timeout=30) as client:
        assert _count(client.get("/sparql", params=query)) == 2
        seen = []
        for expected, change in ((4, {"paths": paths[2:]}), (3, {"withdraw": [paths[0].stem]})):
            update(tmp_path / "store", **change)
            for _ in range(200):
                seen.append(_count(client.get("/sparql", params=query)))
                if seen[-1] == expected:
                    break
            assert seen[-1] == expected
        assert set(seen) <= {2, 3, 4}
        described = client.get("/.well-known/void").text
        assert "void:documents 3" in described or 'void#documents> "3"' in described
    assert not [line for line in server.said if "Traceback" in line]
    # only the live version is left when nobody reads the others
    update(tmp_path / "store", withdraw=[paths[1].stem])
    assert len(list((tmp_path / "store" / "versions").iterdir())) == 1
