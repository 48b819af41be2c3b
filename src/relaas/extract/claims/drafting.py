"""Scene -> drafts: each kind of cue with its holder, its content and whom it is said to or about.

A cue becomes a claim when somebody holds it and something is held. What is missing is not guessed.
"""

from __future__ import annotations

from collections.abc import Iterator

from relaas.extract.claims import contents, cues, holders
from relaas.extract.claims.acts import act_of
from relaas.extract.claims.contents import POINTING
from relaas.extract.claims.drafts import LIKELY, SURE, WEAK, Content, Cue, Draft
from relaas.extract.claims.lexicon import Lexicon, reporting
from relaas.extract.claims.scene import CLAUSES, SUBJECTS, Scene

_LIGHT = frozenset(
    {
        "doen",
        "uiten",
        "geven",
        "hebben",
        "richten",
        "leggen",
        "formuleren",
        "uitspreken",
        "lanceren",
        "indienen",
        "uitbrengen",
        "maken",
        "krijgen",
    }
)
_DATIVES = frozenset({"mij", "me", "ons", "hem", "haar", "hun", "hen", "u"})
_OTHERWISE = frozenset({"als", "indien", "tenzij", "of", "mits", "wanneer"})


def drafts(scene: Scene, lexicon: Lexicon) -> Iterator[Draft]:
    """Yield the claims of one sentence that have a cue, in no order."""
    for choice in cues.verb_cues(scene, lexicon):
        for cue in choice:
            draft = _by_verb(scene, cue, lexicon)
            if draft is not None:
                yield draft
                break
    for cue in cues.noun_cues(scene, lexicon):
        draft = _by_noun(scene, cue, lexicon)
        if draft is not None:
            yield draft
    for cue in cues.preposition_cues(scene, lexicon):
        draft = _by_preposition(scene, cue, lexicon)
        if draft is not None:
            yield draft
    for cue in cues.predicate_cues(scene, lexicon):
        draft = _by_predicate(scene, cue, lexicon)
        if draft is not None:
            yield draft


def _by_verb(scene: Scene, cue: Cue, lexicon: Lexicon) -> Draft | None:
    if cue.entry.owner == "voice":
        return _own(scene, cue, lexicon)
    token, ids = _holder(scene, cue)
    if not ids or not holders.performed(scene, cue, token):
        return None
    cue, content = _with_predicate(scene, cue) if "pred" in cue.entry.frames else (cue, contents.content(scene, cue))
    if (
        content is not None
        and token is not None
        and content.span.contains(scene.tokens[token].span)
        and content.frame not in ("quote", "np", "subject")
    ):
        return None
    if content is None and not _content_elsewhere(scene, cue):
        return None
    if (
        content is not None
        and scene.asks
        and contents.reads(scene, content.span)[0].lower in ("welk", "welke", "wat", "hoeveel")
        and content.frame != "of"
    ):
        return None
    act, negative = act_of(scene, cue, content, lexicon)
    to = _others(scene, cue, content, ids, token)
    if act == "accuse" and content is None and not to:
        return None
    rule = f"claim/verb-{content.frame}" if content else "claim/verb-bare"
    sure = SURE if content is None or content.note is None else WEAK
    note = content.note if content else None
    return Draft(
        scene,
        rule,
        act,
        ids,
        cue.tokens,
        content,
        to,
        cue.entry,
        negative,
        holder_token=token,
        verb=cue.verb,
        confidence=sure,
        note=note,
    )


def _own(scene: Scene, cue: Cue, lexicon: Lexicon) -> Draft | None:
    """A verb without a person, by which the own voice commits itself (*het klopt dat*, *baart zorgen*)."""
    if scene.asks or any(t.lower in ("ik", "wij", "we", "u") for a in cue.anchors for t in scene.sentence.children(a, "nsubj")):
        return None
    content = contents.content(scene, cue)
    if content is None or (content.frame == "dat" and not _expletive(scene, cue)):
        return None
    act, negative = act_of(scene, cue, content, lexicon)
    return Draft(
        scene,
        f"claim/own-{content.frame}",
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
        note=content.note,
    )


def _expletive(scene: Scene, cue: Cue) -> bool:
    """Tell whether *het* or *dit* stands for the clause, or the clause itself comes first."""
    near = [t for a in cue.anchors for t in scene.sentence.children(a)]
    return any(t.lower in ("het", "dit", "dat") for t in near) or scene.tokens[0].lower in ("dat", "het")


