"""Cue -> the words of what is said.

A content is a clause (*dat*, *of*, a question word, *te*), a noun phrase, a phrase after a preposition, quoted words, or a
main clause beside the cue: the first of the frames of the entry that fits. It never starts with *dat*, *of* or *om*, never ends
in punctuation, and has no quotation mark at its edge.
"""

from __future__ import annotations

from collections.abc import Callable

from relaas.extract.claims.clauses import bare_infinitive, finite_clause, infinitive, infinitive_by_words
from relaas.extract.claims.drafts import Content, Cue
from relaas.extract.claims.edges import made
from relaas.extract.claims.objects import judged, object_phrase, prepositional
from relaas.extract.claims.reach import whole
from relaas.extract.claims.scene import Scene
from relaas.extract.claims.speech import as_said, beside, said_before


def content(scene: Scene, cue: Cue) -> Content | None:
    """Return what the cue joins as content, by the first of its frames that fits; None when none does."""
    for frame in cue.entry.frames:
        found = _in_frame(scene, cue, frame)
        if found is not None:
            return whole(scene, cue, found)
    return as_said(scene, cue)


def clausal(scene: Scene, cue: Cue) -> Content | None:
    """Return the clause that a verb of judging takes when it stands without a predicate (*ik vind dat*)."""
    if "dat" not in cue.entry.frames:
        return None
    return finite_clause(scene, cue, "dat") or said_before(scene, cue)


def _in_frame(scene: Scene, cue: Cue, frame: str) -> Content | None:
    if frame in ("dat", "of"):
        return finite_clause(scene, cue, frame)
    find = _FRAMES.get(frame)
    return prepositional(scene, cue, frame) if find is None else find(scene, cue)


def _with_te(scene: Scene, cue: Cue) -> Content | None:
    return infinitive(scene, cue) or infinitive_by_words(scene, cue)


def _under_predicate(scene: Scene, cue: Cue) -> Content | None:
    return finite_clause(scene, cue, "dat") or infinitive(scene, cue) or object_phrase(scene, cue) or _in_front(scene, cue)


def _in_front(scene: Scene, cue: Cue) -> Content | None:
    """Return the clause that opens the sentence, whose *dat* was hung on the verb behind it (*Dat het regent | vind ik fijn*)."""
    first = scene.tokens[0]
    opens = first.lower == "dat" and first.dep == "mark" and first.head == cue.verb > 2
    verbal = opens and any(t.pos in ("VERB", "AUX") for t in scene.tokens[1 : cue.verb])
    return made(scene, (1, cue.verb - 1), "dat", cue.verb, "the clause was taken by its place") if verbal else None


def _fixed_words(scene: Scene, cue: Cue) -> Content | None:
    """Return the fixed words of the cue, where they name what is asked (*roept de hulp in*)."""
    inside = [i for i in cue.tokens if i != cue.verb and scene.tokens[i].lower != cue.entry.particle]
    return made(scene, (inside[0], inside[-1]), "words", inside[-1]) if inside else None


_FRAMES: dict[str, Callable[[Scene, Cue], Content | None]] = {
    "te": _with_te,
    "inf": bare_infinitive,
    "pred": _under_predicate,
    "np": object_phrase,
    "subject": judged,
    "quote": beside,
    "words": _fixed_words,
}
