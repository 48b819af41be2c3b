"""Cue -> the words of what is said.

A content is a clause (*dat*, *of*, a question word, *te*), a noun phrase, a phrase after a preposition, quoted words, or a
main clause beside the cue. It never starts with *dat*, *of* or *om*, never ends in punctuation, and has no quotation mark at
its edge. Where the tree gives no clause but the words do (*dat* right of the cue), the words are taken, with a note.
"""

from __future__ import annotations

from relaas.extract.claims.drafts import Content, Cue
from relaas.extract.claims.lexicon import reporting
from relaas.extract.claims.quotes import Quoted
from relaas.extract.claims.scene import CLAUSES, SUBJECTS, Scene
from relaas.model import Span, Token

POINTING = frozenset(
    {"dit", "dat", "het", "deze", "die", "zulks", "hetgeen", "wat", "daar", "er", "hier", "ze", "hem", "haar", "hen"}
)
_ASKING = frozenset(
    {
        "hoe",
        "wat",
        "welke",
        "welk",
        "wie",
        "waarom",
        "waar",
        "wanneer",
        "hoeveel",
        "waarop",
        "waarvoor",
        "waarin",
        "waarmee",
        "waarover",
        "in",
    }
)
_PUNCTUATION = frozenset(".,;:?!…-–—()[]*_")
_CLAUSAL = frozenset(
    {
        "ccomp",
        "xcomp",
        "advcl",
        "acl",
        "acl:relcl",
        "csubj",
        "csubj:pass",
        "parataxis",
        "obj",
        "obl",
        "nsubj",
        "nsubj:pass",
        "conj",
        "dep",
        "appos",
    }
)


def content(scene: Scene, cue: Cue) -> Content | None:
    """Return what the cue joins as content, by the first of its frames that fits; None when none does."""
    for frame in cue.entry.frames:
        found = _in_frame(scene, cue, frame)
        if found is not None:
            return found
    return None


def clausal(scene: Scene, cue: Cue) -> Content | None:
    """Return the clause that a verb of judging takes when it stands without a predicate (*ik vind dat*)."""
    if "dat" not in cue.entry.frames:
        return None
    return _clause(scene, cue, "dat") or _before(scene, cue)


def _in_frame(scene: Scene, cue: Cue, frame: str) -> Content | None:
    if frame in ("dat", "of"):
        return _clause(scene, cue, frame)
    if frame == "te":
        return _infinitive(scene, cue) or _surface_infinitive(scene, cue)
    if frame == "pred":
        return _clause(scene, cue, "dat") or _infinitive(scene, cue) or _object(scene, cue)
    if frame == "quote":
        return _beside(scene, cue)
    if frame == "np":
        return _object(scene, cue)
    if frame == "inf":
        return _bare_infinitive(scene, cue)
    if frame == "subject":
        return _judged(scene, cue)
    return _prepositional(scene, cue, frame)


def trimmed(scene: Scene, first: int, last: int) -> tuple[int, int] | None:
    """Return the range without punctuation and quotation marks at its edges; None when nothing is left."""

    def bare(i: int) -> bool:
        text = scene.tokens[i].text
        return scene.is_mark(i) or all(c in _PUNCTUATION for c in text)

    while first <= last and bare(first):
        first += 1
    while first <= last and bare(last):
        last -= 1
    return (first, last) if first <= last else None


def made(scene: Scene, bounds: tuple[int, int], frame: str, head: int | None, note: str | None = None) -> Content | None:
    """Make a content of a range of tokens, its edges trimmed."""
    inside = trimmed(scene, *bounds)
    return None if inside is None else Content(scene.sentence.source_span(*inside), frame, head, note)


def extent(scene: Scene, head: int, cue: Cue | None, *, start: int | None = None) -> tuple[int, int]:
    """Return first and last token of what hangs below `head`, from `start`, cut where the cue or a reporting aside begins."""
    below = [i for i in scene.sentence.subtree(head) if start is None or i >= start]
    first, last = below[0], below[-1]
    for side in scene.sentence.children(head, "parataxis"):
        if (
            side.i > head
            and side.i > first
            and scene.tokens[scene.sentence.subtree(side.i)[0]].lower in ("aldus", "zegt", "zei", "zo")
        ):
            last = min(last, scene.sentence.subtree(side.i)[0] - 1)
    if cue is not None:
        own = [t for t in cue.tokens if first <= t <= last]
        if own and min(own) > first:
            last = min(own) - 1
        elif own:
            first = max(own) + 1
    return (first, max(first, last))


