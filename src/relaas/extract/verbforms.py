"""Infinitive -> the forms of a weak verb: what a lemmatizer may miss of a verb it has not seen.

    betogen -> betoogt, betoogde, betoogden, betoogd      klagen -> klaagt, klaagde, klaagden, geklaagd

The strong forms are data (`pasts` of events.yaml and the forms of each entry). Made forms that no Dutch text has do no harm.
"""

from __future__ import annotations

from functools import cache

_VOWELS = "aeiou"
_VOICELESS = ("t", "k", "f", "s", "ch", "p", "x")
_PREFIXES = ("be", "ge", "her", "ont", "ver", "er")


def stem(infinitive: str) -> str:
    """Return the stem, spelt as it stands alone.

    >>> stem("betogen"), stem("schaffen"), stem("verdrijven"), stem("demonstreren"), stem("subsidiëren")
    ('betoog', 'schaf', 'verdrijf', 'demonstreer', 'subsidieer')
    """
    body = infinitive.removesuffix("n") if infinitive.endswith("aan") else infinitive.removesuffix("en")
    if body.endswith("ër"):
        return body[:-2] + "eer"
    if len(body) > 2 and body[-1] == body[-2] and body[-1] not in _VOWELS:
        body = body[:-1]
    elif len(body) > 2 and body[-1] not in _VOWELS and body[-2] in "aeou" and body[-3] not in _VOWELS:
        body = body[:-1] + body[-2] + body[-1]
    return body[:-1] + {"v": "f", "z": "s"}.get(body[-1], body[-1])


@cache
def weak_forms(infinitive: str) -> tuple[str, ...]:
    """Return third person, past singular and plural, and participle of a weak verb; in *-eren* also without a long vowel.

    >>> weak_forms("mishandelen")[1:]
    ('mishandelde', 'mishandelden', 'mishandeld')
    >>> weak_forms("staken")
    ('staakt', 'staakte', 'staakten', 'gestaakt')
    >>> weak_forms("weigeren")[-4:]
    ('weigert', 'weigerde', 'weigerden', 'geweigerd')
    >>> weak_forms("onteigenen")[1:]
    ('onteigende', 'onteigenden', 'onteigend')
    """
    if not infinitive.endswith("en"):
        return ()
    base = stem(infinitive)
    core = next((infinitive.removeprefix(p) for p in (*_PREFIXES, "mis") if infinitive.startswith(p)), infinitive)
    cluster = core.endswith(("elen", "emen")) and len(core) > 6 and not set(core[-6:-4]) & set(_VOWELS)
    if cluster or core.endswith(("kenen", "genen", "penen", "denen", "fenen", "chenen")):
        base = infinitive.removesuffix("en")  # an unstressed syllable keeps its single vowel (handelen, tekenen)
    if infinitive.endswith("ueren"):
        base = infinitive.removesuffix("ren") + "er"  # evacueren, evacueert
    sounded = infinitive.removesuffix("en")
    dental = "t" if sounded.endswith(_VOICELESS) else "d"
    prefix = "" if infinitive.startswith((*_PREFIXES, "mis")) else "ge"
    ending = "" if base.endswith(dental) else dental
    third = base if base.endswith("t") else base + "t"
    forms = (third, f"{base}{dental}e", f"{base}{dental}en", f"{prefix}{base}{ending}")
    if not infinitive.endswith("eren"):
        return forms
    # *weigeren, weigert* is spelt as *isoleren, isoleert* is: only the stress tells them apart
    return (*forms, f"{sounded}t", f"{sounded}de", f"{sounded}den", f"{prefix}{sounded}d")
