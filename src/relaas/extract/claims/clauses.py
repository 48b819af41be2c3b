"""Cue -> the clause it joins as content: *dat*, *of* and question words, *te*, and the bare infinitive of *willen*.

The clause is looked for below the cue and the words that go with it, by its first word more than by its label. Where the tree
has none but the words do, they are taken from the first word on, with a note.
"""

from __future__ import annotations

from itertools import takewhile

from relaas.extract.claims.drafts import Content, Cue
from relaas.extract.claims.edges import before_remark, behind_aside, extent, made, rounded
from relaas.extract.claims.lexicon import reporting
from relaas.extract.claims.scene import CLAUSES, SUBJECTS, Scene
from relaas.model import Token

_ASKING = frozenset("hoe wat welke welk wie waarom waar wanneer hoeveel waarop waarvoor waarin waarmee waarover in".split())
_CLAUSAL = frozenset(
    "ccomp xcomp advcl acl acl:relcl csubj csubj:pass parataxis obj obl obl:arg nsubj nsubj:pass conj dep appos".split()
)
#: Nouns that a clause with *dat* explains, where others have a relative clause (*het feit dat*, *het plan dat hij tekende*).
_FACTS = frozenset({"feit", "gegeven", "vaststelling", "idee", "gedachte", "mogelijkheid", "risico", "gevaar"})
_LEADING = frozenset({"ook", "dan", "wel", "daarom", "graag", "niet", "er", "hier", "zelf"})
_CLAUSE = 20  # words between *of* and its verb
_NOTE = "the clause was taken by its first word"


def finite_clause(scene: Scene, cue: Cue, frame: str) -> Content | None:
    """Return the clause that *dat* (frame dat), *of* or a question word (frame of) joins to the cue; None without one."""
    for top in _clauses(scene, cue):
        opening = _opening(scene, top, frame)
        if opening is not None:
            first, last = extent(scene, top.i, cue, start=opening)
            if opening < first and not any(opening <= i < first for i in cue.tokens):
                first = opening  # its first words were hung elsewhere
            last = _before_predicate(scene, cue, first, last)
            return made(scene, (first, rounded(scene, cue, first, last)), frame, top.i)
    return _clause_by_words(scene, cue, frame)


def _clauses(scene: Scene, cue: Cue) -> list[Token]:
    out = []
    for a in cue.anchors:
        for t in scene.sentence.children(a):
            if t.lower == "betreft" and any(c.lower == "wat" for c in scene.sentence.children(t.i)):
                continue  # *wat mij betreft* says for whom, not what
            if t.dep in ("obj", *SUBJECTS) and t.i < cue.verb and not any(s.pos in ("VERB", "AUX") for s in scene.below(t.i)):
                continue  # no clause, though its conjunction was hung on it
            if t.dep == "conj" and cue.entry.kind == "predicate":
                continue  # *zegt dat dit belangrijk is en dat …*: the second clause is not what is important
            if (t.dep in _CLAUSAL or (cue.entry.kind == "noun" and t.dep == "nmod")) and t.i not in cue.anchors:
                out.append(t)
                if cue.entry.kind == "noun" and t.dep == "nmod":
                    out.extend(c for c in scene.sentence.children(t.i, "acl", "acl:relcl"))
                stated = t.dep == "obl:arg" and t.lemma.lower() in _FACTS
                if (stated or t.dep in ("obj", "nsubj", "obl", "nsubj:pass", "xcomp")) and not (
                    t.dep == "xcomp" and reporting().speaks(t.lower)
                ):
                    out.extend(
                        c for c in scene.sentence.children(t.i, "acl", "acl:relcl", "ccomp", "csubj", "advcl") if c.i > cue.verb
                    )
    return out


