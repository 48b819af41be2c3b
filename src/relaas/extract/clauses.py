"""Token -> clause: which words of a sentence belong to the clause of a word.

Events take date, place and participants from their clause. Heads are trusted more than labels: a clause is a predicate with
what hangs below it, without the clauses that hang below it again.
"""

from __future__ import annotations

import re

from relaas.extract.eventwords import lexicon, noun_of
from relaas.model import Sentence, Token

_CLAUSES = frozenset({"ccomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj"})
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "X", "SYM")


def predicate(sentence: Sentence, index: int) -> Token:
    """Return the nearest verb, or word with a subject, above a token; the root when there is none."""
    for token in sentence.ancestors(index):
        helper = token.dep in ("aux", "aux:pass") and token.head != token.i  # the parser may hang an object on *heeft*
        if not helper and (token.pos in ("VERB", "AUX") or sentence.children(token.i, "nsubj", "cop")):
            return token
    return sentence.root


def own_words(sentence: Sentence, index: int) -> frozenset[int]:
    """Return a token and what hangs below it, without subordinate and coordinated clauses."""
    found, todo = {index}, [index]
    while todo:
        for child in sentence.children(todo.pop()):
            clause = child.dep in _CLAUSES or (child.dep == "conj" and child.pos in ("VERB", "AUX"))
            if not clause and child.i not in found:
                found.add(child.i)
                todo.append(child.i)
    return frozenset(found)


def phrase_words(sentence: Sentence, index: int, *, carriers: frozenset[int] = frozenset()) -> frozenset[int]:
    """Return the words of the noun phrase a token heads, with relative clauses that perform it (*die plaatsvond op*).

    `carriers` are verbs of the sentence that name happenings themselves.
    """
    found = set(own_words(sentence, index))
    for child in relatives(sentence, index):
        if child.i in carriers or performs_antecedent(sentence, child):
            found |= own_words(sentence, child.i)
    return frozenset(found)


def performs_antecedent(sentence: Sentence, clause: Token) -> bool:
    """Tell whether the verb of a relative clause performs its antecedent, which its pronoun stands for."""
    pronouns = [t for t in sentence.children(clause.i, "nsubj", "obj") if t.lower in ("die", "dat", "welke")]
    if any(is_light(sentence, clause, p) for p in pronouns) or (not pronouns and clause.dep != "acl:relcl"):
        return True
    # the parser may take the one who performs it for the object: *de top die Malta hield*
    objects = (t for t in sentence.children(clause.i, "obj") if pronouns and t not in pronouns and noun_of(t.lower) is None)
    return any(is_light(sentence, clause, t) for t in objects)


def relatives(sentence: Sentence, index: int) -> tuple[Token, ...]:
    """Return the relative clauses of a noun.

    A clause whose number does not agree with the noun it hangs on belongs to the noun above (*de onderhandelingen over een
    akkoord die van start gingen*).
    """
    own = sentence.children(index, "acl", "advcl", "parataxis")
    found = [c for c in own if _agrees(sentence, index, c)]
    for noun in sentence.children(index, "nmod"):
        for depth in (noun, *sentence.children(noun.i, "nmod")):
            lost = sentence.children(depth.i, "acl")
            found += [c for c in lost if not _agrees(sentence, depth.i, c) and _agrees(sentence, index, c)]
    found += [c for c in sentence.tokens if c not in found and _follows(sentence, index, c) and _agrees(sentence, index, c)]
    return tuple(found)


def _follows(sentence: Sentence, noun: int, clause: Token) -> bool:
    """Tell whether a relative clause begins right after a noun, wherever the parser hung it."""
    if clause.dep != "acl:relcl":
        return False
    first = sentence.subtree(clause.i)[0]
    return first == noun + 1 and sentence.tokens[first].lower in ("die", "dat", "waarin", "waarbij", "waarmee")


