"""Options -> scored candidates -> a decision.

Type and dates are hard filters; the form of the name gives the score, coherence with the document moves it, and a surface that
is also a word of every day must earn its link by an exact type. The best candidate is accepted when it reaches the threshold and
leads the next by the margin; otherwise the link is an abstention that lists who was considered.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache

from relaas.link.knowledge import KnowledgeBase, Option
from relaas.link.setting import Setting, belongs_to
from relaas.link.wording import rules
from relaas.model import Candidate, Link

_MOST = Decimal("0.99")
_KEPT = 8
#: Types of bodies that many states have under one name (*Hof van Cassatie*): another state's is meant only where that is named.
_OF_A_STATE = ("ministry", "government", "institution")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What may be linked: the accepted types, the type as found, the hint of a noun, and the state or body it must belong to."""

    types: tuple[str, ...]
    exact: str
    hint: tuple[str, ...] = ()
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Scored:
    """An option that passed the filters, with its score and the features that made it."""

    option: Option
    score: Decimal
    features: tuple[tuple[str, str], ...]


def score(option: Option, wanted: Wanted, setting: Setting) -> Scored | None:
    """Score an option; None where a hard filter rejects it."""
    weights = _weights()
    if option.type not in wanted.types or (wanted.hint and option.type not in wanted.hint):
        return None
    if not _there(option, setting.day):
        return None
    chain = belongs_to(option, setting.knowledge)
    if wanted.of and wanted.of not in (option.key, *chain):
        return None
    features = [("form", option.form), ("type", option.type)]
    total = weights[option.form]
    coherence = _coherence(option, chain, setting)
    if coherence:
        features.append(("coherence", coherence))
    if coherence == "foreign":
        total += weights["foreign-body" if option.type in _OF_A_STATE and option.form != "abbreviation" else "foreign"]
    if wanted.of:
        features.append(("within", wanted.of))
        total += weights["within"]
    if option.kind == "person" and option.form != "title-and-surname" and coherence not in ("home", "named"):
        features.append(("support", "prominent" if option.prominent else "none"))
        total += Decimal(0) if option.prominent else weights["unsupported-person"]
    if option.sitelinks is not None:
        features.append(("sitelinks", str(option.sitelinks)))
        total += weights["unknown"] * _obscurity(option.sitelinks)
    if option.caution in ("common-word", "abbreviation", "namesake"):
        earned = _earned(option, wanted, coherence)
        features.append(("caution", f"{option.caution}, {'outweighed' if earned else 'not outweighed'}"))
        total += Decimal(0) if earned else weights["caution"]
    return Scored(option, min(total, _MOST), tuple(features))


@cache
def _weights() -> dict[str, Decimal]:
    return {name: Decimal(weight) for name, weight in rules()["weights"].items()}


def decide(target: str, scored: Iterable[Scored], knowledge: KnowledgeBase, *, nothing: str) -> Link:
    """Return the decision over the candidates of one target; `nothing` is the reason where there are none."""
    limits = rules()
    best: dict[str, Scored] = {}
    for each in scored:
        if each.option.key not in best or best[each.option.key].score < each.score:
            best[each.option.key] = each
    ranked = sorted(_towns_first(best.values()), key=lambda s: (-s.score, s.option.key))
    listed = tuple(Candidate(s.option.qid, s.option.label, s.score, s.features) for s in ranked if s.option.qid)[:_KEPT]
    if not ranked:
        return Link(target, None, Decimal(0), nothing, knowledge.name, knowledge.snapshot)
    first = ranked[0]
    lead = first.score - ranked[1].score if len(ranked) > 1 else first.score
    accepted = False
    if first.score < Decimal(limits["threshold"]):
        reason = f"the best candidate scores below {limits['threshold']}"
    elif lead < Decimal(limits["margin"]):
        reason = "several items fit equally well"
    elif first.option.qid is None:
        reason = "no source gives an item for it"
    else:
        accepted, reason = True, f"{dict(first.features)['form']} of the right type, leading by {lead}"
    qid = first.option.qid if accepted else None
    base, snapshot = (first.option.base, first.option.snapshot) if accepted and first.option.base else _of(knowledge)
    return Link(target, qid, first.score, reason, base, snapshot, listed)


def _of(knowledge: KnowledgeBase) -> tuple[str, str]:
    return knowledge.name, knowledge.snapshot


def _coherence(option: Option, chain: tuple[str, ...], setting: Setting) -> str:
    around = (option.key, *chain)
    if any(key in setting.home for key in around):
        return "home"
    if any(key in setting.named for key in around):
        return "named"
    above = (setting.knowledge.keyed(key) for key in chain)
    elsewhere = setting.home and option.kind != "person" and any(a is not None and a.type == "state" for a in above)
    return "foreign" if elsewhere else ""


def _earned(option: Option, wanted: Wanted, coherence: str) -> bool:
    """Tell whether a doubtful surface may be linked: as exactly this type, and a word of every day only near its own state."""
    if option.caution == "namesake":
        return bool(wanted.hint)
    if option.caution == "abbreviation":
        return option.type == wanted.exact and coherence != "foreign"
    return (option.kind == "place" or option.type == wanted.exact) and coherence in ("home", "named")


def _obscurity(sitelinks: int) -> Decimal:
    """Return 0 for what the whole world knows (a hundred Wikipedias), 1 for what none has a page on, on a logarithmic scale."""
    return max(Decimal(0), 1 - Decimal(sitelinks + 1).log10() / 2).quantize(Decimal("0.01"))


def _there(option: Option, day: date | None) -> bool:
    """Tell whether it can be meant on the day: a person about public life, a body not before it was founded."""
    if day is None:
        return True
    if option.kind != "person":
        return not (option.start and int(option.start[:4]) > day.year)
    limits = rules()
    begins = int(option.start[:4]) - limits["years_before"] if option.start else day.year
    ends = int(option.end[:4]) + limits["years_after"] if option.end else day.year
    return begins <= day.year <= ends


def _towns_first(scored: Iterable[Scored]) -> list[Scored]:
    """Put a municipality behind the town it is named after, which lies in it: *in Gouda* is the town."""
    kept = list(scored)
    towns = {(s.option.label, s.option.of) for s in kept if s.option.type == "city"}
    weight = _weights()["town-before-municipality"]
    return [replace(s, score=s.score + weight) if _shadowed(s.option, towns) else s for s in kept]


def _shadowed(option: Option, towns: set[tuple[str, str | None]]) -> bool:
    return option.type == "municipality" and (option.label, option.of) in towns
