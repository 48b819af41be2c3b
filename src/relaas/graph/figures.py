"""Figures -> nodes: number, unit, what is counted, whose.

Nothing is added up and nothing preferred: two figures that differ are two nodes. A side stands only where the text says it.
"""

from __future__ import annotations

from relaas.graph.draft import Draft
from relaas.graph.literals import decimal, string, words
from relaas.model import Figure
from relaas.vocabulary import RELAAS, SCHEMA


def write_figures(draft: Draft) -> None:
    """Say which numbers the text gives, of what, in whose claim."""
    for figure in draft.findings.figures:
        _write_figure(draft, figure)


def _write_figure(draft: Draft, figure: Figure) -> None:
    node = draft.iri(figure.figure_id)
    draft.types(node, "Figure")
    for predicate, number in ((SCHEMA.value, figure.value), (SCHEMA.minValue, figure.minimum), (SCHEMA.maxValue, figure.maximum)):
        if number is not None:
            draft.add(node, predicate, decimal(number))
    draft.code(node, RELAAS.unit, "unit", figure.unit)
    if figure.unit_text is not None:
        draft.add(node, RELAAS.unitText, string(figure.unit_text))
    if figure.counted is not None:
        draft.add(node, RELAAS.counted, words(figure.counted))
    draft.code(node, RELAAS.outcome, "outcome", figure.outcome)
    draft.code(node, RELAAS.approximation, "approximation", figure.approximation)
    if figure.of_side:
        draft.refer(node, RELAAS.ofSide, [figure.of_side])
    if figure.of_event:
        draft.refer(node, RELAAS.ofEvent, [figure.of_event])
    if figure.in_claim:
        draft.refer(node, RELAAS.inClaim, [figure.in_claim])
        draft.add(draft.iri(figure.in_claim), RELAAS.figure, node)
    draft.refer(node, RELAAS.inPart, [figure.part_id])
    draft.add(node, RELAAS.span, draft.span(figure.span))
    draft.because(node, figure.evidence)
