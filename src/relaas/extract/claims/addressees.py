"""Cue -> to whom it is said, or who is accused, called upon, supported or opposed."""

from __future__ import annotations

from relaas.extract.claims.drafts import Content, Cue
from relaas.extract.claims.holders import owner
from relaas.extract.claims.lexicon import reporting
from relaas.extract.claims.scene import Scene


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
            found = tuple(x for a in cue.anchors for t in scene.obliques(a, (place,)) for x in scene.who(t.i))
        found = tuple(dict.fromkeys(x for x in found if x not in ids))
        if found:
            return found
    spoken = cue.entry.kind == "verb" and cue.entry.to
    return tuple(dict.fromkeys(x for x in _talking_to(scene, cue) if x not in ids)) if spoken else ()


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
    return tuple(x for talk in talks for t in scene.obliques(talk.i, ("met", "aan")) for x in scene.who(t.i))
