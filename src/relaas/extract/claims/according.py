"""Scene -> claims by a preposition: *volgens X*, *aldus X*, *naar het oordeel van X*, *mijns inziens*."""

from __future__ import annotations

from dataclasses import replace

from relaas.extract.claims import contents, holders
from relaas.extract.claims.acts import act_of
from relaas.extract.claims.drafts import Content, Cue, Draft
from relaas.extract.claims.edges import made, reads
from relaas.extract.claims.lexicon import Lexicon, reporting
from relaas.extract.claims.scene import Scene
from relaas.extract.claims.speech import surrounding
from relaas.extract.nouns import lookup
from relaas.model import Token

#: Acts that a phrase reports by what came of them (*op verzoek van X werd*), not by a rule for whoever asks.
_DONE = frozenset({"request", "call-for", "propose"})
#: Words that set one clause against another.
_AGAINST = frozenset({"maar", "doch", "terwijl", "hoewel", "ofschoon", "echter"})
_TABLE = 25  # words without a verb that are more than a clause
_PERFECT = frozenset({"heeft", "hebben", "heb", "is", "zijn"})
#: Verbs whose infinitive is what is said, with their subject (*het laat zich volgens X raden*).
_RAISING = frozenset({"laten", "lijken", "blijken", "schijnen", "blijven", "gaan"})


def by_preposition(scene: Scene, cue: Cue, lexicon: Lexicon) -> Draft | None:
    """Return the claim that a preposition makes of its clause; None when nobody known stands behind it."""
    first = scene.tokens[cue.tokens[0]]
    if cue.entry.owner == "voice":
        return _in_my_view(scene, cue)
    head = _object_of(scene, cue)
    if head is None or (first.lower == "volgens" and _divides(scene, head)):
        return None
    ids, token = scene.who(head), head
    act = cue.entry.act
    measure = scene.tokens[head].lemma.lower() in lexicon.estimates or scene.tokens[head].lower in lexicon.estimates
    if measure or (not ids and scene.tokens[head].lemma.lower() in lexicon.reports):
        found, at = holders.owner(scene, head)
        if found and at is not None:
            ids, token = found, at
    if measure:
        act = "estimate"
    if not ids or _lays_down(scene, ids) or (scene.part.voice == "asker" and ids == (scene.other_voice,)):
        return None
    below = [i for i in scene.sentence.subtree(head) if i >= first.i or scene.tokens[i].text not in ":;,"]
    phrase = (min(first.i, *below), _without_next(scene, head, below[-1]))
    content = _said(scene, cue, phrase, head)
    if content is None or (cue.entry.act in _DONE and not _happened(scene, content)):
        return None
    if act == "assert" and content.head is not None and act_of(scene, cue, content, lexicon)[0] == "call-for":
        act = "call-for"
    if ids == (scene.voice,):
        act = dict(cue.entry.acts).get("voice", act)
    return Draft(scene, f"claim/{cue.entry.key}", act, ids, cue.tokens, content, (), cue.entry, holder_token=token, verb=cue.verb)


def before_others(draft: Draft, found: tuple[Draft, ...]) -> Draft:
    """Return the claim of a preposition without the clause behind it in which somebody else says something.

    *Volgens X zakt de brug, | maar Y stelt dat de dijk zakt*: joined by *maar* or *terwijl*, or not joined at all.
    """
    scene, content = draft.scene, draft.content
    if content is None or content.frame != "clause" or content.head is None:
        return draft
    inside = reads(scene, content.span)
    for other in found:
        if other.verb is None or other.implicit or set(other.holders) & set(draft.holders) or other.entry is draft.entry:
            continue
        path = (scene.tokens[other.verb], *scene.sentence.ancestors(other.verb))
        clause = next((t for t in path if t.head == content.head and t.i > content.head), None)
        if clause is None or not _stands_apart(scene, clause):
            continue
        edge = scene.sentence.subtree(clause.i)[0]
        if edge > max(draft.cue) and inside[0].i < edge <= inside[-1].i:
            cut = made(scene, (inside[0].i, edge - 1), content.frame, content.head, content.note)
            return draft if cut is None else before_others(replace(draft, content=cut), found)
    comma = _remark(scene, draft, inside)
    cut = made(scene, (inside[0].i, comma - 1), content.frame, content.head, content.note) if comma else None
    return draft if cut is None else replace(draft, content=cut)


def _remark(scene: Scene, draft: Draft, inside: tuple[Token, ...]) -> int | None:
    """Return the comma before what somebody else makes of the words before it (*, een cijfer dat de bond betwist*)."""
    for t in inside[1:-3]:
        named = t.text == "," and scene.words[t.i + 1] == "een"
        opens = next((r.i for r in scene.tokens[t.i + 3 : t.i + 5] if r.lower in ("dat", "die", "waar")), None) if named else None
        if opens is None or not _of_speech(scene.tokens[opens - 1]):
            continue
        others = {x for r in scene.tokens[opens + 1 : opens + 4] if r.i <= inside[-1].i for x in scene.who(r.i)}
        if others and not others & set(draft.holders):
            return t.i
    return None


def _of_speech(noun: Token) -> bool:
    lexicon, word = reporting(), noun.lemma.lower()
    return word in lexicon.nouns or word in lexicon.reports or word in lexicon.estimates


def _stands_apart(scene: Scene, clause: Token) -> bool:
    """Tell whether a clause is no part of the one it hangs on: *maar* or *terwijl* sets it against that, or nothing joins it."""
    joins = {t.lower for t in scene.sentence.children(clause.i, "cc", "mark") if t.i < clause.i}
    against = bool(joins & _AGAINST)
    return against or (clause.dep in ("parataxis", "appos") and not joins and scene.finite(clause.i) is not None)


