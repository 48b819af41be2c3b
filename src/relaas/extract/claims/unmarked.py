"""Claims without a cue: the questions themselves, headlines, and attacks that the own voice ascribes to somebody.

A question is asked by the voice of its part of the other side. *Een aanval van X op Y*, said in the own voice outside any
reported content, blames X; its confidence is lower, since nothing but the noun marks it. A headline of the form *Name: «words»*
says that the name says the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from relaas import assets
from relaas.extract.cast import Cast
from relaas.extract.claims.drafts import WEAK, Content, Draft
from relaas.extract.claims.scene import Scene
from relaas.extract.claims.speech import quoted_content
from relaas.ids import Namer
from relaas.model import Analysis, Attribution, Claim, Evidence, Part, Span

_GAP = 3  # characters between a colon and the first quoted word
_NAME = 8  # words a name before a colon may have
_MARKS = " .,;:«»“”‘’\"'„"


def questions(analysis: Analysis, cast: Cast, namer: Namer) -> Iterator[Claim]:
    """Yield one claim of act ask for each sub-question, or question without sub-questions."""
    document = analysis.document
    divided = {p.parent for p in document.parts if p.kind == "sub-question"}
    answering = next(
        (cast.voices[p.part_id] for p in document.parts if p.kind == "answer" and p.part_id in cast.voices), "answerer"
    )
    for part in document.parts:
        if part.kind not in ("question", "sub-question") or part.part_id in divided:
            continue
        voice = cast.voices.get(part.part_id, "asker")
        text = document.source.quote(part.span)
        left = len(text) - len(text.lstrip(_MARKS))
        right = len(text.rstrip(_MARKS + "?"))
        if left >= right:
            continue
        content = Span(part.span.start + left, part.span.start + right)
        yield Claim(
            claim_id=namer.name("cl", part.span),
            speech_act="ask",
            holders=(voice,),
            reporter=voice,
            part_id=part.part_id,
            evidence=Evidence("claim/question", part.span, Decimal("0.95")),
            content=content,
            content_text=" ".join(document.source.quote(content).split()),
            addressees=(answering,) if answering != voice else (),
            attributions=(Attribution(voice, 0),),
        )


def headlines(scene: Scene) -> Iterator[Draft]:
    """Yield the words that stand in quotation marks right behind a name and a colon (*Jansen: «Wij gaan door»*)."""
    for token in scene.tokens[1:]:
        if token.text != ":":
            continue
        quote = next((q for q in scene.quotes if 0 < q.span.start - token.span.end <= _GAP), None)
        head = _name_before(scene, token.i)
        if quote is None or head is None:
            continue
        content = quoted_content(scene, quote)
        yield Draft(scene, "claim/headline", "assert", scene.who(head), (), content, holder_token=head, confidence=WEAK)


def _name_before(scene: Scene, edge: int) -> int | None:
    """Return the head of a known name that fills the words from the start, or a mark or comma, up to token `edge`."""
    for i in range(edge - 1, max(-1, edge - _NAME), -1):
        before = scene.tokens[i - 1].text if i else ","
        opens = i == 0 or not before[-1].isalnum()
        known = next((j for j in range(i, edge) if scene.cast.at(scene.sentence.index, j)), None)
        if opens and known is not None:
            verbs = any(t.pos in ("VERB", "AUX") for t in scene.tokens[i:edge])
            return None if verbs else known
    return None


def accusations(analysis: Analysis, part: Part, cast: Cast, found: Iterable[Draft]) -> Iterator[Draft]:
    """Yield an accusation for each attack noun with a named agent in a statement of the own voice."""
    assaults = frozenset(assets.load_yaml("data", "lexicons", "reporting.yaml")["assaults"])
    reported = [d.content.span for d in found if d.content is not None]
    for sentence in analysis.of_part(part.part_id):
        scene = Scene(sentence, part, cast, (), ())
        if scene.asks:
            continue
        for token in sentence.tokens:
            if token.pos != "NOUN" or (token.lemma.lower() not in assaults and token.lower not in assaults):
                continue
            if any(span.contains(token.span) for span in reported):
                continue
            agent = next((t for t in scene.obliques(token.i, ("van", "door")) if scene.who(t.i)), None)
            around = (token.i, token.head, *((agent.i,) if agent is not None else ()))
            aim = [t for top in around for t in scene.obliques(top, ("op", "tegen", "in", "naar"))]
            adjective = next((t for t in sentence.children(token.i, "amod") if cast.at(sentence.index, t.i)), None)
            blamed = (
                scene.who(agent.i) if agent is not None else cast.at(sentence.index, adjective.i) if adjective is not None else ()
            )
            if blamed and (aim or adjective is not None):
                cases = {t.i for t in sentence.children(token.i, "case")}
                head = [i for i in sentence.subtree(token.i) if i not in cases]
                content = Content(sentence.source_span(head[0], head[-1]), "np", token.i)
                yield Draft(
                    scene,
                    "claim/assault",
                    "accuse",
                    (scene.voice,),
                    (),
                    content,
                    tuple(x for x in blamed if x != scene.voice),
                    confidence=WEAK,
                )
