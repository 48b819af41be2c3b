"""Scene -> judgements: verbs of judging with their predicate, and what the own voice finds without saying *ik*.

An impersonal judgement belongs to the voice of the part, but only in its own statements: not in a question, not in a condition,
not in what somebody else says, not in a description inside a phrase.
"""

from __future__ import annotations

from relaas.extract.claims import contents
from relaas.extract.claims.acts import act_of
from relaas.extract.claims.drafts import LIKELY, Content, Cue, Draft
from relaas.extract.claims.edges import POINTING, made
from relaas.extract.claims.lexicon import Lexicon
from relaas.extract.claims.scene import CLAUSES, SUBJECTS, Scene
from relaas.model import Token

_OTHERWISE = frozenset({"als", "indien", "tenzij", "of", "mits", "wanneer"})
_REMARKING = frozenset({"dienen", "moeten", "kunnen", "mogen"})
#: Auxiliaries behind which *te worden* may be left out (*hierbij dient opgemerkt dat*).
_ELLIPTIC = frozenset({"dient", "dienen", "moet", "mag"})
_SMALL = frozenset({"niet", "wel", "ook", "zeer", "dan", ","})


def with_predicate(scene: Scene, cue: Cue) -> tuple[Cue, Content | None]:
    """Find what is judged, and as what: *vindt X onaanvaardbaar*, *acht het van belang dat*; the predicate belongs to the cue."""
    below = [
        t
        for t in scene.sentence.children(cue.verb)
        if t.dep in ("xcomp", "obl", "obl:arg", "advmod", "obj", "compound:prt", "ccomp") and t.i not in cue.anchors
    ]
    if scene.is_lost_verb(cue.verb):
        below += (t for t in scene.sentence.children(scene.tokens[cue.verb].head, "acl") if scene.case_of(t.i) == "als")
    predicates = [
        t
        for t in below
        if (
            t.pos == "ADJ"
            or (t.dep == "xcomp" and "VerbForm=Inf" not in t.morph)
            or t.tag.startswith(("ADJ", "WW_vd", "WW_od"))
            or (scene.case_of(t.i) in ("van", "in", "op") and scene.sentence.subtree(t.i)[0] > 0)
        )
        and t.dep != "obj"
    ]
    predicates = [t for t in predicates if not _is_clause(scene, t.i)] or _called(scene, cue)
    if not predicates:
        return cue, contents.clausal(scene, cue)
    head = predicates[-1]
    words = [i for i in scene.sentence.subtree(head.i) if not _in_clause_below(scene, i, head.i)]
    whole = Cue(cue.entry, tuple(sorted({*cue.tokens, *words})), cue.verb, (*cue.anchors, head.i))
    content = contents.content(scene, whole)
    if content is None:
        return whole, None
    content = _up_to(scene, content, cue, words[0])
    inside = [i for i in words if content.span.contains(scene.tokens[i].span)]
    return Cue(cue.entry, tuple(t for t in whole.tokens if t not in inside), cue.verb, whole.anchors), content


def _called(scene: Scene, cue: Cue) -> list[Token]:
    """Return the second of two objects, which says as what the first is seen (*noemt het plan | een vergissing*)."""
    objects = [t for t in scene.sentence.children(cue.verb, "obj") if scene.case_of(t.i) is None and t.pos == "NOUN"]
    beside = [t for o in objects[:1] for t in scene.sentence.children(o.i, "appos") if t.i > o.i]
    for t in beside:  # *noemt het plan | «een ramp»*
        first = next(i for i in scene.sentence.subtree(t.i) if not scene.is_mark(i))
        if scene.words[first] in ("een", "geen") and scene.is_mark(first - 1):
            return [t]
    named = len(objects) == 2 and any(t.lower in ("een", "geen") for t in scene.sentence.children(objects[1].i, "det"))
    return objects[1:] if named and objects[0].i > cue.verb else []


def _is_clause(scene: Scene, top: int) -> bool:
    """Tell whether a supposed predicate is a clause, or begins with an aside."""
    before = [scene.tokens[i] for i in scene.sentence.subtree(top) if i < top]
    return any(t.text in ",;:" or (t.pos == "SCONJ" and t.lower != "als") for t in before)


def _up_to(scene: Scene, content: Content, cue: Cue, edge: int) -> Content:
    """Let what is judged run up to the predicate, or the cue, behind it (*acht een onderzoek naar X niet nodig*)."""
    if content.frame != "np" or content.head is None or content.head > edge or scene.is_passive(cue.verb):
        return content
    first = next(t.i for t in scene.tokens if t.span.start == content.span.start)
    last = (cue.verb if content.head < cue.verb < edge else edge) - 1
    while last > content.head and (scene.words[last] in _SMALL or scene.tokens[last].dep == "advmod"):
        last -= 1
    return made(scene, (first, last), content.frame, content.head, content.note) or content


def _in_clause_below(scene: Scene, i: int, top: int) -> bool:
    while i != top:
        if scene.tokens[i].dep in CLAUSES - {"conj", "obl", "obj", "nsubj", "appos", "dep"}:
            return True
        i = scene.tokens[i].head
    return False


def impersonal(scene: Scene, cue: Cue, lexicon: Lexicon) -> Draft | None:
    """Return the claim of a verb without a person, by which the own voice commits itself (*het klopt dat*, *baart zorgen*)."""
    if scene.asks or any(t.lower in ("ik", "wij", "we", "u") for a in cue.anchors for t in scene.sentence.children(a, "nsubj")):
        return None
    content = contents.content(scene, cue)
    if content is None or (content.frame == "dat" and not cue.entry.by and not _expletive(scene, cue, content)):
        return None
    return _of_the_voice(scene, cue, content, f"claim/own-{content.frame}", lexicon)


