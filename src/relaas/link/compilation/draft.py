"""Entries and surface forms while they are gathered; written sorted, so that a second compilation gives the same bytes.

A key, once given, stays: an item that already has one in `entities.tsv` keeps it, whatever its labels have become. A new
item gets a slug of its English name, with the kind behind it where that slug is taken.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from relaas.errors import InputError

ENTITY_COLUMNS = ("key", "qid", "kind", "type", "nl", "en", "fr", "of", "gender", "start", "end", "source", "licence")
SURFACE_COLUMNS = ("key", "surface", "form", "lang", "source", "caution")
#: A surface that stands for one thing in two ways is written once, as the first of these.
FORMS = ("label", "alias", "abbreviation", "adjective", "demonym")


@dataclass(slots=True)
class Entity:
    """A row of entities.tsv in the making."""

    key: str
    kind: str
    type: str
    qid: str = ""
    nl: str = ""
    en: str = ""
    fr: str = ""
    of: str = ""
    gender: str = ""
    start: str = ""
    end: str = ""
    source: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Surface:
    """A row of surfaces.tsv."""

    key: str
    surface: str
    form: str
    lang: str
    source: str
    caution: str = ""


class Draft:
    """What has been gathered so far."""

    def __init__(self, room: Path) -> None:
        self.entities: dict[str, Entity] = {}
        self.by_qid: dict[str, Entity] = {}
        self._surfaces: dict[tuple[str, str], Surface] = {}
        self._given = _keys_given(room)

    def add(self, entity: Entity) -> Entity:
        """Add an entity; one with a QID that is already there is refused, so that no two keys mean one item."""
        if entity.key in self.entities:
            raise InputError("entities.tsv", f"key {entity.key!r} twice", "give one of the two another key")
        if entity.qid and entity.qid in self.by_qid:
            raise InputError("entities.tsv", f"{entity.qid} is {self.by_qid[entity.qid].key!r} and {entity.key!r}", "drop one")
        self.entities[entity.key] = entity
        if entity.qid:
            self.by_qid[entity.qid] = entity
        return entity

    def name(self, surface: Surface) -> None:
        """Add a surface form of an entity; the better form of two stays."""
        place = (surface.key, surface.surface)
        before = self._surfaces.get(place)
        if before is None or FORMS.index(surface.form) < FORMS.index(before.form):
            self._surfaces[place] = surface

    def adjectives(self, key: str) -> tuple[str, ...]:
        """Return the inflected adjectives of a state, sorted."""
        found = (s.surface for s in self._surfaces.values() if s.key == key and s.form == "adjective")
        return tuple(sorted(a for a in found if a.endswith("e")))

    def key_for(self, qid: str, label: str, *, kind: str) -> str:
        """Return the key this item has always had, or a new one from its English or native label."""
        if qid in self._given:
            return self._given[qid]
        taken = set(self.entities) | set(self._given.values())
        slug = slug_of(label)
        tries = (slug, f"{slug}-{kind}", *(f"{slug}-{kind}-{n}" for n in range(2, 100)))
        return next(t for t in tries if t not in taken)

    def write(self, room: Path) -> None:
        """Write entities.tsv and surfaces.tsv, persons apart, each sorted."""
        entities = sorted(self.entities.values(), key=lambda e: e.key)
        cautions = _cautions(room)
        marked = (replace(s, caution=cautions.get(s.surface, s.caution)) for s in self._surfaces.values())
        surfaces = sorted(marked, key=lambda s: (s.key, FORMS.index(s.form), s.surface))
        for ending, persons in (("", False), ("_persons", True)):
            kept = {e.key for e in entities if (e.kind == "person") is persons}
            rows = ([getattr(e, c) for c in ENTITY_COLUMNS] for e in entities if e.key in kept)
            write_table(room / f"entities{ending}.tsv", ENTITY_COLUMNS, rows)
            names = ([getattr(s, c) for c in SURFACE_COLUMNS] for s in surfaces if s.key in kept)
            write_table(room / f"surfaces{ending}.tsv", SURFACE_COLUMNS, names)


def slug_of(label: str) -> str:
    """Return a label as a key.

    >>> slug_of("São Tomé and Príncipe")
    'sao-tome-and-principe'
    """
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _keys_given(room: Path) -> dict[str, str]:
    given: dict[str, str] = {}
    for name in ("entities.tsv", "entities_persons.tsv"):
        if (room / name).is_file():
            with (room / name).open(encoding="utf-8", newline="") as file:
                given |= {row["qid"]: row["key"] for row in csv.DictReader(file, delimiter="\t") if row["qid"]}
    return given


def _cautions(room: Path) -> dict[str, str]:
    with (room / "cautions.tsv").open(encoding="utf-8", newline="") as file:
        return {row["surface"]: row["caution"] for row in csv.DictReader(file, delimiter="\t")}


def write_table(path: Path, columns: tuple[str, ...], rows: Iterable[Iterable[str]]) -> None:
    """Write a tab-separated file with a header line; no field is quoted, so none may hold a tab or a line break."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
        writer.writerow(columns)
        writer.writerows(rows)
