"""What belongs to a cue where asides, lists and odd trees part it; and who does not hold what stands nearby."""

from __future__ import annotations

from dataclasses import replace

import pytest
from claim_examples import analysis_of, cast_of, claims_of, said, words

from relaas.extract.claims import find_claims
from relaas.ids import Namer


def contents(text: str) -> list[str | None]:
    return [words(c, text)[1] for c in said(text)]


ASIDE = (
    "De/DET/det/1 raad/NOUN/nsubj/2 zet~zetten/VERB/ROOT/2/Fin zich/PRON/obj/2 ,/PUNCT/punct/6 {}/{}/6 hulp/NOUN/{}/2 "
    "van/ADP/case/8 boeren~boer/NOUN/nmod/6/Plur ,/PUNCT/punct/12 in/ADP/case/12 voor/ADP/case/12 bomen~boom/NOUN/obl/2/Plur "
    "./PUNCT/punct/2"
)


def test_the_rest_of_a_verb_is_found_behind_an_aside() -> None:
    aside = ASIDE.format("met", "ADP/case", "obl")
    assert [words(c, aside) for c in said(aside)] == [("zet zich … in", "bomen")]
    assert said(ASIDE.format("en", "CCONJ/cc", "conj")) == ()


PREDICTED = (
    "De/DET/det/1 bond/NOUN/nsubj/2 voorspelt~voorspellen/VERB/ROOT/2/Fin ,/PUNCT/punct/7 {}/{}/7 als/SCONJ/mark/7 de/DET/det/7 "
    "raad/NOUN/obl/2 {}/PUNCT/punct/12 dat/SCONJ/mark/12 de/DET/det/11 dijk/NOUN/nsubj/12 lekt~lekken/VERB/dep/5/Fin "
    "./PUNCT/punct/2"
)


def test_a_clause_is_found_behind_an_aside() -> None:
    assert contents(PREDICTED.format("net", "ADV/advmod", ",")) == ["de dijk lekt"]
    assert contents(PREDICTED.format("net", "ADV/advmod", "-")) == []


REMARK = (
    "Hierbij/ADV/advmod/1 {}/VERB/{}/2/Fin opgemerkt~opmerken/VERB/ROOT/2/Part dat/SCONJ/mark/6 de/DET/det/5 dijk/NOUN/nsubj/6 "
    "lekt~lekken/VERB/ccomp/2/Fin ./PUNCT/punct/2"
)


def test_what_must_be_remarked_the_voice_remarks() -> None:
    assert [(c.holders, c.speech_act) for c in said(REMARK.format("dient~dienen", "aux:pass"))] == [(("answerer",), "assert")]
    assert said(REMARK.format("werd~worden", "aux:pass")) == ()


PLAN = (
    "De/DET/det/1 raad/NOUN/nsubj/9 is~zijn/AUX/aux/9/Fin {}/ADV/advmod/9 van/ADP/obl/9 plan/NOUN/fixed/4 de/DET/det/7 "
    "brug/NOUN/obj/9 te/ADP/mark/9 sluiten/VERB/ROOT/9/Inf ./PUNCT/punct/9"
)


@pytest.mark.parametrize(("adverb", "polarity"), [("niet", "negative"), ("nu", "positive")])
def test_a_plan_has_the_infinitive_it_was_hung_on(adverb: str, polarity: str) -> None:
    text = PLAN.format(adverb)
    assert [(c.polarity, words(c, text)[1]) for c in said(text)] == [(polarity, "de brug te sluiten")]


def test_the_voice_has_a_view_of_the_whole_sentence() -> None:
    text = (
        "De/DET/det/1 brug/NOUN/nsubj/4 is~zijn/AUX/cop/4/Fin mijns/ADJ/amod/4 inziens/NOUN/ROOT/4 maar/ADV/cc/7 een/DET/det/7 "
        "begin/NOUN/conj/4 ./PUNCT/punct/4"
    )
    assert contents(text) == ["De brug is mijns inziens maar een begin"]
    asked = text.replace("./PUNCT", "?/PUNCT")
    assert said(asked, kind="question") == ()


RAISED = (
    "Het/PRON/expl/1 {}/VERB/ROOT/1/Fin {}/PRON/expl:pv/1 volgens/ADP/case/5 de/DET/det/5 raad/NOUN/obl/7 moeilijk/ADJ/advmod/7 "
    "raden/VERB/xcomp/1/Inf ./PUNCT/punct/1"
)


def test_what_is_said_takes_in_the_verb_above_its_infinitive() -> None:
    assert contents(RAISED.format("laat~laten", "zich")) == ["Het laat zich volgens de raad moeilijk raden"]
    assert contents(RAISED.format("vraagt~vragen", "iets")) == ["moeilijk raden"]


