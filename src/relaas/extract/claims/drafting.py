"""Scene -> drafts: each kind of cue with its holder, its content and whom it is said to or about.

A cue becomes a claim when somebody holds it and something is held. What is missing is not guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from relaas.extract.claims import contents, cues, holders
from relaas.extract.claims.according import before_others, by_preposition
from relaas.extract.claims.acts import act_of
from relaas.extract.claims.addressees import OBJECT_PRONOUNS, others
from relaas.extract.claims.drafts import LIKELY, SURE, WEAK, Content, Cue, Draft
from relaas.extract.claims.edges import POINTING, reads
from relaas.extract.claims.instead import before_but, instead
from relaas.extract.claims.judgements import by_predicate, impersonal, remark, with_predicate
from relaas.extract.claims.lexicon import Lexicon, reporting
from relaas.extract.claims.relatives import subject_behind
from relaas.extract.claims.scene import SUBJECTS, WISHES, Scene
from relaas.extract.claims.speech import said_instead
from relaas.extract.claims.standing import standing
from relaas.extract.claims.unsaid import unsaid
from relaas.model import Token

#: Prepositions that tell by whose act something was done.
_BY_DEED = frozenset({"op-verzoek-van", "op-voorstel-van", "op-advies-van"})
_HEARSAY = "zou: the act is told of, not stated"
_LIGHT = frozenset(
    "doen uiten geven hebben richten leggen formuleren uitspreken lanceren indienen uitbrengen maken hanteren voeren".split()
)
#: Acts that a paper can perform by what stands in it (*in het rapport wordt gewaarschuwd dat*).
_WRITTEN = frozenset({"assert", "call-for", "announce", "request", "propose", "warn", "estimate", "deny"})
#: Acts that somebody performs on what was said before, too.
_STANCES = frozenset({"commit", "endorse", "reject", "evaluate", "call-for", "hope"})
#: Verbs whose object somebody sends (*kreeg van de raad het verzoek te zwijgen*).
_RECEIVING = frozenset({"krijgen", "ontvangen"})
#: Verbs by which a thought is at home with somebody (*bij de raad leeft de vrees dat*).
_DWELLING = frozenset({"leven", "bestaan", "heersen"})
#: What begins the adverbs that point at a document named before (*waaruit*, *daaruit*, *hierin*).
_POINTERS = frozenset({"waar", "daar", "hier"})
_ASKED = frozenset({"welk", "welke", "wat", "hoeveel"})


def drafts(scene: Scene, lexicon: Lexicon) -> Iterator[Draft]:
    """Yield the claims of one sentence that have a cue, in no order."""
    found = tuple(s for d in _by_every_cue(scene, lexicon) if not unsaid(d) and (s := _as_it_stands(d)) is not None)
    spoken = {d.verb for d in found}
    for draft in found:
        if not _only_wants_to_say(draft, spoken, lexicon):
            yield before_others(draft, found)


def _as_it_stands(draft: Draft) -> Draft | None:
    """Return the claim of a verb as the clause around it stands: none where that is left open, negated where it is denied."""
    scene, verb = draft.scene, draft.verb
    if draft.entry is None or verb is None or scene.is_bare_participle(verb):
        return draft
    if draft.entry.key in _BY_DEED and draft.content is not None and draft.content.head is not None:
        verb = draft.content.head  # *het is niet zo dat dit op verzoek van X gebeurde*
    elif draft.entry.kind != "verb" and not (draft.entry.kind == "noun" and scene.sentence.children(verb, "cop")):
        return draft
    stands = standing(scene, verb)
    if stands == "open":
        return None
    if (stands == "denied") != holders.neither(scene, draft.holder_token, verb):
        draft = replace(draft, negative=not draft.negative)
    return replace(draft, confidence=WEAK, note=_HEARSAY) if _is_hearsay(draft) else draft


def _is_hearsay(draft: Draft) -> bool:
    """Tell whether *zou* makes an act of somebody else one that is only told of (*zij zouden hebben beloofd*)."""
    scene = draft.scene
    told = draft.verb is not None and any(t.lower in ("zou", "zouden") for t in scene.sentence.children(draft.verb, "aux"))
    return told and draft.note is None and draft.holders != (scene.voice,)


def _only_wants_to_say(draft: Draft, spoken: set[int | None], lexicon: Lexicon) -> bool:
    """Tell whether somebody wants no more than to say something, which is a claim of the verb of saying, if of any."""
    if draft.content is None or draft.content.frame not in ("inf", "te") or draft.content.head is None:
        return False
    if draft.entry is None or draft.entry.head not in WISHES:
        return False
    apart = draft.scene.sentence.children(draft.content.head, "compound:prt")
    own = draft.holders == (draft.scene.voice,) and not apart
    asks = own and draft.verb is not None and "VerbForm=Fin" not in draft.scene.tokens[draft.verb].morph  # *had ik willen weten*
    return asks or draft.content.head in spoken or (own and lexicon.speaks(draft.scene.tokens[draft.content.head].lower))


def _by_every_cue(scene: Scene, lexicon: Lexicon) -> Iterator[Draft]:
    for choice in cues.verb_cues(scene, lexicon):
        senses = [d for cue in choice if (d := _by_verb(scene, cue, lexicon)) is not None]
        if senses:
            first = senses[0].weighed(*_other_senses(senses), *_other_holders(scene, senses[0]))
            yield first
            yield from instead(first)
    for cue in cues.noun_cues(scene, lexicon):
        draft = _by_noun(scene, cue, lexicon)
        if draft is not None:
            yield draft
    for cue in cues.preposition_cues(scene, lexicon):
        draft = by_preposition(scene, cue, lexicon)
        if draft is not None:
            yield draft
    for cue in cues.predicate_cues(scene, lexicon):
        draft = by_predicate(scene, cue, lexicon)
        if draft is not None:
            yield draft


def _other_senses(senses: list[Draft]) -> list[str]:
    """Return the other entries of the verb that fit its clause as well; the one with most words was taken."""
    return [f"the sense {d.entry.reference} ({d.act})" for d in senses[1:] if d.entry is not None]


def _other_holders(scene: Scene, draft: Draft) -> list[str]:
    """Return the other subjects of the verb that somebody known stands behind."""
    if draft.verb is None or draft.holder_token is None:
        return []
    tops = (draft.verb, *(t.i for t in scene.sentence.children(draft.verb, "aux", "cop")))
    beside = [t for a in tops for t in scene.sentence.children(a, *SUBJECTS) if t.i != draft.holder_token]
    known = [t for t in beside if set(scene.who(t.i)) - set(draft.holders)]
    return [f"“{scene.sentence.words(t.i, t.i)}” as holder" for t in known]


def _by_verb(scene: Scene, cue: Cue, lexicon: Lexicon) -> Draft | None:
    if cue.entry.owner == "voice":
        return impersonal(scene, cue, lexicon)
    token, ids = _holder(scene, cue)
    if token is None and cue.entry.key in lexicon.remarks:
        return remark(scene, cue, lexicon)
    return _by_somebody(scene, cue, token, tuple(x for x in ids if not scene.is_title(x, cue.verb)))


def _by_somebody(scene: Scene, cue: Cue, token: int | None, ids: tuple[str, ...]) -> Draft | None:
    """Return what those whom a verb has as holders say by it."""
    if not ids or token in cue.tokens or not holders.performed(scene, cue, token):
        return None
    cue, content = with_predicate(scene, cue) if "pred" in cue.entry.frames else (cue, contents.content(scene, cue))
    taken_up = content is not None and content.head == token == subject_behind(scene, cue.verb)  # *wat de raad ontkent*
    content = None if content is not None and (taken_up or said_instead(scene, cue, content)) else content
    described = content is not None and content.frame == "np" and scene.is_passive(cue.verb) and cue.entry.act == "assert"
    if content is not None and content.frame == "np" and scene.is_bare_participle(cue.verb) and _only_refers(scene, cue, token):
        return None
    refers = content is not None and content.frame == "clause" and ids == (scene.voice,)  # *zoals ik schreef*
    if refers or (described and all(x.startswith("src") for x in ids)):
        return None  # where something is described says nothing of it (*in de nota is het kader beschreven*)
    fits = _content_elsewhere(scene, cue) if content is None else _plausible(scene, cue, content, token)
    if not fits:
        return None
    act, negative = act_of(scene, cue, content, reporting())
    content = before_but(scene, content) if content is not None and (negative or act == cue.entry.negated) else content
    to = others(scene, cue, content, ids, token)
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


def _only_refers(scene: Scene, cue: Cue, token: int | None) -> bool:
    """Tell whether a participle only points at what the other side mentioned (*het door u aangehaalde bericht*)."""
    return cue.entry.act == "assert" and token is not None and scene.words[token] == "u"


def _plausible(scene: Scene, cue: Cue, content: Content, holder: int | None) -> bool:
    """Tell whether a content can be what the holder says: the holder is not part of it, and it is not what is asked for."""
    if cue.entry.head == "wijzen" and content.frame == "op" and content.head is not None:
        return not any(x.startswith("src") for x in scene.who(content.head))  # *ik wijs u op de brief* only refers
    inside = holder is not None and content.span.contains(scene.tokens[holder].span)
    if inside and (content.frame not in ("quote", "np", "subject") or content.head == holder):
        return False
    asked = scene.asks and reads(scene, content.span)[:1]
    return not (asked and asked[0].lower in _ASKED and content.frame != "of")


def _content_elsewhere(scene: Scene, cue: Cue) -> bool:
    """Tell whether the claim may stand without content: its entry says so, or a pronoun stands for it (*Dat betreur ik*)."""
    if cue.entry.bare:  # *landen waar wij het mee eens zijn* agrees with countries, not with the sentence
        return not any(scene.tokens[a].dep.startswith("acl") for a in cue.anchors)
    if cue.entry.act in _STANCES and _taken_up(scene, cue):
        return True
    if cue.entry.act in _STANCES | {"deny"} and subject_behind(scene, cue.verb) is not None:
        return True
    if not {"np", "pred"} & set(cue.entry.frames):
        return False
    labels: tuple[str, ...] = ("nsubj:pass",) if scene.is_passive(cue.verb) else ("obj",)
    if len(scene.sentence.children(cue.verb, "nsubj")) > 1:
        labels = (*labels, "nsubj")  # one of two subjects is the object (*dat betreur ik*)
    empty = {"wat", "er", "het"} if "pred" in cue.entry.frames else {"wat", "er"}
    return any(
        t.lower in POINTING - empty and "Rel" not in t.morph for a in cue.anchors for t in scene.sentence.children(a, *labels)
    )


def _taken_up(scene: Scene, cue: Cue) -> bool:
    """Tell whether an adverb stands for the phrase of the cue (*zet zich daarvoor in*, *daar dring ik op aan*)."""
    above = (scene.tokens[cue.verb].head,) if scene.tokens[cue.verb].dep == "xcomp" else ()  # *daar blijf ik mij voor inzetten*
    tops = (*cue.anchors, *above)
    beside = {t.lower for a in tops for t in scene.sentence.children(a)} - {scene.tokens[i].lower for i in cue.tokens}
    frames = [{"met": "mee", "tot": "toe"}.get(f, f) for f in cue.entry.frames]
    return any(p + f in beside or (p in beside and f in beside) for p in ("hier", "daar") for f in frames)


def _holder(scene: Scene, cue: Cue) -> tuple[int | None, tuple[str, ...]]:
    """Return the token that names the holder and whom it stands for, empty when nobody known."""
    entry = cue.entry
    if entry.owner == "dative":
        return _dative(scene, cue)
    if entry.owner == "origin":
        return _via(scene, cue, entry.via) or (None, ())
    if entry.via and not scene.is_bare_participle(cue.verb) and not _has_speaker(scene, cue):
        found = _via(scene, cue, entry.via)
        if found is not None or scene.is_passive(cue.verb) or "subject" in entry.frames:
            return found or (None, ())
    token = holders.subject(scene, cue)
    if token is None:
        told = scene.is_passive(cue.verb) and entry.act in _WRITTEN
        return (told and _via(scene, cue, ("in", "op"))) or (None, ())
    ids = tuple(dict.fromkeys((*holders.listed_before(scene, cue, token), *scene.who(token))))
    if not ids and scene.tokens[token].lemma.lower() in reporting().estimates | reporting().inquiries:
        ids = holders.owner(scene, token)[0]
    return token, ids


def _has_speaker(scene: Scene, cue: Cue) -> bool:
    """Tell whether an active verb has a known subject of its own: then it speaks, not the paper (*in de brief schrijft zij*)."""
    if "subject" in cue.entry.frames or scene.is_passive(cue.verb):
        return False
    token = holders.subject(scene, cue)
    return token is not None and scene.tokens[token].pos != "SCONJ" and bool(scene.who(token))


def _dative(scene: Scene, cue: Cue) -> tuple[int | None, tuple[str, ...]]:
    """Return the person to whom something is known or a pity (*het is mij bekend*)."""
    for a in cue.anchors:
        for t in scene.sentence.children(a):
            if t.lower in OBJECT_PRONOUNS and t.dep in ("iobj", "obj", "obl", "obl:arg", "nmod", "xcomp"):
                return t.i, scene.who(t.i)
    return None, ()


def _via(scene: Scene, cue: Cue, prepositions: tuple[str, ...]) -> tuple[int, tuple[str, ...]] | None:
    """Return the holder that a preposition brings (*uit het rapport blijkt*, *in de brief is aangegeven*, *waaruit blijkt*)."""
    for a in cue.anchors:
        for t in (*scene.obliques(a, prepositions), *scene.sentence.children(a, "advmod", "obl", "mark")):
            pointing = t.lower[:4] if t.lower[:4] in _POINTERS and scene.case_of(t.i) is None else ""
            preposition = scene.case_of(t.i) or t.lower.removeprefix(pointing)
            if preposition not in prepositions:
                continue
            found = scene.antecedent(t.i) if pointing == "waar" else scene.just_named() if pointing else scene.who(t.i)
            if preposition in ("in", "op"):  # only a document says something by what stands in it
                found = tuple(x for x in found if x.startswith("src")) or _in_the_question(scene, t)
            paper = preposition == "uit" or t.lemma.lower() in reporting().reports
            if not found and paper and not pointing:
                found = holders.owner(scene, t.i)[0]
            if found:
                return t.i, found
    return _by_relative(scene, cue, prepositions)


def _in_the_question(scene: Scene, noun: Token) -> tuple[str, ...]:
    """Return the asker where an answer says what stands in the question (*in de vraag wordt gesteld dat*)."""
    answers = scene.part.kind == "answer" and noun.lower in ("vraag", "vraagstelling")
    own = any(t.lower in ("de", "uw", "deze") for t in scene.sentence.children(noun.i, "det", "nmod:poss"))
    return (scene.other_voice,) if answers and own else ()


def _by_relative(scene: Scene, cue: Cue, prepositions: tuple[str, ...]) -> tuple[int, tuple[str, ...]] | None:
    """Return the paper right before *waaruit* or *waarin*, where the parser took the relative clause for another one."""
    first = cue.verb - 1 if "VerbForm=Fin" in scene.tokens[cue.verb].morph else cue.verb - 2
    if first < 1 or scene.words[first] not in {f"waar{p}" for p in prepositions}:
        return None
    at = first - 1 - (scene.words[first - 1] == ",")
    while at > 0:
        found = tuple(x for x in scene.who(at) if x.startswith("src"))
        if found:
            return at, found
        token = scene.tokens[at]
        if token.head >= at or not token.dep.startswith(("nmod", "flat", "appos")):
            return None
        at = token.head
    return None


def _belongs_above(scene: Scene, cue: Cue, lexicon: Lexicon) -> bool:
    """Tell whether a clause behind a noun is rather what the verb above it says (*verwacht na de uitspraak van X dat*)."""
    forms = (f for a in scene.sentence.ancestors(cue.verb) for f in lexicon.verbs.get(a.lower, ()))
    if any(t.lower == "wat" for a in scene.sentence.ancestors(cue.verb) for t in scene.sentence.children(a.i, "obj")):
        return False  # what the verb above takes is asked for (*wat vindt u van de klacht dat*)
    plain = (f.entry for f in forms if (f.joined or not f.entry.particle) and not f.entry.words and f.entry.owner == "subject")
    return any("dat" in entry.frames and not entry.via for entry in plain)  # *staat* alone says nothing


def _asked_for(scene: Scene, noun: int) -> bool:
    """Tell whether a question asks what the noun is (*Wat is het standpunt van X over Y?*), so that nobody says it."""
    opens = scene.words[0] in _ASKED or (len(scene.words) > 1 and scene.words[1] in _ASKED)
    return scene.asks and opens and scene.tokens[noun].dep in ("nsubj", "ROOT") and scene.tokens[noun].head in (noun, *range(3))


def _needed(scene: Scene, noun: int) -> bool:
    """Tell whether an act is what something needs, so that nobody performs it yet (*dit vraagt om een inzet van allen*)."""
    token = scene.tokens[noun]
    verb = scene.tokens[token.head]
    unnamed = any(t.lower == "een" for t in scene.sentence.children(noun, "det"))
    needs = verb.lemma in ("vergen", "vereisen") or (verb.lemma == "vragen" and scene.case_of(noun) == "om")
    return unnamed and needs and token.dep.startswith(("obj", "obl"))


def _by_noun(scene: Scene, cue: Cue, lexicon: Lexicon) -> Draft | None:
    ids, token = holders.owner(scene, cue.verb)
    verb = scene.tokens[scene.tokens[cue.verb].head]
    content = contents.content(scene, cue)
    if not ids and scene.tokens[cue.verb].dep in ("obj", "nsubj:pass") and verb.lemma in _LIGHT:
        light = Cue(cue.entry, cue.tokens, verb.i, (verb.i, cue.verb))
        token = holders.subject(scene, light)
        ids = scene.who(token) if token is not None else ()
        if not holders.performed(scene, light, token):
            return None
        content = content or contents.content(scene, light)
    if not ids and scene.case_of(cue.verb) == "uit" and scene.tokens[cue.verb].dep.startswith("obl"):
        token = holders.subject(scene, Cue(cue.entry, cue.tokens, verb.i, (verb.i,)))  # *uit vrees voor straf zweeg zij*
        ids = scene.who(token) if token is not None else ()
    if not ids and verb.lemma in _RECEIVING and scene.tokens[cue.verb].dep in ("obj", "nsubj:pass"):
        sender = next((t for t in scene.obliques(verb.i, ("van", "vanuit")) if scene.who(t.i)), None)
        ids, token = (scene.who(sender.i), sender.i) if sender is not None else ((), None)
        content = content or contents.content(scene, Cue(cue.entry, cue.tokens, verb.i, (verb.i, cue.verb)))
    if not ids and verb.lemma in _DWELLING:
        home = next((t for t in scene.obliques(verb.i, ("bij", "binnen", "onder")) if scene.who(t.i)), None)
        ids, token = (scene.who(home.i), home.i) if home is not None else ((), None)
    if not ids or content is None or _asked_for(scene, cue.verb) or _needed(scene, cue.verb):
        return None
    if token is not None and content.span.contains(scene.tokens[token].span):
        return None
    if content.note is not None and content.frame in ("dat", "of", "te") and _belongs_above(scene, cue, lexicon):
        return None
    act, negative = act_of(scene, cue, content, lexicon)
    to = others(scene, cue, content, ids)
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
