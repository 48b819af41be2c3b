"""Accept header + offers -> the format to answer in (RFC 9110): the most specific range decides, then the order of the offers.

Refuses nothing: a header that cannot be read is as one that is absent, so a careless client still gets the usual format.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

#: Formats of SELECT and ASK, by name: media types, the first is the one that is sent.
RESULTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "json": ("application/sparql-results+json", "application/json"),
        "xml": ("application/sparql-results+xml", "application/xml", "text/xml"),
        "csv": ("text/csv",),
        "tsv": ("text/tab-separated-values",),
    }
)
#: Formats of triples, by name.
GRAPHS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "turtle": ("text/turtle", "application/x-turtle"),
        "jsonld": ("application/ld+json", "application/json"),
        "ntriples": ("application/n-triples", "text/plain"),
        "rdfxml": ("application/rdf+xml", "application/xml", "text/xml"),
        "nquads": ("application/n-quads",),
        "trig": ("application/trig",),
    }
)
#: A page for people.
PAGES: Mapping[str, tuple[str, ...]] = MappingProxyType({"html": ("text/html", "application/xhtml+xml")})

_RANGE = re.compile(r"\s*([\w!#$&^.+*-]+)/([\w!#$&^.+*-]+)\s*((?:;[^,]*)?)")
_WEIGHT = re.compile(r";\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*(?:;|$)", re.IGNORECASE)


def best(accept: str | None, offers: Mapping[str, tuple[str, ...]]) -> str | None:
    """Return the name of the offer that the client likes best, None when it accepts none.

    >>> best("text/turtle;q=0.5, application/ld+json", GRAPHS)
    'jsonld'
    >>> best("image/png", GRAPHS) is None
    True
    >>> best(None, RESULTS)
    'json'
    """
    ranges = _ranges(accept or "")
    if not ranges:
        return next(iter(offers))
    chosen, highest = None, 0.0
    for name, types in offers.items():
        # an alias such as application/json for JSON-LD weighs a little less than the format's own type
        weight = max(_weight(media_type, ranges) - (0.0001 if at else 0) for at, media_type in enumerate(types))
        if weight > highest:
            chosen, highest = name, weight
    return chosen


def _ranges(accept: str) -> list[tuple[str, str, float]]:
    out = []
    for entry in accept.split(","):
        found = _RANGE.fullmatch(entry)
        if found is not None:
            weight = _WEIGHT.search(found[3])
            out.append((found[1].lower(), found[2].lower(), float(weight[1]) if weight else 1.0))
    return out


def _weight(media_type: str, ranges: list[tuple[str, str, float]]) -> float:
    """Return the weight of the most specific range that holds the type; at equal weight a star gives way by a hair."""
    kind, _, subtype = media_type.partition("/")
    for wanted, hair in (((kind, subtype), 0.0), ((kind, "*"), 0.001), (("*", "*"), 0.002)):
        weights = [weight for *range_, weight in ranges if tuple(range_) == wanted]
        if weights:
            return max(weights) - hair if max(weights) else 0.0
    return 0.0
