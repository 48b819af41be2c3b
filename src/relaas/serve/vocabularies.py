"""`ontology/` -> what it says of a term or a code, so that a site answers for these IRIs whatever its store holds."""

from __future__ import annotations

from functools import cache

import pyoxigraph as ox

from relaas import assets

ONTOLOGY = "https://w3id.org/relaas/ns"


@cache
def store() -> ox.Store:
    """Return ontology and codes in memory, loaded once per process."""
    loaded = ox.Store()
    for path in sorted(assets.folder("ontology").rglob("*.ttl")):
        loaded.load(path=str(path), format=ox.RdfFormat.TURTLE)
    return loaded


def describe(iri: str) -> set[ox.Triple]:
    """Return the triples whose subject is the IRI, and those of blank nodes that they lead to; the whole ontology for its own."""
    if iri in (ONTOLOGY, ONTOLOGY + "#"):
        return {quad.triple for quad in store() if str(quad.subject).startswith((f"<{ONTOLOGY}", "_:"))}
    found: set[ox.Triple] = set()
    waiting: list[ox.NamedNode | ox.BlankNode] = [ox.NamedNode(iri)]
    while waiting:
        node = waiting.pop()
        for quad in store().quads_for_pattern(node, None, None):
            if quad.triple not in found:
                found.add(quad.triple)
                if isinstance(quad.object, ox.BlankNode):
                    waiting.append(quad.object)
    return found
