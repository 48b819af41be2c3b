"""Cue -> the noun phrase that is its content: object, described noun, phrase after a preposition, or what is judged.

Heads are taken before labels: a phrase may hang on the object or on the owner of a nominal cue, and a second subject is the
object. A pronoun is no content.
"""

from __future__ import annotations

from relaas.extract.claims.clauses import finite_clause, infinitive
from relaas.extract.claims.drafts import Content, Cue
from relaas.extract.claims.edges import POINTING, continued, extent, made
from relaas.extract.claims.lexicon import reporting
from relaas.extract.claims.scene import SUBJECTS, Scene
from relaas.model import Token

_TIMES = frozenset("eind einde begin medio dag week maand jaar keer maal uur ochtend middag avond nacht zomer winter".split())
_AMONG = (("onder", "andere"), ("onder", "meer"), ("met", "name"))
_MANNER = (("met", "klem"), ("ten", "zeerste"), ("van", "harte"), ("met", "nadruk"), ("in", "scherpe", "bewoordingen"))
_FIELDS = frozenset({"gebied", "terrein", "vlak"})
_BY_PLACE = "the phrase was taken by its place"


def object_phrase(scene: Scene, cue: Cue) -> Content | None:
    """Return the object of the cue, or the subject of its passive; None when that is a pronoun."""
    for a in cue.anchors:
        for t in _objects(scene, cue, a):
            if t.i in cue.anchors or t.dep == "obl" or scene.case_of(t.i) is not None:
                continue
            bare = not scene.sentence.children(t.i, "det")
            if t.lower in POINTING or t.pos == "PRON" or (bare and t.lower in ("eind", "einde", "begin", "medio")):
                continue
            first, last = extent(scene, t.i, cue, start=_start(scene, cue, t.i))
            first = _without_adverb(scene, first, t.i)
            if scene.tokens[first].pos == "ADP" or _spoken_to(scene, cue, t.i) or _is_blamed(scene, cue, t.i):
                continue
            if scene.tokens[first].lower == "geen" and first < last:
                first += 1
            agent = next((i for i in range(t.i + 1, last + 1) if scene.words[i] == "door"), None)
            if scene.is_passive(cue.verb) and agent is not None and last < cue.verb:
                last = agent - 1
            last = _without_manner(scene, continued(scene, cue, _extended(scene, cue, t.i, last)))
            return made(scene, (first, last), "np", t.i)
    return _participle_head(scene, cue)


def _without_adverb(scene: Scene, first: int, head: int) -> int:
    """Leave out *onder andere* or the like, which was hung on the object behind it (*stelt onder meer een tunnel voor*)."""
    fixed = scene.words[first : first + 2] in _AMONG and first + 2 <= head
    return first + 2 if fixed else first


def _without_manner(scene: Scene, last: int) -> int:
    """Leave out how it is said, which was hung on the object (*veroordeelt het geweld | met klem*)."""
    fixed = next((w for w in _MANNER if scene.words[last - len(w) + 1 : last + 1] == w), ())
    return last - len(fixed)


def _start(scene: Scene, cue: Cue, i: int) -> int | None:
    """Return where an object begins below which the parser put words of its clause: the verb, its conjunction or its subject."""
    if i == scene.tokens[cue.verb].head and i > cue.verb:
        return cue.verb + 1
    own = () if scene.sentence.children(i, "cop") else scene.sentence.children(i, "nsubj", "mark")
    return max((t.i + 1 for t in own if t.i < i), default=None)


def _objects(scene: Scene, cue: Cue, a: int) -> tuple[Token, ...]:
    """Return what can be the object below an anchor: the object, a second subject, else a bare noun under another label."""
    if scene.is_passive(cue.verb):
        return scene.sentence.children(a, "nsubj:pass")
    objects = scene.sentence.children(a, "obj", "iobj")
    if a != cue.verb:
        return objects
    if cue.entry.act == "accuse" and objects:  # *verwijt de raad | bedrog*
        objects += tuple(t for t in scene.sentence.children(a, "xcomp") if t.pos == "NOUN")
    helpers = scene.sentence.children(a, "aux")
    subjects = [t for top in (a, *(h.i for h in helpers)) for t in scene.sentence.children(top, "nsubj")]
    subjects.sort(key=lambda t: t.i)
    beside = [p for p in scene.sentence.children(a, "xcomp") if "VerbForm=Part" in p.morph and p.i == a - 1]
    lost = [t for p in beside for t in scene.sentence.children(p.i, "obj")]  # *heeft de stand van zaken | uitgebreid beschreven*
    found = (*objects, *subjects[1:], *lost)
    return found or _mislabelled(scene, cue)


