"""Findings -> rdflib Dataset: the only room that knows classes and properties.

Four named graphs for a document (content, links, provenance, and metadata where a file supplies some) and the registry with
the entries of the gazetteer it uses. Every node has an IRI made from offsets or keys: there is no blank node, no clock and no
path, so equal findings give an equal graph. Whether the graph is right is the judgement of `relaas.validate`.
"""

from __future__ import annotations

from rdflib import Dataset, URIRef

from relaas import gazetteer as gazetteers
from relaas.gazetteer import Gazetteer
from relaas.graph.cast import write_bystanders, write_cast
from relaas.graph.claims import write_claims
from relaas.graph.document import write_document
from relaas.graph.draft import Draft
from relaas.graph.events import write_events
from relaas.graph.figures import write_figures
from relaas.graph.links import write_links
from relaas.graph.metadata import write_metadata
from relaas.graph.provenance import Run, write_provenance
from relaas.graph.registry import write_registry
from relaas.graph.relations import write_coverage, write_relations
from relaas.graph.sources import write_sources
from relaas.ids import DEFAULT_BASE
from relaas.model import Findings

__all__ = ["Run", "to_dataset"]


def to_dataset(findings: Findings, *, run: Run, base: str = DEFAULT_BASE, gazetteer: Gazetteer | None = None) -> Dataset:
    """Map findings onto the ontology.

    The graphs are `{doc}/graph`, `{doc}/graph/links`, `{doc}/graph/provenance`, `{doc}/graph/metadata` where the document has
    metadata, and `{base}registry`; the default graph is empty. `base` is an absolute IRI that ends in / or #, else UsageError.
    `gazetteer` is the bundled one unless another is given.
    """
    draft = Draft(findings, base=base, gazetteer=gazetteer or gazetteers.bundled())
    write_document(draft)
    write_cast(draft)
    write_events(draft)
    write_claims(draft)
    write_figures(draft)
    write_sources(draft)
    write_coverage(draft)
    write_relations(draft)
    write_links(draft)
    write_metadata(draft)
    write_bystanders(draft)
    write_registry(draft)
    write_provenance(draft, run)
    return _dataset(draft)


def _dataset(draft: Draft) -> Dataset:
    dataset = Dataset()
    for name, triples in (
        (f"{draft.document}/graph", draft.content),
        (f"{draft.document}/graph/links", draft.links),
        (f"{draft.document}/graph/provenance", draft.provenance),
        (f"{draft.document}/graph/metadata", draft.metadata),
        (f"{draft.base}registry", draft.registry),
    ):
        if triples:
            graph = dataset.graph(URIRef(name))
            dataset.addN((subject, predicate, value, graph) for subject, predicate, value in triples)
    return dataset
