"""Sites over small stores, really served."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from serve.served import serving

if TYPE_CHECKING:
    from rdflib import Dataset

    from relaas.pipeline import Build


def _client(folder: Path, datasets: dict[str, Dataset]) -> Iterator[httpx.Client]:
    from relaas.serialize import serialize
    from relaas.store import build

    paths = []
    for name, dataset in datasets.items():
        paths.append(folder / f"{name}.nq")
        paths[-1].write_bytes(serialize(dataset, "nquads"))
    build(folder / "store", paths)
    with (
        serving(folder / "store") as server,
        httpx.Client(base_url=server.url, timeout=30, headers={"Accept": "text/html"}) as client,
    ):
        yield client


@pytest.fixture(scope="session")
def sample_site(sample_build: Build, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """The site of the sample."""
    yield from _client(tmp_path_factory.mktemp("sample-site"), {"sample": sample_build.dataset})


@pytest.fixture(scope="session")
def hostile_site(sample_build: Build, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """The site of a graph whose every word is out to do harm."""
    from serve_pages.hostile_graph import hostile

    yield from _client(tmp_path_factory.mktemp("hostile-site"), {"hostile": hostile(sample_build.dataset)})


@pytest.fixture(scope="session")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A site of 230 documents that have a title and nothing more."""
    from rdflib import Dataset
    from rdflib.term import Literal, URIRef

    from relaas.vocabulary import DCTERMS, RDF, RELAAS

    dataset = Dataset()
    for number in range(230):
        document = URIRef(f"https://w3id.org/relaas/id/doc/{number:016x}")
        graph = dataset.graph(URIRef(f"{document}/graph"))
        graph.add((document, RDF.type, RELAAS.Document))
        graph.add((document, DCTERMS.title, Literal(f"Vraag {number:03}", lang="nl")))
    yield from _client(tmp_path_factory.mktemp("long-site"), {"long": dataset})


@pytest.fixture(scope="session")
def untitled_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A site of a document that has no title, beside two whose titles begin with a small and a capital letter."""
    from relaas import build
    from relaas.model import Source

    texts = {
        "a": "Zeewier\n\n1. Groeit het?\n2. Waar?\n",
        "b": "appels\n\n1. Groeien ze?\n2. Waar?\n",
        "c": "Vraag 1\nWie  zwemt?\n",
    }
    made = {name: build(Source(name, text, name * 64)).dataset for name, text in texts.items()}
    yield from _client(tmp_path_factory.mktemp("untitled-site"), made)


@pytest.fixture(scope="session")
def foreign_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A site of a graph that relaas did not make: other names, blank nodes, two documents in one graph."""
    from rdflib import BNode, Dataset
    from rdflib.term import Literal, URIRef

    from relaas.vocabulary import DCTERMS, RDF, RDFS, RELAAS

    dataset = Dataset()
    documents = [URIRef(f"https://w3id.org/relaas/id/doc/{number}") for number in ("one", "two")]
    for document in documents:
        for graph in (dataset.graph(URIRef(f"{documents[0]}/graph")), dataset.graph(URIRef("https://example.org/graph"))):
            graph.add((document, RDF.type, RELAAS.Document))
            graph.add((document, DCTERMS.title, Literal(f"Stuk {document[-3:]}", lang="nl")))
            graph.add((document, URIRef("https://example.org/about"), URIRef("https://example.org/thema/één")))
            graph.add((document, URIRef("https://example.org/by"), BNode("writer")))
    other = dataset.graph(URIRef("https://example.org/graph"))
    other.add((URIRef("https://example.org/thema/één"), RDFS.label, Literal("Thème", lang="fr")))
    other.add((URIRef("urn:isbn:9789"), RDFS.label, Literal("Een boek")))
    yield from _client(tmp_path_factory.mktemp("foreign-site"), {"foreign": dataset})


@pytest.fixture(scope="session")
def document_path(sample_build: Build) -> str:
    """The path of the sample's document, the same in every site that is made from it."""
    from relaas.vocabulary import RDF, RELAAS

    subjects = (s for s, _, _, _ in sample_build.dataset.quads((None, RDF.type, RELAAS.Document, None)))
    return str(next(subjects)).removeprefix("https://w3id.org/relaas")
