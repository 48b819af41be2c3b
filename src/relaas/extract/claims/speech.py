"""Cue -> what is said in words beside it: a quotation or a main clause before or after the cue, or the clause around it.

Quotations are those paired on the text of the passage, so they may begin in an earlier sentence or end in a later one.
"""

from __future__ import annotations

from relaas.extract.claims.drafts import Content, Cue
from relaas.extract.claims.edges import begins_main_clause, made
from relaas.extract.claims.quotes import Quoted
from relaas.extract.claims.scene import Scene

_ASIDES = frozenset({"parataxis", "ROOT", "conj", "appos", "acl", "advcl", "obl", "nmod"})
_AGAINST = frozenset({"deny", "reject"})
_NEAR = 5  # words between a cue that denies and the colon after it
_REACH = 18  # words between a cue and the colon after it
_ADDRESS = frozenset({"weten", "zien-dat"})  # *zoals u weet* is a phrase of address
_SUBORDINATE = frozenset("zoals als hoewel omdat indien volgens wanneer wat gezien gelet waar terwijl nadat".split())


def quoted_content(scene: Scene, quote: Quoted) -> Content:
    """Make a content of quoted words, without the punctuation that ends them."""
    words = quote.text.rstrip(".,;:?! ")
    assert scene.part.passage is not None
    end = quote.start + len(words) if words else quote.end
    return Content(scene.part.passage.span(quote.start, end), "quote", None)


def beside(scene: Scene, cue: Cue) -> Content | None:
    """Words beside the cue: a quotation or a clause before it (*…, zegt X*), or after a colon."""
    return said_before(scene, cue) or _after(scene, cue)


def said_before(scene: Scene, cue: Cue) -> Content | None:
    """Return the quotation or main clause that ends right before the cue (*De brug sluit, zegt X*); None without one."""
    start = min(cue.tokens)
    if start and scene.tokens[start - 1].lower in ("zo", "aldus"):
        start -= 1
    if cue.entry.kind == "verb" and not any(t.i > cue.verb for a in cue.anchors for t in scene.sentence.children(a, "nsubj")):
        return None
    if start == 0:
        return _earlier(scene, scene.tokens[0].span.start)
    before = scene.tokens[start - 1]
    if not (before.text in ",.?!" or scene.is_mark(start - 1)):
        return None
    quote = _closing(scene, scene.tokens[start].span.start, slack=4)
    if quote is not None:
        return quoted_content(scene, quote)
    return _main_clause(scene, cue, start - 1) if before.text == "," else None


def as_said(scene: Scene, cue: Cue) -> Content | None:
    """Return the main clause beside a clause with *zoals* (*zoals X stelt, zakt de brug*); none in a question."""
    verb = scene.tokens[cue.verb]
    opening = next((t.i for t in scene.sentence.children(verb.i, "mark") if t.lower == "zoals"), None)
    reports = cue.entry.kind == "verb" and bool({"dat", "quote"} & set(cue.entry.frames)) and cue.entry.key not in _ADDRESS
    reports = reports and "in" not in cue.entry.via  # *zoals vermeld in de brief* only refers
    if opening is None or not reports or verb.dep != "advcl" or scene.asks:
        return None
    below = scene.sentence.subtree(verb.i)
    rest = [t for t in scene.tokens if t.i > below[-1] and t.pos != "PUNCT"]
    if opening == 0:
        bounds = (below[-1] + 1, len(scene.tokens) - 1)
    elif scene.tokens[opening - 1].text == "," and not rest:
        bounds = (0, opening - 2)
    else:
        return None
    stated = any("VerbForm=Fin" in t.morph for t in scene.tokens[bounds[0] : bounds[1] + 1])
    return made(scene, bounds, "clause", verb.head) if stated else None


def _main_clause(scene: Scene, cue: Cue, edge: int) -> Content | None:
    """Return the words before the comma at token `edge`, when they are a main clause and the cue hangs on it as an aside."""
    if cue.entry.kind == "verb" and scene.tokens[cue.verb].dep not in _ASIDES:
        return None
    if not edge or scene.tokens[0].lower in _SUBORDINATE:
        return None
    main = any(t.pos in ("VERB", "AUX") and "VerbForm=Fin" in t.morph for t in scene.tokens[:edge])
    return made(scene, (0, _end_around(scene, cue, edge)), "quote", None) if main else None


def _end_around(scene: Scene, cue: Cue, edge: int) -> int:
    """Return where a clause ends: at the comma before the cue, or behind the aside it stands in (*is, aldus X, slecht*)."""
    if cue.entry.kind != "preposition":
        return edge - 1
    close = next((t.i for t in scene.tokens[max(cue.tokens) :] if t.text == ","), len(scene.tokens) - 1)
    rest = [t for t in scene.tokens[close + 1 :] if t.pos != "PUNCT"]
    return rest[-1].i if rest and rest[0].pos not in ("CCONJ", "SCONJ") else edge - 1


