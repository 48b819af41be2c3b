"""bodies_nl.tsv, cabinets.tsv, bodies_foreign_en.tsv -> bodies: agencies, parties, governments and ministries of states.

What curated.tsv already has only gains surface forms. Municipalities and provinces that a source lists as organisations are
left to the places; parties that are one member's own group (*Groep Klein*, *Van Vliet*) would be met as family names only and
are left out.
"""

from __future__ import annotations

import re
from collections import defaultdict

from relaas.link.compilation.draft import Draft, Entity, Surface, slug_of
from relaas.link.compilation.offices import COUNTRY_OF, with_article
from relaas.link.compilation.sources import Row, Sources, licence_of

#: Type of a body in the source -> actor type.
_TYPES = {
    "igo": "organisation", "eu_body": "institution", "government": "institution", "party": "party", "cabinet": "government",
    "org": "organisation", "nonprofit": "organisation", "other": "organisation", "education": "institution",
    "healthcare": "institution", "facility": "institution", "archive": "institution", "funder": "institution",
}  # fmt: skip
_TERRITORY = re.compile(r"(Gemeente|Stad|Provincie|provincie) ")
#: Names of local services, which no document of a parliament calls by this name alone.
_LOCAL = re.compile(r"(Brandweer|Brandweerzone|Hulpverleningszone|Politiezone|RAV|Ambulance) ")
#: Ministries that every state has: how the Dutch name ends -> how the English label must begin.
_MINISTRIES = {
    "Buitenlandse Zaken": (
        "foreign-affairs",
        re.compile(r"(Federal )?Ministry (of|for) (Foreign|External) (Affairs|Relations)\b"),
    ),
    "Defensie": ("defence", re.compile(r"(Federal )?Ministry of (National )?Defen[cs]e\b")),
}
_STANDING = re.compile(r"(Cabinet|Government) of ", re.IGNORECASE)


def gather(draft: Draft, sources: Sources) -> None:
    """Add the bodies of the source files to the draft."""
    _dutch(draft, sources)
    _governments(draft, sources)
    _ministries(draft, sources)


def _dutch(draft: Draft, sources: Sources) -> None:
    english = {r["qid"]: r["surface"] for r in sources.rows("gazetteer_draft.tsv") if r["lang"] == "en" and r["kind"] == "label"}
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in sources.rows("bodies_nl.tsv"):
        rows[row["qid"]].append(row)
    families = {r["surface"].split(" ", 1)[-1] for r in sources.rows("members_nl.tsv") if r["kind"] == "label"}
    for qid, given in sorted(rows.items()):
        first = next((r for r in given if r["kind"] == "label"), given[0])
        if qid not in draft.by_qid:
            if _TERRITORY.match(first["surface"]) or _LOCAL.match(first["surface"]) or _own_group(first, families):
                continue
            of = "european-union" if first["type"] == "eu_body" else _country(given)
            key = draft.key_for(qid, english.get(qid, first["surface"]), kind=first["type"])
            draft.add(
                Entity(
                    key,
                    "actor",
                    _TYPES[first["type"]],
                    qid=qid,
                    nl=first["surface"],  # a name without a language (CPB, Agir) is used as it stands
                    en=english.get(qid, ""),
                    of=of,
                    source=first["source"],
                    licence=licence_of(first) or "",
                )
            )
        _name(draft, draft.by_qid[qid].key, given)


def _country(rows: list[Row]) -> str:
    """Return the country that the source of one of the rows is about; empty where none says so."""
    signs = {"netherlands": (" netherlands ", "openkamer/"), "belgium": (" belgium ", "data/Belgium/")}
    found = {country for country, words in signs.items() for row in rows if any(w in row["source"] for w in words)}
    return next(iter(found)) if len(found) == 1 else ""


def _own_group(row: Row, families: set[str]) -> bool:
    name = row["surface"]
    return row["type"] == "party" and (name.startswith(("Groep ", "Lid-")) or name in families or "-" + name in families)


def _name(draft: Draft, key: str, rows: list[Row]) -> None:
    for row in rows:
        short = row["kind"] == "abbreviation" and len(row["surface"]) < 3
        draft.name(Surface(key, row["surface"], row["kind"], row["lang"], row["source"], "abbreviation" if short else ""))


def _governments(draft: Draft, sources: Sources) -> None:
    """Add the standing governments of states: *de Armeense regering*."""
    standing: dict[str, list[Row]] = defaultdict(list)
    for row in sources.rows("cabinets.tsv"):
        if "standing body" in row["source"] and _STANDING.match(row["label"]):
            standing[row["jurisdiction_qid"]].append(row)
    for jurisdiction, rows in sorted(standing.items()):
        state = draft.by_qid.get(jurisdiction)
        state = draft.entities[COUNTRY_OF.get(state.key, state.key)] if state else None
        if state is None or state.type != "state" or len(rows) != 1 or rows[0]["qid"] in draft.by_qid:
            continue
        row = rows[0]
        entity = Entity(f"government-of-{state.key}", "actor", "government", qid=row["qid"], en=row["label"], of=state.key)
        entity.source, entity.licence = row["source"], licence_of(row) or ""
        entity.nl = f"regering van {with_article(state.nl)}"
        draft.add(entity)
        for adjective in draft.adjectives(state.key):
            draft.name(Surface(entity.key, f"{adjective} regering", "alias", "nl", "curated"))


def _ministries(draft: Draft, sources: Sources) -> None:
    """Add ministries of states; their bare name is shared, so that it alone names none of them."""
    for ending, (slug, pattern) in _MINISTRIES.items():
        found: dict[str, list[Row]] = defaultdict(list)
        for row in sources.rows("bodies_foreign_en.tsv"):
            if pattern.match(row["surface"]):
                found[slug_of(row["country"])].append(row)
        for state, rows in sorted(found.items()):
            if len(rows) != 1 or state not in draft.entities or rows[0]["qid"] in draft.by_qid:
                continue
            row = rows[0]
            entity = Entity(f"{state}-ministry-of-{slug}", "actor", "ministry", qid=row["qid"], en=row["surface"], of=state)
            entity.source, entity.licence = row["source"], licence_of(row) or ""
            entity.nl = f"ministerie van {ending} van {with_article(draft.entities[state].nl)}"
            draft.add(entity)
            for word in ("ministerie", "Ministerie"):
                draft.name(Surface(entity.key, f"{word} van {ending}", "alias", "nl", "curated", "shared"))
