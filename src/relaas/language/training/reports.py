"""Constructions that report what somebody says: main, subordinate and relative order, passive, fixed phrases, *volgens*, quotes.

Each function draws what it needs and puts one sentence into the builder. Examples of their shapes: *De minister stelt vast
dat ...*, *..., omdat onderzoekers melden dat ...*, *Er werd door het parket bevestigd dat ...*, *Dat zou volgens critici ...*.
"""

from __future__ import annotations

from relaas.language.training.builder import Builder, Cue
from relaas.language.training.drawing import Drawing
from relaas.language.training.fragments import Fragment, Word

_HAVE = [("heeft", "hebben"), ("had", "hadden")]
_MODALS = [("wil", "willen"), ("kan", "kunnen"), ("moet", "moeten"), ("zal", "zullen"), ("zou", "zouden")]
_PASSIVE = ["wordt", "werd", "is"]


def main(d: Drawing, b: Builder) -> None:
    """Build *X stelt (gisteren) vast dat ...*."""
    cue, clause = d.content()
    holder = d.holder()
    subject = b.place(holder, "nsubj")
    verb = b.verb(cue, plural=holder.plural, past=d.chance(0.5))
    b.hang([subject, d.time(b), b.particle(cue)], verb)
    d.put(b, clause, verb)
    b.stop(verb)


def inverted(d: Drawing, b: Builder) -> None:
    """Build *Gisteren stelde X vast dat ...*."""
    cue, clause = d.content()
    holder = d.holder()
    time = d.time(b, share=1.0)
    verb = b.verb(cue, plural=holder.plural, past=d.chance(0.5))
    subject = b.place(holder, "nsubj")
    b.hang([time, subject, b.particle(cue)], verb)
    d.put(b, clause, verb)
    b.stop(verb)


def perfect(d: Drawing, b: Builder) -> None:
    """Build *X heeft (ook) vastgesteld dat ...*."""
    cue, clause = d.content()
    holder = d.holder()
    places = [b.place(holder, "nsubj"), b.word(d.one(_HAVE)[holder.plural], "aux"), d.time(b)]
    verb = b.participle(cue)
    b.hang(places, verb)
    d.put(b, clause, verb)
    b.stop(verb)


def modal(d: Drawing, b: Builder) -> None:
    """Build *X kan (nu) bevestigen dat ...*."""
    cue, clause = d.content()
    holder = d.holder()
    places = [b.place(holder, "nsubj"), b.word(d.one(_MODALS)[holder.plural], "aux"), d.time(b)]
    verb = b.infinitive(cue)
    b.hang(places, verb)
    d.put(b, clause, verb)
    b.stop(verb)


def subordinate(d: Drawing, b: Builder) -> None:
    """Build *..., omdat X vaststelt dat ...*."""
    host = b.place(d.main(), "ROOT")
    cue, clause = d.content()
    holder = d.holder()
    places = [*d.connect(b), b.place(holder, "nsubj"), d.time(b)]
    verb = b.verb(cue, plural=holder.plural, past=d.chance(0.5), joined=True)
    b.hang(places, verb)
    b.attach(verb, host, "advcl")
    d.put(b, clause, verb)
    b.stop(host)


def subordinate_perfect(d: Drawing, b: Builder) -> None:
    """Build *..., omdat X heeft vastgesteld dat ...* and *..., omdat X vastgesteld heeft dat ...*."""
    host = b.place(d.main(), "ROOT")
    cue, clause = d.content()
    holder = d.holder()
    places = [*d.connect(b), b.place(holder, "nsubj"), d.time(b)]
    verb = _cluster(d, b, cue, auxiliary=(d.one(_HAVE)[holder.plural], "aux"))
    b.hang(places, verb)
    b.attach(verb, host, "advcl")
    d.put(b, clause, verb)
    b.stop(host)


def relative(d: Drawing, b: Builder) -> None:
    """Build *X, die meldt dat ..., stelt dat ...*."""
    outer, inner, holder = d.cue("dat"), d.cue("dat"), d.holder()
    subject = b.place(holder, "nsubj")
    neuter = holder.words[0].text == "het" and not holder.plural
    places = [b.word(",", "punct"), b.word("dat" if neuter else "die", "nsubj"), d.time(b)]
    verb = b.verb(inner, plural=holder.plural, past=d.chance(0.5), joined=True)
    d.put(b, d.clause(), verb)
    b.hang([*places, b.word(",", "punct")], verb)
    b.attach(verb, subject, "acl:relcl")
    main_verb = b.verb(outer, plural=holder.plural, past=d.chance(0.5))
    b.hang([subject, b.particle(outer)], main_verb)
    d.put(b, d.clause(), main_verb)
    b.stop(main_verb)


