"""curated.tsv -> entries: states, bodies, parties with the Dutch forms that no source has.

A row gives Dutch wording only. Base forms of adjectives are inflected here (*Armeens, Armeense*; *Chinees, Chinese*).
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from relaas.link.compilation.draft import Draft, Entity, Surface
from relaas.link.compilation.sources import Sources, licence_of


def inflected(adjective: str) -> str:
    """Return the inflected form of an adjective of a country.

    >>> inflected("Armeens"), inflected("Chinees"), inflected("Indiaas")
    ('Armeense', 'Chinese', 'Indiase')
    """
    for base, form in (("ees", "ese"), ("aas", "ase")):
        if adjective.endswith(base):
            return adjective.removesuffix(base) + form
    return adjective + "e"


def gather(draft: Draft, sources: Sources, room: Path) -> None:
    """Add every row of curated.tsv to the draft."""
    labels, known = _labels(sources), _known(sources)
    with (room / "curated.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            found = sources.find(row["lookup"]) if row["lookup"] else None
            qid = found.qid if found else ""
            given = labels.get(qid, {})
            draft.add(
                Entity(
                    row["key"],
                    row["kind"],
                    row["type"],
                    qid=qid,
                    nl=row["nl"],
                    en=given.get("en", ""),
                    fr=given.get("fr", ""),
                    of=row["of"],
                    source=f"curated; QID: {found.source}" if found else "curated",
                    licence=found.licence if found else "Apache-2.0",
                )
            )
            cautions = dict(part.split("=") for part in row["caution"].split(";") if part)
            for surface, form in _with_both_apostrophes(_surfaces(row)):
                source = known.get((qid, surface), "curated")
                short = "abbreviation" if form == "abbreviation" and len(surface) < 3 else ""
                caution = cautions.get(surface, short).removeprefix("-")
                draft.name(Surface(row["key"], surface, form, "nl", source, caution))


def _surfaces(row: dict[str, str]) -> Iterator[tuple[str, str]]:
    yield row["nl"], "label"
    for column in ("alias", "abbreviation", "demonym"):
        for surface in filter(None, row[column].split(";")):
            yield surface, column
    for base in filter(None, row["adjective"].split(";")):
        yield base, "adjective"
        yield inflected(base), "adjective"


def _with_both_apostrophes(surfaces: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Return the surfaces, those with an apostrophe also with the typographic one: *Israëli's*, *Israëli’s*."""
    for surface, form in surfaces:
        yield surface, form
        if "'" in surface:
            yield surface.replace("'", "’"), form


def _labels(sources: Sources) -> dict[str, dict[str, str]]:
    """Return English and French names by QID, of the files that have them."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in sources.rows("gazetteer_draft.tsv"):
        if row["lang"] in ("en", "fr") and row["kind"] == "label":
            found[row["qid"]].setdefault(row["lang"], row["surface"])
    return found


def _known(sources: Sources) -> dict[tuple[str, str], str]:
    """Return which (QID, Dutch surface) a source itself gives, with the source to credit."""
    found: dict[tuple[str, str], str] = {}
    for name in ("bodies_nl.tsv", "gazetteer_draft.tsv"):
        for row in sources.rows(name):
            if row["lang"] == "nl" and "curated" not in row["source"] and licence_of(row):
                found.setdefault((row["qid"], row["surface"]), row["source"])
    return found
