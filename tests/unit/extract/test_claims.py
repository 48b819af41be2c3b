"""Who says what: holders, contents, acts and nesting, on trees made by hand."""

import pytest
from claim_examples import analysis_of, cast_of, claims_of, said, words

from relaas.extract.claims import find_claims
from relaas.ids import Namer
from relaas.model import CitedSource, Evidence, Mention, SourceType, Span

SAYS = (
    "De/DET/det/1 raad/NOUN/nsubj/2 zegt/VERB/ROOT/2/Fin dat/SCONJ/mark/6 de/DET/det/5 brug/NOUN/nsubj/6 "
    "sluit/VERB/ccomp/2/Fin ./PUNCT/punct/2"
)
CALLS = (
    "Het/DET/det/1 kabinet/NOUN/nsubj/2 roept/VERB/ROOT/2/Fin de/DET/det/4 partijen/NOUN/obj/2/Plur op/ADP/compound:prt/2 "
    "om/ADP/mark/11 de/DET/det/8 wapens/NOUN/obj/11 neer/ADV/compound:prt/11 te/ADP/mark/11 leggen/VERB/xcomp/2/Inf "
    "./PUNCT/punct/2"
)
FEARS = (
    "De/DET/det/1 krant/NOUN/nsubj/2 meldt/VERB/ROOT/2/Fin dat/SCONJ/mark/6 de/DET/det/5 raad/NOUN/nsubj/6 "
    "vreest/VERB/ccomp/2/Fin "
    "dat/SCONJ/mark/10 de/DET/det/9 dijk/NOUN/nsubj/10 breekt/VERB/ccomp/6/Fin ./PUNCT/punct/2"
)


def test_a_clause_is_the_content_of_the_verb_that_joins_it() -> None:
    (claim,) = said(SAYS)
    assert words(claim, SAYS) == ("zegt", "de brug sluit")
    assert (claim.speech_act, claim.holders, claim.reporter, claim.part_id) == ("assert", ("raad",), "answerer", "a1")
    assert claim.claim_id == "cl8-12"
    assert claim.evidence.entry == "reporting#zeggen"
    assert claim.responds_to == "q1"
    assert claim.timeframe == "present"


def test_a_particle_apart_is_part_of_the_cue_and_the_object_is_called_upon() -> None:
    (claim,) = said(CALLS)
    assert words(claim, CALLS) == ("roept … op", "de wapens neer te leggen")
    assert (claim.speech_act, claim.targets, claim.addressees) == ("call-for", ("partijen",), ())
    assert claim.timeframe == "future"


def test_a_claim_inside_another_is_nested_and_keeps_the_chain_of_voices() -> None:
    outer, inner = said(FEARS)
    assert (outer.nested_in, inner.nested_in) == (None, outer.claim_id)
    assert [(a.level, a.agent_id) for a in inner.attributions] == [(0, "answerer"), (1, "krant"), (2, "raad")]
    assert words(inner, FEARS)[1] == "de dijk breekt"


def test_a_subject_that_nobody_knows_holds_nothing() -> None:
    analysis = analysis_of(("answer", SAYS))
    assert find_claims(analysis, cast_of(analysis, frozenset({"raad"})), (), Namer()) == ()


def test_a_second_subject_is_the_object() -> None:
    text = (
        "De/DET/det/1 regering/NOUN/nsubj/2 steunt/VERB/ROOT/2/Fin de/DET/det/4 vakbond/NOUN/nsubj/2 in/ADP/case/7 "
        "haar/PRON/nmod:poss/7 streven/NOUN/obl/2 ./PUNCT/punct/2"
    )
    (claim,) = said(text)
    assert (claim.holders, claim.targets) == (("regering",), ("vakbond",))
    assert words(claim, text)[1] == "de vakbond in haar streven"


@pytest.mark.parametrize(
    "text",
    [
        "Kunt~kunnen/AUX/aux/2/Fin u/PRON/nsubj/2 bevestigen/VERB/ROOT/2/Inf dat/SCONJ/mark/6 de/DET/det/5 "
        "brug/NOUN/nsubj/6 sluit/VERB/ccomp/2/Fin ?/PUNCT/punct/2",
        "Stelt/VERB/ROOT/0/Fin u/PRON/nsubj/0 dat/SCONJ/mark/4 de/DET/det/4 brug/NOUN/nsubj/5 "
        "sluit/VERB/ccomp/0/Fin ?/PUNCT/punct/0",
        "Is/AUX/cop/3/Fin de/DET/det/2 toestand/NOUN/nsubj/3 zorgelijk/ADJ/ROOT/3 ?/PUNCT/punct/3",
    ],
)
def test_what_is_asked_of_the_other_side_is_no_claim(text: str) -> None:
    assert said(text, kind="question") == ()


