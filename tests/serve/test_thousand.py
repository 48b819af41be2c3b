"""Every named query over a thousand documents: an answer in full, under the limits that a server has by default."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from relaas.query import named_queries
from relaas.serve import Limits
from relaas.store import build
from serve.served import EXAMPLE, Server, serving, write_copies

_DOCUMENTS = 1000


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server over a thousand documents."""
    folder = tmp_path_factory.mktemp("thousand")
    build(folder / "store", write_copies(EXAMPLE.read_bytes(), folder / "graph", _DOCUMENTS))
    with serving(folder / "store") as running:
        yield running


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server over one of them."""
    folder = tmp_path_factory.mktemp("one")
    build(folder / "store", write_copies(EXAMPLE.read_bytes(), folder / "graph", 1))
    with serving(folder / "store") as running:
        yield running


def _rows(server: Server, query: str) -> int:
    response = httpx.post(server.sparql, data={"query": query}, timeout=Limits().seconds + 5)
    assert response.status_code == 200, response.text
    return len(response.json()["results"]["bindings"])


@pytest.mark.parametrize("name", [query.name for query in named_queries()])
def test_a_named_query_answers_in_full(name: str, large: Server, one: Server) -> None:
    (query,) = (query for query in named_queries() if query.name == name)
    few, many = _rows(one, query.text), _rows(large, query.text)
    if name in ("actors", "wikidata-links"):  # whom all the documents name are rows of their own, once
        assert few < many <= few * _DOCUMENTS
    else:
        assert many == few * _DOCUMENTS
