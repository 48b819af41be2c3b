"""Items of Wikidata -> options of the linker, beside the gazetteer: what the index and the live service share.

The gazetteer goes first: what it has keeps its key, and an item of Wikidata fills in where it knows a name and no item. An item
of several types comes once for each; its sitelinks count as prior. A family name alone and a short abbreviation carry a caution,
because any name is somebody's name among a hundred million items.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from relaas import gazetteer
from relaas.gazetteer import Gazetteer
from relaas.link.knowledge import BundledKnowledge, Holding, Option

_KINDS = {
    "person": "person", "state": "geopolitical", "union": "geopolitical", "office": "office", "city": "place",
    "municipality": "place", "province": "place", "region": "place", "continent": "place",
}  # fmt: skip
_SHORT = 3
#: A person with this many pages is known without being named in a source of ours.
_PROMINENT = 10
#: Public life begins about then; the linker allows the same number of years before it.
_GROWN = 15


@dataclass(frozen=True, slots=True)
class Known:
    """An item as a knowledge base has it: `types` are those of the gazetteer, `country` the item of the state it belongs to."""

    number: int
    label: str
    types: tuple[str, ...]
    sitelinks: int
    start: str
    end: str
    country: int | None
    snapshot: str


@dataclass(frozen=True, slots=True)
class Named:
    """An item and the form and language in which it has the name that was looked up."""

    item: Known
    surface: str
    lang: str
    form: str


class BesideGazetteer:
    """The gazetteer with items of Wikidata beside it. Who inherits says where the items come from."""

    name = "relaas gazetteer, Wikidata"
    #: What to call the source of the items alone.
    base = "Wikidata"

    def __init__(self, known: Gazetteer | None = None) -> None:
        self._known = known or gazetteer.bundled()
        self._bundled = BundledKnowledge(self._known)
        self._keys = {entry.qid: entry.key for entry in self._known.entries.values() if entry.qid}

    @property
    def snapshot(self) -> str:
        """The date of its content."""
        return self._bundled.snapshot

    @cached_property
    def _gazetteer_snapshot(self) -> str:
        return self._bundled.snapshot

    def named(self, surface: str) -> tuple[Option, ...]:
        """Return the items with this name: those of the gazetteer, then those that it does not have."""
        own = tuple(self._own(o) for o in self._bundled.named(surface))
        return tuple(_merged(own, tuple(o for named in self.found(surface, own) for o in self._options(named))))

    def keyed(self, key: str) -> Option | None:
        """Return the item with this key of the gazetteer, or with this Q-number."""
        if (known := self._bundled.keyed(key)) is not None:
            return self._own(known)
        number = key[1:]
        item = self.item(int(number)) if key[:1] == "Q" and number.isascii() and number.isdigit() else None
        return next(self._options(Named(item, item.label, "nl", "label")), None) if item else None

    def post(self, title: str, of: str) -> Option | None:
        """Return the office or body that a bare Dutch title names in the state or body `of`."""
        found = self._bundled.post(title, of)
        return self._own(found) if found else None

    def posts(self, title: str) -> tuple[Option, ...]:
        """Return the offices of this title in all states and bodies."""
        return tuple(self._own(o) for o in self._bundled.posts(title))

    def holdings(self, office: str) -> tuple[Holding, ...]:
        """Return who held the office with this key, in order of start."""
        entry = self._known.entries.get(office)
        qid = entry.qid if entry else office if office[:1] == "Q" and office[1:].isdigit() else None
        held = (*self._bundled.holdings(office), *(self.held(office, int(qid[1:])) if qid else ()))
        return tuple(sorted(held, key=lambda h: (h.start, h.qid, h.snapshot)))

    def found(self, surface: str, own: tuple[Option, ...]) -> Iterable[Named]:
        """Return the items of Wikidata with this name; `own` is what the gazetteer has for it."""
        raise AttributeError(surface, own)

    def item(self, number: int) -> Known | None:
        """Return the item with this number."""
        raise AttributeError(number)

    def held(self, office: str, number: int) -> Iterable[Holding]:
        """Return who held the office with this key and number, as far as Wikidata knows."""
        raise AttributeError(office, number)

    def key(self, number: int) -> str:
        """Return the gazetteer's key of an item, else its Q-number."""
        return self._keys.get(f"Q{number}", f"Q{number}")

    def _own(self, option: Option) -> Option:
        return replace(option, base=self._bundled.name, snapshot=self._gazetteer_snapshot)

    def _options(self, named: Named) -> Iterator[Option]:
        item = named.item
        person = "person" in item.types
        start = str(int(item.start[:4]) + _GROWN) if person and item.start else item.start
        for kind in item.types:
            yield Option(
                key=self.key(item.number),
                qid=f"Q{item.number}",
                label=item.label,
                kind=_KINDS.get(kind, "actor"),
                type=kind,
                form=_form(named, person=person),
                caution=_caution(named, person=person),
                of=self.key(item.country) if item.country and item.country != item.number else None,
                start=start or None,
                end=item.end or None,
                prominent=item.sitelinks >= _PROMINENT,
                sitelinks=item.sitelinks,
                base=self.base,
                snapshot=item.snapshot,
            )


def _form(named: Named, *, person: bool) -> str:
    """Return the form as the linker weighs it: a label of another language is an alias here, but a person's name is a name."""
    if named.form == "label" and named.lang not in ("nl", "mul") and not person:
        return "alias"
    return named.form


def _caution(named: Named, *, person: bool) -> str:
    if person and " " not in named.surface:
        return "namesake"
    short = named.form == "abbreviation" or (named.surface.isupper() and " " not in named.surface)
    return "abbreviation" if short and len(named.surface) <= _SHORT else ""


def _merged(own: tuple[Option, ...], found: tuple[Option, ...]) -> Iterator[Option]:
    """Return the gazetteer's options, with an item where it has none and one alone fits, then the items it does not have."""
    taken = {o.qid for o in own if o.qid}
    for option in own:
        fitting = {o.qid: o for o in found if option.qid is None and o.qid and o.type == option.type and o.qid not in taken}
        if len(fitting) == 1:
            ((qid, item),) = fitting.items()
            taken.add(qid)
            yield replace(option, qid=qid, sitelinks=item.sitelinks, base=item.base, snapshot=item.snapshot)
        else:
            yield option
    yield from (o for o in found if o.qid not in taken)
