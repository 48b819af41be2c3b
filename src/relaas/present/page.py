"""Summary -> text for a terminal, Markdown, JSON.

The headings are in the language of the page; the words of the document stay as they are.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from relaas.present.summary import Number, Saying, Summary

if TYPE_CHECKING:
    from rich.console import RenderableType

_NL = {
    "type": "Soort", "chamber": "Parlement", "number": "Nummer", "asker": "Vraagsteller", "addressee": "Gericht aan",
    "answerer": "Antwoord van", "submitted": "Vraag van", "answered": "Antwoord van (datum)", "after": "Geschreven na",
    "not_stated": "Niet vermeld in het document",
    "supplied": "Uit het metadatabestand, niet uit de tekst",
    "questions": "Vragen en antwoorden", "sayings": "Wie zegt wat",
    "happenings": "Tijdlijn", "contested": "Cijfers naast elkaar (nergens samengevoegd)", "numbers": "Andere cijfers",
    "comparisons": "Uitspraken naast elkaar", "sources": "Aangehaalde bronnen", "links": "Wikidata",
    "undated": "zonder datum", "to": "aan/over", "via": "volgens", "not": "NIET",
    "no_answer": "geen antwoord gevonden", "abstained": "namen zonder zekere link",
    "side": "zijde niet vermeld", "unnamed": "niet bij naam genoemd",
}  # fmt: skip
_EN = {
    "type": "Kind", "chamber": "Parliament", "number": "Number", "asker": "Asked by", "addressee": "Addressed to",
    "answerer": "Answered by", "submitted": "Asked on", "answered": "Answered on", "after": "Written after",
    "not_stated": "Not stated in the document",
    "supplied": "From the metadata file, not from the text",
    "questions": "Questions and answers", "sayings": "Who says what",
    "happenings": "Timeline", "contested": "Figures side by side (nothing is summed)", "numbers": "Other figures",
    "comparisons": "Statements side by side", "sources": "Cited sources", "links": "Wikidata",
    "undated": "undated", "to": "to/about", "via": "according to", "not": "NOT",
    "no_answer": "no answer found", "abstained": "names without a certain link",
    "side": "side not stated", "unnamed": "not named",
}  # fmt: skip
HEADINGS = {"nl": _NL, "en": _EN}
_LONGEST = 300


def render(summary: Summary, *, form: str = "text") -> Any:
    """Return the page: a rich renderable for `text`, a string for `markdown` and `json`."""
    if form == "json":
        return json.dumps(asdict(summary), ensure_ascii=False, indent=1) + "\n"
    if form == "markdown":
        return "\n".join(_markdown(summary)) + "\n"
    return _text(summary)


def _cut(words: str, most: int = _LONGEST) -> str:
    return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0] + " …"


def _towards(saying: Saying, names: dict[str, str]) -> str:
    return f" ({names['to']} {', '.join(saying.towards)})" if saying.towards else ""


def _line(saying: Saying, names: dict[str, str]) -> tuple[str, str, str]:
    """Who, act, words."""
    act = f"{names['not']} {saying.act}" if saying.denied else saying.act
    return ", ".join(saying.holders), act + _towards(saying, names), saying.words


def by_voice(summary: Summary) -> list[tuple[str, list[Saying]]]:
    """Group the sayings by the voice that reports them, in the order of the text."""
    voices = dict.fromkeys(s.voice for s in summary.sayings)
    return [(voice, [s for s in summary.sayings if s.voice == voice]) for voice in voices]


def _figure_cells(number: Number, names: dict[str, str]) -> tuple[str, ...]:
    return (
        f"{number.bound} {number.value}".strip(),
        " ".join(filter(None, (number.counted, f"({number.outcome})" if number.outcome else ""))),
        number.side or (names["side"] if number.outcome else ""),
        ", ".join(number.holders),
        number.about or "",
    )


def _text(summary: Summary) -> RenderableType:
    from rich.console import Group
    from rich.markup import escape
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    names = HEADINGS[summary.language]
    out: list[RenderableType] = [Text(summary.heading, style="bold")]

    def grid(*widths: int | None) -> Table:
        table = Table.grid(padding=(0, 2))
        for width in widths:
            table.add_column(overflow="fold", max_width=width)
        return table

    def section(title: str, rows: Sequence[tuple[str, ...]], *widths: int | None) -> None:
        if not rows:
            return
        table = grid(*widths)
        for row in rows:
            table.add_row(*(escape(cell) for cell in row))
        out.extend([Text(), Text(title.upper(), style="bold"), Padding(table, (0, 0, 0, 2))])

    facts = grid(None, None)
    for name, value in summary.facts:
        facts.add_row(names[name], escape(value + _unnamed(name, summary, names)))
    out.append(Padding(facts, (0, 0, 0, 2)))
    section(names["supplied"], [(name, ", ".join(values)) for name, values in summary.supplied], 40, None)
    section(names["not_stated"], [(", ".join(summary.not_stated),)] if summary.not_stated else [], None)
    section(names["questions"], [row for q in summary.questions for row in _question_rows(q, names)], 8, None)
    for voice, sayings in by_voice(summary):
        section(f"{names['sayings']} ({names['via']} {voice})", [_line(s, names) for s in sayings], 26, 26, None)
    section(names["happenings"], [_happening_cells(h, names) for h in summary.happenings], 22, 34, None)
    section(names["contested"], [_figure_cells(n, names) for n in summary.contested], 10, 28, 18, 28, None)
    section(names["numbers"], [_figure_cells(n, names) for n in summary.numbers], 14, 34, 18, 28, None)
    section(
        names["comparisons"], [(c.left, f"{c.relation} ({c.aspect}; {c.by})", c.right) for c in summary.comparisons], 32, 24, None
    )
    section(names["sources"], [(_cut(s.title, 120), s.kind, s.page or "") for s in summary.sources], 60, 20, None)
    links = [(label, f"http://www.wikidata.org/entity/{qid}", confidence) for label, qid, confidence in summary.links]
    section(names["links"], links, 40, None, 6)
    if summary.abstentions:
        out.append(Padding(Text(f"{summary.abstentions} {names['abstained']}"), (0, 0, 0, 2)))
    return Group(*out)


def _question_rows(question: Any, names: dict[str, str]) -> list[tuple[str, str]]:
    rows = [(question.number, question.words), ("", f"[{question.verdict or names['no_answer']}]")]
    rows.extend(("", "> " + _cut(a)) for a in question.answers[:3])
    return rows


def _happening_cells(happening: Any, names: dict[str, str]) -> tuple[str, str, str]:
    who = "; ".join(f"{actor} ({role})" for actor, role in happening.participants)
    where = ", ".join(happening.places)
    return (
        happening.when or names["undated"],
        f"{happening.label} [{happening.factuality}]",
        " | ".join(filter(None, (where, who, " / ".join(f"“{w}”" for w in happening.words)))),
    )


def _unnamed(fact: str, summary: Summary, names: dict[str, str]) -> str:
    """Say that the asker or the answerer is known by role only."""
    return f" ({names['unnamed']})" if fact in summary.nameless else ""


def _markdown(summary: Summary) -> list[str]:
    names = HEADINGS[summary.language]
    lines = [f"# {_md(summary.heading)}", ""]
    lines += [f"- {names[name]}: {_md(value + _unnamed(name, summary, names))}" for name, value in summary.facts]
    lines += _md_section(names["supplied"], [f"{_md(name)}: {_md(', '.join(values))}" for name, values in summary.supplied])
    if summary.not_stated:
        lines += ["", f"**{names['not_stated']}:** {_md(', '.join(summary.not_stated))}"]
    lines += _md_section(
        names["questions"],
        [
            f"**{_md(q.number)}** {_md(q.words)}\n  *{_md(q.verdict or names['no_answer'])}*"
            + "".join(f"\n  > {_md(_cut(a))}" for a in q.answers[:3])
            for q in summary.questions
        ],
    )
    for voice, sayings in by_voice(summary):
        rows = [_line(s, names) for s in sayings]
        lines += _md_section(
            f"{names['sayings']} ({names['via']} {_md(voice)})",
            [f"**{_md(who)}** {_md(act)}: {_md(words)}" for who, act, words in rows],
        )
    lines += _md_section(
        names["happenings"], [" — ".join(map(_md, filter(None, _happening_cells(h, names)))) for h in summary.happenings]
    )
    for key, numbers in (("contested", summary.contested), ("numbers", summary.numbers)):
        lines += _md_table(names[key], [_figure_cells(n, names) for n in numbers])
    lines += _md_section(
        names["comparisons"],
        [f"{_md(c.left)} — *{_md(c.relation)}* ({_md(c.aspect)}; {_md(c.by)}) — {_md(c.right)}" for c in summary.comparisons],
    )
    lines += _md_section(
        names["sources"], [_md(s.title) + f" ({s.kind})" + (f" <{s.page}>" if s.page else "") for s in summary.sources]
    )
    lines += _md_section(
        names["links"],
        [
            f"{_md(label)}: [{qid}](http://www.wikidata.org/entity/{qid}) ({confidence})"
            for label, qid, confidence in summary.links
        ],
    )
    return lines


def _md(text: str) -> str:
    """Escape what Markdown or HTML would take for markup."""
    out = " ".join(text.split())
    for sign in "\\`*_[]|":
        out = out.replace(sign, "\\" + sign)
    return out.replace("&", "&amp;").replace("<", "&lt;")


def _md_section(title: str, rows: list[str]) -> list[str]:
    return ["", f"## {title}", "", *(f"- {row}" for row in rows)] if rows else []


def _md_table(title: str, rows: list[tuple[str, ...]]) -> list[str]:
    if not rows:
        return []
    return [
        "",
        f"## {title}",
        "",
        "| " + " | ".join([" "] * len(rows[0])) + " |",
        "|" + " --- |" * len(rows[0]),
        *("| " + " | ".join(map(_md, row)) + " |" for row in rows),
    ]