def _clauses(scene: Scene, cue: Cue) -> list[Token]:
    out = []
    for a in cue.anchors:
        for t in scene.sentence.children(a):
            if (t.dep in _CLAUSAL or (cue.entry.kind == "noun" and t.dep == "nmod")) and t.i not in cue.anchors:
                out.append(t)
                if cue.entry.kind == "noun" and t.dep == "nmod":
                    out.extend(c for c in scene.sentence.children(t.i, "acl", "acl:relcl"))
                if t.dep in ("obj", "nsubj", "obl", "nsubj:pass", "xcomp"):
                    out.extend(
                        c for c in scene.sentence.children(t.i, "acl", "acl:relcl", "ccomp", "csubj", "advcl") if c.i > cue.verb
                    )
    return out


def _clause(scene: Scene, cue: Cue, frame: str) -> Content | None:
    for top in _clauses(scene, cue):
        opening = _opening(scene, top, frame)
        if opening is not None:
            first, last = extent(scene, top.i, cue, start=opening)
            return made(scene, (first, _rounded(scene, cue, first, last)), frame, top.i)
    return _surface(scene, cue, frame)


def _rounded(scene: Scene, cue: Cue, first: int, last: int) -> int:
    """Let a subordinate clause end where it does on the page: at its verb cluster or punctuation, and before a new main clause."""
    tokens = scene.tokens
    for i in range(first + 2, last):
        if (
            tokens[i].lower in ("maar", "want", "dus")
            and tokens[i - 1].text == ","
            and any("VerbForm=Fin" in t.morph for t in tokens[i + 1 : i + 3])
        ):
            return i - 2
    if min(cue.tokens) > first or cue.entry.kind == "noun":
        return last
    finite = any("VerbForm=Fin" in t.morph for t in tokens[first : last + 1])
    end = last
    for token in tokens[last + 1 :]:
        joins = token.pos in ("CCONJ", "SCONJ") and token.lower != "dan"
        closes = token.text in ",;:.?!()" or joins or token.i in cue.tokens
        if closes or ("VerbForm=Fin" in token.morph and finite):
            break
        end = token.i
    return _continued(scene, cue, end)


def _continued(scene: Scene, cue: Cue, last: int) -> int:
    """Let a content run to the end of the sentence over an afterthought without a verb (*, ook naar …*, *, vanwege …*)."""
    tokens = scene.tokens
    rest = tokens[last + 1 :]
    if len(rest) < 3 or rest[0].text != "," or last < max(cue.tokens):
        return last
    starts = rest[1].lower in reporting().continuations
    whole = not any("VerbForm=Fin" in t.morph or t.text in ";:" or t.i in cue.tokens for t in rest)
    return rest[-1].i if starts and whole else last


def _opening(scene: Scene, top: Token, frame: str) -> int | None:
    """Return the first token of the content of a subordinate clause of this frame; None when it is another kind of clause."""
    marks = [
        t
        for t in scene.sentence.children(top.i)
        if t.i < top.i and t.lower == frame and t.dep in ("mark", "nsubj", "obj", "advmod", "det", "cc")
    ]
    if frame == "dat":
        marks = [t for t in marks if t.dep == "mark" or t.i == scene.sentence.subtree(top.i)[0]]
        if top.dep == "acl:relcl" and not any(t.dep == "mark" for t in marks) and not _cannot_be_relative(scene, top):
            return None
        return marks[0].i + 1 if marks else None
    if marks:
        return marks[0].i + 1
    first = scene.sentence.subtree(top.i)[0]
    word = scene.tokens[first].lower
    asking = word in _ASKING - {"in", "waar"} or (
        word == "in" and first + 1 < len(scene.tokens) and scene.tokens[first + 1].lower in ("hoeverre", "welke")
    )
    finite = scene.finite(top.i)
    last = finite.i if finite is not None else top.i
    final = all(t.i <= max(last, top.i) for t in scene.sentence.children(top.i, *SUBJECTS))
    return first if asking and final and top.dep != "acl:relcl" and first > 0 else None


def _cannot_be_relative(scene: Scene, top: Token) -> bool:
    """Tell whether *dat* cannot refer to the noun before it: that noun is plural, a name, or goes with *de*."""
    noun = scene.tokens[top.head]
    return (
        noun.pos == "PROPN" or "Number=Plur" in noun.morph or any(t.lower == "de" for t in scene.sentence.children(noun.i, "det"))
    )


