"""The tables of a dump that was read -> types, and only what can be linked.

The edges of "subclass of" stand in the file; from the roots in `data/linking/classes.yaml` their closure is taken level by
level, in the file too, so that memory stays bounded and a cycle ends. A class has the type of its nearest root, so that a party
is a party and not just an organisation. All of it is one transaction: a run that is killed here begins it anew.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Any

from relaas import assets
from relaas.link.dump.tables import NAMES_OF_AN_ITEM


@dataclass(frozen=True, slots=True)
class Root:
    """A class of Wikidata that stands for a type, with the English labels by which the dump must know it."""

    number: int
    type: str
    labels: tuple[str, ...]


def roots() -> tuple[Root, ...]:
    """Return the roots."""
    loaded: dict[str, Any] = assets.load_yaml("data", "linking", "classes.yaml")
    return tuple(Root(int(r["qid"][1:]), r["type"], tuple(r["label"])) for r in loaded["roots"])


def passed_over() -> frozenset[int]:
    """Return the classes whose items are not read at all."""
    return frozenset(int(c["qid"][1:]) for c in assets.load_yaml("data", "linking", "classes.yaml")["passed_over"])


def close_classes(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Make the table `class_type`: the type of every class below a root. Return what is wrong with the roots."""
    notes, sound = _judged(connection)
    connection.execute("DROP TABLE IF EXISTS class_type")
    connection.execute(
        "CREATE TABLE class_type (class INTEGER, type TEXT, depth INTEGER, PRIMARY KEY (class, type)) WITHOUT ROWID"
    )
    connection.execute("CREATE INDEX IF NOT EXISTS by_parent ON subclass (parent)")
    connection.executemany("INSERT OR IGNORE INTO class_type VALUES (?, ?, 0)", [(r.number, r.type) for r in sound])
    depth, added = 0, 1
    while added:
        # `class_type` of the level above only; a class that has a type keeps it, which also ends a cycle.
        added = connection.execute(
            """INSERT OR IGNORE INTO class_type
               SELECT s.class, t.type, t.depth + 1 FROM class_type t JOIN subclass s ON s.parent = t.class
               WHERE t.depth = ?1 AND NOT EXISTS (SELECT 1 FROM class_type k WHERE k.class = s.class AND k.depth <= ?1)""",
            (depth,),
        ).rowcount
        depth += 1
    return notes


def keep_linkable(connection: sqlite3.Connection) -> None:
    """Drop the items that have no type, with their names, and index what stays."""
    connection.execute("DROP TABLE IF EXISTS kept")
    connection.execute("CREATE TABLE kept (id INTEGER PRIMARY KEY)")
    connection.execute(
        """INSERT OR IGNORE INTO kept SELECT i.item FROM instance i JOIN class_type t ON t.class = i.class
           UNION SELECT class FROM class_type WHERE type = 'office' AND depth > 0"""
    )
    for statement in (
        "DELETE FROM item WHERE id NOT IN (SELECT id FROM kept)",
        f"DELETE FROM name WHERE id / {NAMES_OF_AN_ITEM} NOT IN (SELECT id FROM kept)",  # noqa: S608 - a number of ours
        "DELETE FROM instance WHERE item NOT IN (SELECT id FROM kept)",
        "DELETE FROM post WHERE body NOT IN (SELECT id FROM kept)",
        "DELETE FROM holder WHERE person NOT IN (SELECT id FROM item)",
        # who leads a state or body holds the office that the body's own item names
        """INSERT INTO holder
           SELECT -h.source, row_number() OVER (PARTITION BY h.source ORDER BY h.number, p.office), p.office, h.person,
                  h.start, h."end", h.via
           FROM holder h JOIN post p ON p.body = h.office AND p.via = h.via WHERE h.via <> 'P39' AND h.source > 0""",
        "DELETE FROM holder WHERE via <> 'P39' AND source > 0",
        "CREATE INDEX IF NOT EXISTS by_surface ON name (surface)",
        "CREATE INDEX IF NOT EXISTS by_office ON holder (office)",
        "DROP TABLE IF EXISTS kept",
        "DROP TABLE IF EXISTS words",
        "CREATE VIRTUAL TABLE words USING fts5(surface, content='name', content_rowid='id',"
        " tokenize='unicode61 remove_diacritics 2')",
        "INSERT INTO words (words) VALUES ('rebuild')",
    ):
        connection.execute(statement)


def _judged(connection: sqlite3.Connection) -> tuple[tuple[str, ...], tuple[Root, ...]]:
    """Leave out the roots that the dump calls otherwise; a root that the dump does not have cannot be judged and stays."""
    notes, sound = [], []
    for root in roots():
        row = connection.execute("SELECT english FROM item WHERE id = ?", (root.number,)).fetchone()
        if row and row[0] and row[0] not in root.labels:
            notes.append(
                f"Q{root.number} is {row[0]!r} in this dump, not {root.labels[0]!r}: nothing gets the type {root.type} by it"
            )
        else:
            sound.append(root)
    return tuple(notes), tuple(sound)
