"""Content -> the same content with all that belongs to it: what the parser hung higher than its first part.

A second object joined to the first, more infinitives of one wish, a clause joined by *maar dat*, the aim or condition behind, the
rest of a quotation, what a colon adds, the noun that a clause explains. Nothing is taken in over words of the cue, nor a clause
with a verb of its own that stands in the main clause.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from relaas.extract.claims.drafts import Content, Cue
from relaas.extract.claims.edges import POINTING, before_remark, begins_main_clause, joined_to_cue, made, reads
from relaas.extract.claims.lexicon import reporting
from relaas.extract.claims.scene import SUBJECTS, Scene
from relaas.model import Token

_JOINING = frozenset({"en", "of", "alsook", "én"})
_BUT = frozenset({"en", "maar", "doch"})
_WHEN = frozenset({"wanneer", "indien", "als", "zodra", "zolang", "zodat", "totdat", "voordat"})
_NOMINAL = frozenset({"NOUN", "PROPN", "X", "NUM"})
_LISTED = _NOMINAL | {"ADJ", "DET", "ADP", "CCONJ"}
_LONG = 40  # words of a list
_TO_END = 4  # words that may follow the last infinitive of a series
_CLAUSES = frozenset({"dat", "of", "quote", "clause", "words", "te", "inf"})
_PERFECT = frozenset({"zijn", "is", "hebben", "heeft"})
#: Nouns that add nothing to the clause they stand before (*is zich bewust van het feit dat*).
_EMPTY = frozenset({"feit", "omstandigheid", "gegeven", "idee", "indruk", "mening", "standpunt", "opvatting", "vraag"})


@dataclass(frozen=True)
class _Words:
    """The words of a content, first and last token, in their sentence."""

    scene: Scene
    cue: Cue
    content: Content
    first: int
    last: int

    def after(self, n: int) -> tuple[Token, ...]:
        """Return the next tokens behind the content."""
        return self.scene.tokens[self.last + 1 : self.last + 1 + n]


def whole(scene: Scene, cue: Cue, content: Content) -> Content:
    """Return the content with what belongs to it behind, and the noun that heads it before."""
    inside = reads(scene, content.span)
    if content.frame == "quote" or not inside or not scene.sentence.span.contains(content.span):
        return content
    first, last = inside[0].i, inside[-1].i
    end = last
    for further in _FURTHER:
        reached = further(_Words(scene, cue, content, first, end))
        end = end if any(last < i <= reached for i in cue.tokens) else reached
    words = _Words(scene, cue, content, first, end)
    bounds = _from_noun(words), _before_main_clause(words)
    if bounds == (first, last):
        return content
    return made(scene, bounds, content.frame, content.head, content.note) or content


def _quoted(words: _Words) -> int:
    """Go on to the end of the quotation that the content begins with."""
    tokens, last = words.scene.tokens, words.last
    start = tokens[words.first].span.start
    for quote in words.scene.quotes:
        if quote.span.start <= start <= quote.span.start + 2 and quote.span.end > tokens[last].span.end:
            return max([last, *(t.i for t in tokens[last + 1 :] if quote.span.contains(t.span))])
    return last


def _numbered(words: _Words) -> int:
    """Take in the name right behind a number (*artikel 10 | Grondwet*)."""
    tokens, last = words.scene.tokens, words.last
    if tokens[last].pos != "NUM" or tokens[last].text.endswith("."):
        return last
    while last + 1 < len(tokens) and tokens[last + 1].pos == "PROPN":
        last += 1
    year = last > words.last and last + 1 < len(tokens) and tokens[last + 1].pos == "NUM"
    return last + 1 if year else last


def _members(words: _Words) -> int:
    """Take in a noun phrase joined to the end of the content, wherever the parser hung it (*over de kosten | en de baten*)."""
    scene, tokens, last = words.scene, words.scene.tokens, words.last
    while last + 2 < len(tokens) and tokens[last + 1].lower in _JOINING and tokens[last].pos in ("NOUN", "PROPN", "ADV"):
        joined = tokens[tokens[last + 1].head]
        below = scene.sentence.subtree(joined.i)
        nominal = joined.pos in _NOMINAL and joined.dep == "conj" and joined.i > last + 1 and below[0] == last + 1
        if not nominal or scene.finite(joined.i) is not None or scene.sentence.children(joined.i, *SUBJECTS, "cop", "case"):
            break
        after = tokens[below[-1] + 1] if below[-1] + 1 < len(tokens) else None
        if after is not None and after.pos in ("VERB", "AUX", "ADV"):
            break  # it is the subject of the next clause
        last = below[-1]
    return last


def _list(words: _Words) -> int:
    """Take in the rest of a list of phrases that ends the clause (*zet in op water, schone lucht en een norm voor stof*)."""
    tokens, last = words.scene.tokens, words.last
    if words.content.frame in _CLAUSES or words.content.frame == "subject" or last < max(words.cue.tokens):
        return last
    rest = words.after(_LONG)
    if len(rest) < 3 or rest[0].text != "," or tokens[last].pos not in _NOMINAL:
        return last
    end = next((t.i for t in rest if t.pos not in _LISTED and t.text not in ",()"), len(tokens))
    inside = tokens[last + 1 : end]
    joins = [t.i for t in inside if t.pos == "CCONJ"]
    ends = end == len(tokens) or tokens[end].text in ".;:?!"
    listed = ends and joins and all(tokens[i].lower in _JOINING for i in joins) and inside[-1].pos in _NOMINAL
    return end - 1 if listed and rest[1].pos != "ADP" and joins[-1] > last + 2 else last


def _infinitives(words: _Words) -> int:
    """Take in the further infinitives of one wish (*wil A verbeteren, B stimuleren en C afschaffen*)."""
    scene, last = words.scene, words.last
    if words.content.frame != "inf":
        return last
    for top in scene.sentence.children(words.cue.verb, "xcomp", "conj"):
        below = scene.sentence.subtree(top.i)
        plain = top.lower.endswith("n") and "VerbForm=Part" not in top.morph and "Tense=Past" not in top.morph
        helped = scene.sentence.children(top.i, "aux", "cop", "aux:pass", "mark")
        if top.i > last and below[0] <= last + 2 and plain and not helped and not _has_subject(scene, top.i, below):
            last = below[-1]
    return last


def _has_subject(scene: Scene, top: int, below: tuple[int, ...]) -> bool:
    """Tell whether a verb, or one joined to it, has a subject; those of the clauses below it are none."""
    subjects = [scene.tokens[i] for i in below if scene.tokens[i].dep in SUBJECTS]
    return any(not _in_clause(scene, t.head, top) for t in subjects)


def _in_clause(scene: Scene, i: int, top: int) -> bool:
    while i != top:
        if scene.tokens[i].dep in ("acl:relcl", "ccomp", "advcl", "csubj", "acl"):
            return True
        i = scene.tokens[i].head
    return False


def _second(words: _Words) -> int:
    """Take in a second clause with *dat* that the parser read as another word (*weliswaar A, maar dat B*)."""
    tokens, last = words.scene.tokens, words.last
    i = last + 1
    while i < len(tokens) and tokens[i].text == ",":
        i += 1
    if words.content.frame != "dat" or i + 2 >= len(tokens) or tokens[i].lower not in _BUT or tokens[i + 1].lower != "dat":
        return last
    if tokens[i + 1].dep == "det" or "VerbForm=Fin" in tokens[i + 2].morph or joined_to_cue(words.scene, words.cue, i + 1):
        return last  # *en dat is goed*: a main clause
    end = next((t.i - 1 for t in tokens[i + 2 :] if t.text in ",;:.?!"), len(tokens) - 1)
    finite = any("VerbForm=Fin" in t.morph for t in tokens[i + 2 : end + 1])
    return end if finite else last


def _series(words: _Words) -> int:
    """Take in the further members of a series, whose last one repeats its first word (*dat A komt, B gaat en dat C blijft*)."""
    last, cue = words.last, words.cue
    rest = words.after(_LONG)
    if len(rest) < 4 or rest[0].text != "," or last < max(cue.tokens) or cue.entry.kind == "noun":
        return last
    stop = next((t.i for t in rest if t.text in ".;:?!"), last + len(rest) + 1)
    within = {"dat": _clauses_in_series, "te": _infinitives_in_series}.get(words.content.frame)
    return last if within is None else within(words, stop)


def _clauses_in_series(words: _Words, stop: int) -> int:
    """Return the end of the clause behind *en dat*; that of another verb's clause is none (*, maar denkt dat B en dat C*)."""
    tokens, last = words.scene.tokens, words.last
    joins = (t.i for t in tokens[last + 2 : stop] if t.lower == "en")
    at = next((i for i in joins if tokens[i + 1].lower == "dat" and tokens[i + 1].dep == "mark"), None)
    if at is None or any(t.lower == "dat" for t in tokens[last + 1 : at]):
        return last
    return words.scene.sentence.subtree(tokens[at + 1].head)[-1]