def _earlier(scene: Scene, at: int) -> Content | None:
    """Return a quotation that ends right before the sentence."""
    quote = _closing(scene, at, slack=4)
    return None if quote is None else quoted_content(scene, quote)


def _closing(scene: Scene, at: int, *, slack: int) -> Quoted | None:
    """Return the outermost quoted stretch that closes within `slack` characters before offset `at`."""
    near = [q for q in scene.quotes if 0 < at - q.span.end <= slack]
    return min(near, key=lambda q: q.span.start) if near else None


def _after(scene: Scene, cue: Cue) -> Content | None:
    edge = max(cue.tokens)
    colon = next((t.i for t in scene.tokens[edge + 1 : edge + _REACH] if t.text == ":"), None)
    from_here = scene.tokens[colon if colon is not None else edge].span.end
    after = [q for q in scene.quotes if 0 <= q.span.start - from_here <= 3]
    if after and not (colon is None and _goes_on(scene, after[0])):
        return quoted_content(scene, max(after, key=lambda q: len(q.span)))
    if colon is not None and colon + 1 < len(scene.tokens):
        return made(scene, (colon + 1, len(scene.tokens) - 1), "quote", None)
    end = scene.sentence.span.end
    inside = [
        q
        for q in scene.quotes
        if scene.tokens[edge].span.end <= q.span.start < end and q.span.end - q.span.start >= 12 and _own(scene, cue, q)
    ]
    return quoted_content(scene, inside[0]) if inside else None


def said_instead(scene: Scene, cue: Cue, content: Content) -> bool:
    """Tell whether what is denied was read behind a colon, where what holds instead stands: *betwist dat: de brug is veilig*."""
    if cue.entry.act not in _AGAINST:
        return False
    edge = max(cue.tokens)
    return any(t.text == ":" and t.span.start < content.span.end for t in scene.tokens[edge + 1 : edge + _NEAR])


def _goes_on(scene: Scene, quote: Quoted) -> bool:
    """Tell whether a clause goes on behind a few quoted words that begin it (*zei «spijt» te hebben*)."""
    rest = [t for t in scene.tokens if t.span.start >= quote.span.end and not scene.is_mark(t.i)]
    return bool(rest) and rest[0].lower == "te" and " " not in quote.text


def _own(scene: Scene, cue: Cue, quote: Quoted) -> bool:
    """Tell whether a quoted stretch hangs below the cue, with a finite verb of its own."""
    inside = [t for t in scene.tokens if quote.span.contains(t.span)]
    finite = any("VerbForm=Fin" in t.morph for t in inside)
    return finite and any(t.head in cue.anchors for t in inside)


def surrounding(scene: Scene, phrase: tuple[int, int], verb: int) -> tuple[int, int] | None:
    """Return the clause headed by `verb` without a phrase at its edge (*Volgens X is P*: *is P*)."""
    below = [i for i in scene.sentence.subtree(verb) if not phrase[0] <= i <= phrase[1]]
    marks = [
        t.i
        for t in scene.sentence.children(verb, "mark")
        if t.lower in ("dat", "of", "omdat", "aangezien", "doordat", "terwijl", "hoewel")
    ]
    if marks:
        below = [i for i in below if i > marks[0]]
    if scene.tokens[verb].dep == "acl:relcl":
        below = [i for i in below if "PronType=Rel" not in scene.tokens[i].morph]
    if scene.tokens[verb].head == verb:
        start = max((t.i + 1 for t in scene.tokens[: phrase[0]] if t.text in ":;"), default=0)
        stop = _next_clause(scene, phrase[1])
        below = [i for i in range(start, stop) if not phrase[0] <= i <= phrase[1]]
    while below and scene.tokens[below[0]].lower in ("en", "maar", "want", "dus", ",", "dat"):
        if below[0] == 0 and scene.words[0] == "dat":
            break  # *dat het zakt, staat volgens X vast*
        below.pop(0)
    return (below[0], below[-1]) if below else None


def _next_clause(scene: Scene, at: int) -> int:
    """Return the semicolon behind token `at` where another main clause begins, which no adverb joins; else the end.

    What stands behind a colon is a list (*drie redenen: A; B; C*), and *; zo zakt de brug* goes on with what was said.
    """
    for token in scene.tokens[at + 1 : -1]:
        if token.text == ":":
            break
        after = scene.tokens[token.i + 1]
        if token.text == ";" and after.pos != "ADV" and begins_main_clause(scene, after.i):
            return token.i
    return len(scene.tokens)
