"""Every medium gives the same words; every bad file gives one line that says what to do."""

import io
import json
import os
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from reportlab.pdfgen import canvas

from relaas.errors import InputError, UsageError
from relaas.ingest import doubt, expand, left_out, read, read_bytes, read_metadata
from relaas.ingest.worker import extract_apart

TEXT = "1. Hoe beoordeelt de minister de sluiting van de brug bij Doel?\n"


def pdf(*lines: str, password: str | None = None) -> bytes:
    out = io.BytesIO()
    page = canvas.Canvas(out, encrypt=password)
    for i, line in enumerate(lines):
        page.drawString(50, 800 - 20 * i, line)
    page.showPage()
    page.save()
    return out.getvalue()


def word() -> bytes:
    document = docx.Document()
    document.add_paragraph("Vraag over de brug")
    document.add_paragraph("Wanneer opent de brug?", style="List Number")
    document.add_paragraph("Wat kost de brug?", style="List Number")
    document.add_table(1, 1).rows[0].cells[0].text = "jaar 2023"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def archive(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Oekraïne meldt “schade”".encode(), "utf-8"),
        (b"\xef\xbb\xbf" + "Oekraïne meldt “schade”".encode(), "utf-8"),
        ("Oekraïne meldt “schade”".encode("cp1252"), "windows-1252"),
        ("Oekraïne meldt “schade”".encode("utf-16"), "utf-16-le"),
        ("Oekraïne meldt “schade”".encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_encodings_give_the_same_text(data: bytes, encoding: str) -> None:
    source = read_bytes(data, name="x")
    assert source.text == "Oekraïne meldt “schade”"
    assert source.encoding == encoding


def test_line_ends_stay_as_they_are() -> None:
    assert read_bytes(b"een twee\r\ndrie\rvier", name="x").text == "een twee\r\ndrie\rvier"


def test_pdf_keeps_lines_and_pages() -> None:
    assert (
        read_bytes(pdf("De minister zegt toe", "de brug te openen."), name="x").text == "De minister zegt toe\nde brug te openen."
    )


def test_pdf_parts_paragraphs_and_headings() -> None:
    out = io.BytesIO()
    page = canvas.Canvas(out)
    spots = (
        (800, 18, "De brug bij"),
        (779, 18, "Doel"),
        (758, 10, "De brug ging"),
        (746, 10, "open."),
        (728, 10, "Zij sluit nu."),
    )
    for height, size, words in spots:
        page.setFont("Times-Roman", size)
        page.drawString(50, height, words)
    page.save()
    assert read_bytes(out.getvalue(), name="x").text == "De brug bij\nDoel\n\nDe brug ging\nopen.\n\nZij sluit nu."


def test_word_counts_its_lists_and_keeps_tables() -> None:
    assert read_bytes(word(), name="x").text == "Vraag over de brug\n1. Wanneer opent de brug?\n2. Wat kost de brug?\njaar 2023"


def test_word_parts_paragraphs() -> None:
    document = docx.Document()
    for words in ("De brug bij Doel", "De brug ging open.", "", "Zij sluit nu."):
        document.add_paragraph(words)
    out = io.BytesIO()
    document.save(out)
    assert read_bytes(out.getvalue(), name="x").text == "De brug bij Doel\n\nDe brug ging open.\n\nZij sluit nu."


def test_html_gives_blocks_as_lines() -> None:
    head = b"<!DOCTYPE html><html><head><title>weg</title></head>"
    page = (
        head + b"<body><h1>De &eacute;ne <b>brug</b></h1><ol start=3><li>Wanneer?</li></ol><script>weg()</script></body></html>"
    )
    assert read_bytes(page, name="x").text == "De éne brug\n\n3. Wanneer?"


def test_deep_html_loses_nothing() -> None:
    page = b"<html><body>" + b"<div>" * 3000 + b"diep woord" + b"</div>" * 3000 + b"</body></html>"
    assert read_bytes(page, name="x").text == "diep woord"


BAD = {
    "leeg.txt": (b"", "is empty"),
    "wit.txt": (b" \n\t\r\n", "is empty"),
    "cijfers.txt": (b"1. 2. 3. ab", "no word of three letters"),
    "nul.txt": (b"een tekst met\0een nul", "NUL"),
    "binair.txt": (bytes(range(1, 32)) * 40 + b"tekst", "binary"),
    "regel\neinde.txt": (b"", "is empty"),
    "ruis.txt": (b"\x81\x8d\x8f\x90\x9d\xff" * 30, "binary"),
    "half.txt": ("\ufeffeen tekst".encode("utf-16-le")[:-1], "breaks off"),
    "groot.txt": (b"woord " * 17_000_000, "too large (102 MB"),
    "eigenlijk-pdf.txt": (pdf("Een zin met woorden"), "a PDF by its content"),
    "eigenlijk-html.txt": (b"<!DOCTYPE html><html><body><p>De brug is open.</p></body></html>", "is HTML by its content"),
    "opmaak.txt": (rb"{\rtf1\ansi De brug is open.\par}", "is RTF, which"),
    "gegevens.txt": (b"<?xml version='1.0'?><vraag>Wanneer opent de brug?</vraag>", "is XML, which"),
    "tekens.txt": (b"De brug\n" * 3 + b"is\x08 nu\x08 open.", "2 control characters, the first (U+0008) on line 4"),
    "eigenlijk-tekst.pdf": (TEXT.encode(), "plain text by its content"),
    "stuk.pdf": (pdf("Een zin met woorden")[:300], "damaged PDF"),
    "slot.pdf": (pdf("Een zin met woorden", password="geheim"), "encrypted"),
    "beeld.pdf": (pdf(), "images and no text"),
    "bom.docx": (archive({"word/document.xml": b"<w/>" + b" " * 150_000_000}), "zip bomb"),
    "entiteiten.docx": (archive({"word/document.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "document type"),
    "anders.docx": (archive({"a.txt": b"tekst"}), "no Word document"),
    "stuk.docx": (word()[:2000], "damaged"),
    "oud.docx": (b"\xd0\xcf\x11\xe0" + b"x" * 100, "old (.doc)"),
    "entiteiten.html": (b'<!DOCTYPE html [<!ENTITY a "lach">]><html><body>&a; woord</body></html>', "declares entities"),
    "tabel.xlsx": (b"tekst", ".xlsx"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_bad_files_get_one_line(tmp_path: Path, name: str) -> None:
    data, reason = BAD[name]
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError) as caught:
        read(tmp_path / name)
    message = str(caught.value)
    assert reason in message
    assert message.startswith(name.replace("\n", "\ufffd") + ": ")
    assert "; " in message
    assert "\n" not in message
    assert str(tmp_path) not in message


def test_missing_and_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        read(tmp_path / "weg.txt")
    (tmp_path / "map.txt").mkdir()
    with pytest.raises(InputError, match="is a folder"):
        read(tmp_path / "map.txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "dicht.txt"
    path.write_text(TEXT)
    path.chmod(0)
    with pytest.raises(InputError, match="may not be read"):
        read(path)


def test_a_worker_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(InputError, match="within"):
        extract_apart("pdf", pdf("Een zin"), "traag.pdf", seconds=0.01)


def test_expand_sorts_and_leaves_metadata_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "a.metadata.json", ".verborgen.txt", "c.xlsx"):
        (tmp_path / name).write_text(TEXT)
    inputs = expand([str(tmp_path), str(tmp_path / "*.txt"), "-"])
    assert [(i.stem, i.metadata is not None) for i in inputs] == [("a", True), ("b", False), ("stdin", False)]


def test_expand_marks_two_of_one_stem(tmp_path: Path) -> None:
    for name in ("a.txt", "a.md", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    inputs = expand([str(tmp_path)])
    assert [(i.label, i.clashes) for i in inputs] == [("a.md", ("a.txt",)), ("a.txt", ("a.md",)), ("b.txt", ())]


def test_expand_refuses_nothing_but_two_of_one_stem(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.md").write_text(TEXT)
    with pytest.raises(UsageError, match="'a'"):
        expand([str(tmp_path)])
    (tmp_path / "leeg").mkdir()
    with pytest.raises(UsageError, match="nothing to read"):
        expand([str(tmp_path / "leeg")])


def test_metadata(tmp_path: Path) -> None:
    path = tmp_path / "a.metadata.json"
    path.write_text(
        json.dumps(
            {
                "vraagsteller": {"voornaam": "An", "naam": "Peeters"},
                "datum": "2024-03-31",
                "thema": ["Water", "Bruggen"],
                "minister": "",
                "kleur": "rood",
            }
        )
    )
    metadata, unknown = read_metadata(path)
    assert (metadata.asker, metadata.submitted, metadata.themes, metadata.minister) == (
        "An Peeters",
        date(2024, 3, 31),
        ("Water", "Bruggen"),
        None,
    )
    assert "kleur" in unknown[0].message


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("[1]", "no JSON object"),
        ("{", "is no JSON"),
        ('{"datum": "31 maart"}', "no date"),
        ('{"minister": [1]}', "no text"),
        ('{"parlement": "Kongres"}', "unknown parlement"),
    ],
)
def test_bad_metadata(tmp_path: Path, content: str, reason: str) -> None:
    (tmp_path / "a.metadata.json").write_text(content)
    with pytest.raises(InputError, match=reason):
        read_metadata(tmp_path / "a.metadata.json")


def test_xhtml_is_html() -> None:
    page = b"<?xml version='1.0' encoding='utf-8'?>\n<html><body><p>De brug is open.</p></body></html>"
    assert read_bytes(page, name="x").text == "De brug is open."


@pytest.mark.parametrize("text", ["BelgiÃ« en Curaçao", "De brug â€“ de oude", "De br\ufffdg"])
def test_broken_letters_are_reported(text: str) -> None:
    (found,) = doubt(text)
    assert found.level == "warning"
    assert found.span is not None
    assert not text[found.span.start : found.span.end].isascii()


@pytest.mark.parametrize("text", ["België en Curaçao", "São Paulo, SÃO PAULO", "De brug – de “oude”", "â, Ä, Å"])
def test_letters_that_are_rare_are_not_broken(text: str) -> None:
    assert doubt(text) == ()


def test_a_link_to_nothing_is_read_and_refused(tmp_path: Path) -> None:
    (tmp_path / "brug.txt").symlink_to("weg.txt")
    (found,) = expand([str(tmp_path)])
    with pytest.raises(InputError, match=r"brug\.txt: is a link to a file that is not there; "):
        read(found.path or tmp_path)


def test_what_is_not_read_is_named(tmp_path: Path) -> None:
    for name in ("a.txt", "a.metadata.json", "b.metadata.json", "c.odt", "d.odt", "e", ".f.odt", "g.nq", "report.json"):
        (tmp_path / name).write_text("woord", encoding="utf-8")
    orphan, kinds = left_out([str(tmp_path), "weg"])
    assert orphan == "b.metadata.json: there is no document of this name beside it"
    assert kinds.startswith("not read, for they are of other kinds: 1 (no ending), 2 .odt; ")
    assert left_out([str(tmp_path / "a.txt")]) == ()


def test_two_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    for folder in ("een", "twee"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "brug.txt").write_text("woord", encoding="utf-8")
    (tmp_path / "sluis.txt").write_text("woord", encoding="utf-8")
    assert [item.clashes for item in expand([str(tmp_path)])] == [("twee/brug.txt",), ("een/brug.txt",), ()]


def test_names_of_any_length_and_letters(tmp_path: Path) -> None:
    long = tmp_path / ("l" * 251 + ".txt")
    long.write_text("woord", encoding="utf-8")
    assert [item.metadata for item in expand([str(tmp_path)])] == [None]
    with pytest.raises(InputError, match="File name too long"):
        read(expand(["De brug is open. " * 20])[0].path or tmp_path)
