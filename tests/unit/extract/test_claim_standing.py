"""Whether the clause around an act is put forward as true, left open or denied; and who is meant by *niet X maar Y*."""

from __future__ import annotations

import pytest
from claim_examples import said, words

from relaas.model import Claim


def leak(at: int, above: int) -> str:
    """Return the clause *dat de dijk lekt* from token `at` on, hung on token `above`."""
    return (
        f"dat/SCONJ/mark/{at + 3} de/DET/det/{at + 2} dijk/NOUN/nsubj/{at + 3} lekt~lekken/VERB/ccomp/{above}/Fin ./PUNCT/punct/1"
    )


def council(claims: tuple[Claim, ...]) -> list[tuple[str, str]]:
    return [(c.speech_act, c.polarity) for c in claims if "raad" in c.holders]


WHETHER = "Ik/PRON/nsubj/1 {}/VERB/ROOT/1/Fin {}/7 de/DET/det/5 raad/NOUN/nsubj/7 heeft~hebben/AUX/aux/7/Fin "
WHETHER += "gezegd~zeggen/VERB/ccomp/1/Part "


@pytest.mark.parametrize(
    ("verb", "opening", "expected"),
    [
        ("weet~weten", "niet/ADV/advmod/1 of/SCONJ/mark", []),
        ("vraag~vragen", "mij/PRON/obj/1 of/CCONJ/cc", []),
        ("zie~zien", "nu/ADV/advmod/1 dat/SCONJ/mark", [("assert", "positive")]),
    ],
)
def test_what_is_asked_or_not_known_nobody_says(verb: str, opening: str, expected: list[tuple[str, str]]) -> None:
    assert council(said(WHETHER.format(verb, opening) + leak(8, 7))) == expected


SUPPOSED = "{}/SCONJ/mark/1 blijkt~blijken/VERB/advcl/11/Fin dat/SCONJ/mark/5 de/DET/det/4 raad/NOUN/nsubj/5 "
SUPPOSED += "vindt~vinden/VERB/csubj/1/Fin dat/SCONJ/mark/9 de/DET/det/8 dijk/NOUN/nsubj/9 lekt~lekken/VERB/ccomp/5/Fin "
SUPPOSED += ",/PUNCT/punct/1 volgt~volgen/VERB/ROOT/11/Fin overleg/NOUN/nsubj/11 ./PUNCT/punct/11"


@pytest.mark.parametrize(("opening", "expected"), [("Als", []), ("Nu", [("evaluate", "positive")])])
def test_a_condition_reaches_the_clauses_inside_it(opening: str, expected: list[tuple[str, str]]) -> None:
    assert council(said(SUPPOSED.format(opening))) == expected


GRANTED = "Het/PRON/expl/1 klopt~kloppen/VERB/ROOT/1/Fin {}/ADV/advmod/1 dat/SCONJ/mark/6 de/DET/det/5 raad/NOUN/nsubj/6 "
GRANTED += "zei~zeggen/VERB/csubj/1/Past "


@pytest.mark.parametrize(("adverb", "polarity"), [("niet", "negative"), ("inderdaad", "positive")])
def test_what_is_denied_somebody_did_not_say(adverb: str, polarity: str) -> None:
    assert council(said(GRANTED.format(adverb) + leak(7, 6))) == [("assert", polarity)]


DENIED = "De/DET/det/1 bond/NOUN/nsubj/2 ontkent~ontkennen/VERB/ROOT/2/Fin {}dat/SCONJ/mark/{} de/DET/det/{} raad/NOUN/nsubj/{} "
DENIED += "zei~zeggen/VERB/ccomp/2/Past "


def test_a_denial_negates_and_its_negation_leaves_open() -> None:
    assert council(said(DENIED.format("", 6, 5, 6) + leak(7, 6))) == [("assert", "negative")]
    assert council(said(DENIED.format("niet/ADV/advmod/2 ", 7, 6, 7) + leak(8, 7))) == []


INSTEAD = "De/DET/det/1 bond/NOUN/nsubj/2 {}/VERB/ROOT/2/Fin dat/PRON/obj/2 {} :/PUNCT/punct/2 de/DET/det/7 dijk/NOUN/nsubj/8 "
INSTEAD += "houdt~houden/VERB/parataxis/2/Fin ./PUNCT/punct/2"


@pytest.mark.parametrize(
    ("verb", "particle", "act", "content"),
    [
        ("spreekt~spreken", "tegen/ADP/compound:prt/2", "deny", False),
        ("ontkent~ontkennen", "nu/ADV/advmod/2", "deny", False),
        ("zegt~zeggen", "nu/ADV/advmod/2", "assert", True),
    ],
)
def test_what_stands_behind_a_colon_is_not_what_is_denied(verb: str, particle: str, act: str, content: bool) -> None:
    (claim,) = said(INSTEAD.format(verb, particle))
    assert (claim.speech_act, claim.polarity, claim.content is not None) == (act, "positive", content)


