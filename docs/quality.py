"""Write docs/quality.md: build the annotated documents and score them. `python docs/quality.py FOLDER`.

The folder holds `documents/NAME.txt` and `gold/NAME.yaml`. The cross-check stands in `tests/corpus/crosscheck/NAME.yaml`:
documents of the same folder that somebody annotated who had not seen the program, and that no rule was written for. Its files
hold offsets and codes only, since the texts belong to others.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from relaas.evaluate import Sheet, count_causes, score_folder, total
from relaas.ingest import Input, read
from relaas.pipeline import Options, analyse_source, build_many

DOCS = Path(__file__).resolve().parent
CROSSCHECK = DOCS.parent / "tests" / "corpus" / "crosscheck"
DEVELOPMENT = DOCS.parent / "tests" / "corpus" / "development"
PARLIAMENTS = {"be": "Belgische Kamer", "vl": "Vlaams Parlement", "se": "Vlaams Parlement"}
ROWS = (
    ("units", "questions and answers found", "0.98"),
    ("claims", "claims found with the right holders", "0.80"),
    ("claims_detected", "claims found, whoever holds them", ""),
    ("holders", "holders right, of the claims found", ""),
    ("acts", "speech acts right", "0.85"),
    ("contents", "words of the content (overlap over union)", "0.85"),
    ("addressees", "addressees and targets", "0.75"),
    ("events", "events found, of the right kind", "0.70"),
    ("event_types", "event types right", ""),
    ("event_dated", "dates of dated events right", "0.77"),
    ("event_places", "places right", "0.85"),
    ("event_participants", "participants", "0.70"),
    ("figures", "figures", "0.92"),
    ("sources", "cited documents", "0.90"),
    ("coverage", "verdicts on answers right", "0.80"),
    ("coverage_doubtful", "verdicts that the annotator doubted", ""),
)
SORTS = (
    ("units", "questions and answers"),
    ("claims", "claims"),
    ("acts", "speech acts"),
    ("contents", "words of the content (less than .8 shared)"),
    ("addressees", "addressees and targets"),
    ("events", "events"),
    ("event_types", "event types"),
    ("event_dates", "dates of events"),
    ("event_places", "places of events"),
    ("event_participants", "participants"),
    ("figures", "figures"),
    ("sources", "cited documents"),
    ("coverage", "verdicts on answers"),
)
HEAD = """# How good it is

Made by `python docs/quality.py FOLDER`, which builds the annotated documents of a folder and scores the graphs as
`relaas evaluate` does. F1 for what is found, else the share that is right; micro-averaged.

The annotations were made by readers from the text and a written guide. *All gold* are the documents that the authors of the rules
could see and measure on from the start, so that column flatters; *development* are documents that were annotated later and then
looked at to find what was missed. The **cross-check** is the honest column: {crosscheck} documents of the same parliaments
({names}), annotated by a reader who had seen neither the program nor its output; no rule was changed for them. What falls
between the columns is the measure of over-fitting. Two readers of the guide agree to about .95 on claims, .92 on events and .95
on figures, so figures near those measure noise. The columns of the parliaments are those of the gold.

"""
REASONS = """
## What is missed and what is wrong

Every miss, false find and wrong value by cause, as far as a program can tell (`relaas evaluate` lists them one by one).

"""


def cell(value: Any) -> str:
    """Return a score as the table shows it."""
    if isinstance(value, dict):
        return f"{value['F1']:.2f}"
    return "-" if value is None else f"{value:.2f}"


class Group(dict[str, Sheet]):
    """The scored documents of a group, by name, and their mistakes by kind and cause."""

    def __init__(self, sheets: dict[str, Sheet], mistakes: Counter[tuple[str, str]]) -> None:
        super().__init__(sheets)
        self.mistakes = mistakes


def built(names: list[str], corpus: Path, annotations: Path) -> Group:
    """Build the named documents and score them."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        items = tuple(Input(corpus / "documents" / f"{name}.txt", name) for name in names)
        for row in build_many(items, out, "nquads", Options(validate=False), jobs=2):
            if row.status != "built":
                raise SystemExit(f"{row.input}: {row.reason}")
        sheets = score_folder(out, annotations, corpus / "documents")
    mistakes: Counter[tuple[str, str]] = Counter()
    for name, sheet in sheets.items():
        mistakes += count_causes(sheet, analyse_source(read(corpus / "documents" / f"{name}.txt")))
    return Group(sheets, mistakes)


