"""Items in the JSON of a dump, made by hand: `item(...)`, and a small world in which every table of an index has rows."""

from __future__ import annotations

import json
from typing import Any


def value(number: int) -> dict[str, Any]:
    """Return the value of a statement that points to an item."""
    return {"value": {"entity-type": "item", "numeric-id": number, "id": f"Q{number}"}, "type": "wikibase-entityid"}


def moment(text: str, precision: int = 11) -> dict[str, Any]:
    """Return the value of a statement that is a date."""
    return {"value": {"time": f"+{text}T00:00:00Z", "precision": precision}, "type": "time"}


def snak(name: str, datavalue: dict[str, Any] | None, *, kind: str = "value") -> dict[str, Any]:
    """Return a snak; without a value of kind `somevalue` or `novalue`."""
    return {"snaktype": kind, "property": name, **({"datavalue": datavalue} if datavalue else {})}


def statement(name: str, datavalue: dict[str, Any], *, rank: str = "normal", **qualifiers: Any) -> dict[str, Any]:
    """Return a statement; qualifiers are values, or a kind of snak as text."""
    made = {
        q: [snak(q, None, kind=v) if isinstance(v, str) else snak(q, v)] for q, v in qualifiers.items()
    }  # fmt: skip
    return {"mainsnak": snak(name, datavalue), "rank": rank, **({"qualifiers": made} if made else {})}


def item(number: int, nl: str = "", *, claims: dict[str, list[dict[str, Any]]] | None = None, **more: Any) -> dict[str, Any]:
    """Return an item with a Dutch label; `more` overrides: labels, aliases, sitelinks (a number), lastrevid."""
    labels = more.pop("labels", {"nl": nl} if nl else {})
    sites = more.pop("sitelinks", 0)
    return {
        "type": "item",
        "id": f"Q{number}",
        "labels": {lang: {"language": lang, "value": text} for lang, text in labels.items()},
        "aliases": {lang: [{"language": lang, "value": t} for t in texts] for lang, texts in more.pop("aliases", {}).items()},
        "claims": claims if claims is not None else [],
        "sitelinks": {f"{n}wiki": {"site": f"{n}wiki"} for n in range(sites)} if sites else [],
        "lastrevid": 1,
        "modified": "2024-02-03T04:05:06Z",
        **more,
    }


def is_a(*classes: int) -> dict[str, list[dict[str, Any]]]:
    """Return the claims of an item with these classes."""
    return {"P31": [statement("P31", value(c)) for c in classes]}


def below(*classes: int) -> dict[str, list[dict[str, Any]]]:
    """Return the claims of a class below these classes."""
    return {"P279": [statement("P279", value(c)) for c in classes]}


MARE, LENA, TOWN, MINE, PREMIER = 900_000_001, 900_000_002, 900_000_003, 900_000_004, 900_000_005
ISLAND_STATE, HAMLET_A, HAMLET_B, NAMESAKE, MINISTRY = 900_000_101, 900_000_102, 900_000_103, 900_000_006, 900_000_007

#: Two towns in one country.
DOUBLES = (900_000_027, 900_000_028)

#: A state Maregonië with a prime minister, a capital that shares its name with a hamlet and a company, and their classes.
WORLD: list[dict[str, Any]] = [
    item(6256, labels={"en": "country", "nl": "land"}),
    item(5, labels={"en": "human", "nl": "mens"}),
    item(515, labels={"en": "city"}),
    item(486972, labels={"en": "human settlement"}),
    item(783794, labels={"en": "company"}),
    item(4164871, labels={"en": "position"}),
    item(192350, labels={"en": "ministry"}, claims=below(43229)),
    item(43229, labels={"en": "organization"}),
    item(ISLAND_STATE, labels={"en": "island state"}, claims=below(6256)),
    # hamlets of two kinds that are said to be kinds of each other: a cycle
    item(HAMLET_A, labels={"en": "hamlet"}, claims=below(486972, HAMLET_B)),
    item(HAMLET_B, labels={"en": "small hamlet"}, claims=below(HAMLET_A)),
    item(
        MARE,
        labels={"nl": "Maregonië", "en": "Maregonia", "fr": "Marégonie"},
        aliases={"nl": ["Republiek Maregonië"], "en": ["MRG"]},
        sitelinks=180,
        claims={
            **is_a(ISLAND_STATE),
            "P571": [statement("P571", moment("1961-07-03"))],
            "P1549": [statement("P1549", {"value": {"text": "Maregoniër", "language": "nl"}, "type": "monolingualtext"})],
            "P1313": [statement("P1313", value(PREMIER))],
            "P6": [
                statement("P6", value(LENA), P580=moment("2019-05-00", 10), P582=moment("2022-03-01")),
                statement("P6", value(NAMESAKE), P580=moment("2022-03-01"), P582="somevalue"),
            ],
        },
    ),
    item(
        LENA,
        labels={"mul": "Lena Okonjo"},
        sitelinks=40,
        claims={
            **is_a(5),
            "P27": [statement("P27", value(MARE))],
            "P569": [statement("P569", moment("1970-01-01", 9))],
            "P39": [statement("P39", value(PREMIER), P580=moment("2023-01-01"), P582="novalue")],
        },
    ),
    item(TOWN, "Velmaar", sitelinks=90, claims={**is_a(515), "P17": [statement("P17", value(MARE))]}),
    item(900_000_008, "Velmaar", sitelinks=1, claims={**is_a(HAMLET_B), "P17": [statement("P17", value(MARE))]}),
    item(MINE, "Velmaar", sitelinks=30, claims={**is_a(783794), "P571": [statement("P571", moment("2015-01-01", 9))]}),
    item(PREMIER, "premier van Maregonië", claims={**is_a(4164871), "P1001": [statement("P1001", value(MARE))]}),
    item(NAMESAKE, labels={"nl": "Lena Okonjo"}, sitelinks=0, claims=is_a(5)),
    item(MINISTRY, "FOD Financiën", sitelinks=12, claims={**is_a(192350), "P17": [statement("P17", value(31))]}),
    item(900_000_025, "Twinstad", sitelinks=50, claims={**is_a(515), "P17": [statement("P17", value(31))]}),
    item(900_000_026, "Twinstad", sitelinks=40, claims={**is_a(515), "P17": [statement("P17", value(55))]}),
    *(item(n, "Dubbeldorp", sitelinks=40, claims={**is_a(515), "P17": [statement("P17", value(31))]}) for n in DOUBLES),
    item(900_000_009, "iets zonder soort"),
    item(900_000_010, "Een artikel over Velmaar", claims=is_a(13442814)),
    {"type": "property", "id": "P31", "labels": {"nl": {"language": "nl", "value": "is een"}}, "claims": []},
]


def dump(items: list[dict[str, Any]]) -> bytes:
    """Return the items as a dump: an array with an item a line."""
    return b"[\n" + b",\n".join(json.dumps(i, ensure_ascii=False).encode() for i in items) + b"\n]\n"
