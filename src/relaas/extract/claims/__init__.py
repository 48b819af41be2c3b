"""Analysis + Cast -> claims: who says, thinks or wants what, on whose authority, and where that is written.

Cues come from `data/lexicons/reporting.yaml`; each needs a holder that the cast knows and a content in one of its frames. Claims
inside the content of another are nested in it, to any depth, and each carries the chain of voices from the voice of the part to
its holder. A question is a claim of its asker too (act ask); an attack that the own voice names with its agent is an accusation
without cue. Refused: claims whose holder is unknown or only guessed, acts that nobody performs, and plain statements of the
own voice.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from relaas.extract.cast import Cast
from relaas.extract.claims.acts import AIMED, SPECIFICITY, certainty_of, timeframe_of
from relaas.extract.claims.drafting import drafts
from relaas.extract.claims.drafts import Draft
from relaas.extract.claims.holders import FIRST_PERSON
from relaas.extract.claims.instead import is_instead
from relaas.extract.claims.judgements import is_said
from relaas.extract.claims.lexicon import Lexicon, reporting
from relaas.extract.claims.quotes import paired
from relaas.extract.claims.scene import Scene
from relaas.extract.claims.unmarked import accusations, headlines, questions
from relaas.extract.claims.writings import speaking
from relaas.ids import Namer
from relaas.intervals import Intervals
from relaas.model import Analysis, Attribution, CitedSource, Claim, Evidence, Part, Quote, Span

__all__ = ["find_claims", "speaking"]

_QUOTED = 600  # characters that a quotation has at most, where it is believed without a cue
#: Acts whose content its holder states as true, so that a judgement in it is the holder's own.
_STATING = frozenset({"assert", "evaluate", "warn", "accuse"})


def find_claims(analysis: Analysis, cast: Cast, sources: tuple[CitedSource, ...], namer: Namer) -> tuple[Claim, ...]:
    """Return the claims of a document in reading order, named and chained.

    `cast` says which actors the phrases stand for, `sources` which phrases are documents (both can hold a claim). Offsets are
    those of the source text. Raises nothing on odd text: what cannot be read as a claim is left out.
    """
    lexicon = reporting()
    found: list[Draft] = []
    for part in analysis.document.parts:
        if part.passage is None or part.kind == "footnote":
            continue
        quotes = paired(part.passage)
        here: list[Draft] = []
        for sentence in analysis.of_part(part.part_id):
            scene = Scene(sentence, part, cast, sources, quotes)
            found_here = tuple(drafts(scene, lexicon))
            here.extend(found_here)
            taken = [d.content.span for d in found_here if d.content is not None]
            here.extend(d for d in headlines(scene) if d.content is not None and d.content.span not in taken)
        here = _settled(here, lexicon)
        if part.kind == "title":
            here = [d for d in here if _reports(d)]
        else:
            here.extend(accusations(analysis, part, cast, here))
        found.extend(here)
    found.sort(key=_place)
    claims = _named(found, namer)
    return tuple(
        sorted((*claims, *questions(analysis, cast, namer)), key=lambda c: (c.evidence.span.start, _start(c), c.claim_id))
    )


def _reports(draft: Draft) -> bool:
    """Tell whether a title reports what somebody says, by a finite verb (*over het bericht dat de bond stelt dat*)."""
    scene, verb = draft.scene, draft.verb
    named = not draft.implicit and draft.holders != (scene.voice,)
    return named and bool(draft.cue) and verb is not None and scene.finite(verb) is not None


def _place(draft: Draft) -> tuple[int, int]:
    span = _cover(draft)
    return span.start, span.end


def _start(claim: Claim) -> int:
    return claim.cue[0].start if claim.cue else claim.evidence.span.start


def _cover(draft: Draft) -> Span:
    spans = draft.cue_spans()
    if not spans:
        return draft.scene.sentence.span
    return spans[0].cover(*spans[1:])


def _settled(found: list[Draft], lexicon: Lexicon) -> list[Draft]:
    """Drop doubles and judgements inside what somebody else says, and let accusations colour the words that go with them."""
    found = sorted(found, key=_place)
    kept: list[Draft] = []
    here: defaultdict[int, list[int]] = defaultdict(list)  # of each sentence, in `kept`
    for draft in found:
        places = here[draft.scene.sentence.index]
        at = next((k for k in places if _same(kept[k], draft)), None)
        if at is None:
            places.append(len(kept))
            kept.append(draft)
            continue
        twin = kept[at]
        more = _fuller(twin, draft)
        less = draft if more is twin else twin
        other = less.entry is not None and less.entry is not more.entry
        more = more.weighed(*([f"the cue {less.entry.reference} ({less.act})"] if other and less.entry else []))
        kept[at] = replace(more, cue=tuple(sorted({*twin.cue, *draft.cue})))
    contents = _contents(kept)
    kept = [d for d in (_of_speaker(d, contents) for d in kept) if d is not None]
    return [_coloured(d, kept, lexicon) for d in kept]


def _contents(found: Iterable[Draft]) -> Intervals[Draft]:
    return Intervals((d.content.span, d) for d in found if d.content is not None)


def _of_speaker(draft: Draft, contents: Intervals[Draft]) -> Draft | None:
    """Give a judgement in sentences that somebody else is quoted with to that speaker; None inside other reported content."""
    own = draft.holder_token is not None and draft.scene.tokens[draft.holder_token].lower in FIRST_PERSON
    outer = _inside(draft, contents) if draft.implicit or own else None
    if own:  # in words that are quoted, *ik* and *wij* are their speaker, who may be nobody known
        if outer is None:
            return None if _quoted(draft) else draft
        quoted = outer.content is not None and outer.content.frame == "quote"
        return replace(draft, holders=outer.holders) if quoted or _quoted(draft) else draft
    said = draft.verb is not None and draft.act == "evaluate" and is_said(draft.scene, draft.verb)
    if outer is None:
        return None if said and draft.implicit else draft
    if said and draft.implicit and outer.content is not None and outer.content.frame == "dat" and not outer.negative:
        return replace(draft, holders=outer.holders) if outer.act in _STATING | {"endorse"} else None
    elsewhere = outer.scene.sentence.index != draft.scene.sentence.index
    direct = outer.content is not None and outer.content.frame == "quote" and elsewhere and not outer.negative
    return replace(draft, holders=outer.holders) if direct and outer.act in _STATING else None


def _quoted(draft: Draft) -> bool:
    """Tell whether the holder and the cue stand in quoted words, not in what two lone marks happen to enclose."""
    span = _cover(draft)
    return any(q.span.contains(span) and len(q.span) <= _QUOTED for q in draft.scene.quotes)


def _same(one: Draft, other: Draft) -> bool:
    if one.scene.sentence.index != other.scene.sentence.index:
        return False
    if set(one.cue) & set(other.cue):
        return not is_instead(one, other)
    return (
        one.content is not None
        and other.content is not None
        and one.content.span == other.content.span
        and one.holders == other.holders
    )


def _fuller(one: Draft, other: Draft) -> Draft:
    """Of two drafts for one claim return the one with more words of cue, what is wished to be said, or the more specific act."""
    for inner, outer in ((one, other), (other, one)):
        token = inner.scene.tokens[inner.verb] if inner.verb is not None else None
        if token is not None and token.dep == "xcomp" and token.head == outer.verb:
            return inner  # *ik wens erop te wijzen dat*
    if set(one.cue) & set(other.cue) and len(one.cue) != len(other.cue):
        return max(one, other, key=lambda d: len(d.cue))
    return max(one, other, key=lambda d: SPECIFICITY.index(d.act))


def _coloured(draft: Draft, found: Iterable[Draft], lexicon: Lexicon) -> Draft:
    """Speaking of wrongdoing right after accusing somebody is the same accusation."""
    if draft.act != "assert" or draft.content is None or draft.content.frame not in ("van", "over") or draft.content.head is None:
        return draft
    head = draft.scene.tokens[draft.content.head]
    if not {head.lemma.lower(), head.lower} & lexicon.wrongs:
        return draft
    here = draft.scene.sentence.index
    for other in found:
        if other.act == "accuse" and other.holders == draft.holders and other.to and 0 <= here - other.scene.sentence.index <= 1:
            return replace(draft, act="accuse", to=other.to)
    return draft


def _inside(draft: Draft, contents: Intervals[Draft]) -> Draft | None:
    """Return the claim in whose content this one stands most narrowly."""
    around = [
        d
        for d in contents.holding(_cover(draft))
        if d is not draft and not (set(d.cue) & set(draft.cue) and d.scene.sentence.index == draft.scene.sentence.index)
    ]
    around = [d for d in around if d.content is not None and (draft.content is None or d.content.span != draft.content.span)]
    return min(around, key=lambda d: len(d.content.span) if d.content else 0) if around else None


def _named(found: list[Draft], namer: Namer) -> list[Claim]:
    ids = [namer.name("cl", _cover(d)) for d in found]
    by_draft = {id(d): name for d, name in zip(found, ids, strict=True)}
    contents = _contents(found)
    out = []
    for draft, name in zip(found, ids, strict=True):
        chain = _chain(draft, contents)
        outer = chain[1] if len(chain) > 1 else None
        out.append(_claim(draft, name, by_draft[id(outer)] if outer is not None else None, chain))
    return out


def _chain(draft: Draft, contents: Intervals[Draft]) -> list[Draft]:
    """Return the claim and those around it, the nearest first."""
    chain = [draft]
    while True:
        outer = _inside(chain[-1], contents)
        if outer is None or outer in chain:
            return chain
        chain.append(outer)


def _claim(draft: Draft, name: str, outer: str | None, chain: list[Draft]) -> Claim:
    scene = draft.scene
    content = draft.content
    evidence = scene.sentence.span if content is None else scene.sentence.span.cover(content.span)
    aimed = draft.act in AIMED
    to = tuple(x for x in draft.to if not x.startswith("src"))  # a document can say something, but nobody speaks to it
    return Claim(
        claim_id=name,
        speech_act=draft.act,
        holders=draft.holders,
        reporter=scene.voice,
        part_id=scene.part.part_id,
        evidence=Evidence(draft.rule, evidence, draft.confidence, draft.entry.reference if draft.entry else None, draft.note),
        cue=draft.cue_spans(),
        content=content.span if content else None,
        content_text=wording(scene.part, content.span) if content else None,
        quotes=_quotes(draft),
        addressees=() if aimed else to,
        targets=to if aimed else (),
        nested_in=outer,
        attributions=_attributions(draft, chain),
        about_actors=_about(draft),
        cited_sources=tuple(s.source_id for s in scene.sources if any(evidence.contains(m.span) for m in s.mentions)),
        responds_to=scene.part.answers[0] if scene.part.answers else None,
        polarity="negative" if draft.negative else "positive",
        certainty=certainty_of(scene, content),
        timeframe=timeframe_of(scene, draft.act, content),
    )


def wording(part: Part, span: Span) -> str:
    """Return the normalised wording of a span of the part's passage."""
    assert part.passage is not None
    offsets = part.passage.offsets
    return part.passage.text[bisect_left(offsets, span.start) : bisect_left(offsets, span.end)].strip()


def _quotes(draft: Draft) -> tuple[Quote, ...]:
    if draft.content is None:
        return ()
    span = draft.content.span
    inside = [q for q in draft.scene.quotes if span.contains(q.span) or (q.span.start == span.start and q.span.contains(span))]
    return tuple(
        Quote(q.span, q.text, "direct" if draft.content.frame == "quote" and q.span.contains(span) else "mixed") for q in inside
    )


def _attributions(draft: Draft, chain: list[Draft]) -> tuple[Attribution, ...]:
    out = [Attribution(draft.scene.voice, 0)]
    before: tuple[str, ...] = (draft.scene.voice,)
    for link in reversed(chain):
        if link.holders == before:
            continue
        before = link.holders
        where = link.scene.phrase(link.holder_token) if link.holder_token is not None else None
        level = out[-1].level + 1
        out.extend(Attribution(h, level, where) for h in link.holders)
    return tuple(out)


def _about(draft: Draft) -> tuple[str, ...]:
    if draft.content is None:
        return ()
    sentence = draft.scene.sentence
    named = (draft.scene.cast.at(sentence.index, t.i) for t in sentence.within(draft.content.span))
    return tuple(dict.fromkeys(x for ids in named for x in ids))
