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
RELATIVES = frozenset({"die", "dat", "welke"})
#: Conjunctions that open a clause: nothing of it stands before them.
_OPENING = frozenset(
    {"dat", "om", "omdat", "doordat", "zodat", "opdat", "hoewel", "terwijl", "nadat", "voordat", "wanneer", "toen"}
)


def predicate(sentence: Sentence, index: int) -> Token:
    """Return the nearest verb, or word with a subject, above a token; the root when there is none."""
    for token in sentence.ancestors(index):
        helper = token.dep in ("aux", "aux:pass") and token.head != token.i  # the parser may hang an object on *heeft*
        if not helper and (token.pos in ("VERB", "AUX") or sentence.children(token.i, "nsubj", "cop")):
            return token
    return sentence.root


def own_words(sentence: Sentence, index: int) -> frozenset[int]:
    """Return a token and what hangs below it, without subordinate and coordinated clauses.

    What the parser hung below a clause but stands before its conjunction belongs to the clause above (*er was overleg tussen
    X en Y om dat te bezien*).
    """
    found, todo = {index}, [index]
    while todo:
        top = todo.pop()
        opened = opening(sentence, top)
        for child in sentence.children(top):
            predicative = child.pos in ("VERB", "AUX") or sentence.children(child.i, "nsubj", "cop")
            clause = child.dep in _CLAUSES or (child.dep == "conj" and predicative)
            before = [c for c in sentence.children(child.i) if c.i < opening(sentence, child.i)] if clause else [child]
            new = {c.i for c in before if c.i >= opened} - found
            found |= new
            todo += sorted(new)
    return frozenset(found)


def opening(sentence: Sentence, index: int) -> int:
    """Return where the clause of a verb opens, the index of its conjunction; 0 when it has none."""
    return min((m.i for m in sentence.children(index, "mark") if m.lower in _OPENING), default=0)


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
    functions = ("nsubj", "obj", "mark") if clause.dep == "acl:relcl" else ("nsubj", "obj")
    pronouns = [t for t in sentence.children(clause.i, *functions) if t.lower in RELATIVES]
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
            above = [c for c in lost if not _agrees(sentence, depth.i, c) or _happened_at(depth, c)]
            found += [c for c in above if _agrees(sentence, index, c)]
    found += [c for c in sentence.tokens if c not in found and _follows(sentence, index, c) and _agrees(sentence, index, c)]
    return tuple(found)


def _happened_at(name: Token, clause: Token) -> bool:
    """Tell whether a clause says that something took place, which no name does (*de missie naar Malta die in mei plaatsvond*)."""
    return name.pos == "PROPN" and clause.lemma in ("plaatsvinden", "plaatshebben", "plaatsgrijpen")


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
    if any(p.lower == "ter" for p in (*particles, *sentence.children(token.i, "obl"))):
        return False  # what is brought *ter sprake, ter kennis, ter tafel* is only spoken of
    joined = particles[0].lower + lemma if len(particles) == 1 else lemma
    return bool({lemma, token.lemma, joined} & verbs)


def subjects(sentence: Sentence, index: int) -> tuple[Token, ...]:
    """Return the subjects of a predicate: its own, else those of the predicate it is coordinated with or depends on.

    Below a verb of object control it is the object (*zij beschuldigden hem ervan dat te hebben gedaan*). Of two subjects the
    one counts that agrees with the verb.
    """
    for _ in range(3):
        spots = (index, *(t.i for t in sentence.children(index, "aux", "cop")))  # the parser may hang a subject on heeft
        opened = opening(sentence, index)
        own = tuple(s for i in spots for s in sentence.children(i, "nsubj") if s.i >= opened)
        if own:
            return _agreeing(sentence, index, own)
        token = sentence.tokens[index]
        above = sentence.tokens[token.head]
        if token.dep in ("xcomp", "ccomp", "advcl", "acl") and above.lemma in lexicon()["object_control"]:
            objects = sentence.children(above.i, "obj", "iobj")
            if objects:
                return objects[:1]
        if token.dep == "acl" and _is_perfect(sentence, token, above):
            index = above.head
            continue
        if token.dep == "acl" and sentence.children(index, "mark"):  # *het plan van X om dat te doen*
            owners = [
                t for t in sentence.children(above.i, "nmod", "nmod:poss") if t.dep != "nmod" or case_of(sentence, t) == "van"
            ]
            if owners:
                return tuple(owners[:1])
            index = predicate(sentence, above.i).i
            continue
        finite = any(m.lower in _OPENING and m.lower != "om" for m in sentence.children(index, "mark"))
        if finite or token.dep not in ("conj", "xcomp", "advcl", "ccomp", "compound:prt") or token.head == index:
            return ()  # *dat dit gebeurde* has no subject of the clause above
        index = token.head
    return ()


