"""Links to Wikidata and background knowledge -> the links graph.

An accepted link is schema:sameAs with an annotation that says how sure it is and by which knowledge base of which date. An
abstention is written too, with what was considered: not linked is not the same as not tried. Who held an office on the date
of the text stands here as BackgroundHolding and nowhere else, so an unnamed holder stays unnamed in what the text says.
What a person decided about a link is said by a Correction in the provenance graph, beside the run.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from rdflib import URIRef
from rdflib.term import Node

from relaas.graph.draft import Draft
from relaas.graph.literals import date, decimal, string, words
from relaas.graph.provenance import write_correction
from relaas.model import BackgroundHolding, Candidate, Link
from relaas.vocabulary import DCTERMS, OA, RDF, RDFS, RELAAS, SCHEMA, WD, code

_ADDRESS = re.compile(r"https?://[^\x00-\x20<>\"{}|\\^`]+")


def write_links(draft: Draft) -> None:
    """Say what the linker decided and what is known of who held the offices."""
    taken: dict[str, int] = {}
    for link in draft.findings.links:
        _write_link(draft, link, _name(taken, "link", link.target_id))
    for holding in draft.findings.holdings:
        _write_holding(draft, holding, _name(taken, "holding", holding.office_id))


def _name(taken: dict[str, int], kind: str, local: str) -> str:
    """Name what is said about a node after the node, flat below the document; `.2` for the second one."""
    plain = f"{kind}-{quote(local.replace('/', '-'), safe='-._~')}"
    taken[plain] = count = taken.get(plain, 0) + 1
    return plain if count == 1 else f"{plain}.{count}"


def _add(draft: Draft, subject: URIRef, predicate: URIRef, value: Node) -> None:
    draft.links[subject, predicate, value] = None


def _write_link(draft: Draft, link: Link, local: str) -> None:
    node, target = draft.iri(local), draft.iri(link.target_id)
    if link.qid is None:
        _add(draft, node, RDF.type, RELAAS.LinkAbstention)
    else:
        _add(draft, node, RDF.type, OA.Annotation)
        _add(draft, node, OA.motivatedBy, OA.identifying)
        _add(draft, node, OA.hasBody, WD[link.qid])
        if link.review_status != "rejected":
            _add(draft, target, SCHEMA.sameAs, WD[link.qid])
    _add(draft, node, OA.hasTarget, target)
    _add(draft, node, RELAAS.confidence, decimal(link.confidence))
    _add(draft, node, RELAAS.reviewStatus, code("review-status", link.review_status))
    _add(draft, node, RELAAS.reason, string(link.reason))
    _add(draft, node, RELAAS.knowledgeBase, string(link.knowledge_base))
    _add(draft, node, RELAAS.snapshot, string(link.snapshot))
    for number, candidate in enumerate(link.candidates, 1):
        _write_candidate(draft, node, candidate, draft.iri(f"{local}.c{number}"))
    if link.judgement is not None:
        write_correction(draft, node, link.judgement, local=f"correction-{local}")
    draft.found.append(node)


def _write_candidate(draft: Draft, link: URIRef, candidate: Candidate, node: URIRef) -> None:
    _add(draft, link, RELAAS.candidate, node)
    _add(draft, node, RDF.type, RELAAS.LinkCandidate)
    _add(draft, node, RELAAS.qid, WD[candidate.qid])
    _add(draft, node, RDFS.label, words(candidate.label))
    _add(draft, node, RELAAS.score, decimal(candidate.score))
    for name, value in candidate.features:
        _add(draft, node, RELAAS.feature, string(f"{name}={value}"))


def _write_holding(draft: Draft, holding: BackgroundHolding, local: str) -> None:
    node, person = draft.iri(local), WD[holding.person_qid]
    _add(draft, node, RDF.type, RELAAS.BackgroundHolding)
    _add(draft, node, RELAAS.ofOffice, draft.iri(holding.office_id))
    _add(draft, node, RELAAS.heldBy, person)
    _add(draft, person, RDFS.label, words(holding.person_label))
    if holding.start:
        _add(draft, node, SCHEMA.startDate, date(holding.start))
    if holding.end:
        _add(draft, node, SCHEMA.endDate, date(holding.end))
    known = _ADDRESS.fullmatch(holding.source)
    _add(draft, node, DCTERMS.source, URIRef(holding.source) if known else string(holding.source))
    draft.found.append(node)
