import re
from itertools import pairwise

import pytest
from cast_examples import cited_document

from relaas.extract.cast import Cast
from relaas.extract.citations import find_sources
from relaas.extract.notes import marks
from relaas.extract.references import find, lexicon, page, plain_title
from relaas.ids import Namer
from relaas.model import Actor, Analysis, CitedSource, Document, Mention, Passage, Span

NOBODY = Cast((), (), (), {})


def sources_of(document: Document, cast: Cast = NOBODY) -> tuple[CitedSource, ...]:
    return find_sources(Analysis(document, ()), cast, Namer())


def only(text: str) -> CitedSource:
    (source,) = sources_of(cited_document(("answer", "a1", text)))
    return source


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        ("Zie Kamerstuk 30 111 IV, nr. 12 daarover.", "parliamentary-paper", "Kamerstuk 30 111 IV, nr. 12"),
        ("Zie Aanhangsel Handelingen, 2011–2012, nr. 88.", "parliamentary-paper", "Aanhangsel Handelingen, 2011–2012, nr. 88"),
        ("De motie van het lid Boom (Kamerstuk 30 111, nr. 7).", "motion", "motie van het lid Boom (Kamerstuk 30 111, nr. 7)"),
        ("De motie-Boom/Van der Wilg ligt er.", "motion", "motie-Boom/Van der Wilg"),
        ("In de Kamerbrief van 3 mei 2019 staat het.", "letter", "Kamerbrief van 3 mei 2019"),
        ("De Wet veiligheid op het water (Wvw) geldt.", "law", "Wet veiligheid op het water (Wvw)"),
        ("De Wet open oevers biedt ruimte.", "law", "Wet open oevers"),
        ("Volgens de Dijkenwet 1990 mag dat.", "law", "Dijkenwet 1990"),
        ("Het koninklijk besluit van 2 april 1998 regelt dit.", "law", "koninklijk besluit van 2 april 1998"),
        ("Verordening (EU) 2014/511 geldt.", "law", "Verordening (EU) 2014/511"),
        ("Artikel 3 van het Wetboek van Koophandel.", "law", "Wetboek van Koophandel"),
        ("Het Dijkverdrag is getekend.", "treaty", "Dijkverdrag"),
        ("Het Verdrag inzake de rechten van zeelieden geldt.", "treaty", "Verdrag inzake de rechten van zeelieden"),
        ("Het Europees Verdrag voor de Oevers van de Schelde geldt.", "treaty", "Europees Verdrag voor de Oevers van de Schelde"),
        ("Het arrest van de Hoge Raad van 3 mei 2011 volgde.", "judgment", "arrest van de Hoge Raad van 3 mei 2011"),
        ("De zaak ECLI:NL:HR:2011:BP1 is bekend.", "judgment", "ECLI:NL:HR:2011:BP1"),
        ("Het rapport van de Algemene Rekenkamer noemt het.", "report", "rapport van de Algemene Rekenkamer"),
        ("Bent u bekend met het bericht «Sluis dicht wegens storm»?", "article", "Sluis dicht wegens storm"),
        ("Zo staat het in de «Trendanalyse: sluizen».", "report", "Trendanalyse: sluizen"),
        ("In deWet veiligheid op het water (Wvw) staat het.", "law", "Wet veiligheid op het water (Wvw)"),
        ("Zie vraag nr. 4312 daarover.", "parliamentary-paper", "vraag nr. 4312"),
        ("Het jaarverslag 2016 van de Waterbond ligt er.", "report", "jaarverslag 2016 van de Waterbond"),
        ('De wet geldt ("wet Peeters").', "law", "wet Peeters"),
        ("De Grondwet geldt.", "law", "Grondwet"),
        ("De omzendbrief van 16 mei 2014 geldt.", "law", "omzendbrief van 16 mei 2014"),
        ("De motie-Boom (kamerstuk 30 111, nr. 7) ligt er.", "motion", "motie-Boom (kamerstuk 30 111, nr. 7)"),
        ("De omzendbrief 307sexies. Die geldt.", "law", "omzendbrief 307sexies"),
        ("De TEN-T-verordening geldt.", "law", "TEN-T-verordening"),
        ("De Dublin III-verordening geldt.", "law", "Dublin III-verordening"),
        ("De wet op de geneesmiddelen geldt.", "law", "wet op de geneesmiddelen"),
        ("Zie de mondelinge vraag van Veen van 3 mei 2015.", "parliamentary-paper", "mondelinge vraag van Veen van 3 mei 2015"),
        ("Het debat staat in CRIV 54 PLEN 101.", "parliamentary-paper", "CRIV 54 PLEN 101"),
        ("Het wetsvoorstel nr. 54/1111 ligt voor.", "law", "wetsvoorstel nr. 54/1111"),
        ("Het wetsvoorstel Veilige Dijken ligt voor.", "law", "wetsvoorstel Veilige Dijken"),
        ("De richtlijn Veilige Dijken geldt.", "law", "richtlijn Veilige Dijken"),
        ("De verordening (EG/611/2009) geldt.", "law", "verordening (EG/611/2009)"),
        ("De wet van februari 1991 geldt.", "law", "wet van februari 1991"),
        ("Het amendement-Boom ligt er.", "other", "amendement-Boom"),
        ("De raad schrijft in haar jaarverslag 2011 iets.", "report", "jaarverslag 2011"),
        ("Een studie van het onderzoeksinstituut Delta noemt het.", "report", "studie van het onderzoeksinstituut Delta"),
        ("In zijn advies van oktober 2011 staat het.", "report", "advies van oktober 2011"),
        ("Een onderzoek van De Tijd noemt het.", "article", "onderzoek van De Tijd"),
        ("In het protocol van Kyoto staat het.", "treaty", "protocol van Kyoto"),
        ("Het interprofessioneel akkoord 2007-2008 noemt het.", "other", "interprofessioneel akkoord 2007-2008"),
        ("In de Kamerbrief Veilige Dijken staat het.", "letter", "Kamerbrief Veilige Dijken"),
        ("Zie Aanhangsel Handelingen, 2011–2012, 88.", "parliamentary-paper", "Aanhangsel Handelingen, 2011–2012, 88"),
        ("De brief over de kaden (30 111-7) ligt er.", "letter", "brief over de kaden (30 111-7)"),
        ("Het federale regeerakkoord voorziet een sluis.", "other", "federale regeerakkoord"),
        ("Het masterplan Sluizen ligt er.", "other", "masterplan Sluizen"),
        ("De routekaart naar een veilige kust van de Raad ligt er.", "other", "routekaart naar een veilige kust"),
        ("Er is een nationaal actieplan tegen zwerfvuil op zee.", "other", "nationaal actieplan tegen zwerfvuil"),
        ("De mededeling COM(2015) 44 final ligt er.", "other", "COM(2015) 44 final"),
        ("Zie het antwoord op mijn vorige vraag van 3 mei 2015.", "parliamentary-paper", "vorige vraag van 3 mei 2015"),
        ("Dat staat erin.32011D01234", "parliamentary-paper", "2011D01234"),
        ("Zie DOC 54-1234.", "parliamentary-paper", "DOC 54-1234"),
        ('Kent u de uitzending "De sluis van Delfland"?', "broadcast", "De sluis van Delfland"),
    ],
)  # fmt: skip
def test_a_document_is_known_by_number_date_name_or_title(text: str, kind: str, title: str) -> None:
    source = only(text)
    assert (source.source_type, source.title) == (kind, title)
    assert source.cited_in == ("a1",)


