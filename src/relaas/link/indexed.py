"""An index made by `relaas index-wikidata` -> a knowledge base beside the gazetteer.

The file is opened for reading only and asked by exact name; where no name is written so, by the same name without accents.
What is no index, or a damaged one, is refused.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

from relaas.errors import StoreError, UsageError
from relaas.gazetteer import Gazetteer
from relaas.link.dump.tables import FORMAT, NAMES_OF_AN_ITEM
from relaas.link.knowledge import Holding, Option, unaccented
from relaas.link.wikidata import BesideGazetteer, Known, Named

#: No more items than this are considered for one name, the best known first.
_MOST = 50
_NAMED = f"""
SELECT i.id, n.surface, n.lang, n.form FROM name n JOIN item i ON i.id = n.id / {NAMES_OF_AN_ITEM}
WHERE n.surface = ? ORDER BY i.sitelinks DESC, i.id LIMIT {_MOST}"""  # noqa: S608 - numbers of ours
_WORDS = f"""
SELECT i.id, n.surface, n.lang, n.form FROM words w JOIN name n ON n.id = w.rowid JOIN item i ON i.id = n.id / {NAMES_OF_AN_ITEM}
WHERE words MATCH ? ORDER BY i.sitelinks DESC, i.id LIMIT {_MOST}"""  # noqa: S608 - a number of ours
_TYPES = """
SELECT t.type, t.depth FROM instance i JOIN class_type t ON t.class = i.class WHERE i.item = ?1
UNION SELECT type, depth FROM class_type WHERE class = ?1 AND type = 'office'"""


class IndexedKnowledge(BesideGazetteer):
    """The gazetteer with the items of an index beside it."""

    name = "relaas gazetteer, Wikidata dump"
    base = "Wikidata dump"

    def __init__(self, path: Path, known: Gazetteer | None = None) -> None:
        super().__init__(known)
        if not path.is_file():
            raise UsageError(f"{path}: does not exist; make it with `relaas index-wikidata DUMP --out {path}`")
        try:
            self._connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
            said = dict(self._connection.execute("SELECT key, value FROM meta"))
        except sqlite3.DatabaseError as error:
            raise StoreError(f"{path.name}: is no index that can be read ({error}); make it anew") from None
        if said.get("format") != FORMAT or said.get("stage") != "done":
            raise StoreError(f"{path.name}: is not finished, or of another version; make it with `relaas index-wikidata`")
        self._path, self._snapshot = path, str(said["snapshot"])
        #: Tells one index from another: the dump's first bytes, its date and how far it was read.
        self.identity = f"{said['dump']} {self._snapshot} {said['read']}"
        self.item = lru_cache(maxsize=100_000)(self._item)  # type: ignore[method-assign]

    @property
    def snapshot(self) -> str:
        """The date of the dump."""
        return self._snapshot

    def found(self, surface: str, own: tuple[Option, ...]) -> Iterable[Named]:
        """Return the items with this name; where none has it and the gazetteer neither, those that differ in accents only."""
        rows = self._ask(_NAMED, surface)
        if not rows and not own and (words := _phrase(surface)):
            plain = unaccented(surface)
            rows = [row for row in self._ask(_WORDS, words) if unaccented(str(row[1])) == plain]
        return list(self._named(rows))

    def held(self, office: str, number: int) -> Iterator[Holding]:
        """Return who held the office."""
        source = f"{self.base} Q{number}"
        for person, start, end in self._ask('SELECT person, start, "end" FROM holder WHERE office = ?', number):
            known = self.item(int(str(person)))
            if known is not None:
                yield Holding(
                    office, self.key(known.number), f"Q{known.number}", known.label, str(start), str(end), self.snapshot, source
                )

    def search(self, words: str) -> tuple[Option, ...]:
        """Return the items in whose names these words stand, the best known first."""
        phrase = _phrase(words)
        return tuple(o for named in self._named(self._ask(_WORDS, phrase)) for o in self._options(named)) if phrase else ()

    def _named(self, rows: Iterable[tuple[object, ...]]) -> Iterator[Named]:
        for number, surface, lang, form in rows:
            item = self.item(int(str(number)))
            if item is not None:
                yield Named(item, str(surface), str(lang), str(form))

    def _item(self, number: int) -> Known | None:
        rows = self._ask('SELECT label, sitelinks, start, "end", country FROM item WHERE id = ?', number)
        if not rows:
            return None
        ((label, sitelinks, start, end, country),) = rows
        depths: dict[str, int] = {}
        for kind, depth in self._ask(_TYPES, number):
            depths[str(kind)] = min(int(str(depth)), depths.get(str(kind), 1 << 30))
        types = tuple(sorted(depths, key=lambda t: (depths[t], t)))
        place = int(str(country)) if country is not None else None
        return Known(number, str(label), types, int(str(sitelinks)), str(start), str(end), place, self.snapshot)

    def _ask(self, query: str, value: object) -> list[tuple[object, ...]]:
        try:
            return self._connection.execute(query, (value,)).fetchall()
        except sqlite3.DatabaseError as error:
            raise StoreError(f"{self._path.name}: is damaged ({error}); make it anew with `relaas index-wikidata`") from None


@cache
def indexed_knowledge(path: Path) -> IndexedKnowledge:
    """Return the knowledge base of an index, opened once per process."""
    return IndexedKnowledge(path)


def _phrase(words: str) -> str:
    """Return words as a phrase of FTS5: whatever they hold, they are words and no operators."""
    kept = "".join(c if c.isalnum() else " " for c in words).split()
    return '"' + " ".join(kept) + '"' if kept else ""