def _mislabelled(scene: Scene, cue: Cue) -> tuple[Token, ...]:
    """Return the object of a verb that has none by its labels: a bare noun behind it, or the noun a finite verb stands before."""
    verb = scene.tokens[cue.verb]
    if verb.dep.startswith("acl") and verb.head > verb.i and "VerbForm=Fin" in verb.morph:
        return (scene.tokens[verb.head],)  # no relative clause comes before its noun
    below = scene.sentence.children(verb.i, "xcomp", "advmod")
    if scene.is_lost_verb(verb.i):
        below += scene.sentence.children(verb.head, "nmod")
    nouns = [t for t in below if (t.pos in ("NOUN", "PROPN") or t.tag.startswith("N_")) and t.i > verb.i]
    nouns = [t for t in nouns if t.lemma.lower() not in reporting().adverbials | _TIMES]
    return tuple(t for t in nouns if scene.case_of(t.i) is None and not scene.sentence.children(t.i, "mark", "cop"))


def _spoken_to(scene: Scene, cue: Cue, i: int) -> bool:
    """Tell whether an object is the one addressed, not what is said (*laat de Kamer weten*)."""
    places = cue.entry.to
    told = cue.entry.act in ("assert", "announce", "request", "commit", "propose")
    return told and "obj" in places and "content" not in places and bool(scene.who(i))


def _is_blamed(scene: Scene, cue: Cue, i: int) -> bool:
    """Tell whether an object is the one blamed, not of what, which is another object (*verwijt de raad | bedrog*)."""
    beside = scene.sentence.children(cue.verb, "obj", "iobj", "xcomp")
    others = [t for t in beside if t.i > i and t.pos in ("NOUN", "PROPN") and scene.case_of(t.i) is None]
    return cue.entry.act == "accuse" and "obj" in cue.entry.to and bool(scene.who(i)) and bool(others)


def _participle_head(scene: Scene, cue: Cue) -> Content | None:
    """Return the noun that a participle of saying describes, which is what was said (*de door X gevraagde steun*)."""
    if not scene.is_bare_participle(cue.verb):
        return None
    head = scene.tokens[cue.verb].head
    subjects = scene.sentence.children(head, "nsubj") if scene.sentence.children(head, "cop") else ()
    if subjects:
        below = scene.sentence.subtree(subjects[0].i)
        return made(scene, (below[0], below[-1]), "np", subjects[0].i)
    first = cue.verb + 1 if head > cue.verb else scene.sentence.subtree(head)[0]
    last = scene.sentence.subtree(head)[-1] if head > cue.verb else cue.verb - 1
    inside = [i for i in range(first, last + 1) if i not in scene.sentence.subtree(cue.verb)]
    return made(scene, (inside[0], inside[-1]), "np", head) if inside else None


def _extended(scene: Scene, cue: Cue, head: int, last: int) -> int:
    """Let the object run on: in what somebody is supported (*de EU in haar …*), its estimate (*schat X op 3*), its aim."""
    for a in cue.anchors:
        if cue.entry.act in ("endorse", "reject"):
            for t in scene.obliques(a, ("in", "bij")):
                doing = t.pos == "VERB" and "VerbForm=Inf" in t.morph  # *steunt X in het zoeken van Y*
                if t.i > head and (doing or any(_possessive(d) for d in scene.sentence.children(t.i))):
                    last = max(last, scene.sentence.subtree(t.i)[-1])
        if cue.entry.act == "estimate":
            last = max([last, *(scene.sentence.subtree(t.i)[-1] for t in scene.obliques(a, ("op", "tussen")) if t.i > head)])
    return _with_aim(scene, cue, _over_the_cue(scene, cue, last))


def _over_the_cue(scene: Scene, cue: Cue, last: int) -> int:
    """Let the object run on over the end of the cue to a phrase with *van* (*stelt een daling | vast van de prijs*)."""
    start = last + 1
    while start in cue.tokens:
        start += 1
    if start == last + 1 or scene.words[start : start + 1] != ("van",) or scene.tokens[start].dep != "case":
        return last
    head = scene.tokens[start].head
    below = scene.sentence.subtree(head)
    if head < start or below[0] != start or scene.tokens[head].pos not in ("NOUN", "PROPN", "NUM"):
        return last
    after = scene.tokens[below[-1] + 1 : below[-1] + 2]
    to = scene.sentence.subtree(after[0].head) if after and after[0].lower == "tot" and after[0].dep == "case" else ()
    return to[-1] if to and to[0] == below[-1] + 1 else below[-1]  # *van 2010 | tot 2014*


def _possessive(token: Token) -> bool:
    return "Poss=Yes" in token.morph or token.tag.startswith("VNW_bez") or token.dep == "nmod:poss"


def _with_aim(scene: Scene, cue: Cue, last: int) -> int:
    """Take in an aim right behind the object (*inspanningen om vrede te sluiten*), where the cue takes no infinitive."""
    if "te" in cue.entry.frames or last + 1 >= len(scene.tokens) or scene.tokens[last + 1].lower != "om":
        return last
    mark = scene.tokens[last + 1]
    end = scene.sentence.subtree(mark.head)[-1] if mark.head > mark.i else last
    return max(last, end) if "VerbForm=Inf" in scene.tokens[mark.head].morph else last