@pytest.mark.parametrize(
    "text",
    [
        "Hij sprak van «een zware storm» en «Paniek».",
        "De wet zegt veel en het besluit is genomen.",
        "De motie is aangenomen en de brief verzonden.",
        "Het verbodsverdrag voor vuurwerk komt er niet.",
        "Het bericht dat «de sluis dicht is» klopt.",
        "In het artikel over het project «Sluis en dam» staat niets.",
        "De wet komt tot stand.",
        "Dat zegt Oevernieuws.nl daarover.",
        "ANTWOORD op vraag nr. 244 van 3 mei 2016.",
        "Zie vraag nr. 12 daarover.",
        "In de handreiking staat een prijs.",
        "Het Grondwettelijk Hof zegt niets.",
        "Het protocol «Transport over dijken» werkt.",
        "Dat staat in mijn brief aan uw Kamer.",
        "Het protocol van Defensie ligt klaar.",
        "Er komt een jaarverslag in 2012.",
        "Wij vragen advies van de raad.",
        "Het wetsvoorstel ligt voor.",
        "De mondelinge vraag van gisteren ligt voor.",
        "Zij spraken over een regeerakkoord en mijn vraag van gisteren.",
        "Er komt een masterplan voor de sluis en een actieplan tegen zwerfvuil.",
        "De som (30 111-7) klopt.",
    ],
)
def test_quotations_and_common_words_cite_nothing(text: str) -> None:
    assert sources_of(cited_document(("answer", "a1", text))) == ()


