"""Sentence, a date in it -> whether what it dates has happened or is still to come, as the grammar tells.

The verb that the date hangs on decides: a past or a perfect has happened, *zal* is to come. Refuses to tell for other verbs that
depend on it, for a present, for what was only planned (*zou*, *is voorzien*), and for a date that hangs on a noun.
"""

from __future__ import annotations

from relaas.extract.timewords import words
from relaas.model import Sentence, Token

_FINITE = ("aux", "aux:pass", "cop")


def side_of(sentence: Sentence, first: int, last: int) -> int:
    """Return -1 when the date of these tokens (inclusive) is past, 1 when it is to come, 0 when its verb does not tell."""
    inside = range(first, last + 1)
    heads = [sentence.tokens[i].head for i in inside if sentence.tokens[i].head not in inside]
    verb = next((sentence.tokens[h] for h in heads if sentence.tokens[h].pos in {"VERB", "AUX"}), None)
    return side_of_verb(sentence, verb) if verb is not None else 0


def side_of_verb(sentence: Sentence, verb: Token) -> int:
    """Return -1 when a verb tells of what has happened, 1 of what is to come, 0 when it does not tell."""
    if verb.lower.endswith(tuple(words()["sides"]["planned"])):
        return 0
    helping = [t for label in _FINITE for t in sentence.children(verb.i, label)]
    if any(t.lower in words()["sides"]["coming"] for t in helping):
        return 1
    if any(t.lower in words()["sides"]["unsure"] for t in (verb, *helping)):
        return 0
    if _is_past(verb):
        return -1
    done = "VerbForm=Part" in verb.morph
    return -1 if done and any(_is_past(t) or t.lower in words()["sides"]["perfect"] for t in helping) else 0


def _is_past(token: Token) -> bool:
    return "VerbForm=Fin" in token.morph and "Tense=Past" in token.morph
