import pytest
from cast_examples import analysis_of

from relaas.extract.cast import Cast
from relaas.extract.coreference import find_cast
from relaas.ids import Namer
from relaas.model import Actor, Analysis, Header, Person, Span

FIN = "VerbForm=Fin|Number="


def at(analysis: Analysis, cast: Cast, word: str, *, occurrence: int = 1) -> tuple[str, ...]:
    """The ids of the actors at the n-th token of this form."""
    places = [(s.index, t.i) for s in analysis.sentences for t in s.tokens if t.text == word]
    return cast.at(*places[occurrence - 1])


def the(cast: Cast, label: str) -> Actor:
    (actor,) = [a for a in cast.actors if a.label == label]
    return actor


def test_the_voices_are_there_even_when_nothing_names_them() -> None:
    cast = find_cast(analysis_of(("question", "Waarom/ADV regent/VERB het/PRON"), ("answer", "Ja/INTJ")), Namer())
    assert [(a.actor_id, a.identified, a.actor_type) for a in cast.actors] == [
        ("asker", False, "member-of-parliament"),
        ("answerer", False, "office-holder"),
    ]
    assert cast.voices == {"q1": "asker", "a1": "answerer"}


def test_several_askers_are_one_actor_with_all_names() -> None:
    header = Header(
        askers=(Person("Boom", "D66"), Person("Van Sloten", None)),
        respondents=(Person("De Wilg", None, "Minister van Landbouw"),),
    )
    cast = find_cast(analysis_of(("question", "Ja/INTJ"), header=header), Namer())
    assert cast.actor("asker").label == "Boom, Van Sloten"
    assert cast.actor("asker").identified
    assert cast.actor("answerer").label == "De Wilg"


def test_a_name_in_capitals_is_written_as_names_are_and_still_found() -> None:
    header = Header(askers=(Person("Anna Boom", None, None, Span(0, 9)),))
    cast = find_cast(analysis_of(("title", "ANNA/X BOOM/X"), header=header), Namer())
    assert [(m.span, m.text) for m in cast.actor("asker").mentions] == [(Span(0, 9), "Anna Boom")]


def test_pronouns_of_the_voices_change_sides_with_the_part() -> None:
    analysis = analysis_of(
        ("question", "Kunt/VERB u/PRON/nsubj zeggen/VERB wat/PRON ik/PRON/nsubj denk/VERB"),
        ("answer", "Ik/PRON/nsubj weet/VERB niet/ADV wat/PRON u/PRON/nsubj denkt/VERB"),
    )
    cast = find_cast(analysis, Namer())
    assert [at(analysis, cast, w) for w in ("u", "ik", "Ik")] == [("answerer",), ("asker",), ("answerer",)]
    assert at(analysis, cast, "u", occurrence=2) == ("asker",)


def test_wij_in_an_answer_is_the_government_that_it_names() -> None:
    answer = "De/DET Vlaamse/ADJ Regering/PROPN bouwt/VERB\nWij/PRON/nsubj hopen/VERB"
    analysis = analysis_of(("answer", answer), chamber="vlaams-parlement")
    assert at(analysis, find_cast(analysis, Namer()), "Wij") == ("actor/flemish-government",)
    alone = analysis_of(("answer", "Wij/PRON/nsubj hopen/VERB"))
    assert at(alone, find_cast(alone, Namer()), "Wij") == ("answerer",)


def test_wij_of_one_asker_is_nobody_in_particular() -> None:
    analysis = analysis_of(("question", "Zijn/VERB wij/PRON/nsubj veilig/ADJ"))
    assert at(analysis, find_cast(analysis, Namer()), "wij") == ()


@pytest.mark.parametrize(
    ("chamber", "key"), [("tweede-kamer", "actor/dutch-government"), ("belgische-kamer", "actor/belgian-federal-government")]
)
def test_the_bare_government_is_that_of_the_chamber(chamber: str, key: str) -> None:
    analysis = analysis_of(("answer", "Het/DET kabinet/NOUN bouwt/VERB"), chamber=chamber)  # type: ignore[arg-type]
    assert at(analysis, find_cast(analysis, Namer()), "kabinet") == (key,)


def test_a_foreign_government_is_not_that_of_the_chamber_nor_its_state() -> None:
    analysis = analysis_of(
        ("answer", "De/DET Noorse/ADJ regering/NOUN bouwt/VERB in/ADP Noorwegen/PROPN"), chamber="tweede-kamer"
    )
    cast = find_cast(analysis, Namer())
    government = the(cast, "Noorse regering")
    assert (government.actor_type, government.key, government.on_behalf_of) == (
        "government",
        "government-of-norway",
        "actor/norway",
    )
    assert at(analysis, cast, "Noorwegen") == ("actor/norway",)


