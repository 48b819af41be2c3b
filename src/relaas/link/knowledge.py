"""Names, keys and titles -> items that could be meant: the port to a knowledge base, and the bundled gazetteer behind it.

A knowledge base proposes and never decides. Another one (an index of a Wikidata dump, a live service) has the methods of
`KnowledgeBase`; what it returns goes through the same scoring.
"""

from __future__ import annotations

import csv
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Protocol, runtime_checkable

from relaas import assets, gazetteer
from relaas.gazetteer import Entry, Gazetteer, Match
from relaas.model import Diagnostic


@dataclass(frozen=True, slots=True)
class Option:
    """An item a name could stand for. `form` is how the name is written there, `caution` why to be careful with it.

    `of` is the key of the body or state it belongs to; `start` and `end` bound a person's public life, or a body's time.
    `sitelinks` counts the Wikipedias and sisters that have a page on it (None: not known). `base` and `snapshot` say which
    knowledge base it comes from, of which date, where that is not the one that was asked.
    """

    key: str
    qid: str | None
    label: str
    kind: str
    type: str
    form: str
    caution: str = ""
    of: str | None = None
    start: str | None = None
    end: str | None = None
    prominent: bool = False
    sitelinks: int | None = None
    base: str = ""
    snapshot: str = ""


@dataclass(frozen=True, slots=True)
class Holding:
    """Who held an office, from when to when (ISO, or a bare year or month); an empty end means in office at the snapshot."""

    office: str
    person: str
    qid: str
    name: str
    start: str
    end: str
    snapshot: str
    source: str


class KnowledgeBase(Protocol):
    """What linking asks of a source of items. Answers come in a fixed order; unknown names give an empty answer."""

    @property
    def name(self) -> str:
        """What to call it in a link."""

    @property
    def snapshot(self) -> str:
        """The date of its content, ISO."""

    def named(self, surface: str) -> tuple[Option, ...]:
        """Return the items with this name."""

    def keyed(self, key: str) -> Option | None:
        """Return the item with this key of the gazetteer."""

    def post(self, title: str, of: str) -> Option | None:
        """Return the office or body that a bare Dutch title names in the state or body `of`."""

    def posts(self, title: str) -> tuple[Option, ...]:
        """Return the offices of this title in all states and bodies."""

    def holdings(self, office: str) -> tuple[Holding, ...]:
        """Return who held the office with this key."""


@runtime_checkable
class Fetching(Protocol):
    """A knowledge base that asks elsewhere: told first what a document may ask, it says afterwards what it could not do."""

    def fetch(self, surfaces: Iterable[str]) -> None:
        """Get what is needed to answer about these names. A failure is kept for `noted`, never raised."""

    def noted(self) -> tuple[Diagnostic, ...]:
        """Return what went wrong since the last `fetch`."""


class BundledKnowledge:
    """The gazetteer of the package as a knowledge base."""

    name = "relaas gazetteer"

    def __init__(self, known: Gazetteer | None = None) -> None:
        self._known = known or gazetteer.bundled()
        self._posts: dict[str, tuple[Option, ...]] = {}

    @cached_property
    def snapshot(self) -> str:
        """The latest date on which one of its sources was read."""
        return max((h.snapshot for held in _holdings().values() for h in held), default="")

    def named(self, surface: str) -> tuple[Option, ...]:
        """Return the items with this name; where none has it, those whose name differs in accents only (*Belgie*)."""
        found = self._known.lookup(surface) or self._unaccented.get(unaccented(surface), ())
        return tuple(_option(m.entry, m.form, m.caution) for m in found)

    def keyed(self, key: str) -> Option | None:
        """Return the item with this key."""
        entry = self._known.entries.get(key)
        return _option(entry, "label") if entry else None

    def post(self, title: str, of: str) -> Option | None:
        """Return the office or body that a bare title names in the state or body `of`."""
        entry = self._known.within(title, of)
        return _option(entry, "label") if entry else None

    def posts(self, title: str) -> tuple[Option, ...]:
        """Return the offices of this title in all states and bodies, in order of their keys."""
        if title not in self._posts:
            self._posts[title] = tuple(_option(entry, "label") for entry in self._known.posts(title))
        return self._posts[title]

    def holdings(self, office: str) -> tuple[Holding, ...]:
        """Return who held the office, in order of start."""
        return _holdings().get(office, ())

    @cached_property
    def _unaccented(self) -> dict[str, tuple[Match, ...]]:
        found: dict[str, list[Match]] = defaultdict(list)
        for surface in sorted(self._known.surfaces):
            found[unaccented(surface)].extend(self._known.lookup(surface))
        return {k: tuple(v) for k, v in found.items()}


def unaccented(text: str) -> str:
    """Return the text without accents.

    >>> unaccented("België"), unaccented("Oekraïne")
    ('Belgie', 'Oekraine')
    """
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


@cache
def bundled_knowledge() -> BundledKnowledge:
    """Return the bundled knowledge base, made once per process."""
    return BundledKnowledge()


def _option(entry: Entry, form: str, caution: str = "") -> Option:
    return Option(
        key=entry.key,
        qid=entry.qid,
        label=entry.label,
        kind=entry.kind,
        type=entry.type,
        form=form,
        caution=caution,
        of=entry.of,
        start=entry.start,
        end=entry.end,
        prominent=entry.source.startswith("curated"),
    )


@cache
def _holdings() -> dict[str, tuple[Holding, ...]]:
    held: dict[str, list[Holding]] = defaultdict(list)
    for row in _rows():
        held[row[0]].append(Holding(*row))
    return {office: tuple(sorted(rows, key=lambda h: (h.start, h.qid))) for office, rows in held.items()}


def _rows() -> Iterable[list[str]]:
    with (assets.folder("data", "gazetteer") / "holders.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        yield from rows