def passive(d: Drawing, b: Builder) -> None:
    """Build *Er wordt (door X) vastgesteld dat ...*."""
    cue, clause = d.content()
    opening = d.one(["Er", "Er", "Daarbij", "Ook", "Hier"])
    places: list[int | None] = [b.word(opening, "advmod"), b.word(d.one(_PASSIVE), "aux:pass")]
    if opening != "Er" and d.chance(0.3):
        places.append(b.word("er", "advmod"))
    places.append(d.time(b))
    if d.chance(0.35):
        places.append(_agent(d, b))
    verb = b.participle(cue)
    b.hang(places, verb)
    d.put(b, clause, verb)
    b.stop(verb)


def passive_subordinate(d: Drawing, b: Builder) -> None:
    """Build *..., terwijl er (door X) wordt vastgesteld dat ...*."""
    host = b.place(d.main(), "ROOT")
    cue, clause = d.content()
    places: list[int | None] = [*d.connect(b), b.word("er", "advmod")]
    if d.chance(0.6):
        places.append(_agent(d, b))
    verb = _cluster(d, b, cue, auxiliary=(d.one(_PASSIVE), "aux:pass"))
    b.hang(places, verb)
    b.attach(verb, host, "advcl")
    d.put(b, clause, verb)
    b.stop(host)


def agent(d: Drawing, b: Builder) -> None:
    """Build *Door X wordt (opnieuw) vastgesteld dat ...*."""
    cue, clause = d.content()
    places = [_agent(d, b), b.word(d.one(_PASSIVE), "aux:pass"), d.time(b)]
    verb = b.participle(cue)
    b.hang(places, verb)
    d.put(b, clause, verb)
    b.stop(verb)


def fixed_phrase(d: Drawing, b: Builder) -> None:
    """Build *X laat weten dat ...*, *X is van mening dat ...*, *X wijst erop dat ...*."""
    cue, clause, holder = d.cue("phrases"), d.clause(), d.holder()
    if d.chance(0.3):
        time = d.time(b, share=1.0)
        verb = b.verb(cue, plural=holder.plural, past=d.chance(0.5))
        subject = b.place(holder, "nsubj")
    else:
        subject = b.place(holder, "nsubj")
        verb = b.verb(cue, plural=holder.plural, past=d.chance(0.5))
        time = d.time(b)
    b.hang([subject, time], verb)
    cases = _fixed(b, cue, verb)
    b.hang([b.particle(cue)], verb)
    b.hang(cases, d.put(b, clause, verb))
    b.stop(verb)


def fixed_phrase_subordinate(d: Drawing, b: Builder) -> None:
    """Build *..., omdat X van mening is dat ...*."""
    host = b.place(d.main(), "ROOT")
    cue, clause, holder = d.cue("phrases"), d.clause(), d.holder()
    places = [*d.connect(b), b.place(holder, "nsubj"), d.time(b)]
    first = b.count()
    cases = _fixed(b, cue, -1)
    verb = b.verb(cue, plural=holder.plural, past=d.chance(0.5), joined=True)
    b.rehang(range(first, verb), -1, verb)
    b.hang(places, verb)
    b.attach(verb, host, "advcl")
    b.hang(cases, d.put(b, clause, verb))
    b.stop(host)


def nested(d: Drawing, b: Builder) -> None:
    """Build *X meldt dat Y ontkent dat ...*."""
    outer, (inner, clause), first, second = d.cue("dat"), d.content(), d.holder(), d.holder()
    subject = b.place(first, "nsubj")
    verb = b.verb(outer, plural=first.plural, past=d.chance(0.5))
    b.hang([subject, d.time(b, share=0.2), b.particle(outer)], verb)
    places = [b.word("dat", "mark"), b.place(second, "nsubj"), d.time(b, share=0.2)]
    below = b.verb(inner, plural=second.plural, past=d.chance(0.5), joined=True)
    b.hang(places, below)
    b.attach(below, verb, "ccomp")
    d.put(b, clause, below)
    b.stop(verb)


def volgens_first(d: Drawing, b: Builder) -> None:
    """Build *Volgens X + verb + subject ...* from a main clause."""
    clause = d.main()
    case = b.word("volgens", "case")
    source = b.place(d.holder(), "obl")
    root = b.place(_moved(clause), "ROOT")
    b.attach(case, source)
    b.attach(source, root)
    b.stop(root)


