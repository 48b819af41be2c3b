"""The formats of relaas: one table for the command line, its help, the documentation and content negotiation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a graph. `graphs` tells whether it keeps the named graphs or holds their union."""

    name: str
    ending: str
    media_type: str
    title: str
    graphs: bool


#: name -> format, in the order of the documentation.
FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        entry.name: entry
        for entry in (
            Format("turtle", "ttl", "text/turtle", "Turtle", graphs=False),
            Format("trig", "trig", "application/trig", "TriG", graphs=True),
            Format("nquads", "nq", "application/n-quads", "N-Quads", graphs=True),
            Format("ntriples", "nt", "application/n-triples", "N-Triples", graphs=False),
            Format("jsonld", "jsonld", "application/ld+json", "JSON-LD", graphs=False),
        )
    }
)


def format_of(name: str) -> Format | None:
    """Return the format that a file's ending chooses; None when it is no ending of ours.

    >>> format_of("vraag-12.TTL").name
    'turtle'
    """
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    return next((entry for entry in FORMATS.values() if entry.ending == ending), None)
