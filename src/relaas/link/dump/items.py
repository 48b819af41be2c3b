"""A line of a dump, or an entity of the live service -> `Item`: what linking needs of a Wikidata item, and nothing else.

Both come in one JSON, with its oddities: `[]` for an empty map, claims that miss, values that are unknown, duplicates. What a
statement lacks is left out; what is no item, or no JSON, is a fault with its reason. Dates keep their precision (`2014`,
`2014-05`, `2014-05-03`). Deprecated statements are not read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

#: Languages of names, best first. `mul` is Wikidata's label for all languages.
LANGUAGES = ("nl", "mul", "en", "fr")
_MOST_NAMES = 999
_LONGEST_NAME = 250
_ID = re.compile(r"Q([1-9][0-9]{0,17})")
_TIME = re.compile(r"\+(\d{4})-(\d\d)-(\d\d)T")
_ODD = re.compile(r"[\x00-\x1f\ud800-\udfff]")
_ABBREVIATION = re.compile(r"[A-Z][A-Z0-9&.-]{1,9}")


class NotAnItemError(ValueError):
    """The line holds no item that can be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name of an item: label, alias, abbreviation or demonym, in a language."""

    surface: str
    lang: str
    form: str


@dataclass(frozen=True, slots=True)
class Held:
    """Somebody held something: `office` by P39 is a post, by P6 and P35 the state or body that was led. Empty: not stated."""

    office: int
    person: int
    start: str
    end: str
    via: str


@dataclass(frozen=True, slots=True)
class Item:
    """What linking needs of an item.

    Items are their numbers (31 for Q31); `start` and `end` are birth and death, or founding and end. `posts` are (property,
    office): who leads this body holds that office.
    """

    number: int
    revision: int
    modified: str
    names: tuple[Name, ...]
    english: str
    classes: tuple[int, ...]
    parents: tuple[int, ...]
    sitelinks: int
    start: str
    end: str
    country: int | None
    held: tuple[Held, ...]
    posts: tuple[tuple[str, int], ...]

    @property
    def label(self) -> str:
        """The best label: Dutch, else for all languages, English, French; empty when it has none."""
        labels = {n.lang: n.surface for n in reversed(self.names) if n.form == "label"}
        return next((labels[lang] for lang in LANGUAGES if lang in labels), self.english)


def fast_loads() -> Callable[[bytes], Any]:
    """Return the quickest JSON parser there is: orjson where it is installed."""
    try:
        import orjson
    except ImportError:
        return json.loads
    loads: Callable[[bytes], Any] = orjson.loads
    return loads


def entity_of(line: bytes, loads: Callable[[bytes], Any]) -> dict[str, Any]:
    """Return the JSON object of a line. NotAnItemError for what is no JSON object."""
    try:
        entity = loads(line.strip().rstrip(b",").rstrip())
    except (ValueError, RecursionError) as error:
        raise NotAnItemError(f"no JSON ({str(error)[:120]})") from None
    if not isinstance(entity, dict):
        raise NotAnItemError("no JSON object")
    return entity


def item_of(entity: dict[str, Any]) -> Item | None:
    """Return the item; None for a property, a lexeme, a redirect or a missing one. NotAnItemError where it has no number."""
    if entity.get("type", "item") != "item" or "missing" in entity or "redirects" in entity:
        return None
    number = _number(entity.get("id"))
    if number is None:
        raise NotAnItemError(f"an item without a Q-number ({str(entity.get('id'))[:40]!r})")
    claims = _map(entity.get("claims"))
    labels = _map(entity.get("labels"))
    revision = entity.get("lastrevid")
    modified = entity.get("modified")
    people = tuple(_held_by(claims, number))
    return Item(
        number=number,
        revision=revision if isinstance(revision, int) and 0 <= revision < 1 << 62 else 0,
        modified=modified[:10] if isinstance(modified, str) else "",
        names=_names(labels, _map(entity.get("aliases")), claims),
        english=_text(_map(labels.get("en")).get("value")),
        classes=tuple(dict.fromkeys(_items(claims, "P31"))),
        parents=tuple(dict.fromkeys(p for p in _items(claims, "P279") if p != number)),
        sitelinks=len(_map(entity.get("sitelinks"))),
        start=next((t for p in ("P569", "P571") for t in _times(claims, p)), ""),
        end=next((t for p in ("P570", "P576") for t in _times(claims, p)), ""),
        country=next((q for p in ("P1001", "P17", "P27") for q in _items(claims, p)), None),
        held=people,
        posts=tuple((via, q) for p, via in (("P1313", "P6"), ("P1906", "P35")) for q in _items(claims, p)),
    )


def _held_by(claims: dict[str, Any], number: int) -> Iterator[Held]:
    """Return the posts of a person (P39), and who led a body (P6, P35). An end that is unknown tells nothing: left out."""
    for via in ("P39", "P6", "P35"):
        for statement in _statements(claims, via):
            value = _number(_value(_map(statement.get("mainsnak"))))
            qualifiers = _map(statement.get("qualifiers"))
            if value is None or _unknown(qualifiers, "P582"):
                continue
            start, end = (next(_snak_times(qualifiers.get(p)), "") for p in ("P580", "P582"))
            yield Held(value, number, start, end, via) if via == "P39" else Held(number, value, start, end, via)


def _unknown(qualifiers: dict[str, Any], name: str) -> bool:
    return any(_map(snak).get("snaktype") == "somevalue" for snak in _list(qualifiers.get(name)))


def _names(labels: dict[str, Any], aliases: dict[str, Any], claims: dict[str, Any]) -> tuple[Name, ...]:
    """Return the names, each wording once in its best form and language."""
    found: list[Name] = [Name(text, lang, "label") for lang in LANGUAGES if (text := _text(_map(labels.get(lang)).get("value")))]
    for lang in LANGUAGES:
        for alias in _list(aliases.get(lang)):
            if text := _text(_map(alias).get("value")):
                found.append(Name(text, lang, "abbreviation" if _ABBREVIATION.fullmatch(text) else "alias"))
    for name, form in (("P1813", "abbreviation"), ("P1549", "demonym")):
        for statement in _statements(claims, name):
            value = _map(_value(_map(statement.get("mainsnak"))))
            text, lang = _text(value.get("text")), str(value.get("language"))
            if text and lang in LANGUAGES:
                shown = form if form == "demonym" or _ABBREVIATION.fullmatch(text) else "alias"
                found.append(Name(text, lang, shown))
    best: dict[tuple[str, bool], Name] = {}
    for each in found:
        best.setdefault((each.surface, each.form == "demonym"), each)
    return tuple(best.values())[:_MOST_NAMES]


def _items(claims: dict[str, Any], name: str) -> Iterator[int]:
    for statement in _statements(claims, name):
        number = _number(_value(_map(statement.get("mainsnak"))))
        if number is not None:
            yield number


def _times(claims: dict[str, Any], name: str) -> Iterator[str]:
    for statement in _statements(claims, name):
        yield from _snak_times([statement.get("mainsnak")])


def _snak_times(snaks: Any) -> Iterator[str]:
    """Return the dates of snaks, as precise as they are said to be; before our era or vaguer than a year: none."""
    for snak in _list(snaks):
        value = _map(_value(_map(snak)))
        match = _TIME.match(str(value.get("time", "")))
        precision = value.get("precision")
        if match and isinstance(precision, int) and precision >= 9:
            year, month, day = match.groups()
            shown = f"{year}-{month}-{day}" if precision >= 11 else f"{year}-{month}" if precision == 10 else year
            yield year if "-00" in shown else shown


def _statements(claims: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """Return the statements of a property that are not deprecated, the preferred ones first."""
    found = [s for s in _list(claims.get(name)) if isinstance(s, dict) and s.get("rank") != "deprecated"]
    return sorted(found, key=lambda s: s.get("rank") != "preferred")


def _value(snak: dict[str, Any]) -> Any:
    return _map(snak.get("datavalue")).get("value") if snak.get("snaktype", "value") == "value" else None


def _number(value: Any) -> int | None:
    """Return the number of an item id (`Q31`), or of the value of a statement."""
    if isinstance(value, dict):
        if value.get("entity-type", "item") != "item":
            return None
        number = value.get("numeric-id")
        if isinstance(number, int) and not isinstance(number, bool) and 0 < number < 1 << 50:
            return number
        value = value.get("id")
    match = _ID.fullmatch(value) if isinstance(value, str) else None
    number = int(match[1]) if match else 0
    return number if 0 < number < 1 << 50 else None


def _text(value: Any) -> str:
    """Return a name with its white space joined; empty for what is no name (too long, control characters, lone surrogates)."""
    if not isinstance(value, str) or len(value) > _LONGEST_NAME:
        return ""
    text = " ".join(value.split())
    return "" if _ODD.search(text) else text


def _map(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> Iterable[Any]:
    return value if isinstance(value, list) else ()


__all__ = ["LANGUAGES", "Held", "Item", "Name", "NotAnItemError", "entity_of", "fast_loads", "item_of"]
