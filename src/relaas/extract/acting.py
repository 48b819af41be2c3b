"""Verb -> who does what it says, and whom the parser took for the doer, where it hung the subject elsewhere.

In a main clause the subject stands right beside the finite verb. A phrase there is the subject, whatever noun the parser hung it
on (*heeft de raad een plan overgemaakt*), and of two subjects in a perfect the other is the object. A bare participle behind a
noun is about that noun, not about the subject of the clause.
Refuses a second noun that a conjunction joins to the first, and what stands in a clause of its own.
"""

from __future__ import annotations

from relaas.extract.clauses import case_of, is_nominal, subjects
from relaas.model import Sentence, Token

_SUBJECT = ("nsubj", "nsubj:pass")


def acting(sentence: Sentence, verb: Token) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Return the subjects of a verb, and what the parser took for a subject though it is the object."""
    for find in (_described, _joined, _inverted):
        if (lost := find(sentence, verb)) is not None:
            return (lost,), ()
    own = () if _is_compared(sentence, verb) and not sentence.children(verb.i, *_SUBJECT) else subjects(sentence, verb.i)
    if len(own) == 1 and (inner := _inside(sentence, own[0])) is not None:
        return (inner,), own
    beside = _beside(sentence, verb)
    if beside in own and _is_perfect(sentence, verb):
        return tuple(t for t in own if t is beside), tuple(t for t in own if t is not beside)
    lost_elsewhere = beside is not None and beside not in own and not sentence.children(verb.i, *_SUBJECT)
    return ((beside,), ()) if beside is not None and lost_elsewhere else (own, ())


def _inverted(sentence: Sentence, verb: Token) -> Token | None:
    """Return the first of two objects, right behind a finite verb without a subject: *in mei hield ons land een top*."""
    finite = "VerbForm=Fin" in verb.morph and not sentence.children(verb.i, *_SUBJECT)
    objects = [t for t in sentence.children(verb.i, "obj", "iobj") if t.i > verb.i] if finite else []
    if len(objects) != 2 or not is_nominal(objects[0]) or sentence.subtree(objects[0].i)[0] != verb.i + 1:
        return None
    number = "Number=Plur" in objects[0].morph or bool(sentence.children(objects[0].i, "conj"))
    return objects[0] if number == ("Number=Plur" in verb.morph) else None


def _described(sentence: Sentence, verb: Token) -> Token | None:
    """Return the noun right before a bare participle that is about it: *verwijst naar een artikel verschenen in de krant*."""
    bare = "VerbForm=Part" in verb.morph and verb.dep == "xcomp" and not sentence.children(verb.i, "aux", "aux:pass", *_SUBJECT)
    before = sentence.tokens[verb.i - 1] if verb.i else None
    if not bare or before is None or not is_nominal(before) or before.head != verb.i:
        return None
    return before if case_of(sentence, before) else None


def _joined(sentence: Sentence, verb: Token) -> Token | None:
    """Return the noun that opens a coordinated clause, hung on the clause before: *X weet dat niet, maar een studie wees uit*."""
    finite = [t for t in (verb, *sentence.children(verb.i, "aux", "aux:pass")) if "VerbForm=Fin" in t.morph]
    told = any(t.dep == "nsubj" for t in sentence.children(verb.i, "nsubj"))
    if verb.dep != "conj" or told or not finite:
        return None
    at = min(t.i for t in finite)
    for noun in sentence.tokens[: min(at, verb.i)]:
        opens = noun.dep == "conj" and is_nominal(noun) and bool(sentence.children(noun.i, "cc")) and not case_of(sentence, noun)
        if not opens:
            continue
        beside = sentence.subtree(noun.i)[-1] == at - 1
        sibling = noun.head == verb.head and sentence.tokens[verb.head].pos in ("VERB", "AUX")
        passive = bool(sentence.children(verb.i, "nsubj:pass")) and not (beside and finite[0].lemma == "hebben")
        agrees = ("Number=Plur" in finite[0].morph) == ("Number=Plur" in noun.morph or bool(sentence.children(noun.i, "conj")))
        if agrees and not passive and (sibling or (beside and at < verb.i)):
            return noun
    return None


def _is_compared(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a passive without a subject only compares: *meer dan was afgesproken*."""
    than = any(t.lower in ("dan", "zoals", "als") and t.i < verb.i for t in sentence.children(verb.i, "advmod", "mark"))
    return than and verb.dep == "advcl" and bool(sentence.children(verb.i, "aux:pass"))


def _inside(sentence: Sentence, subject: Token) -> Token | None:
    """Return the subject of an auxiliary that was read as *X is Y*, with Y the object: *Rusland is het land binnengevallen*."""
    linked = [t for t in sentence.children(subject.i, "cop") if t.i < subject.i]
    inner = [t for t in sentence.children(subject.i, *_SUBJECT) if linked and t.i < linked[0].i]
    return inner[0] if inner else None


def _is_perfect(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a participle stands with *hebben*: its clause is active and has room for an object."""
    helped = any(t.lemma == "hebben" for t in sentence.children(verb.i, "aux"))
    return helped and not sentence.children(verb.i, "obj", "aux:pass")


def _beside(sentence: Sentence, verb: Token) -> Token | None:
    """Return the subject, of whatever word, that stands right before or after the finite auxiliary of a verb."""
    helpers = [t for t in sentence.children(verb.i, "aux", "aux:pass") if "VerbForm=Fin" in t.morph and t.i < verb.i]
    if not helpers:
        return None
    at = helpers[0].i
    for token in sentence.tokens[: verb.i]:
        of_another = sentence.tokens[token.head].pos in ("VERB", "AUX") and token.head not in (verb.i, at)
        if token.dep not in _SUBJECT or of_another or not is_nominal(token):
            continue
        reach = sentence.subtree(token.i)
        if reach[0] == at + 1 or (reach[-1] == at - 1 and reach[0] == 0):
            return token
    return None