def test_what_is_experienced_is_the_subject_of_the_passive() -> None:
    text = (
        "De/DET/det/1 brug/NOUN/nsubj:pass/8 wordt~worden/AUX/aux:pass/8/Fin door/ADP/case/5 de/DET/det/5 raad/NOUN/obl:agent/8 "
        "als/SCONJ/mark/7 lelijk/ADJ/xcomp/8 ervaren/VERB/ROOT/8/Part ./PUNCT/punct/8"
    )
    assert contents(text) == ["De brug"]


AMONG = (
    "De/DET/det/1 raad/NOUN/nsubj/2 stelt~stellen/VERB/ROOT/2/Fin {}/ADP/nmod/6 {}/ADJ/fixed/3 een/DET/det/6 brug/NOUN/obj/2 "
    "voor/ADP/compound:prt/2 ./PUNCT/punct/2"
)


def test_among_others_is_no_part_of_what_is_proposed() -> None:
    assert contents(AMONG.format("onder", "andere")) == ["een brug"]
    assert contents(AMONG.format("naast", "andere")) == []


CALLED = (
    "De/DET/det/1 raad/NOUN/nsubj/2 roept~roepen/VERB/ROOT/2/Fin de/DET/det/4 bond/NOUN/obj/9 op/ADP/case/7 de/DET/det/7 "
    "brug/NOUN/obl/9 te/ADP/mark/9 sluiten/VERB/xcomp/2/Inf ./PUNCT/punct/2"
)


def test_what_somebody_is_called_to_do_begins_behind_the_particle() -> None:
    assert contents(CALLED) == ["de brug te sluiten"]


JOINED = (
    "De/DET/det/1 raad/NOUN/nsubj/5 is~zijn/AUX/aux/5/Fin in/ADP/case/4 overleg/NOUN/obl/5 {}/VERB/ROOT/5/Part en/CCONJ/cc/8 "
    "heeft~hebben/AUX/aux/8/Fin verzocht~verzoeken/VERB/conj/5/Part de/DET/det/10 brug/NOUN/obj/12 te/ADP/mark/12 "
    "sluiten/VERB/xcomp/8/Inf ./PUNCT/punct/5"
)


def test_a_verb_of_motion_with_zijn_is_no_passive() -> None:
    assert [c.holders for c in said(JOINED.format("getreden~treden"))] == [("raad",)]
    assert said(JOINED.format("genoemd~benoemen")) == ()


STAYS = (
    "{}/ADV/obl/1 blijf~blijven/VERB/ROOT/1/Fin ik/PRON/nsubj/1 mij/PRON/obj/5 {}/ADP/case/5 inzetten/VERB/xcomp/1/Inf "
    "./PUNCT/punct/1"
)


def test_an_adverb_on_the_verb_above_stands_for_the_phrase() -> None:
    assert [(c.speech_act, c.content) for c in said(STAYS.format("Daar", "voor"))] == [("commit", None)]
    assert said(STAYS.format("Morgen", "weer")) == ()


LIST = (
    "De/DET/det/1 raad/NOUN/nsubj/2 zet~zetten/VERB/ROOT/2/Fin in/ADP/compound:prt/2 op/ADP/case/5 water/NOUN/obl/2 "
    ",/PUNCT/punct/8 schone~schoon/ADJ/amod/8 lucht/NOUN/conj/2 {}/CCONJ/cc/11 een/DET/det/11 norm/NOUN/conj/2 ./PUNCT/punct/2"
)


def test_a_list_that_ends_the_clause_is_one_content() -> None:
    assert contents(LIST.format("en")) == ["water, schone lucht en een norm"]
    assert contents(LIST.format("maar")) == ["water"]


DEED = (
    "Het/PRON/expl/1 klopt~kloppen/VERB/ROOT/1/Fin {}/ADV/advmod/1 dat/SCONJ/mark/12 de/DET/det/5 brug/NOUN/nsubj:pass/12 "
    "op/ADP/case/10 verzoek/NOUN/fixed/6 van/ADP/fixed/6 de/DET/det/10 raad/NOUN/obl/12 is~zijn/AUX/aux:pass/12/Fin "
    "gesloten~sluiten/VERB/csubj/1/Part ./PUNCT/punct/1"
)


@pytest.mark.parametrize(("adverb", "polarity"), [("niet", "negative"), ("nu", "positive")])
def test_nobody_asked_for_what_is_denied_to_have_been_done_so(adverb: str, polarity: str) -> None:
    assert [c.polarity for c in said(DEED.format(adverb)) if c.holders == ("raad",)] == [polarity]