def _surface(scene: Scene, cue: Cue, frame: str) -> Content | None:
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
    reach = len(scene.tokens) if expletive else min(edge + 4, len(scene.tokens))
    for i in range(edge + 1, reach):
        token = scene.tokens[i]
        close = token.lower == "dat" and i <= edge + 2 and any(t.pos in ("VERB", "AUX") for t in scene.tokens[i + 2 :])
        if token.lower == frame and (token.pos == "SCONJ" or token.dep == "mark" or close):
            head = token.head if token.head > i and token.dep == "mark" else None
            last = len(scene.tokens) - 1
            if head is not None and head not in cue.anchors:
                last = scene.sentence.subtree(head)[-1]
            if cue.entry.kind == "noun":
                last = _before_main_verb(scene, i, last)
            return made(scene, (i + 1, max(last, i + 1)), frame, head, "the clause was taken by its first word")
        if token.text in ".;:?!" or (not expletive and token.pos in ("VERB", "AUX", "NOUN")):
            return None
    return None


def _short(scene: Scene, i: int) -> bool:
    return not any("VerbForm=Fin" in scene.tokens[j].morph for j in scene.sentence.subtree(i))


def _before_main_verb(scene: Scene, first: int, last: int) -> int:
    """Cut a clause inside the subject where the verb of the main clause follows its own (*dat het zo is | klopt*)."""
    for i in range(first + 1, last):
        if "VerbForm=Fin" in scene.tokens[i].morph and "VerbForm=Fin" in scene.tokens[i + 1].morph:
            return i
    return last


def _surface_infinitive(scene: Scene, cue: Cue) -> Content | None:
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
            return made(scene, (opening + 1, last), "te", i + 1, "the clause was taken by its first word")
    return None


def _infinitive(scene: Scene, cue: Cue) -> Content | None:
    for top in _clauses(scene, cue):
        marks = [t for t in scene.sentence.children(top.i, "mark") if t.lower == "te"]
        if not marks or top.i <= min(cue.tokens) and not top.dep.startswith(("ccomp", "xcomp", "csubj")):
            continue
        if scene.mark(top.i) in ("door", "zonder", "na", "alvorens", "teneinde"):
            continue
        if top.dep == "conj" or top.dep == "acl:relcl":
            continue
        below = [i for i in scene.sentence.subtree(top.i) if i not in cue.tokens]
        if top.i > cue.verb:
            below = [i for i in below if i > cue.verb and not _addressed(scene, cue, i)]
        while (
            below
            and scene.tokens[below[0]].lower
            in ("om", "ervan", "er", "van", "ertoe", "erop", "op", "ernaar", "ervoor", ",", "aan")
            and below[0] < top.i
        ):
            if scene.tokens[below[0]].lower in ("van", "op", "aan") and scene.tokens[below[0]].head != top.i:
                break
            below.pop(0)
        if below:
            return made(scene, (below[0], below[-1]), "te", top.i)
    return None


def _speaks(form: str) -> bool:
    return any(not f.entry.words and (f.joined or not f.entry.particle) for f in reporting().verbs.get(form, ()))


def _bare_infinitive(scene: Scene, cue: Cue) -> Content | None:
    """What somebody wants to do: the clause of the modal without its subject and the modal itself."""
    top = scene.tokens[cue.verb].head if scene.tokens[cue.verb].dep == "aux" else None
    if top is None:
        below = [
            t
            for t in scene.sentence.children(cue.verb, "xcomp", "ccomp")
            if "VerbForm=Inf" in t.morph and not scene.sentence.children(t.i, "mark")
        ]
        top = below[0].i if below else None
    if top is None or "VerbForm=Inf" not in scene.tokens[top].morph or _speaks(scene.tokens[top].lower):
        return None
    own = {top, cue.verb}
    aside = {
        i
        for a in own
        for t in scene.sentence.children(a)
        if t.dep in ("nsubj", "cc", "punct", "mark", "expl", "parataxis") and t.i not in own
        for i in scene.sentence.subtree(t.i)
    }
    final = scene.mark(top) is not None or scene.mark(cue.verb) is not None
    inside = [i for i in scene.sentence.subtree(top) if i not in aside and i != cue.verb and (final or i > cue.verb)]
    while inside and scene.tokens[inside[0]].lower in ("ook", "dan", "wel", "daarom", "graag", "niet"):
        inside.pop(0)
    return made(scene, (inside[0], inside[-1]), "inf", top) if inside else None


def _addressed(scene: Scene, cue: Cue, i: int) -> bool:
    """Tell whether a token belongs to the object of the cue, not to the infinitive, though the parser may hang it below."""
    token = scene.tokens[i]
    return token.head in cue.anchors and token.dep in ("obj", "iobj")