def _infinitives_in_series(words: _Words, stop: int) -> int:
    """Return the last infinitive with *te* of a series that ends the sentence and has no main clause in it."""
    scene, tokens, last = words.scene, words.scene.tokens, words.last
    inside = tokens[last + 1 : stop]
    members = [t.i for t in inside if t.lower == "te" and "VerbForm=Inf" in tokens[t.i + 1].morph]
    joins = [t.i for t in inside if t.lower == "en"]
    broken = any(t.text == "," and begins_main_clause(scene, t.i + 1) for t in inside[:-1])
    ends = bool(joins) and len(members) > 1 and joins[-1] < members[-1] and stop - members[-1] <= _TO_END
    return members[-1] + 1 if ends and not broken else last


def _as_what(words: _Words) -> int:
    """Take in as what somebody is meant (*de benoeming van X | als rechter*)."""
    scene, tokens, last = words.scene, words.scene.tokens, words.last
    after = words.after(1)
    other = words.content.frame in _CLAUSES | {"np", "subject"}  # *noemt het beeld | als voorbeeld*
    if other or not after or after[0].lower != "als" or last < max(words.cue.tokens):
        return last
    head = tokens[after[0].head]
    below = scene.sentence.subtree(head.i)
    plain = head.i > last + 1 and head.pos in ("NOUN", "PROPN") and below[0] == last + 1
    return below[-1] if plain and not any("VerbForm=Fin" in tokens[i].morph for i in below) else last


