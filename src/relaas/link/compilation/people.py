"""officeholders.tsv, members_nl.tsv, members_be.tsv -> persons with the dates of their public life.

Kept are the holders of offices in the gazetteer and of any post of Belgium, its regions and the Netherlands, and the members
of their parliaments, as far as they were in office after 1990; older ones are hardly named and collide with the living.
"""

from __future__ import annotations

from collections import defaultdict

from relaas.link.compilation.draft import Draft, Entity, Surface, slug_of
from relaas.link.compilation.sources import Row, Sources, in_order, licence_of

_SINCE = "1990"
_HOME = ("belgium", "flanders", "wallonia", "brussels-capital-region", "netherlands", "kingdom-of-the-netherlands")
_MEMBERS = (("members_nl.tsv", "netherlands"), ("members_be.tsv", "belgium"))


def gather(draft: Draft, sources: Sources) -> None:
    """Add the persons to the draft, those curated already gaining their dates."""
    posts: dict[str, list[Row]] = defaultdict(list)
    for row in sources.rows("officeholders.tsv"):
        posts[row["person_qid"]].append(row)
    home = {draft.entities[key].qid: key for key in _HOME if key in draft.entities}
    members: dict[str, list[tuple[Row, str]]] = defaultdict(list)
    for name, country in _MEMBERS:
        for row in sources.rows(name):
            members[row["person_qid"]].append((row, country))
    for qid in sorted(set(posts) | set(members)):
        relevant = [r for r in posts[qid] if _kept(draft, r, home)]
        if (relevant or qid in members or qid in draft.by_qid) and _recent([*posts[qid], *(r for r, _ in members[qid])]):
            _add(draft, qid, posts[qid], members[qid], relevant)


def _kept(draft: Draft, row: Row, home: dict[str, str]) -> bool:
    office = draft.by_qid.get(row["position_qid"])
    return (office is not None and office.kind == "office") or row["jurisdiction_qid"] in home


def _recent(rows: list[Row]) -> bool:
    """Tell whether one of the posts ended after 1990 or is still held; posts without dates count as recent."""
    return any((r["end"] or "9999") >= _SINCE for r in rows if r["start"] >= "1950" or not r["start"])


def _add(draft: Draft, qid: str, posts: list[Row], members: list[tuple[Row, str]], relevant: list[Row]) -> None:
    dated = [r for r in (*posts, *(r for r, _ in members)) if in_order(r)]
    start = min((r["start"] for r in dated), default="")
    end = "" if any(not r["end"] for r in dated) else max((r["end"] for r in dated), default="")
    label = posts[0]["person"] if posts else next((r["surface"] for r, _ in members if r["kind"] == "label"), "")
    if " " not in label or not slug_of(label):
        return  # a family name alone recognises nobody, and no Dutch text writes a name in another script
    of = _body(draft, members, relevant)
    if qid in draft.by_qid:
        entity = draft.by_qid[qid]
        entity.start, entity.end, entity.of = start, end, entity.of or of
    else:
        first = posts[0] if posts else members[0][0]
        entity = Entity(draft.key_for(qid, label, kind="person"), "person", "person", qid=qid, of=of, start=start, end=end)
        entity.nl, entity.source, entity.licence = label, first["source"], licence_of(first) or ""
        draft.add(entity)
    draft.name(Surface(entity.key, label, "label", "nl", entity.source))
    for row, _ in members:
        if " " in row["surface"]:
            draft.name(Surface(entity.key, row["surface"], "alias" if row["kind"] == "alias" else "label", "nl", row["source"]))
    for row in posts:
        draft.name(Surface(entity.key, row["person"], "label", "nl", row["source"]))


def _body(draft: Draft, members: list[tuple[Row, str]], relevant: list[Row]) -> str:
    if members:
        return members[0][1]
    latest = max(relevant, key=lambda r: r["start"], default=None)
    state = draft.by_qid.get(latest["jurisdiction_qid"]) if latest else None
    return {"kingdom-of-the-netherlands": "netherlands"}.get(state.key, state.key) if state else ""
