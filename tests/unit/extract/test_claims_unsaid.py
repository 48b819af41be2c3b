"""Somebody stands with a word of saying and says nothing: conditions, measures, open questions, people in general."""

from dataclasses import replace

import pytest
from claim_examples import analysis_of, cast_of, said

from relaas.extract.claims import find_claims
from relaas.ids import Namer


@pytest.mark.parametrize(("who", "verb", "expected"), [("mensen", "willen", []), ("vissers", "wilden", ["commit"])])
def test_people_in_general_whom_a_clause_picks_out_want_nothing(who: str, verb: str, expected: list[str]) -> None:
    text = (
        f"De/DET/det/1 raad/NOUN/nsubj/2 zoekt~zoeken/VERB/ROOT/2/Fin de/DET/det/4 {who}/NOUN/obj/2/Plur die/PRON/nsubj/7/Rel "
        f"hier/ADV/advmod/8 {verb}~willen/VERB/acl:relcl/4/Fin zwemmen/VERB/xcomp/7/Inf ./PUNCT/punct/2"
    )
    assert [c.speech_act for c in said(text)] == expected


RULE = (
    "{}/NOUN/nsubj/1 is~zijn/VERB/ROOT/1/Fin dat/SCONJ/mark/5 de/DET/det/4 bakkers/NOUN/nsubj/5/Plur "
    "beloven/VERB/ccomp/1/Fin dat/SCONJ/mark/8 ovens/NOUN/nsubj/8/Plur afkoelen/VERB/ccomp/5/Fin ./PUNCT/punct/1"
)


@pytest.mark.parametrize(("noun", "expected"), [("Voorwaarde", []), ("Winst", ["commit"])])
def test_what_a_rule_asks_is_not_done(noun: str, expected: list[str]) -> None:
    assert [c.speech_act for c in said(RULE.format(noun))] == expected


REASON = (
    "De/DET/det/1 brug/NOUN/nsubj/2 sluit/VERB/ROOT/2/Fin {}/SCONJ/mark/5 wij/PRON/nsubj/5 wachten/VERB/advcl/2/Fin "
    "omdat/SCONJ/mark/9 de/DET/det/8 keurder/NOUN/nsubj/9 vindt~vinden/VERB/advcl/5/Fin dat/SCONJ/mark/12 het/PRON/nsubj/12 "
    "lekt/VERB/ccomp/9/Fin ./PUNCT/punct/2"
)


@pytest.mark.parametrize(("opening", "expected"), [("als", []), ("terwijl", ["keurder"])])
def test_the_reason_within_a_condition_is_not_given(opening: str, expected: list[str]) -> None:
    assert [h for c in said(REASON.format(opening)) for h in c.holders] == expected


OPEN = (
    "Het/PRON/nsubj/3 is~zijn/AUX/cop/3/Fin een/DET/det/3 {}/NOUN/ROOT/3 of/SCONJ/mark/8 de/DET/det/6 veerman/NOUN/nsubj/8 "
    "morgen/ADV/advmod/8 wil~willen/VERB/acl/3/Fin varen/VERB/xcomp/8/Inf ./PUNCT/punct/3"
)


def test_what_is_left_open_is_not_wanted() -> None:
    assert said(OPEN.format("vraag")) == ()
    assert [c.holders for c in said(OPEN.format("vraag").replace("of/SCONJ", "omdat/SCONJ"))] == [("veerman",)]


LIST = (
    "Het/DET/det/1 college/NOUN/nsubj/2 kiest~kiezen/VERB/ROOT/2/Fin maatregelen/NOUN/obj/2/Plur ,/PUNCT/punct/5 "
    "{}/DET/det/6 verlagen/VERB/appos/3/Inf van/ADP/case/8 tarieven/NOUN/nmod/6/Plur ,/PUNCT/punct/11 {}/NOUN/nsubj/11/Plur "
    "aanmoedigen/VERB/conj/6/Fin om/ADP/mark/14 te/ADP/mark/14 fietsen/VERB/advcl/11/Inf ./PUNCT/punct/2"
)


def test_a_measure_named_among_others_is_no_call() -> None:
    measure = LIST.format("het", "leraren")
    assert [c for c in said(measure) if c.speech_act == "call-for"] == []
    other = measure.replace("het/DET/det/6", "door/ADP/case/6")
    assert [c.holders for c in said(other) if c.speech_act == "call-for"] == [("leraren",)]


KNOWS = (
    "De/DET/det/1 gids/NOUN/nsubj/2 weet~weten/VERB/ROOT/2/Fin {}de/DET/det/5 brug/NOUN/nsubj/6 ligt/VERB/ccomp/2/Fin "
    "en/CCONJ/cc/11 dat/SCONJ/mark/11 de/DET/det/10 dijk/NOUN/nsubj/11 lekt/VERB/{}/Fin ./PUNCT/punct/2"
)


def test_whoever_does_not_know_where_something_is_says_nothing_of_it() -> None:
    assert said(KNOWS.format("waar/ADV/advmod/6 ", "ccomp/2")) == ()
    assert [c.content_text for c in said(KNOWS.format("dat/SCONJ/mark/6 ", "conj/6"))] == ["de brug ligt en dat de dijk lekt"]


SHOWN = (
    "In/ADP/case/1 gesprekken/NOUN/obl/5/Plur met/ADP/case/4 de/DET/det/4 vissers/NOUN/nsubj/5/Plur "
    "{}/VERB/ROOT/5/Fin dat/SCONJ/mark/8 kreeften/NOUN/nsubj/8/Plur verdwijnen/VERB/ccomp/5/Fin ./PUNCT/punct/5"
)


def test_nobody_performs_what_turns_out() -> None:
    assert said(SHOWN.format("bleek~blijken")) == ()
    assert [c.holders for c in said(SHOWN.format("zeggen").replace("met/ADP/case/4", "zoals/ADV/advmod/4"))] == [("vissers",)]


THIS = (
    "De/DET/det/1 burgemeester/NOUN/nsubj/2 keurde~keuren/VERB/ROOT/2/Fin het/DET/det/4 park/NOUN/obj/2 nadat/SCONJ/mark/7 "
    "{}/{}/nsubj/7 zei~zeggen/VERB/advcl/2/Past dat/SCONJ/mark/10 de/DET/det/10 brug/NOUN/nsubj/11 "
    "sluit/VERB/ccomp/7/Fin ./PUNCT/punct/2"
)


def test_deze_in_a_subordinate_clause_is_not_the_subject_above_it() -> None:
    for word, expected in (("deze", []), ("hij", [("burgemeester",)])):
        analysis = analysis_of(("answer", THIS.format(word, "PRON")))
        known = cast_of(analysis)
        cast = replace(known, named={**known.named, (0, 6): ("burgemeester",)})
        assert [c.holders for c in find_claims(analysis, cast, (), Namer()) if c.speech_act == "assert"] == expected


def test_a_paper_behind_waaruit_shows_what_turns_out() -> None:
    text = (
        "Er/ADV/expl/1 is~zijn/VERB/ROOT/1/Fin een/DET/det/3 rapport/NOUN/nsubj/1 waaruit/ADV/nsubj/5/Rel "
        "blijkt~blijken/VERB/acl:relcl/3/Fin "
        "dat/SCONJ/mark/8 kreeften/NOUN/nsubj/8/Plur verdwijnen/VERB/ccomp/5/Fin ./PUNCT/punct/1"
    )
    assert [c.holders for c in said(text)] == [("rapport",)]
