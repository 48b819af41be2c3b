"""Claims -> nodes, chains of voices, quotations.

A claim says who says what, in whose voice it reaches us, and by which words: it never says that the content is so.
"""

from __future__ import annotations

from relaas.graph.draft import Draft
from relaas.graph.literals import integer, words
from relaas.model import Attribution, Claim
from relaas.vocabulary import PROV, RELAAS


def write_claims(draft: Draft) -> None:
    """Say who says what, to whom, about what, in which words."""
    for claim in draft.findings.claims:
        _write_claim(draft, claim)


def _write_claim(draft: Draft, claim: Claim) -> None:
    node = draft.iri(claim.claim_id)
    draft.types(node, "Claim")
    draft.code(node, RELAAS.speechAct, "speech-act", claim.speech_act)
    draft.refer(node, RELAAS.holder, claim.holders)
    draft.refer(node, RELAAS.reporter, [claim.reporter])
    draft.refer(node, RELAAS.inPart, [claim.part_id])
    draft.refer(node, RELAAS.addressee, claim.addressees)
    draft.refer(node, RELAAS.target, claim.targets)
    if claim.nested_in:
        draft.refer(node, RELAAS.nestedIn, [claim.nested_in])
    if claim.responds_to:
        draft.refer(node, RELAAS.respondsTo, [claim.responds_to])
    draft.refer(node, RELAAS.aboutEvent, claim.about_events)
    draft.refer(node, RELAAS.aboutActor, claim.about_actors)
    draft.refer(node, RELAAS.figure, claim.figures)
    draft.refer(node, RELAAS.hadCitedSource, claim.cited_sources)
    draft.code(node, RELAAS.polarity, "polarity", claim.polarity)
    draft.code(node, RELAAS.certainty, "certainty", claim.certainty)
    draft.code(node, RELAAS.timeframe, "timeframe", claim.timeframe)
    draft.code(node, RELAAS.reviewStatus, "review-status", claim.review_status)
    _write_words(draft, claim)
    for attribution, local in zip(claim.attributions, _attribution_ids(claim), strict=True):
        _write_attribution(draft, claim, attribution, local)
    draft.because(node, claim.evidence)


def _write_words(draft: Draft, claim: Claim) -> None:
    node = draft.iri(claim.claim_id)
    draft.spans(node, RELAAS.cue, claim.cue)
    if claim.content:
        draft.spans(node, RELAAS.contentSpan, [claim.content])
    content = claim.content_text or (draft.wording(claim.content) if claim.content else None)
    if content:
        draft.add(node, RELAAS.contentText, words(content))
    for quote in claim.quotes:
        draft.spans(node, RELAAS.quoteSpan, [quote.span])
        draft.add(node, RELAAS.quotedText, words(quote.text))
        draft.code(node, RELAAS.quoteType, "quote-type", quote.quote_type)


def _attribution_ids(claim: Claim) -> list[str]:
    """Name each link of the chain by its level, and number those that share one: two holders of one claim."""
    taken: dict[int, int] = {}
    names = []
    for attribution in claim.attributions:
        taken[attribution.level] = count = taken.get(attribution.level, 0) + 1
        plain = f"{claim.claim_id}.a{attribution.level}"
        names.append(plain if count == 1 else f"{plain}.{count}")
    return names


def _write_attribution(draft: Draft, claim: Claim, attribution: Attribution, local: str) -> None:
    node = draft.iri(local)
    draft.refer(draft.iri(claim.claim_id), RELAAS.attribution, [local])
    draft.types(node, "Attribution")
    draft.refer(node, PROV.agent, [attribution.agent_id])
    draft.add(node, RELAAS.level, integer(attribution.level))
    if attribution.span:
        draft.spans(node, RELAAS.evidence, [attribution.span])
