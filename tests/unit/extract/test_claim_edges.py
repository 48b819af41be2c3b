"""Where a content ends, and who is meant by it, on trees made by hand."""

from claim_examples import analysis_of, cast_of, said, words

from relaas.extract.claims import find_claims
from relaas.ids import Namer
from relaas.model import CitedSource, Evidence, Mention, Span

TWO_CLAUSES = (
    "De/DET/det/1 raad/NOUN/nsubj/2 zegt/VERB/ROOT/2/Fin dat/SCONJ/mark/6 de/DET/det/5 brug/NOUN/nsubj/6 sluit/VERB/ccomp/2/Fin "
    ",/PUNCT/punct/12 maar/CCONJ/cc/12 dat/SCONJ/mark/12 de/DET/det/11 dijk/NOUN/nsubj/12 houdt/VERB/conj/2/Fin ./PUNCT/punct/2"
)
MAIN_CLAUSE = (
    "De/DET/det/1 raad/NOUN/nsubj/2 zegt/VERB/ROOT/2/Fin dat/SCONJ/mark/6 de/DET/det/5 brug/NOUN/nsubj/6 sluit/VERB/ccomp/2/Fin "
    ",/PUNCT/punct/10 maar/CCONJ/cc/10 wij/PRON/nsubj/10 moeten/AUX/aux/11/Fin wachten/VERB/conj/6/Inf ./PUNCT/punct/2"
)


def test_a_second_clause_with_dat_is_said_as_well() -> None:
    (claim,) = said(TWO_CLAUSES)
    assert words(claim, TWO_CLAUSES)[1] == "de brug sluit, maar dat de dijk houdt"


def test_a_main_clause_of_a_person_is_not_what_somebody_else_says() -> None:
    assert words(said(MAIN_CLAUSE)[0], MAIN_CLAUSE)[1] == "de brug sluit"


EFFORTS = (
    "De/DET/det/1 raad/NOUN/nsubj/2 steunt/VERB/ROOT/2/Fin het/DET/det/4 streven/NOUN/obj/2 van/ADP/case/7 de/DET/det/7 "
    "boeren/NOUN/nmod/4/Plur ./PUNCT/punct/2"
)
SHARES = (
    "Ik/PRON/nsubj/1 deel/VERB/ROOT/1/Fin de/DET/det/3 mening/NOUN/obj/1 van/ADP/case/6 de/DET/det/6 bond/NOUN/nmod/3 "
    "dat/SCONJ/mark/10 de/DET/det/9 brug/NOUN/nsubj/10 sluit/VERB/acl/3/Fin ./PUNCT/punct/1"
)


def test_whose_efforts_are_supported_is_supported() -> None:
    (claim,) = said(EFFORTS)
    assert claim.targets == ("boeren",)


def test_whose_opinion_is_shared_is_agreed_with() -> None:
    claim = next(c for c in said(SHARES) if c.speech_act == "endorse")
    assert claim.targets == ("bond",)


POINTS = "Ik/PRON/nsubj/1 wijs/VERB/ROOT/1/Fin op/ADP/case/4 de/DET/det/4 {}/NOUN/obl/1 ./PUNCT/punct/1"


def test_pointing_at_a_document_only_refers_to_it() -> None:
    text = POINTS.format("nota")
    span = Span(14, 18)
    paper = CitedSource("src1", "report", (Mention(span, "nota"),), Evidence("test", span))
    analysis = analysis_of(("answer", text))
    cast = cast_of(analysis, frozenset({"nota"}))
    assert [c.content_text for c in find_claims(analysis, cast, (), Namer())] == ["de nota"]
    assert find_claims(analysis, cast, (paper,), Namer()) == ()


CAN = (
    "Ik/PRON/nsubj/2 kan~kunnen/AUX/aux/2/Fin {}/VERB/ROOT/2/Inf dat/SCONJ/mark/6 de/DET/det/5 brug/NOUN/nsubj/6 "
    "sluit/VERB/ccomp/2/Fin ./PUNCT/punct/2"
)


def test_what_somebody_could_judge_is_no_judgement_but_what_somebody_can_confirm_is_confirmed() -> None:
    assert said(CAN.format("oordelen")) == ()
    assert [c.speech_act for c in said(CAN.format("bevestigen"))] == ["assert"]


WHICH = (
    "De/DET/det/1 raad/NOUN/nsubj/3 heeft~hebben/AUX/aux/3/Fin gerapporteerd/VERB/ROOT/3/Part over/ADP/case/6 welke/DET/det/6 "
    "stappen/NOUN/obl/8 zijn/AUX/aux:pass/8/Fin gezet/VERB/ccomp/3/Part ./PUNCT/punct/3"
)


def test_a_question_behind_a_preposition_is_whole() -> None:
    (claim,) = said(WHICH)
    assert words(claim, WHICH)[1] == "welke stappen zijn gezet"


TO_WANT = (
    "De/DET/det/1 bond/NOUN/nsubj/2 verklaart/VERB/ROOT/2/Fin de/DET/det/4 brug/NOUN/obj/7 te/ADP/mark/6 willen/AUX/aux/7/Inf "
    "sluiten/VERB/xcomp/2/Inf ./PUNCT/punct/2"
)


def test_what_somebody_says_to_want_is_one_claim_with_its_object() -> None:
    (claim,) = said(TO_WANT)
    assert (claim.speech_act, words(claim, TO_WANT)[1]) == ("commit", "de brug te willen sluiten")


def test_a_sentence_that_ends_on_dat_says_nothing() -> None:
    assert said("De/DET/det/1 raad/NOUN/nsubj/2 zegt/VERB/ROOT/2/Fin dat/SCONJ/mark/2") == ()
