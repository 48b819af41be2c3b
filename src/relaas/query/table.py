"""Columns and rows of RDF terms -> text, CSV, JSON, Markdown.

CSV and JSON are the SPARQL 1.1 results formats, so any tool reads them. Text and Markdown are for people: labels without
quotation marks, IRIs of the project's own namespaces shortened.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_NODE = re.compile(r"https?://\S+/doc/([0-9a-f]{16})/(\S+)")
_SHORT = (
    ("https://w3id.org/relaas/code/", ""),
    ("https://w3id.org/relaas/ns#", "relaas:"),
    ("http://www.wikidata.org/entity/", "wd:"),
)


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to a query. Cells are pyoxigraph terms, or None where a variable is unbound."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def cells(self) -> Iterator[tuple[str, ...]]:
        """Yield each row as a person reads it.

        The nodes of one document go by the last part of their IRI, which `relaas explain` takes; of several, with the document's.
        """
        nodes = [_NODE.fullmatch(str(term.value)) for row in self.rows for term in row if term is not None]
        several = len({node[1] for node in nodes if node}) > 1
        for row in self.rows:
            yield tuple(_shown(term, several=several) for term in row)

    def to_csv(self) -> str:
        """Return SPARQL 1.1 CSV: plain values, unbound as empty, lines ended by CR LF."""
        out = io.StringIO(newline="")
        writer = csv.writer(out)
        writer.writerow(self.columns)
        writer.writerows(tuple("" if term is None else term.value for term in row) for row in self.rows)
        return out.getvalue()

    def to_json(self) -> str:
        """Return SPARQL 1.1 Query Results JSON."""
        bindings = [{c: _binding(t) for c, t in zip(self.columns, row, strict=True) if t is not None} for row in self.rows]
        return (
            json.dumps({"head": {"vars": list(self.columns)}, "results": {"bindings": bindings}}, ensure_ascii=False, indent=1)
            + "\n"
        )

    def to_markdown(self) -> str:
        """Return a Markdown table."""

        def line(cells: tuple[str, ...]) -> str:
            return "| " + " | ".join(" ".join(c.split()).replace("\\", "\\\\").replace("|", "\\|") for c in cells) + " |"

        return "\n".join([line(self.columns), "|" + " --- |" * len(self.columns), *(line(row) for row in self.cells())]) + "\n"


def _shown(term: Any, *, several: bool) -> str:
    if term is None:
        return ""
    value = str(term.value)
    if node := _NODE.fullmatch(value):
        return f"{node[1]}/{node[2]}" if several else node[2]
    for long, short in _SHORT:
        if value.startswith(long):
            return short + value[len(long) :]
    return value


def _binding(term: Any) -> dict[str, str]:
    import pyoxigraph as ox

    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    out = {"type": "literal", "value": term.value}
    if term.language:
        out["xml:lang"] = term.language
    elif term.datatype.value != "http://www.w3.org/2001/XMLSchema#string":
        out["datatype"] = term.datatype.value
    return out