def _without_next(scene: Scene, head: int, last: int) -> int:
    """Return the end of a phrase without what was read as an apposition, but no comma closes (*volgens X, de brug zakt*)."""
    for t in scene.sentence.children(head, "appos"):
        below = scene.sentence.subtree(t.i)
        opened = below[0] > head + 1 and (scene.words[below[0] - 1] == "," or scene.words[below[0]] == ",")
        closed = scene.words[below[-1] + 1 : below[-1] + 2] == (",",)
        if opened and not closed and t.pos == "NOUN" and below[-1] == last and scene.sentence.children(t.i, "det"):
            return below[0] - (scene.words[below[0] - 1] == ",") - 1
    return last


def _lays_down(scene: Scene, ids: tuple[str, ...]) -> bool:
    """Tell whether what is named is a law, by which things are done, not somebody who says so (*volgens de wet*)."""
    return any(s.source_type == "law" for s in scene.sources if s.source_id in ids)


def _happened(scene: Scene, content: Content) -> bool:
    """Tell whether a clause says that something was done: its verb stands in the past, or in the perfect."""
    if content.head is None:
        return False
    verb = (scene.tokens[content.head], *scene.sentence.children(content.head, "aux", "aux:pass", "cop"))
    past = any("Tense=Past" in t.morph for t in verb)
    perfect = any("VerbForm=Part" in t.morph for t in verb) and any(t.lower in _PERFECT for t in verb)
    return past or perfect


def _divides(scene: Scene, head: int) -> bool:
    """Tell whether a bare common noun says how things are split up, not who says so: *cijfers volgens gewest*."""
    noun = lookup(scene.tokens[head].text)
    bare = not scene.sentence.children(head, "det", "nmod:poss", "amod", "flat", "appos", "nummod", "nmod")
    return bare and noun is not None and not noun.plural and noun.word == scene.words[head]


def _in_my_view(scene: Scene, cue: Cue) -> Draft | None:
    """Return the claim of the own voice in a fixed phrase (*mijns inziens*)."""
    content = _said(scene, cue, (cue.tokens[0], cue.tokens[-1]), cue.tokens[-1]) or _around(scene, cue)
    return (
        None
        if content is None
        else Draft(scene, "claim/own-view", cue.entry.act, (scene.voice,), cue.tokens, content, (), cue.entry, verb=cue.verb)
    )


def _around(scene: Scene, cue: Cue) -> Content | None:
    """Return the whole sentence, where the parser took the phrase for what it says (*dit is mijns inziens maar een begin*)."""
    root = scene.sentence.root.i
    inside = root in cue.tokens and bool(scene.sentence.children(root, "cop", "nsubj")) and not scene.asks
    start = cue.tokens[-1] + 1 if cue.tokens[0] == 0 else 0
    return made(scene, (start, len(scene.tokens) - 1), "clause", None) if inside else None


def _object_of(scene: Scene, cue: Cue) -> int | None:
    last = scene.tokens[cue.tokens[-1]]
    if len(cue.tokens) > 1:
        after = next((t for t in scene.tokens[last.i + 1 :] if t.pos in ("NOUN", "PROPN", "PRON")), None)
        return None if after is None else (after.head if after.dep in ("flat", "fixed") else after.i)
    if last.head != last.i and last.head > last.i:
        head = scene.tokens[last.head]
        return head.i if head.pos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X") or scene.who(head.i) else None
    after = next((t for t in scene.tokens[last.i + 1 : last.i + 6] if t.pos in ("NOUN", "PROPN", "PRON")), None)
    return None if after is None else after.i


def _said(scene: Scene, cue: Cue, phrase: tuple[int, int], head: int) -> Content | None:
    if "quote" in cue.entry.frames:
        found = contents.content(scene, Cue(cue.entry, cue.tokens, cue.verb, (head,)))
        if found is not None:
            return found
    if "clause" not in cue.entry.frames:
        return None
    verb = _right_before(scene, phrase[0], _above(scene, head))
    asked = scene.asks and scene.tokens[verb].head == verb
    nominal = scene.tokens[verb].pos in ("NOUN", "PROPN") and not scene.sentence.children(verb, "cop", "nsubj")
    if verb == head or asked or nominal:
        return None
    bounds = surrounding(scene, phrase, verb)
    if bounds is None or (bounds[1] - bounds[0] > _TABLE and not any("VerbForm=Fin" in t.morph for t in scene.tokens)):
        return None
    return made(scene, bounds, "clause", verb)


def _right_before(scene: Scene, start: int, verb: int) -> int:
    """Return the head of the relative clause that ends where the phrase begins, to which it belongs before all others."""
    if not start or "VerbForm=Fin" not in scene.tokens[start - 1].morph:
        return verb
    top = scene.clause_top(start - 1)
    return top if scene.tokens[top].dep == "acl:relcl" and verb in (a.i for a in scene.sentence.ancestors(top)) else verb


def _above(scene: Scene, head: int) -> int:
    i = scene.tokens[head].head
    while scene.tokens[i].pos in ("NOUN", "PROPN") and scene.tokens[i].dep.startswith("nmod") and scene.tokens[i].head != i:
        i = scene.tokens[i].head
    top = scene.clause_top(i)
    while (above := scene.tokens[top].head) != top and scene.finite(top) is None and scene.tokens[above].lemma in _RAISING:
        top = above  # *het laat zich volgens X moeilijk raden*
    return top
