"""Cue -> who says, thinks or wants it.

The subject of the cue, the agent of a passive, the noun after *volgens*, the owner of a nominal cue. Only what the cast or the
cited sources know can hold a claim: where the subject is unknown, or nobody performs the act (an order, a purpose, a condition, a
question put to the other side), there is no holder, since a wrong one is worse.
"""

from __future__ import annotations

from collections.abc import Iterator

from relaas.extract.claims.drafts import Cue
from relaas.extract.claims.edges import POINTING
from relaas.extract.claims.lexicon import reporting
from relaas.extract.claims.owners import owner
from relaas.extract.claims.relatives import subject_behind
from relaas.extract.claims.scene import SUBJECTS, WISHES, Scene
from relaas.model import Token

FIRST_PERSON = frozenset({"ik", "wij", "we"})
_NOMINATIVES = frozenset({"ik", "wij", "we", "hij", "ze", "zij"})
_CONDITIONS = frozenset({"als", "indien", "tenzij", "mocht", "wanneer", "mits", "zodra", "vooraleer", "voordat", "alvorens"})
_UNPERFORMED = frozenset({"moeten", "dienen", "mogen", "kunnen", "hoeven"})
_POLITE = frozenset({"kunnen", "willen", "moeten", "mogen", "zullen"})
_DUTIES = frozenset({"call-for", "request", "commit", "propose", "reject"})
_AIMS = frozenset({"om", "zonder", "alvorens", "teneinde"})
_IMPLIED = frozenset({"aarzelen", "schromen"})
_WHOEVER = frozenset({"geen", "hoeveel", "welke", "welk", "elke", "elk", "iedere", "ieder"})
_ANY = frozenset({"een", "elke", "elk", "ieder", "iedere"})
_QUESTION_WORDS = frozenset({"hoe", "wat", "waarom", "welke", "wanneer", "hoeveel", "welk", "wie", "waar", "waartoe", "waarop"})
_AHEAD = frozenset({"verwachting", "binnenkort", "spoedig", "zomerreces", "kerstreces", "herfstreces"})
_BREAKS = frozenset(",;:.?!()")
_WEAK_PAST = ("de", "te", "den", "ten")
_NEAR = 9  # words between *door* and its participle
_WITHIN = frozenset({"binnen", "in", "bij", "tijdens", "buiten", "behalve", "naast", "namens"})


def subject(scene: Scene, cue: Cue) -> int | None:
    """Return the token that heads the subject of the cue, in its own clause or in the one it borrows it from."""
    if scene.is_passive(cue.verb) or scene.is_bare_participle(cue.verb):
        return _agent(scene, cue.verb)
    behind = subject_behind(scene, cue.verb)
    own = behind if behind is not None else _own_subject(scene, cue.anchors)
    if own is None:
        own = _inverted(scene, cue)
    if own is not None:
        return own
    return _borrowed(scene, cue.verb, set())


def _own_subject(scene: Scene, anchors: tuple[int, ...]) -> int | None:
    for a in anchors:
        tops = (a, *(t.i for t in scene.sentence.children(a, "aux", "cop")))
        below = [t for top in tops for t in scene.sentence.children(top, *SUBJECTS) if t.i not in anchors and t.pos != "SCONJ"]
        below = [_hung_on_object(scene, t) for t in sorted(below, key=lambda t: t.i)]
        below = [t for t in below if not _cut_off(scene, t.i, a, max(s.i for s in below))]
        found = [s for t in below if (s := _without_preposition(scene, t)) is not None]
        if found and scene.is_of_paper(found[0].i):
            return found[0].i  # *een motie die de raad vraagt te zwijgen*
        if found:
            left = [t for t in found if t.i < a and t.lower not in POINTING] or found
            known = [t for t in left if scene.who(t.i)] or [t for t in found if scene.who(t.i)]
            return (known or found)[0].i
    return _beside_object(scene, anchors) or _bare_name(scene, anchors)


def _hung_on_object(scene: Scene, token: Token) -> Token:
    """Return the subject that was hung on a phrase before the verb, itself read as subject (*heeft de bond | uw raad gemeld*)."""
    beside = _name_before(scene, token)
    if beside is not None:
        return beside
    own = scene.sentence.children(token.i, "nsubj") if token.pos in ("NOUN", "PROPN") else ()
    real = [t for t in own if t.i < token.i and scene.who(t.i)]
    return real[0] if real and scene.finite(token.i) is None else token


