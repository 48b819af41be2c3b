"""Label of an actor, place or office -> the name in it, and what the words around the name say.

*de provincie Utrecht* is the name *Utrecht* with the hint that a province is meant; *de Wereld Meteorologische Organisatie
(WMO)* is two names; *de Armeense eerste minister* is the title *eerste minister* in Armenia. An adjective never names the whole
phrase: *het Azerbeidzjaanse leger* gives no name at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from relaas import assets
from relaas.link.knowledge import KnowledgeBase

_PARENTHESIS = re.compile(r"\s*\(([^()]*)\)\s*")
_TRAILING = " ,;:.«»\"'“”‘’"


@dataclass(frozen=True, slots=True)
class Name:
    """A name as looked up, with the types that a noun before it allows (empty: no hint)."""

    text: str
    hint: tuple[str, ...] = ()


def rules() -> dict[str, Any]:
    """Return what `data/gazetteer/linking.yaml` says."""
    loaded: dict[str, Any] = assets.load_yaml("data", "gazetteer", "linking.yaml")
    return loaded


@lru_cache(maxsize=10_000)
def names(label: str) -> tuple[Name, ...]:
    """Return the names a label holds, the fullest first; with its article too, for names that begin with one (*De Lijn*).

    >>> [n.text for n in names("de Wereldhandelsorganisatie (WTO)")]
    ['de Wereldhandelsorganisatie', 'Wereldhandelsorganisatie', 'WTO']
    >>> names("de provincie Utrecht")
    (Name(text='Utrecht', hint=('province',)),)
    """
    inside = [m.strip(_TRAILING) for m in _PARENTHESIS.findall(label)]
    outside = _PARENTHESIS.sub(" ", label).strip(_TRAILING)
    found: list[Name] = []
    for text in (outside, *inside):
        bare = without_lead(text)
        first, _, rest = bare.partition(" ")
        hint = rules()["territories"].get(first.lower())
        if hint and rest[:1].isupper():
            found.append(Name(rest, tuple(hint)))
        elif any(c.isupper() for c in bare):
            found.extend(Name(t) for t in (text, bare) if Name(t) not in found)
    return tuple(found)


def without_lead(text: str) -> str:
    """Return the text without article and form of address before the name.

    >>> without_lead("de heer Kris Peeters"), without_lead("het Vlaams Parlement")
    ('Kris Peeters', 'Vlaams Parlement')
    """
    match = _leads().match(text)
    return text[match.end() :].rstrip() if match else text


@cache
def _leads() -> re.Pattern[str]:
    """Return what matches articles and forms of address before a name, the longest of them first."""
    words = rules()
    leads = sorted((*words["address"], *words["articles"]), key=len, reverse=True)
    return re.compile(rf"(?:(?:{'|'.join(map(re.escape, leads))})\s+)+", re.IGNORECASE)


def within_state(label: str, knowledge: KnowledgeBase) -> tuple[str, str] | None:
    """Return the title in a label and the key of the state or body it belongs to; None when the label names none.

    The state stands as an adjective before the title or as a name behind *van*: *de Franse president*, *de president van
    Frankrijk*. A label with more words than these names nothing (*de Franse president en zijn Duitse ambtgenoot*).
    """
    text = without_lead(_PARENTHESIS.sub(" ", label).strip(_TRAILING))
    if of := state_before(text, knowledge):
        return text.partition(" ")[2], of
    for match in re.finditer(r" van (?:de |het )?", text):
        if of := _state(text[match.end() :], knowledge, forms=("label", "alias", "abbreviation")):
            return text[: match.start()], of
    return None


def state_itself(label: str, knowledge: KnowledgeBase) -> str | None:
    """Return the key of the state that *de Franse staat* means; None when the noun is another one."""
    noun = without_lead(label.strip(_TRAILING)).partition(" ")[2]
    return state_before(label, knowledge) if noun.lower() in rules()["state_nouns"] else None


def state_before(label: str, knowledge: KnowledgeBase) -> str | None:
    """Return the key of the state whose adjective stands before the noun: Turkije for *de Turkse autoriteiten*."""
    first, _, rest = without_lead(label.strip(_TRAILING)).partition(" ")
    return _state(first, knowledge, forms=("adjective",)) if rest else None


def _state(word: str, knowledge: KnowledgeBase, *, forms: tuple[str, ...]) -> str | None:
    found = {o.key for o in knowledge.named(word) if o.form in forms and o.kind in ("geopolitical", "actor")}
    return next(iter(found)) if len(found) == 1 else None