def test_the_cabinet_of_another_state_is_not_the_chambers() -> None:
    analysis = analysis_of(("answer", "Het/DET Maltese/ADJ kabinet/NOUN bouwt/VERB"), chamber="tweede-kamer")
    cast = find_cast(analysis, Namer())
    assert [cast.actor(i).label for i in at(analysis, cast, "kabinet")] == ["Maltese kabinet"]


def test_a_bare_noun_takes_up_the_last_of_its_part() -> None:
    analysis = analysis_of(
        (
            "context",
            "Het/DET kabinet/NOUN bouwt/VERB\nDe/DET Noorse/ADJ regering/NOUN betaalt/VERB\nDe/DET regering/NOUN klaagt/VERB",
        ),
        ("answer", "De/DET regering/NOUN antwoordt/VERB"),
        chamber="tweede-kamer",
    )
    cast = find_cast(analysis, Namer())
    ids = [at(analysis, cast, "regering", occurrence=n) for n in (1, 2, 3)]
    assert ids == [("actor/government-of-norway",)] * 2 + [("actor/dutch-government",)]


def test_a_bare_noun_that_two_bear_in_other_parts_is_neither() -> None:
    analysis = analysis_of(
        ("context", "Het/DET Maltese/ADJ leger/NOUN en/CCONJ het/DET Deense/ADJ leger/NOUN oefenen/VERB"),
        ("answer", "Het/DET leger/NOUN antwoordt/VERB"),
    )
    cast = find_cast(analysis, Namer())
    assert len({at(analysis, cast, "leger", occurrence=n) for n in (1, 2, 3)}) == 3


def test_de_minister_in_a_question_is_the_one_who_answers() -> None:
    header = Header(addressees=(Person(None, None, "Minister van Landbouw"),))
    analysis = analysis_of(
        ("question", "Kent/VERB de/DET minister/NOUN de/DET minister/NOUN van/ADP Defensie/PROPN ?/PUNCT"),
        ("answer", "De/DET minister/NOUN van/ADP Landbouw/PROPN antwoordt/VERB"),
        header=header,
    )
    cast = find_cast(analysis, Namer())
    assert at(analysis, cast, "minister") == ("answerer",)
    assert at(analysis, cast, "minister", occurrence=2) != ("answerer",)
    assert at(analysis, cast, "minister", occurrence=3) == ("answerer",)


def test_without_header_the_office_addressed_becomes_the_answerers() -> None:
    analysis = analysis_of(
        ("question", "Hoe/ADV denkt/VERB de/DET minister-president/NOUN erover/ADV ?/PUNCT"), chamber="vlaams-parlement"
    )
    cast = find_cast(analysis, Namer())
    answerer = cast.actor("answerer")
    assert (answerer.label, answerer.identified, answerer.office) == (
        "minister-president",
        False,
        "office/minister-president-of-flanders",
    )
    assert [o.label for o in cast.offices] == ["minister-president"]


def test_a_surname_after_the_full_name_is_the_same_person() -> None:
    analysis = analysis_of(
        ("context", "Burgemeester/NOUN Anna/PROPN Boomgaard/PROPN sprak/VERB\nBoomgaard/PROPN/nsubj bleef/VERB")
    )
    cast = find_cast(analysis, Namer())
    assert at(analysis, cast, "Boomgaard") == at(analysis, cast, "Boomgaard", occurrence=2)
    assert the(cast, "Anna Boomgaard").office is not None


def test_a_surname_that_two_persons_carry_is_neither() -> None:
    analysis = analysis_of(
        (
            "context",
            "Burgemeester/NOUN Anna/PROPN Boomgaard/PROPN en/CCONJ wethouder/NOUN Jan/PROPN Boomgaard/PROPN\n"
            "Boomgaard/PROPN/nsubj bleef/VERB",
        )
    )
    cast = find_cast(analysis, Namer())
    ids = [at(analysis, cast, "Boomgaard", occurrence=n) for n in (1, 2, 3)]
    assert len(set(ids)) == 3


def test_a_holder_met_without_a_name_is_the_one_named_later() -> None:
    analysis = analysis_of(
        (
            "context",
            "De/DET Noorse/ADJ premier/NOUN sprak/VERB\nDe/DET Noorse/ADJ eerste/ADJ minister/NOUN Boomgaard/PROPN bleef/VERB\n"
            "De/DET Deense/ADJ premier/NOUN ging/VERB",
        )
    )
    cast = find_cast(analysis, Namer())
    assert at(analysis, cast, "premier") == at(analysis, cast, "Boomgaard") != at(analysis, cast, "premier", occurrence=2)
    assert (the(cast, "Boomgaard").identified, the(cast, "Deense premier").identified) == (True, False)


