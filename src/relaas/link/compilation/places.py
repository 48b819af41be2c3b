"""places_be.tsv, places_nl.tsv -> municipalities, provinces and regions; and the town a Dutch municipality is named after.

Smaller localities are left out: their names are too often also family names and words, and hardly any document turns on them.
"""

from __future__ import annotations

from collections import defaultdict

from relaas.link.compilation.draft import Draft, Entity, Surface
from relaas.link.compilation.sources import Row, Sources, licence_of

_KEPT = {"municipality", "province", "region"}
_FILES = (("places_be.tsv", "belgium"), ("places_nl.tsv", "netherlands"))


def gather(draft: Draft, sources: Sources) -> None:
    """Add the places of Belgium and the Netherlands to the draft."""
    cities = {r["qid"] for r in sources.rows("gazetteer_draft.tsv") if r["type"] == "city"}
    for name, country in _FILES:
        rows: dict[str, list[Row]] = defaultdict(list)
        for row in sources.rows(name):
            rows[row["qid"]].append(row)
        towns = {r["surface"] for r in sources.rows(name) if r["type"] == "municipality"}
        for qid, given in sorted(rows.items()):
            first = next((r for r in given if r["kind"] == "label"), given[0])
            kept = first["type"] in _KEPT or (first["type"] == "locality" and qid in cities and first["surface"] in towns)
            if qid in draft.by_qid:
                _name(draft, draft.by_qid[qid].key, given if kept else [])
            elif kept:
                _add(draft, first, country)
                _name(draft, draft.by_qid[qid].key, given)


def _add(draft: Draft, row: Row, country: str) -> None:
    kind = "city" if row["type"] == "locality" else row["type"]
    key = draft.key_for(row["qid"], row["surface"], kind=f"{kind}-{country}")
    draft.add(
        Entity(
            key, "place", kind, qid=row["qid"], nl=row["surface"], of=country, source=row["source"], licence=licence_of(row) or ""
        )
    )


def _name(draft: Draft, key: str, rows: list[Row]) -> None:
    for row in rows:
        draft.name(Surface(key, row["surface"], row["kind"], row["lang"], row["source"]))