IMPORTANT = (
    "De/DET/det/1 gids/NOUN/nsubj/2 weet~weten/VERB/ROOT/2/Fin ,/PUNCT/punct/2 {}/{}/5 belangrijk/ADJ/parataxis/2 "
    "is~zijn/AUX/cop/5/Fin ./PUNCT/punct/2"
)


def test_what_is_important_is_no_judgement() -> None:
    assert said(IMPORTANT.format("wat", "PRON/nsubj")) == ()
    assert contents(IMPORTANT.format("rust", "NOUN/nsubj")) == ["rust"]


JUDGED = (
    "Hoe/ADV/advmod/1 {}/VERB/ROOT/1/{} u/PRON/nsubj/1 over/ADP/case/5 het/DET/det/5 feit/NOUN/obl:arg/1 dat/SCONJ/mark/8 "
    "mensen~mens/NOUN/nsubj/8/Plur sliepen~slapen/VERB/advcl/1/Past/Plur ?/PUNCT/punct/1"
)


def asked(text: str) -> list[tuple[str, ...]]:
    return [c.holders for c in said(text, kind="question")]


def test_a_past_inside_the_question_does_not_make_its_verb_presupposed() -> None:
    assert asked(JUDGED.format("oordeelt~oordelen", "Fin")) == []
    assert asked(JUDGED.format("oordeelde~oordelen", "Past")) == [("answerer",)]


OF_WHOM = (
    "Bent~zijn/AUX/cop/3/Fin u/PRON/nsubj/3 het/PRON/obj/3 eens/ADV/ROOT/3 {} die/PRON/nsubj/9/Rel "
    "stelt~stellen/VERB/acl:relcl/3/Fin dat/SCONJ/mark/13 de/DET/det/12 dijk/NOUN/nsubj/13 lekt~lekken/VERB/ccomp/9/Fin "
    "?/PUNCT/punct/3"
)


def test_a_relative_pronoun_does_not_reach_over_a_noun_to_whom_is_asked() -> None:
    phrase = "met/ADP/case/6 de/DET/det/6 {}/NOUN/obl:arg/3 ,/PUNCT/punct/9"
    assert asked(OF_WHOM.format(phrase.format("toestand"))) == []
    assert asked(OF_WHOM.format(phrase.format("molenaar"))) == [("molenaar",)]


REPORTED = (
    "Wij/PRON/nsubj/1 zien/VERB/ROOT/1/Fin het/DET/det/3 werk/NOUN/obj/1 {}door/ADP/case/{} raad/NOUN/obl:agent/{} {}"
    "gemelde~melden/VERB/amod/{n}/Part fraude/NOUN/{dep} ./PUNCT/punct/1"
)


def test_the_agent_of_one_participle_is_not_that_of_the_next() -> None:
    other = REPORTED.format("ingesteld~instellen/VERB/acl/3/Part ", 6, 4, "na/ADP/case/9 ", n=9, dep="obl/4")
    assert said(other) == ()
    own = REPORTED.format("van/ADP/case/8 ", 6, 8, "ooit/ADV/advmod/8 ", n=9, dep="nmod/3")
    assert [c.holders for c in said(own)] == [("raad",)]


def test_a_clause_that_describes_the_holder_of_a_noun_is_no_content() -> None:
    text = (
        "Zij/PRON/nsubj/1 kennen/VERB/ROOT/1/Fin het/DET/det/3 oordeel/NOUN/obj/1 van/ADP/case/6 het/DET/det/6 "
        "college/NOUN/nmod/3 {}dat/{} het/PRON/{} toetst~toetsen/VERB/{}/3/Fin ./PUNCT/punct/1"
    )
    described = text.format(",/PUNCT/punct/10 ", "PRON/nsubj/10", "obj/10", "acl:relcl")
    assert said(described) == ()
    stated = text.format("", "SCONJ/mark/9", "nsubj/9", "acl")
    assert contents(stated) == ["het toetst"]


QUOTED = (
    "De/DET/det/1 bond/NOUN/nsubj/2 zei~zeggen/VERB/ROOT/2/Past «/PUNCT/punct/4 spijt/NOUN/obj/{} »/PUNCT/punct/4 "
    "{}./PUNCT/punct/2"
)


def test_a_quoted_word_that_begins_a_clause_is_not_all_that_is_said() -> None:
    assert contents(QUOTED.format(7, "te/ADP/mark/7 voelen/VERB/xcomp/2/Inf ")) == ["spijt» te voelen"]
    assert contents(QUOTED.format(2, "")) == ["spijt"]


VIEW = "{}ik/PRON/nsubj/{n} vind~vinden/VERB/{dep}/{top}/Fin dat/SCONJ/mark/{m} het/PRON/nsubj/{m} lekt~lekken/VERB/ccomp/{n}/Fin"