def _name_before(scene: Scene, token: Token) -> Token | None:
    """Return the known name that a bare plural was joined to: the subject before its object (*maant | NS | reizigers*)."""
    name = scene.tokens[token.i - 1] if token.i else token
    plural = token.pos == "NOUN" and ("Number=Plur" in token.morph or token.lower.endswith(("en", "s")))
    joined = name.pos == "PROPN" and name.head == token.i and name.dep in ("nmod", "nmod:poss", "amod", "compound")
    alone = joined and scene.case_of(name.i) is None and token.text.islower() and not name.text.endswith(("s", "'", "’"))
    return name if plural and alone and scene.who(name.i) else None


def _beside_object(scene: Scene, anchors: tuple[int, ...]) -> int | None:
    """Return a pronoun that can only be the subject, where the parser hung it on the object (*dat ik geweld afkeur*)."""
    objects = [t for a in anchors for t in scene.sentence.children(a, "obj") if not scene.sentence.children(t.i, "cop")]
    return next((t.i for o in objects for t in scene.sentence.children(o.i, "nsubj") if t.lower in _NOMINATIVES), None)


def listed_before(scene: Scene, cue: Cue, token: int) -> tuple[str, ...]:
    """Return those listed before the subject, where the parser joined the verb to them (*de bond, de raad en ik vragen*)."""
    verb = scene.tokens[cue.verb]
    top = scene.tokens[verb.head]
    joined = token > top.i and scene.words[token - 1] in ("en", "noch") and "VerbForm=Fin" in verb.morph
    if not joined or verb.dep != "conj" or top.pos not in ("NOUN", "PROPN") or scene.finite(top.i) is not None:
        return ()
    others = (top, *scene.sentence.children(top.i, "appos", "conj"))
    return tuple(dict.fromkeys(x for t in others if t.i < token for x in scene.who(t.i)))


def _cut_off(scene: Scene, subject: int, verb: int, other: int) -> bool:
    """Tell whether a semicolon stands between a verb and its supposed subject, or a main clause that has another begins there."""
    between = scene.tokens[subject:other]
    opens = any(t.text == "," and "VerbForm=Fin" in scene.tokens[t.i + 1].morph for t in between)
    return opens or any(t.text == ";" for t in scene.tokens[min(subject, verb) : max(subject, verb)])


def _without_preposition(scene: Scene, token: Token) -> Token | None:
    """Return a subject, or what is joined to it where it stands behind a preposition (*binnen de bond, een meerderheid*)."""
    if scene.case_of(token.i) not in _WITHIN:
        return token
    return next(
        (
            t
            for t in scene.sentence.conjuncts(token.i)
            if scene.case_of(t.i) is None and t.dep == "conj" and _heads_list(scene, t)
        ),
        None,
    )


def _heads_list(scene: Scene, token: Token) -> bool:
    """Tell whether a joined phrase has a comma before it, so that it is not within what the preposition governs."""
    first = scene.sentence.subtree(token.i)[0]
    return scene.tokens[first].text == "," or (first > 0 and scene.tokens[first - 1].text == ",")


def _bare_name(scene: Scene, anchors: tuple[int, ...]) -> int | None:
    """Return a known name right before the finite verb at the start of the sentence, whatever the parser took it for."""
    for a in anchors:
        if a and ("VerbForm=Fin" in scene.tokens[a].morph or scene.is_lost_verb(a)) and _fills_front(scene, a):
            return a - 1
        for t in scene.sentence.children(a):
            below = scene.sentence.subtree(t.i)
            if (
                t.pos in ("PROPN", "NOUN")
                and below[0] == 0
                and below[-1] == a - 1
                and scene.case_of(t.i) is None
                and scene.who(t.i)
            ):
                return t.i
    return None


def _fills_front(scene: Scene, verb: int) -> bool:
    """Tell whether a known noun, with no more than its article and adjectives before it, is all that precedes a verb."""
    noun = scene.tokens[verb - 1]
    article = any(t.pos == "DET" for t in scene.tokens[: verb - 1])
    named = noun.pos in ("NOUN", "PROPN") or (noun.pos == "ADJ" and article)
    return named and all(t.pos in ("DET", "ADJ", "NUM") for t in scene.tokens[: verb - 1]) and bool(scene.who(noun.i))


