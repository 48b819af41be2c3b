"""Which input says what in a graph that several inputs hold.

Only for such graphs and the default graph: another graph that one input holds is removed as a whole. Kept in a SQLite file of
the version, a row for each statement and input, with a digest in place of the statement.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyoxigraph import Quad


class Shares:
    """The statements of shared graphs, by input. Close it before the version is made live."""

    def __init__(self, path: Path) -> None:
        self._rows = sqlite3.connect(path)
        # the version is thrown away when the build breaks off, and flushed as a whole before it is made live
        self._rows.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
            "CREATE TABLE IF NOT EXISTS shares (graph TEXT, statement BLOB, input TEXT,"
            " PRIMARY KEY (graph, statement, input)) WITHOUT ROWID"
        )

    def close(self) -> None:
        """Close the file."""
        self._rows.close()

    def add(self, graph: str, name: str, quads: Iterable[Quad]) -> None:
        """Remember that an input says these statements of a graph."""
        self._rows.executemany("INSERT OR IGNORE INTO shares VALUES (?, ?, ?)", ((graph, digest(q), name) for q in quads))
        self._rows.commit()

    def holds(self, graph: str, quad: Quad) -> bool:
        """Tell whether any input says this statement of a graph."""
        found = self._rows.execute("SELECT 1 FROM shares WHERE graph = ? AND statement = ? LIMIT 1", (graph, digest(quad)))
        return found.fetchone() is not None

    def graphs(self) -> set[str]:
        """Return the graphs of which the statements are remembered."""
        return {graph for (graph,) in self._rows.execute("SELECT DISTINCT graph FROM shares")}

    def withdraw(self, graph: str, name: str) -> frozenset[bytes]:
        """Forget what an input says of a graph; return the digests of what no other input says."""
        alone = self._rows.execute(
            "SELECT statement FROM shares AS own WHERE graph = ? AND input = ? AND NOT EXISTS"
            " (SELECT 1 FROM shares AS other WHERE other.graph = own.graph AND other.statement = own.statement"
            " AND other.input <> own.input)",
            (graph, name),
        ).fetchall()
        self._rows.execute("DELETE FROM shares WHERE graph = ? AND input = ?", (graph, name))
        self._rows.commit()
        return frozenset(statement for (statement,) in alone)


def digest(quad: Quad) -> bytes:
    """Return what stands for a statement."""
    return hashlib.blake2b(str(quad.triple).encode(), digest_size=16).digest()