def test_what_a_question_reports_of_another_is_a_claim() -> None:
    text = (
        "Klopt/VERB/ROOT/0/Fin het/PRON/expl/0 dat/SCONJ/mark/5 de/DET/det/4 raad/NOUN/nsubj/5 "
        "stelt/VERB/ccomp/0/Fin dat/SCONJ/mark/9 de/DET/det/8 brug/NOUN/nsubj/9 sluit/VERB/ccomp/5/Fin "
        "?/PUNCT/punct/0"
    )
    (claim,) = said(text, kind="question")
    assert (claim.holders, claim.reporter) == (("raad",), "asker")


def test_a_passive_has_its_holder_behind_door_or_none() -> None:
    silent = (
        "Er/ADV/advmod/2 wordt~worden/AUX/aux:pass/2/Fin gesteld/VERB/ROOT/2/Part dat/SCONJ/mark/6 de/DET/det/5 "
        "brug/NOUN/nsubj/6 sluit/VERB/ccomp/2/Fin ./PUNCT/punct/2"
    )
    named = (
        "Door/ADP/case/2 de/DET/det/2 raad/NOUN/obl:agent/4 wordt~worden/AUX/aux:pass/4/Fin "
        "gesteld/VERB/ROOT/4/Part dat/SCONJ/mark/8 de/DET/det/7 brug/NOUN/nsubj/8 sluit/VERB/ccomp/4/Fin "
        "./PUNCT/punct/4"
    )
    assert said(silent) == ()
    assert [c.holders for c in said(named)] == [("raad",)]


def test_a_participle_with_zijn_is_passive_whatever_its_label() -> None:
    text = (
        "De/DET/det/1 raad/NOUN/nsubj/3 is~zijn/AUX/aux/3/Fin geïnformeerd/VERB/ROOT/3/Part over/ADP/case/6 "
        "de/DET/det/6 brug/NOUN/obl/3 ./PUNCT/punct/3"
    )
    assert said(text) == ()


def test_saying_what_must_be_done_calls_for_it() -> None:
    text = (
        "De/DET/det/1 raad/NOUN/nsubj/2 zegt/VERB/ROOT/2/Fin dat/SCONJ/mark/7 de/DET/det/5 brug/NOUN/nsubj/7 "
        "dicht/ADJ/compound:prt/7 moet/VERB/ccomp/2/Fin ./PUNCT/punct/2"
    )
    assert [c.speech_act for c in said(text)] == ["call-for"]


def test_a_negated_act_is_negative_unless_it_has_an_act_of_its_own() -> None:
    shared = "Ik/PRON/nsubj/1 deel/VERB/ROOT/1/Fin die/DET/det/3 mening/NOUN/obj/1 niet/ADV/advmod/1 ./PUNCT/punct/1"
    confirmed = (
        "De/DET/det/1 raad/NOUN/nsubj/2 bevestigt/VERB/ROOT/2/Fin niet/ADV/advmod/2 dat/SCONJ/mark/7 de/DET/det/6 "
        "brug/NOUN/nsubj/7 sluit/VERB/ccomp/2/Fin ./PUNCT/punct/2"
    )
    (rejected,) = said(shared)
    assert (rejected.speech_act, rejected.polarity, rejected.content, rejected.holders) == (
        "reject",
        "positive",
        None,
        ("answerer",),
    )
    (denied,) = said(confirmed)
    assert (denied.speech_act, denied.polarity) == ("assert", "negative")


def test_a_judgement_of_nobody_is_that_of_the_voice() -> None:
    text = "De/DET/det/1 toestand/NOUN/nsubj/3 is~zijn/AUX/cop/3/Fin zorgelijk/ADJ/ROOT/3 ./PUNCT/punct/3"
    (claim,) = said(text)
    assert (claim.speech_act, claim.holders) == ("evaluate", ("answerer",))
    assert words(claim, text) == ("zorgelijk", "De toestand")