def _inverted(scene: Scene, cue: Cue) -> int | None:
    """Return the phrase right after a finite verb that was read as its object.

    Only behind a question word (*hoe verklaart de raad dat*), or where an adverb or phrase with a preposition comes first and
    another object or a clause follows (*aan water hecht ons land belang*).
    """
    verb = cue.verb
    if verb == 0 or "VerbForm=Fin" not in scene.tokens[verb].morph:
        return None
    objects = scene.sentence.children(verb, "obj", "iobj")
    after = next((t for t in objects if scene.sentence.subtree(t.i)[0] == verb + 1), None)
    if after is None:
        return None
    front = [t for t in scene.sentence.children(verb) if t.i < verb and t.pos != "PUNCT"]
    followed = len(objects) > 1 or any(t.i > after.i for t in scene.sentence.children(verb, "ccomp"))
    fronted = followed and bool(front) and all(t.pos == "ADV" or scene.case_of(t.i) is not None for t in front)
    return after.i if fronted or scene.words[verb - 1] in _QUESTION_WORDS else None


def _agent(scene: Scene, verb: int) -> int | None:
    found = scene.sentence.children(verb, "obl:agent") or scene.obliques(verb, ("door",))
    return found[0].i if found else _agent_by_place(scene, verb)


def _agent_by_place(scene: Scene, verb: int) -> int | None:
    """Return the known phrase between *door* and the participle it belongs to, where the parser hung it on another word."""
    for i in range(verb - 1, max(-1, verb - _NEAR), -1):
        token = scene.tokens[i]
        if token.text in _BREAKS or (token.pos == "VERB" and i < verb - 1) or token.pos == "SCONJ":
            return None
        if token.lower == "door":
            above = scene.tokens[scene.tokens[token.head].head]
            if above.i not in (verb, token.head) and "VerbForm=Part" in above.morph and above.dep.startswith("acl"):
                return None  # *ingesteld door de raad na de gemelde fraude*
            phrase = [t.i for t in scene.tokens[i + 1 : verb] if t.pos in ("NOUN", "PROPN", "PRON")]
            return next((j for j in phrase if scene.who(j)), None) if phrase else None
    return None


def _borrowed(scene: Scene, i: int, seen: set[int]) -> int | None:
    """Return the subject of the clause a verb is coordinated with, or that it depends on as an infinitive."""
    token = scene.tokens[i]
    if token.head == i or i in seen or not _shares_subject(scene, i):
        return None
    seen.add(i)
    own = _own_subject(scene, (token.head,))
    return own if own is not None else _borrowed(scene, token.head, seen)


def _shares_subject(scene: Scene, i: int) -> bool:
    """Tell whether a verb has the subject of the word above it, and does what it says."""
    token = scene.tokens[i]
    above = scene.tokens[token.head]
    if token.dep in ("aux", "cop", "aux:pass", "compound:prt", "fixed"):
        return token.dep != "compound:prt" or "VerbForm=Fin" not in token.morph
    if token.dep == "conj":
        return above.pos in ("VERB", "AUX", "ADJ", "NOUN") and not scene.is_passive(above.i)
    if token.dep not in ("xcomp", "advcl", "ccomp") or scene.finite(i) is not None:
        return False
    if token.dep != "advcl" and _only_wanted(scene, above.i):
        return False
    beside = {t.lower for t in scene.sentence.children(i, "case", "mark")}
    return not beside & _AIMS or above.lemma in _IMPLIED


def _only_wanted(scene: Scene, head: int) -> bool:
    """Tell whether the verb above an infinitive asks, promises or hopes for the act, so that it is not performed."""
    forms = reporting().verbs.get(scene.tokens[head].lower, ())
    plain = [f.entry for f in forms if not f.entry.words and (f.joined or not f.entry.particle)]
    plain = [e for e in plain if e.head not in WISHES]
    return any("te" in e.frames and e.act in ("call-for", "request", "commit", "propose", "hope", "reject") for e in plain)


def performed(scene: Scene, cue: Cue, holder: int | None) -> bool:
    """Tell whether somebody does perform the act: no order, purpose, condition, wish, nor what is asked of the other side."""
    verb = scene.tokens[cue.verb]
    first = holder is not None and scene.tokens[holder].lower in FIRST_PERSON
    for aux in _modals(scene, cue):
        if aux.lemma == "kunnen" and cue.entry.able:
            continue
        if aux.lower in ("zal", "zullen") and cue.entry.act == "assert":
            return False
        if aux.lemma in _UNPERFORMED and not (first and aux.lemma in _POLITE and not _only_possible(cue, aux)):
            return False
    top = _top(scene, cue)
    if _is_yet_to_be_told(scene, cue) or scene.mark(top) in _CONDITIONS or scene.mark(cue.verb) in _CONDITIONS:
        return False
    if holder is not None and (_any_such(scene, holder) or _has_no_auxiliary(scene, cue.verb, holder)):
        return False  # where the parser lost *hebben* or *zijn*, nobody knows who told and who was told
    if holder is None and verb.dep != "parataxis" and not scene.is_passive(cue.verb):
        return False
    return not _put_as_question(scene, cue, holder)


