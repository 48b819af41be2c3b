"""Analysis + Cast -> documents that say something, though nothing in the text cites them as documents.

*Uit de verkenning blijkt dat*, *de cijfers tonen aan dat*, *in de handreiking is aangegeven dat*: the phrase has no title, number
or date, yet what it says is written in it. Each such phrase is tried as a holder, and only those that say something are kept.
Refused: what is cited already, and what somebody known made, who then says it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from relaas.extract.cast import Cast
from relaas.extract.claims import holders
from relaas.extract.claims.drafting import drafts
from relaas.extract.claims.lexicon import Lexicon, reporting
from relaas.extract.claims.quotes import paired
from relaas.extract.claims.scene import Scene
from relaas.ids import Namer
from relaas.model import Analysis, CitedSource, Evidence, Mention, SourceType, Span, Token

_DETERMINERS = frozenset(
    "de het dit deze dat die een dezelfde hetzelfde diezelfde ditzelfde datzelfde verschillende enkele meerdere diverse talrijke "
    "sommige vele andere tal".split()
)
#: Prepositions behind which a bare noun is where something is written (*volgens recent onderzoek*).
_WRITTEN_IN = frozenset({"volgens", "uit", "blijkens", "aldus"})
#: Nouns of writing that need no determiner in the singular (*onderzoek toont aan dat*).
_UNCOUNTED = frozenset({"onderzoek", "literatuur", "berichtgeving", "regelgeving", "wetgeving", "literatuuronderzoek"})
#: Acts of will and stance, by which a paper is no holder of a claim (*dit voorstel heeft als doel*).
_OF_PEOPLE = frozenset({"commit", "endorse", "reject", "hope"})
_BEFORE = 3  # letters that a compound has at least before its last part (*trendanalyse*)


@dataclass
class _Writing:
    """A document tried as a holder: its noun, and where it is named."""

    noun: str
    kind: SourceType
    mentions: list[Mention] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)

    def source(self, name: str) -> CitedSource:
        """Return it as a source of that name."""
        evidence = Evidence("source/speaking", self.mentions[0].span)
        return CitedSource(name, self.kind, tuple(self.mentions), evidence, cited_in=tuple(dict.fromkeys(self.parts)))


def speaking(analysis: Analysis, cast: Cast, sources: tuple[CitedSource, ...], namer: Namer) -> tuple[CitedSource, ...]:
    """Return the uncited documents that hold a claim, in the order of their first naming; `mentions` are all their phrases.

    `sources` are the documents cited. The ids returned can hold claims beside those of `sources` and of the actors of `cast`.
    """
    tried = _tried(analysis, cast, sources)
    if not tried:
        return ()
    named = {f"src?{n}": w for n, w in enumerate(tried)}
    found = _holders(analysis, cast, (*sources, *(w.source(name) for name, w in named.items())))
    return tuple(w.source(namer.name("src", w.mentions[0].span)) for name, w in named.items() if name in found)


def _scenes(analysis: Analysis, cast: Cast, sources: tuple[CitedSource, ...]) -> Iterator[Scene]:
    for part in analysis.document.parts:
        if part.passage is not None and part.kind not in ("title", "footnote"):
            quotes = paired(part.passage)
            yield from (Scene(sentence, part, cast, sources, quotes) for sentence in analysis.of_part(part.part_id))


def _holders(analysis: Analysis, cast: Cast, sources: tuple[CitedSource, ...]) -> set[str]:
    """Return the ids of all who say something in a clause or phrase of their own, not in words beside it."""
    found = (d for scene in _scenes(analysis, cast, sources) for d in drafts(scene, reporting()))
    said = (d for d in found if d.content is not None and d.content.frame != "quote" and d.act not in _OF_PEOPLE)
    return {x for d in said for x in d.holders}


def _tried(analysis: Analysis, cast: Cast, sources: tuple[CitedSource, ...]) -> list[_Writing]:
    """Return the writings that phrases name; one takes up the last of its noun, unless it brings a new one (*een studie*)."""
    lexicon = reporting()
    found: list[_Writing] = []
    for scene in _scenes(analysis, cast, sources):
        for head, noun in _phrases(scene):
            new = any(t.lower == "een" for t in scene.sentence.children(head, "det"))
            writing = next((w for w in reversed(found) if w.noun == noun and not new), None)
            if writing is None:
                writing = _Writing(noun, _kind(noun, lexicon))
                found.append(writing)
            span = _bare(scene, head)
            writing.mentions.append(Mention(span, _wording(scene, span), "nominal"))
            writing.parts.append(scene.part.part_id)
    return found


def _bare(scene: Scene, head: int) -> Span:
    """Return the phrase without the preposition and whatever else stands before its determiner."""
    first = min((t.i for t in scene.sentence.children(head, "det", "amod", "nummod") if t.i < head), default=head)
    whole = scene.phrase(head)
    inside = [t for t in scene.tokens if whole.contains(t.span)]
    aside = next((t.i for t in inside if t.i > head and t.text in ",;"), len(scene.tokens))  # *onderzoek, bijvoorbeeld naar X*
    last = max(t.i for t in inside if t.i < aside)
    return scene.sentence.source_span(first, max(last, head))


def _wording(scene: Scene, span: Span) -> str:
    inside = [t.i for t in scene.tokens if span.contains(t.span)]
    return scene.sentence.words(inside[0], inside[-1])


def _phrases(scene: Scene) -> Iterator[tuple[int, str]]:
    """Yield the heads of phrases that name a writing with a determiner, and their nouns; not what is known otherwise."""
    for token in scene.tokens:
        noun = _noun(token.lower) or _noun(token.lemma.lower())
        if noun is None or token.pos not in ("NOUN", "PROPN"):
            continue
        determined = any(t.lower in _DETERMINERS and t.i < token.i for t in scene.sentence.children(token.i, "det"))
        named = (determined or _stands_alone(scene, token)) and not (
            token.dep == "ROOT" or scene.sentence.children(token.i, "cop") or _may_be_cited(scene, token, noun)
        )
        if named and not scene.who(token.i) and not holders.owner(scene, token.i)[0]:
            yield token.i, noun


def _stands_alone(scene: Scene, token: Token) -> bool:
    """Tell whether a noun names writings without a determiner: a subject or behind *volgens*, plural, uncounted or described."""
    bare = not scene.sentence.children(token.i, "det", "nmod:poss")
    told = (
        token.lower in _UNCOUNTED
        or "Number=Plur" in token.morph
        or any(t.i < token.i for t in scene.sentence.children(token.i, "amod"))
    )
    here = token.dep in ("nsubj", "obl:agent") or scene.case_of(token.i) in _WRITTEN_IN
    return bare and told and here


def _may_be_cited(scene: Scene, token: Token, noun: str) -> bool:
    """Tell whether a bare phrase may take up one of several documents of its kind cited before (*de brief*)."""
    kind = _kind(noun, reporting())
    if any(t.lower == "een" for t in scene.sentence.children(token.i, "det")):
        return False
    narrowed = scene.sentence.children(token.i, "amod", "nmod", "acl", "acl:relcl", "appos", "flat")
    return kind != "other" and not narrowed and any(s.source_type == kind for s in scene.sources)


def _kind(noun: str, lexicon: Lexicon) -> SourceType:
    return next(kind for ending, kind in lexicon.writings.items() if noun.endswith(ending.removeprefix("-")))


@cache
def _endings() -> tuple[str, ...]:
    return tuple(n.removeprefix("-") for n in reporting().writings)


def _noun(form: str) -> str | None:
    """Return the form where it is a noun of writing, or a compound of one."""
    ends = _endings()
    compound = form.endswith(ends) and any(form.endswith(n) and len(form) - len(n) >= _BEFORE for n in ends)
    return form if compound or form in reporting().writings else None