def prepositional(scene: Scene, cue: Cue, preposition: str) -> Content | None:
    """Return the phrase that this preposition joins to the cue, without the preposition."""
    for a in dict.fromkeys((*cue.anchors, *(t for t in cue.tokens if t not in cue.anchors))):
        for t in scene.obliques(a, (preposition,)):
            if t.i in cue.tokens:
                continue
            first, last = extent(scene, t.i, cue)
            case = next(c for c in scene.sentence.children(t.i, "case", "mark") if c.lower == preposition)
            if cue.entry.kind == "noun" and _names_field(scene, case.i):
                continue  # *de inzet van de politie op het gebied van fraude* is where they work
            if t.lower in POINTING or t.pos == "PRON" or t.lower in reporting().adverbials:
                continue
            found = made(scene, (max(first, case.i + 1), continued(scene, cue, last)), preposition, t.i)
            if found is not None:
                return found
    return _deeper(scene, cue, preposition) or _stranded(scene, cue, preposition)


def _names_field(scene: Scene, case: int) -> bool:
    """Tell whether a preposition begins *op het gebied van* or the like, which takes up no act."""
    after = scene.words[case + 1 : case + 4]
    return len(after) == 3 and after[0] in ("het", "dit") and after[1] in _FIELDS and after[2] == "van"


def _asked(scene: Scene, first: int, head: Token) -> int | None:
    """Return the last token of the question that a phrase opens (*over welke stappen zijn gezet*); None when it opens none."""
    if scene.words[first] not in ("welke", "welk", "hoeveel", "wie", "wat") or head.head <= head.i:
        return None
    joined = [t.i for t in scene.sentence.children(head.head, "cc", "conj")]
    below = [i for i in scene.sentence.subtree(head.head) if i < min(joined, default=len(scene.tokens))]
    return below[-1]


def _deeper(scene: Scene, cue: Cue, preposition: str) -> Content | None:
    """Look for the phrase the object, or the owner of a nominal cue (*bezwaar van X tegen Y*)."""
    for a in cue.anchors:
        for t in scene.sentence.children(a, "obj", "nmod", "iobj", "nsubj:pass"):
            if cue.entry.kind == "noun" and scene.words[scene.sentence.subtree(t.i)[0]] == "als":
                continue  # what somebody is, not whose it is (*de inzet als buur voor rust*)
            for p in scene.obliques(t.i, (preposition,)):
                case = next(c for c in scene.sentence.children(p.i, "case", "mark") if c.lower == preposition)
                if p.i > t.i > cue.verb and p.pos != "PRON" and (preposition != "van" or "obj" in cue.entry.to):
                    return made(scene, (case.i + 1, scene.sentence.subtree(p.i)[-1]), preposition, p.i)
    return None


def _stranded(scene: Scene, cue: Cue, preposition: str) -> Content | None:
    """Take the noun phrase right after cue and preposition, where the parser hung it elsewhere."""
    edge = _behind_owner(scene, cue)
    if edge + 1 >= len(scene.tokens) or scene.tokens[edge + 1].lower != preposition:
        return None
    case = scene.tokens[edge + 1]
    if cue.entry.kind == "noun" and _names_field(scene, case.i):
        return None
    if edge > max(cue.tokens):
        last = scene.sentence.subtree(case.head)[-1]
        noun = scene.tokens[case.head]
        governs = case.dep == "case" and noun.i > case.i and noun.pos in ("NOUN", "PROPN")
        whole = governs and noun.lower not in reporting().adverbials
        return made(scene, (edge + 2, last), preposition, case.head, _BY_PLACE) if whole else None
    first = last = edge + 2
    while last < len(scene.tokens) and not _ends_phrase(scene.tokens[last]):
        last += 1
    head = next((t.i for t in scene.tokens[first:last] if t.pos in ("NOUN", "PROPN")), None)
    if head is None:
        return None
    end = _asked(scene, first, scene.tokens[head]) or continued(scene, cue, last - 1)
    return made(scene, (first, end), preposition, head, _BY_PLACE)


def _behind_owner(scene: Scene, cue: Cue) -> int:
    """Return the last token of the cue, or of whose it is (*het vertrouwen van de bond* | *in het plan*)."""
    edge = max(cue.tokens)
    if cue.entry.kind != "noun":
        return edge
    owners = (t for t in scene.sentence.children(cue.verb, "nmod") if scene.case_of(t.i) in ("van", "door"))
    below = [scene.sentence.subtree(t.i) for t in owners]
    return max([edge, *(b[-1] for b in below if b[0] == edge + 1)])


def _ends_phrase(token: Token) -> bool:
    return token.text in ".,;:?!" or token.pos == "SCONJ" or "VerbForm=Fin" in token.morph


def judged(scene: Scene, cue: Cue) -> Content | None:
    """Return the subject or clause of a judgement."""
    for frame in ("dat", "of"):
        found = finite_clause(scene, cue, frame)
        if found is not None:
            return found
    subjects = [t for a in cue.anchors for t in scene.sentence.children(a, *SUBJECTS) if t.i not in cue.tokens]
    real = [t for t in subjects if t.lower not in POINTING and t.pos != "PRON"]
    if not real:
        return infinitive(scene, cue)
    first, last = extent(scene, real[0].i, cue)
    return made(scene, (first, last), "subject", real[0].i)
