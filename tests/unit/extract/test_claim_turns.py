"""Where one claim ends and the next begins: *niet A maar B*, *volgens X A; Y zegt B*, *…, wat X en Y ontkennen*."""

from __future__ import annotations

import pytest
from claim_examples import said, words

from relaas.model import Claim


def told(lines: str) -> list[tuple[str, str, tuple[str, ...], str | None]]:
    def row(claim: Claim) -> tuple[str, str, tuple[str, ...], str | None]:
        return claim.speech_act, claim.polarity, claim.holders, words(claim, lines)[1]

    return [row(c) for c in said(lines)]


DENIED = "De/DET/det/1 bond/NOUN/nsubj/2 ontkent~ontkennen/VERB/ROOT/2/Fin niet/ADV/advmod/2 dat/SCONJ/mark/7 de/DET/det/6 "
DENIED += "dijk/NOUN/nsubj/7 lekt~lekken/VERB/ccomp/2/Fin ,/PUNCT/punct/13 {}/{}/cc/13 dat/SCONJ/mark/13 de/DET/det/12 "
DENIED += "toestand/NOUN/nsubj/13 wringt~wringen/VERB/conj/7/Fin ./PUNCT/punct/2"


@pytest.mark.parametrize(("joins", "pos"), [("maar", "CCONJ"), ("wel", "ADV")])
def test_what_holds_instead_is_a_claim_of_its_own(joins: str, pos: str) -> None:
    assert told(DENIED.format(joins, pos)) == [
        ("deny", "negative", ("bond",), "de dijk lekt"),
        ("deny", "positive", ("bond",), "de toestand wringt"),
    ]


def test_what_is_joined_by_en_is_denied_as_well() -> None:
    assert [row[:3] for row in told(DENIED.format("en", "CCONJ"))] == [("deny", "negative", ("bond",))]


WANTED = "De/DET/det/1 bond/NOUN/nsubj/2 eist~eisen/VERB/ROOT/2/Fin niet/ADV/advmod/2 {}de/DET/det/{} brug/NOUN/obj/2 "
WANTED += "maar/CCONJ/cc/{} {}de/DET/det/{} dijk/NOUN/conj/{} ./PUNCT/punct/2"


def test_a_phrase_behind_maar_is_wanted_instead() -> None:
    assert told(WANTED.format("", 5, 8, "", 8, 5)) == [
        ("call-for", "negative", ("bond",), "de brug"),
        ("call-for", "positive", ("bond",), "de dijk"),
    ]


def test_niet_alleen_denies_nothing() -> None:
    (row,) = told(WANTED.format("alleen/ADV/advmod/2 ", 6, 10, "ook/ADV/amod/10 ", 10, 6))
    assert row == ("call-for", "positive", ("bond",), "de brug maar ook de dijk")


def test_a_main_clause_behind_maar_is_nothing_wanted() -> None:
    lines = "De/DET/det/1 bond/NOUN/nsubj/2 eist~eisen/VERB/ROOT/2/Fin niet/ADV/advmod/2 de/DET/det/5 brug/NOUN/obj/2 "
    lines += "maar/CCONJ/cc/9 de/DET/det/8 dijk/NOUN/nsubj/9 lekt~lekken/VERB/conj/2/Fin erg/ADV/advmod/9 ./PUNCT/punct/2"
    assert [row[:3] for row in told(lines)] == [("call-for", "negative", ("bond",))]


SIDES = "Volgens/ADP/case/2 de/DET/det/2 bond/NOUN/obl/3 lekt~lekken/VERB/ROOT/3/Fin de/DET/det/5 dijk/NOUN/nsubj/3 "
SIDES += "{} de/DET/det/{} raad/NOUN/nsubj/{} stelt~stellen/VERB/{}/3/Fin dat/SCONJ/mark/{} de/DET/det/{} brug/NOUN/nsubj/{} "
SIDES += "zakt~zakken/VERB/ccomp/{}/Fin ./PUNCT/punct/3"


