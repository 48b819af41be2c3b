"""Draft -> its act, whether it is negated, how sure its holder is, and when its content plays.

The act is that of the lexicon entry in its frame; the sense follows from what stands beside it. A neutral word of saying whose
content says what must be done calls for it; a word that names wrongdoing, said of somebody just accused, accuses.
"""

from __future__ import annotations

from relaas.extract.claims.drafts import Content, Cue
from relaas.extract.claims.edges import reads
from relaas.extract.claims.lexicon import Lexicon
from relaas.extract.claims.scene import Scene
from relaas.model import Certainty, SpeechAct, Timeframe

_MUST = frozenset({"moet", "moeten", "moest", "moesten", "dient", "dienen", "diende", "dienden"})
_POSSIBLE = frozenset({"mogelijk", "misschien", "wellicht", "zou", "zouden", "mogelijks", "eventueel", "kan", "kunnen"})
_PROBABLE = frozenset({"waarschijnlijk", "vermoedelijk", "allicht", "naar verwachting", "lijkt", "lijken"})
_CERTAIN = frozenset({"zeker", "ongetwijfeld", "onmiskenbaar", "vast", "duidelijk", "absoluut"})
_AHEAD: frozenset[SpeechAct] = frozenset({"call-for", "request", "commit", "hope", "propose", "announce"})
#: Of two acts on one content the one that stands further on the right is the more specific.
SPECIFICITY: tuple[SpeechAct, ...] = (
    "assert", "evaluate", "hope", "announce", "estimate", "deny", "endorse", "reject", "ask", "request", "propose", "commit",
    "warn", "call-for", "accuse",
)  # fmt: skip
#: Acts whose other side is meant by the act, not merely spoken to.
AIMED: frozenset[SpeechAct] = frozenset({"accuse", "call-for", "endorse", "reject", "evaluate"})


def act_of(scene: Scene, cue: Cue, content: Content | None, lexicon: Lexicon) -> tuple[SpeechAct, bool]:
    """Return the act of a cue with this content, and whether the act itself is negated."""
    entry = cue.entry
    act = entry.act_in(content.frame if content else "bare")
    stated = content is not None and content.frame in ("dat", "quote", "of", "clause")
    spoken = entry.owner != "voice"  # *het staat vast dat er iets moet gebeuren* only says so
    if content is not None and stated and spoken and act == "assert" and _demands(scene, content, lexicon):
        act = "call-for"
    negative = _negated(scene, cue, content)
    if negative and entry.negated is not None:
        return entry.negated, False
    if act == "evaluate" and (entry.kind == "predicate" or "pred" in entry.to):
        negative = False
    return act, negative


def _demands(scene: Scene, content: Content, lexicon: Lexicon) -> bool:
    """Tell whether the top of the content says what must be done."""
    head = None if content.head is None else scene.tokens[content.head]
    helpers = () if head is None else scene.sentence.children(head.i, "aux", "cop")
    if head is None or (head.pos in ("NOUN", "PROPN") and not helpers):
        return _demands_by_words(scene, content, lexicon)
    tops = (head, *helpers)
    return any(t.lower in lexicon.needs and ("VerbForm=Fin" in t.morph or t.lower in _MUST) for t in tops)


def _demands_by_words(scene: Scene, content: Content, lexicon: Lexicon) -> bool:
    """Tell whether a clause whose head is no verb has one of need outside its relative clauses."""
    if content.frame != "dat":
        return False
    needs = [t for t in reads(scene, content.span) if t.lower in lexicon.needs and t.pos in ("VERB", "AUX")]
    return any(not scene.tokens[scene.clause_top(t.i)].dep.startswith("acl") for t in needs)


def _negated(scene: Scene, cue: Cue, content: Content | None) -> bool:
    head = content.head if content is not None and content.frame == "inf" else None
    no = scene.negated(cue.anchors if head is None else (*cue.anchors, head))
    if no is None and (content is None or content.frame in ("np", "te", "om")):
        no = scene.negated_object(cue.verb)
    if no is None and cue.entry.owner in ("voice", "dative"):
        no = scene.negated_subject(cue.verb)
    if no is None or any(scene.words[no] in words for words in cue.entry.words):
        return False
    if content is not None and content.frame != "inf" and content.span.contains(scene.tokens[no].span):
        return scene.tokens[no].lower == "geen" and content.frame == "np"
    return True


def certainty_of(scene: Scene, content: Content | None) -> Certainty:
    """Return how sure the holder presents the content, by the words in it."""
    if content is None:
        return "underspecified"
    words = {t.lower for t in reads(scene, content.span)}
    if words & _PROBABLE:
        return "probable"
    if words & _POSSIBLE:
        return "possible"
    return "certain" if words & _CERTAIN else "underspecified"


def timeframe_of(scene: Scene, act: SpeechAct, content: Content | None) -> Timeframe | None:
    """Return when the content plays, by its verbs; what is called for, promised or hoped lies ahead."""
    if act in _AHEAD:
        return "future"
    if content is None:
        return None
    words = reads(scene, content.span)
    ahead = any(t.lower in ("zal", "zullen", "gaat", "gaan") and "VerbForm=Fin" in t.morph for t in words)
    if ahead and any("VerbForm=Inf" in t.morph for t in words):
        return "future"
    finite = [t for t in words if "VerbForm=Fin" in t.morph]
    if not finite:
        return None
    perfect = any("VerbForm=Part" in t.morph for t in words) and any(t.lemma in ("hebben", "zijn") for t in finite)
    return "past" if perfect or any("Tense=Past" in t.morph for t in finite[:1]) else "present"
