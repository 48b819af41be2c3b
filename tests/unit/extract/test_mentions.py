import pytest
from cast_examples import analysis_of, sentence_of

from relaas.extract.mentions import find_phrases, phrases_of
from relaas.extract.named import Phrase
from relaas.extract.names import alike, first_names, hits
from relaas.extract.nouns import lookup


def only(notation: str) -> Phrase:
    (phrase,) = phrases_of(sentence_of(notation))
    return phrase


def pieces(phrase: Phrase) -> list[tuple[str, str]]:
    return [(phrase.sentence.words(a, b), form) for a, b, form in phrase.pieces]


@pytest.mark.parametrize(
    ("word", "noun", "sort"),
    [
        ("pluimveehouders", "houder", "person"),
        ("oud-minister", "minister", "office"),
        ("reddingsteams", "team", "group"),
        ("EU-landen", "land", "group"),
        ("ondernemingsraad", "raad", "body"),
    ],
)
def test_a_compound_goes_by_its_last_part(word: str, noun: str, sort: str) -> None:
    found = lookup(word)
    assert found is not None
    assert (found.word, found.sort) == (noun, sort)


@pytest.mark.parametrize("word", ["voorraad", "schouder", "fiets", "algemeenheid", "slopers", "leidraad"])
def test_words_that_only_look_like_people_are_none(word: str) -> None:
    assert lookup(word) is None


def test_a_compound_that_is_mostly_a_thing_is_a_body_only_as_a_name() -> None:
    assert lookup("loondienst") is None
    assert phrases_of(sentence_of("zij/PRON is/AUX in/ADP loondienst/NOUN")) == ()
    assert only("de/DET Sluisdienst/PROPN meldt/VERB").sort == "body"


def test_names_are_found_without_their_accents_but_with_their_case() -> None:
    lost = sentence_of("Roemenie/PROPN en/CCONJ de/DET Tsjechische/ADJ fietsers/NOUN")
    assert [m.entry.key for h in hits(lost) for m in h.matches] == ["romania", "czech-republic"]
    assert hits(sentence_of("wat/PRON is/AUX dat/PRON")) == ()


def test_a_long_name_goes_before_a_short_one_inside_it() -> None:
    phrase = only("de/DET Raad/PROPN van/ADP Europa/PROPN")
    assert (phrase.wording, phrase.sort) == ("Raad van Europa", "known")


def test_an_office_takes_a_portfolio_with_commas_as_its_scope() -> None:
    phrase = only("de/DET minister/NOUN van/ADP Onderwijs/PROPN ,/PUNCT Cultuur/PROPN en/CCONJ Wetenschap/PROPN spreekt/VERB")
    assert phrase.sort == "office"
    assert phrase.scope == "onderwijs, cultuur en wetenschap"
    assert pieces(phrase) == [("de minister van Onderwijs, Cultuur en Wetenschap", "nominal")]


def test_a_comma_that_no_en_closes_ends_the_portfolio() -> None:
    phrase = only("de/DET minister/NOUN van/ADP Landbouw/PROPN ,/PUNCT zei/VERB")
    assert phrase.scope == "landbouw"


def test_a_name_after_the_portfolio_is_no_part_of_it() -> None:
    phrase = only("de/DET minister/NOUN van/ADP Landbouw/PROPN ,/PUNCT Anna/PROPN Boomgaard/PROPN ,/PUNCT zei/VERB")
    assert (phrase.scope, phrase.name) == ("landbouw", "Anna Boomgaard")


def test_what_the_minister_is_of_mind_to_do_is_no_portfolio() -> None:
    assert only("is/AUX de/DET minister/NOUN van/ADP plan/NOUN te/ADP gaan/VERB").scope == ""