def test_a_title_and_its_footnote_are_one_document() -> None:
    document = cited_document(
        ("question", "q1", "Kent u het bericht «Sluis dicht wegens storm»[1]?"),
        ("footnote", "fn1/q1", "Omroep Delfland, 3 mei 2019, «Sluis dicht wegens storm», https://delfland.example/sluis-dicht"),
    )
    (source,) = sources_of(document)
    assert (source.publisher, source.url) == ("Omroep Delfland", "https://delfland.example/sluis-dicht")
    assert source.issued is not None
    assert source.issued.edtf == "2019-05-03"
    assert [document.source.quote(m.span) for m in source.mentions] == ["Sluis dicht wegens storm"] * 2
    assert source.cited_in == ("q1",)


def test_a_title_and_its_title_with_a_second_line_are_one_document() -> None:
    document = cited_document(
        ("answer", "a1", "De verkenning «Sluizen zijn het niet» ligt er. Zij komt terug."),
        ("footnote", "fn1/a1", "Waterbond, «Sluizen zijn het niet: verkenning van de kust», juni 2019."),
        ("footnote", "fn2/a1", "Waterbond, «Sluizen: verkenning van de kust», juni 2019."),
    )
    assert [len(s.mentions) for s in sources_of(document)] == [2, 1]


def test_a_number_in_brackets_is_that_of_the_paper_pointed_at() -> None:
    text = "Er is een actieplan inzake oevers. Dit {} werd in mei (COM(2015) 44) herzien."
    assert [len(sources_of(cited_document(("answer", "a1", text.format(n))))) for n in ("actieplan", "voorstel")] == [1, 2]


def test_a_newspaper_in_a_footnote_is_not_the_accord_at_its_mark() -> None:
    document = cited_document(
        ("question", "q1", "Kent u de kritiek op het coalitieakkoord?[1]"),
        ("footnote", "fn1/q1", "De Brugwachter, 3 mei 2019 (www.brugwachter.example/kritiek)"),
    )
    assert [s.source_type for s in sources_of(document)] == ["other", "article"]


def test_a_mark_joins_a_footnote_without_title_to_the_title_in_the_text() -> None:
    document = cited_document(
        ("question", "q1", "Kent u het bericht «Sluis dicht wegens storm»[1] en het artikel «Brug open»[2]?"),
        ("footnote", "fn1/q1", "www.delfland.example/a/1"),
        ("footnote", "fn2/q1", "De Brugwachter, 4 mei 2019"),
    )
    assert [(s.title, s.url, s.publisher) for s in sources_of(document)] == [
        ("Sluis dicht wegens storm", "www.delfland.example/a/1", None),
        ("Brug open", None, "De Brugwachter"),
    ]


def test_motions_of_the_same_members_are_told_apart_by_their_footnotes() -> None:
    document = cited_document(
        ("answer", "a1", "De motie van het lid Boom[1] is uitgevoerd."),
        ("answer", "a2", "De motie van het lid Boom[2] niet. De motie Boom (Kamerstuk 30 111, nr. 7) ook niet."),
        ("footnote", "fn1/a1", "Kamerstuk 30 111, nr. 5"),
        ("footnote", "fn2/a2", "Motie Boom, Kamerstuk 30 111, nr. 7"),
    )
    found = sources_of(document)
    assert [s.cited_in for s in found] == [("a1",), ("a2",)]
    assert [len(s.mentions) for s in found] == [2, 3]
    assert {s.source_type for s in found} == {"motion"}


