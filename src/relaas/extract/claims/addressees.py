"""Cue -> to whom it is said, or who is accused, called upon, supported or opposed.

First the places that the entry names; where these name nobody, the places in which Dutch puts the one spoken to beside any
verb or noun of speaking: *aan*, *tegen* and *tegenover*, an object beside a clause, the partner of a conversation. Refuses
objects that belong to the infinitive behind them, and prepositions that bring the content.
"""

from __future__ import annotations

from relaas.extract.claims.drafts import Content, Cue
from relaas.extract.claims.holders import owner, subject
from relaas.extract.claims.lexicon import reporting
from relaas.extract.claims.scene import OBLIQUE, Scene
from relaas.model import Token

#: Acts performed by speaking to somebody.
_SPOKEN = frozenset({"assert", "announce", "commit", "propose", "request", "call-for", "warn", "deny", "ask"})
_TOLD = frozenset({"assert", "announce", "commit", "deny"})
_CLAUSES = frozenset({"dat", "of", "quote"})
OBJECT_PRONOUNS = frozenset({"mij", "me", "ons", "u", "hem", "haar", "hun", "hen"})
_MOVABLE = frozenset({"aan", "bij", "tegen", "tegenover"})
_WHEN = frozenset({None, "tijdens", "op", "in", "sinds", "na"})
_SIDES = frozenset({"zijde", "zijden", "kant", "kanten"})
_REPLIES = frozenset({"reageren", "antwoorden", "ingaan", "gaan", "geven", "voldoen", "tegemoetkomen", "luisteren"})
_DECISIONS = frozenset(
    {"beantwoorden", "weigeren", "afwijzen", "wijzen", "inwilligen", "negeren", "opvolgen", "ontvangen", "krijgen", "honoreren"}
)
_TARGETS = ("op", "jegens", "tegenover")
_TO = ("aan", "tot", "tegenover", "richting")


def others(scene: Scene, cue: Cue, content: Content | None, ids: tuple[str, ...], holder: int | None = None) -> tuple[str, ...]:
    """Return to whom it is said, or who is meant, by the first place of the entry that names somebody."""
    if len(ids) > 1 and cue.entry.to and _each_other(scene, cue):
        return ids
    for place in cue.entry.to:
        if place == "poss":
            found = tuple(
                x
                for i in cue.tokens
                for t in scene.sentence.children(i, "nmod:poss", "det")
                if t.lower == "uw"
                for x in scene.who(t.i) or (scene.other_voice,)
            )
        elif place == "owner":
            found = tuple(x for i in cue.tokens for x in owner(scene, i)[0])
        elif place == "content":
            found = _supported(scene, content)
        elif place == "obj":
            labels = ("nsubj:pass", "nsubj", "obj", "iobj") if scene.is_passive(cue.verb) else ("obj", "iobj")
            found = tuple(
                x
                for a in cue.anchors
                for t in scene.sentence.children(a, *labels)
                if t.i not in cue.tokens and not _of_infinitive(cue, content, t.i)
                for x in scene.who(t.i)
            )
            found = found or _doubled_subject(scene, cue, holder) or _behind_door(scene, cue)
        else:
            found = tuple(x for t in _phrases(scene, cue, (place,)) for x in scene.who(t.i))
        found = tuple(dict.fromkeys(x for x in found if x not in ids))
        if found:
            return found
    found = _beside_noun(scene, cue, content) if cue.entry.kind == "noun" else _spoken_to(scene, cue, content, holder)
    found = found or _of_paper(scene, cue, holder) or _other_side(scene, cue, ids)
    return tuple(dict.fromkeys(x for x in found if x not in ids))