@pytest.mark.parametrize(
    ("notation", "name"),
    [
        ("minister/NOUN Peeters/PROPN opent/VERB", "Peeters"),
        ("burgemeester/NOUN Piet/PROPN van/ADP der/DET Molen/PROPN opent/VERB", "Piet van der Molen"),
        ("gezant/NOUN O/PROPN/nsubj", "O"),
        ("mevrouw/NOUN De/PROPN Wilg/PROPN opent/VERB", "De Wilg"),
    ],
)
def test_a_title_or_office_takes_the_name_after_it(notation: str, name: str) -> None:
    phrase = only(notation)
    assert phrase.name == name
    assert pieces(phrase)[0][1] == "name"
    assert pieces(phrase)[0][0].endswith(name)


def test_a_task_after_an_office_is_no_family_name() -> None:
    assert only("de/DET Coördinator/NOUN Fraudebestrijding/PROPN meldt/VERB").name is None


def test_a_name_between_commas_belongs_to_the_office_before_it() -> None:
    found = phrases_of(
        sentence_of(
            "de/DET voorzitter/NOUN van/ADP de/DET Raad/PROPN van/ADP Europa/PROPN ,/PUNCT Aad/PROPN Boom/PROPN ,/PUNCT zei/VERB"
        )
    )
    office = next(p for p in found if p.sort == "office")
    assert office.name == "Aad Boom"
    assert pieces(office) == [("Aad Boom", "name"), ("de voorzitter van de Raad van Europa", "nominal")]
    assert any(p.wording == "Raad van Europa" for p in found)


def test_two_adjectives_of_origin_make_one_phrase_two_actors() -> None:
    phrase = only("de/DET Noorse/ADJ en/CCONJ de/DET Deense/ADJ ministers/NOUN van/ADP Visserij/PROPN")
    assert phrase.split
    assert phrase.origins == ("norway", "denmark")
    assert pieces(phrase) == [("de Noorse en de Deense ministers van Visserij", "nominal")]


def test_brackets_give_an_abbreviation() -> None:
    phrase = only("de/DET Vereniging/PROPN/nsubj Oude/PROPN Molens/PROPN (/PUNCT VOM/PROPN )/PUNCT schrijft/VERB")
    assert phrase.abbreviation == "VOM"
    assert ("VOM", "abbreviation") in pieces(phrase)


def test_brackets_may_say_hereafter() -> None:
    words = "het/DET College/PROPN voor/ADP Oevers/PROPN (/PUNCT hierna/ADV :/PUNCT CvOD/PROPN )/PUNCT meldt/VERB"
    phrase = only(words)
    assert (phrase.abbreviation, pieces(phrase)[1]) == ("CvOD", ("CvOD", "abbreviation"))


def test_many_people_take_no_name_of_one() -> None:
    found = phrases_of(sentence_of("de/DET medewerkers/NOUN/nsubj van/ADP Malta/PROPN Anna/PROPN Boomgaard/PROPN klagen/VERB"))
    assert [p.name for p in found if p.sort == "group"] == [None]


def test_brackets_after_a_state_in_the_scope_belong_to_the_body() -> None:
    found = phrases_of(sentence_of("de/DET Bond/PROPN van/ADP Zweden/PROPN (/PUNCT BVZ/PROPN )/PUNCT schrijft/VERB"))
    assert {p.sort: p.abbreviation for p in found} == {"body": "BVZ", "known": None}


def test_a_party_in_brackets_makes_a_name_a_person() -> None:
    phrase = next(p for p in phrases_of(sentence_of("Boomgaard/PROPN/nsubj (/PUNCT D66/PROPN )/PUNCT vroeg/VERB")) if p.name)
    assert (phrase.name, phrase.cue) == ("Boomgaard", "person")


def test_a_party_in_brackets_makes_a_person_a_member() -> None:
    phrase = next(p for p in phrases_of(sentence_of("Van/PROPN Dalen/PROPN (/PUNCT D66/PROPN )/PUNCT vroeg/VERB")) if p.name)
    assert (phrase.name, phrase.party, phrase.cue) == ("Van Dalen", "d66", "person")


