"""Constructions that ask, blame or commit: *roept Y op om ... te*, *beschuldigt Y ervan ... te*, *belooft ... te*.

The te clauses are the treebank's; the one who is asked or blamed stands where Dutch puts them in main and subordinate order.
"""

from __future__ import annotations

from relaas.language.training.builder import Builder, Cue
from relaas.language.training.drawing import Drawing


def asks(d: Drawing, b: Builder) -> None:
    """Build *X roept Y op (om) ... te ...* and *Gisteren riep X Y op ...*."""
    _main(d, b, d.cue("asks"), om=0.4)


def asks_subordinate(d: Drawing, b: Builder) -> None:
    """Build *..., omdat X Y oproept (om) ... te ...*."""
    _subordinate(d, b, d.cue("asks"), om=0.4)


def blames(d: Drawing, b: Builder) -> None:
    """Build *X beschuldigt Y ervan ... te ...*."""
    _main(d, b, d.cue("blames"), case="ervan")


def blames_subordinate(d: Drawing, b: Builder) -> None:
    """Build *..., omdat X Y ervan beschuldigt ... te ...*."""
    _subordinate(d, b, d.cue("blames"), case="ervan")


def acts(d: Drawing, b: Builder) -> None:
    """Build *X belooft ... te ...* and *X heeft beloofd ... te ...*."""
    cue, holder = d.cue("acts"), d.holder()
    subject = b.place(holder, "nsubj")
    if d.chance(0.5):
        verb = b.verb(cue, plural=holder.plural, past=d.chance(0.5))
        places = [subject, d.time(b), b.particle(cue)]
    else:
        places = [subject, b.word("hebben" if holder.plural else "heeft", "aux"), d.time(b)]
        verb = b.participle(cue)
    b.hang(places, verb)
    b.place(d.clause("te"), "xcomp", verb)
    b.stop(verb)


def by_asking(d: Drawing, b: Builder) -> None:
    """Build *... door Y op te roepen ... te ...* after a main clause."""
    host = b.place(d.main(), "ROOT")
    cue = d.cue("asks")
    places = [b.word("door", "mark"), b.place(d.person(), cue.person)]
    verb = b.infinitive(cue, te=True)
    b.hang(places, verb)
    b.attach(verb, host, "advcl")
    b.place(d.clause("te"), "xcomp", verb)
    b.stop(host)


def _main(d: Drawing, b: Builder, cue: Cue, *, om: float = 0.0, case: str = "") -> None:
    holder = d.holder()
    past = d.chance(0.5)
    if d.chance(0.25):
        places = [d.time(b, share=1.0)]
        verb = b.verb(cue, plural=holder.plural, past=past)
        places.append(b.place(holder, "nsubj"))
    elif d.chance(0.25):
        aux = "hebben" if holder.plural else "heeft"
        places = [b.place(holder, "nsubj"), b.word(aux, "aux"), b.place(d.person(), cue.person)]
        before = b.word(case, "case") if case else None
        verb = b.participle(cue)
        b.hang(places, verb)
        _put(d, b, verb, om=om, before=before)
        b.stop(verb)
        return
    else:
        places = [b.place(holder, "nsubj")]
        verb = b.verb(cue, plural=holder.plural, past=past)
    places.append(b.place(d.person(), cue.person))
    places.append(d.time(b, share=0.2))
    places.append(b.particle(cue))
    b.hang(places, verb)
    _put(d, b, verb, om=om, before=b.word(case, "case") if case else None)
    b.stop(verb)


def _subordinate(d: Drawing, b: Builder, cue: Cue, *, om: float = 0.0, case: str = "") -> None:
    host = b.place(d.main(), "ROOT")
    holder = d.holder()
    places = [*d.connect(b), b.place(holder, "nsubj"), b.place(d.person(), cue.person)]
    before = b.word(case, "case") if case else None
    verb = b.verb(cue, plural=holder.plural, past=d.chance(0.5), joined=True)
    b.hang(places, verb)
    b.attach(verb, host, "advcl")
    _put(d, b, verb, om=om, before=before)
    b.stop(host)


def _put(d: Drawing, b: Builder, verb: int, *, om: float, before: int | None) -> None:
    mark = b.word("om", "mark") if d.chance(om) else None
    at = b.place(d.clause("te"), "xcomp" if mark is None else "advcl", verb)
    b.hang([mark, before], at)
