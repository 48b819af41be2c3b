"""The live service of Wikidata -> a knowledge base beside the gazetteer. Off unless somebody asks for it.

Only names that the gazetteer has no item for are asked; nothing else of a document leaves the machine. A document's names are
asked first, its items then come fifty at a time, and their classes are followed upwards to the roots of
`data/linking/classes.yaml`. An outage removes no link: what the gazetteer and the cache know stays, and the document's
diagnostics say what could not be asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from relaas.gazetteer import Gazetteer
from relaas.link.dump.closure import roots
from relaas.link.dump.items import LANGUAGES, Item, NotAnItemError, item_of
from relaas.link.knowledge import Holding, Option
from relaas.link.live.answers import Answer, Cache, user_cache
from relaas.link.live.service import API, Limits, Service, UnavailableError
from relaas.link.wikidata import BesideGazetteer, Known, Named
from relaas.model import Diagnostic

__all__ = ["API", "Limits", "LiveKnowledge", "live_knowledge", "user_cache"]

_BATCH = 50
_HITS = "10"
_HIGHEST = 12
_LONGEST = 200
_CLAIMS = ("P31", "P279", "P569", "P570", "P571", "P576", "P1001", "P17", "P27", "P1813", "P1549")


class LiveKnowledge(BesideGazetteer):
    """The gazetteer with the live service beside it."""

    name = "relaas gazetteer, Wikidata live"
    base = "Wikidata live"

    def __init__(self, service: Service, cache: Cache, known: Gazetteer | None = None, *, today: date | None = None) -> None:
        super().__init__(known)
        self._service, self._cache = service, cache
        self._today = today or datetime.now(UTC).date()
        self._roots = {root.number: root for root in roots()}
        self._items: dict[int, tuple[Item, date]] = {}
        self._hits: dict[str, tuple[int, ...]] = {}
        self._types: dict[int, tuple[str, ...]] = {}
        self._days: set[date] = set()
        self._failures: dict[str, int] = {}

    @property
    def snapshot(self) -> str:
        """The latest day on which something of this document was asked; the gazetteer's where nothing was."""
        return max(self._days).isoformat() if self._days else super().snapshot

    def fetch(self, surfaces: Iterable[str]) -> None:
        """Get what is needed to answer about these names. A failure is kept for `noted`."""
        self._days, self._failures, self._hits = set(), {}, {}
        wanted = [s for s in dict.fromkeys(surfaces) if len(s) <= _LONGEST and not self._in_gazetteer(s)]
        for surface in wanted:
            answer = self._answer("search", surface)
            hits = answer.body if answer and isinstance(answer.body, list) else []
            self._hits[surface] = tuple(int(h[1:]) for h in hits if isinstance(h, str) and h[:1] == "Q" and h[1:].isdigit())
        numbers = sorted({n for hits in self._hits.values() for n in hits})
        self._get_items(numbers)
        countries = {i.country for n in numbers if (i := self._held_item(n)) and i.country}
        self._get_items(sorted(n for n in countries if f"Q{n}" not in self._keys))
        self._close_classes(c for n in numbers if (i := self._held_item(n)) for c in i.classes)

    def noted(self) -> tuple[Diagnostic, ...]:
        """Return what could not be asked for this document."""
        return tuple(
            Diagnostic(
                "warning",
                "link",
                f"Wikidata {reason}: {n} look-up{'s' * (n != 1)} missing; links rest on the gazetteer and the cache",
            )
            for reason, n in sorted(self._failures.items())
        )

    def found(self, surface: str, own: tuple[Option, ...]) -> Iterator[Named]:
        """Return the items that have exactly this name, as far as they were fetched."""
        if any(o.qid for o in own):
            return
        for number in self._hits.get(surface, ()):
            item, known = self._held_item(number), self.item(number)
            if item is not None and known is not None:
                name = next((n for n in item.names if n.surface == surface and n.form != "demonym"), None)
                if name is not None:
                    yield Named(known, surface, name.lang, name.form)

    def item(self, number: int) -> Known | None:
        """Return the item with this number, when it was fetched."""
        if number not in self._items:
            return None
        item, day = self._items[number]
        types = tuple(dict.fromkeys(t for c in item.classes for t in self._types.get(c, ())))
        return Known(number, item.label, types, item.sitelinks, item.start, item.end, item.country, day.isoformat())

    def held(self, office: str, number: int) -> Iterable[Holding]:  # noqa: ARG002
        """Return nobody: who held an office is not asked live."""
        return ()

    def _in_gazetteer(self, surface: str) -> bool:
        return any(option.qid for option in self._bundled.named(surface))

    def _held_item(self, number: int) -> Item | None:
        return self._items[number][0] if number in self._items else None

    def _answer(self, kind: str, surface: str) -> Answer | None:
        """Return the hits for a name: from the cache when they are fresh, else from the service, else from the cache."""
        kept = self._cache.read(kind, surface)
        if kept is None or not kept.fresh(self._today):
            parameters = {
                "action": "wbsearchentities", "search": surface, "language": "nl", "uselang": "nl", "type": "item",
                "limit": _HITS,
            }  # fmt: skip
            try:
                found = self._service.ask(parameters).get("search")
            except UnavailableError as error:
                self._failed(str(error))
            else:
                rows = found if isinstance(found, list) else []
                kept = Answer([r["id"] for r in rows if isinstance(r, dict) and isinstance(r.get("id"), str)], self._today)
                self._cache.write(kind, surface, kept)
        if kept is not None:
            self._days.add(kept.day)
        return kept

    def _get_items(self, numbers: Iterable[int]) -> None:
        """Get items, fifty at a time, those that the cache does not have."""
        stale: list[int] = []
        for number in dict.fromkeys(numbers):
            if number in self._items:
                self._days.add(self._items[number][1])
            elif (kept := self._cache.read("item", f"Q{number}")) is not None:
                self._take(number, kept)
                if not kept.fresh(self._today):
                    stale.append(number)
            else:
                stale.append(number)
        for begin in range(0, len(stale), _BATCH):
            batch = stale[begin : begin + _BATCH]
            parameters = {
                "action": "wbgetentities", "ids": "|".join(f"Q{n}" for n in batch), "languages": "|".join(LANGUAGES),
                "props": "labels|aliases|claims|sitelinks",
            }  # fmt: skip
            try:
                entities = self._service.ask(parameters).get("entities")
            except UnavailableError as error:
                self._failed(str(error), len(batch))
                continue
            for number in batch:
                entity = entities.get(f"Q{number}") if isinstance(entities, dict) else None
                answer = Answer(_trimmed(entity if isinstance(entity, dict) else {"missing": ""}), self._today)
                self._cache.write("item", f"Q{number}", answer)
                self._take(number, answer)

    def _take(self, number: int, answer: Answer) -> None:
        try:
            item = item_of(answer.body) if isinstance(answer.body, dict) else None
        except NotAnItemError:
            item = None
        if item is not None:
            self._items[number] = (item, answer.day)
            self._days.add(answer.day)

    def _close_classes(self, classes: Iterable[int]) -> None:
        """Find the types of classes: those of the nearest roots above, level by level."""
        open_classes = {c: frozenset({c}) for c in sorted(set(classes)) if c not in self._types}
        seen = {c: set(above) for c, above in open_classes.items()}
        for _ in range(_HIGHEST):
            for c, above in list(open_classes.items()):
                types = tuple(sorted({self._roots[a].type for a in above if a in self._roots}))
                if types or not above:
                    self._types[c] = types
                    del open_classes[c]
            if not open_classes:
                return
            self._get_items(sorted({a for above in open_classes.values() for a in above}))
            for c, above in open_classes.items():
                higher = {p for a in sorted(above) if (i := self._held_item(a)) for p in i.parents} - seen[c]
                seen[c] |= higher
                open_classes[c] = frozenset(higher)

    def _failed(self, reason: str, count: int = 1) -> None:
        self._failures[reason] = self._failures.get(reason, 0) + count


def _trimmed(entity: dict[str, Any]) -> dict[str, Any]:
    """Return what linking reads of an entity; the rest of it may be a hundred times as large."""
    claims = entity.get("claims")
    kept = {k: entity[k] for k in ("id", "type", "missing", "lastrevid", "modified", "labels", "aliases") if k in entity}
    sitelinks = entity.get("sitelinks")
    return kept | {
        "claims": {p: claims[p] for p in _CLAIMS if p in claims} if isinstance(claims, dict) else {},
        "sitelinks": dict.fromkeys(sitelinks, 0) if isinstance(sitelinks, dict) else {},
    }


@cache
def live_knowledge(api: str, folder: Path | None) -> LiveKnowledge:
    """Return the knowledge base of a live service, made once per process; `folder` is the cache, by default the user's."""
    return LiveKnowledge(Service(api), Cache(folder or user_cache(), api))