def _with_predicate(scene: Scene, cue: Cue) -> tuple[Cue, Content | None]:
    """Find what is judged, and as what: *vindt X onaanvaardbaar*, *acht het van belang dat*; the predicate belongs to the cue."""
    below = [
        t
        for t in scene.sentence.children(cue.verb)
        if t.dep in ("xcomp", "obl", "obl:arg", "advmod", "obj", "compound:prt", "ccomp") and t.i not in cue.anchors
    ]
    predicates = [
        t
        for t in below
        if (
            t.pos == "ADJ"
            or (t.dep == "xcomp" and "VerbForm=Inf" not in t.morph)
            or t.tag.startswith(("ADJ", "WW_vd", "WW_od"))
            or scene.case_of(t.i) in ("van", "in", "op")
        )
        and t.dep != "obj"
    ]
    predicates = [t for t in predicates if not any(scene.tokens[i].text in ",;:" for i in scene.sentence.subtree(t.i) if i < t.i)]
    if not predicates:
        return cue, contents.clausal(scene, cue)
    head = predicates[-1]
    words = [i for i in scene.sentence.subtree(head.i) if not _in_clause_below(scene, i, head.i)]
    whole = Cue(cue.entry, tuple(sorted({*cue.tokens, *words})), cue.verb, (*cue.anchors, head.i))
    content = contents.content(scene, whole)
    if content is None:
        return whole, None
    content = _up_to(scene, content, words[0])
    inside = [i for i in words if content.span.contains(scene.tokens[i].span)]
    return Cue(cue.entry, tuple(t for t in whole.tokens if t not in inside), cue.verb, whole.anchors), content


def _up_to(scene: Scene, content: Content, edge: int) -> Content:
    """What is judged runs up to the predicate behind it (*acht een onderzoek naar X niet nodig*)."""
    if content.frame != "np" or content.head is None or content.head > edge:
        return content
    first = next(t.i for t in scene.tokens if t.span.start == content.span.start)
    last = edge - 1
    while last > content.head and (scene.tokens[last].lower in ("niet", "wel", "ook", "zeer", "dan") or scene.tokens[last].dep == "advmod"):
        last -= 1
    return contents.made(scene, (first, last), content.frame, content.head, content.note) or content


def _in_clause_below(scene: Scene, i: int, top: int) -> bool:
    while i != top:
        if scene.tokens[i].dep in CLAUSES - {"conj", "obl", "obj", "nsubj", "appos", "dep"}:
            return True
        i = scene.tokens[i].head
    return False


def _content_elsewhere(scene: Scene, cue: Cue) -> bool:
    """Tell whether the claim may stand without content: its entry says so, or a pronoun stands for it (*Dat betreur ik*)."""
    if cue.entry.bare:
        return True
    if not {"np", "pred"} & set(cue.entry.frames):
        return False
    labels = ("nsubj:pass",) if scene.is_passive(cue.verb) else ("obj",)
    return any(
        t.lower in POINTING - {"wat", "er"} and "Rel" not in t.morph
        for a in cue.anchors
        for t in scene.sentence.children(a, *labels)
    )


def _holder(scene: Scene, cue: Cue) -> tuple[int | None, tuple[str, ...]]:
    if cue.entry.owner == "dative":
        for a in cue.anchors:
            for t in scene.sentence.children(a):
                if t.lower in _DATIVES and t.dep in ("iobj", "obj", "obl", "obl:arg", "nmod", "xcomp"):
                    return t.i, scene.who(t.i)
        return None, ()
    if cue.entry.via:
        for a in cue.anchors:
            for t in scene.obliques(a, cue.entry.via):
                found = scene.who(t.i) or holders.owner(scene, t.i)[0]
                if found:
                    return t.i, found
        if "subject" not in cue.entry.frames and not scene.is_passive(cue.verb):
            token = holders.subject(scene, cue)
            return token, scene.who(token) if token is not None else ()
        return None, ()
    token = holders.subject(scene, cue)
    if token is None:
        return None, ()
    found = scene.who(token)
    if not found and scene.tokens[token].lemma.lower() in reporting().estimates:
        found = holders.owner(scene, token)[0]
    return token, found


