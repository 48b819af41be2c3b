"""Verb -> whether it carries, decides or brings about what another word names.

*Overgaan tot een schorsing*, *besluiten (om) dat te betalen*, *uitnodigen voor een top*: the verbs are data, known by lemma,
by their particle wherever it stands, and by their written forms where the lemma is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from relaas import assets
from relaas.extract.clauses import case_of
from relaas.extract.verbforms import weak_forms
from relaas.model import Sentence, Token


@cache
def company() -> Mapping[str, Any]:
    """Return the lexicon of those who take part."""
    found: Mapping[str, Any] = assets.load_yaml("data", "lexicons", "participants.yaml")
    return found


def is_carried(sentence: Sentence, verb: Token, noun: Token) -> bool:
    """Tell whether a verb with a preposition performs a noun: *overgaan tot een schorsing*, *beginnen met een proef*."""
    preposition = case_of(sentence, noun)
    return is_one_of(sentence, verb, (row["verb"] for row in company()["carried"] if row["with"] == preposition))


def decision(sentence: Sentence, verb: Token) -> Token | None:
    """Return the verb by which somebody decides to do what an infinitive says: *besloot op 3 mei (om) dat te betalen*.

    Beside another infinitive or an object, *om* gives a purpose.
    """
    above, marks = sentence.tokens[verb.head], {t.lower for t in sentence.children(verb.i, "mark", "case")}
    decided = (row["verb"] for row in company()["carried"] if row["with"] == "tot")
    if "te" not in marks or above.i == verb.i or not is_one_of(sentence, above, decided):
        return None
    others = [c for c in sentence.children(above.i, "xcomp", "ccomp", "obj") if c.i != verb.i]
    content = verb.dep in ("xcomp", "ccomp") or (verb.dep == "advcl" and "om" in marks)
    return above if content and not ("om" in marks and others) else None


def is_one_of(sentence: Sentence, verb: Token, verbs: Iterable[str]) -> bool:
    """Tell whether a verb, with its particle wherever that stands, is one of these (*uit+nodigen*, *ontbieden|ontboden*)."""
    particles = [p.lower for p in sentence.children(verb.i, "compound:prt")]
    forms = {verb.lemma, verb.lower, *(f"{p}+{verb.lemma}" for p in particles)}
    return any(forms & _written(entry) for entry in verbs)


@cache
def _written(entry: str) -> frozenset[str]:
    """Return the forms of a verb, so that it is known where the lemma is wrong: *in+stemmen*, instemmen, ingestemd."""
    infinitive, *more = entry.split("|")
    particle, _, base = infinitive.rpartition("+")
    return frozenset((infinitive, particle + base, *more, *(particle + form for form in weak_forms(base))))
