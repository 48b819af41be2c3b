"""reporting.yaml -> Lexicon: which words can mark an act of speech or stance, in which forms.

Cues are found by form, never by the lemma of the parser alone, because rare past forms get wrong lemmas. An entry is a verb with
an optional particle and fixed words, a preposition, a noun, or a predicate that judges. Refuses nothing at run time: the
lexicon is linted by its tests.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from relaas import assets
from relaas.model import SourceType, SpeechAct

Kind = Literal["verb", "preposition", "noun", "predicate"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One expression that marks a claim.

    `words` are fixed words beside the head (*te kennen*), each alternative a tuple of forms. `frames` says how the content is
    joined, in order of preference; `to` where the one addressed or meant stands; `via` the prepositions that bring the holder
    where the subject cannot be it (*uit het rapport blijkt*); `acts` another act by frame; `negated` the act of the negated
    expression where it is one of its own; `bare` allows a claim without content. The sense is told by what stands beside:
    `unless` names words that give another (*veroordelen tot*), `only` the nouns its object must be (*ondersteunt het voorstel*,
    not *een bedrijf*), `by` the nouns its subject must be (*het verslag besluit dat*, not *de regering*), `not_by` those that it
    cannot be (*de situatie vraagt dat*). `able`: *kunnen* belongs to the expression (*kan zich vinden in*) and does not make it a
    mere possibility.
    """

    key: str
    kind: Kind
    act: SpeechAct
    head: str
    particle: str | None = None
    words: tuple[tuple[str, ...], ...] = ()
    frames: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    acts: tuple[tuple[str, SpeechAct], ...] = ()
    negated: SpeechAct | None = None
    bare: bool = False
    unless: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    able: bool = False
    by: tuple[str, ...] = ()
    not_by: tuple[str, ...] = ()
    #: who holds it: its subject, a dative, the voice of the part, or only whom a preposition of `via` names (*van X vernomen*)
    owner: Literal["subject", "dative", "voice", "origin"] = "subject"

    @property
    def reference(self) -> str:
        """The entry as evidence names it."""
        return f"reporting#{self.key}"

    def act_in(self, frame: str) -> SpeechAct:
        """Return the act of this expression with content of that frame."""
        return dict(self.acts).get(frame, self.act)


@dataclass(frozen=True, slots=True)
class Form:
    """What a word form can be: a form of the verb of an entry; `joined` when the particle is part of it (*opgeroepen*)."""

    entry: Entry
    joined: bool = False


@dataclass(frozen=True)
class Lexicon:
    """Entries by the forms that can start them."""

    entries: tuple[Entry, ...]
    verbs: dict[str, tuple[Form, ...]]
    prepositions: dict[str, tuple[Entry, ...]]
    nouns: dict[str, Entry]
    predicates: dict[str, tuple[Entry, ...]]
    finite: frozenset[str]
    wrongs: frozenset[str]
    needs: frozenset[str]
    estimates: frozenset[str]
    reports: frozenset[str]
    inquiries: frozenset[str]
    papers: dict[str, str]
    writings: dict[str, SourceType]
    remarks: frozenset[str]
    adverbials: frozenset[str]
    continuations: frozenset[str]
    talks: frozenset[str]

    def speaks(self, form: str) -> bool:
        """Tell whether a word form is a verb of saying or stance by itself, without fixed words or a particle apart."""
        return any(not f.entry.words and (f.joined or not f.entry.particle) for f in self.verbs.get(form, ()))


def _forms(verbs: dict[str, dict[str, list[str]]], row: dict[str, Any]) -> tuple[str, ...]:
    known = verbs[row["verb"]]
    participles = known.get("participle", ())
    inflected = [f"{p}e" for p in participles if p.endswith(("d", "t"))]  # *de door de bond gevraagde uitleg*
    return (row["verb"], *known.get("present", ()), *known.get("past", ()), *participles, *inflected)


def _entry(row: dict[str, Any]) -> Entry:
    kind = cast(Kind, row["kind"])
    head = row.get("verb") or row.get("noun") or row.get("preposition") or row["words"][0]
    return Entry(
        key=row["key"],
        kind=kind,
        act=row["act"],
        head=head,
        particle=row.get("particle"),
        words=tuple(tuple(w.split()) for w in row.get("words", ())),
        frames=tuple(row.get("frames", ())),
        to=tuple(row.get("to", ())),
        via=tuple(row.get("via", ())),
        acts=tuple(row.get("acts", {}).items()),
        negated=row.get("negated"),
        bare=row.get("bare", False),
        unless=tuple(row.get("unless", ())),
        only=tuple(row.get("only", ())),
        able=row.get("able", False),
        by=tuple(row.get("by", ())),
        not_by=tuple(row.get("not_by", ())),
        owner=row.get("owner", "voice" if kind == "predicate" else "subject"),
    )


@cache
def reporting() -> Lexicon:
    """Return the bundled lexicon, read once per process."""
    data = assets.load_yaml("data", "lexicons", "reporting.yaml")
    verbs: dict[str, list[Form]] = defaultdict(list)
    prepositions: dict[str, list[Entry]] = defaultdict(list)
    predicates: dict[str, list[Entry]] = defaultdict(list)
    nouns: dict[str, Entry] = {}
    entries = []
    for row in data["entries"]:
        entry = _entry(row)
        entries.append(entry)
        if entry.kind == "verb":
            for form in dict.fromkeys(_forms(data["verbs"], row)):
                if entry.particle:
                    verbs[entry.particle + form].append(Form(entry, joined=True))
                verbs[form].append(Form(entry))
        elif entry.kind == "preposition":
            prepositions[entry.head].append(entry)
        elif entry.kind == "noun":
            for form in (row["noun"], *row.get("forms", ())):
                nouns[form] = entry
        else:
            for words in entry.words:
                predicates[words[-1]].append(entry)
    finite = frozenset(f for v in data["verbs"].values() for f in (*v.get("present", ()), *v.get("past", ())))
    return Lexicon(
        tuple(entries),
        {k: tuple(v) for k, v in verbs.items()},
        {k: tuple(v) for k, v in prepositions.items()},
        nouns,
        {k: tuple(v) for k, v in predicates.items()},
        finite,
        frozenset(data["wrongs"]),
        frozenset(data["needs"]),
        frozenset(data["estimates"]),
        frozenset(data["reports"]),
        frozenset(data["inquiries"]),
        data["papers"],
        data["writings"],
        frozenset(data["remarks"]),
        frozenset(data["adverbials"]),
        frozenset(data["continuations"]),
        frozenset(data["talks"]),
    )