def _only_possible(cue: Cue, aux: Token) -> bool:
    """Tell whether a modal makes the act a mere possibility or a duty (*soms kan ik oordelen*, *wij moeten hen vragen te*)."""
    if aux.lemma == "kunnen":
        return cue.entry.act == "evaluate"
    return aux.lemma in ("moeten", "mogen") and cue.entry.act in _DUTIES


def _is_yet_to_be_told(scene: Scene, cue: Cue) -> bool:
    """Tell whether somebody is to be told, not told already (*wordt in mei geïnformeerd*, *ik informeer u binnenkort*)."""
    told = "obj" in cue.entry.to and cue.entry.act == "assert"
    morph = scene.tokens[cue.verb].morph
    ahead = "VerbForm=Fin" in morph and "Tense=Past" not in morph and not _AHEAD.isdisjoint(scene.vocabulary)
    return told and (ahead or any(t.lower in ("wordt", "worden") for t in scene.sentence.children(cue.verb, "aux:pass")))


def _has_no_auxiliary(scene: Scene, verb: int, holder: int) -> bool:
    """Tell whether a participle that heads the sentence and has the holder as subject stands without an auxiliary."""
    token = scene.tokens[verb]
    says = scene.words[verb + 1 : verb + 2] in (("dat",), ("of",)) and holder < verb  # *de bond verwacht dat*
    past = token.lower in reporting().finite and (token.lower.endswith(_WEAK_PAST) or says)  # *loochende*, read as a participle
    whole = token.dep == "ROOT" and "VerbForm=Part" in token.morph and "VerbForm=Fin" not in token.morph and not past
    helped = scene.sentence.children(verb, "aux", "aux:pass", "cop")
    return whole and not helped and any(t.i == holder for t in scene.sentence.children(verb, *SUBJECTS))


def neither(scene: Scene, holder: int | None, verb: int) -> bool:
    """Tell whether *noch* before the holders, or between them, says that none of them does it."""
    if holder is None or "noch" not in scene.words[:verb]:
        return False
    joined = {t.i for t in scene.sentence.conjuncts(holder)}
    first = min(i for i in scene.sentence.subtree(holder) if i <= holder)
    return any(t.lower == "noch" and (t.head in joined or t.i == first - 1) for t in scene.tokens[:verb])


def _any_such(scene: Scene, holder: int) -> bool:
    """Tell whether the holder is a relative pronoun for nobody in particular (*personen die willen vertrekken*)."""
    token = scene.tokens[holder]
    beside = scene.sentence.children(holder, "det", "amod", "advmod", "nummod")
    if token.lower in ("geen", "niemand") or any(t.lower in _WHOEVER for t in beside):
        return True  # *geen van de leden*, *geen enkele partij*
    if token.lower not in ("die", "dat", "wie"):
        return False
    clause = next((a for a in scene.sentence.ancestors(holder) if a.dep == "acl:relcl"), None)
    if clause is None:
        return False
    noun = scene.tokens[clause.head]
    if noun.lemma in ("aantal", "percentage"):
        return True
    kind = any(t.lower in _ANY for t in scene.sentence.children(noun.i, "det"))
    if kind and not any(
        "Tense=Past" in t.morph or "VerbForm=Part" in t.morph for t in (clause, *scene.sentence.children(clause.i, "aux"))
    ):
        return True  # *een lidstaat die aantoont dat*: whoever does
    return noun.pos == "NOUN" and not scene.sentence.children(noun.i, "det", "nmod:poss", "nummod", "appos")


def _modals(scene: Scene, cue: Cue) -> tuple[Token, ...]:
    tops = {cue.verb, *cue.anchors}
    tops |= {scene.tokens[a].head for a in tuple(tops) if scene.tokens[a].dep == "xcomp" and scene.finite(a) is None}
    tops |= set(_infinite_above(scene, cue.verb))
    out = [t for a in sorted(tops) for t in scene.sentence.children(a, "aux")]
    out.extend(scene.tokens[a] for a in tops if a != cue.verb and scene.tokens[a].lemma in _UNPERFORMED)
    return tuple(out)