def _opening(scene: Scene, top: Token, frame: str) -> int | None:
    """Return the first token of the content of a subordinate clause of this frame; None when it is another kind of clause."""
    marks = [
        t
        for t in scene.sentence.children(top.i)
        if t.i < top.i and t.lower == frame and t.dep in ("mark", "nsubj", "obj", "advmod", "det", "cc")
    ]
    if frame == "dat":
        marks = [t for t in marks if t.dep == "mark" or t.i == scene.sentence.subtree(top.i)[0]]
        relative = top.dep == "acl:relcl" and not any(t.dep == "mark" for t in marks)
        if relative and (not _cannot_be_relative(scene, top) or _is_only_subject(scene, top, marks)):
            return None
        return marks[0].i + 1 if marks else None
    if marks:
        return marks[0].i + 1
    joined = _read_as_or(scene, top)
    if joined is not None:
        return joined + 1
    first = scene.sentence.subtree(top.i)[0]
    if first == top.i:
        return None
    word = scene.tokens[first].lower
    asking = word in _ASKING - {"in", "waar"} or (
        word == "in" and first + 1 < len(scene.tokens) and scene.tokens[first + 1].lower in ("hoeverre", "welke")
    )
    finite = scene.finite(top.i)
    last = finite.i if finite is not None else top.i
    final = all(t.i <= max(last, top.i) for t in scene.sentence.children(top.i, *SUBJECTS))
    return first if asking and final and top.dep != "acl:relcl" and first > 0 else None


def _read_as_or(scene: Scene, top: Token) -> int | None:
    """Return the *of* that opens a clause with its subject, though it was read as joining that to a noun before."""
    if top.dep != "ccomp" or scene.sentence.children(top.i, *SUBJECTS, "mark"):
        return None
    for i in range(top.i - 1, max(0, top.i - _CLAUSE), -1):
        token = scene.tokens[i]
        if token.lower == "of" and token.dep == "cc":
            return i
        if token.pos in ("VERB", "AUX", "PUNCT"):
            return None
    return None


def _cannot_be_relative(scene: Scene, top: Token) -> bool:
    """Tell whether *dat* cannot refer to the noun before it: that noun is plural, a name, or goes with *de*."""
    noun = scene.tokens[top.head]
    return (
        noun.pos == "PROPN" or "Number=Plur" in noun.morph or any(t.lower == "de" for t in scene.sentence.children(noun.i, "det"))
    )


def _is_only_subject(scene: Scene, top: Token, marks: list[Token]) -> bool:
    """Tell whether *dat* is the subject of its clause, which has no other (*een macht van 4.000 man dat deel uitmaakt van*)."""
    return any(t.dep in SUBJECTS and t.pos == "PRON" for t in marks) and len(scene.sentence.children(top.i, *SUBJECTS)) == 1


def _clause_by_words(scene: Scene, cue: Cue, frame: str) -> Content | None:
    """Take the words from *dat* close behind the cue, where the tree has no clause there."""
    edge = max(cue.tokens)
    expletive = any(t.lower == "het" for a in cue.anchors for t in scene.sentence.children(a, *SUBJECTS, "expl", "obj"))
    if cue.entry.kind == "noun":
        edge = max(
            [
                edge,
                *(
                    scene.sentence.subtree(t.i)[-1]
                    for t in scene.sentence.children(cue.verb, "nmod")
                    if scene.case_of(t.i) in ("van", "door") and _short(scene, t.i)
                ),
            ]
        )
    spoken = _spoken_to(scene, cue, edge)
    over = behind_aside(scene, edge + 1)
    if over is not None and scene.words[over + 1 : over + 2] == (frame,):
        edge = spoken = over
    reach = len(scene.tokens) if expletive else min(spoken + 4, len(scene.tokens))
    for i in range(edge + 1, reach):
        token = scene.tokens[i]
        close = token.lower == "dat" and i <= spoken + 2 and any(t.pos in ("VERB", "AUX") for t in scene.tokens[i + 2 :])
        if token.lower == frame and (token.pos == "SCONJ" or token.dep == "mark" or close):
            described = token.dep in SUBJECTS and scene.words[i - 1] == "," and cue.entry.kind == "noun"
            if described or _inside_other(scene, edge, i):
                return None
            head = token.head if token.head > i and token.dep == "mark" else None
            last = before_remark(scene, i + 1, len(scene.tokens) - 1)
            if head is not None and head not in cue.anchors:
                head = _whole_clause(scene, cue, head)
                last = rounded(scene, cue, i + 1, scene.sentence.subtree(head)[-1])
            if cue.entry.kind == "noun":
                last = _before_predicate(scene, cue, i, _before_main_verb(scene, i, last))
            return made(scene, (i + 1, max(last, i + 1)), frame, head, _NOTE)
        if token.text in ".;:?!" or (not expletive and i > spoken and token.pos in ("VERB", "AUX", "NOUN")):
            return None
    return None