def test_ik_in_a_quotation_of_somebody_unknown_is_not_the_voice() -> None:
    quoted = VIEW.format(
        "Wij/PRON/nsubj/1 lezen/VERB/ROOT/1/Fin :/PUNCT/punct/1 «/PUNCT/punct/5 ", n=5, dep="parataxis", top=1, m=8
    )
    assert said(f"{quoted} »/PUNCT/punct/5 ./PUNCT/punct/1") == ()
    plain = VIEW.format("Nu/ADV/advmod/2 ", n=2, dep="ROOT", top=2, m=5)
    assert [c.holders for c in said(f"{plain} ./PUNCT/punct/2")] == [("answerer",)]


SECOND = (
    "{}/AUX/aux/2/Fin u/PRON/nsubj/2 gelezen~lezen/VERB/ROOT/2/Part wat/PRON/nsubj/4 staat~staan/VERB/ccomp/2/Fin en/CCONJ/cc/9 "
    "{}/AUX/aux/10/Past {}/PRON/nsubj/10 daarop/ADV/advmod/10 willen/VERB/conj/2/Inf reageren/VERB/xcomp/9/Inf ?/PUNCT/punct/2"
)


def test_a_second_question_with_its_helper_before_you_is_one() -> None:
    assert said(SECOND.format("Hebt~hebben", "zou~zullen", "u"), kind="question") == ()


MEANT = (
    "Het/PRON/expl/1 regent~regenen/VERB/ROOT/1/Fin {}/SCONJ/mark/5 het/PRON/expl/5 de/DET/det/5 bedoeling/NOUN/advcl/1 "
    "van/ADP/case/8 de/DET/det/8 raad/NOUN/nmod/5 is~zijn/AUX/cop/5/Fin te/ADP/mark/11 sluiten/VERB/csubj/5/Inf ./PUNCT/punct/1"
)


@pytest.mark.parametrize(("mark", "expected"), [("als", []), ("omdat", [("raad",)])])
def test_an_intention_that_is_only_supposed_is_none(mark: str, expected: list[tuple[str, ...]]) -> None:
    assert [c.holders for c in said(MEANT.format(mark))] == expected


def test_whoever_is_addressed_is_not_she() -> None:
    text = (
        "Weet~weten/VERB/ROOT/0/Fin {}/PRON/nsubj/0 dat/SCONJ/mark/4 ze/PRON/nsubj/4 wilde~willen/VERB/ccomp/0/Past "
        "zwemmen/VERB/xcomp/4/Inf ?/PUNCT/punct/0"
    )
    for addressed, expected in (("u", []), ("men", [("answerer",)])):
        analysis = analysis_of(("question", text.format(addressed)))
        cast = cast_of(analysis)
        cast = replace(cast, named={**cast.named, (0, 3): ("answerer",)})
        found = find_claims(analysis, cast, (), Namer())
        assert [c.holders for c in found if c.speech_act != "ask"] == expected


VIEWS = (
    "Wat/PRON/ROOT/0 is~zijn/AUX/cop/0/Fin het/DET/det/3 oordeel/NOUN/nsubj/0 van/ADP/case/6 de/DET/det/6 raad/NOUN/nmod/3 "
    "over/ADP/case/9 het/DET/det/9 werk/NOUN/nmod/3 ./PUNCT/punct/0"
)


def test_a_question_that_begins_with_its_question_word_asks_without_a_mark() -> None:
    assert asked(VIEWS) == []
    assert [c.holders for c in said(VIEWS)] == [("raad",)]


AS_SAID = (
    "{}/SCONJ/mark/3 de/DET/det/2 raad/NOUN/nsubj/3 {}/VERB/advcl/5/Fin ,/PUNCT/punct/3 zakt~zakken/VERB/ROOT/5/Fin "
    "de/DET/det/7 brug/NOUN/nsubj/5 ./PUNCT/punct/5"
)
BEHIND = (
    "De/DET/det/1 brug/NOUN/nsubj/2 zakt~zakken/VERB/ROOT/2/Fin ,/PUNCT/punct/7 {}/SCONJ/mark/7 de/DET/det/6 raad/NOUN/nsubj/7 "
    "opmerkt~opmerken/VERB/advcl/2/Fin ./PUNCT/punct/2"
)


def test_what_stands_beside_a_clause_with_zoals_is_said() -> None:
    assert contents(AS_SAID.format("Zoals", "stelt~stellen")) == ["zakt de brug"]
    assert contents(BEHIND.format("zoals")) == ["De brug zakt"]
    for silent in (AS_SAID.format("Zodra", "stelt~stellen"), AS_SAID.format("Zoals", "weet~weten"), BEHIND.format("terwijl")):
        assert said(silent) == ()
    own = AS_SAID.format("Zoals", "stel~stellen").replace("de/DET/det/2 raad/NOUN", "hier/ADV/advmod/3 ik/PRON")
    assert said(own) == ()