def test_a_law_named_again_with_its_short_form_is_one_document() -> None:
    document = cited_document(
        ("answer", "a1", "De Wet op de oevers 1990 geldt. De Wet veiligheid schepen (Wvs) ook."),
        ("answer", "a2", "De Wet op de oevers regelt dit niet."),
    )
    assert [(s.title, s.cited_in) for s in sources_of(document)] == [
        ("Wet op de oevers 1990", ("a1", "a2")),
        ("Wet veiligheid schepen (Wvs)", ("a1",)),
    ]


def test_a_reference_under_the_title_stands_outside_every_part() -> None:
    document = cited_document(
        ("question", "q1", "Waarom?"), head="Zie ook Aanhangsel Handelingen, vergaderjaar\n2011–2012, nr. 88.\n"
    )
    (source,) = sources_of(document)
    assert source.title == "Aanhangsel Handelingen, vergaderjaar 2011–2012, nr. 88"
    assert document.source.quote(source.mentions[0].span).split() == source.mentions[0].text.split()
    assert source.cited_in == ()


def test_a_footnote_that_explains_cites_nothing() -> None:
    document = cited_document(
        ("answer", "a1", "De kosten[1] dalen."), ("footnote", "fn1/a1", "Met ‘kosten’ zijn de uitgaven van een jaar bedoeld.")
    )
    assert sources_of(document) == ()


def test_several_documents_in_one_footnote_are_several() -> None:
    document = cited_document(
        ("answer", "a1", "Dit is bekend.[1]"), ("footnote", "fn1/a1", "Kamerstuk 30 111, nr. 5; Kamerstuk 30 222, nr. 6")
    )
    assert [s.title for s in sources_of(document)] == ["Kamerstuk 30 111, nr. 5", "Kamerstuk 30 222, nr. 6"]


def test_semicolons_part_the_entries_of_a_footnote() -> None:
    notes = "De Brugwachter, 4 mei 2019, «Brug open»; Omroep Delfland, 3 mei 2019, «Sluis dicht»"
    document = cited_document(("answer", "a1", "Dit is bekend.[1]"), ("footnote", "fn1/a1", notes))
    assert [(s.title, s.publisher) for s in sources_of(document)] == [
        ("Brug open", "De Brugwachter"),
        ("Sluis dicht", "Omroep Delfland"),
    ]


def test_the_publisher_is_the_actor_of_that_name() -> None:
    actor = Actor("ac1-3", "media", "De Brugwachter", (Mention(Span(0, 14), "De Brugwachter"),))
    cast = Cast((actor,), (), (), {})
    document = cited_document(("answer", "a1", "Zie daar.[1]"), ("footnote", "fn1/a1", "De Brugwachter, 4 mei 2019, «Brug open»"))
    (source,) = sources_of(document, cast)
    assert source.attributed_to == "ac1-3"


def test_marks_are_found_in_the_gaps_they_left() -> None:
    document = cited_document(("question", "q1", "Kent u dit[1] en dat?[2]"))
    assert marks(document, document.part("q1")) == {1: 10, 2: 18}


def test_references_never_overlap() -> None:
    text = "De motie van het lid Boom (Kamerstuk 30 111, nr. 7) en Kamerstuk 30 222, nr. 6 en het bericht «Wet open oevers»."
    found = find(Passage(text, tuple(range(len(text)))), "a1")
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert [r.source_type for r in found] == ["motion", "parliamentary-paper", "law"]


def test_an_address_ends_where_a_new_item_or_sentence_lost_its_space() -> None:
    document = cited_document(("answer", "a1", "Zie www.delfland.nl;- www.schieland.nl en http://rijnland.nl/a/.Anders niet."))
    assert [s.url for s in sources_of(document)] == ["www.delfland.nl", "www.schieland.nl", "http://rijnland.nl/a/"]


def test_addresses_and_titles_are_compared_without_their_dress() -> None:
    assert page("https://www.Delfland.example/a/") == page("delfland.example/a")
    assert plain_title("Één dijk!") == plain_title("een dijk")


