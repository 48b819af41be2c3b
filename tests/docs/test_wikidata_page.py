"""The queries of docs/wikidata.md, run by an endpoint that plays Wikidata and calls ours with SERVICE, both on the loopback."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit
from urllib.request import urlopen

import pyoxigraph
import pytest

from relaas.pipeline import Build
from relaas.serialize import serialize

PAGE = Path(__file__).resolve().parents[2] / "docs" / "wikidata.md"
WD, LABEL = "http://www.wikidata.org/entity/", "<http://www.w3.org/2000/01/rdf-schema#label>"
#: A few items as a Wikidata endpoint has them: two states, a city with coordinates, a person with an office, and one that ended.
WIKIDATA = f"""
@prefix wd: <{WD}> . @prefix wdt: <http://www.wikidata.org/prop/direct/> . @prefix p: <http://www.wikidata.org/prop/> .
@prefix ps: <http://www.wikidata.org/prop/statement/> . @prefix pq: <http://www.wikidata.org/prop/qualifier/> .
wd:Q399 wdt:P31 wd:Q3624078 ; {LABEL} "Armenia"@en, "Armenië"@nl ; wdt:P625 "Point(45 40)" .
wd:Q227 wdt:P31 wd:Q3624078 ; {LABEL} "Azerbaijan"@en .
wd:Q45 wdt:P31 wd:Q3624078 ; {LABEL} "Portugal"@en .
wd:Q71 {LABEL} "Geneva"@en ; wdt:P625 "Point(6.1 46.2)" .
wd:Q950958 wdt:P39 wd:Q213107 ; {LABEL} "Charles Michel"@nl .
wd:Q12983 wdt:P39 wd:Q213107 ; {LABEL} "Herman Van Rompuy"@nl .
wd:Q16366137 p:P39 [ ps:P39 wd:Q2065366 ; pq:P582 "2024-07-16" ] .
"""


class Endpoint:
    """A SPARQL endpoint over a store, for GET and POST, as simple as one can be."""

    def __init__(self, store: pyoxigraph.Store) -> None:
        self.asked: list[str] = []
        endpoint = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self._answer(parse_qs(urlsplit(self.path).query)["query"][0])

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                form = self.headers["Content-Type"].startswith("application/x-www-form-urlencoded")
                self._answer(parse_qs(body)["query"][0] if form else body)

            def _answer(self, query: str) -> None:
                endpoint.asked.append(query)
                results = store.query(query, use_default_graph_as_union=True)
                assert isinstance(results, pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean)
                data = results.serialize(format=pyoxigraph.QueryResultsFormat.JSON)
                assert data is not None
                self.send_response(200)
                self.send_header("Content-Type", "application/sparql-results+json")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}/sparql"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()

    def ask(self, query: str) -> list[dict[str, str]]:
        """Return the rows of a query, put to the endpoint over HTTP."""
        with urlopen(f"{self.address}?query={quote(query)}", timeout=20) as response:
            answer: dict[str, Any] = json.load(response)
        return [{k: v["value"].removeprefix(WD) for k, v in row.items()} for row in answer["results"]["bindings"]]

    def close(self) -> None:
        """Stop the server."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


def queries() -> dict[str, str]:
    """Return the queries of the page by the heading above them."""
    page = PAGE.read_text(encoding="utf-8")
    sections = [section.partition("\n") for section in re.split(r"^### ", page, flags=re.MULTILINE)[1:]]
    found = {title: re.findall(r"^```sparql\n(.*?)^```$", text, re.MULTILINE | re.DOTALL) for title, _, text in sections}
    return {title: blocks[0] for title, blocks in found.items() if blocks}


@pytest.fixture(scope="module")
def endpoints(sample_build: Build) -> Iterator[tuple[Endpoint, Endpoint]]:
    """The endpoint that plays Wikidata, and ours with the sample in it."""
    ours, theirs = pyoxigraph.Store(), pyoxigraph.Store()
    ours.load(serialize(sample_build.dataset, "nquads"), format=pyoxigraph.RdfFormat.N_QUADS)
    theirs.load(WIKIDATA.encode(), format=pyoxigraph.RdfFormat.TURTLE)
    pair = Endpoint(theirs), Endpoint(ours)
    yield pair
    for endpoint in pair:
        endpoint.close()


def asked(endpoints: tuple[Endpoint, Endpoint], heading: str) -> list[dict[str, str]]:
    wikidata, ours = endpoints
    before = len(ours.asked)
    rows = wikidata.ask(queries()[heading].replace("https://relaas.example/sparql", ours.address))
    assert len(ours.asked) > before, "the query did not come to our endpoint"
    return rows


def test_every_query_of_the_page_has_a_test() -> None:
    tested = {
        "Who is quoted most among the states of the world",
        "What happened where, on a map",
        "What the holders of an office said",
        "Where our background knowledge is behind",
    }
    assert set(queries()) == tested
    assert PAGE.read_text(encoding="utf-8").count("```sparql") == len(tested)


def test_who_is_quoted_most(endpoints: tuple[Endpoint, Endpoint]) -> None:
    rows = asked(endpoints, "Who is quoted most among the states of the world")
    assert {r["name"] for r in rows} == {"Armenia", "Azerbaijan"}
    assert all(int(r["claims"]) >= 1 for r in rows)


def test_what_happened_where(endpoints: tuple[Endpoint, Endpoint]) -> None:
    rows = asked(endpoints, "What happened where, on a map")
    assert ("Q399", "Point(45 40)") in {(r["place"], r["where"]) for r in rows}
    assert all(r["type"].startswith("https://w3id.org/relaas/code/event-type/") for r in rows)


def test_what_the_holders_of_an_office_said(endpoints: tuple[Endpoint, Endpoint]) -> None:
    rows = asked(endpoints, "What the holders of an office said")
    assert {r["name"] for r in rows} == {"Charles Michel"}


def test_where_we_are_behind(endpoints: tuple[Endpoint, Endpoint]) -> None:
    rows = asked(endpoints, "Where our background knowledge is behind")
    assert rows == [{"person": "Q16366137", "item": "Q2065366", "end": "2024-07-16"}]