@pytest.mark.parametrize(
    ("notation", "cue"),
    [
        ("Zeewind/PROPN NV/PROPN bouwt/VERB", "company"),
        ("Instituut/PROPN voor/ADP Veen/PROPN meldt/VERB", None),
        ("Waterbouw/PROPN Institute/PROPN meldt/VERB", "institution"),
        ("Molenvrienden/PROPN vzw/PROPN meldt/VERB", "organisation"),
    ],
)
def test_the_words_of_a_name_tell_its_kind(notation: str, cue: str | None) -> None:
    assert {p.cue for p in phrases_of(sentence_of(notation)) if p.sort == "name"} == ({cue} if cue else set())


def test_an_unknown_name_after_a_preposition_is_a_place() -> None:
    assert only("zij/PRON wonen/VERB in/ADP Oudewatersluis/PROPN/obl").sort == "place"


def test_an_unknown_capital_without_a_cue_names_nobody() -> None:
    assert only("zij/PRON lezen/VERB Moby/PROPN/obj").weak
    assert find_phrases(analysis_of(("answer", "zij/PRON lezen/VERB Moby/PROPN/obj"))) == ()


@pytest.mark.parametrize("proof", ["Moby/PROPN/nsubj/1 zwemt/VERB", "dat/PRON is/AUX gedaan/VERB door/ADP Moby/PROPN/obl/2"])
def test_an_unknown_capital_is_a_name_wherever_another_sentence_lets_it_act(proof: str) -> None:
    found = find_phrases(analysis_of(("answer", f"zij/PRON lezen/VERB Moby/PROPN/obj\n{proof}")))
    assert [(p.sentence.index, p.wording) for p in found] == [(0, "Moby"), (1, "Moby")]


def test_words_inside_a_title_name_nobody_unknown() -> None:
    assert phrases_of(sentence_of("het/DET stuk/NOUN «/PUNCT Zeewind/PROPN/nsubj wacht/VERB »/PUNCT")) == ()


@pytest.mark.parametrize(
    "notation",
    [
        "zij/PRON is/AUX lid/NOUN/root",
        "welke/DET/det boeren/NOUN/nsubj komen/VERB",
        "hij/PRON is/AUX in/ADP staat/NOUN",
        "hij/PRON schudt/VERB hoofd/NOUN/obj",
    ],
)
def test_predicates_and_questions_name_nobody(notation: str) -> None:
    assert phrases_of(sentence_of(notation)) == ()


def test_a_noun_that_counts_and_what_it_counts_are_one_phrase() -> None:
    phrase = only("een/DET meerderheid/NOUN gemeenten/NOUN stemt/VERB")
    assert pieces(phrase) == [("een meerderheid gemeenten", "nominal")]


def test_a_name_before_a_body_is_part_of_the_bodys_name() -> None:
    phrase = only("het/DET NAVO/PROPN Instituut/PROPN voor/ADP Oceanen/PROPN meldt/VERB")
    assert (phrase.origins, phrase.sort) == (("nato",), "body")
    assert pieces(phrase) == [("NAVO Instituut voor Oceanen", "name")]


@pytest.mark.parametrize(
    ("word", "key"), [("naarTsjechië", "czech-republic"), ("metNAVO", "nato"), ("GuineeBissau", "guinea-bissau")]
)
def test_names_that_lost_a_space_or_a_hyphen_are_found(word: str, key: str) -> None:
    assert [m.entry.key for h in hits(sentence_of(f"hulp/NOUN {word}/PROPN")) for m in h.matches] == [key]


def test_every_span_of_a_piece_reads_as_its_words() -> None:
    sentence = sentence_of(
        "de/DET Noorse/ADJ premier/NOUN en/CCONJ de/DET vissers/NOUN uit/ADP Bergen/PROPN klagen/VERB", start=7
    )
    text = " " * 7 + sentence.text
    for phrase in phrases_of(sentence):
        for a, b, _ in phrase.pieces:
            span = sentence.source_span(a, b)
            assert text[span.start : span.end] == sentence.words(a, b)


def test_full_names_of_the_gazetteer_give_first_names() -> None:
    assert "Charles" in first_names()
    assert {m.entry.kind for m in alike("charles michel")} == {"person"}
