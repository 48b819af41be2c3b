"""Run -> the provenance graph: which software, model and rules made the findings, and which findings those are.

No clock, host or path: the same text and the same versions give the same graph.
"""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import URIRef

from relaas.graph.draft import Draft
from relaas.graph.literals import string
from relaas.vocabulary import PROV, RDF, RDFS, RELAAS


@dataclass(frozen=True, slots=True)
class Run:
    """What made the findings: version of relaas, name and version of the language model, digest of rules and options."""

    software_version: str
    model_version: str
    config_digest: str


def write_provenance(draft: Draft, run: Run) -> None:
    """Say which run recorded what; call it when everything else is written."""
    node, software = draft.iri("run"), URIRef(f"{draft.base}software/relaas")
    for subject, predicate, value in (
        (node, RDF.type, RELAAS.ExtractionRun),
        (node, PROV.used, draft.iri("text")),
        (node, PROV.wasAssociatedWith, software),
        (node, RELAAS.softwareVersion, string(run.software_version)),
        (node, RELAAS.modelVersion, string(run.model_version)),
        (node, RELAAS.configDigest, string(run.config_digest)),
        (software, RDF.type, PROV.SoftwareAgent),
        (software, RDFS.label, string("relaas")),
        *((finding, RELAAS.recordedBy, node) for finding in draft.found),
    ):
        draft.provenance[subject, predicate, value] = None
