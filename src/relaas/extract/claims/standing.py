"""Draft -> whether the clause around its act is put forward as true, left open, or denied.

*Ik weet niet of X vindt dat*, *als X zegt dat*, *het is mogelijk dat X wil*, *ik hoop dat X belooft*: X does nothing. *Het klopt
niet dat X zei* tells what X did not say. Read upwards from the act, clause by clause, by the word that opens a clause and
the word it depends on (data/lexicons/standing.yaml). A relative clause, a reason or a concession stands by itself, whatever is
said above it.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from relaas import assets
from relaas.extract.claims.edges import begins_main_clause
from relaas.extract.claims.lexicon import reporting
from relaas.extract.claims.scene import SUBJECTS, Scene
from relaas.extract.verbforms import weak_forms
from relaas.model import Token

Standing = Literal["true", "open", "denied"]

#: Words that open a clause which nobody puts forward as true.
_OPENING = frozenset({"of", "als", "indien", "tenzij", "mits", "alsof", "zonder", "ingeval", "zover", "zoverre", "dan"})
_WANTED = frozenset({"hope", "call-for", "request", "propose"})
_SAME_CLAUSE = ("conj", "aux", "aux:pass", "cop", "fixed", "appos")
_HELPERS = frozenset({"zijn", "hebben", "bestaan", "worden", "beschikken"})


@cache
def _words(kind: Literal["thought", "denying", "granting", "knowing"]) -> frozenset[str]:
    own = assets.load_yaml("data", "lexicons", "standing.yaml")[kind]
    return frozenset((*own, *(form for word in own for form in weak_forms(word))))


def standing(scene: Scene, verb: int) -> Standing:
    """Return how the clause of an act stands: put forward as true, left open, or denied by what is said above it."""
    denied, i = False, verb
    while True:
        token = scene.tokens[i]
        opened = _opened(scene, i)
        if opened & _OPENING:
            return "open"
        if token.head == i or _is_main(scene, token, opened) or not _depends(scene, token, opened):
            return "denied" if denied else "true"
        i = _joined_to(scene, token) if token.dep == "conj" and "dat" in opened else token.head
        if token.dep in _SAME_CLAUSE:
            continue
        above = _words_above(scene, i) | _noun_before(scene, token)
        if above & _words("thought") or _is_wanted(scene, i, token):
            return "open"
        no = not scene.asks and _negated(scene, i)
        if above & _words("granting" if no else "denying"):
            denied = not denied
        elif no and above & (_words("knowing") | _words("denying")):
            return "open"


def _opened(scene: Scene, i: int) -> set[str]:
    """Return the words that open a clause, before its subject; *of* may be read as joining it to the clause above."""
    subjects = [t.i for t in scene.sentence.children(i, *SUBJECTS)]
    first = min((t for t in subjects if t < i), default=i)
    marks = [t for t in scene.sentence.children(i, "mark", "case", "cc") if t.i < first and t.lower != "te"]
    if first < i:  # *ook als X zegt*, *weet u of X zegt*: the word that opens the clause was hung on its subject
        marks += [t for t in scene.sentence.children(first, "mark", "cc") if t.i < first and t.lower in ("als", "of", "indien")]
    words = {t.lower for t in marks if t.dep == "mark" or t.lower == "zonder"}
    return words or {"of" for t in marks if t.lower == "of" and first < i}


def _joined_to(scene: Scene, token: Token) -> int:
    """Return the clause with *dat* that another is joined to (*dat het kan als het mag, en dat X wil*)."""
    i = token.head
    while scene.tokens[i].head != i and "dat" not in _opened(scene, i):
        i = scene.tokens[i].head
    return i


def _is_main(scene: Scene, token: Token, opened: set[str]) -> bool:
    """Tell whether a clause is a main clause, though hung on one inside another (*, maar ik stel vast dat*, *; de raad zegt*)."""
    if token.dep == "parataxis" and not opened:
        return True
    joins = [t.i for t in scene.sentence.children(token.i, "cc") if t.i < token.i and t.lower != "of"]
    return token.dep == "conj" and bool(joins) and begins_main_clause(scene, joins[0] + 1)


def _depends(scene: Scene, token: Token, opened: set[str]) -> bool:
    """Tell whether what stands above decides for a clause: not for a relative clause, a reason or a concession."""
    if token.dep == "acl:relcl":  # *geen aanwijzingen dat X stelt* may be read as relative
        return any(t.lower == "dat" and t.dep == "mark" for t in scene.sentence.children(token.i))
    return token.dep in _SAME_CLAUSE or not opened or "dat" in opened


def _words_above(scene: Scene, i: int) -> frozenset[str]:
    """Return the word a clause depends on, and beside a mere helper the noun or adjective that goes with it."""
    token = scene.tokens[i]
    below = scene.sentence.children(i)
    own = {t.lower + token.lemma.lower() for t in below if t.dep == "compound:prt"} or {token.lemma.lower(), token.lower}
    own |= {t.lower for t in below if t.dep == "fixed"}
    if token.lemma in _HELPERS:
        own |= {w for t in below if t.dep != "conj" and t.pos in ("NOUN", "ADJ", "ADV") for w in (t.lemma.lower(), t.lower)}
    return frozenset(own)


def _noun_before(scene: Scene, clause: Token) -> frozenset[str]:
    """Return the noun right before the *dat* of a clause: the clause is about it, whatever it was hung on."""
    mark = next((t.i for t in scene.sentence.children(clause.i, "mark") if t.lower == "dat"), 0)
    noun = scene.tokens[mark - 1]
    return frozenset({noun.lemma.lower()}) if mark and noun.pos == "NOUN" else frozenset()


def _is_wanted(scene: Scene, i: int, clause: Token) -> bool:
    """Tell whether a clause with *dat* is what somebody hopes, asks or calls for, so that it is not done."""
    if "dat" not in _opened(scene, clause.i) or scene.sentence.children(i, "xcomp"):
        return False
    lexicon, token = reporting(), scene.tokens[i]
    particles = {t.lower for t in scene.sentence.children(i, "compound:prt")}
    forms = [f for f in lexicon.verbs.get(token.lower, ()) if "dat" in f.entry.frames and not f.entry.words]
    entries = [f.entry for f in forms if f.joined or (f.entry.particle in particles if particles else not f.entry.particle)]
    noun = lexicon.nouns.get(token.lower) if token.pos == "NOUN" else None
    entries += [noun] if noun is not None else []
    return bool(entries) and all(e.act_in("dat") in _WANTED for e in entries)


def _negated(scene: Scene, i: int) -> bool:
    helpers = tuple(t.i for t in scene.sentence.children(i, "aux", "cop", "aux:pass"))
    return scene.negated((i, *helpers)) is not None or scene.negated_object(i) is not None