def reasons(groups: dict[str, Group]) -> str:
    """Return the mistakes that remain, by kind and cause: a column per group."""
    titles = dict(SORTS)
    found = sorted(
        {key for group in groups.values() for key in group.mistakes},
        key=lambda key: (list(titles).index(key[0]), -sum(g.mistakes[key] for g in groups.values()), key[1]),
    )
    head = ["", "cause", *(f"{name} ({len(group)})" for name, group in groups.items())]
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    lines += [
        f"| {titles[row]} | {why} | " + " | ".join(str(g.mistakes[row, why]) for g in groups.values()) + " |"
        for row, why in found
    ]
    return "\n".join(lines) + "\n"


def table(columns: dict[str, dict[str, Sheet]]) -> str:
    """Return the table: a row per kind, a column per group of documents."""
    totals = {name: total(sheets.values()) for name, sheets in columns.items() if sheets}
    head = ["", *(f"{name} ({len(columns[name])})" for name in totals), "aim"]
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    lines += ["| " + " | ".join([title, *(cell(t[key]) for t in totals.values()), aim]) + " |" for key, title, aim in ROWS]
    return "\n".join(lines) + "\n"


def verdicts(sheets: dict[str, Sheet]) -> str:
    """Return how many questions of each verdict were judged as the annotator did."""
    seen: dict[str, int] = {}
    missed: dict[str, int] = {}
    for sheet in sheets.values():
        for row in sheet.gold["coverage"]:
            if not row.get("doubt"):
                asked = row["q"] if isinstance(row["q"], list) else [row["q"]]
                seen[row["verdict"]] = seen.get(row["verdict"], 0) + len(asked)
        for mistake in sheet.mistakes:
            if mistake.row == "coverage":
                wanted = mistake.name.split()[-1]
                missed[wanted] = missed.get(wanted, 0) + 1
    lines = ["| verdict | right | of |", "| --- | --- | --- |"]
    lines += [f"| {v} | {n - missed.get(v, 0)} | {n} |" for v, n in sorted(seen.items())]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write docs/quality.md."""
    if len(sys.argv) != 2:
        sys.stderr.write("usage: python docs/quality.py FOLDER (with documents/ and gold/)\n")
        return 2
    corpus = Path(sys.argv[1])
    gold = sorted(p.stem for p in (corpus / "gold").glob("*.yaml"))
    checks = sorted(p.stem for p in CROSSCHECK.glob("*.yaml"))
    seen = built(gold, corpus, corpus / "gold")
    further = sorted(p.stem for p in DEVELOPMENT.glob("*.yaml"))
    looked_at = built(further, corpus, DEVELOPMENT)
    unseen = built(checks, corpus, CROSSCHECK)
    groups: dict[str, dict[str, Sheet]] = {}
    for name, sheet in seen.items():
        groups.setdefault(PARLIAMENTS.get(name[:2], "Tweede Kamer"), {})[name] = sheet
    columns = {"all gold": seen, "development": looked_at, "cross-check": unseen, **dict(sorted(groups.items()))}
    text = HEAD.format(crosscheck=len(checks), names=", ".join(checks)) + table(columns)
    text += "\n## Verdicts on answers\n\nAll gold:\n\n" + verdicts(seen) + "\nCross-check:\n\n" + verdicts(unseen)
    text += REASONS + reasons({"all gold": seen, "development": looked_at, "cross-check": unseen})
    (DOCS / "quality.md").write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