def _other_side(scene: Scene, cue: Cue, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return the other voice, to whom a voice puts its own questions and requests when it names nobody else."""
    sides = (scene.voice, scene.other_voice)
    if cue.entry.act not in ("request", "ask") or len(ids) != 1 or ids[0] not in sides:
        return ()
    asking = scene.part.voice == "asker"
    return (sides[1],) if asking and ids[0] == sides[0] else (sides[0],) if not asking and ids[0] == sides[1] else ()


def _of_paper(scene: Scene, cue: Cue, holder: int | None) -> tuple[str, ...]:
    """Return to whom the paper goes that says it (*in de nota aan de regering staat dat*)."""
    if holder is None or cue.entry.act not in _SPOKEN:
        return ()
    lemma = scene.tokens[holder].lemma.lower()
    lexicon = reporting()
    if not (lemma in lexicon.papers or lemma in lexicon.writings or lemma in lexicon.reports or lemma in lexicon.talks):
        return ()
    return tuple(x for t in scene.obliques(holder, ("aan",)) if t.i > holder for x in scene.who(t.i))


def _spoken_to(scene: Scene, cue: Cue, content: Content | None, holder: int | None) -> tuple[str, ...]:
    """Return whom the words beside a verb of speaking name: *aan X*, *tegen X*, an object, the partner of a conversation."""
    if cue.entry.kind != "verb" or not (cue.entry.to or cue.entry.act in _SPOKEN):
        return ()
    ways: tuple[str, ...] = ("aan", "tegenover", "tegen", "bij") if cue.entry.act in _TOLD else ("aan", "tegenover")
    ways = tuple(w for w in ways if w not in cue.entry.frames and w != cue.entry.particle)
    apart = (t for t in _phrases(scene, cue, ways) if not _within(scene, content, t) and t.lower not in _SIDES)
    found = tuple(x for t in apart if _can_hear(scene, t) for x in scene.who(t.i))
    if not found and cue.entry.act in _SPOKEN and content is not None and _is_clause(scene, content):
        asked = scene.obliques(cue.verb, ("van",)) if cue.entry.act in ("request", "call-for") else ()
        apart = (t for t in (*_objects(scene, cue, content, holder), *asked) if not _within(scene, content, t))
        found = tuple(x for t in apart for x in scene.who(t.i))
    return found or _talking_to(scene, cue)


def _can_hear(scene: Scene, token: Token) -> bool:
    """Tell whether a phrase names somebody spoken to; behind *bij* only a person is, a body is where one speaks."""
    if scene.case_of(token.i) != "bij":
        return True
    people = {a.actor_id for a in scene.cast.actors if a.actor_type in ("person", "office-holder", "member-of-parliament")}
    return people.issuperset(scene.who(token.i))


def _is_clause(scene: Scene, content: Content) -> bool:
    """Tell whether what is said is a clause of its own, so that an object beside it is whom it is said to."""
    if content.frame in _CLAUSES:
        return True
    first = next((t.i for t in scene.tokens if content.span.contains(t.span)), 0)
    return content.frame == "te" and first > 0 and scene.words[first - 1] == "om"


def _phrases(scene: Scene, cue: Cue, ways: tuple[str, ...]) -> tuple[Token, ...]:
    """Return the phrases beside the cue that these prepositions begin, those too that hang on a phrase of time before them."""
    own = tuple(t for a in cue.anchors for t in scene.obliques(a, ways))
    if ways == ("met",) and not own:  # *ben het | met de raad eens*
        own = tuple(
            t for a in cue.anchors for h in scene.sentence.children(a) if h.lower == "het" for t in scene.obliques(h.i, ways)
        )
    if own or not _MOVABLE.issuperset(ways):
        return own
    before = (t for a in cue.anchors for t in scene.sentence.children(a) if t.dep in OBLIQUE and t.pos in ("NOUN", "PROPN"))
    before = (t for t in before if scene.case_of(t.i) == "tijdens" or (scene.case_of(t.i) in _WHEN and not scene.who(t.i)))
    return tuple(t for noun in before for t in scene.obliques(noun.i, ways) if t.i > noun.i)


def _within(scene: Scene, content: Content | None, token: Token) -> bool:
    return content is not None and content.span.contains(scene.tokens[token.i].span)


def _objects(scene: Scene, cue: Cue, content: Content, holder: int | None) -> tuple[Token, ...]:
    """Return the objects beside a clause that is said, which are those spoken to: *schreef hem dat*, *legt de boeren uit dat*."""
    below = [t for a in cue.anchors for t in scene.sentence.children(a) if t.i not in cue.tokens and t.i != holder]
    below = [t for t in below if scene.case_of(t.i) is None and not _within(scene, content, t)]
    nouns = [] if scene.is_passive(cue.verb) else [t for t in below if t.dep in ("obj", "iobj") and t.pos in ("NOUN", "PROPN")]
    return tuple(t for t in below if t.lower in OBJECT_PRONOUNS and t.dep not in ("nmod:poss", "det")) or tuple(nouns)


def _beside_noun(scene: Scene, cue: Cue, content: Content | None) -> tuple[str, ...]:
    """Return whom the phrases behind a noun of speaking name: *het verzoek van X aan Y om*, *richt een verzoek tot Y*."""
    ways: tuple[str, ...] = _TO if cue.entry.act in _SPOKEN else _TARGETS
    ways = tuple(w for w in ways if content is None or w != content.frame or cue.entry.act not in _SPOKEN)
    tops = {cue.verb, *(t.i for t in scene.sentence.children(cue.verb) if scene.case_of(t.i) in ("van", "door"))}
    below = [t for top in sorted(tops) for t in scene.sentence.children(top) if t.i > cue.verb]
    verb = scene.tokens[cue.verb].head
    if cue.entry.act in _SPOKEN and scene.tokens[cue.verb].dep in ("obj", "nsubj:pass"):
        below.extend(scene.obliques(verb, ways))
    apart = [t for t in below if scene.case_of(t.i) in ways and (content is None or t.span.start <= content.span.start)]
    return tuple(x for t in apart[:1] for x in scene.who(t.i)) or _replying(scene, cue)


def _replying(scene: Scene, cue: Cue) -> tuple[str, ...]:
    """Return who reacts to an appeal or request, since it was made to them (*gaf gehoor aan de oproep van X*)."""
    noun = scene.tokens[cue.verb]
    verb = scene.tokens[noun.head]
    replies = verb.lemma in _REPLIES and scene.case_of(noun.i) in ("op", "aan")
    decides = verb.lemma in _DECISIONS and noun.dep == "obj" and scene.case_of(noun.i) is None
    if cue.entry.act not in ("call-for", "request") or not (replies or decides):
        return ()
    token = subject(scene, Cue(cue.entry, cue.tokens, verb.i, (verb.i,)))
    return scene.who(token) if token is not None else ()


def _supported(scene: Scene, content: Content | None) -> tuple[str, ...]:
    """Return who the content names, or whose it is (*steunt de inspanningen van de boeren*)."""
    if content is None or content.head is None or content.frame in ("dat", "of", "te"):
        return ()
    return scene.who(content.head) or owner(scene, content.head)[0]


def _each_other(scene: Scene, cue: Cue) -> bool:
    """Tell whether several say it to, or of, each other (*de buren verwijten elkaar bedrog*)."""
    return any(t.lower in ("elkaar", "elkander", "mekaar") for a in cue.anchors for t in scene.sentence.children(a))


def _of_infinitive(cue: Cue, content: Content | None, i: int) -> bool:
    """Tell whether an object stands behind the particle of the cue, so that it belongs to the infinitive after it."""
    apart = bool(cue.entry.particle) and cue.verb < max(cue.tokens) < i
    return apart and content is not None and content.frame == "te"


def _behind_door(scene: Scene, cue: Cue) -> tuple[str, ...]:
    """Return the object of an infinitive with *te* whose *door* was read as a preposition (*door de bond op te roepen*)."""
    start = min(cue.verb, *cue.tokens)
    start -= scene.words[start - 1] == "te"
    if scene.words[cue.verb - 1] != "te" or start < 2:
        return ()
    noun = scene.tokens[start - 1]
    marked = any(t.lower == "door" and t.dep == "case" for t in scene.sentence.children(noun.i))
    return scene.who(noun.i) if marked and noun.pos in ("NOUN", "PROPN") else ()


def _doubled_subject(scene: Scene, cue: Cue, holder: int | None) -> tuple[str, ...]:
    """Return the object that the parser took for a second subject (*Het kabinet heeft de Kamer … geïnformeerd*)."""
    if holder is None or scene.is_passive(cue.verb):
        return ()
    tops = (cue.verb, *(t.i for t in scene.sentence.children(cue.verb, "aux")))
    return tuple(x for a in tops for t in scene.sentence.children(a, "nsubj") if t.i > holder for x in scene.who(t.i))


def _talking_to(scene: Scene, cue: Cue) -> tuple[str, ...]:
    """Whom a conversation, or a letter, that the act took place in is with (*in een gesprek met X*, *in een brief aan X*)."""
    talks = [t for a in cue.anchors for t in scene.obliques(a, ("in", "tijdens", "per")) if t.lemma in reporting().talks]
    found = tuple(x for talk in talks for t in scene.obliques(talk.i, ("met", "aan")) for x in scene.who(t.i))
    return found or tuple(x for talk in talks for x in _right_behind(scene, talk))


def _right_behind(scene: Scene, talk: Token) -> tuple[str, ...]:
    """Return the partner whose preposition stands right behind the noun of conversation, whatever the parser hung it on."""
    if talk.i + 2 >= len(scene.words) or scene.words[talk.i + 1] not in ("met", "aan"):
        return ()
    head = scene.tokens[talk.i + 1].head
    return scene.who(head) if head > talk.i + 1 and scene.tokens[head].pos in ("NOUN", "PROPN", "PRON") else ()
