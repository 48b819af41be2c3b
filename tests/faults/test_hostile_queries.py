"""Queries and requests made to bring a server down: each is answered with an error within its limit, and others are served on."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import httpx
import pytest

from relaas.store import build
from serve.served import EXAMPLE, Server, serving, write_copies

_SECONDS = 2.0
_SIDE_QUERY = "SELECT (COUNT(*) AS ?n) WHERE { ?c a <https://w3id.org/relaas/ns#Claim> }"


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose limits are small, so that the tests are short: 2 seconds, 256 MiB, 20,000 rows."""
    folder = tmp_path_factory.mktemp("hostile")
    build(folder / "store", write_copies(EXAMPLE.read_bytes(), folder / "graph", 30))
    with serving(folder / "store", "--seconds", str(_SECONDS), "--memory", "256", "--rows", "20000") as running:
        yield running


@pytest.fixture(scope="module")
def patient(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that has as little memory but much time: it refuses for memory alone, on any machine."""
    folder = tmp_path_factory.mktemp("patient")
    build(folder / "store", write_copies(EXAMPLE.read_bytes(), folder / "graph", 1))
    with serving(folder / "store", "--seconds", "25", "--memory", "256") as running:
        yield running


class _Bystander:
    """A client that asks the same small question all the time and notes how it is answered."""

    def __init__(self, server: Server) -> None:
        self._server, self._stop = server, threading.Event()
        self.slowest, self.answers, self.wrong = 0.0, 0, []  # type: float, int, list[str]

    @contextlib.contextmanager
    def watching(self) -> Iterator[None]:
        thread = threading.Thread(target=self._ask)
        thread.start()
        try:
            yield
        finally:
            self._stop.set()
            thread.join(30)

    def _ask(self) -> None:
        with httpx.Client(timeout=30) as client:
            while True:
                begun = time.monotonic()
                response = client.get(self._server.sparql, params={"query": _SIDE_QUERY})
                self.slowest = max(self.slowest, time.monotonic() - begun)
                self.answers += 1
                if response.status_code != 200:
                    self.wrong.append(response.text)
                elif int(response.json()["results"]["bindings"][0]["n"]["value"]) == 0:
                    self.wrong.append("an empty answer")
                if self._stop.wait(0.05):
                    return


def _doubling(times: int) -> str:
    steps = " ".join(f"BIND(CONCAT(?v{n}, ?v{n}) AS ?v{n + 1})" for n in range(times))
    return f'SELECT (STRLEN(?v{times}) AS ?n) {{ BIND("0123456789abcdef" AS ?v0) {steps} }}'


def _product(terms: int) -> str:
    return "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?s{n} ?p{n} ?o{n} ." for n in range(terms)) + " }"


_BY = "<https://w3id.org/relaas/ns#holder>"
#: name -> (query, statuses that are right, a word that the answer must have so that the client knows why)
HOSTILE: dict[str, tuple[str, set[int], str]] = {
    "nested braces": ("SELECT * {" + "{" * 3000 + "?s ?p ?o" + "}" * 3000 + "}", {400}, "nested"),
    "braces to the cap": ("SELECT * {" + "{" * 32000 + "}" * 32000 + "}", {400}, "nested"),
    "braces that never close": ("SELECT * " + "{" * 60000, {400}, "nested"),
    "nested brackets of expressions": ("SELECT * { FILTER(" + "(" * 30000 + "1" + ")" * 30000 + ") }", {400}, "nested"),
    "nested lists": ("SELECT * { ?s ?p " + "(" * 1000 + ")" * 1000 + " }", {400}, "nested"),
    "lists within the depth that is allowed": ("SELECT * { ?s ?p " + "(" * 240 + ")" * 240 + " }", {503}, "seconds"),
    "nested optionals": ("SELECT * {" + "OPTIONAL{" * 5000 + "?s ?p ?o" + "}" * 5000 + "}", {400}, "nested"),
    "a long row of signs of negation": ("SELECT * { ?a ?b ?c . ?d ?e ?f FILTER(" + "!" * 60000 + "?f) }", {503}, ""),
    "doubling of a text": (_doubling(40), {503}, ""),
    "doubling to just above what memory holds": (_doubling(26), {503}, ""),
    "a product of four": (_product(4), {503}, "seconds"),
    "a product of forty": (_product(40), {503}, ""),
    "a product that is sorted": ("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i", {503}, ""),
    "a product of distinct rows": ("SELECT DISTINCT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", {503}, ""),
    "more rows than allowed": ("SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 30000", {503}, "rows"),
    "more triples than allowed": ("CONSTRUCT { ?a ?b ?f } WHERE { ?a ?b ?c . ?d ?e ?f }", {503}, ""),
    "a path over everything": ("SELECT (COUNT(*) AS ?n) { ?a (<x:y>|!<x:y>)* ?b . ?b (<x:y>|!<x:y>)* ?c }", {503}, "seconds"),
    "nested stars of a path": (f"SELECT (COUNT(*) AS ?n) {{ ?a (((({_BY}|^{_BY})*)*)+)* ?b . ?c (!<x:y>)* ?d . ?e !<x:z> ?f }}",
                               {503}, "seconds"),
    "a long row of paths": ("SELECT * { ?s " + "/".join(["!<x:y>"] * 3000) + " ?o }", {503}, ""),
    "a regular expression that repeats repetitions": (
        'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(REGEX(CONCAT(STR(?c), STR(?f)), "(((a*)*)*)*(b|c|d){0,50}$")) }',
        {503}, "seconds"),
    "replacements that grow": (
        'SELECT (STRLEN(?d) AS ?n) { BIND("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" AS ?a) BIND(REPLACE(?a, "a", ?a) AS ?b)'
        ' BIND(REPLACE(?b, "a", ?b) AS ?c) BIND(REPLACE(?c, "a", ?c) AS ?d) }', {503}, ""),
    "a VALUES of many rows, squared": (
        "SELECT (COUNT(*) AS ?n) { VALUES ?a { " + "1 " * 15000 + "} VALUES ?b { " + "2 " * 15000 + "} ?s ?p ?o }", {503}, ""),
    "a VALUES over the cap": ("SELECT * { VALUES ?a { " + "1 " * 40000 + "} }", {413}, "bytes"),
    "groups that are concatenated": (
        'SELECT (GROUP_CONCAT(?x; separator="") AS ?all) { ?a ?b ?c . ?d ?e ?f . BIND(CONCAT(STR(?c), STR(?f)) AS ?x) }',
        {503}, ""),
    "SERVICE in another case": ("SELECT * { sErViCe SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }", {400}, "SERVICE"),
    "SERVICE by a variable": ("SELECT * { VALUES ?w { <http://127.0.0.1:1/> } SERVICE ?w { ?s ?p ?o } }", {400}, "SERVICE"),
    "LOAD": ("LOAD <http://127.0.0.1:1/data.ttl>", {400}, "LOAD"),
    "an update": ("DELETE WHERE { ?s ?p ?o }", {400}, "DELETE"),
    "an update after a query": ("SELECT * { ?s ?p ?o } ; CLEAR ALL", {400}, "CLEAR"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_query_is_refused_in_time_while_others_are_served(name: str, strict: Server) -> None:
    query, statuses, word = HOSTILE[name]
    bystander = _Bystander(strict)
    with bystander.watching():
        begun = time.monotonic()
        response = httpx.post(strict.sparql, data={"query": query}, timeout=30)
        taken = time.monotonic() - begun
    assert response.status_code in statuses, response.text[:300]
    assert word in response.text
    assert response.headers["content-type"].startswith("text/plain")
    assert taken < _SECONDS + 2
    assert not bystander.wrong
    assert bystander.answers
    assert bystander.slowest < 2


@pytest.mark.parametrize("times", [26, 40])
def test_a_query_that_needs_too_much_memory_is_told_so(times: int, patient: Server) -> None:
    response = httpx.post(patient.sparql, data={"query": _doubling(times)}, timeout=30)
    assert response.status_code == 503, response.text[:300]
    assert "256 MiB of memory" in response.text


def test_many_hostile_queries_at_once_leave_a_worker_for_the_pages(strict: Server) -> None:
    def bomb() -> None:
        with contextlib.suppress(httpx.HTTPError):
            httpx.post(strict.sparql, data={"query": _product(4)}, timeout=30)

    threads = [threading.Thread(target=bomb) for _ in range(12)]
    for thread in threads:
        thread.start()
    time.sleep(0.3)
    begun = time.monotonic()
    response = httpx.get(f"{strict.url}/id/actor/chile.ttl", timeout=30)
    assert response.status_code == 200
    assert time.monotonic() - begun < 1
    for thread in threads:
        thread.join(60)


def test_nothing_is_fetched(strict: Server) -> None:
    """What names an address of this machine in any way never reaches it."""
    asked: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

        do_POST = do_GET  # noqa: N815 - the name that http.server looks for

        def log_message(self, format: str, *args: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Listener) as listener:
        threading.Thread(target=listener.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{listener.server_port}/x"
        queries = [
            f"SELECT * {{ SERVICE <{address}> {{ ?s ?p ?o }} }}",
            f"SELECT * {{ SERVICE SILENT <{address}> {{ ?s ?p ?o }} }}",
            f"SELECT * {{ \\u0053ERVICE SILENT <{address}> {{ ?s ?p ?o }} }}",
            f"SELECT * {{ ?s ?p ?o # <\nSERVICE SILENT <{address}> {{ ?s ?p ?o }} }}",
            f"SELECT * {{ FILTER(1<2) SERVICE<{address}>{{?s ?p ?o}} FILTER(2>1) }}",
            f"SELECT * {{ ?s ?p '''a''' . SERVICE SILENT <{address}> {{ ?s ?p ?o }} }}",
            f"SELECT * FROM <{address}> {{ ?s ?p ?o }}",
            f"SELECT * FROM NAMED <{address}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
            f"LOAD <{address}>",
            f"SELECT * {{ GRAPH <{address}> {{ ?s ?p ?o }} }}",
            f"DESCRIBE <{address}>",
        ]
        for query in queries:
            assert httpx.get(strict.sparql, params={"query": query}).status_code in (200, 400)
        for parameter in ("default-graph-uri", "named-graph-uri"):
            response = httpx.get(strict.sparql, params={"query": "SELECT * { ?s ?p ?o }", parameter: address})
            assert response.json()["results"]["bindings"] == []
        assert httpx.get(f"{strict.url}/data", params={"graph": address}).status_code == 404
        listener.shutdown()
    assert asked == []


def test_a_body_of_a_megabyte_is_refused_before_it_is_read(strict: Server) -> None:
    for kind in ("application/sparql-query", "application/x-www-form-urlencoded"):
        response = httpx.post(strict.sparql, content=b"x" * 1_000_000, headers={"Content-Type": kind}, timeout=10)
        assert response.status_code == 413


def test_a_body_of_a_megabyte_that_comes_in_pieces_is_refused(strict: Server) -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(100):
            yield b"x" * 10_000

    response = httpx.post(strict.sparql, content=pieces(), headers={"Content-Type": "application/sparql-query"}, timeout=10)
    assert response.status_code == 413


def test_a_body_that_never_ends_is_given_up(strict: Server) -> None:
    with _connected(strict) as link:
        link.sendall(
            b"POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Type: application/sparql-query\r\nContent-Length: 1000\r\n\r\nSELECT"
        )
        begun = time.monotonic()
        assert b" 400 " in _received(link)
        assert time.monotonic() - begun < _SECONDS + 2


def test_heads_that_never_end_hold_nobody_up_and_are_closed(strict: Server) -> None:
    bystander = _Bystander(strict)
    with contextlib.ExitStack() as stack:
        links = [stack.enter_context(_connected(strict)) for _ in range(200)]
        for link in links:
            link.sendall(b"GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: a\r\nX-Slow: ")
        with bystander.watching():
            begun = time.monotonic()
            assert _received(links[-1]) == b""
            assert time.monotonic() - begun < _SECONDS + 2
    assert not bystander.wrong
    assert bystander.slowest < 2


def test_a_client_that_reads_nothing_holds_no_worker(strict: Server) -> None:
    """Four such clients are as many as there are workers; the fifth is served at once."""
    query = b"SELECT%20*%20%7B%3Fa%20%3Fb%20%3Fc.%3Fd%20%3Fe%20%3Ff%7D%20LIMIT%2019000"
    with contextlib.ExitStack() as stack:
        for _ in range(4):
            link = stack.enter_context(_connected(strict))
            link.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            link.sendall(b"GET /sparql?query=" + query + b" HTTP/1.1\r\nHost: a\r\n\r\n")
        time.sleep(1.5)
        begun = time.monotonic()
        assert httpx.get(strict.sparql, params={"query": _SIDE_QUERY}).status_code == 200
        assert time.monotonic() - begun < 1


def test_a_client_that_goes_away_ends_its_query(strict: Server) -> None:
    for _ in range(8):
        with _connected(strict) as link:
            link.sendall(
                b"GET /sparql?query="
                + _product(4).replace(" ", "%20").replace("?", "%3F").encode()
                + b" HTTP/1.1\r\nHost: a\r\n\r\n"
            )
            time.sleep(0.03)
    begun = time.monotonic()
    assert httpx.get(strict.sparql, params={"query": _SIDE_QUERY}, timeout=30).status_code == 200
    assert time.monotonic() - begun < 1.2


@pytest.mark.parametrize(
    "raw",
    [
        b"GET /%ff%fe HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /id/%00 HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /id/../../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /resource?iri=%22%3E%3Cscript%3E HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /data?graph=not%20an%20iri HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /sparql?query=%ff%fe HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /sparql?query=ASK%7B%7D&default-graph-uri=not%20an%20iri HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: a\r\nAccept: ;;;,/,*\r\n\r\n",
        b"GET /sparql?query=%00 HTTP/1.1\r\nHost: a\r\n\r\n",
        b'GET /sparql HTTP/1.1\r\nHost: "><x\r\n\r\n',
        b"BREW /sparql HTTP/1.1\r\nHost: a\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET " + b"/" * 70_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n",
    ],
)
def test_a_request_that_is_nonsense_is_no_fault_of_ours(raw: bytes, strict: Server) -> None:
    with _connected(strict) as link:
        link.sendall(raw)
        answer = _received(link)
    assert answer.startswith(b"HTTP/1.1 ") or answer == b""
    assert not answer.startswith(b"HTTP/1.1 5"), answer[:300]
    assert httpx.get(strict.sparql, params={"query": "ASK {}"}).json()["boolean"] is True


def test_no_request_has_left_a_trace_of_a_crash(strict: Server) -> None:
    assert not [line for line in strict.said if "Traceback" in line]


def _connected(server: Server) -> socket.socket:
    host, _, port = server.url.removeprefix("http://").partition(":")
    return socket.create_connection((host, int(port)), timeout=20)


def _received(link: socket.socket) -> bytes:
    """Return the first piece of an answer, b"" when the connection is closed without one."""
    try:
        return link.recv(65536)
    except (ConnectionResetError, TimeoutError):
        return b""