def _others(scene: Scene, cue: Cue, content: Content | None, ids: tuple[str, ...], holder: int | None = None) -> tuple[str, ...]:
    """Return to whom it is said, or who is meant, by the first place of the entry that names somebody."""
    for place in cue.entry.to:
        if place == "poss":
            found = tuple(
                x
                for i in cue.tokens
                for t in scene.sentence.children(i, "nmod:poss", "det")
                if t.lower == "uw"
                for x in scene.who(t.i) or (scene.other_voice,)
            )
        elif place == "content":
            found = (
                scene.who(content.head)
                if content is not None and content.head is not None and content.frame not in ("dat", "of", "te")
                else ()
            )
        elif place == "obj":
            labels = ("nsubj:pass", "nsubj", "obj", "iobj") if scene.is_passive(cue.verb) else ("obj", "iobj")
            found = tuple(
                x
                for a in cue.anchors
                for t in scene.sentence.children(a, *labels)
                if t.i not in cue.tokens
                for x in scene.who(t.i)
            )
            found = found or _doubled_subject(scene, cue, holder)
        else:
            found = tuple(x for a in cue.anchors for t in scene.obliques(a, (place,)) for x in scene.who(t.i))
        found = tuple(dict.fromkeys(x for x in found if x not in ids))
        if found:
            return found
    spoken = cue.entry.kind == "verb" and cue.entry.to
    return tuple(dict.fromkeys(x for x in _talking_to(scene, cue) if x not in ids)) if spoken else ()


def _doubled_subject(scene: Scene, cue: Cue, holder: int | None) -> tuple[str, ...]:
    """The object that the parser took for a second subject (*Het kabinet heeft de Kamer … geïnformeerd*)."""
    if holder is None or scene.is_passive(cue.verb):
        return ()
    tops = (cue.verb, *(t.i for t in scene.sentence.children(cue.verb, "aux")))
    return tuple(x for a in tops for t in scene.sentence.children(a, "nsubj") if t.i > holder for x in scene.who(t.i))


def _talking_to(scene: Scene, cue: Cue) -> tuple[str, ...]:
    """Whom a conversation, or a letter, that the act took place in is with (*in een gesprek met X*, *in een brief aan X*)."""
    talks = [t for a in cue.anchors for t in scene.obliques(a, ("in", "tijdens", "per")) if t.lemma in reporting().talks]
    return tuple(x for talk in talks for t in scene.obliques(talk.i, ("met", "aan")) for x in scene.who(t.i))


def _by_noun(scene: Scene, cue: Cue, lexicon: Lexicon) -> Draft | None:
    ids, token = holders.owner(scene, cue.verb)
    verb = scene.tokens[scene.tokens[cue.verb].head]
    content = contents.content(scene, cue)
    if not ids and scene.tokens[cue.verb].dep in ("obj", "obl", "obl:arg", "nsubj:pass") and verb.lemma in _LIGHT:
        light = Cue(cue.entry, cue.tokens, verb.i, (verb.i, cue.verb))
        token = holders.subject(scene, light)
        ids = scene.who(token) if token is not None else ()
        if not holders.performed(scene, light, token):
            return None
        content = content or contents.content(scene, light)
    if not ids or content is None:
        return None
    if token is not None and content.span.contains(scene.tokens[token].span):
        return None
    act, negative = act_of(scene, cue, content, lexicon)
    to = _others(scene, cue, content, ids)
    return Draft(
        scene,
        f"claim/noun-{content.frame}",
        act,
        ids,
        cue.tokens,
        content,
        to,
        cue.entry,
        negative,
        holder_token=token,
        verb=cue.verb,
        confidence=LIKELY,
        note=content.note,
    )


