"""positions.tsv, officeholders.tsv, roles.yaml -> offices of states and regions, and who held them (holders.tsv).

An office is kept when its label is a role of roles.yaml once the name of its state is taken off, or when a source gives it a
Dutch name. Where a state has two items for one role, the one with the latest holder is meant; the other is left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml

from relaas.link.compilation.draft import Draft, Entity, Surface, write_table
from relaas.link.compilation.sources import Row, Sources, in_order

HOLDER_COLUMNS = ("office", "person", "qid", "name", "start", "end", "snapshot", "source")
#: Items that sources use for the office of a country although they mean the kingdom.
COUNTRY_OF = {"kingdom-of-the-netherlands": "netherlands", "kingdom-of-denmark": "denmark"}
_ARTICLES = {
    "de": (
        "Verenigde ", "Filipijnen", "Maldiven", "Seychellen", "Bahama", "Comoren", "Marshall", "Salomon", "Centraal-Afrikaanse",
        "Dominicaanse", "Heilige", "Republiek", "Volksrepubliek", "Europese", "Westelijke",
    ),
    "het": ("Verenigd ", "Koninkrijk", "Brussels"),
}  # fmt: skip


def gather(draft: Draft, sources: Sources, room: Path) -> None:
    """Add the offices to the draft."""
    roles: dict[str, Any] = yaml.safe_load((room / "roles.yaml").read_text(encoding="utf-8"))
    latest, jurisdictions = _latest(sources)
    candidates: dict[tuple[str, str], set[str]] = defaultdict(set)
    credit: dict[str, Row] = {}
    for row in sources.rows("positions.tsv"):
        jurisdiction = row["jurisdiction_qid"] or jurisdictions.get(row["position_qid"], "")
        state = draft.by_qid.get(jurisdiction)
        if state is None or row["position_qid"] in draft.by_qid or row["lang"] != "en":
            continue
        label, of = _without_state(row["position_label"], state), COUNTRY_OF.get(state.key, state.key)
        credit.setdefault(row["position_qid"], row)
        for role, spec in roles.items():
            patterns = [p for p in (spec.get("english"), spec.get("english_in", {}).get(of)) if p]
            if any(re.fullmatch(p, label, re.IGNORECASE) for p in patterns):
                candidates[of, role].add(row["position_qid"])
    for (of, role), qids in sorted(candidates.items()):
        ranked = sorted(qids, key=lambda q: (latest.get(q, ""), q), reverse=True)
        tie = len(ranked) > 1 and latest.get(ranked[0], "") == latest.get(ranked[1], "")
        if not tie and ranked[0] not in draft.by_qid:
            entity = _entity(f"{role}-of-{of}", role, credit[ranked[0]], of)
            entity.nl = f"{roles[role]['nl']} van {with_article(draft.entities[of].nl)}"
            draft.add(entity)
    _dutch(draft, sources)


def holders(draft: Draft, sources: Sources, room: Path) -> None:
    """Write who held the offices of the draft, sorted."""
    rows = []
    for row in sources.rows("officeholders.tsv"):
        office, person = draft.by_qid.get(row["position_qid"]), draft.by_qid.get(row["person_qid"])
        if office is not None and person is not None and office.kind == "office" and in_order(row):
            dates = (row["start"], row["end"], row["snapshot_date"])
            rows.append((office.key, person.key, row["person_qid"], row["person"], *dates, row["source"]))
    write_table(room / "holders.tsv", HOLDER_COLUMNS, sorted(set(rows)))


def with_article(name: str) -> str:
    """Return the name of a state as it stands after *van*.

    >>> with_article("Verenigde Staten"), with_article("Verenigd Koninkrijk"), with_article("Armenië")
    ('de Verenigde Staten', 'het Verenigd Koninkrijk', 'Armenië')
    """
    article = next((a for a, words in _ARTICLES.items() if name.startswith(words)), "")
    return f"{article} {name}".strip()


def _latest(sources: Sources) -> tuple[dict[str, str], dict[str, str]]:
    """Return by position when its latest holder came, and the jurisdiction its holders have where the position has none."""
    found: dict[str, str] = {}
    jurisdictions: dict[str, set[str]] = defaultdict(set)
    for row in sources.rows("officeholders.tsv"):
        found[row["position_qid"]] = max(found.get(row["position_qid"], ""), row["start"])
        jurisdictions[row["position_qid"]].add(row["jurisdiction_qid"])
    return found, {position: next(iter(qids)) for position, qids in jurisdictions.items() if len(qids) == 1}


def _without_state(label: str, state: Entity) -> str:
    names = "|".join(re.escape(n) for n in {state.en, state.en.removeprefix("The "), *_names(state)} if n)
    return re.sub(rf"(( of| in|,) (the )?(Republic of )?({names})( Republic)?| \(({names})\))$", "", label)


def _names(state: Entity) -> tuple[str, ...]:
    more = {
        "united-states": ("United States", "United States of America"), "flanders": ("Flanders",), "wallonia": ("Wallonia",),
        "brussels-capital-region": ("Brussels-Capital Region",), "kingdom-of-the-netherlands": ("Netherlands",),
        "kingdom-of-denmark": ("Denmark",), "china": ("People's Republic of China", "China"), "vatican-city": ("Vatican City",),
        "palestine": ("State of Palestine", "Palestine"), "holy-see": ("Holy See",),
    }  # fmt: skip
    return more.get(state.key, ())


def _dutch(draft: Draft, sources: Sources) -> None:
    """Add the Dutch posts that a source names in Dutch, and their names to those already there."""
    rows = sources.rows("positions.tsv")
    english = {r["position_qid"]: r["position_label"] for r in rows if r["lang"] == "en"}
    for row in rows:
        if row["lang"] != "nl":
            continue
        title = row["position_label"].removeprefix("Nederlands ").removesuffix(" van Nederland")
        title = title[0].lower() + title[1:]
        if row["position_qid"] not in draft.by_qid:
            label = english.get(row["position_qid"], title).removeprefix("Dutch ")
            entity = _entity(draft.key_for(row["position_qid"], f"dutch {label}", kind="office"), "", row, "netherlands")
            entity.nl, entity.en = title, english.get(row["position_qid"], "")
            draft.add(entity)
        known = draft.by_qid[row["position_qid"]]
        if " " in title:
            draft.name(Surface(known.key, title, "label", "nl", row["source"], "shared"))


def _entity(key: str, role: str, row: Row, of: str) -> Entity:
    source, english = row["source"], row["position_label"] if row["lang"] == "en" else ""
    return Entity(
        key, "office", role, qid=row["position_qid"], en=english, of=of, source=source, licence="facts of Wikidata, CC0"
    )