def _object(scene: Scene, cue: Cue) -> Content | None:
    labels = ("nsubj:pass",) if scene.is_passive(cue.verb) else ("obj", "iobj")
    subjects = scene.sentence.children(cue.verb, "nsubj")
    for a in cue.anchors:
        doubled = subjects[1:] if a == cue.verb and not scene.is_passive(a) else ()
        for t in (*scene.sentence.children(a, *labels), *doubled):
            if t.i in cue.anchors or t.dep == "obl" or scene.case_of(t.i) is not None:
                continue
            if t.lower in POINTING or t.pos == "PRON":
                continue
            first, last = extent(scene, t.i, cue)
            if scene.tokens[first].lower == "geen" and first < last:
                first += 1
            last = _continued(scene, cue, _extended(scene, cue, t.i, last))
            return made(scene, (first, last), "np", t.i)
    return _participle_head(scene, cue)


def _participle_head(scene: Scene, cue: Cue) -> Content | None:
    """The noun that a participle of saying stands before is what was said (*de door X gevraagde steun*)."""
    if not scene.is_bare_participle(cue.verb):
        return None
    head = scene.tokens[cue.verb].head
    subjects = scene.sentence.children(head, "nsubj") if scene.sentence.children(head, "cop") else ()
    if subjects:
        below = scene.sentence.subtree(subjects[0].i)
        return made(scene, (below[0], below[-1]), "np", subjects[0].i)
    first = cue.verb + 1 if head > cue.verb else scene.sentence.subtree(head)[0]
    last = scene.sentence.subtree(head)[-1] if head > cue.verb else cue.verb - 1
    inside = [i for i in range(first, last + 1) if i not in scene.sentence.subtree(cue.verb)]
    return made(scene, (inside[0], inside[-1]), "np", head) if inside else None


def _extended(scene: Scene, cue: Cue, head: int, last: int) -> int:
    """Support or opposition of somebody goes on with that in which (*de EU in haar inspanningen*)."""
    if cue.entry.act not in ("endorse", "reject"):
        return last
    for a in cue.anchors:
        for t in scene.obliques(a, ("in", "bij")):
            if t.i > head and any("Poss=Yes" in d.morph or d.tag.startswith("VNW_bez") for d in scene.sentence.children(t.i)):
                last = max(last, scene.sentence.subtree(t.i)[-1])
    return last


def _prepositional(scene: Scene, cue: Cue, preposition: str) -> Content | None:
    for a in dict.fromkeys((*cue.anchors, *(t for t in cue.tokens if t not in cue.anchors))):
        for t in scene.obliques(a, (preposition,)):
            if t.i in cue.tokens:
                continue
            first, last = extent(scene, t.i, cue)
            case = next(c for c in scene.sentence.children(t.i, "case", "mark") if c.lower == preposition)
            if t.lower in POINTING or t.pos == "PRON" or t.lower in reporting().adverbials:
                continue
            found = made(scene, (max(first, case.i + 1), _continued(scene, cue, last)), preposition, t.i)
            if found is not None:
                return found
    return _deeper(scene, cue, preposition) or _stranded(scene, cue, preposition)


def _deeper(scene: Scene, cue: Cue, preposition: str) -> Content | None:
    """The phrase may hang on the object, or on the owner of a nominal cue (*bezwaar van X tegen Y*)."""
    for a in cue.anchors:
        for t in scene.sentence.children(a, "obj", "nmod", "iobj", "nsubj:pass"):
            for p in scene.obliques(t.i, (preposition,)):
                case = next(c for c in scene.sentence.children(p.i, "case", "mark") if c.lower == preposition)
                if p.i > t.i > cue.verb and p.pos != "PRON" and (preposition != "van" or "obj" in cue.entry.to):
                    return made(scene, (case.i + 1, scene.sentence.subtree(p.i)[-1]), preposition, p.i)
    return None


def _stranded(scene: Scene, cue: Cue, preposition: str) -> Content | None:
    """Take the noun phrase right after cue and preposition, where the parser hung it elsewhere."""
    edge = max(cue.tokens)
    if edge + 1 >= len(scene.tokens) or scene.tokens[edge + 1].lower != preposition:
        return None
    first = last = edge + 2
    while last < len(scene.tokens) and not _ends_phrase(scene.tokens[last]):
        last += 1
    head = next((t.i for t in scene.tokens[first:last] if t.pos in ("NOUN", "PROPN")), None)
    if head is None:
        return None
    return made(scene, (first, _continued(scene, cue, last - 1)), preposition, head, "the phrase was taken by its place")


