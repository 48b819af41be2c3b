"""Draft -> what holds instead of what is denied: *zegt niet dat A, maar dat B*, *eist geen A maar B*.

The denied part ends where *maar* begins; what stands behind it is a claim of its own with the same cue, and not denied.
Refused: a main clause behind *maar*, which somebody else may say, and *niet alleen A maar ook B*, which denies nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from relaas.extract.claims.drafts import Content, Draft
from relaas.extract.claims.edges import before_remark, begins_main_clause, made, reads
from relaas.extract.claims.scene import Scene

_BUT = frozenset({"maar", "doch", "wel", "wél"})
_YET = (("wel",), ("wél",))
_OPENING = (("dat",), ("om",), ("te",))
_CLAUSES = frozenset({"dat", "te"})
_PHRASES = frozenset({"DET", "NUM", "ADJ", "NOUN", "PROPN", "ADP"})


def before_but(scene: Scene, content: Content) -> Content:
    """Return what is denied without what is said in its place (*zegt niet dat A, | maar dat B*)."""
    inside = reads(scene, content.span)
    but = next((t.i for t in inside[1:] if _begins(scene, t.i) and _holds(scene, content, t.i)), None)
    if but is None:
        return content
    return made(scene, (inside[0].i, but - 1), content.frame, content.head, content.note) or content


def _begins(scene: Scene, i: int) -> bool:
    """Tell whether a word can open what holds instead: *maar*, or *wel* right behind a comma (*niet dat A, | wel dat B*)."""
    return scene.words[i] in _BUT and (scene.words[i : i + 1] not in _YET or scene.words[i - 1] == ",")


def instead(draft: Draft) -> Iterator[Draft]:
    """Yield the claim that what is said in place of what a draft denies is what holds; none where nothing is."""
    entry, content, scene = draft.entry, draft.content, draft.scene
    if entry is None or content is None or not (draft.negative or draft.act == entry.negated):
        return
    last = reads(scene, content.span)[-1].i
    but = last + 1
    while but < len(scene.tokens) and (scene.tokens[but].text == "," or scene.is_mark(but)):
        but += 1
    if but >= len(scene.tokens) or scene.words[but] not in _BUT or not _holds(scene, content, but):
        return
    first = but + 1
    while scene.words[first : first + 1] in (("wel",), ("wél",), (content.frame,), ("om",)) and content.frame != "inf":
        first += 1
    held = made(scene, (first, _end(scene, first)), content.frame, _head(scene, first), content.note)
    if held is not None:
        yield replace(draft, content=held, negative=False, act=entry.act_in(content.frame))


def is_instead(one: Draft, other: Draft) -> bool:
    """Tell whether of two claims with one cue one says what holds instead of what the other denies."""
    if one.entry is not other.entry or one.cue != other.cue or one.content is None or other.content is None:
        return False
    apart = one.content.span.end <= other.content.span.start or other.content.span.end <= one.content.span.start
    return apart and (one.negative, one.act) != (other.negative, other.act)


def _holds(scene: Scene, content: Content, but: int) -> bool:
    """Tell whether what holds stands behind *maar*: for a clause another with *dat*, for a phrase another without a verb."""
    after = scene.words[but + 1 : but + 2]
    if content.frame in _CLAUSES:
        return after in _OPENING or (after in _YET and scene.words[but : but + 1] not in _YET)
    if after in (("ook",), ("niet",)) or content.frame in ("quote", "clause", "of", "subject", "pred") or not after:
        return False
    if content.frame == "inf":
        return "VerbForm=Inf" in scene.tokens[but + 1].morph and not scene.sentence.children(but + 1, "nsubj")
    first = but + 1 + (after == ("wel",))
    phrase = scene.words[but] in ("maar", "doch") and first < len(scene.tokens) and scene.tokens[first].pos in _PHRASES
    return phrase and not begins_main_clause(scene, first)


def _head(scene: Scene, first: int) -> int:
    """Return the word that heads what stands from a token on: the highest of those that hang on words before it."""
    above = (t for t in scene.tokens[first:] if t.head < first or t.head == t.i)
    return next((t.i for t in above if t.pos not in ("PUNCT", "CCONJ")), first)


def _end(scene: Scene, first: int) -> int:
    return before_remark(scene, first, max(scene.sentence.subtree(_head(scene, first))[-1], first))