@pytest.mark.parametrize(
    ("joins", "label"),
    [
        (";/PUNCT/punct/9", "parataxis"),
        ("maar/CCONJ/cc/9", "conj"),
        ("terwijl/SCONJ/mark/9", "advcl"),
    ],
)
def test_what_somebody_else_says_is_not_according_to_the_first(joins: str, label: str) -> None:
    lines = SIDES.format(joins, 8, 9, label, 13, 12, 13, 9)
    assert told(lines) == [
        ("assert", "positive", ("bond",), "lekt de dijk"),
        ("assert", "positive", ("raad",), "de brug zakt"),
    ]


def test_a_clause_joined_by_en_is_still_according_to_the_first() -> None:
    lines = SIDES.format("en/CCONJ/cc/9", 8, 9, "conj", 13, 12, 13, 9)
    assert told(lines)[0][3] == "lekt de dijk en de raad stelt dat de brug zakt"


LIST = "Volgens/ADP/case/2 de/DET/det/2 bond/NOUN/obl/3 lekt~lekken/VERB/ROOT/3/Fin de/DET/det/5 dijk/NOUN/nsubj/3 "
LIST += "{}/PUNCT/punct/10 de/DET/det/8 brug/NOUN/nsubj/10 is/AUX/cop/10/Fin droog/ADJ/parataxis/3 ./PUNCT/punct/3"


@pytest.mark.parametrize(("mark", "content"), [(";", "lekt de dijk"), (",", "lekt de dijk, de brug is droog")])
def test_a_main_clause_behind_a_semicolon_is_nobody_elses(mark: str, content: str) -> None:
    assert told(LIST.format(mark))[0][3] == content


def test_an_adverb_behind_a_semicolon_goes_on_with_what_is_said() -> None:
    lines = LIST.format(";").replace(
        "de/DET/det/8 brug/NOUN/nsubj/10 is/AUX/cop/10/Fin", "zo/ADV/advmod/10 is/AUX/cop/10/Fin zij/PRON/nsubj/10"
    )
    assert told(lines)[0][3] == "lekt de dijk; zo is zij droog"


REMARK = "Volgens/ADP/case/2 de/DET/det/2 bond/NOUN/obl/3 lekt~lekken/VERB/ROOT/3/Fin de/DET/det/5 dijk/NOUN/nsubj/3 "
REMARK += ",/PUNCT/punct/8 een/DET/det/8 {}/NOUN/appos/5 die/PRON/nsubj/12/Rel de/DET/det/11 raad/NOUN/nsubj/12 "
REMARK += "overdreef~overdrijven/VERB/acl:relcl/8/Past ./PUNCT/punct/3"


@pytest.mark.parametrize(("noun", "whole"), [("bewering", False), ("plek", True)])
def test_what_somebody_else_makes_of_it_is_left_out(noun: str, whole: bool) -> None:
    assert told(REMARK.format(noun))[0][3] == "lekt de dijk" + (f", een {noun} die de raad overdreef" if whole else "")


def test_a_main_clause_behind_a_semicolon_is_not_denied() -> None:
    lines = "De/DET/det/1 bond/NOUN/nsubj/2 ontkent~ontkennen/VERB/ROOT/2/Fin dat/SCONJ/mark/6 de/DET/det/5 dijk/NOUN/nsubj/6 "
    lines += "lekt~lekken/VERB/ccomp/2/Fin ;/PUNCT/punct/2 de/DET/det/9 raad/NOUN/nsubj/10 zegt~zeggen/VERB/parataxis/2/Fin "
    lines += "dat/SCONJ/mark/14 de/DET/det/13 brug/NOUN/nsubj/14 zakt~zakken/VERB/ccomp/10/Fin ./PUNCT/punct/2"
    assert told(lines)[1] == ("assert", "positive", ("raad",), "de brug zakt")


TAKEN_UP = "De/DET/det/1 bond/NOUN/nsubj/2 zwijgt~zwijgen/VERB/ROOT/2/Fin {}{}/PRON/{}/{} de/DET/det/{} raad/NOUN/obj/{} "
TAKEN_UP += "en/CCONJ/cc/{} de/DET/det/{} school/NOUN/conj/{} {}/VERB/{}/2 ./PUNCT/punct/2"


