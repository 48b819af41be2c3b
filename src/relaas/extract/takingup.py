"""Phrase -> the noun by which later words can take it up: *het Bureau voor Molens*, then *het bureau*.

The noun is read from the name itself, or for an abbreviation from the name that the gazetteer gives. A compound takes up only who
is called so: *de Waterraad* is not any council. Refuses a noun with a capital that begins another name, and names of which
nothing says that they are bodies.
"""

from __future__ import annotations

from functools import cache

from relaas import gazetteer
from relaas.extract.named import Phrase
from relaas.extract.names import fold, words
from relaas.extract.nouns import lookup
from relaas.extract.register import Node, plain


def opens_name(phrase: Phrase) -> bool:
    """Tell whether a noun with a capital begins a name that goes on: *het Fonds Molens*."""
    tokens = phrase.sentence.tokens
    following = tokens[phrase.last + 1] if phrase.last + 1 < len(tokens) else None
    return (
        tokens[phrase.head].text[0].isupper()
        and following is not None
        and following.pos == "PROPN"
        and following.text[0].isupper()
    )


def fits(phrase: Phrase, node: Node) -> bool:
    """Tell whether a noun can take up this actor: a compound only one that is called so (*de Waterraad*, not any *raad*)."""
    form = fold(phrase.sentence.tokens[phrase.head].lower)
    if node.actor_type == "government" and phrase.noun is not None and phrase.noun.actor_type == "government":
        return True  # *de overgangsregering* is the government that was named
    if phrase.noun is None or phrase.sort != "body" or form in {phrase.noun.word, phrase.noun.singular}:
        return True
    called = {plain(m.text) for m in node.mentions} | {plain(node.label)}
    return any(plain(form) in name.split() for name in called)


def noun_of(phrase: Phrase) -> str:
    """Return the noun by which a later phrase can take this one up: of a body its singular, of a group the form, else nothing."""
    if phrase.sort == "group":
        return fold(phrase.sentence.tokens[phrase.head].lower)
    if phrase.sort == "body" and phrase.noun:
        return phrase.noun.word
    if phrase.sort == "name":
        return head_of(phrase.wording, closed=phrase.cue is not None)
    entry = gazetteer.bundled().entries.get(phrase.keys[0]) if phrase.sort == "known" and len(phrase.keys) == 1 else None
    if entry is None or (entry.kind != "actor" and entry.type != "union"):
        return ""
    return head_of(entry.label) or head_of(phrase.wording)


@cache
def head_of(name: str, *, closed: bool = True) -> str:
    """Return the noun that says what a body of several words is: the last before the first preposition, else the first.

    `closed`: the name is known to be that of a body, so that its last word may tell.

    >>> head_of("Federaal Agentschap voor Nucleaire Controle"), head_of("Inspectie Leefomgeving"), head_of("Zeewind")
    ('agentschap', 'inspectie', '')
    """
    parts = name.split()
    if len(parts) < 2:
        return ""
    inner = next((n for n, part in enumerate(parts) if n and part in words("names", "inner-words")), len(parts))
    for part in (parts[inner - 1], parts[0]) if closed else parts[:1]:
        noun = lookup(part, name=True)
        if noun is not None and noun.sort == "body" and not noun.plural:
            return noun.word
    return ""


def trade_name(name: str) -> str:
    """Return a plain name without the legal form at its end.

    >>> trade_name("Zeewind BV"), trade_name("Zeewind")
    ('zeewind', 'zeewind')
    """
    parts = name.split()
    while len(parts) > 1 and parts[-1].rstrip(".") in words("names", "legal-forms"):
        parts.pop()
    return plain(" ".join(parts))