WISH = "{}/PRON/nsubj/1 {}/VERB/ROOT/1/Fin dat/SCONJ/mark/5 de/DET/det/4 raad/NOUN/nsubj/5 zegt~zeggen/VERB/ccomp/1/Fin "


@pytest.mark.parametrize(("verb", "expected"), [("hoop~hopen", []), ("betreur~betreuren", [("assert", "positive")])])
def test_what_is_hoped_for_is_not_said_yet(verb: str, expected: list[tuple[str, str]]) -> None:
    assert council(said(WISH.format("Ik", verb) + leak(6, 5))) == expected


POSSIBLE = "Het/PRON/expl/2 is~zijn/AUX/cop/2/Fin {}/ADJ/ROOT/2 dat/SCONJ/mark/6 de/DET/det/5 raad/NOUN/nsubj/6 "
POSSIBLE += "vindt~vinden/VERB/csubj/2/Fin "


@pytest.mark.parametrize(("word", "expected"), [("mogelijk", []), ("jammer", [("evaluate", "positive")])])
def test_what_is_possible_is_left_open(word: str, expected: list[tuple[str, str]]) -> None:
    assert council(said(POSSIBLE.format(word) + leak(7, 6))) == expected


PROOF = "Er/ADV/advmod/1 is~zijn/VERB/ROOT/1/Fin {}/DET/det/3 bewijs/NOUN/nsubj/1 dat/SCONJ/mark/7 de/DET/det/6 "
PROOF += "raad/NOUN/nsubj/7 vindt~vinden/VERB/acl/3/Fin "


@pytest.mark.parametrize(("article", "expected"), [("geen", []), ("een", [("evaluate", "positive")])])
def test_without_proof_nobody_is_said_to_think_so(article: str, expected: list[tuple[str, str]]) -> None:
    assert council(said(PROOF.format(article) + leak(8, 7))) == expected


def test_a_main_clause_joined_to_what_is_not_known_stands_by_itself() -> None:
    text = (
        "Ik/PRON/nsubj/3 kan~kunnen/AUX/aux/3/Fin niet/ADV/advmod/3 bevestigen/VERB/ROOT/3/Inf dat/SCONJ/mark/7 de/DET/det/6 "
        "dijk/NOUN/nsubj/7 lekt~lekken/VERB/ccomp/3/Fin ,/PUNCT/punct/12 maar/CCONJ/cc/12 de/DET/det/11 raad/NOUN/nsubj/12 "
        "stelt~stellen/VERB/conj/7/Fin vast/ADJ/compound:prt/12 dat/SCONJ/mark/17 de/DET/det/16 brug/NOUN/nsubj/17 "
        "zakt~zakken/VERB/ccomp/12/Fin ./PUNCT/punct/3"
    )
    assert council(said(text)) == [("assert", "positive")]


def test_a_second_question_is_joined_to_the_first_over_a_condition() -> None:
    text = (
        "De/DET/det/1 bond/NOUN/nsubj/2 weet~weten/VERB/ROOT/2/Fin dat/SCONJ/mark/5 het/PRON/nsubj/5 kan~kunnen/VERB/ccomp/2/Fin "
        "als/SCONJ/mark/8 het/PRON/nsubj/8 regent~regenen/VERB/advcl/5/Fin en/CCONJ/cc/13 dat/SCONJ/mark/13 de/DET/det/12 "
        "raad/NOUN/nsubj/13 vindt~vinden/VERB/conj/8/Fin " + leak(14, 13)
    )
    assert council(said(text)) == [("evaluate", "positive")]


SUPPLIER = "Ik/PRON/nsubj/1 weet~weten/VERB/ROOT/1/Fin niet/ADV/advmod/1 of/SCONJ/mark/9 de/DET/det/8 door/ADP/case/6 "
SUPPLIER += "raad/NOUN/obl:agent/7 beloofde~beloven/VERB/amod/8/Part steun/NOUN/nsubj/9 komt~komen/VERB/ccomp/1/Fin"


def test_a_participle_before_its_noun_stands_by_itself() -> None:
    assert council(said(SUPPLIER)) == [("commit", "positive")]


OTHERS = "{}/ADV/amod/{n} {}de/DET/det/{n} raad/NOUN/nsubj/{v} maar/CCONJ/cc/{m} {}de/DET/det/{m} bond/NOUN/conj/{n} "
OTHERS += "zegt~zeggen/VERB/ROOT/{v}/Fin "


def test_not_one_but_another_and_not_only_one() -> None:
    other = OTHERS.format("Niet", "", "", n=2, m=5, v=6) + leak(7, 6)
    assert [c.holders for c in said(other)] == [("bond",)]
    both = OTHERS.format("Niet", "alleen/ADV/advmod/3 ", "ook/ADV/advmod/7 ", n=3, m=7, v=8) + leak(9, 8)
    assert [c.holders for c in said(both)] == [("raad", "bond")]


NEITHER = "{0}/CCONJ/cc:preconj/2 de/DET/det/2 raad/NOUN/nsubj/6 {1}/CCONJ/cc/5 de/DET/det/5 bond/NOUN/conj/2 "
NEITHER += "zegt~zeggen/VERB/ROOT/6/Fin "


