"""Holders that the words show where the tree does not: reflexives of every person, agents by place, papers behind *waaruit*."""

from claim_examples import analysis_of, cast_of, said, words

from relaas.extract.claims import find_claims
from relaas.ids import Namer
from relaas.model import CitedSource, Claim, Evidence, Mention, SourceType, Span

MYSELF = (
    "Ik/PRON/nsubj/1 zet~zetten/VERB/ROOT/1/Fin mij/PRON/expl:pv/1 in/ADP/compound:prt/1 voor/ADP/case/6 de/DET/det/6 "
    "brug/NOUN/obl:arg/1 ./PUNCT/punct/1"
)
AGENT = (
    "De/DET/det/1 brug/NOUN/nsubj:pass/10 die/PRON/nsubj/4 er/ADV/advmod/4 ligt/VERB/acl:relcl/1/Fin is/AUX/aux:pass/10/Fin "
    "in/ADP/case/7 mei/NOUN/nmod/9 door~door/ADP/case/9 bewoners/NOUN/nmod/1 aangekaart~aankaarten/VERB/ROOT/10/Part "
    "./PUNCT/punct/10"
)
RELATIVE = (
    "Ik/PRON/nsubj/1 lees~lezen/VERB/ROOT/1/Fin een/DET/det/3 rapport/NOUN/obj/1 waaruit/ADV/advmod/1 "
    "blijkt~blijken/VERB/xcomp/1/Fin dat/SCONJ/mark/9 de/DET/det/8 brug/NOUN/nsubj/9 zakt/VERB/ccomp/5/Fin ./PUNCT/punct/1"
)
LETTERS = (
    "Die/PRON/nsubj/1 brief/NOUN/ROOT/1 noemt/AUX/cop/1 dat/DET/det/4 iets/NOUN/obj/1 ./PUNCT/punct/1\n"
    "In/ADP/case/2 deze/DET/det/2 brief/NOUN/obl/4 is/AUX/aux:pass/4/Fin aangegeven~aangeven/VERB/ROOT/4/Part dat/SCONJ/mark/8 "
    "de/DET/det/7 brug/NOUN/nsubj/8 zakt/VERB/ccomp/4/Fin ./PUNCT/punct/4"
)


def cited(start: int, end: int, kind: SourceType) -> CitedSource:
    span = Span(start, end)
    return CitedSource(f"src{start}-{end}", kind, (Mention(span, "x"),), Evidence("citation", span))


def on_paper(lines: str, *sources: CitedSource) -> tuple[Claim, ...]:
    analysis = analysis_of(("answer", lines))
    return find_claims(analysis, cast_of(analysis, frozenset({"rapport", "brief"})), sources, Namer())


def test_zich_stands_for_the_reflexives_of_the_first_person() -> None:
    (claim,) = said(MYSELF)
    assert (claim.speech_act, claim.holders) == ("commit", ("answerer",))
    assert words(claim, MYSELF) == ("zet mij in", "de brug")


def test_an_agent_hung_elsewhere_is_found_between_door_and_the_participle() -> None:
    (claim,) = said(AGENT)
    assert claim.holders == ("bewoners",)


def test_an_agent_behind_a_comma_belongs_to_other_words() -> None:
    apart = AGENT.replace("bewoners/NOUN/nmod/1 aangekaart", "bewoners/NOUN/nmod/1 ,/PUNCT/punct/1 aangekaart").replace(
        "/10", "/11"
    )
    assert said(apart) == ()


def test_the_paper_before_waaruit_holds_what_appears_from_it() -> None:
    claims = on_paper(RELATIVE, cited(12, 19, "report"))
    assert [c.holders for c in claims if c.evidence.entry == "reporting#blijken-uit"] == [("src12-19",)]


def test_this_letter_is_the_one_named_last() -> None:
    letters = (cited(0, 3, "letter"), cited(4, 9, "letter"))
    claims = on_paper(LETTERS, *letters)
    assert [c.holders for c in claims if c.evidence.entry == "reporting#aangeven"] == [("src4-9",)]
    definite = on_paper(LETTERS.replace("deze", "de"), *letters)
    assert [c for c in definite if c.evidence.entry == "reporting#aangeven"] == []


def test_wij_in_quoted_words_is_who_says_them() -> None:
    text = (
        "De/DET/det/1 raad/NOUN/nsubj/2 stuurt~sturen/VERB/ROOT/2/Fin een/DET/det/4 boodschap/NOUN/obj/2 :/PUNCT/punct/2 "
        "ik/PRON/nsubj/7 hoop~hopen/VERB/parataxis/2/Fin dat/SCONJ/mark/11 de/DET/det/10 brug/NOUN/nsubj/11 "
        "sluit/VERB/ccomp/7/Fin ./PUNCT/punct/2"
    )
    assert [(c.speech_act, c.holders) for c in said(text)] == [("assert", ("raad",)), ("hope", ("raad",))]


def test_who_is_to_be_told_later_has_not_been_told() -> None:
    told = (
        "De/DET/det/1 raad/NOUN/nsubj:pass/5 werd~worden/AUX/aux:pass/5/Fin door/ADP/case/4 bewoners/NOUN/obl:agent/5 "
        "ingelicht~inlichten/VERB/ROOT/5/Part over/ADP/case/8 de/DET/det/8 brug/NOUN/obl:arg/5 ./PUNCT/punct/5"
    )
    assert [c.holders for c in said(told)] == [("bewoners",)]
    assert said(told.replace("werd~", "wordt~")) == ()