def _between(words: _Words) -> int:
    """Take in between what something is (*ziet een verband | tussen regen en oogst*)."""
    scene, tokens, last = words.scene, words.scene.tokens, words.last
    after = words.after(1)
    if words.content.frame != "np" or not after or after[0].lower != "tussen" or tokens[last].pos != "NOUN":
        return last
    below = scene.sentence.subtree(after[0].head)
    plain = after[0].head > last + 1 and below[0] == last + 1
    return below[-1] if plain and not any("VerbForm=Fin" in tokens[i].morph for i in below) else last


def _aim(words: _Words) -> int:
    """Take in the aim right behind a phrase (*zet in op een norm om de lucht te zuiveren*)."""
    scene, last = words.scene, words.last
    after = words.after(1)
    if words.content.frame in _CLAUSES or "te" in words.cue.entry.frames or not after or last < max(words.cue.tokens):
        return last
    mark = after[0]
    if mark.lower != "om" or mark.head <= mark.i:
        return last
    infinite = any(t.lower == "te" for t in scene.sentence.children(mark.head, "mark"))
    return before_remark(scene, mark.i, scene.sentence.subtree(mark.head)[-1]) if infinite else last


def _condition(words: _Words) -> int:
    """Take in the condition right behind an infinitive (*raadt aan te wachten wanneer het regent*)."""
    scene, tokens, start = words.scene, words.scene.tokens, words.last + 1
    if words.content.frame not in ("te", "inf") or start + 1 >= len(tokens) or tokens[start].lower not in _WHEN:
        return words.last
    top = start
    while tokens[top].head > start and tokens[top].head != top:
        top = tokens[top].head
    below = scene.sentence.subtree(top)
    finite = any("VerbForm=Fin" in tokens[i].morph for i in below)
    return before_remark(scene, start, below[-1]) if top > start and finite and below[0] == start else words.last


