"""Run -> the provenance graph: which software, model and rules made the findings, and what persons decided about them.

No clock, host or path: the same text, versions and decisions give the same graph. The day on which a person decided is part
of the decision, as its reason is; the run reads no clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from rdflib import URIRef

from relaas.graph.draft import Draft
from relaas.graph.literals import date, string
from relaas.model import Judgement
from relaas.vocabulary import DCTERMS, PROV, RDF, RDFS, RELAAS


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


def write_correction(draft: Draft, finding: URIRef, judgement: Judgement, *, local: str) -> None:
    """Say that a person decided about a finding: who, on which day, what and why."""
    node, person = draft.iri(local), URIRef(f"{draft.base}reviewer/{quote(judgement.who, safe='-._~')}")
    why = f"{judgement.verdict}: {judgement.why}" if judgement.why else judgement.verdict
    for subject, predicate, value in (
        (node, RDF.type, RELAAS.Correction),
        (node, PROV.used, finding),
        (node, PROV.wasAssociatedWith, person),
        (node, DCTERMS.created, date(judgement.day)),
        (node, RELAAS.reason, string(why)),
        (person, RDF.type, PROV.Agent),
        (person, RDFS.label, string(judgement.who)),
        (finding, RELAAS.recordedBy, node),
    ):
        draft.provenance[subject, predicate, value] = None