def _agrees(sentence: Sentence, noun: int, clause: Token) -> bool:
    number = _number(sentence.tokens[noun])
    finite = [t for t in (clause, *sentence.children(clause.i, "aux", "cop")) if "VerbForm=Fin" in t.morph]
    numbers = {n for n in map(_number, finite) if n}
    return number is None or not numbers or number in numbers


def _number(token: Token) -> str | None:
    return next((p for p in token.morph.split("|") if p.startswith("Number=")), None)


def is_light(sentence: Sentence, token: Token, noun: Token) -> bool:
    """Tell whether a verb only says that a noun happens (its subject) or performs it (its object): plaatsvinden, indienen."""
    subject = noun.dep.startswith("nsubj")
    alone = subject or (noun.dep == "obj" and not sentence.children(token.i, "nsubj"))
    passive = noun.dep == "nsubj:pass" or bool(sentence.children(token.i, "aux:pass"))
    verbs = {v for name, fits in (("happens", alone), ("performs", passive or not subject)) if fits for v in lexicon()[name]}
    lemma = re.sub(r"(a|e|o|u)\1(?=[^aeiou]en$)", r"\1", token.lemma)  # verleenen, the lemma of an unseen verleent
    particles = sentence.children(token.i, "compound:prt")
    joined = particles[0].lower + lemma if len(particles) == 1 else lemma
    return bool({lemma, token.lemma, joined} & verbs)


def subjects(sentence: Sentence, index: int) -> tuple[Token, ...]:
    """Return the subjects of a predicate: its own, else those of the predicate it is coordinated with or depends on.

    Below a verb of object control it is the object (*zij beschuldigden hem ervan dat te hebben gedaan*).
    """
    for _ in range(3):
        helpers = (index, *(t.i for t in sentence.children(index, "aux", "cop")))  # the parser may hang a subject on heeft
        own = tuple(s for i in helpers for s in sentence.children(i, "nsubj"))
        if own:
            return own
        token = sentence.tokens[index]
        above = sentence.tokens[token.head]
        if token.dep in ("xcomp", "ccomp", "advcl", "acl") and above.lemma in lexicon()["object_control"]:
            objects = sentence.children(above.i, "obj", "iobj")
            if objects:
                return objects[:1]
        if token.dep == "acl" and sentence.children(index, "mark"):  # *het plan van X om dat te doen*
            owners = [
                t for t in sentence.children(above.i, "nmod", "nmod:poss") if t.dep != "nmod" or case_of(sentence, t) == "van"
            ]
            if owners:
                return tuple(owners[:1])
            index = predicate(sentence, above.i).i
            continue
        if token.dep not in ("conj", "xcomp", "advcl", "ccomp", "compound:prt") or token.head == index:
            return ()
        index = token.head
    return ()


def case_of(sentence: Sentence, token: Token) -> str:
    """Return the preposition of a phrase, in lower case; empty when it has none. *Onder leiding van* is one."""
    cases = [c for c in sentence.children(token.i, "case") if c.i < token.i]
    if not cases:
        return ""
    return cases[0].lower


def is_nominal(token: Token) -> bool:
    """Tell whether a token can head a noun phrase."""
    return token.pos in _NOMINAL


def is_definite(sentence: Sentence, index: int) -> bool:
    """Tell whether a noun phrase is definite: an article *de, het*, a demonstrative, a possessive."""
    return any(t.lower in _DEFINITE for t in sentence.children(index, "det", "nmod", "amod") if t.i < index)


def is_demonstrative(sentence: Sentence, index: int) -> bool:
    """Tell whether a noun phrase points back: *deze, dit, die, dat, dergelijke*, *bovengenoemde*."""
    return any(t.lower in _POINTING for t in sentence.children(index) if t.i < index)


_POINTING = frozenset({"deze", "dit", "die", "dat", "bovengenoemde", "bovenvermelde", "genoemde", "voornoemde", "bewuste"})
_DEFINITE = _POINTING | {"de", "het", "ons", "onze", "mijn", "zijn", "haar", "hun", "uw", "beide", "alle"}
