"""Analysis -> Coverage: how each (sub-)question is dealt with, by which passages, shown by which words.

Every sentence of an answer either says something or does something instead: it refuses, says not to know, points elsewhere
or promises an answer for later (lexicon `signals`). A sub-question is answered when a sentence that says something speaks
of what only that sub-question asks, by lemmas, and keeps what the words of the question lead a reader to expect
(*kans van slagen*, *hoeveel*). *Zo ja* and *Zo nee* hold only after that answer; a request for explanation goes with
the question before it.
Refuses to call a question answered that no sentence speaks of; a verdict is one about words, never about truth.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from relaas.extract.responses import Asked, Doing, Said, alike, asked, holds_alone, is_closed, is_general, label, meets, said
from relaas.ids import Namer
from relaas.model import Analysis, Coverage, Evidence, Part, Span, Verdict

_VERDICTS: dict[Doing, Verdict] = {
    "refuse": "refused",
    "ignore": "not-answered",
    "point": "deferred",
    "promise": "deferred",
    "also": "deferred",
}
_LEAST_SHARE = 0.1
_LEAST_OWN = 0.13  # of the weight of a sub-question's terms, what an answer has to speak of
_LEAST_SHARED = 0.12  # the same for one of several questions that share an answer
_BESIDE, _FEW = 0.15, 3  # what is told beside the point: less than this part of the terms, and fewer of them
_SPEAKS = 0.25
_SHORT = 2  # sentences of an answer whose yes or no holds for every question for one
_LONGEST_REASON = 3
_MANY, _CHANCE = 4, 2  # of so many terms that only one sub-question has, fewer may be spoken of by chance
_LONG_ANSWER = 5  # sentences
_ANNEX = "coverage#in-the-annex"
_LONG_CLAUSE = 4  # terms of a second question, of which one may be spoken of by chance


@dataclass(frozen=True, slots=True)
class _Judgement:
    """A verdict, the rule that gave it, the sentences it rests on and the words that show it."""

    verdict: Verdict
    rule: str
    confidence: str
    passages: tuple[Span, ...] = ()
    shown: Span | None = None
    entry: str | None = None
    note: str | None = None


def find_coverage(analysis: Analysis, namer: Namer) -> tuple[Coverage, ...]:
    """Return the coverage of every sub-question, and of every question without sub-questions, in reading order."""
    out: list[Coverage] = []
    parts = analysis.document.parts
    for question in parts:
        if question.kind != "question":
            continue
        subs = [p for p in parts if p.kind == "sub-question" and p.parent == question.part_id] or [question]
        answers = _answers(analysis, question)
        sentences = [said(s) for a in answers for s in analysis.of_part(a.part_id)]
        asking = _asking(analysis, question, subs)
        shared = any(len(a.answers) > 1 for a in answers)
        if shared:
            sentences = _concerning(asking, sentences)
        for part, judgement in zip(subs, _judge(asking, sentences, shared=shared), strict=True):
            out.append(_coverage(part, judgement, answers, namer))
    return tuple(out)


def _answers(analysis: Analysis, question: Part) -> list[Part]:
    """Return the answers of a question; what introduces all answers counts only where there is no other."""
    having = [p for p in analysis.document.parts if p.kind == "answer" and question.part_id in p.answers]
    return [p for p in having if p.part_id != "a0"] or having


def _asking(analysis: Analysis, question: Part, subs: Sequence[Part]) -> list[Asked]:
    sentences = analysis.of_part(question.part_id)
    title = [t for s in analysis.of_part("title") for t in s.tokens]
    return asked([[s for s in sentences if part.span.contains(s.span)] or list(sentences) for part in subs], title)


def _concerning(asking: Sequence[Asked], sentences: Sequence[Said]) -> list[Said]:
    """Leave out of an answer to several questions what evades another one: a sentence that does not speak of this question.

    Where nothing is told, what is done instead holds for all of them.
    """
    if all(s.does for s in sentences):
        return list(sentences)
    return [s for s in sentences if s.does is None or any(a.share(s.terms) >= _LEAST_SHARE for a in asking)]


def _judge(asking: Sequence[Asked], sentences: Sequence[Said], *, shared: bool = False) -> Iterator[_Judgement]:
    """Yield the judgement of each sub-question of one question; `shared` when its answer is that of other questions too."""
    if not sentences:
        yield from (_Judgement("not-answered", "coverage.no-answer", "0.9", note="the question has no answer") for _ in asking)
        return
    telling = [s for s in sentences if s.does is None]
    evading = [s for s in sentences if s.does and not _adds(s, telling)] or ([] if telling else list(sentences))
    whole = _evaded(asking, telling, evading) or (_passed_over(asking, telling, evading) if shared else None)
    if whole is None and len(asking) == 1:
        whole = _alone(asking[0], telling, evading)
    if whole is not None:
        yield from (whole for _ in asking)
        return
    yield from _each(asking, telling, evading)


def _adds(sentence: Said, telling: Sequence[Said]) -> bool:
    """Tell whether a sentence only says where more is to be found, as that of an annex does behind a long answer."""
    return sentence.does == "also" or (sentence.entry == _ANNEX and len(telling) >= _LONG_ANSWER)


def _evaded(asking: Sequence[Asked], telling: Sequence[Said], evading: Sequence[Said]) -> _Judgement | None:
    """Return the judgement of an answer that as a whole does not answer; None when it does."""
    refusing = [s for s in evading if s.does == "refuse"]
    if refusing and len(telling) <= len(refusing):
        return _by(refusing, "refused")
    if telling and not (evading and _beside(asking, telling)):
        return None
    later = [s for s in evading if s.does in ("point", "promise", "also")]
    return _by(later, "deferred") if later else _by(evading, "not-answered")


def _told(asking: Sequence[Asked], telling: Sequence[Said]) -> float:
    """Return the greatest part of what a sub-question asks that the sentences which say something speak of."""
    terms = {t for s in telling for t in s.terms}
    return max((a.share(terms) if a.terms else 1.0 for a in asking), default=1.0)


def _beside(asking: Sequence[Asked], telling: Sequence[Said]) -> bool:
    """Tell whether the sentences which say something speak of something else than what is asked."""
    terms = {t for s in telling for t in s.terms}
    few = all(a.own(terms) < _FEW for a in asking)
    return few and len(telling) <= _LONGEST_REASON and _told(asking, telling) < _BESIDE and not any(s.stance for s in telling)


def _passed_over(asking: Sequence[Asked], telling: Sequence[Said], evading: Sequence[Said]) -> _Judgement | None:
    """Return the judgement of a question that an answer to several does not speak of; None when it does, or says yes or no."""
    if evading or any(s.stance for s in telling) or _told(asking, telling) >= _LEAST_SHARED:
        return None
    return _Judgement("not-answered", "coverage.silent", "0.6", note="the answer is to several questions and speaks of others")


def _alone(question: Asked, telling: Sequence[Said], evading: Sequence[Said]) -> _Judgement:
    """Return the judgement of a question without sub-questions that something is told about."""
    stance = next((s for s in telling if s.stance), None)
    if evading and stance and is_closed(question.text) and all(stance.span < s.span for s in evading):
        return _answered(question, telling)  # what is promised or refused afterwards goes beyond the question
    if evading:
        unknown = [s for s in evading if s.does == "ignore"]
        before = [s for s in telling if s.span < evading[0].span]
        if unknown == list(evading) and not before and len(telling) <= _LONGEST_REASON:
            return _by(unknown, "not-answered", note="what follows says why it is not known")
        return _by(evading, "partly", note="something is told, something is not")
    missing = _unmet(question, telling, alone=True) or _silent_clause(question, telling)
    if not missing and not stance and is_general(telling[0].text):
        missing = "what is told is said of the general case"
    if missing:
        return _Judgement("partly", "coverage.half", "0.5", _speaking(question, telling), telling[0].span, note=missing)
    return _answered(question, telling)


def _each(asking: Sequence[Asked], telling: Sequence[Said], evading: Sequence[Said]) -> Iterator[_Judgement]:
    """Yield the judgement of each of several sub-questions."""
    stance = next((s.stance for s in telling if s.stance), None)
    evaded = {id(s): max(range(len(asking)), key=lambda n: (asking[n].share(s.terms), n)) for s in evading}
    lettered = _lettered(telling, evading)
    before: _Judgement | None = None
    for n, question in enumerate(asking):
        group = lettered.get(label(question.text) or "")
        if group and group[0].does is None:
            before = _Judgement("answered", "coverage.letter", "0.8", tuple(s.span for s in group), group[0].span)
            yield before
            continue
        mine = [s for s in evading if evaded[id(s)] == n]
        if question.holds and stance and question.holds != stance:
            yield _Judgement("answered", "coverage.condition", "0.7", note=f"it holds only after a {question.holds}")
            continue
        depends = question.holds or question.elaborates or not question.terms
        if depends and before and not mine:
            yield before
            continue
        judgement = _independent(question, telling, mine, first=before is None, stance=stance)
        before = before if depends and before else judgement
        yield judgement


def _lettered(telling: Sequence[Said], evading: Sequence[Said]) -> dict[str, list[Said]]:
    """Return the sentences below each letter (`a)`) with which an answer takes up the letters of its question."""
    out: dict[str, list[Said]] = {}
    letter = None
    for sentence in sorted((*telling, *evading), key=lambda s: s.span):
        letter = label(sentence.text) or letter
        if letter:
            out.setdefault(letter, []).append(sentence)
    return out


def _independent(
    question: Asked, telling: Sequence[Said], mine: Sequence[Said], *, first: bool, stance: str | None
) -> _Judgement:
    speaking = _speaking(question, telling)
    if mine:
        verdict: Verdict = _VERDICTS[mine[0].does or "ignore"]
        return _by(mine, "partly" if speaking else verdict)
    missing = _unmet(question, telling)
    if missing:
        return _Judgement("not-answered", "coverage.unmet", "0.6", note=missing)
    told = {t for s in telling for t in s.terms}
    long = len(telling) >= _LONG_ANSWER  # a short one answers in other words
    if long and not first and stance is None and question.holds is None and _hardly(question, told):
        return _Judgement(
            "not-answered", "coverage.hardly", "0.5", note="the answer speaks of hardly anything that only this asks"
        )
    short = stance is not None and (len(telling) == 1 or (len(telling) <= _SHORT and is_closed(question.text)))
    owned = question.own(told) and question.share(told) >= _LEAST_OWN
    if short or owned or (first and (stance or not question.terms or question.share(told) >= _LEAST_SHARE)):
        return _answered(question, telling)
    return _Judgement("not-answered", "coverage.silent", "0.5", note="no sentence of the answer speaks of what only this asks")


def _hardly(question: Asked, told: set[str]) -> bool:
    """Tell whether so little of what only a sub-question asks is spoken of that it may be by chance."""
    return sum(w == 1 for _, w in question.terms) >= _MANY and question.own(told) < _CHANCE


def _answered(question: Asked, telling: Sequence[Said]) -> _Judgement:
    stance = next((s for s in telling if s.stance), None)
    passages = _speaking(question, telling)
    if stance and stance.span not in passages:
        passages = tuple(sorted((stance.span, *passages)))
    best = max(telling, key=lambda s: (question.share(s.terms), -s.span.start))
    if stance:
        return _Judgement("answered", "coverage.stance", "0.85", passages, stance.span)
    return _Judgement(
        "answered", "coverage.speaks" if passages else "coverage.answer", "0.7" if passages else "0.5", passages, best.span
    )


def _speaking(question: Asked, telling: Sequence[Said]) -> tuple[Span, ...]:
    """Return the sentences that speak of a question."""
    return tuple(s.span for s in telling if question.own(s.terms) or question.share(s.terms) >= _SPEAKS)


def _unmet(question: Asked, telling: Sequence[Said], *, alone: bool = False) -> str | None:
    expected = [e for e in question.expects if not alone or holds_alone(e)]
    missing = [e for e in expected if not any(meets(e, s.text) for s in telling)]
    return f"the question leads to expect a {missing[0]}, the answer gives none" if missing else None


def _silent_clause(question: Asked, telling: Sequence[Said]) -> str | None:
    """Return a note when the second of two questions in one sentence gets no word of the answer."""
    told = {t for s in telling for t in s.terms}
    for clause in question.clauses:
        spoken = sum(any(alike(term, other) for other in told) for term in clause)
        if not spoken or (len(clause) >= _LONG_CLAUSE and spoken / len(clause) < _SPEAKS):
            return f"nothing is said about {', '.join(clause[:3])}"
    return None


def _by(sentences: Sequence[Said], verdict: Verdict, *, note: str | None = None) -> _Judgement:
    """Return a judgement that rests on what sentences do instead of answering."""
    first = sentences[0]
    spans = tuple(s.span for s in sentences)
    return _Judgement(verdict, f"coverage.{first.does}", "0.75", spans, first.shown, first.entry, note)


def _coverage(part: Part, judgement: _Judgement, answers: Sequence[Part], namer: Namer) -> Coverage:
    holding = tuple(a.part_id for a in answers if any(a.span.contains(p) for p in judgement.passages))
    if not holding and judgement.verdict != "not-answered":
        holding = tuple(a.part_id for a in answers)
    evidence = Evidence(
        judgement.rule, judgement.shown or part.span, Decimal(judgement.confidence), judgement.entry, judgement.note
    )
    return Coverage(namer.name("cov", part.span), part.part_id, judgement.verdict, evidence, holding, judgement.passages)
