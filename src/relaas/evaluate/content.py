"""Scores of what extraction finds: claims, events, figures, sources."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from relaas.evaluate.annotations import Row, listed
from relaas.evaluate.counts import Found
from relaas.evaluate.geometry import Offsets, agreement, likeness, near, numbers, page, plain, same_numbers, same_page, start
from relaas.evaluate.pairing import most_pairs, shares

if TYPE_CHECKING:
    from relaas.evaluate.scoring import Pair, Sheet

_GROUPS: dict[str, set[str]] = defaultdict(set)
for _group, _types in {
    "conflict": "attack hostilities ceasefire protest violence displacement mobilisation",
    "diplomacy": "meeting negotiation agreement visit sanction appeal mission consultation",
    "governance": "decision legislation vote policy-measure appointment resignation election funding publication inspection"
    " consultation",
    "justice": "crime arrest prosecution ruling complaint",
    "society": "accident disaster outbreak death treatment closure cancellation research",
    "economy": "investment transaction contract trade bankruptcy",
    "other": "other",
}.items():
    for _type in _types.split():
        _GROUPS[_type].add(_group)


def score_claims(sheet: Sheet) -> None:
    """Score claims, their holders, acts, contents and addressees."""
    golds, founds = sheet.gold["claims"], sheet.found.claims

    def right(a: Row, b: Row) -> bool:
        want = listed(a["holder"])
        ways = [want, *([x] for x in listed(a.get("holder_or")))]
        return not want or any(sheet.actors.same(way, b["holders"]) for way in ways)

    def rank(a: Row, b: Row) -> float:
        cue = bool(a.get("cue")) and near(a["cue"], b["cue"], 30)
        content = agreement(a["content"], b["content"]) if a.get("content") else 0
        if not cue and content < 0.5:
            return 0
        marked = 1 + 0.1 * agreement(a["cue"], b["cue"]) if cue else 0.0
        return float(marked + content + 0.3 * right(a, b) + 0.1 * (a["act"] == b["act"]))

    def show(claim: Row) -> tuple[str, list[Offsets]]:
        if "holder" in claim:
            spans: list[Any] = [claim.get("cue"), claim.get("content")]
            return f"{claim['id']} {claim['act']} by {', '.join(map(str, listed(claim['holder'])))}", spans
        return f"{claim['act']} by {sheet.who(claim['holders'])}", claim["cue"] + claim["content"]

    pairs = sheet.pair(golds, founds, rank)
    detected = sheet.count("claims_detected", (golds, founds), pairs)
    good = [(i, j) for i, j in pairs if right(golds[i], founds[j])]
    good = sheet.count("claims", (golds, founds), pairs, good, show)
    sheet.mean("holders", [(i, j) in good for i, j in detected], sheet.firm(golds))
    sheet.mean("acts", [golds[i]["act"] == founds[j]["act"] for i, j in good], sheet.firm(golds))
    contents = [agreement(golds[i]["content"], founds[j]["content"]) for i, j in good if golds[i].get("content")]
    sheet.mean("contents", contents, sheet.firm(golds, "content"))
    sheet.counts["addressees"] = _addressees(sheet, good)


def _addressees(sheet: Sheet, good: list[Pair]) -> Found:
    tp = fp = fn = 0
    golds = sheet.gold["claims"]
    for i, j in good:
        a, b = golds[i], sheet.found.claims[j]
        want = listed(a.get("to"))
        hit = sheet.actors.hits(want, b["to"])
        tp, fn, fp = tp + hit, fn + len(want) - hit, fp + len(b["to"]) - hit
        if a["act"] != b["act"]:
            sheet.mistake("acts", "wrong", f"{a['id']} {a['act']}", [a.get("cue"), a.get("content")], f"graph: {b['act']}")
        if a.get("content") and agreement(a["content"], b["content"]) < 0.8:
            words = " … ".join(sheet.text[x:y] for x, y in b["content"])
            sheet.mistake("contents", "wrong", a["id"], [a["content"]], "graph: " + words)
        if hit < max(len(want), len(b["to"])):
            sheet.mistake(
                "addressees", "wrong", f"{a['id']} to {', '.join(want) or 'none'}", [a.get("cue")], f"graph: {sheet.who(b['to'])}"
            )
    return Found(tp, fp, fn, sheet.firm(golds, "to") and not good)


def score_events(sheet: Sheet) -> None:
    """Score events, their types, dates, places and participants."""
    golds, founds = sheet.gold["events"], sheet.found.events
    triggers = {i: [a["trigger"], *(a.get("also") or [])] for i, a in enumerate(golds)}
    votes = {id(b): shares(triggers, b["mentions"]) for b in founds}
    index = {id(a): i for i, a in enumerate(golds)}

    def common(a: Row, b: Row) -> bool:
        return a["type"] == "other" or bool(_GROUPS.get(a["type"], set()) & _GROUPS.get(b["type"], set()))

    def rank(a: Row, b: Row) -> float:
        share = votes[id(b)].get(index[id(a)], 0)
        return share + 0.5 * (a["type"] == b["type"]) + 0.3 * common(a, b) if share >= 0.5 else 0

    def show(event: Row) -> tuple[str, list[Offsets]]:
        if "trigger" in event:
            return f"{event['id']} {event['type']}", [event["trigger"]]
        return f"{event['type']} {event['label']}", event["mentions"]

    pairs = sheet.pair(golds, founds, rank)
    sheet.count("events_detected", (golds, founds), pairs)
    good = [(i, j) for i, j in pairs if common(golds[i], founds[j])]
    good = sheet.count("events", (golds, founds), pairs, good, show)
    sheet.mean("event_types", [golds[i]["type"] == founds[j]["type"] for i, j in good], sheet.firm(golds))
    both = [(str(golds[i].get("when") or ""), founds[j]["when"]) for i, j in good]
    dated = [(a, b) for a, b in both if a or b]
    sheet.mean("event_dates", [a == b for a, b in both], sheet.firm(golds))
    sheet.mean("event_dated", [a == b for a, b in dated], sheet.firm(golds, "when"))
    sheet.mean("event_start", [start(a) == start(b) for a, b in dated], sheet.firm(golds, "when"))
    _event_details(sheet, good)


def _event_details(sheet: Sheet, good: list[Pair]) -> None:
    golds, founds = sheet.gold["events"], sheet.found.events
    tp = fp = fn = 0
    placed: list[bool] = []
    for i, j in good:
        a, b = golds[i], founds[j]
        name, trigger, day = f"{a['id']} {a['type']}", [a["trigger"]], str(a.get("when") or "")
        places = list(dict.fromkeys(plain(sheet.text[s:e]) for s, e in a.get("where") or []))
        if places:
            placed.append(_right_places(sheet, places, b["places"]))
            if not placed[-1]:
                sheet.mistake(
                    "event_places", "wrong", f"{name} in {', '.join(places)}", trigger, f"graph: {sheet.who(b['places'])}"
                )
        want = listed([q["actor"] for q in a.get("participants") or []])
        hit = sheet.actors.hits(want, b["participants"])
        tp, fn, fp = tp + hit, fn + len(want) - hit, fp + len(b["participants"]) - hit
        if a["type"] != b["type"]:
            sheet.mistake("event_types", "wrong", name, trigger, f"graph: {b['type']}")
        if day != b["when"]:
            sheet.mistake("event_dates", "wrong", f"{name} {day or 'undated'}", trigger, f"graph: {b['when'] or 'undated'}")
        if hit < max(len(want), len(b["participants"])):
            note = f"graph: {sheet.who(b['participants'])}"
            sheet.mistake("event_participants", "wrong", f"{name} with {', '.join(want) or 'none'}", trigger, note)
    sheet.mean("event_places", placed, sheet.firm(golds, "where"))
    sheet.counts["event_participants"] = Found(tp, fp, fn, sheet.firm(golds, "participants") and not good)


def _right_places(sheet: Sheet, wanted: list[str], given: list[Any]) -> bool:
    """Tell whether one of the places is there, and at least half of those given are right."""
    hit = most_pairs(wanted, given, lambda name, node: name in sheet.actors.place[node])
    return hit > 0 and 2 * hit >= len(given)


def score_figures(sheet: Sheet) -> None:
    """Score figures: span near, and the same number."""
    golds, founds = sheet.gold["figures"], sheet.found.figures

    def rank(a: Row, b: Row) -> float:
        if not a.get("text") or not near(a["text"], b["span"]):
            return 0
        want = numbers(a.get("value"))
        return 1 + agreement(a["text"], b["span"]) if not want or same_numbers(want, b["values"]) else 0

    def show(figure: Row) -> tuple[str, list[Offsets]]:
        if "values" not in figure:
            return f"{figure.get('value')} {figure.get('unit')}", [s for s in [figure.get("text")] if s]
        return "-".join(f"{v:g}" for v in sorted(figure["values"])) or "no number", figure["span"]

    sheet.count("figures", (golds, founds), sheet.pair(golds, founds, rank), show=show)


def score_sources(sheet: Sheet) -> None:
    """Score cited documents: same page, span near, or title."""
    golds, founds = sheet.gold["sources"], sheet.found.sources
    cited = {i: [s for s in [a.get("text"), *(a.get("also") or [])] if s] for i, a in enumerate(golds)}
    votes = {id(b): shares(cited, b["spans"], 300) for b in founds}
    index = {id(a): i for i, a in enumerate(golds)}

    def rank(a: Row, b: Row) -> float:
        share = votes[id(b)].get(index[id(a)], 0)
        address = 2 * (bool(a.get("url")) and same_page(page(a["url"]), b["page"]))
        return address + (share if share >= 0.5 else 0) + 0.5 * likeness(plain(a.get("title") or ""), b["title"])

    def show(source: Row) -> tuple[str, list[Offsets]]:
        if "kind" in source:
            return str(source.get("title") or source.get("url")), [s for s in [source.get("text")] if s]
        return source["label"] or "untitled", source["spans"]

    sheet.count("sources", (golds, founds), sheet.pair(golds, founds, rank), show=show)
