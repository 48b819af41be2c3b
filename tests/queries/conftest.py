"""The sample's graph in a store, and a way to ask it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from relaas.query import Table, ask, load_graphs, named_query
from relaas.serialize import FORMATS, serialize

if TYPE_CHECKING:
    from relaas.pipeline import Build

Rows = list[dict[str, str]]
Asker = Callable[..., Rows]


def asker(path: Path) -> Asker:
    """Return a function that answers a named query over one graph file, as rows of text."""
    store = load_graphs([path])

    def rows(name: str, **values: str) -> Rows:
        query = named_query(name)
        assert query is not None, name
        table = ask(store, query.bound(values))
        assert isinstance(table, Table)
        assert table.columns == query.columns, f"{name}: the columns of the query are not those its head names"
        return [dict(zip(table.columns, row, strict=True)) for row in table.cells()]

    return rows


@pytest.fixture(scope="session", params=list(FORMATS))
def graph_file(request: pytest.FixtureRequest, sample_build: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's graph in each of the five formats."""
    path = tmp_path_factory.mktemp("queries") / f"sample.{FORMATS[request.param].ending}"
    path.write_bytes(serialize(sample_build.dataset, request.param))
    return path


@pytest.fixture(scope="session")
def rows(sample_build: Build, tmp_path_factory: pytest.TempPathFactory) -> Asker:
    """Ask a named query of the sample's N-Quads."""
    path = tmp_path_factory.mktemp("sample") / "sample.nq"
    path.write_bytes(serialize(sample_build.dataset, "nquads"))
    return asker(path)
