"""Token -> clause: which words of a sentence belong to the clause of a word.

Events take date, place and participants from their clause. Heads are trusted more than labels: a clause is a predicate with
what hangs below it, without the clauses that hang below it again.
"""

from __future__ import annotations

from relaas.extract.eventwords import lexicon
from relaas.model import Sentence, Token

_CLAUSES = frozenset({"ccomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj"})
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "X", "SYM")


def predicate(sentence: Sentence, index: int) -> Token:
    """Return the nearest verb, or word with a subject, above a token; the root when there is none."""
    for token in sentence.ancestors(index):
        if token.pos in ("VERB", "AUX") or sentence.children(token.i, "nsubj", "cop"):
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


def phrase_words(sentence: Sentence, index: int) -> frozenset[int]:
    """Return the words of the noun phrase a token heads, with relative clauses that perform it (*die plaatsvond op*)."""
    found = set(own_words(sentence, index))
    for child in sentence.children(index, "acl", "advcl", "parataxis"):
        if is_light(child):
            found |= own_words(sentence, child.i)
    return frozenset(found)


def is_light(token: Token) -> bool:
    """Tell whether a verb only performs or places what its subject or object names (houden, plaatsvinden, ondertekenen)."""
    return token.lemma in lexicon()["light"] or token.dep in ("cop",)


def subjects(sentence: Sentence, index: int) -> tuple[Token, ...]:
    """Return the subjects of a predicate: its own, else those of the predicate it is coordinated with or depends on."""
    for _ in range(3):
        own = sentence.children(index, "nsubj")
        if own:
            return own
        token = sentence.tokens[index]
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
