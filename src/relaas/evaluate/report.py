"""Sheets -> a table for people, JSON for programs; with every mistake when asked."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from relaas.evaluate.scoring import KEYS, Sheet, total


def to_json(sheets: dict[str, Sheet], *, mistakes: bool = False) -> str:
    """Return the scores per document and their micro-average; with `mistakes` every miss and false find."""
    out: dict[str, Any] = {"documents": {name: s.shown() for name, s in sheets.items()}, "micro": total(sheets.values())}
    if mistakes:
        out["mistakes"] = {name: [asdict(m) for m in s.mistakes] for name, s in sheets.items()}
    return json.dumps(out, ensure_ascii=False, indent=1) + "\n"


def to_text(sheets: dict[str, Sheet], *, mistakes: bool = False) -> str:
    """Return a row per document (of precision, recall and F1 the F1), then the micro-averages in full."""
    micro = total(sheets.values())
    rows = {**{name: s.shown() for name, s in sheets.items()}, "micro": micro}
    head = ["document", *(k.replace("event_", "ev_").replace("_detected", "_det").replace("_doubtful", "_dbt") for k in KEYS)]
    lines = [head, *([name, *(_cell(r[k]) for k in KEYS)] for name, r in rows.items())]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    out = [
        "  ".join(c.ljust(w) if i == 0 else c.rjust(w) for i, (c, w) in enumerate(zip(line, widths, strict=True)))
        for line in lines
    ]
    out += ["", *(f"{key:20} {_full(value)}" for key, value in micro.items())]
    if mistakes:
        for name, sheet in sheets.items():
            if sheet.mistakes:
                out += ["", name]
                out += [
                    f"{m.row:18} {m.kind:6} {'{}-{}'.format(*m.at) if m.at else '-':11} {m.name}: “{m.words}”"
                    + (f" | {m.note}" if m.note else "")
                    for m in sheet.mistakes
                ]
    return "\n".join(out) + "\n"


def _cell(value: Any) -> str:
    if isinstance(value, dict):
        value = value["F1"]
    return "-" if value is None else f"{value:.3f}"


def _full(value: Any) -> str:
    return " ".join(f"{k}={v}" for k, v in value.items()) if isinstance(value, dict) else str(value)
