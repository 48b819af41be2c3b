"""Pushing graphs to stores of others, really started: Oxigraph's server, Virtuoso, and one that fails on purpose."""

from __future__ import annotations

import contextlib
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from debian import install
from relaas.errors import GraphError, RemoteError, UsageError
from relaas.publish import DIGESTS, Access, publish
from serve.served import EXAMPLE, write_copies

_REGISTRY = "https://w3id.org/relaas/id/registry"


@dataclass
class Target:
    """A store of somebody else."""

    access: Access
    sparql: str

    def count(self, graph: str) -> int:
        """Count the statements of a graph there."""
        query = f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
        response = httpx.get(self.sparql, params={"query": query}, headers={"Accept": "application/sparql-results+json"})
        return int(response.json()["results"]["bindings"][0]["n"]["value"])

    def graphs(self) -> set[str]:
        """Name the graphs there that are ours."""
        query = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }"
        response = httpx.get(self.sparql, params={"query": query}, headers={"Accept": "application/sparql-results+json"})
        found = {row["g"]["value"] for row in response.json()["results"]["bindings"]}
        return {graph for graph in found if graph.startswith(("https://w3id.org/relaas/", DIGESTS))}


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _wait_for(url: str, process: subprocess.Popen[bytes], seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with contextlib.suppress(httpx.TransportError):
            httpx.get(url, params={"query": "ASK {}"}, timeout=5)
            return
        assert process.poll() is None, "the server ended"
        time.sleep(0.1)
    raise AssertionError("the server did not start")


@contextlib.contextmanager
def _oxigraph(folder: Path) -> Iterator[Target]:
    program = Path(sys.executable).with_name("oxigraph")
    if not program.is_file():
        pytest.skip("the oxigraph server is not installed")
    port = _free_port()
    command = [str(program), "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(f"http://127.0.0.1:{port}/query", process, 30)
        yield Target(Access(f"http://127.0.0.1:{port}/store", pause=0.01), f"http://127.0.0.1:{port}/query")
    finally:
        process.kill()
        process.wait()


@contextlib.contextmanager
def _virtuoso(folder: Path) -> Iterator[Target]:
    trouble = "" if shutil.which("virtuoso-t") else install("virtuoso-opensource")
    if shutil.which("virtuoso-t") is None:
        pytest.skip(f"Virtuoso is absent (apt-get install virtuoso-opensource): {trouble}")
    folder.mkdir()
    port, http_port = _free_port(), _free_port()
    (folder / "virtuoso.ini").write_text(
        "[Database]\nDatabaseFile = v.db\nErrorLogFile = v.log\nLockFile = v.lck\nTransactionFile = v.trx\n"
        "xa_persistent_file = v.pxa\nErrorLogLevel = 7\nFileExtend = 200\nMaxCheckpointRemap = 2000\nStriping = 0\n"
        "TempStorage = TempDatabase\n"
        "[TempDatabase]\nDatabaseFile = t.db\nTransactionFile = t.trx\nMaxCheckpointRemap = 2000\nStriping = 0\n"
        f"[Parameters]\nServerPort = 127.0.0.1:{port}\nNumberOfBuffers = 10000\nMaxDirtyBuffers = 6000\nServerThreads = 10\n"
        f"DirsAllowed = .\nSchedulerInterval = 10\n"
        f"[HTTPServer]\nServerPort = 127.0.0.1:{http_port}\nServerThreads = 10\nMaxKeepAlives = 10\nKeepAliveTimeout = 10\n"
        "[SPARQL]\nResultSetMaxRows = 10000\n",
        encoding="ascii",
    )
    command = ["virtuoso-t", "-f", "+configfile", "virtuoso.ini"]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(f"http://127.0.0.1:{http_port}/sparql", process, 90)
        _allow_writing(port)
        access = Access(f"http://127.0.0.1:{http_port}/sparql-graph-crud-auth", user="dba", password="dba", pause=0.01)
        yield Target(access, f"http://127.0.0.1:{http_port}/sparql")
    finally:
        process.kill()
        process.wait()


def _allow_writing(port: int) -> None:
    """Let everybody read: that is what the test asks over."""
    program = shutil.which("isql-vt") or shutil.which("isql-v")
    assert program is not None
    subprocess.run(
        [program, f"127.0.0.1:{port}", "dba", "dba", "exec=DB.DBA.RDF_DEFAULT_USER_PERMS_SET ('nobody', 1);"],
        check=True, capture_output=True, timeout=60,
    )  # fmt: skip


@pytest.fixture(scope="module", params=["oxigraph", "virtuoso"])
def target(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    """Each of the stores, empty at first."""
    start = {"oxigraph": _oxigraph, "virtuoso": _virtuoso}[request.param]
    with start(tmp_path_factory.mktemp("target") / request.param) as running:
        yield running


@pytest.fixture
def documents(tmp_path: Path) -> list[Path]:
    """Three documents."""
    return write_copies(EXAMPLE.read_bytes(), tmp_path / "graph", 3)


def _triples(paths: list[Path], graph: str) -> int:
    quads = {quad for path in paths for quad in ox.parse(path.read_bytes(), format=ox.RdfFormat.N_QUADS)}
    return len({quad.triple for quad in quads if quad.graph_name == ox.NamedNode(graph)})


def test_graphs_arrive_whole_and_only_what_changed_is_sent_again(target: Target, documents: list[Path]) -> None:
    first = publish(target.access, documents)
    assert len(first.sent) == 13
    assert target.graphs() == {*first.sent, DIGESTS}
    for graph in first.sent:
        assert target.count(graph) == _triples(documents, graph), graph

    again = publish(target.access, documents)
    assert (again.sent, len(again.same)) == ((), 13)

    with documents[0].open("a", encoding="utf-8") as file:
        file.write(f'<http://x/s> <http://x/p> "één \\"nieuw\\" woord\\n"@nl <{_REGISTRY}> .\n')
    changed = publish(target.access, documents)
    assert changed.sent == (_REGISTRY,)
    assert target.count(_REGISTRY) == _triples(documents, _REGISTRY) == 20

    fewer = publish(target.access, documents[:2], prune=True)
    assert len(fewer.removed) == 4
    assert fewer.sent == ()
    assert target.graphs() == {*fewer.same, DIGESTS}

    assert len(publish(target.access, documents[:2], everything=True).sent) == 9


def test_a_name_or_password_that_is_wrong_is_said(documents: list[Path], tmp_path: Path) -> None:
    with _virtuoso(tmp_path / "v") as running:
        wrong = Access(running.access.url, user="dba", password="nee", pause=0.01)
        with pytest.raises(RemoteError, match=r"401.*give --user"):
            publish(wrong, documents)


class _Moody(BaseHTTPRequestHandler):
    """A Graph Store that answers as it is told, then as one should."""

    moods: list[int] = []  # noqa: RUF012 - filled by each test
    graphs: dict[str, bytes] = {}  # noqa: RUF012

    def _answer(self, status: int, body: bytes = b"") -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Type", "text/turtle")
        self.end_headers()
        self.wfile.write(body)

    def _serve(self) -> None:
        from urllib.parse import parse_qs, urlsplit

        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        graph = parse_qs(urlsplit(self.path).query)["graph"][0]
        mood = self.moods.pop(0) if self.moods else 0
        if mood == 1:
            self.close_connection = True  # no answer at all
        elif mood:
            self._answer(mood, b"not now\nreally")
        elif self.command == "PUT":
            self.graphs[graph] = body
            self._answer(204)
        elif self.command == "GET" and graph in self.graphs:
            self._answer(200, self.graphs[graph])
        elif self.command == "DELETE" and self.graphs.pop(graph, None) is not None:
            self._answer(204)
        else:
            self._answer(404)

    do_GET = do_PUT = do_DELETE = _serve  # noqa: N815 - the names that http.server looks for

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def moody() -> Iterator[Callable[..., Access]]:
    """A store whose first answers are given."""
    _Moody.moods, _Moody.graphs = [], {}
    with ThreadingHTTPServer(("127.0.0.1", 0), _Moody) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()

        def access(*moods: int) -> Access:
            _Moody.moods = list(moods)
            return Access(f"http://127.0.0.1:{server.server_port}/rdf?db=x", pause=0.01)

        yield access
        server.shutdown()


def test_what_may_pass_is_tried_again(moody: Callable[..., Access], documents: list[Path]) -> None:
    done = publish(moody(503, 0, 1, 502, 429, 0, 500, 1), documents)
    assert len(done.sent) == 13
    assert set(_Moody.graphs) == {*done.sent, DIGESTS}
    assert _Moody.graphs[_REGISTRY].count(b"\n") == 19


def test_what_does_not_pass_is_one_line_and_the_next_push_goes_on(moody: Callable[..., Access], documents: list[Path]) -> None:
    with pytest.raises(RemoteError, match=r"answers 503 \(not now really\); tried 5 times") as error:
        publish(moody(0, 0, 0, 0, *[503] * 5), documents)
    assert "\n" not in str(error.value)
    assert len(_Moody.graphs) == 4
    rest = publish(moody(), documents)
    assert (len(rest.same), len(rest.sent)) == (3, 10)


@pytest.mark.parametrize(("status", "word"), [(401, "--user"), (403, "may not write"), (404, "Graph Store"), (413, "larger")])
def test_what_is_refused_is_not_tried_again(status: int, word: str, moody: Callable[..., Access], documents: list[Path]) -> None:
    with pytest.raises(RemoteError, match=word):
        publish(moody(0, status), documents)
    assert not _Moody.moods


def test_what_cannot_be_reached_is_said(documents: list[Path]) -> None:
    with pytest.raises(RemoteError, match=r"cannot be reached.*tried 5 times"):
        publish(Access(f"http://127.0.0.1:{_free_port()}/store", pause=0.001), documents)
    with pytest.raises(UsageError, match="begins with http"):
        publish(Access("ftp://x/"), documents)


def test_statements_outside_a_graph_are_not_sent(moody: Callable[..., Access], tmp_path: Path) -> None:
    (tmp_path / "los.nq").write_text("<http://x/s> <http://x/p> <http://x/o> .\n", encoding="utf-8")
    with pytest.raises(GraphError, match="outside a named graph"):
        publish(moody(), [tmp_path / "los.nq"])
    assert _Moody.graphs == {}