def test_a_document_named_by_its_kind_alone_counts_where_a_footnote_tells_which_one() -> None:
    document = cited_document(
        ("answer", "a1", "Zoals ik in mijn brief aan uw Kamer over de dijken schreef, is er geld.[1] Het kader is er ook."),
        ("answer", "a2", "In de menukaart[2] staat meer."),
        ("footnote", "fn1/a1", "Kamerstuk 30 111, nr. 5"),
        ("footnote", "fn2/a2", "www.delfland.example/a/1"),
    )
    found = sources_of(document)
    assert [(s.source_type, [m.text for m in s.mentions]) for s in found] == [
        ("letter", ["brief aan uw Kamer", "Kamerstuk 30 111, nr. 5"]),
        ("other", ["menukaart", "www.delfland.example/a/1"]),
    ]


@pytest.mark.parametrize("name", lexicon()["unnamed"])
def test_the_example_of_a_kind_needs_its_footnote(name: str) -> None:
    row = lexicon()["unnamed"][name]
    noted = cited_document(("answer", "a1", row["example"]), ("footnote", "fn1/a1", "www.delfland.example/a/1"))
    (source,) = sources_of(noted)
    assert source.source_type == row["type"]
    assert re.fullmatch(row["pattern"], source.mentions[0].text)
    assert sources_of(cited_document(("answer", "a1", row["example"].removesuffix("[1]")))) == ()


def test_the_examples_of_titles() -> None:
    assert [s.source_type for s in sources_of(cited_document(("answer", "a1", lexicon()["title-heads"]["example"])))] == [
        "report"
    ]
    assert sources_of(cited_document(("answer", "a1", lexicon()["no-titles"]["example"]))) == ()


def test_this_protocol_is_not_what_a_footnote_names_but_a_report_before_it_is() -> None:
    document = cited_document(
        ("answer", "a1", "In het halfjaarbericht sluizen 2012 staat meer over dit protocol.[1]"),
        ("footnote", "fn1/a1", "Kamerstuk 30 111, nr. 5"),
    )
    (source,) = sources_of(document)
    assert [m.text for m in source.mentions] == ["halfjaarbericht sluizen 2012", "Kamerstuk 30 111, nr. 5"]


def test_that_motion_is_the_one_named() -> None:
    document = cited_document(
        ("question", "q1", "Kent u de motie van het lid Boom? Wat doet u met die motie?[1]"),
        ("footnote", "fn1/q1", "Kamerstuk 30 111, nr. 5"),
    )
    (source,) = sources_of(document)
    assert [m.text for m in source.mentions] == ["motie van het lid Boom", "die motie", "Kamerstuk 30 111, nr. 5"]


def test_a_law_with_words_of_the_sentence_after_its_name_is_the_same_law() -> None:
    document = cited_document(
        ("answer", "a1", "De Wet oevers en kaden geldt. De Wet oevers en kaden ruimschoots geldt. De Wet oevers en sluizen ook."),
    )
    assert [len(s.mentions) for s in sources_of(document)] == [2, 1]


def test_a_bill_and_its_law_are_one_document() -> None:
    document = cited_document(("answer", "a1", "Het wetsvoorstel «Veiligheid schepen» ligt er. De Wet veiligheid schepen geldt."))
    assert [len(s.mentions) for s in sources_of(document)] == [2]


def test_papers_of_one_month_one_of_them_without_its_day() -> None:
    document = cited_document(
        (
            "answer",
            "a1",
            "De resolutie van mei 2013 zegt het. De resolutie van 20 mei 2013 ook. De resolutie van 3 juni 2013 niet.",
        ),
    )
    assert [len(s.mentions) for s in sources_of(document)] == [2, 1]


def test_a_law_of_a_year_is_the_law_of_a_day_in_that_year_and_a_year_in_its_name_is_no_other_law() -> None:
    document = cited_document(
        (
            "answer",
            "a1",
            "De wet van 7 april 2005 en het decreet van 3 mei 2005. De wet van 2005 geldt. De wet van 9 mei 2005 ook.",
        ),
        ("answer", "a2", "De Dijkenwet 1990 geldt. De Dijkenwet ook."),
    )
    assert [len(s.mentions) for s in sources_of(document)] == [2, 1, 1, 2]