@pytest.mark.parametrize(("name", "own"), [("Rutte", True), ("Sjoerdsen", False), ("Boomgaard", False)])
def test_a_named_premier_is_that_of_the_own_state_only_where_the_gazetteer_knows_him(name: str, own: bool) -> None:
    text = f"premier/NOUN {name}/PROPN sprak/VERB"
    cast = find_cast(analysis_of(("context", text), chamber="tweede-kamer"), Namer())
    assert (the(cast, name).office == "office/prime-minister-of-netherlands") == own
    bare = find_cast(analysis_of(("context", "De/DET premier/NOUN sprak/VERB"), chamber="tweede-kamer"), Namer())
    assert [o.office_id for o in bare.offices] == ["office/prime-minister-of-netherlands"]


def test_the_short_word_for_a_single_office_names_the_same_holder() -> None:
    analysis = analysis_of(
        (
            "context",
            "De/DET Hoge/ADJ Vertegenwoordiger/NOUN sprak/VERB\nHV/NOUN Boomgaard/PROPN bleef/VERB\nDe/DET HV/NOUN ging/VERB",
        )
    )
    cast = find_cast(analysis, Namer())
    ids = {at(analysis, cast, "Vertegenwoordiger"), at(analysis, cast, "HV"), at(analysis, cast, "HV", occurrence=2)}
    assert ids == {at(analysis, cast, "Boomgaard")}


def test_an_office_before_a_surname_is_not_the_relative_who_was_named_before() -> None:
    analysis = analysis_of(
        (
            "context",
            "Journaliste/NOUN en/CCONJ schrijver/NOUN Anna/PROPN Boomgaard/PROPN schreef/VERB\n"
            "President/NOUN Boomgaard/PROPN zweeg/VERB",
        )
    )
    cast = find_cast(analysis, Namer())
    assert at(analysis, cast, "Boomgaard") != at(analysis, cast, "Boomgaard", occurrence=2)


def test_a_person_and_the_office_after_the_name_are_one() -> None:
    analysis = analysis_of(
        (
            "context",
            "Mevrouw/NOUN Anna/PROPN Boomgaard/PROPN ,/PUNCT burgemeester/NOUN/appos van/ADP Zwolle/PROPN ,/PUNCT sprak/VERB",
        )
    )
    cast = find_cast(analysis, Namer())
    assert at(analysis, cast, "burgemeester") == at(analysis, cast, "Boomgaard")


def test_an_abbreviation_and_a_legal_form_lead_back_to_the_name() -> None:
    analysis = analysis_of(
        ("context", "De/DET Stichting/PROPN/nsubj Oude/PROPN Molens/PROPN (/PUNCT SOM/PROPN )/PUNCT sprak/VERB\n"
            "SOM/PROPN/nsubj bleef/VERB\n"
            "Zeewind/PROPN/nsubj bouwt/VERB voor/ADP Zeewind/PROPN BV/PROPN")
    )  # fmt: skip
    cast = find_cast(analysis, Namer())
    assert at(analysis, cast, "SOM", occurrence=2) == at(analysis, cast, "Molens")
    assert at(analysis, cast, "Zeewind") == at(analysis, cast, "BV")
    assert {"Stichting Oude Molens", "Zeewind BV"} <= {a.label for a in cast.actors}


def test_two_states_before_one_noun_make_two_holders_with_their_offices() -> None:
    analysis = analysis_of(
        ("context", "De/DET Noorse/ADJ en/CCONJ de/DET Deense/ADJ ministers/NOUN van/ADP Visserij/PROPN spraken/VERB")
    )
    cast = find_cast(analysis, Namer())
    ids = at(analysis, cast, "ministers")
    assert [cast.actor(i).label for i in ids] == ["Noorse minister van Visserij", "Deense minister van Visserij"]
    assert at(analysis, cast, "Noorse") == ids
    assert [o.of for o in cast.offices] == ["actor/norway", "actor/denmark"]
    assert [m.form for m in cast.actor("actor/norway").mentions] == ["adjective"]