def _ends_phrase(token: Token) -> bool:
    return token.text in ".,;:?!" or token.pos == "SCONJ" or "VerbForm=Fin" in token.morph


def _judged(scene: Scene, cue: Cue) -> Content | None:
    """The subject or clause of a judgement."""
    for frame in ("dat", "of"):
        found = _clause(scene, cue, frame)
        if found is not None:
            return found
    subjects = [t for a in cue.anchors for t in scene.sentence.children(a, *SUBJECTS) if t.i not in cue.tokens]
    real = [t for t in subjects if t.lower not in POINTING and t.pos != "PRON"]
    if not real:
        return _infinitive(scene, cue)
    first, last = extent(scene, real[0].i, cue)
    return made(scene, (first, last), "subject", real[0].i)


def _beside(scene: Scene, cue: Cue) -> Content | None:
    """Words beside the cue: a quotation or a clause before it (*…, zegt X*), or after a colon."""
    return _before(scene, cue) or _after(scene, cue)


def _before(scene: Scene, cue: Cue) -> Content | None:
    start = min(cue.tokens)
    if start and scene.tokens[start - 1].lower in ("zo", "aldus"):
        start -= 1
    inverted = any(t.i > cue.verb for a in cue.anchors for t in scene.sentence.children(a, "nsubj"))
    if cue.entry.kind == "verb" and not inverted:
        return None
    if start == 0:
        return _earlier(scene, scene.tokens[0].span.start)
    before = scene.tokens[start - 1]
    if not (before.text == "," or scene.is_mark(start - 1) or before.text in ".?!"):
        return None
    edge = start - 1 if before.text == "," else start
    quote = _closing(scene, scene.tokens[start].span.start, slack=4)
    if quote is not None:
        return Content(quote.span, "quote", None)
    top = scene.tokens[cue.verb]
    if (
        before.text != ","
        or top.dep not in ("parataxis", "ROOT", "conj", "appos", "acl", "advcl", "obl", "nmod")
        and cue.entry.kind == "verb"
    ):
        return None
    main = any(t.pos in ("VERB", "AUX") and "VerbForm=Fin" in t.morph for t in scene.tokens[:edge])
    if scene.tokens[0].lower in ("zoals", "als", "hoewel", "omdat", "indien", "volgens", "wanneer"):
        return None
    return made(scene, (0, edge - 1), "quote", None) if main and edge else None


def _earlier(scene: Scene, at: int) -> Content | None:
    """A quotation that ends right before the sentence."""
    quote = _closing(scene, at, slack=4)
    return None if quote is None else Content(quote.span, "quote", None)


def _closing(scene: Scene, at: int, *, slack: int) -> Quoted | None:
    """Return the outermost quoted stretch that closes within `slack` characters before offset `at`."""
    near = [q for q in scene.quotes if 0 < at - q.span.end <= slack]
    return min(near, key=lambda q: q.span.start) if near else None


def _after(scene: Scene, cue: Cue) -> Content | None:
    edge = max(cue.tokens)
    colon = next((t.i for t in scene.tokens[edge + 1 : edge + 12] if t.text == ":"), None)
    from_here = scene.tokens[colon if colon is not None else edge].span.end
    after = [q for q in scene.quotes if 0 <= q.span.start - from_here <= 3]
    if after:
        return Content(max(after, key=lambda q: len(q.span)).span, "quote", None)
    if colon is not None and colon + 1 < len(scene.tokens):
        return made(scene, (colon + 1, len(scene.tokens) - 1), "quote", None)
    end = scene.sentence.span.end
    inside = [
        q
        for q in scene.quotes
        if scene.tokens[edge].span.end <= q.span.start < end and q.span.end - q.span.start >= 12 and _own(scene, cue, q)
    ]
    return Content(inside[0].span, "quote", None) if inside else None


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
        below = [i for i in range(len(scene.tokens)) if not phrase[0] <= i <= phrase[1]]
    while below and scene.tokens[below[0]].lower in ("en", "maar", "want", "dus", ",", "dat"):
        below.pop(0)
    return (below[0], below[-1]) if below else None


def reads(scene: Scene, span: Span) -> tuple[Token, ...]:
    """Return the tokens of the sentence that stand in the span."""
    return tuple(t for t in scene.tokens if span.contains(t.span))


__all__ = ["CLAUSES", "POINTING", "content", "extent", "made", "reads", "surrounding", "trimmed"]
