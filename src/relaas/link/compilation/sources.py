"""Folder of source files -> rows and QIDs: the only place a QID of the gazetteer can come from.

A curated row names the thing it means by a label in a source file (`country:Armenia`, `igo:NATO`); `Sources.find` returns the
one QID that this file gives for that label, with the source and licence to credit. A label that names nothing, or two
different things, is an error and stops the compilation: better no gazetteer than a wrong Q-number.
Rows under a licence that is not stated, or that forbids use without sharing alike, are left out when the files are read.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from relaas.errors import InputError

Row = dict[str, str]

#: Licence of the files that have no licence column.
_FACTS = "facts of Wikidata, CC0"
#: Words of the licence column -> what the gazetteer writes; None leaves the row out.
_LICENCES: tuple[tuple[str, str | None], ...] = (
    ("not stated", None),
    ("none stated; facts exported from Wikidata", _FACTS),
    ("WOF", "WOF licence (attribution)"),
    ("CC0", "CC0"),
    ("Unicode", "Unicode-3.0"),
    ("BSD-3", "BSD-3-Clause"),
    ("MIT", "MIT"),
)
#: First part of a lookup -> file, its label column, its QID column, and the types it may have (empty: all).
_LOOKUPS: dict[str, tuple[str, str, str, frozenset[str]]] = {
    "country": ("gazetteer_draft.tsv", "surface", "qid", frozenset({"country", "geounit"})),
    "region": ("gazetteer_draft.tsv", "surface", "qid", frozenset({"admin1", "geounit", "country"})),
    "city": ("gazetteer_draft.tsv", "surface", "qid", frozenset({"city"})),
    "igo": ("gazetteer_draft.tsv", "surface", "qid", frozenset({"igo"})),
    "agency": ("gazetteer_draft.tsv", "surface", "qid", frozenset({"gov_org"})),
    "party": ("gazetteer_draft.tsv", "surface", "qid", frozenset({"party"})),
    "body": ("bodies_nl.tsv", "surface", "qid", frozenset()),
    "foreign": ("bodies_foreign_en.tsv", "surface", "qid", frozenset()),
    "place-be": ("places_be.tsv", "surface", "qid", frozenset()),
    "place-nl": ("places_nl.tsv", "surface", "qid", frozenset()),
    "jurisdiction": ("officeholders.tsv", "jurisdiction", "jurisdiction_qid", frozenset()),
    "position": ("positions.tsv", "position_label", "position_qid", frozenset()),
    "person": ("officeholders.tsv", "person", "person_qid", frozenset()),
}


@dataclass(frozen=True, slots=True)
class Found:
    """What a source gives for a label: the item, and whom to credit."""

    qid: str
    source: str
    licence: str


def licence_of(row: Row) -> str | None:
    """Return the licence of a source row in short, or None where the row must be left out."""
    stated = row.get("licence", "none stated; facts exported from Wikidata")
    return next((short for words, short in _LICENCES if words in stated), None)


def in_order(row: Row) -> bool:
    """Tell whether a row has a start and does not end before it; a source that says otherwise is wrong about one of the two."""
    return bool(row["start"]) and (not row["end"] or row["start"] <= row["end"])


class Sources:
    """The rows of the source folder, read on first use."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._rows: dict[str, tuple[Row, ...]] = {}
        self._index: dict[str, dict[str, dict[str, Found]]] = {}

    def rows(self, name: str) -> tuple[Row, ...]:
        """Return the rows of a source file whose licence allows their use; InputError when the file is not there."""
        if name not in self._rows:
            path = self.folder / name
            if not path.is_file():
                raise InputError(name, f"is not in {self.folder.name}", "give the folder with the Wikidata source files")
            with path.open(encoding="utf-8", newline="") as file:
                self._rows[name] = tuple(row for row in csv.DictReader(file, delimiter="\t") if licence_of(row))
        return self._rows[name]

    def find(self, lookup: str) -> Found:
        """Return the one item a lookup names; InputError when it names none or several.

        `city:Athens+Athènes` asks for an item with both labels; `body:Raad van State@belgium` for a source that has the word.
        """
        room, _, asked = lookup.partition(":")
        if room not in _LOOKUPS:
            raise InputError("curated.tsv", f"unknown lookup {lookup!r}", f"use one of {', '.join(sorted(_LOOKUPS))}")
        names, _, word = asked.partition("@")
        index = self._labels(room)
        candidates = [index.get(name, {}) for name in names.split("+")]
        found = {q: f for q, f in candidates[0].items() if all(q in c for c in candidates) and word in f.source}
        if len(found) != 1:
            wrong = f"names {len(found)} items ({', '.join(sorted(found))})" if found else "names nothing"
            raise InputError("curated.tsv", f"lookup {lookup!r} {wrong} in {_LOOKUPS[room][0]}", "name it by another label")
        return next(iter(found.values()))

    def _labels(self, room: str) -> dict[str, dict[str, Found]]:
        if room not in self._index:
            name, label, qid, types = _LOOKUPS[room]
            index: dict[str, dict[str, Found]] = defaultdict(dict)
            for row in self.rows(name):
                if row[qid] and (not types or row["type"] in types):
                    index[row[label]].setdefault(row[qid], Found(row[qid], row["source"], licence_of(row) or ""))
            self._index[room] = dict(index)
        return self._index[room]