def test_the_same_office_of_another_portfolio_or_state_is_another_holder() -> None:
    analysis = analysis_of(
        ("context", "De/DET Noorse/ADJ minister/NOUN van/ADP Visserij/PROPN sprak/VERB\n"
            "De/DET Noorse/ADJ minister/NOUN van/ADP Defensie/PROPN bleef/VERB\n"
            "De/DET Deense/ADJ minister/NOUN van/ADP Visserij/PROPN ging/VERB\n"
                "De/DET Noorse/ADJ minister/NOUN van/ADP Visserij/PROPN ging/VERB")
    )  # fmt: skip
    cast = find_cast(analysis, Namer())
    ids = [at(analysis, cast, "minister", occurrence=n) for n in (1, 2, 3, 4)]
    assert len({*ids[:3]}) == 3
    assert ids[3] == ids[0]


def test_authorities_are_not_their_state() -> None:
    analysis = analysis_of(("context", "Maltese/ADJ autoriteiten/NOUN sloten/VERB de/DET haven/NOUN van/ADP Malta/PROPN"))
    cast = find_cast(analysis, Namer())
    assert the(cast, "Maltese autoriteiten").on_behalf_of == "actor/malta"
    assert at(analysis, cast, "autoriteiten") != at(analysis, cast, "Malta")


def test_a_plural_pronoun_takes_up_the_plural_subject_before_it() -> None:
    analysis = analysis_of(
        ("context", f"Maltese/ADJ autoriteiten/NOUN/nsubj/2/Number=Plur sloten/VERB/ROOT/2/{FIN}Plur de/DET haven/NOUN/obj/2\n"
                    f"Ze/PRON/nsubj/1 zwegen/VERB/ROOT/1/{FIN}Plur")
    )  # fmt: skip
    cast = find_cast(analysis, Namer())
    assert at(analysis, cast, "Ze") == at(analysis, cast, "autoriteiten")
    assert [(m.text, m.form) for m in the(cast, "Maltese autoriteiten").mentions][1:] == [("Ze", "pronoun")]


def test_a_pronoun_that_fits_a_thing_names_nobody() -> None:
    analysis = analysis_of(
        ("context", f"De/DET autoriteiten/NOUN/nsubj/2/Number=Plur spraken/VERB/ROOT/2/{FIN}Plur\n"
                    f"Hoewel/SCONJ gesprekken/NOUN/nsubj/2/Number=Plur mislukten/VERB/advcl/3/{FIN}Plur "
                    f"legden/VERB/ROOT/3/{FIN}Plur zij/PRON/nsubj/3 de/DET basis/NOUN/obj/3")
    )  # fmt: skip
    assert at(analysis, find_cast(analysis, Namer()), "zij") == ()


def test_a_pronoun_that_two_fit_equally_names_nobody() -> None:
    analysis = analysis_of(
        ("context", f"Boeren/NOUN/nsubj/1/Number=Plur riepen/VERB/ROOT/1/{FIN}Plur "
                    f"en/CCONJ vissers/NOUN/nsubj/4/Number=Plur zwegen/VERB/conj/1/{FIN}Plur\n"
                    f"Zij/PRON/nsubj/1 gingen/VERB/ROOT/1/{FIN}Plur")
    )  # fmt: skip
    assert at(analysis, find_cast(analysis, Namer()), "Zij") == ()


def test_a_doubt_is_not_resolved_by_looking_further_back() -> None:
    analysis = analysis_of(
        (
            "context",
            f"Artsen/NOUN/nsubj/1/Number=Plur sliepen/VERB/ROOT/1/{FIN}Plur\n"
            f"Boeren/NOUN/nsubj/1/Number=Plur riepen/VERB/ROOT/1/{FIN}Plur "
            f"en/CCONJ vissers/NOUN/nsubj/4/Number=Plur zwegen/VERB/conj/1/{FIN}Plur\n"
            f"Zij/PRON/nsubj/1 gingen/VERB/ROOT/1/{FIN}Plur",
        )
    )
    assert at(analysis, find_cast(analysis, Namer()), "Zij") == ()


def test_an_apposition_with_een_says_who_somebody_is() -> None:
    words = "Malta/PROPN/nsubj/7 ,/PUNCT een/DET bondgenoot/NOUN/appos/0 van/ADP Zweden/PROPN ,/PUNCT zwijgt/VERB/ROOT/7"
    analysis = analysis_of(("context", words))
    assert at(analysis, find_cast(analysis, Namer()), "bondgenoot") == ("actor/malta",)


def test_a_relative_pronoun_stands_for_its_antecedent() -> None:
    analysis = analysis_of(
        ("context", "Boeren/NOUN/nsubj/3 die/PRON/nsubj/2/PronType=Rel protesteren/VERB/acl:relcl/0 gaan/VERB/ROOT/3")
    )
    cast = find_cast(analysis, Namer())
    assert at(analysis, cast, "die") == at(analysis, cast, "Boeren")
    assert len(the(cast, "Boeren").mentions) == 1