@pytest.mark.parametrize(("joins", "polarity"), [(("Noch", "noch"), "negative"), (("Zowel", "als"), "positive")])
def test_neither_of_them_says_it(joins: tuple[str, str], polarity: str) -> None:
    assert [(c.holders, c.polarity) for c in said(NEITHER.format(*joins) + leak(7, 6))] == [(("raad", "bond"), polarity)]


NONE = "{}/DET/det/2 {}/DET/det/2 raad/NOUN/nsubj/3 vindt~vinden/VERB/ROOT/3/Fin "


@pytest.mark.parametrize(("article", "expected"), [("Geen", []), ("Onze", [("evaluate", "positive")])])
def test_none_of_a_kind_is_nobody(article: str, expected: list[tuple[str, str]]) -> None:
    assert council(said(NONE.format(article, "enkele" if article == "Geen" else "eigen") + leak(4, 3))) == expected


@pytest.mark.parametrize(("front", "expected"), [("", []), ("Nu/ADV/advmod/1 ", [("assert", "positive")])])
def test_a_clause_that_begins_with_its_verb_is_a_condition(front: str, expected: list[tuple[str, str]]) -> None:
    n = 1 if front else 0
    text = (
        f"{front}zegt~zeggen/VERB/parataxis/{n + 9}/Fin de/DET/det/{n + 2} raad/NOUN/nsubj/{n} dat/SCONJ/mark/{n + 6} "
        f"de/DET/det/{n + 5} dijk/NOUN/nsubj/{n + 6} lekt~lekken/VERB/ccomp/{n}/Fin ,/PUNCT/punct/{n} dan/ADV/advmod/{n + 9} "
        f"volgt~volgen/VERB/ROOT/{n + 9}/Fin overleg/NOUN/nsubj/{n + 9} ./PUNCT/punct/{n + 9}"
    )
    assert council(said(text)) == expected


HEARSAY = "De/DET/det/1 raad/NOUN/nsubj/4 {}/4 hebben/AUX/aux/4/Inf gezegd~zeggen/VERB/ROOT/4/Part "


def test_what_is_only_told_of_is_less_sure() -> None:
    told = said(HEARSAY.format("zou~zullen/AUX/aux") + leak(5, 4))[0].evidence
    assert "zou" in (told.note or "")
    stated = said(HEARSAY.format("ooit/ADV/advmod") + leak(5, 4))[0].evidence
    assert told.confidence < stated.confidence


def test_what_is_said_instead_is_no_part_of_what_is_denied() -> None:
    text = (
        "De/DET/det/1 raad/NOUN/nsubj/2 zegt~zeggen/VERB/ROOT/2/Fin {}/ADV/advmod/2 dat/SCONJ/mark/7 de/DET/det/6 "
        "dijk/NOUN/nsubj/7 lekt~lekken/VERB/ccomp/2/Fin ,/PUNCT/punct/13 maar/CCONJ/cc/13 dat/SCONJ/mark/13 de/DET/det/12 "
        "brug/NOUN/nsubj/13 zakt~zakken/VERB/conj/7/Fin ./PUNCT/punct/2"
    )
    denied, stated = text.format("niet"), text.format("nu")
    assert words(said(denied)[0], denied)[1] == "de dijk lekt"
    assert words(said(stated)[0], stated)[1] == "de dijk lekt, maar dat de brug zakt"


CLEAR = "Het/PRON/expl/3 is~zijn/AUX/cop/3/Fin {}/ADV/advmod/3 duidelijk/ADJ/ROOT/3 {}/SCONJ/mark/7 de/DET/det/6 "
CLEAR += "dijk/NOUN/nsubj/7 lekt~lekken/VERB/csubj/3/Fin ./PUNCT/punct/3"


def test_not_clear_whether_says_nothing() -> None:
    assert said(CLEAR.format("niet", "of")) == ()
    assert [c.speech_act for c in said(CLEAR.format("nu", "dat"))] == ["assert"]


GOOD = "Het/PRON/expl/2 is~zijn/AUX/cop/2/Fin goed/ADJ/ROOT/2 {}/SCONJ/mark/6 de/DET/det/5 raad/NOUN/nsubj/6 "
GOOD += "zegt~zeggen/VERB/csubj/2/Fin "


def test_a_judgement_does_not_take_the_clause_of_another_verb() -> None:
    assert said(GOOD.format("als") + leak(7, 6)) == ()
    taken = GOOD.format("dat") + leak(7, 6)
    assert [words(c, taken)[1] for c in said(taken) if c.speech_act == "evaluate"] == ["de raad zegt dat de dijk lekt"]


def test_the_one_who_is_left_out_does_not_say_it() -> None:
    text = (
        "{}/SCONJ/mark/2 de/DET/det/2 raad/NOUN/nsubj/3 vindt~vinden/VERB/ROOT/3/Fin ook/ADV/advmod/3 de/DET/det/6 "
        "bond/NOUN/nsubj/3 "
    )
    assert [c.holders for c in said(text.format("Behalve") + leak(7, 3))] == [("bond",)]