def test_a_judgement_in_the_words_of_another_is_not_that_of_the_voice() -> None:
    text = (
        "De/DET/det/1 krant/NOUN/nsubj/2 meldt/VERB/ROOT/2/Fin dat/SCONJ/mark/6 de/DET/det/5 toestand/NOUN/nsubj/6 "
        "zorgelijk/ADJ/ccomp/2 is~zijn/AUX/cop/6/Fin ./PUNCT/punct/2"
    )
    assert [c.holders for c in said(text)] == [("krant",)]


def test_wrongdoing_spoken_of_after_an_accusation_is_the_same_accusation() -> None:
    accused = (
        "De/DET/det/1 raad/NOUN/nsubj/2 beschuldigt/VERB/ROOT/2/Fin het/DET/det/4 bedrijf/NOUN/obj/2 "
        "van/ADP/case/6 fraude/NOUN/nmod/4 en/CCONJ/cc/8 spreekt/VERB/conj/2/Fin van/ADP/case/10 "
        "bedrog/NOUN/obl:arg/8 ./PUNCT/punct/2"
    )
    alone = "De/DET/det/1 raad/NOUN/nsubj/2 spreekt/VERB/ROOT/2/Fin van/ADP/case/4 bedrog/NOUN/obl:arg/2 ./PUNCT/punct/2"
    assert [(c.speech_act, c.targets) for c in said(accused)] == [("accuse", ("bedrijf",)), ("accuse", ("bedrijf",))]
    assert [(c.speech_act, c.targets) for c in said(alone)] == [("assert", ())]


def test_volgens_brings_a_holder_and_the_clause_is_the_content() -> None:
    text = "Volgens/ADP/case/2 de/DET/det/2 raad/NOUN/obl/3 sluit/VERB/ROOT/3/Fin de/DET/det/5 brug/NOUN/nsubj/3 ./PUNCT/punct/3"
    (claim,) = said(text)
    assert claim.holders == ("raad",)
    assert words(claim, text) == ("Volgens", "sluit de brug")


def test_nobody_in_particular_holds_nothing() -> None:
    text = (
        "Reizigers/NOUN/ROOT/0/Plur die/PRON/nsubj/2/Rel vrezen/VERB/acl:relcl/0/Fin dat/SCONJ/mark/6 de/DET/det/5 "
        "brug/NOUN/nsubj/6 sluit/VERB/ccomp/2/Fin ./PUNCT/punct/0"
    )
    assert said(text) == ()
    assert [c.holders for c in said("De/DET/det/1 " + renumbered(text, 1))] == [("reizigers",)]


def renumbered(text: str, by: int) -> str:
    rows = [t.split("/") for t in text.replace("Reizigers", "reizigers").split()]
    return " ".join("/".join([r[0], r[1], r[2], str(int(r[3]) + by), *r[4:]]) for r in rows)


def test_what_somebody_could_say_is_not_said_but_politeness_is() -> None:
    other = (
        "De/DET/det/1 raad/NOUN/nsubj/3 kan~kunnen/AUX/aux/3/Fin bevestigen/VERB/ROOT/3/Inf dat/SCONJ/mark/7 "
        "de/DET/det/6 brug/NOUN/nsubj/7 sluit/VERB/ccomp/3/Fin ./PUNCT/punct/3"
    )
    own = (
        "Ik/PRON/nsubj/2 kan~kunnen/AUX/aux/2/Fin bevestigen/VERB/ROOT/2/Inf dat/SCONJ/mark/6 de/DET/det/5 "
        "brug/NOUN/nsubj/6 sluit/VERB/ccomp/2/Fin ./PUNCT/punct/2"
    )
    assert said(other) == ()
    assert [c.holders for c in said(own)] == [("answerer",)]


def test_a_condition_reports_nothing() -> None:
    text = (
        "Als/SCONJ/mark/3 de/DET/det/2 raad/NOUN/nsubj/3 zegt/VERB/advcl/9/Fin dat/SCONJ/mark/7 de/DET/det/6 "
        "brug/NOUN/nsubj/7 sluit/VERB/ccomp/3/Fin ,/PUNCT/punct/3 wachten/VERB/ROOT/9/Fin wij/PRON/nsubj/9 "
        "./PUNCT/punct/9"
    )
    assert said(text) == ()