def taken_up(comma: str, word: str, label: str, verb: str) -> str:
    at = 10 if comma else 9
    return TAKEN_UP.format(comma, word, label, at, at - 4, at, at - 1, at - 1, at - 4, verb, "advcl" if comma else "ccomp")


@pytest.mark.parametrize(
    ("word", "label", "verb", "holders"),
    [
        ("wat", "nsubj", "ontkennen", ("raad", "school")),
        ("hetgeen", "obj", "ontkennen", ("raad", "school")),
        ("wat", "obj", "ontkent~ontkennen", ("raad", "school")),
    ],
)
def test_those_behind_the_relative_wat_deny(word: str, label: str, verb: str, holders: tuple[str, ...]) -> None:
    assert told(taken_up(",/PUNCT/punct/10 ", word, label, verb)) == [("deny", "positive", holders, None)]


def test_without_a_comma_wat_takes_up_nothing() -> None:
    assert told(taken_up("", "wat", "nsubj", "ontkennen")) == []


NOT_RIGHT = "Het/PRON/expl/{0} is/AUX/cop/{0}/Fin {1}/ADJ/ROOT/{0} dat/SCONJ/mark/{2} de/DET/det/{3} dijk/NOUN/nsubj/{2} "
NOT_RIGHT += "lekt~lekken/VERB/csubj/{0}/Fin ./PUNCT/punct/{0}"


@pytest.mark.parametrize(
    ("predicate", "at", "act"),
    [
        ("onjuist", 2, "deny"),
        ("niet/ADV/advmod/3 juist", 3, "deny"),
        ("niet/ADV/advmod/3 waar", 3, "deny"),
        ("juist", 2, "assert"),
    ],
)
def test_what_is_not_right_is_denied(predicate: str, at: int, act: str) -> None:
    lines = NOT_RIGHT.format(at, predicate, at + 4, at + 3)
    assert told(lines) == [(act, "positive", ("answerer",), "de dijk lekt")]


def test_what_does_not_tally_is_denied() -> None:
    lines = "Het/PRON/expl/1 klopt~kloppen/VERB/ROOT/1/Fin {}dat/SCONJ/mark/{} de/DET/det/{} dijk/NOUN/nsubj/{} "
    lines += "lekt~lekken/VERB/csubj/1/Fin ./PUNCT/punct/1"
    assert told(lines.format("niet/ADV/advmod/1 ", 6, 5, 6)) == [("deny", "positive", ("answerer",), "de dijk lekt")]
    assert told(lines.format("", 5, 4, 5)) == [("assert", "positive", ("answerer",), "de dijk lekt")]


def test_the_speaker_behind_dat_is_not_what_is_said() -> None:
    lines = "Het/PRON/expl/1 klopt~kloppen/VERB/ROOT/1/Fin dat/DET/det/3 bond/NOUN/nsubj/5 Boom/PROPN/appos/3 "
    lines += "zei~zeggen/VERB/csubj/1/Past dat/SCONJ/mark/9 de/DET/det/8 dijk/NOUN/nsubj/9 lekt~lekken/VERB/ccomp/5/Fin "
    lines += "./PUNCT/punct/1"
    assert ("assert", "positive", ("bond",), "de dijk lekt") in told(lines)


@pytest.mark.parametrize(("above", "more"), [(4, ""), (8, " en dat de brug zakt")])
def test_a_second_clause_goes_with_the_one_it_is_joined_to(above: int, more: str) -> None:
    lines = "Het/PRON/expl/1 klopt~kloppen/VERB/ROOT/1/Fin dat/SCONJ/mark/4 bond/NOUN/nsubj/4 zei~zeggen/VERB/csubj/1/Past "
    lines += "dat/SCONJ/mark/8 de/DET/det/7 dijk/NOUN/nsubj/8 lekt~lekken/VERB/ccomp/4/Fin en/CCONJ/cc/13 dat/SCONJ/mark/13 "
    lines += f"de/DET/det/12 brug/NOUN/nsubj/13 zakt~zakken/VERB/conj/{above}/Fin ./PUNCT/punct/1"
    assert ("assert", "positive", ("bond",), f"de dijk lekt{more}") in told(lines)