def remark(scene: Scene, cue: Cue, lexicon: Lexicon) -> Draft | None:
    """Return what the own voice says in a passive that nobody performs: *er dient te worden opgemerkt dat*."""
    tops = (cue.verb, scene.tokens[cue.verb].head)
    beside = [t for a in tops for t in (scene.tokens[a], *scene.sentence.children(a, "aux", "aux:pass"))]
    passive = any(t.lower in ("worden", "wordt") for t in beside)
    must = any(t.lemma in _REMARKING for t in beside)
    told = "VerbForm=Part" in scene.tokens[cue.verb].morph and not any(t.lemma == "hebben" for t in beside)
    passive = passive or (told and any(t.lower in _ELLIPTIC for t in beside))
    top = tops[1] if scene.tokens[tops[1]].lemma in _REMARKING else cue.verb  # *er dient* | *te worden opgemerkt*
    if scene.asks or not (passive and must) or scene.obliques(cue.verb, ("door",)) or not _in_own_voice(scene, top):
        return None
    content = contents.content(scene, cue)
    cited = content is not None and content.head is not None and any(x.startswith("src") for x in scene.who(content.head))
    told = content is not None and (content.frame == "dat" or (content.frame == "op" and not cited))
    return _of_the_voice(scene, cue, content, "claim/remark", lexicon) if told else None


def _expletive(scene: Scene, cue: Cue, content: Content) -> bool:
    """Tell whether *het* or *dit* stands for the clause, or the clause itself comes first."""
    near = any(t.lower in ("het", "dit", "dat", "er") for a in cue.anchors for t in scene.sentence.children(a))
    return near or min(cue.tokens) == 0 or (content.note is None and scene.words[0] in ("dat", "het"))


def by_predicate(scene: Scene, cue: Cue, lexicon: Lexicon) -> Draft | None:
    """Return the judgement that a predicate makes in the own voice; None where the clause is not a statement of that voice."""
    if scene.asks or not scene.voice or _of_somebody(scene, cue):
        return None
    joined = scene.tokens[cue.verb].head if scene.tokens[cue.verb].dep == "conj" else cue.verb
    said = is_said(scene, cue.verb)
    if scene.mark(cue.verb) in _OTHERWISE or scene.mark(joined) in _OTHERWISE or not (said or _in_own_voice(scene, cue.verb)):
        return None
    subjects = [t for a in cue.anchors for t in scene.sentence.children(a, *SUBJECTS)]
    if not subjects and scene.tokens[cue.verb].dep == "conj":  # *dit is en blijft onaanvaardbaar*
        subjects = list(scene.sentence.children(scene.tokens[cue.verb].head, *SUBJECTS))
    if any(t.lower in ("ik", "wij", "we", "u", "hij", "zij") for t in subjects):
        return None
    if cue.entry.act == "evaluate" and not any(
        t.lower in ("is", "zijn", "was", "waren", "blijft", "blijven", "lijkt") for t in scene.tokens
    ):
        return None
    content = contents.content(scene, cue)
    pointed = any(t.lower in POINTING for t in subjects)
    left_open = content is not None and content.frame == "of" and cue.entry.act == "assert"  # *het is niet duidelijk of*
    # *weten wat belangrijk is* finds nothing important; *wat duidelijk is, is dat …* does
    left_open = left_open or (any(t.lower == "wat" for t in subjects) and (content is None or content.frame != "dat"))
    if left_open or (content is None and not pointed) or (said and (content is None or content.frame not in ("dat", "te"))):
        return None
    rule = f"claim/judgement-{content.frame}" if content else "claim/judgement-bare"
    return _of_the_voice(scene, cue, content, rule, lexicon)


def _of_somebody(scene: Scene, cue: Cue) -> bool:
    """Tell whether what is expected or estimated has an owner (*de verwachting van de sector is dat*)."""
    owned = any(scene.case_of(t.i) == "van" for i in cue.tokens for t in scene.sentence.children(i, "nmod"))
    return owned and cue.entry.act in ("hope", "estimate")


def _of_the_voice(scene: Scene, cue: Cue, content: Content | None, rule: str, lexicon: Lexicon) -> Draft:
    """Return the draft of a claim that the voice of the part makes without naming itself."""
    act, negative = act_of(scene, cue, content, lexicon)
    return Draft(
        scene,
        rule,
        act,
        (scene.voice,),
        cue.tokens,
        content,
        (),
        cue.entry,
        negative,
        implicit=True,
        verb=cue.verb,
        confidence=LIKELY,
        note=content.note if content else None,
    )


def is_said(scene: Scene, verb: int) -> bool:
    """Tell whether a clause is what a verb of a main clause says, whose holder then judges (*zegt dat het goed is dat*)."""
    token = scene.tokens[verb]
    return token.dep == "ccomp" and scene.mark(verb) == "dat" and _in_own_voice(scene, token.head)


def _in_own_voice(scene: Scene, verb: int) -> bool:
    """Tell whether a clause is the voice's own statement, not what somebody else says or a description inside a phrase."""
    return not any(
        t.dep.startswith(("acl", "ccomp", "csubj", "appos", "nmod")) or (t.dep == "xcomp" and scene.finite(t.i) is not None)
        for t in (scene.tokens[verb], *scene.sentence.ancestors(verb))
        if t.head != t.i
    )