def test_two_cues_of_one_content_are_one_claim() -> None:
    text = (
        "De/DET/det/1 raad/NOUN/nsubj/2 hoopt/VERB/ROOT/2/Fin en/CCONJ/cc/4 verwacht/VERB/conj/2/Fin "
        "dat/SCONJ/mark/8 de/DET/det/7 brug/NOUN/nsubj/8 sluit/VERB/ccomp/4/Fin ./PUNCT/punct/2"
    )
    (claim,) = said(text)
    assert (claim.speech_act, claim.holders) == ("hope", ("raad",))


def test_a_noun_needs_its_owner_and_its_content() -> None:
    text = (
        "De/DET/det/1 oproep/NOUN/nsubj/10 van/ADP/case/4 de/DET/det/4 raad/NOUN/nmod/1 om/ADP/mark/9 de/DET/det/7 "
        "brug/NOUN/obj/9 te/ADP/mark/9 sluiten/VERB/acl/1/Inf kwam/VERB/ROOT/10/Past laat/ADJ/advmod/10 "
        "./PUNCT/punct/10"
    )
    (claim,) = said(text)
    assert (claim.speech_act, claim.holders) == ("call-for", ("raad",))
    assert words(claim, text) == ("oproep", "de brug te sluiten")
    ownerless = text.replace("van/ADP/case/4", "na/ADP/case/4")
    assert said(ownerless) == ()


def test_a_document_speaks_by_what_stands_in_it_and_a_place_does_not() -> None:
    text = (
        "In/ADP/case/2 het/DET/det/2 rapport/NOUN/obl/3 staat/VERB/ROOT/3/Fin dat/SCONJ/mark/7 de/DET/det/6 "
        "brug/NOUN/nsubj/7 sluit/VERB/csubj/3/Fin ./PUNCT/punct/3"
    )
    analysis = analysis_of(("answer", text))
    span = Span(7, 14)
    paper = CitedSource("src7-14", "report", (Mention(span, "rapport"),), Evidence("citation", span))
    known = find_claims(analysis, cast_of(analysis, frozenset({"rapport"})), (paper,), Namer())
    assert [(c.holders, c.cited_sources) for c in known] == [(("src7-14",), ("src7-14",))]
    assert find_claims(analysis, cast_of(analysis), (), Namer()) == ()


def test_a_quotation_over_two_sentences_belongs_to_whom_it_is_ascribed_to() -> None:
    first = "“/PUNCT/punct/3 De/DET/det/2 brug/NOUN/nsubj/3 sluit/VERB/ROOT/3/Fin ./PUNCT/punct/3"
    second = (
        "Wij/PRON/nsubj/1 wachten/VERB/ROOT/1/Fin ”/PUNCT/punct/1 ,/PUNCT/punct/6 aldus/ADP/case/6 de/DET/det/6 "
        "raad/NOUN/parataxis/1 ./PUNCT/punct/1"
    )
    lines = f"{first}\n{second}"
    (claim,) = said(lines)
    assert claim.holders == ("raad",)
    assert words(claim, lines)[1] == "De brug sluit. Wij wachten"
    assert [(q.text, q.quote_type) for q in claim.quotes] == [("De brug sluit. Wij wachten", "direct")]


def test_words_quoted_inside_a_content_are_mixed_and_marks_never_at_its_edge() -> None:
    text = (
        "De/DET/det/1 raad/NOUN/nsubj/2 spreekt/VERB/ROOT/2/Fin van/ADP/case/6 “/PUNCT/punct/6 zeker/ADJ/amod/6 "
        "bedrog/NOUN/obl:arg/2 ”/PUNCT/punct/6 ./PUNCT/punct/2"
    )
    (claim,) = said(text)
    assert words(claim, text)[1] == "zeker bedrog"
    assert [(q.text, q.quote_type) for q in claim.quotes] == [("zeker bedrog", "mixed")]


def test_a_question_is_a_claim_of_its_asker() -> None:
    asked, _ = claims_of(
        ("question", "Hoe/ADV/advmod/1 sluit/VERB/ROOT/1/Fin de/DET/det/3 brug/NOUN/nsubj/1 ?/PUNCT/punct/1"), ("answer", SAYS)
    )
    assert (asked.speech_act, asked.holders, asked.addressees, asked.cue) == ("ask", ("asker",), ("answerer",), ())
    assert (asked.content_text, asked.claim_id) == ("Hoe sluit de brug", "cl0-18")


