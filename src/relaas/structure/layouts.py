"""data/layouts/*.yaml -> Layouts, and which of them a text has.

A layout is data: what its headings, items, page furniture and header look like. They are tried in the order that each
file names; the last one recognises every text. Refuses a layout file with an unknown kind of heading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from relaas import assets
from relaas.model import Chamber

HeadingKind = Literal["question", "answer", "lone_question", "lone_answer", "notice", "context", "annex", "after_answer"]
_NUMBERS = r"(?P<numbers>\d[\da-z ,.&/–-]{0,60})"
_KINDS: tuple[HeadingKind, ...] = (
    "question",
    "answer",
    "lone_question",
    "lone_answer",
    "notice",
    "context",
    "annex",
    "after_answer",
)


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """How the documents of one parliament look."""

    name: str
    chamber: Chamber
    recognise: tuple[re.Pattern[str], ...]
    headings: tuple[tuple[HeadingKind, re.Pattern[str]], ...]
    inline_heading: re.Pattern[str] | None
    own_lines: tuple[re.Pattern[str], ...]
    furniture: tuple[re.Pattern[str], ...]
    inline_furniture: tuple[re.Pattern[str], ...]
    items: bool
    capitals_before_answer: bool
    header: dict[str, Any]


@cache
def load() -> tuple[Layout, ...]:
    """Return every layout, in the order in which they are tried."""
    folder = assets.folder("data", "layouts")
    rows = sorted(
        (assets.load_yaml("data", "layouts", path.name) for path in folder.glob("*.yaml")), key=lambda r: int(r["order"])
    )
    return tuple(_layout(row) for row in rows)


def choose(text: str) -> Layout:
    """Return the first layout that recognises the text."""
    every = load()
    return next((layout for layout in every if any(p.search(text) for p in layout.recognise)), every[-1])


def _layout(row: dict[str, Any]) -> Layout:
    patterns = {k: v for k, v in row["headings"].items() if k != "before_answer"}
    unknown = sorted(set(patterns) - set(_KINDS))
    if unknown:
        raise ValueError(f"layout {row['name']}: unknown kind of heading {', '.join(unknown)}")
    headings = tuple(
        (k, re.compile(f"(?:{patterns[k].replace('{numbers}', _NUMBERS)})\\s*[.:]?")) for k in _KINDS if k in patterns
    )
    inline = None
    if row.get("inline_headings"):
        inline = re.compile(
            r"(?<=[.?!»”)\]-] )(?P<kind>Vraag|Antwoord) (?P<numbers>\d{1,2}(?:(?:, | en |, en )\d{1,2}){0,9}) (?=[A-Z«“‘(])"
        )
    return Layout(
        name=row["name"],
        chamber=cast(Chamber, row["chamber"]),
        recognise=tuple(re.compile(p) for p in row["recognise"]),
        headings=headings,
        inline_heading=inline,
        own_lines=tuple(re.compile(p) for p in row.get("own_lines", ())),
        furniture=tuple(re.compile(p) for p in row.get("furniture", ())),
        inline_furniture=tuple(re.compile(p) for p in row.get("inline_furniture", ())),
        items=bool(row.get("items")),
        capitals_before_answer=row["headings"].get("before_answer") == "capitals",
        header=row["header"],
    )
