"""Tokens -> where a content begins and ends.

Never with punctuation or a quotation mark at an edge; cut where the cue or a reporting aside begins; on to the end of the
sentence over an afterthought without a verb.
"""

from __future__ import annotations

from relaas.extract.claims.drafts import Content, Cue
from relaas.extract.claims.lexicon import reporting
from relaas.extract.claims.scene import Scene
from relaas.model import Span, Token

#: Words that point at something said elsewhere, and are no content of their own.
POINTING = frozenset("dit dat het deze die zulks hetgeen wat daar er hier ze hem haar hen".split())
_JOINS = frozenset({"maar", "want", "dus", "en", "én"})
_SECOND = frozenset({"en", "maar", "doch", "noch", "alsook"})
_SPEAKERS = frozenset({"ik", "wij", "we", "hij", "zij", "ze", "men"})
_ALONE = _SPEAKERS | {"er", "het", "u", "hem", "hen", "zich"}
_RUNNING_ON = frozenset({"nadat", "zodat", "waardoor", "zodra", "totdat", "tenzij", "welke", "waarbij", "waarmee", "opdat"})
_BESIDE = frozenset({"net", "evenals", "samen", "zoals", "ook", "onder", "mede", "aldus", "anders", "conform"})
_ASIDE = 24  # words from one comma to the other
_PUNCTUATION = frozenset(".,;:?!…-–—()[]*_")


def trimmed(scene: Scene, first: int, last: int) -> tuple[int, int] | None:
    """Return the range without punctuation and quotation marks at its edges; None when nothing is left, or behind the end."""
    last = min(last, len(scene.tokens) - 1)

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
    return None if inside is None else Content(scene.sentence.source_span(*_with_brackets(scene, *inside)), frame, head, note)


def _with_brackets(scene: Scene, first: int, last: int) -> tuple[int, int]:
    """Take in the bracket right outside the range that goes with one inside it."""
    texts = [t.text for t in scene.tokens]
    inside = texts[first : last + 1]
    if inside.count("(") == inside.count(")") + 1 and texts[last + 1 : last + 2] == [")"]:
        return first, last + 1
    if inside.count(")") == inside.count("(") + 1 and first and texts[first - 1] == "(":
        return first - 1, last
    return first, last


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


def rounded(scene: Scene, cue: Cue, first: int, last: int) -> int:
    """Let a subordinate clause end where it does on the page: at its verbs or punctuation, before a new main clause."""
    tokens = scene.tokens
    last = before_remark(scene, first, last)
    if min(cue.tokens) > first or cue.entry.kind == "noun":
        return last
    finite = any("VerbForm=Fin" in t.morph for t in tokens[first : last + 1])
    end = last
    aside = _bracketed(scene, last + 1)
    for token in tokens[last + 1 :]:
        if token.i in aside:
            continue
        joins = token.pos in ("CCONJ", "SCONJ") and token.lower != "dan"
        closes = token.text in ",;:.?!()" or joins or token.i in cue.tokens
        if closes or ("VerbForm=Fin" in token.morph and finite):
            break
        end = token.i
    return continued(scene, cue, _with_adverbial(scene, cue, _with_second_clause(scene, cue, end)))


def _bracketed(scene: Scene, start: int) -> range:
    """Return the words in brackets right behind a clause, where it goes on after them (*geen (vaste) brug heeft*)."""
    tokens = scene.tokens
    if start >= len(tokens) or tokens[start].text != "(":
        return range(0)
    end = next((t.i for t in tokens[start:] if t.text == ")"), len(tokens))
    goes_on = end + 1 < len(tokens) and tokens[end + 1].pos not in ("PUNCT", "CCONJ", "SCONJ", "ADP")
    return range(start, end + 1) if goes_on else range(0)


def _with_adverbial(scene: Scene, cue: Cue, last: int) -> int:
    """Let a clause run on over a subordinate clause behind it, though that was hung on the cue (*, nadat de raad instemde*)."""
    tokens = scene.tokens
    at = last + 1
    if at >= len(tokens) or last < max(cue.tokens):
        return last
    comma = tokens[at].text == ","
    at += comma
    if at >= len(tokens) or tokens[at].lower not in (_RUNNING_ON if comma else _RUNNING_ON | {"als", "omdat", "wanneer"}):
        return last
    top = at
    while tokens[top].head not in cue.anchors and tokens[top].head > at:
        top = tokens[top].head
    if tokens[top].head not in cue.anchors or tokens[top].dep not in ("advcl", "ccomp", "acl:relcl", "csubj") or top == at:
        return last
    return max(last, before_remark(scene, at, scene.sentence.subtree(top)[-1]))