def test_a_sentence_goes_on_behind_aldus() -> None:
    text = (
        "De/DET/det/1 brug/NOUN/nsubj:pass/8 is~zijn/AUX/aux:pass/8/Fin ,/PUNCT/punct/6 aldus/ADV/case/6 de/DET/det/6 "
        "raad/NOUN/obl/8 ,/PUNCT/punct/8 {}/VERB/ROOT/8/Part ./PUNCT/punct/8"
    )
    assert contents(text.format("gesloten~sluiten")) == ["De brug is, aldus de raad, gesloten"]
    ended = (
        "De/DET/det/1 brug/NOUN/nsubj/2 zakt~zakken/VERB/ROOT/2/Fin ,/PUNCT/punct/6 aldus/ADV/case/6 de/DET/det/6 raad/NOUN/obl/2"
    )
    assert contents(f"{ended} ./PUNCT/punct/2") == ["De brug zakt"]


BLAME = "De/DET/det/1 raad/NOUN/nsubj/2 verwijt~verwijten/VERB/ROOT/2/Fin de/DET/det/4 bond/NOUN/obj/2 {} ./PUNCT/punct/2"


def test_of_two_objects_the_second_is_what_somebody_is_blamed_for() -> None:
    assert contents(BLAME.format("bedrog/NOUN/obj/2")) == contents(BLAME.format("bedrog/NOUN/xcomp/2")) == ["bedrog"]


URGED = (
    "De/DET/det/1 raad/NOUN/nsubj/2 spoort~sporen/VERB/ROOT/2/Fin de/DET/det/4 bond/NOUN/{}/2 aan/ADP/case/7 de/DET/det/7 "
    "brug/NOUN/obl/9 te/ADP/mark/9 sluiten/VERB/xcomp/2/Inf ./PUNCT/punct/2"
)


def test_an_object_before_the_particle_does_not_hide_it() -> None:
    assert contents(URGED.format("obj")) == ["de brug te sluiten"]


REST = (
    "De/DET/det/1 raad/NOUN/nsubj/2 belooft~beloven/VERB/ROOT/2/Fin de/DET/det/4 brug/NOUN/obj/6 te/ADP/mark/6 "
    "sluiten/VERB/xcomp/2/Inf {}/ADP/case/9 de/DET/det/9 {}/NOUN/obl/2 {}./PUNCT/punct/2"
)


def test_a_phrase_right_behind_an_infinitive_belongs_to_it() -> None:
    assert contents(REST.format("na", "zomer", "")) == ["de brug te sluiten na de zomer"]
    told = REST.format("na", "zomer", "die/PRON/nsubj/11/Rel komt~komen/VERB/acl:relcl/9/Fin ")
    assert contents(told) == ["de brug te sluiten"]


FROM = (
    "Ik/PRON/nsubj/5 heb~hebben/AUX/aux/5/Fin {}/ADP/case/4 de/DET/det/4 raad/NOUN/obl/5 vernomen~vernemen/VERB/ROOT/5/Part "
    "dat/SCONJ/mark/9 de/DET/det/8 dijk/NOUN/nsubj/9 lekt~lekken/VERB/ccomp/5/Fin ./PUNCT/punct/5"
)


def test_what_somebody_is_told_is_said_by_whom_it_comes_from() -> None:
    assert [c.holders for c in said(FROM.format("van"))] == [("raad",)]
    assert [c.holders for c in said(FROM.format("over"))] == [("answerer",)]


def test_what_only_refers_to_a_paper_is_no_claim() -> None:
    written = AS_SAID.format("Zoals", "vermeld~vermelden").replace(
        "de/DET/det/2 raad/NOUN/nsubj/3", "in/ADP/case/2 nota/NOUN/obl/3"
    )
    assert said(written.replace("/Fin ,", "/Part ,")) == ()


CLAUSE_FIRST = (
    "Dat/SCONJ/mark/3 de/DET/det/2 brug/NOUN/nsubj/3 zakt~zakken/VERB/csubj/5/Fin ,/PUNCT/punct/3 staat~staan/VERB/ROOT/5/Fin "
    "volgens/ADP/case/8 de/DET/det/8 raad/NOUN/obl/5 vast/ADJ/compound:prt/5 ./PUNCT/punct/5"
)


def test_a_clause_at_the_start_keeps_its_first_word() -> None:
    assert contents(CLAUSE_FIRST) == ["Dat de brug zakt, staat volgens de raad vast"]


