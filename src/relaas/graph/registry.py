"""Entries of the gazetteer that a document refers to -> the registry graph.

The registry says only what the gazetteer says, so files of many documents can carry their entries and loaded together equal
quads merge.
"""

from __future__ import annotations

from relaas.graph.cast import classes_of
from relaas.graph.draft import Draft
from relaas.graph.literals import words
from relaas.vocabulary import RDF, RDFS, RELAAS


def write_registry(draft: Draft) -> None:
    """Say how the known actors, places and offices are called and what they are; call it when everything else is written."""
    for local in draft.keyed:
        entry = draft.entry(local)
        if entry is None:
            continue
        node = draft.iri(local)
        for name in classes_of(entry.kind):
            draft.registry[node, RDF.type, RELAAS[name]] = None
        for lang, label in entry.labels:
            draft.registry[node, RDFS.label, words(label, lang=lang)] = None