def test_both_countries_are_the_two_that_the_text_joined() -> None:
    analysis = analysis_of(
        ("context", "Malta/PROPN kijkt/VERB toe/ADP\n"
            "Zweden/PROPN en/CCONJ Finland/PROPN bouwen/VERB\n"
            "Beide/DET/det/1 landen/NOUN/nsubj/2 betalen/VERB\n"
            "Deze/DET/det/2 twee/NUM/nummod/2 landen/NOUN/nsubj/3 sparen/VERB")
    )  # fmt: skip
    cast = find_cast(analysis, Namer())
    assert at(analysis, cast, "landen") == at(analysis, cast, "landen", occurrence=2) == ("actor/sweden", "actor/finland")
    assert not [a for a in cast.actors if "landen" in a.label]


def test_both_countries_of_three_are_a_group_of_their_own() -> None:
    analysis = analysis_of(
        (
            "context",
            "Zweden/PROPN ,/PUNCT Malta/PROPN en/CCONJ Finland/PROPN bouwen/VERB\n"
            "Beide/DET/det/1 landen/NOUN/nsubj/2 betalen/VERB",
        )
    )
    cast = find_cast(analysis, Namer())
    (only,) = at(analysis, cast, "landen")
    assert cast.actor(only).actor_type == "group"


def test_our_country_is_the_state_of_the_chamber() -> None:
    analysis = analysis_of(("question", "Helpt/VERB ons/PRON land/NOUN ?/PUNCT"), chamber="belgische-kamer")
    cast = find_cast(analysis, Namer())
    assert at(analysis, cast, "land") == ("actor/belgium",)
    assert [(m.text, m.form) for m in cast.actor("actor/belgium").mentions] == [("ons land", "nominal")]


def test_territory_is_the_state_and_a_border_is_a_place() -> None:
    analysis = analysis_of(
        (
            "context",
            "op/ADP het/DET grondgebied/NOUN van/ADP Malta/PROPN bij/ADP de/DET grens/NOUN in/ADP Oudewatersluis/PROPN/obl",
        )
    )
    cast = find_cast(analysis, Namer())
    words = {t.text: cast.place_at(0, t.i) for t in analysis.sentences[0].tokens}
    assert words["grondgebied"] == words["Malta"] == ("actor/malta",)
    assert {p.label for p in cast.places} == {"grens", "Oudewatersluis"}
    assert cast.at(0, 7) == ()


def test_a_name_that_acts_is_an_actor_also_where_a_place_could_stand() -> None:
    analysis = analysis_of(("context", "het/DET werk/NOUN bij/ADP Zeewind/PROPN/obl stopt/VERB\nZeewind/PROPN/nsubj zwijgt/VERB"))
    cast = find_cast(analysis, Namer())
    assert at(analysis, cast, "Zeewind") == at(analysis, cast, "Zeewind", occurrence=2) != ()
    assert cast.places == ()


def test_every_id_is_an_actor_and_every_mention_reads_as_the_text() -> None:
    analysis = analysis_of(
        ("title", "Visserij/NOUN in/ADP Noorwegen/PROPN"),
        (
            "question",
            "Kent/VERB de/DET minister/NOUN de/DET klacht/NOUN van/ADP de/DET Deense/ADJ vissers/NOUN "
            "uit/ADP Esbjerg/PROPN ?/PUNCT",
        ),
        ("answer", "Ik/PRON/nsubj ken/VERB de/DET Noorse/ADJ en/CCONJ Deense/ADJ vissers/NOUN ./PUNCT"),
    )
    cast = find_cast(analysis, Namer())
    ids = {a.actor_id for a in cast.actors} | {p.place_id for p in cast.places}
    assert {i for found in (*cast.named.values(), *cast.located.values()) for i in found} <= ids
    found = [m for a in cast.actors for m in a.mentions] + [m for o in cast.offices for m in o.mentions]
    found += [m for p in cast.places for m in p.mentions]
    assert found
    for mention in found:
        assert analysis.document.source.quote(mention.span) == mention.text


def test_the_same_document_gives_the_same_cast() -> None:
    analysis = analysis_of(
        ("context", "Zweedse/ADJ boeren/NOUN en/CCONJ Finse/ADJ vissers/NOUN spraken/VERB met/ADP Malta/PROPN")
    )
    assert find_cast(analysis, Namer()) == find_cast(analysis, Namer())