def _with_second_clause(scene: Scene, cue: Cue, last: int) -> int:
    """Let a clause run on over one joined to it by *en dat*, *maar dat* or *noch dat*."""
    tokens = scene.tokens
    at = last + 1
    while at < len(tokens) and tokens[at].text == ",":
        at += 1
    joined = [t.lower for t in tokens[at : at + 2]]
    if len(joined) < 2 or joined[0] not in _SECOND or joined[1] != "dat":
        return last
    head = tokens[at + 1].head
    if tokens[at + 1].dep != "mark" or head <= at + 1:
        return last
    if joined_to_cue(scene, cue, at + 1):
        return last
    return before_remark(scene, at + 2, scene.sentence.subtree(head)[-1])


def joined_to_cue(scene: Scene, cue: Cue, mark: int) -> bool:
    """Tell whether a second *dat* goes with the clause of the cue, not with what it says (*dat X zei dat A en dat Y zweeg*)."""
    head = scene.tokens[scene.tokens[mark].head]
    inside = scene.tokens[cue.verb].dep in ("csubj", "ccomp")
    return inside and scene.tokens[mark].dep == "mark" and head.dep == "conj" and head.head == cue.verb


def before_remark(scene: Scene, first: int, last: int) -> int:
    """Cut a clause before a main clause joined to it (*, maar de Raad is tegen*) or a remark on it (*, wat X afwijst*)."""
    tokens = scene.tokens
    for i in range(first + 2, last):
        comma = tokens[i - 1].text == ","
        if comma and tokens[i].lower in ("wat", "hetgeen"):
            return i - 2
        if tokens[i].lower in _JOINS and (comma or tokens[i - 1].pos in ("VERB", "AUX")) and begins_main_clause(scene, i + 1):
            return i - 2 if comma else i - 1
    return last


def behind_aside(scene: Scene, i: int) -> int | None:
    """Return the comma that closes what the comma at token `i` opens beside the clause (*zet zich, met succes, in voor*)."""
    tokens = scene.tokens
    if i >= len(tokens) or tokens[i].text != "," or tokens[i + 1 : i + 2] == ():
        return None
    for t in tokens[i + 1 : i + _ASIDE]:
        if t.text == ",":
            opens = tokens[i + 1].pos in ("ADP", "SCONJ") or tokens[i + 1].lower in _BESIDE
            goes_on = any(n.pos != "CCONJ" for n in tokens[t.i + 1 : t.i + 2])
            return t.i if opens and goes_on else None
        if t.text in ".;:?!" or "VerbForm=Fin" in t.morph or t.lower in ("dat", "die"):
            return None
    return None


def begins_main_clause(scene: Scene, i: int) -> bool:
    """Tell whether a finite verb comes early in the clause from token `i` on, and more than verbs after it."""
    tokens = scene.tokens
    if tokens[i].lower in _SPEAKERS and i + 1 < len(tokens) and "VerbForm=Fin" in tokens[i + 1].morph:
        return True
    finite = next((t.i for t in tokens[i : i + 4] if "VerbForm=Fin" in t.morph), None)
    if tokens[i].lower in _ALONE and tokens[i].pos != "DET" and finite != i + 1:
        return False  # its verb does not come second (*en er daarom van uitgaat*)
    if finite is None or any(t.pos == "SCONJ" for t in tokens[i:finite]):
        return False
    after = tokens[finite + 1] if finite + 1 < len(tokens) else None
    if finite == i + 1 and tokens[i].pos == "PRON" and behind_aside(scene, finite + 1) is not None:
        return True  # *en het ligt, na dit besluit, voor de hand*
    return after is not None and after.pos not in ("VERB", "AUX", "PUNCT")


def continued(scene: Scene, cue: Cue, last: int) -> int:
    """Let a content run to the end of the sentence over an afterthought without a verb (*, ook naar …*, *, vanwege …*)."""
    tokens = scene.tokens
    rest = tokens[last + 1 :]
    if len(rest) < 3 or rest[0].text != "," or last < max(cue.tokens):
        return last
    refers = rest[1].lower == "zoals" and "VerbForm=Part" in rest[2].morph  # *, zoals vermeld in de brief*
    starts = rest[1].lower in reporting().continuations and not refers
    whole = not any("VerbForm=Fin" in t.morph or t.text in ";:" or t.i in cue.tokens for t in rest)
    return rest[-1].i if starts and whole else last


def reads(scene: Scene, span: Span) -> tuple[Token, ...]:
    """Return the tokens of the sentence that stand in the span."""
    return scene.sentence.within(span)
