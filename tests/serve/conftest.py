"""A store of ten synthetic documents, and a server over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from relaas.store import build
from serve.served import EXAMPLE, Server, serving, write_copies


@pytest.fixture(scope="session")
def small_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten documents."""
    folder = tmp_path_factory.mktemp("small")
    build(folder / "store", write_copies(EXAMPLE.read_bytes(), folder / "graph", 10))
    return folder / "store"


@pytest.fixture(scope="session")
def server(small_store: Path) -> Iterator[Server]:
    """A server over the ten documents."""
    with serving(small_store) as running:
        yield running


@pytest.fixture
def client(server: Server) -> Iterator[httpx.Client]:
    """A client of that server."""
    with httpx.Client(base_url=server.url, timeout=30) as opened:
        yield opened
