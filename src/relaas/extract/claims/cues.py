"""Scene + Lexicon -> the cues of a sentence.

A verb is a cue when its particle and fixed words stand in its own clause; of several entries the one with most words wins. A verb
whose particle belongs to no entry is no cue (*geeft … op* is not *geven*). Whether anybody performs the act is asked later.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from relaas.extract.claims.drafts import Cue
from relaas.extract.claims.edges import behind_aside
from relaas.extract.claims.lexicon import Entry, Lexicon, reporting
from relaas.extract.claims.scene import Scene
from relaas.model import Token

_COPULAS = frozenset({"zijn", "blijven", "worden", "lijken", "blijken"})
_FADED = frozenset({"gezien", "gelet", "gegeven", "uitgezonderd", "betreffende"})
_PREPOSITIONS = frozenset({"aan", "in", "met", "naar", "onder", "op", "te", "ter", "tot", "uit", "van", "voor"})
#: Words that a phrase cannot be spread behind (*te kennen*, *de vraag*).
_TIGHT = _PREPOSITIONS | {"de", "deze", "die", "dezelfde"}
_CERTAINLY = frozenset({"zeker", "absoluut", "ongetwijfeld", "duidelijk", "uiteraard", "wel"})
_UNWILLED = frozenset({"door", "zonder", "om", "na"})
_STOPS = frozenset({",", ";", ":", ".", "?", "!"})
_ADVERBIAL = frozenset({"toe", "af", "mee", "mede", "vast", "bekend", "weg", "vol", "terug"})
_PRONOMINAL = frozenset({"erop", "ervan", "eraan", "ervoor", "ermee", "ertoe", "ernaar", "erin", "erover", "ervanuit"})


def verb_cues(scene: Scene, lexicon: Lexicon) -> Iterator[tuple[Cue, ...]]:
    """Yield, for each verb that can mark a claim, its possible cues, the one with most words first."""
    for token in scene.tokens:
        forms = lexicon.verbs.get(token.lower, ())
        if (
            not forms
            or token.pos in ("ADP", "DET", "PRON", "PROPN", "SCONJ", "CCONJ")
            or (token.pos in ("NOUN", "ADJ") and not _verbal(scene, token))
        ):
            continue
        found: dict[str, Cue] = {}
        for form in forms:
            entry = form.entry
            cue = _verb_cue(scene, token, entry, joined=form.joined)
            if cue is not None and not _otherwise(scene, cue):
                found.setdefault(entry.key, cue)
        if found:
            yield tuple(sorted(found.values(), key=lambda c: (-len(c.tokens), -len(c.entry.words), c.entry.key)))


def _otherwise(scene: Scene, cue: Cue) -> bool:
    """Tell whether a word beside the cue gives it another sense."""
    entry = cue.entry
    objects = [t for a in cue.anchors for t in scene.sentence.children(a, "obj", "nsubj:pass")]
    subjects = [t for a in cue.anchors for t in scene.sentence.children(a, "nsubj")]
    if entry.only and not any(t.lemma.lower() in entry.only for t in objects):
        return True
    names = (*subjects, *(d for t in subjects for d in scene.sentence.children(t.i, "flat")))
    if entry.not_by and any(t.lemma.lower() in entry.not_by or t.lower in entry.not_by for t in names):
        return True
    if entry.by and not any(
        {t.lemma.lower(), t.lower} & set(entry.by) for t in (*subjects, *(d for t in subjects for d in scene.described(t.i)))
    ):
        return True
    if not cue.entry.unless:
        return False
    beside = [t for a in cue.anchors for t in scene.sentence.children(a)]
    above = scene.tokens[scene.tokens[cue.verb].head]
    if scene.tokens[cue.verb].dep == "xcomp":
        beside.append(above)  # *laten weten* is not *weten*
    beside.extend(scene.tokens[a] for a in cue.anchors if a not in cue.tokens)  # the infinitive of *willen*
    beside.extend(d for t in tuple(beside) if t.dep == "obj" for d in scene.sentence.children(t.i, "nmod", "fixed", "flat"))
    return any(
        t.lower in cue.entry.unless or t.lemma in cue.entry.unless or scene.case_of(t.i) in cue.entry.unless for t in beside
    )


def _verbal(scene: Scene, token: Token) -> bool:
    """Tell whether a word read as noun or adjective is a verb: a participle with an auxiliary, the only verb of its clause."""
    below = scene.sentence.children(token.i)
    if any(t.dep in ("aux", "aux:pass") for t in below) or scene.is_lost_verb(token.i):
        return True
    if token.pos == "ADJ":
        return (
            token.lower in reporting().finite and any(t.dep == "nsubj" for t in below) and not any(t.dep == "cop" for t in below)
        )
    return (
        token.pos == "NOUN"
        and token.text.islower()
        and (any(t.dep == "nsubj" for t in below) or (token.lower in reporting().finite and any(t.dep == "obj" for t in below)))
        and not any(t.dep in ("det", "cop", "case") for t in below)
    )


def _verb_cue(scene: Scene, token: Token, entry: Entry, *, joined: bool) -> Cue | None:
    tokens = [token.i]
    anchors = [token.i]
    unwilled = entry.head == "willen" and bool(_UNWILLED & _marks(scene, token))  # *door niet te willen betalen*
    if (token.dep == "aux" and entry.head == "hebben") or _is_preposition(scene, token) or unwilled:
        return None
    if token.dep in ("aux", "cop", "aux:pass") and entry.words:
        anchors.append(token.head)
    elif token.dep in ("aux", "aux:pass"):
        if "inf" not in entry.frames:
            return None
        anchors.append(token.head)
    if entry.particle and not joined:
        particle = _particle(scene, token, entry.particle)
        if particle is None:
            return None
        tokens.append(particle)
        anchors.append(particle)
    elif not entry.words and _other_particle(scene, token, entry):
        return None
    if entry.words:
        phrase = _phrase(scene, token, anchors, entry)
        if phrase is None:
            return None
        tokens.extend(phrase)
        anchors.extend(phrase)
    if scene.is_lost_verb(token.i):
        anchors.append(token.head)
    # what belongs to the verb may hang on its auxiliary (*heeft de Kamer … geïnformeerd*)
    anchors.extend(t.i for t in scene.sentence.children(token.i, "aux", "aux:pass"))
    return Cue(entry, tuple(sorted(set(tokens))), token.i, tuple(dict.fromkeys(anchors)))


def _marks(scene: Scene, token: Token) -> set[str]:
    """Return the words that begin the clause of an infinitive with *te*."""
    below = scene.sentence.children(token.i, "mark", "case")
    words = {t.lower for t in (*below, *scene.sentence.children(token.head, "mark", "case"))}
    return words if "te" in words and "VerbForm=Fin" not in token.morph else set()


def _is_preposition(scene: Scene, token: Token) -> bool:
    """Tell whether a participle without auxiliary only brings a phrase (*gezien het belang van water*)."""
    return token.lower in _FADED and not scene.sentence.children(token.i, "aux", "aux:pass") and token.dep != "aux"


def _particle(scene: Scene, verb: Token, particle: str) -> int | None:
    own = scene.sentence.children(verb.i, "compound:prt")
    if particle not in scene.vocabulary or (own and "VerbForm=Inf" in verb.morph and all(t.lower != particle for t in own)):
        return None
    here, wide = _zone(scene, verb.i), _zone(scene, verb.i, asides=True)
    for t in scene.tokens:
        if t.lower != particle or t.i == verb.i:
            continue
        if _stranded(scene, verb, t):
            return t.i
        if _before_infinitive(scene, verb, t):
            return t.i
        hung = t.head == verb.i and t.dep in ("compound:prt", "case", "mark", "advmod", "obl", "xcomp", "obl:arg")
        if hung and (t.dep == "compound:prt" or not _governs(scene, t)):
            return t.i
        near = here if not _before_preposition(scene, t) else wide
        if near[0] <= t.i <= near[1] and not _governs(scene, t) and scene.clause_top(t.i) == scene.clause_top(verb.i):
            return t.i
    return None


def _stranded(scene: Scene, verb: Token, t: Token) -> bool:
    """Tell whether a particle stands right before a clause or the end of the sentence, with only its own clause before it."""
    zone = _zone(scene, verb.i, asides=True)
    if not verb.i < t.i <= zone[1]:
        return False
    after = scene.words[t.i + 1] if t.i + 1 < len(scene.words) else "."
    return t.lower in _ADVERBIAL or after in ("dat", "of", "om", ",", ".", ":", "?", "hoe", "waarom", "welke")


def _before_infinitive(scene: Scene, verb: Token, t: Token) -> bool:
    """Tell whether a particle stands between the verb and its infinitive, whose object was read as governed by it.

    *De raad gaf aan een lijst te willen bespreken*: what depends on the verb is the infinitive, and *aan* is no preposition.
    """
    if not verb.i < t.i or scene.tokens[t.head].dep not in ("obj", "obl", "obl:arg", "nmod"):
        return False
    tops = scene.sentence.children(verb.i, "xcomp", "ccomp")
    with_te = any(top.i > t.i and scene.mark(top.i) is None and _has_te(scene, top.i) for top in tops)
    clear = not any(scene.tokens[j].text in _STOPS or scene.tokens[j].pos in ("VERB", "SCONJ") for j in range(verb.i + 1, t.i))
    objects = [o for o in scene.sentence.children(verb.i, "obj", "compound:prt") if o.i > t.i or o.dep != "obj"]
    return with_te and clear and not objects


def _has_te(scene: Scene, verb: int) -> bool:
    return any(t.lower == "te" for t in scene.sentence.children(verb, "mark"))


def _governs(scene: Scene, t: Token) -> bool:
    """Tell whether a preposition has a noun phrase right after it, so that it is no particle."""
    if t.dep != "case":
        return False
    head = scene.tokens[t.head]
    return not _before_preposition(scene, t) and head.i > t.i and head.pos in ("NOUN", "PROPN", "PRON", "NUM")


def _before_preposition(scene: Scene, t: Token) -> bool:
    """Tell whether the preposition of its noun stands right behind a supposed preposition (*zet zich in | voor bomen*)."""
    after = scene.tokens[t.i + 1 : t.i + 2]
    return t.dep == "case" and any(n.dep == "case" and n.head == t.head for n in after)


def _zone(scene: Scene, verb: int, *, asides: bool = False) -> tuple[int, int]:
    """Return the stretch around a verb in which words of its own clause stand: up to punctuation, *dat* or another verb.

    With `asides` it goes on behind what stands between commas (*zet zich, met succes, in*).
    """
    first, last = verb, verb
    while first > 0 and not _bounds(scene, verb, first - 1):
        first -= 1
    while last + 1 < len(scene.tokens):
        over = behind_aside(scene, last + 1) if asides else None
        if over is None and _bounds(scene, verb, last + 1):
            break
        last = over if over is not None else last + 1
    return first, last


def _bounds(scene: Scene, verb: int, i: int) -> bool:
    """Tell whether the clause of a verb ends at token `i`; its own auxiliaries do not end it."""
    token = scene.tokens[i]
    if token.text in _STOPS or token.pos == "SCONJ" or token.lower == "dat":
        return True
    own = verb in (token.head, i) or token.head == scene.tokens[verb].head or scene.tokens[verb].head == i
    return "VerbForm=Fin" in token.morph and not own


def _other_particle(scene: Scene, verb: Token, entry: Entry) -> bool:
    below = scene.sentence.children(verb.i, "compound:prt")
    return any(
        t.lower not in (entry.particle, "ten", "ter", "te") and t.pos in ("ADP", "ADV", "NOUN") and t.lower not in entry.frames
        for t in below
    )


def _phrase(scene: Scene, verb: Token, anchors: list[int], entry: Entry) -> list[int] | None:
    for words in _for_every_person(entry.words):
        if not scene.vocabulary.issuperset(words):
            continue
        n = len(words)
        for i in range(len(scene.words) - n + 1):
            if scene.words[i : i + n] != words or i <= verb.i < i + n:
                continue
            if any(t.pos == "PROPN" and t.i for t in scene.tokens[i : i + n]) or _in_other_phrase(scene, entry, i, i + n):
                continue
            zone = _zone(scene, verb.i, asides=True)
            if any(scene.tokens[j].pos == "SCONJ" or scene.words[j] == "dat" for j in range(i + n, verb.i)):
                continue  # the words belong to the clause before
            if _together(scene, verb, anchors, i, i + n - 1) or (n > 1 and zone[0] <= i <= zone[1] - n + 1):
                return list(range(i, i + n))
        if n > 1 and words[0] not in _TIGHT:
            spread = _spread(scene, verb, words)
            if spread is not None:
                return spread
    return None


def _in_other_phrase(scene: Scene, entry: Entry, first: int, end: int) -> bool:
    """Tell whether the predicate of *zijn* stands behind a preposition, so that it is none (*is dat, ondanks het feit dat …*)."""
    if entry.head != "zijn":
        return False
    inside = range(first, end)
    nouns = [i for i in inside if scene.tokens[i].pos == "NOUN"]
    return any(c.i not in inside for i in nouns for c in scene.sentence.children(i, "case"))


@cache
def _for_every_person(phrases: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """Add the forms of the first person to phrases with *zich* (*ik zet me in*), whose entry is written in the third."""
    own = (tuple(me if w == "zich" else w for w in p) for p in phrases if "zich" in p for me in ("me", "mij", "ons"))
    return tuple(dict.fromkeys((*phrases, *own)))


def _spread(scene: Scene, verb: Token, words: tuple[str, ...]) -> list[int] | None:
    """Return the words of a phrase with others between them (*het … eens*), in order, in the clause of the verb."""
    first, last = _zone(scene, verb.i, asides=True)
    out: list[int] = []
    at = first
    for word in words:
        i = next((j for j in range(at, last + 1) if scene.words[j] == word and j != verb.i), None)
        if i is None:
            return None
        out.append(i)
        at = i + 1
    return out


def _together(scene: Scene, verb: Token, anchors: list[int], first: int, last: int) -> bool:
    return any(_near(scene, verb, anchors, i) for i in range(first, last + 1))


def _near(scene: Scene, verb: Token, anchors: list[int], i: int) -> bool:
    """Tell whether token `i` hangs on the verb by at most two steps, or shares its head in one clause."""
    token = scene.tokens[i]
    if token.lower in _PRONOMINAL and not any(scene.tokens[j].text in ",;:" for j in range(min(i, verb.i), max(i, verb.i))):
        return True
    if token.head in anchors or i in anchors or verb.head == i:
        return True
    up = scene.tokens[token.head]
    if up.head in anchors and up.dep not in ("acl", "acl:relcl", "advcl", "ccomp", "csubj", "parataxis", "nsubj", "nmod"):
        return True
    return up.i == verb.head and verb.dep in ("aux", "cop", "aux:pass", "xcomp")


def noun_cues(scene: Scene, lexicon: Lexicon) -> Iterator[Cue]:
    """Yield the nouns that name an act of speech or stance."""
    for token in scene.tokens:
        entry = lexicon.nouns.get(token.lower)
        if (
            entry is not None
            and token.pos in ("NOUN", "VERB", "PROPN", "ADJ")
            and (token.pos == "NOUN" or scene.sentence.children(token.i, "det"))
        ):
            yield Cue(entry, (token.i,), token.i, (token.i,))


def preposition_cues(scene: Scene, lexicon: Lexicon) -> Iterator[Cue]:
    """Yield the prepositions that bring a holder (*volgens*, *aldus*, *naar het oordeel van*)."""
    for token in scene.tokens:
        for entry in lexicon.prepositions.get(token.lower, ()):
            after = scene.words[token.i + 1 :]
            fitting = [len(w) for w in entry.words if after[: len(w)] == w]
            if entry.words and not fitting:
                continue
            tokens = tuple(range(token.i, token.i + 1 + max(fitting, default=0)))
            yield Cue(entry, tokens, token.i, tokens)
            break


def predicate_cues(scene: Scene, lexicon: Lexicon) -> Iterator[Cue]:
    """Yield the predicates that judge (*is opvallend*, *zijn te betreuren*, *is een goede zaak*)."""
    taken: set[int] = set()
    for token in scene.tokens:
        found = (_predicate_cue(scene, token, entry) for entry in lexicon.predicates.get(token.lower, ()))
        fitting = [c for c in found if c is not None and not taken & set(c.tokens) and not _strengthens(scene, c, lexicon)]
        if fitting:  # of several the one with most words (*is relatief goed* beside *is goed dat*)
            cue = max(fitting, key=lambda c: len(c.tokens))
            taken.update(cue.tokens)
            yield cue


def _strengthens(scene: Scene, cue: Cue, lexicon: Lexicon) -> bool:
    """Tell whether a word of certainty only strengthens the judgement right behind it (*is zeker van belang*)."""
    after = max(cue.tokens) + 1
    rest = scene.words[after:]
    entries = (e for word in rest[:4] for e in lexicon.predicates.get(word, ()))
    return cue.entry.act == "assert" and any(rest[: len(w)] == w for e in entries if e.act == "evaluate" for w in e.words)


def _predicate_cue(scene: Scene, token: Token, entry: Entry) -> Cue | None:
    for words in sorted(entry.words, key=len, reverse=True):
        n = len(words)
        first = token.i - n + 1
        if first < 0 or scene.words[first : token.i + 1] != words:
            continue
        top = _predicate_top(scene, first, token.i)
        if top is None:
            continue
        cops = [
            t
            for t in scene.sentence.children(top, "cop", "aux")
            if t.lemma in _COPULAS or t.lower in ("is", "zijn", "was", "waren", "blijft", "lijkt")
        ]
        anchors = list(range(first, token.i + 1)) + [c.i for c in cops if c.i not in range(first, token.i + 1)]
        verb = scene.tokens[top]
        if not cops and verb.lemma not in _COPULAS and verb.lower not in ("is", "zijn", "blijft", "lijkt", "was"):
            continue
        if top not in anchors:
            anchors.insert(0, top)
        no = scene.negated((*range(first, token.i + 1), top))
        tokens = set(range(first, token.i + 1)) | ({no} if no is not None and abs(no - first) <= 3 else set())
        return Cue(entry, tuple(sorted(tokens)), top, tuple(anchors))
    return None


def _predicate_top(scene: Scene, first: int, last: int) -> int | None:
    """Return the head of the clause whose predicate the words are; None when they only modify a noun."""
    inside = range(first, last + 1)
    head = next((i for i in inside if scene.tokens[i].head not in inside or scene.tokens[i].head == i), None)
    if head is None:
        return None
    token = scene.tokens[head]
    if scene.sentence.children(head, "cop", "aux"):
        return head
    if (
        token.dep in ("amod", "nmod", "nsubj", "det", "case")
        and token.head != head
        and scene.tokens[token.head].lemma not in _COPULAS
    ):
        return None
    up = scene.tokens[token.head]
    joined = token.dep == "conj" or (token.dep.startswith("obl") and up.lower in _CERTAINLY)
    if joined and scene.sentence.children(up.i, "cop"):
        return up.i  # *is nodig of logisch*, *is zeker van belang*
    return up.i if up.lemma in _COPULAS or up.lower in ("is", "zijn", "blijft", "lijkt", "was") else None