def _behind(words: _Words) -> int:
    """Take in the phrases with a preposition right behind an infinitive (*raadt aan te rusten | in de schaduw*)."""
    scene, tokens, last = words.scene, words.scene.tokens, words.last
    if words.content.frame not in ("te", "inf") or last < max(words.cue.tokens) or tokens[last].pos not in ("VERB", "AUX"):
        return last
    while last + 1 < len(tokens) and tokens[last + 1].pos == "ADP" and tokens[last + 1].dep == "case":
        below = scene.sentence.subtree(tokens[last + 1].head)
        inside = tokens[last + 1 : below[-1] + 1]
        after = tokens[below[-1] + 1 : below[-1] + 2]
        goes_on = any(t.pos in ("VERB", "AUX", "ADJ", "ADV", "PRON") and t.lower not in ("gezien", "gelet") for t in after)
        if below[0] != last + 1 or goes_on or any(t.pos in ("VERB", "AUX") or t.text in ",;:" for t in inside):
            break
        last = below[-1]
    return last


def _explained(words: _Words) -> int:
    """Go on over a colon to the end of the sentence, where what it adds has no verb (*op twee waarden: rust en ruimte*)."""
    scene, last = words.scene, words.last
    rest = scene.tokens[last + 1 :]
    if len(rest) < 3 or rest[0].text != ":" or words.content.frame == "of":
        return last
    short = not any("VerbForm=Fin" in t.morph or t.text in ";:" or scene.is_mark(t.i) for t in rest[1:])
    return rest[-1].i if short and rest[1].pos in ("DET", "NOUN", "ADJ", "PROPN", "NUM") else last


def _from_noun(words: _Words) -> int:
    """Begin with the noun whose clause the content is, where it stands right before (*ziet het gevaar dat de dijk breekt*)."""
    scene, cue, first = words.scene, words.cue, words.first
    frame = words.content.frame
    if frame not in ("dat", "te") or first < 2 or scene.words[first - 1] != ("dat" if frame == "dat" else "om"):
        return first
    if frame == "te" and ("obj" in cue.entry.to or "np" not in cue.entry.frames):
        return first  # the noun is the one it is said to
    noun = scene.tokens[first - 2]
    named = noun.pos == "NOUN" and scene.sentence.children(noun.i, "det", "nmod:poss")
    own = named and noun.dep == "obj" and noun.head in cue.anchors and scene.case_of(noun.i) is None
    if not own or noun.i <= max(cue.tokens) or noun.lower in POINTING:
        return first
    if noun.lemma.lower() in _EMPTY or noun.lower in reporting().nouns or scene.who(noun.i):
        return first
    return next((i for i in scene.sentence.subtree(noun.i) if i > max(cue.tokens)), first)


def _before_main_clause(words: _Words) -> int:
    """Stop before a main clause that was joined to the infinitive (*om te delen | en zijn de buren ingelicht*)."""
    scene, content = words.scene, words.content
    if content.frame != "te" or content.head is None:
        return words.last
    for joined in scene.sentence.children(content.head, "conj"):
        start = next((t.i for t in scene.sentence.children(joined.i, "cc") if content.head < t.i < joined.i), None)
        told = "VerbForm=Part" in joined.morph and not scene.sentence.children(joined.i, "mark", "aux")
        if start is not None and told and start <= words.last and scene.words[start + 1] in _PERFECT:
            return start - 1
    return words.last


_FURTHER: tuple[Callable[[_Words], int], ...] = (
    _quoted,
    _numbered,
    _members,
    _list,
    _infinitives,
    _second,
    _series,
    _as_what,
    _between,
    _aim,
    _behind,
    _condition,
    _explained,
)
