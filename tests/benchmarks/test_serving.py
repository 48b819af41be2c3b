"""64 clients at once: `relaas serve` beside Oxigraph's own server over one database (see docs/serving.md for the command).

Each server is asked for RELAAS_LOAD_SECONDS (60) by the same clients, the same questions in the same order; one after the other,
so that neither takes the other's processors. The figures are printed by `-s`, and stand in docs/serving.md.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from relaas.pipeline import Build
from relaas.serialize import serialize
from relaas.store import build
from relaas.store.folder import ROCKS, version_folder
from serve.served import id_of, serving, write_copies

_CLIENTS, _DOCUMENTS = 64, 1000
_SECONDS = float(os.environ.get("RELAAS_LOAD_SECONDS", "60"))
_PREFIXES = (
    "PREFIX relaas: <https://w3id.org/relaas/ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    "PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX oa: <http://www.w3.org/ns/oa#> "
)
#: What a reader of one document asks, and one who looks over all of them.
_QUESTIONS = (
    "SELECT ?claim ?holder ?words { <DOC> dcterms:hasPart ?part . ?claim relaas:inPart ?part ; relaas:holder ?h ."
    " ?h rdfs:label ?holder OPTIONAL { ?claim relaas:contentText ?words } }",
    "SELECT ?event ?label ?when { <DOC> dcterms:hasPart ?part . ?claim relaas:inPart ?part ; relaas:aboutEvent ?event ."
    " ?event rdfs:label ?label OPTIONAL { ?event relaas:edtf ?when } }",
    "SELECT ?p ?o { <DOC> ?p ?o }",
    "SELECT ?question ?verdict ?words { <DOC> dcterms:hasPart ?question . ?c relaas:ofQuestion ?question ;"
    " relaas:verdict ?verdict . ?question relaas:span/oa:exact ?words }",
    "CONSTRUCT { ?claim ?p ?o } { <DOC> dcterms:hasPart ?part . ?claim relaas:inPart ?part ; ?p ?o }",
    "SELECT ?act (COUNT(*) AS ?n) { ?claim relaas:speechAct ?act } GROUP BY ?act ORDER BY DESC(?n)",
    "SELECT ?title ?document { ?document a relaas:Document ; dcterms:title ?title } ORDER BY ?title ?document LIMIT 50",
)


@dataclass(frozen=True, slots=True)
class Figures:
    """How a server did: answers a second, and the milliseconds within which half and 95 in 100 of them came."""

    rate: float
    half: float
    most: float
    wrong: int


@pytest.fixture(scope="module")
def documents(sample_build: Build, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The sample, a thousand times under other ids."""
    return write_copies(serialize(sample_build.dataset, "nquads"), tmp_path_factory.mktemp("load") / "graph", _DOCUMENTS)


def _requests() -> Iterator[str]:
    for number in itertools.count():
        text = _QUESTIONS[number % len(_QUESTIONS)].replace("DOC", f"https://w3id.org/relaas/id/doc/{id_of(number % _DOCUMENTS)}")
        yield quote(_PREFIXES + text)


async def _client(address: tuple[str, int, str], requests: Iterator[str], end: float, taken: list[float]) -> int:
    """Ask one question after another over one connection; return how many went wrong."""
    host, port, path = address
    reader, writer = await asyncio.open_connection(host, port)
    wrong = 0
    while time.monotonic() < end:
        begun = time.monotonic()
        writer.write(f"GET {path}?query={next(requests)} HTTP/1.1\r\nHost: {host}\r\nAccept: */*\r\n\r\n".encode())
        head = await reader.readuntil(b"\r\n\r\n")
        fields = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:] if b": " in line)
        if b"content-length" in fields:
            await reader.readexactly(int(fields[b"content-length"]))
        else:
            while size := int((await reader.readline()).strip(), 16):
                await reader.readexactly(size + 2)
            await reader.readline()
        taken.append(time.monotonic() - begun)
        wrong += b" 200 " not in head.split(b"\r\n")[0]
    writer.close()
    return wrong


def _loaded(url: str) -> Figures:
    """Put a server under load."""
    parts = httpx.URL(url)
    address = (parts.host, parts.port or 80, parts.path)

    async def run() -> Figures:
        requests, taken = _requests(), list[float]()
        end = time.monotonic() + _SECONDS
        wrong = sum(await asyncio.gather(*(_client(address, requests, end, taken) for _ in range(_CLIENTS))))
        taken.sort()
        return Figures(len(taken) / _SECONDS, taken[len(taken) // 2] * 1000, taken[int(len(taken) * 0.95)] * 1000, wrong)

    return asyncio.run(run())


def _oxigraph(store: Path, folder: Path) -> tuple[subprocess.Popen[bytes], str]:
    """Start Oxigraph's own server over a copy of the same database."""
    program = str(Path(sys.executable).with_name("oxigraph"))
    shutil.copytree(version_folder(store) / ROCKS, folder)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [program, "serve-read-only", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(300):
        try:
            httpx.get(f"http://127.0.0.1:{port}/query", params={"query": "ASK {}"})
            break
        except httpx.TransportError:
            time.sleep(0.1)
    return process, f"http://127.0.0.1:{port}/query"


def test_load_beside_oxigraph(benchmark: BenchmarkFixture, documents: list[Path], tmp_path: Path) -> None:
    build(tmp_path / "store", documents)
    process, url = _oxigraph(tmp_path / "store", tmp_path / "oxigraph")
    try:
        theirs = _loaded(url)
    finally:
        process.kill()
        process.wait()
    with serving(tmp_path / "store") as server:
        ours: Figures = benchmark.pedantic(_loaded, args=(server.sparql,), rounds=1, iterations=1)  # type: ignore[no-untyped-call]
    sys.stdout.write(f"\nrelaas   {ours}\noxigraph {theirs}\np95: {ours.most / theirs.most:.2f} times Oxigraph's own server\n")
    assert ours.wrong == theirs.wrong == 0