def test_a_report_by_the_short_name_of_its_publisher_and_its_title() -> None:
    document = cited_document(
        ("question", "q1", "Kent u het Delta-rapport? En het rapport van de Waterbond «Dijken in kaart»?"),
        ("footnote", "fn1/q1", "Delta Instituut, 3 mei 2019, «Stand van de dijken»"),
    )
    assert [[m.text for m in s.mentions] for s in sources_of(document)] == [
        ["Delta-rapport", "Stand van de dijken"],
        ["rapport van de Waterbond", "Dijken in kaart"],
    ]


def test_a_newspaper_behind_a_title_is_where_it_stood() -> None:
    document = cited_document(
        ("question", "q1", "Kent u het artikel «Sluis dicht wegens storm» in De Tijd van 3 mei 2019? En Le Soir van 4 mei 2019?"),
    )
    assert [[m.text for m in s.mentions] for s in sources_of(document)] == [
        ["Sluis dicht wegens storm", "De Tijd van 3 mei 2019"],
        ["Le Soir van 4 mei 2019"],
    ]


def test_a_footnote_with_a_title_without_quotation_marks() -> None:
    note = (
        "De Brugwachter, 4 mei 2019, Brug open en «sluis» dicht (brugwachter.example/a); Omroep Delfland, z.d. (delfland.nl/b/2)"
    )
    document = cited_document(("answer", "a1", "Dit is bekend.[1]"), ("footnote", "fn1/a1", note))
    assert next((s.title, s.url) for s in sources_of(document)) == ("Brug open en «sluis» dicht", None)


def test_the_title_of_a_page_stands_before_a_stroke_and_a_site_alone_is_no_document() -> None:
    document = cited_document(
        ("answer", "a1", "In het rapport «Dijken in kaart»[1] staat het. Dat ook.[2]"),
        ("footnote", "fn1/a1", "Dijken in kaart | Rapport | Delfland.nl"),
        ("footnote", "fn2/a1", "Kamerbrief over sluizen | Kamerstuk | Delfland.nl"),
    )
    found = sources_of(document)
    assert [(s.source_type, s.title, len(s.mentions)) for s in found] == [
        ("report", "Dijken in kaart", 2),
        ("letter", "Kamerbrief over sluizen", 1),
    ]


def test_a_page_says_more_than_its_site_and_a_title_may_hold_a_semicolon() -> None:
    document = cited_document(
        ("answer", "a1", "Dit is bekend.[1] Dat ook.[2]"),
        ("footnote", "fn1/a1", "Delfland.nl, z.d. (https://open.delfland.nl/b/2)"),
        ("footnote", "fn2/a1", "De Brugwachter, 4 mei 2019, «Brug open; sluis dicht»"),
    )
    assert [(s.title, s.url) for s in sources_of(document)] == [
        (None, "https://open.delfland.nl/b/2"),
        ("Brug open; sluis dicht", None),
    ]


def test_a_ruling_goes_by_several_names_and_a_case_by_a_nickname() -> None:
    document = cited_document(
        (
            "answer",
            "a1",
            "Het arrest van de Hoge Raad en de uitspraak van de Hoge Raad. De zaak C-91/13 (het «arrest Dijk») niet.",
        ),
    )
    assert [len(s.mentions) for s in sources_of(document)] == [2, 2]


def test_a_bill_with_and_without_the_small_words_of_its_name_is_one_document() -> None:
    text = "Het wetsvoorstel Regie op de Sluizen ligt voor. Het Wetsvoorstel Regie Sluizen en het wetsvoorstel Dijken Nu gelden."
    assert len(sources_of(cited_document(("answer", "a1", text)))) == 2


def test_the_number_of_an_oral_question_in_a_title_is_its_own() -> None:
    assert sources_of(cited_document(("title", "title", "Sluizen langs de kust (MV 12345)"))) == ()
    assert only("Zie MV 12345 daarover.").source_type == "parliamentary-paper"
