"""Constructions that report beside the plain ones: quotes, names with an apposition, questions of a parliament.

*"...", zegt X*, *"...", aldus X*, *X, een buurland van Y, stelt dat ...*, *Deelt u de mening dat ...?*, *Kan X aangeven of ...?*.
"""

from __future__ import annotations

from relaas.language.training.builder import Builder
from relaas.language.training.drawing import Drawing


def quote(d: Drawing, b: Builder) -> None:
    """Build *"...", zegt X.*."""
    root, cue, holder = _quoted(d, b), d.cue("dat"), d.holder()
    verb = b.verb(cue, plural=holder.plural, past=d.chance(0.6))
    places = [b.place(holder, "nsubj"), d.time(b, share=0.2), b.particle(cue)]
    b.hang(places, verb)
    b.hang([verb - 1], verb)
    b.attach(verb, root, "parataxis")
    b.stop(root)


def quote_aldus(d: Drawing, b: Builder) -> None:
    """Build *"...", aldus X.*."""
    root = _quoted(d, b)
    comma = b.count() - 1
    case = b.word("aldus", "case")
    source = b.place(d.holder(), "parataxis", root)
    b.hang([comma, case], source)
    b.stop(root)


def apposition(d: Drawing, b: Builder) -> None:
    """Build *X, een buurland van Y, stelt dat ...* and *De voorzitter van Y, X, stelt dat ...*."""
    cue, clause = d.content()
    if d.chance(0.5):
        subject = b.place(d.name(), "nsubj")
        comma = b.word(",", "punct")
        role = _role(d, b)
    else:
        subject = _role(d, b)
        comma = b.word(",", "punct")
        role = b.place(d.name(), "appos")
    b.attach(role, subject, "appos")
    b.attach(comma, role)
    b.attach(b.word(",", "punct"), role)
    verb = b.verb(cue, plural=False, past=d.chance(0.5))
    b.hang([d.time(b), b.particle(cue)], verb)
    b.attach(subject, verb, "nsubj")
    d.put(b, clause, verb)
    b.stop(verb)


def question(d: Drawing, b: Builder) -> None:
    """Build *Klopt het dat ...?* and *Deelt X de mening dat ...?*."""
    clause = d.clause()
    if d.chance(0.5):
        verb = b.word(d.one(["klopt", "betekent"]), "ROOT")
        b.word("het", "expl", verb)
        b.place(clause, "csubj", verb)
    else:
        verb = b.word(d.one(["deelt", "onderschrijft", "heeft"]), "ROOT")
        if d.chance(0.5):
            b.word("u", "nsubj", verb)
        else:
            b.place(d.holder(), "nsubj", verb)
        article = b.word("de", "det")
        noun = b.word(d.one(["mening", "indruk", "opvatting", "analyse"]), "obj", verb)
        b.attach(article, noun)
        b.place(clause, "acl", noun)
    b.stop(verb, "?")


def question_whether(d: Drawing, b: Builder) -> None:
    """Build *Kan X aangeven of ...?*."""
    cue, clause = d.content()
    holder = d.holder()
    places = [b.word("kunnen" if holder.plural else "kan", "aux"), b.place(holder, "nsubj"), d.time(b)]
    verb = b.infinitive(cue)
    b.hang(places, verb)
    d.put(b, clause, verb)
    b.stop(verb, "?")


def _role(d: Drawing, b: Builder) -> int:
    words = d.one(d.table["roles"]).split()
    head = b.count() + len(words) - 1
    for w in words[:-1]:
        b.word(w, "det", head)
    b.word(words[-1], "nsubj")
    case = b.word("van", "case")
    b.attach(case, b.place(d.person(), "nmod", head))
    return head


def _quoted(d: Drawing, b: Builder) -> int:
    """Place a main clause between quotation marks and a comma after it; return its root."""
    opening = b.word("“", "punct")
    root = b.place(d.main(), "ROOT")
    b.hang([opening, b.word("”", "punct")], root)
    b.word(",", "punct")
    return root