def volgens_inside(d: Drawing, b: Builder) -> None:
    """Build *Dat is volgens X ...*: the source right after the finite verb of a main clause."""
    clause = d.main()
    _spliced(d, b, clause, clause.finite + 1)


def volgens_clause(d: Drawing, b: Builder) -> None:
    """Build *X meldt dat het volgens Y ...*: the source after the subject of a content clause."""
    cue, holder = d.cue("dat"), d.holder()
    clause = d.clause()
    at = _after_subject(clause)
    subject = b.place(holder, "nsubj")
    verb = b.verb(cue, plural=holder.plural, past=d.chance(0.5))
    b.hang([subject, b.particle(cue)], verb)
    b.attach(b.splice(clause, at, lambda: _source(d, b)), verb, "ccomp")
    b.stop(verb)


def would(d: Drawing, b: Builder) -> None:
    """Build *X zou (volgens Y) ... hebben gedaan* from a main clause in the perfect tense."""
    for _ in range(200):
        clause = d.main()
        finite = clause.words[clause.finite]
        root = next(n for n, w in enumerate(clause.words) if w.head < 0)
        if finite.lemma in {"hebben", "zijn"} and finite.dep in {"aux", "aux:pass"} and root > clause.finite:
            break
    else:
        volgens_first(d, b)
        return
    plural = "Number=Plur" in finite.morph
    form, tag, number = ("zouden", "WW_pv_verl_mv", "Plur") if plural else ("zou", "WW_pv_verl_ev", "Sing")
    modal_verb = Word(form, "AUX", tag, "zullen", f"Number={number}|Tense=Past|VerbForm=Fin", "aux", finite.head, space=True)
    words = list(clause.words)
    words[clause.finite] = modal_verb
    changed = Fragment(tuple(words), clause.plural, clause.subject, clause.finite)
    infinitive = Word(finite.lemma, "AUX", "WW_inf_vrij_zonder", finite.lemma, "VerbForm=Inf", finite.dep, -1, space=True)
    _spliced(d, b, changed.inserted(root, infinitive), clause.finite + 1, share=0.7)


def _agent(d: Drawing, b: Builder) -> int:
    case = b.word("door", "case")
    at = b.place(d.holder(), "obl:agent")
    b.attach(case, at)
    return at


def _source(d: Drawing, b: Builder) -> int:
    case = b.word("volgens", "case")
    at = b.place(d.holder(), "obl")
    b.attach(case, at)
    return at


def _cluster(d: Drawing, b: Builder, cue: Cue, *, auxiliary: tuple[str, str]) -> int:
    """Place auxiliary and participle in either order."""
    if d.chance(0.5):
        aux = b.word(*auxiliary)
        verb = b.participle(cue)
    else:
        verb = b.participle(cue)
        aux = b.word(*auxiliary)
    b.attach(aux, verb)
    return verb


def _fixed(b: Builder, cue: Cue, verb: int) -> list[int]:
    """Place the fixed words of a phrase; return those that hang on the clause."""
    cases: list[int] = []
    for text, dep, head in cue.words:
        at = b.word(text, dep, {"verb": verb, "previous": b.count() - 1, "next": b.count() + 1}.get(head))
        if head == "clause":
            cases.append(at)
    return cases


def _moved(clause: Fragment) -> Fragment:
    """Return a main clause with its finite verb before its subject."""
    order = [clause.finite, *(n for n in range(len(clause.words)) if n != clause.finite)]
    return clause.reordered(order)


def _spliced(d: Drawing, b: Builder, clause: Fragment, at: int, share: float = 1.0) -> None:
    """Place a main clause with *volgens X* before its word `at` (in `share` of the cases), and close the sentence."""
    root = b.splice(clause, at, lambda: _source(d, b)) if d.chance(share) else b.place(clause, "ROOT")
    b.stop(root)


def _after_subject(clause: Fragment) -> int:
    """Return where the subject of a content clause ends, or where its first word ends if the subject stands elsewhere."""
    root = next(n for n, w in enumerate(clause.words) if w.head < 0)
    for n, w in enumerate(clause.words):
        if w.dep in {"nsubj", "nsubj:pass"} and w.head == root:
            end = n + 1
            while end < len(clause.words) and _under(clause, end, n):
                end += 1
            return end
    return 1


def _under(clause: Fragment, n: int, top: int) -> bool:
    while n >= 0:
        if n == top:
            return True
        n = clause.words[n].head
    return False
