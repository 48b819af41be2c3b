"""The bundled gazetteer: names of known actors, places and offices, with their stable keys.

`data/gazetteer/entities.tsv` and `surfaces.tsv` -> `Gazetteer`. Both the finding of names and the linking read it; it
knows no text and takes no decision.

entities.tsv  key, qid, kind (geopolitical, actor, place, office, person), type (an actor-type code, or a place type:
              city, municipality, province, region, river, ...; empty for offices), nl, en, fr, of (key of the body or state it
              belongs to), gender (m, f or empty, persons only), start, end, source, licence
surfaces.tsv  key, surface, form (label, alias, abbreviation, demonym, adjective), lang, source
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from relaas import assets

EntryKind = Literal["geopolitical", "actor", "place", "office", "person"]
Form = Literal["label", "alias", "abbreviation", "demonym", "adjective"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A known actor, place or office. `qid` is None where no source gives one."""

    key: str
    qid: str | None
    kind: EntryKind
    type: str
    labels: tuple[tuple[str, str], ...]
    of: str | None
    source: str

    @property
    def local(self) -> str:
        """The local name that stands for it in a graph: `actor/armenia`, `place/brussels`, `office/…`."""
        return {"place": "place/", "office": "office/"}.get(self.kind, "actor/") + self.key


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that a surface form can stand for, and as which form."""

    entry: Entry
    surface: str
    form: Form


class Gazetteer:
    """Entries by key and by surface form. Look-ups are exact; a caller that wants case folding asks for it."""

    def __init__(self, entries: Mapping[str, Entry], matches: Mapping[str, tuple[Match, ...]]) -> None:
        self.entries = entries
        self._matches = matches
        folded: dict[str, list[Match]] = defaultdict(list)
        for surface, found in matches.items():
            folded[surface.casefold()].extend(found)
        self._folded = {k: tuple(v) for k, v in folded.items()}

    def lookup(self, surface: str, *, fold: bool = False) -> tuple[Match, ...]:
        """Return what `surface` can stand for, in the order of the files; empty when it is unknown."""
        return self._folded.get(surface.casefold(), ()) if fold else self._matches.get(surface, ())

    @property
    def surfaces(self) -> frozenset[str]:
        """Every surface form."""
        return frozenset(self._matches)


@cache
def bundled() -> Gazetteer:
    """Return the gazetteer of the package, read once per process."""
    entries: dict[str, Entry] = {}
    matches: dict[str, list[Match]] = defaultdict(list)
    room = assets.folder("data", "gazetteer")
    with (room / "entities.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            labels = tuple((lang, row[lang]) for lang in ("nl", "en", "fr") if row[lang])
            entries[row["key"]] = Entry(
                row["key"],
                row["qid"] or None,
                cast(EntryKind, row["kind"]),
                row["type"],
                labels,
                row["of"] or None,
                row["source"],
            )
    with (room / "surfaces.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            matches[row["surface"]].append(Match(entries[row["key"]], row["surface"], cast(Form, row["form"])))
    return Gazetteer(entries, {k: tuple(v) for k, v in matches.items()})