def _inside_other(scene: Scene, edge: int, i: int) -> bool:
    """Tell whether a clause belongs to a verb in another clause between it and the cue (*het is goed als X zegt | dat*)."""
    start = max((t.i for t in scene.tokens[edge + 1 : i] if t.text == ","), default=edge) + 1
    opens = next((t.i for t in scene.tokens[start:i] if t.pos == "SCONJ" or t.lower in ("of", "als")), i)
    return any("VerbForm=Fin" in t.morph for t in scene.tokens[opens:i])


def _whole_clause(scene: Scene, cue: Cue, head: int) -> int:
    """Return the verb of a clause whose conjunction was hung on its subject (*dat de raad | komt*)."""
    above = scene.tokens[head].head
    while above > head and above not in cue.anchors and scene.tokens[head].dep not in CLAUSES - {"obj", "nsubj"}:
        head, above = above, scene.tokens[above].head
    return head


def _spoken_to(scene: Scene, cue: Cue, edge: int) -> int:
    """Return the last token of the phrase right behind the cue that names the one addressed (*antwoordde aan de raad dat*)."""
    words = scene.words[edge + 1 : edge + 2]
    if not words or words[0] not in ("aan", "tegen", "bij") or words[0] not in cue.entry.to:
        return edge
    rest = scene.tokens[edge + 2 : edge + 10]
    phrase = list(takewhile(lambda t: t.pos in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "ADP", "NUM"), rest))
    return phrase[-1].i if phrase else edge


def _short(scene: Scene, i: int) -> bool:
    return not any("VerbForm=Fin" in scene.tokens[j].morph for j in scene.sentence.subtree(i))


def _before_main_verb(scene: Scene, first: int, last: int) -> int:
    """Cut a clause inside the subject where the verb of the main clause follows its own (*dat het zo is | klopt*)."""
    for i in range(first + 1, last):
        if "VerbForm=Fin" in scene.tokens[i].morph and "VerbForm=Fin" in scene.tokens[i + 1].morph:
            return i
    return last


def _before_predicate(scene: Scene, cue: Cue, first: int, last: int) -> int:
    """Cut a clause that a subject at the start carries before the main verb, which the parser put into the clause.

    *De klacht van de buren dat het dak lekt | komt laat*: without that verb the sentence has no predicate.
    """
    tokens = scene.tokens
    if cue.entry.kind != "noun" or any(t.pos not in ("DET", "ADJ", "NUM", "PRON") for t in tokens[: cue.verb]):
        return last
    root = scene.sentence.root
    finite = scene.finite(root.i)
    if root.i != cue.verb and finite is not None and not first <= finite.i <= last:
        return last
    for i in range(last, first + 1, -1):
        before = tokens[i - 1]
        verbal = before.pos in ("VERB", "AUX") and "VerbForm=Part" not in before.morph
        ends = verbal or before.text == "," or (before.pos == "ADJ" and root.i > last)
        if "VerbForm=Fin" in tokens[i].morph and ends:
            return i - 1
    return last


