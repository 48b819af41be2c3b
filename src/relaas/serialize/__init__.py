"""rdflib Dataset <-> bytes: every format, in an order that depends on the graph alone.

Equal datasets give equal bytes, whatever the hash seed, the time zone or the order in which triples came. Turtle, N-Triples and
JSON-LD hold the union of the named graphs; TriG and N-Quads keep them. What comes from outside is read with pyoxigraph only,
which expands no entity and fetches no context.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from relaas.errors import UsageError
from relaas.ids import DEFAULT_BASE
from relaas.serialize.formats import FORMATS, Format, format_of

if TYPE_CHECKING:
    from rdflib import Dataset

__all__ = ["FORMATS", "Format", "format_of", "merge", "read_dataset", "serialize"]


def serialize(dataset: Dataset, format: str, *, base: str = DEFAULT_BASE) -> bytes:
    """Write a dataset as UTF-8 in one of `FORMATS`; another format is a UsageError.

    `base` is the one the dataset was made with: it only decides how IRIs are shortened in Turtle, TriG and JSON-LD.
    """
    if format in ("nquads", "ntriples"):
        from relaas.serialize.lines import write_quads, write_triples

        return write_quads(dataset) if format == "nquads" else write_triples(dataset)
    if format in ("turtle", "trig"):
        from relaas.serialize.turtle import write_trig, write_turtle

        return write_turtle(dataset, base=base) if format == "turtle" else write_trig(dataset, base=base)
    if format == "jsonld":
        from relaas.serialize.tree import write_tree

        return write_tree(dataset, base=base)
    raise UsageError(f"unknown format {format!r}; use one of {', '.join(FORMATS)}")


def read_dataset(source: Path | str | bytes, *, format: str | None = None) -> Dataset:
    """Read RDF of any origin: a path, or the bytes themselves.

    `format` is one of `FORMATS`; without it the ending of the file decides, and for bytes or an unknown ending the content.
    Turtle, N-Triples and JSON-LD come back in the default graph. Raises GraphError (file, reason, advice) for what is no RDF.
    """
    from relaas.serialize.read import read

    return read(source, format=format)


def merge(datasets: Iterable[Dataset]) -> Dataset:
    """Put datasets together: equal quads once, blank nodes of different datasets apart, default graphs into the default graph."""
    from relaas.serialize.read import merged

    return merged(datasets)