def _is_perfect(sentence: Sentence, participle: Token, noun: Token) -> bool:
    """Tell whether the parser took *heeft een plan opgesteld* for having a plan: a participle at an object of *hebben*."""
    verb = sentence.tokens[noun.head]
    by = any(case_of(sentence, t) == "door" for t in sentence.children(participle.i, "obl"))
    behind = participle.i > noun.i or bool(sentence.children(participle.i, "obj"))  # not *heeft een opgesteld plan*
    return behind and "VerbForm=Part" in participle.morph and noun.dep == "obj" and verb.lemma == "hebben" and not by


def helpers(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Return the auxiliaries of a verb; a coordinated participle shares those of the first (*zou zijn gezien en gestraft*)."""
    own = sentence.children(verb.i, "aux")
    shared = verb.dep == "conj" and "VerbForm=Part" in verb.morph
    return own or (sentence.children(verb.head, "aux") if shared else ())


def _agreeing(sentence: Sentence, index: int, own: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the subjects whose number is that of the finite verb; all where there is one, or none agrees."""
    finite = [t for t in (sentence.tokens[index], *sentence.children(index, "aux", "cop")) if "VerbForm=Fin" in t.morph]
    numbers = {n for n in map(_number, finite) if n}
    if len(own) < 2 or len(numbers) != 1:
        return own
    many = {s.i: "Number=Plur" if sentence.children(s.i, "conj") else _number(s) for s in own}
    return tuple(s for s in own if many[s.i] is None or many[s.i] in numbers) or own


def case_of(sentence: Sentence, token: Token) -> str:
    """Return the preposition of a phrase, in lower case; empty when it has none. *Onder leiding van* is one."""
    cases = [c for c in sentence.children(token.i, "case") if c.i < token.i]
    if not cases:
        return ""
    return cases[0].lower


def is_nominal(token: Token) -> bool:
    """Tell whether a token can head a noun phrase."""
    return token.pos in _NOMINAL


def is_bare(sentence: Sentence, token: Token) -> bool:
    """Tell whether a noun without an article or preposition is read as a part of its verb: *verleende medewerking*."""
    return token.dep == "compound:prt" and token.pos == "NOUN" and not sentence.children(token.i, "case", "det")


def is_definite(sentence: Sentence, index: int) -> bool:
    """Tell whether a noun phrase is definite: an article *de, het*, a demonstrative, a possessive."""
    return any(t.lower in _DEFINITE for t in sentence.children(index, "det", "nmod", "amod") if t.i < index)


def is_demonstrative(sentence: Sentence, index: int) -> bool:
    """Tell whether a noun phrase points back: *deze, dit, die, dat, dergelijke*, *bovengenoemde*."""
    return any(t.lower in _POINTING for t in sentence.children(index) if t.i < index)


_POINTING = frozenset({"deze", "dit", "die", "dat", "bovengenoemde", "bovenvermelde", "genoemde", "voornoemde", "bewuste"})
_DEFINITE = _POINTING | {"de", "het", "ons", "onze", "mijn", "zijn", "haar", "hun", "uw", "beide", "alle"}
