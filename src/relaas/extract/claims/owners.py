"""Noun of speaking -> whose act it is: *het verzoek van X*, *uw oproep*, *navraag bij X*.

The phrase behind it, a possessive or a name before it. Refuses infinitives that look like its plural, whose *van* brings the
object (*het oproepen van de landen*).
"""

from __future__ import annotations

from relaas.extract.claims.lexicon import reporting
from relaas.extract.claims.scene import Scene
from relaas.extract.phrases import POSSESSIVES


def owner(scene: Scene, noun: int) -> tuple[tuple[str, ...], int | None]:
    """Return who owns a nominal cue: *van X*, *door X*, a possessive, a name before it; of an inquiry those it was made of."""
    if _is_act(scene, noun):
        return (), None
    ways = ("bij", "onder") if scene.tokens[noun].lemma.lower() in reporting().inquiries else ("van", "door")
    for t in scene.sentence.children(noun):
        if t.dep.startswith(("nmod", "obl")) and t.i > noun and scene.case_of(t.i) in ways:
            found = scene.who(t.i)
            if found:
                return found, t.i
    for t in scene.sentence.children(noun, "nmod:poss", "det", "nmod"):
        if t.i < noun and (t.lower in POSSESSIVES or t.pos == "PROPN" or t.lower == "wier"):
            found = scene.who(t.i)
            if found:
                return found, t.i
    return (), None


def _is_act(scene: Scene, noun: int) -> bool:
    """Tell whether what looks like a plural is an infinitive, whose *van* brings the object (*het oproepen van de landen*)."""
    token = scene.tokens[noun]
    entry = reporting().nouns.get(token.lower)
    plural = (
        entry is not None and token.lower.endswith("en") and token.lower != entry.head and token.lower.startswith(entry.head[:4])
    )
    return plural and any(t.lower in ("het", "dit", "dat") for t in scene.sentence.children(noun, "det"))
