"""Scores of what structure finds: the units, and how each question is dealt with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from relaas.evaluate.annotations import Row, doubtful, listed
from relaas.evaluate.geometry import agreement, overlap

if TYPE_CHECKING:
    from relaas.evaluate.scoring import Sheet


def _digits(unit: Row) -> list[str]:
    return re.findall(r"\d+[a-z]?", str(unit.get("number") or "").lower())


def score_units(sheet: Sheet) -> None:
    """Score questions and answers: kind, number, span."""
    golds = [u for u in sheet.gold["units"] if u["kind"] in ("question", "answer")]
    founds = [u for u in sheet.found.parts if u["kind"] in ("Question", "Answer")]

    def rank(a: Row, b: Row) -> float:
        fit = agreement(a["span"], [b["span"]])
        return fit if fit >= 0.9 and a["kind"] == b["kind"].lower() and _digits(a) == _digits(b) else 0

    def show(unit: Row) -> tuple[str, list[tuple[int, int]]]:
        return unit.get("id") or f"{unit['kind']} {unit['number']}", [unit["span"]]

    sheet.count("units", (golds, founds), sheet.pair(golds, founds, rank), show=show)


def score_coverage(sheet: Sheet) -> None:
    """Score the verdict on each question, rows in doubt apart."""
    units = {u["id"]: u for u in sheet.gold["units"]}
    rows = [(r, q) for r in sheet.gold["coverage"] for q in listed(r["q"])]
    for key, sure in (("coverage", True), ("coverage_doubtful", False)):
        got = [(r, q, _given(sheet, units[q])) for r, q in rows if doubtful(r) != sure]
        sheet.mean(key, [r["verdict"] == v for r, _, v in got], got)
        for r, q, v in got:
            if sure and r["verdict"] != v:
                sheet.mistake(key, "wrong", f"{q} {r['verdict']}", [units[q]["span"]], f"graph: {v or 'no verdict'}")


def _given(sheet: Sheet, unit: Row) -> str | None:
    """Return the graph's verdict on the question that covers most of this one, else on the only one of its number."""
    begin, end = unit["span"]
    questions = [u for u in sheet.found.parts if u["kind"] == "Question"]
    over = [u for u in questions if 2 * overlap((begin, end), u["span"]) >= end - begin]

    def same(units: list[Row]) -> list[Row]:
        return [u for u in units if u["kind"].lower() == "question" and _digits(u) == _digits(unit)]

    golds = [u for u in sheet.gold["units"] if u["kind"] in ("question", "answer")]
    if not over and len(same(golds)) == 1 == len(same(questions)):
        over = same(questions)
    if not over:
        return None
    return sheet.found.verdicts[max(over, key=lambda u: agreement((begin, end), [u["span"]]))["iri"]]
