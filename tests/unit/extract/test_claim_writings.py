"""Documents that say something though nothing cites them, on trees made by hand."""

from claim_examples import analysis_of, cast_of

from relaas.extract.claims import find_claims, speaking
from relaas.ids import Namer
from relaas.model import CitedSource, Claim, Evidence, Mention, PartKind, Span

SHOWS = (
    "Uit/ADP/case/2 de/DET/det/2 verkenning/NOUN/obl/3 blijkt/VERB/ROOT/3/Fin dat/SCONJ/mark/7 de/DET/det/6 brug/NOUN/nsubj/7 "
    "zakt/VERB/csubj/3/Fin ./PUNCT/punct/3"
)
AGAIN = (
    "Deze/DET/det/1 verkenning/NOUN/nsubj/2 adviseert/VERB/ROOT/2/Fin de/DET/det/4 sloop/NOUN/obj/2 van/ADP/case/7 de/DET/det/7 "
    "brug/NOUN/nmod/4 ./PUNCT/punct/2"
)
READS = "De/DET/det/1 raad/NOUN/nsubj/2 las/VERB/ROOT/2/Past de/DET/det/4 verkenning/NOUN/obj/2 ./PUNCT/punct/2"
FROM_THAT = (
    "Daaruit/ADV/advmod/1 blijkt/VERB/ROOT/1/Fin dat/SCONJ/mark/5 de/DET/det/4 brug/NOUN/nsubj/5 zakt/VERB/csubj/1/Fin "
    "./PUNCT/punct/1"
)
MADE = (
    "Uit/ADP/case/2 de/DET/det/2 verkenning/NOUN/obl/6 van/ADP/case/5 de/DET/det/5 raad/NOUN/nmod/2 blijkt/VERB/ROOT/6/Fin "
    "dat/SCONJ/mark/10 de/DET/det/9 brug/NOUN/nsubj/10 zakt/VERB/csubj/6/Fin ./PUNCT/punct/6"
)
UNKNOWN = frozenset({"verkenning", "sloop", "trendverkenning", "verkenningen", "artikel", "waterwet", "wet", "blad"})


def found(*parts: tuple[PartKind, str], cited: tuple[CitedSource, ...] = ()) -> tuple[list[str], tuple[Claim, ...]]:
    """Return the wordings of the documents that speak, and the claims."""
    analysis = analysis_of(*parts)
    cast, namer = cast_of(analysis, UNKNOWN), Namer()
    papers = speaking(analysis, cast, cited, namer)
    claims = find_claims(analysis, cast, (*cited, *papers), namer)
    return [m.text for s in papers for m in s.mentions], tuple(c for c in claims if c.speech_act != "ask")


def test_a_document_that_nothing_cites_can_say_something() -> None:
    mentions, (claim,) = found(("answer", SHOWS))
    assert mentions == ["de verkenning"]
    assert (claim.speech_act, claim.holders) == ("assert", ("src4-17",))


def test_its_noun_again_is_the_same_document() -> None:
    mentions, claims = found(("answer", SHOWS + "\n" + AGAIN))
    assert mentions == ["de verkenning", "Deze verkenning"]
    assert len({c.holders for c in claims}) == 1


def test_a_document_that_says_nothing_is_none() -> None:
    assert found(("answer", READS)) == ([], ())


def test_what_somebody_made_is_said_by_its_maker() -> None:
    mentions, (claim,) = found(("answer", MADE))
    assert (mentions, claim.holders) == ([], ("raad",))


def test_a_compound_of_a_writing_is_one() -> None:
    assert found(("answer", SHOWS.replace("verkenning/", "trendverkenning/")))[0] == ["de trendverkenning"]


def test_daaruit_points_at_the_one_document_of_the_sentence_before() -> None:
    mentions, (claim,) = found(("answer", READS + "\n" + FROM_THAT))
    assert (mentions, claim.holders) == (["de verkenning"], ("src12-25",))
    assert found(("answer", READS + "\n" + "Dat/PRON/nsubj/1 duurt/VERB/ROOT/1/Fin ./PUNCT/punct/1" + "\n" + FROM_THAT))[1] == ()


def test_a_demonstrative_takes_up_the_document_cited_in_the_sentence_before() -> None:
    span = Span(12, 25)
    cited = CitedSource("src1", "other", (Mention(span, "de verkenning"),), Evidence("test", span))
    mentions, (claim,) = found(("answer", READS + "\n" + SHOWS.replace("de/DET/det/2", "deze/DET/det/2", 1)), cited=(cited,))
    assert (mentions, claim.holders) == ([], ("src1",))


