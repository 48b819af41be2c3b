"""Items -> rows of one SQLite file, in transactions that also say how far the dump was read.

The working file is `FILE.part`; a run that is killed goes on where the last transaction ended. A name's row number is that of its
item times 1,000 plus a count, so that the names of an item lie together and need no index. Of an item that the dump has twice the
newest revision stays, the first of equal ones.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from relaas.errors import StoreError, UsageError
from relaas.link.dump.items import Item

#: Changes with the tables; a file of another format is refused.
FORMAT = "1"
NAMES_OF_AN_ITEM = 1000

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE item (
    id INTEGER PRIMARY KEY, revision INTEGER NOT NULL, label TEXT NOT NULL, english TEXT NOT NULL, sitelinks INTEGER NOT NULL,
    start TEXT NOT NULL, "end" TEXT NOT NULL, country INTEGER);
CREATE TABLE name (id INTEGER PRIMARY KEY, surface TEXT NOT NULL, lang TEXT NOT NULL, form TEXT NOT NULL);
CREATE TABLE instance (item INTEGER, class INTEGER, PRIMARY KEY (item, class)) WITHOUT ROWID;
CREATE TABLE subclass (class INTEGER, parent INTEGER, PRIMARY KEY (class, parent)) WITHOUT ROWID;
CREATE TABLE holder (
    source INTEGER, number INTEGER, office INTEGER NOT NULL, person INTEGER NOT NULL, start TEXT NOT NULL, "end" TEXT NOT NULL,
    via TEXT NOT NULL, PRIMARY KEY (source, number)) WITHOUT ROWID;
CREATE TABLE post (body INTEGER, via TEXT, office INTEGER, PRIMARY KEY (body, via, office)) WITHOUT ROWID;
CREATE TABLE fault (position INTEGER, reason TEXT, PRIMARY KEY (position, reason)) WITHOUT ROWID;
"""
_INSERTS = {
    "name": "INSERT INTO name VALUES (?, ?, ?, ?)",
    "instance": "INSERT OR IGNORE INTO instance VALUES (?, ?)",
    "subclass": "INSERT OR IGNORE INTO subclass VALUES (?, ?)",
    "holder": "INSERT INTO holder VALUES (?, ?, ?, ?, ?, ?, ?)",
    "post": "INSERT OR IGNORE INTO post VALUES (?, ?, ?)",
}
_DELETES = (
    "DELETE FROM item WHERE id = ?1",
    f"DELETE FROM name WHERE id BETWEEN ?1 * {NAMES_OF_AN_ITEM} AND ?1 * {NAMES_OF_AN_ITEM} + {NAMES_OF_AN_ITEM - 1}",  # noqa: S608
    "DELETE FROM instance WHERE item = ?1",
    "DELETE FROM subclass WHERE class = ?1",
    "DELETE FROM holder WHERE source = ?1",
    "DELETE FROM post WHERE body = ?1",
)
_ITEM = "INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"


class Tables:
    """The tables of an index that is being made."""

    def __init__(self, path: Path) -> None:
        fresh = not path.exists()
        try:
            self.connection = sqlite3.connect(path, isolation_level=None)
            # WAL: what a transaction wrote survives a killed process. The cache is the only part of SQLite that grows: 64 MB.
            for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "cache_size = -65536", "temp_store = FILE"):
                self.connection.execute(f"PRAGMA {pragma}")
            if fresh:
                self.connection.executescript(f"BEGIN; {_TABLES} COMMIT;")
                self.say(format=FORMAT)
            elif self.said("format") != FORMAT:
                raise StoreError(f"{path.name}: was begun by another version of relaas; delete it and begin anew")
        except sqlite3.OperationalError as error:
            raise UsageError(f"{path}: cannot be written ({error}); give another --out") from None
        except sqlite3.DatabaseError as error:
            raise StoreError(f"{path.name}: is damaged ({error}); delete it and begin anew") from None
        self._rows: dict[str, list[tuple[object, ...]]] = {table: [] for table in _INSERTS}

    def say(self, **values: object) -> None:
        """Note things about the whole: how far the dump was read, its date."""
        self.connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", [(k, str(v)) for k, v in values.items()])

    def said(self, key: str) -> str | None:
        """Return what was noted under this key."""
        row = self.connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else None

    def begin(self) -> None:
        """Begin a transaction."""
        self.connection.execute("BEGIN IMMEDIATE")

    def commit(self) -> None:
        """Write what was gathered and end the transaction."""
        self._flush()
        self.connection.execute("COMMIT")

    def fault(self, position: int, reason: str) -> None:
        """Note a line that could not be read."""
        self.connection.execute("INSERT OR IGNORE INTO fault VALUES (?, ?)", (position, reason))

    def add(self, item: Item) -> bool:
        """Add an item. False where the dump had it before in this revision or a newer one."""
        row = (item.number, item.revision, item.label, item.english, item.sitelinks, item.start, item.end, item.country)
        if not self.connection.execute(_ITEM, row).rowcount:
            known = self.connection.execute("SELECT revision FROM item WHERE id = ?", (item.number,)).fetchone()[0]
            if known >= item.revision:
                return False
            self._flush()
            for statement in _DELETES:
                self.connection.execute(statement, (item.number,))
            self.connection.execute(_ITEM, row)
        first, rows = item.number * NAMES_OF_AN_ITEM, self._rows
        rows["name"].extend((first + n, name.surface, name.lang, name.form) for n, name in enumerate(item.names))
        rows["instance"].extend((item.number, c) for c in item.classes)
        rows["subclass"].extend((item.number, c) for c in item.parents)
        rows["holder"].extend(
            (item.number, n, held.office, held.person, held.start, held.end, held.via) for n, held in enumerate(item.held)
        )
        rows["post"].extend((item.number, via, office) for via, office in item.posts)
        return True

    def counts(self) -> dict[str, int]:
        """Return how many rows each table has."""
        tables = ("item", "name", "instance", "subclass", "holder", "post", "fault")
        return {t: int(self.connection.execute(f"SELECT count(*) FROM {t}").fetchone()[0]) for t in tables}  # noqa: S608

    def close(self) -> None:
        """Close the file; what is not committed is dropped."""
        self.connection.close()

    def _flush(self) -> None:
        for table, rows in self._rows.items():
            if rows:
                self.connection.executemany(_INSERTS[table], rows)
                rows.clear()


def faults_of(connection: sqlite3.Connection) -> Iterable[tuple[int, str]]:
    """Return the lines that could not be read: where they end in the text, and why."""
    return [(int(p), str(r)) for p, r in connection.execute("SELECT position, reason FROM fault ORDER BY position, reason")]
