"""Cue -> who stands behind the relative *wat* or *hetgeen* of its clause, which takes up the whole clause before.

*…, wat de raad en de bond ontkennen*: the parser may read those who deny as the object. *Wat* is singular, so with a plural verb
they are the subject; where *wat* was read as the object, too. Refused: a question, and *wat* without a comma before it (*vertelt
wat de raad ontkent*).
"""

from __future__ import annotations

from relaas.extract.claims.scene import OF_CLAUSE, SUBJECTS, Scene

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def subject_behind(scene: Scene, verb: int) -> int | None:
    """Return the subject right behind the relative *wat* or *hetgeen* of the clause of a verb, whatever it was read as."""
    if OF_CLAUSE.isdisjoint(scene.vocabulary):
        return None
    below = scene.sentence.children(verb)
    what = next((t for t in below if t.lower in OF_CLAUSE and 0 < t.i < verb and scene.words[t.i - 1] == ","), None)
    if what is None or scene.asks or any(t.lower == "te" for t in below):
        return None
    for t in below:
        beside = t.dep in ("obj", "iobj", *SUBJECTS) and t.pos in _NOMINAL and scene.case_of(t.i) is None
        if beside and what.i < t.i < verb and scene.sentence.subtree(t.i)[0] == what.i + 1:
            return t.i if t.dep in SUBJECTS or what.dep == "obj" or _is_plural(scene, verb) else None
    return None


def _is_plural(scene: Scene, verb: int) -> bool:
    """Tell whether the finite form at the end of a clause is plural, which looks like the infinitive."""
    helpers = scene.sentence.children(verb, "aux")
    return (helpers[0] if helpers else scene.tokens[verb]).lower.endswith("n")