def _infinite_above(scene: Scene, i: int) -> Iterator[int]:
    """Yield the infinitives above an infinitive, which share their modal with it (*moeten haar doen gelden en hem verwerpen*)."""
    while scene.tokens[i].dep in ("conj", "xcomp") and scene.finite(i) is None and "VerbForm=Inf" in scene.tokens[i].morph:
        i = scene.tokens[i].head
        yield i


def _top(scene: Scene, cue: Cue) -> int:
    """Return the head of the clause of the cue, above infinitives and coordination."""
    i = cue.verb
    while True:
        token = scene.tokens[i]
        if token.head == i or (token.dep == "conj" and scene.mark(i) is not None):
            return i
        if token.dep in ("aux", "cop", "aux:pass", "compound:prt", "xcomp", "conj") or (
            token.dep in ("ccomp", "advcl", "acl") and scene.finite(i) is None
        ):
            i = token.head
            continue
        return i


def _put_as_question(scene: Scene, cue: Cue, holder: int | None) -> bool:
    """Tell whether the act is asked for or asked about in the main clause of a question (*Kunt u bevestigen dat*)."""
    opens = cue.verb == 0 and holder is not None  # *Is de raad van plan om …?*, whatever heads it
    if _put_to_you(scene, cue, holder) or (scene.asks and opens and "VerbForm=Fin" in scene.tokens[0].morph):
        return True
    # behind *waaruit* a paper is described, whatever the main clause asks
    if not scene.asks or (cue.verb and scene.words[cue.verb - 1] in ("waaruit", "waarin")):
        return False
    if scene.tokens[_top(scene, cue)].head != _top(scene, cue) and not (
        _opened_inside(scene, cue) and holder is not None and holder > cue.verb
    ):
        return False
    finite = scene.finite(cue.verb) or scene.finite(_top(scene, cue))
    if finite is None or _states(scene, finite.i):
        return finite is None
    if holder is not None and finite.i < holder:
        return not _presupposed(scene, cue)
    return _presupposed(scene, cue) is False


def _states(scene: Scene, finite: int) -> bool:
    """Tell whether a phrase that asks nothing stands before the verb, so that its clause states (*In uw brief stelt u dat*)."""
    first = finite
    while first > 0 and scene.tokens[first - 1].text not in ",;:?!.":
        first -= 1
    front = scene.tokens[first:finite]
    asking = any(t.lower in _QUESTION_WORDS or t.lower.startswith(("waar", "hoe", "welk")) for t in front)
    return len(front) > 1 and front[0].pos == "ADP" and not asking


def _put_to_you(scene: Scene, cue: Cue, holder: int | None) -> bool:
    """Tell whether a clause begins with its verb and *u*: a question, though the sentence may be cut or glued wrongly."""
    if scene.part.voice != "asker" or holder is None or scene.tokens[holder].lower != "u":
        return False
    before_you = scene.tokens[holder - 1] if holder else None
    helper = before_you is not None and before_you.pos == "AUX" and "VerbForm=Fin" in before_you.morph
    finite = before_you if helper else scene.finite(cue.verb) or scene.finite(_top(scene, cue))
    if finite is None or finite.i != holder - 1 or "VerbForm=Part" in scene.tokens[cue.verb].morph:
        return False
    before = scene.tokens[finite.i - 1]
    return finite.i == 0 or before.text[-1] in ".,?!;:»”" or before.pos == "CCONJ"


def _opened_inside(scene: Scene, cue: Cue) -> bool:
    """Tell whether the clause of the cue is a second question of the sentence (*en hoe waarborgt de universiteit dat*)."""
    verb = scene.finite(cue.verb)
    return verb is not None and verb.i > 0 and scene.words[verb.i - 1] in _QUESTION_WORDS


def _presupposed(scene: Scene, cue: Cue) -> bool | None:
    """Tell whether a question with a question word takes the act for granted (*Hoe vaak hebt u aangedrongen*); else None."""
    words = {t.lower for t in scene.tokens[:3]}
    if not words & _QUESTION_WORDS and not _opened_inside(scene, cue):
        return None
    own = (scene.tokens[cue.verb], *scene.sentence.children(cue.verb, "aux", "aux:pass", "cop"))
    past = any("Tense=Past" in t.morph for t in own)
    perfect = "VerbForm=Part" in scene.tokens[cue.verb].morph
    return past or perfect


__all__ = ["SUBJECTS", "owner", "performed", "subject"]
