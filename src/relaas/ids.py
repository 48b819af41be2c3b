"""Local names and IRIs, made from offsets only.

An id depends on the text alone: not on type, label, rule, model or run, so a corrected type keeps its IRI. `Namer` hands
out `{kind}{start}-{end}` and numbers what shares a kind and a span (`.2`, `.3`) in the order of the calls, so callers go
in reading order of the content.
"""

from __future__ import annotations

from typing import Literal
from urllib.parse import quote

from relaas.model import Span

DEFAULT_BASE = "https://w3id.org/relaas/id/"
Kind = Literal["s", "ac", "pl", "of", "ev", "cl", "fig", "src", "cov", "rel"]


class Namer:
    """Hands out the local names of one document.

    >>> namer = Namer()
    >>> namer.name("cl", Span(205, 220)), namer.name("cl", Span(205, 220))
    ('cl205-220', 'cl205-220.2')
    """

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def name(self, kind: Kind, span: Span) -> str:
        """Return the next free name of this kind at this span."""
        plain = f"{kind}{span.start}-{span.end}"
        self._taken[plain] = count = self._taken.get(plain, 0) + 1
        return plain if count == 1 else f"{plain}.{count}"


def document_iri(sha256: str, *, base: str = DEFAULT_BASE) -> str:
    """Return the IRI of the document whose bytes have this digest.

    >>> document_iri("ab" * 32)
    'https://w3id.org/relaas/id/doc/abababababababab'
    """
    return f"{base}doc/{sha256[:16]}"


def node_iri(local: str, *, document: str, base: str = DEFAULT_BASE) -> str:
    """Return the IRI of a local name: below the document, or below the base for what the gazetteer knows.

    >>> node_iri("actor/armenia", document="https://w3id.org/relaas/id/doc/00")
    'https://w3id.org/relaas/id/actor/armenia'
    """
    if local.startswith(("actor/", "place/", "office/")):
        return base + quote(local, safe="/-._~")
    return f"{document}/{local}"