def test_an_attack_with_a_named_agent_accuses_in_the_own_voice() -> None:
    text = (
        "Een/DET/det/1 aanval/NOUN/nsubj/8 van/ADP/case/4 het/DET/det/4 leger/NOUN/nmod/1 op/ADP/case/7 "
        "de/DET/det/7 stad/NOUN/nmod/4 begon/VERB/ROOT/8/Past ./PUNCT/punct/8"
    )
    (claim,) = said(text, kind="context")
    assert (claim.speech_act, claim.holders, claim.targets, claim.cue) == ("accuse", ("asker",), ("leger",), ())
    reported = (
        "De/DET/det/1 krant/NOUN/nsubj/2 meldt/VERB/ROOT/2/Fin dat/SCONJ/mark/8 een/DET/det/5 aanval/NOUN/nsubj/8 "
        "van/ADP/case/7 leger/NOUN/nmod/5 begon/VERB/ccomp/2/Past ./PUNCT/punct/2"
    )
    assert [c.speech_act for c in said(reported, kind="context")] == ["assert"]


def test_the_same_text_gives_the_same_claims() -> None:
    parts = (("context", FEARS), ("answer", SAYS))
    assert claims_of(*parts) == claims_of(*parts)  # type: ignore[arg-type]


def test_a_headline_says_what_stands_behind_its_colon() -> None:
    text = (
        "Jansen/PROPN/ROOT/0 :/PUNCT/punct/0 “/PUNCT/punct/5 De/DET/det/4 brug/NOUN/nsubj/5 sluit/VERB/parataxis/0/Fin "
        "”/PUNCT/punct/5"
    )
    (claim,) = said(text, kind="context")
    assert (claim.holders, claim.cue) == (("jansen",), ())
    assert words(claim, text)[1] == "De brug sluit"


def test_a_description_judges_nothing() -> None:
    text = (
        "De/DET/det/1 plannen/NOUN/nsubj/5/Plur die/PRON/nsubj/3 zorgelijk/ADJ/acl:relcl/1 zijn/AUX/cop/3/Fin "
        "blijven/VERB/ROOT/5/Fin ./PUNCT/punct/5"
    )
    assert said(text) == ()


def test_a_quotation_may_end_before_the_sentence_that_ascribes_it() -> None:
    quoted = "“/PUNCT/punct/3 De/DET/det/2 brug/NOUN/nsubj/3 sluit/VERB/ROOT/3/Fin ./PUNCT/punct/3 ”/PUNCT/punct/3"
    lines = f"{quoted}\nAldus/ADP/case/2 de/DET/det/2 raad/NOUN/ROOT/2 ./PUNCT/punct/2"
    (claim,) = said(lines)
    assert claim.holders == ("raad",)
    assert words(claim, lines) == ("Aldus", "De brug sluit")


def test_a_content_ends_before_a_main_clause_joined_to_it() -> None:
    text = (
        "De/DET/det/1 raad/NOUN/nsubj/2 zegt/VERB/ROOT/2/Fin dat/SCONJ/mark/6 de/DET/det/5 brug/NOUN/nsubj/6 "
        "sluit/VERB/ccomp/2/Fin ,/PUNCT/punct/11 maar/CCONJ/cc/11 de/DET/det/10 krant/NOUN/nsubj/11 zwijgt/VERB/conj/6/Fin "
        "nu/ADV/advmod/11 ./PUNCT/punct/2"
    )
    (claim,) = said(text)
    assert words(claim, text)[1] == "de brug sluit"


def test_a_content_takes_in_an_afterthought_without_a_verb() -> None:
    text = (
        "De/DET/det/1 raad/NOUN/nsubj/2 zegt/VERB/ROOT/2/Fin dat/SCONJ/mark/6 de/DET/det/5 brug/NOUN/nsubj/6 "
        "sluit/VERB/ccomp/2/Fin ,/PUNCT/punct/10 ook/ADV/advmod/10 voor/ADP/case/10 wandelaars/NOUN/obl/2 ./PUNCT/punct/2"
    )
    (claim,) = said(text)
    assert words(claim, text)[1] == "de brug sluit, ook voor wandelaars"


def test_the_partner_of_a_conversation_is_spoken_to() -> None:
    text = (
        "De/DET/det/1 raad/NOUN/nsubj/2 meldt/VERB/ROOT/2/Fin in/ADP/case/5 een/DET/det/5 gesprek/NOUN/obl/2 met/ADP/case/8 "
        "de/DET/det/8 krant/NOUN/nmod/5 dat/SCONJ/mark/12 de/DET/det/11 brug/NOUN/nsubj/12 sluit/VERB/ccomp/2/Fin ./PUNCT/punct/2"
    )
    (claim,) = said(text)
    assert claim.addressees == ("krant",)


