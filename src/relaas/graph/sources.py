"""Cited sources -> nodes: what the text refers to, where, and whose it is."""

from __future__ import annotations

import re
from urllib.parse import quote

from rdflib import Literal, URIRef

from relaas.graph.draft import Draft
from relaas.graph.literals import date, string
from relaas.model import CitedSource, DateRange
from relaas.vocabulary import DCTERMS, FOAF, PROV, RELAAS

_ADDRESS = re.compile(r"((?:https?|ftp)://)([^/?#]*)([^#]*)(#?)(.*)", re.DOTALL | re.IGNORECASE)
_AUTHORITY = re.compile(r"([^@]*@)?[^@:]*(:[0-9]*)?", re.DOTALL)
_STRAY = re.compile(r"%(?![0-9A-Fa-f]{2})")
#: Characters that may stand in an IRI as they are; a per cent sign too, so that an address already encoded stays the same.
_SAFE = "/:?@!$&'()*+,;=-._~%"


def write_sources(draft: Draft) -> None:
    """Say which documents the text cites."""
    for source in draft.findings.sources:
        _write_source(draft, source)


def page_iri(url: str) -> URIRef:
    """Return the address of a page as an IRI: with a scheme of the web, and without a character that no IRI may hold.

    >>> page_iri("www.vrt.be/nws/een bericht")
    rdflib.term.URIRef('https://www.vrt.be/nws/een%20bericht')
    """
    plain = "".join(url.splitlines()).strip()
    found = _ADDRESS.fullmatch(plain) or _ADDRESS.fullmatch(f"https://{plain.lstrip('/')}")
    assert found is not None  # what follows https:// is any text at all
    scheme, authority, path, mark, fragment = found.groups()
    host = _encoded(authority) if _AUTHORITY.fullmatch(authority) else quote(authority, safe="")
    return URIRef(f"{scheme}{host}{_encoded(path)}{mark}{_encoded(fragment)}")


def _encoded(text: str) -> str:
    return quote(_STRAY.sub("%25", text), safe=_SAFE)


def _write_source(draft: Draft, source: CitedSource) -> None:
    node = draft.iri(source.source_id)
    draft.types(node, "CitedSource")
    draft.code(node, RELAAS.sourceType, "source-type", source.source_type)
    draft.mentions(node, source.mentions)
    if source.title is not None:
        draft.add(node, DCTERMS.title, string(source.title))
    if source.publisher is not None:
        draft.add(node, DCTERMS.publisher, string(source.publisher))
    if source.issued:
        draft.add(node, DCTERMS.issued, _issued(source.issued))
    if source.url:
        draft.add(node, FOAF.page, page_iri(source.url))
    draft.refer(node, RELAAS.citedIn, source.cited_in)
    if source.attributed_to:
        draft.refer(node, PROV.wasAttributedTo, [source.attributed_to])
    draft.because(node, source.evidence)


def _issued(when: DateRange) -> Literal:
    """Return a day as xsd:date, and what is less precise as its EDTF expression."""
    start = when.earliest_start
    return date(start) if start and start.isoformat() == when.edtf else string(when.edtf)
