"""The claims of the sample document, through the whole pipeline of language: who says what to whom, and how it is related."""

from __future__ import annotations

from functools import cache

from relaas import assets
from relaas.extract.cast import Cast
from relaas.extract.citations import find_sources
from relaas.extract.claims import find_claims
from relaas.extract.coreference import find_cast
from relaas.extract.dates import find_dates
from relaas.extract.events import find_events
from relaas.extract.figures import find_figures
from relaas.extract.relations import find_relations
from relaas.ids import Namer
from relaas.ingest import read
from relaas.language import analyse
from relaas.model import Claim, ClaimRelation, Source
from relaas.structure import arrange


@cache
def built() -> tuple[Source, Cast, tuple[Claim, ...], tuple[ClaimRelation, ...]]:
    (path,) = assets.folder("data", "documents").glob("*.txt")
    source = read(path)
    analysis = analyse(arrange(source))
    namer = Namer()
    cast = find_cast(analysis, namer)
    dates = find_dates(analysis)
    claims = find_claims(analysis, cast, find_sources(analysis, cast, namer), namer)
    figures = find_figures(analysis, dates, namer)
    events = find_events(analysis, cast, dates, namer)
    return source, cast, claims, find_relations(claims, figures, events, analysis, namer)


def label(actor_id: str) -> str:
    return built()[1].actor(actor_id).label


def said(part_id: str, act: str) -> list[Claim]:
    return [c for c in built()[2] if c.part_id == part_id and c.speech_act == act and c.cue]


def words(claim: Claim) -> str | None:
    return " ".join(claim.content_text.split()) if claim.content_text else None


def test_who_gives_which_casualties() -> None:
    first, second = said("context", "assert")
    assert words(first) == "maar liefst 202 militairen en 5 burgers daarbij om het leven kwamen of vermist zijn"
    assert words(second) == "80 soldaten het leven lieten"
    assert first.holders != second.holders


def test_who_blames_whom() -> None:
    accused = said("context", "accuse")
    assert len(accused) == 3
    assert {c.holders for c in accused} == {accused[0].holders}
    assert all(c.targets == ("actor/armenia",) for c in accused)
    assert "answerer" not in {h for c in built()[2] if c.speech_act == "accuse" for h in c.holders}


def test_who_calls_on_whom() -> None:
    (turkey,), (government,) = said("context", "call-for"), said("a1", "call-for")
    assert (turkey.holders, turkey.targets) == (("actor/turkey",), ("actor/armenia",))
    assert government.targets == ("actor/armenia", "actor/azerbaijan")
    assert [q.text for q in turkey.quotes] == ["de agressie tegen Azerbeidzjan te staken"]


def test_a_chain_of_three_voices() -> None:
    (agreed,) = (c for c in built()[2] if c.nested_in)
    levels = [a.level for a in agreed.attributions]
    assert levels[0] == 0
    assert max(levels) == 2
    assert label(agreed.attributions[1].agent_id).endswith("Charles Michel")


def test_every_quotation_of_the_text_is_in_a_claim() -> None:
    quotes = {" ".join(q.text.split()) for c in built()[2] for q in c.quotes}
    assert quotes == {
        "provocaties",
        "de agressie tegen Azerbeidzjan te staken",
        "substantieel werk",
        "het uitwerken van een concrete tekst van het vredesakkoord",
        "de uitwisseling van ideeën over het vredesakkoord",
    }


def test_each_question_is_asked_of_the_answerer() -> None:
    asked = [c for c in built()[2] if c.speech_act == "ask"]
    assert [c.part_id for c in asked] == ["q1", "q2.1", "q2.2"]
    assert all(len(c.addressees) == 1 for c in asked)


def test_how_the_claims_stand_to_each_other() -> None:
    found = {(r.relation_type, r.basis, r.aspect) for r in built()[3]}
    assert found == {
        ("possibly-contradicts", "inferred", "casualties"),
        ("vaguer-than", "text", "specificity"),
        ("agrees-with", "text", "message"),
    }


def test_spans_read_as_the_text_and_no_content_has_a_mark_at_its_edge() -> None:
    source, _, claims, _ = built()
    for claim in claims:
        if claim.content is not None:
            content = source.quote(claim.content)
            assert " ".join(content.split()) == words(claim)
            assert content[0] not in '“”‘’"«» '
            assert content[-1] not in '“”‘’"«».,;:?! '
        for quote in claim.quotes:
            assert " ".join(source.quote(quote.span).split()) == " ".join(quote.text.split())
    ids = [c.claim_id for c in claims]
    assert len(ids) == len(set(ids))