def test_an_object_taken_for_a_subject_of_the_auxiliary_is_spoken_to() -> None:
    text = (
        "Het/DET/det/1 kabinet/NOUN/nsubj/7 heeft~hebben/AUX/aux/7/Fin de/DET/det/4 commissie/NOUN/nsubj/2 over/ADP/case/6 "
        "fraude/NOUN/obl/7 geïnformeerd/VERB/ROOT/7/Part ./PUNCT/punct/7"
    )
    (claim,) = said(text)
    assert (claim.holders, claim.addressees) == (("kabinet",), ("commissie",))


def cited(start: int, end: int, kind: SourceType = "report") -> CitedSource:
    span = Span(start, end)
    return CitedSource(f"src{start}-{end}", kind, (Mention(span, "x"),), Evidence("citation", span))


def test_a_bare_noun_takes_up_the_one_document_of_its_kind() -> None:
    first = "Een/DET/det/1 rapport/NOUN/ROOT/1 verscheen/VERB/acl/1 ./PUNCT/punct/1"
    second = (
        "Het/DET/det/1 rapport/NOUN/nsubj/2 stelt/VERB/ROOT/2/Fin dat/SCONJ/mark/6 de/DET/det/5 brug/NOUN/nsubj/6 "
        "sluit/VERB/ccomp/2/Fin ./PUNCT/punct/2"
    )
    analysis = analysis_of(("answer", f"{first}\n{second}"))
    cast = cast_of(analysis, frozenset({"rapport"}))
    one, letter, other = cited(4, 11), cited(0, 3, "letter"), cited(12, 21)
    assert [c.holders for c in find_claims(analysis, cast, (one, letter), Namer())] == [("src4-11",)]
    assert find_claims(analysis, cast, (one, other), Namer()) == ()
    assert find_claims(analysis, cast, (letter,), Namer()) == ()


def test_for_whom_something_holds_is_not_what_is_said() -> None:
    text = (
        "De/DET/det/1 raad/NOUN/nsubj/2 vermeldt~vermelden/VERB/ROOT/2/Fin wat/PRON/nsubj/5 mij/PRON/obj/5 "
        "betreft/VERB/ccomp/2/Fin weinig/ADV/advmod/2 ./PUNCT/punct/2"
    )
    assert [c.evidence.entry for c in said(text)] == ["reporting#wat-mij-betreft"]


def test_nobody_speaks_to_a_document() -> None:
    text = (
        "De/DET/det/1 raad/NOUN/nsubj/2 meldt/VERB/ROOT/2/Fin in/ADP/case/5 een/DET/det/5 gesprek/NOUN/obl/2 met/ADP/case/8 "
        "het/DET/det/8 rapport/NOUN/nmod/5 dat/SCONJ/mark/12 de/DET/det/11 brug/NOUN/nsubj/12 sluit/VERB/ccomp/2/Fin "
        "./PUNCT/punct/2"
    )
    analysis = analysis_of(("answer", text))
    cast = cast_of(analysis, frozenset({"rapport"}))
    (claim,) = find_claims(analysis, cast, (cited(37, 44),), Namer())
    assert analysis.document.source.text[37:44] == "rapport"
    assert (claim.holders, claim.addressees, claim.targets) == (("raad",), (), ())


def test_a_title_does_not_say_its_own_words() -> None:
    analysis = analysis_of(("answer", SAYS))
    cast = cast_of(analysis, frozenset({"raad"}))
    assert find_claims(analysis, cast, (cited(0, 20, "article"),), Namer()) == ()


def test_those_who_were_asked_say_what_asking_taught() -> None:
    text = (
        "Navraag/NOUN/nsubj/4 bij/ADP/case/3 de/DET/det/3 krant/NOUN/nmod/0 leert/VERB/ROOT/4/Fin dat/SCONJ/mark/8 "
        "de/DET/det/7 brug/NOUN/nsubj/8 sluit/VERB/ccomp/4/Fin ./PUNCT/punct/4"
    )
    analysis = analysis_of(("answer", text))
    claims = find_claims(analysis, cast_of(analysis, frozenset({"navraag"})), (), Namer())
    assert [c.holders for c in claims] == [("krant",)]