def infinitive(scene: Scene, cue: Cue) -> Content | None:
    """Return the infinitive clause with *te* that depends on the cue, without *om* and the one it is said to."""
    for top in (*_above_helper(scene, cue), *_clauses(scene, cue)):
        marks = [t for t in scene.sentence.children(top.i, "mark") if t.lower == "te"]
        if not marks or (top.i <= min(cue.tokens) and not top.dep.startswith(("ccomp", "xcomp", "csubj"))):
            continue
        if scene.mark(top.i) in ("door", "zonder", "na", "alvorens", "teneinde"):
            continue
        helpers = [t for t in scene.sentence.children(top.i, "aux") if t.i != cue.verb]
        if top.dep in {"conj", "acl:relcl"} or any("VerbForm=Fin" in t.morph for t in helpers):
            continue
        below = [i for i in scene.sentence.subtree(top.i) if i not in cue.tokens]
        if cue.entry.particle and cue.verb < max(cue.tokens) < top.i:
            below = sorted({*below, *range(max(cue.tokens) + 1, top.i)})
        below = sorted({*below, *_lost(scene, cue, below)})
        if cue.entry.particle and cue.verb < max(cue.tokens) < top.i and top.i not in cue.tokens:
            below = [i for i in below if i > max(cue.tokens)]  # *roept de raad op | de brug te sluiten*
        if top.i > cue.verb:
            start = max(cue.tokens) if top.i in cue.anchors else cue.verb
            below = [i for i in below if i > start and not _addressed(scene, cue, i)]
        while (
            below
            and scene.tokens[below[0]].lower
            in ("om", "ervan", "er", "van", "ertoe", "erop", "op", "ernaar", "ervoor", ",", "aan")
            and below[0] < top.i
        ):
            if scene.tokens[below[0]].lower in ("van", "op", "aan") and scene.tokens[below[0]].head != top.i:
                break
            below.pop(0)
        below = _from_om(scene, cue, below, top.i)
        below = _from_its_object(scene, cue, _without_addressee(scene, cue, below, top.i))
        if below:
            last = _within_quote(scene, below[0], top.i, before_remark(scene, below[0], below[-1]))
            return made(scene, (below[0], last), "te", top.i)
    return None


def _above_helper(scene: Scene, cue: Cue) -> tuple[Token, ...]:
    """Return the infinitive that a verb with fixed words was read as auxiliary of (*is niet van plan te komen*)."""
    verb = scene.tokens[cue.verb]
    helper = cue.entry.words and verb.dep in ("aux", "cop") and verb.head > max(cue.tokens)
    return (scene.tokens[verb.head],) if helper and "VerbForm=Inf" in scene.tokens[verb.head].morph else ()


def _from_om(scene: Scene, cue: Cue, below: list[int], top: int) -> list[int]:
    """Begin right behind *om*, where words of the infinitive were hung elsewhere (*om | de raad te blijven steunen*)."""
    om = next((t.i for t in scene.sentence.children(top, "mark") if t.lower == "om" and t.i > max(cue.tokens)), None)
    if om is None or not below or below[0] <= om + 1:
        return below
    between = scene.tokens[om + 1 : below[0]]
    return below if any("VerbForm=Fin" in t.morph or t.text in ",;:" for t in between) else [*range(om + 1, below[0]), *below]


def _without_addressee(scene: Scene, cue: Cue, below: list[int], top: int) -> list[int]:
    """Leave out the one called upon, whom the parser hung on the infinitive (*een beroep op de raad | te zwijgen*)."""
    if not below or scene.words[below[0]] not in cue.entry.to or below[0] <= max(cue.tokens):
        return below
    phrase = scene.sentence.subtree(scene.tokens[below[0]].head)
    known = scene.who(scene.tokens[below[0]].head) and phrase[0] == below[0] and phrase[-1] < top
    return [i for i in below if i > phrase[-1]] if known else below


def _from_its_object(scene: Scene, cue: Cue, below: list[int]) -> list[int]:
    """Take in the object of the infinitive that was hung on the cue right before it (*beweert niets | te weten*)."""
    start = max(cue.tokens) + 1
    if not below or below[0] <= start or {"obj", "iobj"} & set(cue.entry.to) or cue.verb > below[0]:
        return below
    objects = {i for t in scene.sentence.children(cue.verb, "obj") if t.i >= start for i in scene.sentence.subtree(t.i)}
    return [*range(start, below[0]), *below] if objects >= set(range(start, below[0])) else below


def _within_quote(scene: Scene, first: int, head: int, last: int) -> int:
    """Cut a clause whose words are quoted, up to its verb, where the quotation ends."""
    tokens = scene.tokens
    quoted = [q for q in scene.quotes if q.span.start == tokens[first + scene.is_mark(first)].span.start]
    inside = [t.i for q in quoted for t in tokens[first : last + 1] if q.span.contains(t.span)]
    return max(inside) if head in inside else last


def _lost(scene: Scene, cue: Cue, below: list[int]) -> tuple[int, ...]:
    """Return the words between the fixed words of the cue and its infinitive that the parser took for more of the former."""
    edge = max(cue.tokens)
    between = tuple(range(edge + 1, below[0])) if below and cue.entry.words and edge > cue.verb else ()
    return between if all(scene.tokens[i].dep == "fixed" and scene.tokens[i].head in cue.tokens for i in between) else ()