def test_a_bare_noun_that_may_be_one_of_several_cited_before_names_no_document() -> None:
    read = READS.replace("verkenning", "brief")
    shown = SHOWS.replace("verkenning", "brief")
    spans = (Span(12, 20), Span(30, 38))
    cited = tuple(CitedSource(f"src{n}", "letter", (Mention(s, "brief"),), Evidence("test", s)) for n, s in enumerate(spans))
    analysis = analysis_of(("answer", read + "\n" + read + "\n" + shown))
    cast = cast_of(analysis, frozenset({"brief"}))
    assert [m.text for s in speaking(analysis, cast, (), Namer()) for m in s.mentions] == ["de brief"] * 3
    assert speaking(analysis, cast, cited, Namer()) == ()


RECENT = (
    "Volgens/ADP/case/2 recente/ADJ/amod/2 verkenningen~verkenning/NOUN/obl/3/Plur zakt/VERB/ROOT/3/Fin de/DET/det/5 "
    "brug/NOUN/nsubj/3 ./PUNCT/punct/3"
)
ARTICLE = (
    "Artikel/NOUN/nsubj/5 12/NUM/nummod/0 van/ADP/case/4 de/DET/det/4 waterwet/NOUN/nmod/0 bepaalt~bepalen/VERB/ROOT/5/Fin "
    "dat/SCONJ/mark/9 de/DET/det/8 brug/NOUN/nsubj/9 zakt/VERB/ccomp/5/Fin ./PUNCT/punct/5"
)


def test_writings_in_the_plural_or_with_an_adjective_need_no_article() -> None:
    mentions, (claim,) = found(("answer", RECENT))
    assert (mentions, claim.speech_act) == (["recente verkenningen"], "assert")
    assert found(("answer", RECENT.replace("recente/ADJ/amod", "recente/ADV/advmod").replace("/Plur", "")))[0] == []


def test_a_paper_has_no_will() -> None:
    wills = AGAIN.replace("adviseert/VERB/ROOT/2/Fin", "belooft~beloven/VERB/ROOT/2/Fin")
    assert found(("answer", wills)) == ([], ())


def law_at(start: int) -> CitedSource:
    span = Span(start, start + 8)
    return CitedSource("src-law", "law", (Mention(span, "waterwet"),), Evidence("citation", span))


def test_an_article_speaks_for_the_law_it_is_of() -> None:
    start = len("Artikel 12 van de ")
    law = law_at(start)
    _, (claim,) = found(("answer", ARTICLE), cited=(law,))
    assert claim.holders == ("src-law",)
    again = ARTICLE.replace("de/DET/det/4 waterwet", "deze/DET/det/4 wet")
    _, claims = found(("answer", READS.replace("verkenning", "waterwet") + "\n" + again), cited=(law_at(len("De raad las de ")),))
    assert [c.holders for c in claims] == [("src-law",)]
    _, claims = found(("answer", ARTICLE.replace("12/NUM/nummod/0", "blad/NOUN/nmod/0")), cited=(law,))
    assert claims == ()


UNCOUNTED = (
    "Onderzoek/NOUN/nsubj/6 ,/PUNCT/punct/3 bijvoorbeeld/ADV/amod/3 buitenland/NOUN/nmod/0 ,/PUNCT/punct/0 heeft/AUX/aux/6/Fin "
    "aangetoond~tonen/VERB/ROOT/6/Part dat/SCONJ/mark/9 rook/NOUN/nsubj/9 schaadt/VERB/ccomp/6/Fin ./PUNCT/punct/6"
)


def test_what_cannot_be_counted_needs_no_article_and_ends_before_an_aside() -> None:
    analysis = analysis_of(("answer", UNCOUNTED))
    cast = cast_of(analysis, frozenset({"onderzoek", "buitenland", "rook"}))
    assert [m.text for s in speaking(analysis, cast, (), Namer()) for m in s.mentions] == ["Onderzoek"]
    counted = analysis_of(("answer", UNCOUNTED.replace("Onderzoek", "Rapport")))
    assert speaking(counted, cast_of(counted, frozenset({"rapport", "buitenland", "rook"})), (), Namer()) == ()