ASKED_WHETHER = (
    "De/DET/det/1 bond/NOUN/nsubj/2 vroeg~vragen/VERB/ROOT/2/Past de/DET/det/4 raad/NOUN/obj/2 {}/CCONJ/cc/7 de/DET/det/7 "
    "dijk/NOUN/conj/4 lekt~lekken/VERB/ccomp/2/Fin ./PUNCT/punct/2"
)


def test_whether_may_be_read_as_or() -> None:
    for word, expected in (("of", ["de dijk lekt"]), ("en", [])):
        found = claims_of(("answer", ASKED_WHETHER.format(word)))
        assert [c.content_text for c in found if c.speech_act == "ask"] == expected


PAPER = (
    "De/DET/det/1 bond/NOUN/nsubj/2 las~lezen/VERB/ROOT/2/Past de/DET/det/4 {}/NOUN/obj/2 die/PRON/nsubj/8/Rel de/DET/det/7 "
    "raad/NOUN/nsubj/8 verzoekt~verzoeken/VERB/acl:relcl/4/Fin te/ADP/mark/10 zwijgen/VERB/xcomp/8/Inf ./PUNCT/punct/2"
)


def test_a_paper_asks_whom_it_names_and_is_not_asked() -> None:
    assert [c.holders for c in said(PAPER.format("motie"))] == [("motie",)]
    assert [c.holders for c in said(PAPER.format("brug"))] == [("raad",)]


MANNER = (
    "De/DET/det/1 raad/NOUN/nsubj/2 veroordeelt~veroordelen/VERB/ROOT/2/Fin de/DET/det/4 fraude/NOUN/obj/2 met/ADP/case/6 "
    "{}/NOUN/nmod/4"
)


def test_how_it_is_said_is_no_part_of_what_is_judged() -> None:
    assert contents(f"{MANNER.format('klem')} ./PUNCT/punct/2") == ["de fraude"]
    assert contents(f"{MANNER.format('toeslagen')} ./PUNCT/punct/2") == ["de fraude met toeslagen"]


APPEAL = (
    "De/DET/det/1 raad/NOUN/nsubj/2 doet~doen/VERB/ROOT/2/Fin een/DET/det/4 beroep/NOUN/obj/2 op/ADP/case/6 {}/NOUN/obl/10/Plur "
    "de/DET/det/8 brug/NOUN/obj/10 te/ADP/mark/10 mijden/VERB/xcomp/2/Inf ./PUNCT/punct/2"
)


def test_whom_an_appeal_is_made_to_is_no_part_of_what_is_asked() -> None:
    assert contents(APPEAL.format("boeren")) == ["de brug te mijden"]
    assert contents(APPEAL.format("wapens")) == ["op wapens de brug te mijden"]


KNOWS_NOTHING = "De/DET/det/1 raad/NOUN/nsubj/2 {}/VERB/ROOT/2/Fin {}/obj/2 te/ADP/mark/5 weten/VERB/xcomp/2/Inf ./PUNCT/punct/2"


def test_the_object_of_an_infinitive_may_hang_on_the_cue() -> None:
    assert contents(KNOWS_NOTHING.format("beweert~beweren", "niets/PRON")) == ["niets te weten"]
    assert contents(KNOWS_NOTHING.format("verzoekt~verzoeken", "boeren/NOUN")) == ["te weten"]


NAMED = (
    "De/DET/det/1 raad/NOUN/nsubj/2 noemt~noemen/VERB/ROOT/2/Fin de/DET/det/4 brug/NOUN/obj/2 {}/DET/det/6 vergissing/NOUN/obj/2 "
    "./PUNCT/punct/2"
)


def test_of_two_objects_of_naming_the_second_judges_the_first() -> None:
    judged, listed = NAMED.format("een"), NAMED.format("de")
    assert [(c.speech_act, words(c, judged)) for c in said(judged)] == [("evaluate", ("noemt … een vergissing", "de brug"))]
    assert [c.speech_act for c in said(listed)] == ["assert"]


def test_a_series_of_clauses_ends_with_the_one_that_repeats_dat() -> None:
    whole = (
        "De/DET/det/1 raad/NOUN/nsubj/2 zegt~zeggen/VERB/ROOT/2/Fin dat/SCONJ/mark/6 de/DET/det/5 brug/NOUN/nsubj/6 "
        "zakt~zakken/VERB/ccomp/2/Fin ,/PUNCT/punct/10 de/DET/det/9 dijk/NOUN/nsubj/10 lekt~lekken/VERB/conj/2/Fin "
        "en/CCONJ/cc/14 {}/{}/14 water/NOUN/nsubj/14 stijgt~stijgen/VERB/conj/2/Fin ./PUNCT/punct/2"
    )
    assert contents(whole.format("dat", "SCONJ/mark")) == ["de brug zakt, de dijk lekt en dat water stijgt"]
    assert contents(whole.format("zo", "ADV/advmod")) == ["de brug zakt"]


