"""Coverage of questions and relations between claims -> nodes, with a short way from claim to claim.

The node says on which aspect and on what basis two claims stand as they do; the shortcut lets a query ask without it, and
stands both ways where the relation is symmetric.
"""

from __future__ import annotations

from relaas.graph.draft import Draft
from relaas.graph.literals import string
from relaas.model import ClaimRelation, Coverage
from relaas.vocabulary import RELAAS

#: relation code -> (shortcut, whether it holds both ways)
SHORTCUTS = {
    "contradicts": ("contradicts", True),
    "possibly-contradicts": ("possiblyContradicts", True),
    "corroborates": ("corroborates", False),
    "agrees-with": ("agreesWith", True),
    "vaguer-than": ("vaguerThan", False),
    "repeats": ("repeats", False),
}


def write_coverage(draft: Draft) -> None:
    """Say of each question how it is dealt with, and where."""
    for coverage in draft.findings.coverage:
        _write_coverage(draft, coverage)


def write_relations(draft: Draft) -> None:
    """Say how claims stand to each other."""
    for relation in draft.findings.relations:
        _write_relation(draft, relation)


def _write_coverage(draft: Draft, coverage: Coverage) -> None:
    node = draft.iri(coverage.coverage_id)
    draft.types(node, "Coverage")
    draft.refer(node, RELAAS.ofQuestion, [coverage.question])
    draft.code(node, RELAAS.verdict, "verdict", coverage.verdict)
    draft.refer(node, RELAAS.coveredBy, coverage.answers)
    draft.spans(node, RELAAS.coveredBy, coverage.passages)
    if coverage.evidence:
        draft.because(node, coverage.evidence)
    else:
        draft.found.append(node)


def _write_relation(draft: Draft, relation: ClaimRelation) -> None:
    node, left, right = (draft.iri(local) for local in (relation.relation_id, relation.from_claim, relation.to_claim))
    stated = relation.basis == "text"
    draft.types(node, "ClaimRelation")
    draft.add(node, RELAAS.fromClaim, left)
    draft.add(node, RELAAS.toClaim, right)
    draft.code(node, RELAAS.relationType, "relation", relation.relation_type)
    draft.code(node, RELAAS.basis, "basis", relation.basis)
    draft.add(node, RELAAS.aspect, string(relation.aspect))
    if stated and relation.asserted_by:
        draft.refer(node, RELAAS.assertedBy, [relation.asserted_by])
    draft.because(node, relation.evidence, passage=stated, confidence=not stated)
    shortcut, symmetric = SHORTCUTS[relation.relation_type]
    draft.add(left, RELAAS[shortcut], right)
    if symmetric:
        draft.add(right, RELAAS[shortcut], left)
