"""The bundled gazetteer: names of known actors, places, offices and persons, with their stable keys.

`data/gazetteer/*.tsv` -> `Gazetteer`. Both the finding of names and the linking read it; it knows no text and takes no
decision. Persons stand in files of their own (`entities_persons.tsv`, `surfaces_persons.tsv`), in the same columns.

entities.tsv  key, qid, kind (geopolitical, actor, place, office, person), type (an actor-type code; for a place city,
              municipality, province, region, ...; for an office its role in roles.yaml), nl, en, fr, of (key of the body
              or state it belongs to), gender (m, f or empty, persons only), start, end (of public life), source, licence
roles.yaml    the Dutch titles of posts that many states have
surfaces.tsv  key, surface, form (label, alias, abbreviation, demonym, adjective), lang, source, caution (common-word: the
              surface is also a word of every day; abbreviation: two letters;
              shared: a title that many states have; namesake: something not in here has the name too; empty)
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from relaas import assets

EntryKind = Literal["geopolitical", "actor", "place", "office", "person"]
Form = Literal["label", "alias", "abbreviation", "demonym", "adjective"]
#: The roles a title stands for, each with the keys of the states or bodies it is confined to (empty: it holds everywhere).
Titles = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A known actor, place, office or person. `qid` is None where no source gives one.

    `start` and `end` are the bounds of a person's public life as far as the sources go (ISO dates, or bare years), None
    where unknown.
    """

    key: str
    qid: str | None
    kind: EntryKind
    type: str
    labels: tuple[tuple[str, str], ...]
    of: str | None
    source: str
    gender: str | None = None
    start: str | None = None
    end: str | None = None
    licence: str = ""

    @property
    def local(self) -> str:
        """The local name that stands for it in a graph: `actor/armenia`, `place/brussels`, `office/…`."""
        return {"place": "place/", "office": "office/"}.get(self.kind, "actor/") + self.key

    @property
    def label(self) -> str:
        """The Dutch name, or the first there is."""
        return self.labels[0][1] if self.labels else self.key


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that a surface form can stand for, as which form, and why to be careful with it (empty: no reason)."""

    entry: Entry
    surface: str
    form: Form
    caution: str = ""


class Gazetteer:
    """Entries by key and by surface form. Look-ups are exact; a caller that wants case folding asks for it."""

    def __init__(
        self,
        entries: Mapping[str, Entry],
        matches: Mapping[str, tuple[Match, ...]],
        *,
        titles: Mapping[str, Titles] | None = None,
    ) -> None:
        self.entries = entries
        self._matches = matches
        self._titles = titles or {}
        self._posts = {(e.type, e.of): e for e in entries.values() if e.kind == "office" and e.type and e.of}
        self._folded: dict[str, tuple[Match, ...]] | None = None

    def lookup(self, surface: str, *, fold: bool = False) -> tuple[Match, ...]:
        """Return what `surface` can stand for, in the order of the files; empty when it is unknown."""
        if not fold:
            return self._matches.get(surface, ())
        if self._folded is None:
            folded: dict[str, list[Match]] = defaultdict(list)
            for known, found in self._matches.items():
                folded[known.casefold()].extend(found)
            self._folded = {k: tuple(v) for k, v in folded.items()}
        return self._folded.get(surface.casefold(), ())

    def posts(self, title: str) -> tuple[Entry, ...]:
        """Return every office of that Dutch title: *premier* gives the prime ministers of all states, in order of their keys."""
        roles = dict(self._titles.get(title.casefold(), ()))
        found = (e for (role, of), e in self._posts.items() if role in roles and (not roles[role] or of in roles[role]))
        return tuple(sorted(found, key=lambda e: e.key))

    def within(self, title: str, of: str) -> Entry | None:
        """Return the one office or body that this Dutch title names in the state or body `of`; None when it names none.

        `title` is bare, without article and without the name of the state: *eerste minister*, *ministerie van Defensie*.
        """
        for role, places in self._titles.get(title.casefold(), ()):
            if (not places or of in places) and (role, of) in self._posts:
                return self._posts[role, of]
        found = {m.entry.key: m.entry for m in self.lookup(title, fold=True) if m.entry.of == of}
        return next(iter(found.values())) if len(found) == 1 else None

    @property
    def titles(self) -> frozenset[str]:
        """Every Dutch title of a post, in lower case."""
        return frozenset(self._titles)

    @property
    def surfaces(self) -> frozenset[str]:
        """Every surface form."""
        return frozenset(self._matches)


@cache
def bundled() -> Gazetteer:
    """Return the gazetteer of the package, read once per process."""
    entries: dict[str, Entry] = {}
    matches: dict[str, list[Match]] = defaultdict(list)
    for ending in ("", "_persons"):
        for key, qid, kind, type_, nl, en, fr, of, gender, start, end, source, licence in _rows(f"entities{ending}.tsv"):
            labels = tuple(pair for pair in (("nl", nl), ("en", en), ("fr", fr)) if pair[1])
            entries[key] = Entry(
                key, qid or None, cast(EntryKind, kind), type_, labels, of or None, source,
                gender or None, start or None, end or None, licence,
            )  # fmt: skip
        for key, surface, form, _lang, _source, caution in _rows(f"surfaces{ending}.tsv"):
            matches[surface].append(Match(entries[key], surface, cast(Form, form), caution))
    return Gazetteer(entries, {k: tuple(v) for k, v in matches.items()}, titles=_titles())


def _titles() -> dict[str, Titles]:
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for role, spec in assets.load_yaml("data", "gazetteer", "roles.yaml").items():
        for title in spec["titles"]:
            found[title["title"].casefold()].append((role, tuple(title.get("in", ()))))
    return {title: tuple(roles) for title, roles in found.items()}


def _rows(name: str) -> Iterator[list[str]]:
    with (assets.folder("data", "gazetteer") / name).open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        yield from rows