TASKS = (
    "De/DET/det/1 raad/NOUN/nsubj/2 belooft~beloven/VERB/ROOT/2/Fin te/ADP/mark/4 meten/VERB/xcomp/2/Inf ,/PUNCT/punct/7 "
    "te/ADP/mark/7 wegen/VERB/conj/2/Inf {}/CCONJ/cc/10 {}/ADP/mark/10 {}/VERB/conj/2/{} ./PUNCT/punct/2"
)


def test_a_series_of_infinitives_is_one_promise() -> None:
    assert contents(TASKS.format("en", "te", "tellen", "Inf")) == ["te meten, te wegen en te tellen"]
    assert contents(TASKS.format("maar", "er", "telt~tellen", "Fin")) == ["te meten"]


AS_WHAT = (
    "De/DET/det/1 raad/NOUN/nsubj/2 pleit~pleiten/VERB/ROOT/2/Fin voor/ADP/case/5 de/DET/det/5 keuze/NOUN/obl/2 {}/{}/7 "
    "{}/{}/2 ./PUNCT/punct/2"
)


def test_as_what_somebody_is_meant_belongs_to_the_phrase() -> None:
    assert contents(AS_WHAT.format("als", "SCONJ/mark", "voorzitter", "NOUN/advcl")) == ["de keuze als voorzitter"]
    assert contents(AS_WHAT.format("als", "SCONJ/mark", "regent~regenen", "VERB/advcl")) == ["de keuze"]


OVER = (
    "Ik/PRON/nsubj/1 stel~stellen/VERB/ROOT/1/Fin een/DET/det/3 daling/NOUN/obj/1 vast/ADJ/compound:prt/1 "
    "{}/ADP/case/7 de/DET/det/7 {}/NOUN/obl/1 ./PUNCT/punct/1"
)


def test_an_object_runs_on_over_the_end_of_the_cue() -> None:
    assert contents(OVER.format("van", "prijs")) == ["een daling vast van de prijs"]
    assert contents(OVER.format("na", "zomer")) == ["een daling"]


HELPS = (
    "De/DET/det/1 raad/NOUN/nsubj/2 steunt~steunen/VERB/ROOT/2/Fin de/DET/det/4 bond/NOUN/obj/2 in/ADP/case/7 het/DET/det/7 "
    "{}/obl/2{} van/ADP/case/9 werk/NOUN/nmod/7 ./PUNCT/punct/2"
)


def test_what_somebody_is_supported_in_doing_belongs_to_it() -> None:
    assert contents(HELPS.format("zoeken/VERB", "/Inf")) == ["de bond in het zoeken van werk"]
    assert contents(HELPS.format("jaar/NOUN", "")) == ["de bond"]


REFERS = (
    "De/DET/det/1 raad/NOUN/nsubj/2 pleit~pleiten/VERB/ROOT/2/Fin voor/ADP/case/4 bomen~boom/NOUN/obl/2/Plur ,/PUNCT/punct/7 "
    "zoals/SCONJ/mark/7 {}/2{} in/ADP/case/9 parken~park/NOUN/obl/7/Plur ./PUNCT/punct/2"
)


def test_where_it_was_written_is_no_part_of_what_is_said() -> None:
    assert contents(REFERS.format("vermeld~vermelden/VERB/advcl", "/Part")) == ["bomen"]
    assert contents(REFERS.format("eiken~eik/NOUN/nmod", "/Plur")) == ["bomen, zoals eiken in parken"]


GOES_ON = (
    "De/DET/det/1 raad/NOUN/nsubj/2 wil~willen/VERB/ROOT/2/Fin {}/ADV/advmod/4 wachten/VERB/xcomp/2/Inf en/CCONJ/cc/7 "
    "het/PRON/nsubj/7 ligt~liggen/VERB/conj/4/Fin ,/PUNCT/punct/10 na/ADP/case/10 overleg/NOUN/obl/7 ,/PUNCT/punct/7 "
    "stil/ADJ/advmod/7 ./PUNCT/punct/2"
)


def test_a_main_clause_with_an_aside_is_no_part_of_a_wish() -> None:
    assert contents(GOES_ON.format("nog")) == ["nog wachten"]


FROM_OM = (
    "De/DET/det/1 raad/NOUN/nsubj/2 belooft~beloven/VERB/ROOT/2/Fin {}/{} de/DET/det/5 bond/NOUN/obl/2 te/ADP/mark/8 "
    "steeds/ADV/advmod/8 steunen/VERB/xcomp/2/Inf ./PUNCT/punct/2"
)