def infinitive_by_words(scene: Scene, cue: Cue) -> Content | None:
    """Take the words from *om* behind the cue to the infinitive after *te*, where the tree has another reading."""
    opening = None
    start = max(cue.tokens) + 1
    if cue.entry.kind == "noun":
        ends = [scene.sentence.subtree(t.i)[-1] for t in scene.sentence.children(cue.verb, "nmod") if scene.case_of(t.i) == "van"]
        start = max([start, *(e + 2 for e in ends if e < len(scene.tokens) - 2 and scene.tokens[e + 1].text == ",")])
    for i in range(start, len(scene.tokens)):
        token = scene.tokens[i]
        if opening is None and (token.text in ",;:.?!" or token.pos == "SCONJ" or "VerbForm=Fin" in token.morph):
            return None
        if token.lower == "om" and opening is None:
            opening = i
        if (
            opening is not None
            and token.lower == "te"
            and i + 1 < len(scene.tokens)
            and "VerbForm=Inf" in scene.tokens[i + 1].morph
        ):
            last = i + 1
            while (
                last + 1 < len(scene.tokens)
                and scene.tokens[last + 1].pos == "VERB"
                and "VerbForm=Fin" not in scene.tokens[last + 1].morph
            ):
                last += 1
            below = scene.sentence.subtree(i + 1)
            last = max(last, below[-1]) if below[0] >= opening else last
            return made(scene, (opening + 1, last), "te", i + 1, _NOTE)
    return None


def _addressed(scene: Scene, cue: Cue, i: int) -> bool:
    """Tell whether a token belongs to the object of the cue, not to the infinitive, though the parser may hang it below.

    An object behind a particle apart is that of the infinitive (*zegt toe de Kamer te informeren*).
    """
    token = scene.tokens[i]
    if cue.entry.particle and cue.verb < max(cue.tokens) < i:
        return False
    return token.head in cue.anchors and token.dep in ("obj", "iobj") and bool({"obj", "iobj"} & set(cue.entry.to))


def _infinite(scene: Scene, token: Token) -> bool:
    """Tell whether a verb is an infinitive, also one read as a plural, which looks alike but would have a subject."""
    plural = token.pos == "VERB" and token.lower.endswith("n") and "Number=Plur" in token.morph
    return "VerbForm=Inf" in token.morph or (plural and not scene.sentence.children(token.i, *SUBJECTS))


def bare_infinitive(scene: Scene, cue: Cue) -> Content | None:
    """Return what somebody wants to do: the clause of the modal without its subject and the modal itself."""
    top = scene.tokens[cue.verb].head if scene.tokens[cue.verb].dep == "aux" else None
    if top is None:
        below = [
            t
            for t in scene.sentence.children(cue.verb, "xcomp", "ccomp")
            if _infinite(scene, t) and not scene.sentence.children(t.i, "mark")
        ]
        top = below[0].i if below else None
    if top is None or not _infinite(scene, scene.tokens[top]):
        return None
    own = {top, cue.verb}
    beside = [t for a in own for t in scene.sentence.children(a) if t.i not in own]
    aside = {i for t in beside if t.dep in ("nsubj", "cc", "mark", "expl", "parataxis") for i in scene.sentence.subtree(t.i)}
    infinite = any(t.lower == "te" and t.dep == "mark" for t in beside)
    final = (
        infinite or scene.mark(top) is not None or scene.mark(cue.verb) is not None or scene.tokens[cue.verb].dep == "acl:relcl"
    )
    reach = [i for i in scene.sentence.subtree(top) if i not in aside and i != cue.verb]
    if final:
        reach.extend(i for t in beside if t.i < top for i in scene.sentence.subtree(t.i) if i not in aside)
        inside = sorted(set(reach))
    else:
        inside = [i for i in range(cue.verb + 1, max(reach) + 1) if i not in aside]
    while inside and (scene.tokens[inside[0]].lower in _LEADING or scene.tokens[inside[0]].text == ","):
        inside.pop(0)
    return made(scene, (inside[0], before_remark(scene, inside[0], inside[-1])), "inf", top) if inside else None