def _by_preposition(scene: Scene, cue: Cue, lexicon: Lexicon) -> Draft | None:
    first = scene.tokens[cue.tokens[0]]
    if cue.entry.owner == "voice":
        return _in_my_view(scene, cue)
    head = _object_of(scene, cue)
    if head is None:
        return None
    ids, token = scene.who(head), head
    act = cue.entry.act
    measure = scene.tokens[head].lemma.lower() in lexicon.estimates or scene.tokens[head].lower in lexicon.estimates
    if not ids or measure:
        found, at = holders.owner(scene, head)
        if found and at is not None:
            ids, token = found, at
    if measure:
        act = "estimate"
    if not ids or (scene.part.voice == "asker" and ids == (scene.other_voice,)):
        return None
    phrase = (min(first.i, *scene.sentence.subtree(head)), scene.sentence.subtree(head)[-1])
    content = _said(scene, cue, phrase, head)
    if content is None:
        return None
    if act == "assert" and content.head is not None and act_of(scene, cue, content, lexicon)[0] == "call-for":
        act = "call-for"
    if ids == (scene.voice,):
        act = dict(cue.entry.acts).get("voice", act)
    return Draft(scene, f"claim/{cue.entry.key}", act, ids, cue.tokens, content, (), cue.entry, holder_token=token, verb=cue.verb)


def _in_my_view(scene: Scene, cue: Cue) -> Draft | None:
    """The own voice in a fixed phrase (*mijns inziens*)."""
    content = _said(scene, cue, (cue.tokens[0], cue.tokens[-1]), cue.tokens[-1])
    return (
        None
        if content is None
        else Draft(scene, "claim/own-view", cue.entry.act, (scene.voice,), cue.tokens, content, (), cue.entry, verb=cue.verb)
    )


def _object_of(scene: Scene, cue: Cue) -> int | None:
    last = scene.tokens[cue.tokens[-1]]
    if len(cue.tokens) > 1:
        after = next((t for t in scene.tokens[last.i + 1 :] if t.pos in ("NOUN", "PROPN", "PRON")), None)
        return None if after is None else (after.head if after.dep in ("flat", "fixed") else after.i)
    if last.head != last.i and last.head > last.i:
        head = scene.tokens[last.head]
        return head.i if head.pos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X") else None
    after = next((t for t in scene.tokens[last.i + 1 : last.i + 6] if t.pos in ("NOUN", "PROPN", "PRON")), None)
    return None if after is None else after.i


def _said(scene: Scene, cue: Cue, phrase: tuple[int, int], head: int) -> Content | None:
    if "quote" in cue.entry.frames:
        found = contents.content(scene, Cue(cue.entry, cue.tokens, cue.verb, (head,)))
        if found is not None:
            return found
    if "clause" not in cue.entry.frames:
        return None
    verb = _above(scene, head)
    if verb == head:
        return None
    if scene.asks and scene.tokens[verb].head == verb:
        return None
    if (
        scene.tokens[verb].dep not in ("ROOT", "root")
        and scene.tokens[verb].pos in ("NOUN", "PROPN")
        and not scene.sentence.children(verb, "cop")
    ):
        return None
    bounds = contents.surrounding(scene, phrase, verb)
    return None if bounds is None else contents.made(scene, bounds, "clause", verb)


def _above(scene: Scene, head: int) -> int:
    i = scene.tokens[head].head
    while scene.tokens[i].pos in ("NOUN", "PROPN") and scene.tokens[i].dep.startswith("nmod") and scene.tokens[i].head != i:
        i = scene.tokens[i].head
    return scene.clause_top(i)


def _in_own_voice(scene: Scene, verb: int) -> bool:
    """Tell whether a clause is the voice's own statement, not what somebody else says or a description inside a phrase."""
    return not any(
        t.dep.startswith(("acl", "ccomp", "csubj", "appos", "nmod"))
        for t in (scene.tokens[verb], *scene.sentence.ancestors(verb))
        if t.head != t.i
    )


def _by_predicate(scene: Scene, cue: Cue, lexicon: Lexicon) -> Draft | None:
    if scene.asks or not scene.voice:
        return None
    if scene.mark(cue.verb) in _OTHERWISE or not _in_own_voice(scene, cue.verb):
        return None
    subjects = [t for a in cue.anchors for t in scene.sentence.children(a, *SUBJECTS)]
    if any(t.lower in ("ik", "wij", "we", "u", "hij", "zij") for t in subjects):
        return None
    if cue.entry.act == "evaluate" and not any(
        t.lower in ("is", "zijn", "was", "waren", "blijft", "blijven", "lijkt") for t in scene.tokens
    ):
        return None
    content = contents.content(scene, cue)
    if content is None and not any(t.lower in POINTING for t in subjects):
        return None
    act, negative = act_of(scene, cue, content, lexicon)
    rule = f"claim/judgement-{content.frame}" if content else "claim/judgement-bare"
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