def test_an_infinitive_begins_right_behind_om() -> None:
    assert contents(FROM_OM.format("om", "ADP/mark/8")) == ["de bond te steeds steunen"]
    assert contents(FROM_OM.format("nu", "ADV/advmod/2")) == ["te steeds steunen"]


SHOWS = (
    "Uit/ADP/case/2 de/DET/det/2 nota/NOUN/obl/3 blijkt~blijken/VERB/ROOT/3/Fin {}/ADV/advmod/3 {}/SCONJ/mark/8 de/DET/det/7 "
    "dijk/NOUN/nsubj/8 lekt~lekken/VERB/csubj/3/Fin ./PUNCT/punct/3"
)


def test_what_does_not_show_is_not_shown() -> None:
    assert said(SHOWS.format("niet", "of")) == ()
    assert [c.holders for c in said(SHOWS.format("nu", "dat"))] == [("nota",)]


RECEIVED = (
    "Wij/PRON/nsubj/1 kregen~krijgen/VERB/ROOT/1/Past {}/ADP/case/4 de/DET/det/4 raad/NOUN/obl/1 het/DET/det/6 "
    "verzoek/NOUN/obj/1 om/ADP/mark/9 te/ADP/mark/9 zwijgen/VERB/acl/6/Inf ./PUNCT/punct/1"
)


def test_a_request_that_is_received_is_made_by_whom_it_comes_from() -> None:
    assert [c.holders for c in said(RECEIVED.format("van"))] == [("raad",)]
    assert said(RECEIVED.format("over")) == ()


BESIDE_VERB = (
    "De/DET/det/1 bond/NOUN/nsubj/2 {}/VERB/ROOT/2/Fin tegenover/ADP/case/5 het/DET/det/5 voorstel/NOUN/obl/2 van/ADP/case/8 "
    "de/DET/det/8 raad/NOUN/nmod/5 om/ADP/mark/11 te/ADP/mark/11 zwijgen/VERB/advcl/2/Inf ./PUNCT/punct/2"
)


def test_a_verb_that_says_nothing_by_itself_leaves_the_clause_to_the_noun() -> None:
    assert [c.holders for c in said(BESIDE_VERB.format("staat~staan")) if c.speech_act == "propose"] == [("raad",)]
    assert [c for c in said(BESIDE_VERB.format("zegt~zeggen")) if c.speech_act == "propose"] == []


THREE = (
    "De/DET/det/1 raad/NOUN/nsubj/9 ,/PUNCT/punct/4 de/DET/det/4 bond/NOUN/appos/1 en/CCONJ/cc/7 de/DET/det/7 bank/NOUN/conj/4 "
    "{}/AUX/aux/9/Fin{} gemeld~melden/VERB/ROOT/9/Part dat/SCONJ/mark/13 de/DET/det/12 dijk/NOUN/nsubj/13 "
    "lekt~lekken/VERB/ccomp/9/Fin ./PUNCT/punct/9"
)


def test_a_list_read_as_an_apposition_is_one_by_its_verb() -> None:
    assert [c.holders for c in said(THREE.format("hebben", "/Plur"))] == [("raad", "bond", "bank")]
    assert [c.holders for c in said(THREE.format("heeft~hebben", ""))] == [("raad",)]


def test_a_clause_with_waar_is_not_what_the_main_clause_says() -> None:
    text = (
        "{}/ADV/advmod/2 het/PRON/nsubj/2 lekt~lekken/VERB/ROOT/2/Fin ,/PUNCT/punct/2 meent~menen/VERB/parataxis/2/Fin "
        "de/DET/det/6 raad/NOUN/nsubj/4 ./PUNCT/punct/2"
    )
    assert said(text.format("Waar")) == ()
    assert contents(text.format("Hier")) == ["Hier het lekt"]


IN_TITLE = (
    "Het/DET/det/1 bericht/NOUN/ROOT/1 dat/SCONJ/mark/4 boeren/NOUN/nsubj/4 stellen/VERB/acl/1/Fin dat/SCONJ/mark/8 "
    "de/DET/det/7 put/NOUN/nsubj/8 lekt/VERB/ccomp/4/Fin"
)


def test_a_title_reports_what_others_say_but_has_no_voice() -> None:
    (claim,) = said(IN_TITLE, kind="title")
    assert (claim.speech_act, claim.holders) == ("assert", ("boeren",))
    attack = "De/DET/det/1 aanval/NOUN/ROOT/1 van/ADP/case/3 boeren/NOUN/nmod/1 op/ADP/case/5 vissers/NOUN/nmod/1"
    assert said(attack, kind="title") == ()
    assert [c.speech_act for c in said(attack)] == ["accuse"]
