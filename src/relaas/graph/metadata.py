"""Metadata -> the metadata graph: what a file beside the text supplies about it.

Its properties are not those of the content graph, so that in a union of graphs nobody takes it for what the text says.
"""

from __future__ import annotations

from rdflib import Literal, URIRef

from relaas.graph.draft import Draft
from relaas.graph.literals import date, string, words
from relaas.vocabulary import RELAAS, code


def write_metadata(draft: Draft) -> None:
    """Say what the metadata file supplies; nothing where there is none."""
    metadata = draft.findings.document.metadata
    if metadata is None:
        return
    supplied: list[tuple[URIRef, Literal | URIRef | None]] = [
        (RELAAS.suppliedAsker, string(metadata.asker) if metadata.asker else None),
        (RELAAS.suppliedMinister, string(metadata.minister) if metadata.minister else None),
        (RELAAS.suppliedOffice, words(metadata.office) if metadata.office else None),
        (RELAAS.suppliedNumber, string(metadata.number) if metadata.number else None),
        (RELAAS.suppliedSubmitted, date(metadata.submitted) if metadata.submitted else None),
        (RELAAS.suppliedAnswered, date(metadata.answered) if metadata.answered else None),
        (RELAAS.suppliedSubject, words(metadata.subject) if metadata.subject else None),
        *((RELAAS.suppliedTheme, words(theme)) for theme in metadata.themes),
        (RELAAS.suppliedChamber, code("chamber", metadata.chamber) if metadata.chamber else None),
    ]
    for predicate, value in supplied:
        if value is not None:
            draft.metadata[draft.document, predicate, value] = None
