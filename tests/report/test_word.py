"""The report as a Word document: read back by the library that reads them."""

from __future__ import annotations

import io
import itertools
import zipfile

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from claims.model import Slot
from claims.report.build import build
from claims.report.content import ReportContent
from claims.report.runs import visible
from claims.report.value import Mark, Row, Table, Words
from claims.report.widths import shares
from claims.report.wording import wording

from .examples import case
from .golden import golden
from .hostile import PAYLOADS, with_text
from .test_build import blocks
from .written import word as render


def style(lines: Paragraph) -> str:
    """The name of a paragraph's style."""
    return str(lines.style.name) if lines.style is not None else ""


def xml(data: bytes) -> bytes:
    """The words of the document and how they are set."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/document.xml")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_is_text(payload: str) -> None:
    """It opens, adds no paragraph, table or link, and shows what it is."""
    plain = Document(io.BytesIO(render(build(with_text("plain")))))
    hostile = Document(io.BytesIO(render(build(with_text(payload)))))

    assert len(hostile.paragraphs) == len(plain.paragraphs)
    assert len(hostile.tables) == len(plain.tables)
    assert len(hostile.part.rels) == len(plain.part.rels)
    quotes = [each.text for each in hostile.paragraphs if style(each) == "Quote"]
    assert all(each.startswith(visible(payload)) for each in quotes)


def test_a_report_in_arabic_runs_from_the_right_throughout() -> None:
    """Paragraphs, tables and the page; only quotes of the other language run from the left."""
    docx = Document(io.BytesIO(render(build(case(), "ar"))))

    left = [
        each for each in docx.paragraphs if each.text and each._p.find(f".//{qn('w:bidi')}") is None
    ]
    assert {style(each) for each in left} == {"Quote"}
    assert all("a strike hit a depot" in each.text for each in left)
    assert all(table._tblPr.find(qn("w:bidiVisual")) is not None for table in docx.tables)
    assert docx.sections[0]._sectPr.find(qn("w:bidi")) is not None


def test_a_report_in_english_runs_from_the_left() -> None:
    """Only Arabic quotes do not."""
    docx = Document(io.BytesIO(render(build(case(), "en"))))

    right = [each for each in docx.paragraphs if each._p.find(f".//{qn('w:bidi')}") is not None]
    assert {style(each) for each in right} == {"Quote"}
    assert all(run.font.rtl for each in right for run in each.runs)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_figure_behind_a_name_of_the_other_direction_stays_outside(language: str) -> None:
    """Word and LibreOffice go by marks: after the name, one of the report's own direction stands before anything else."""
    docx = Document(io.BytesIO(render(build(case(), language))))
    inner, outer = {"en": ("\u200f", "\u200e"), "ar": ("\u200e", "\u200f")}[language]
    texts = [run.text for each in docx.paragraphs for run in each.runs if run.text[:1] == inner]

    assert texts
    assert all(text.endswith(inner + outer) for text in texts)


def test_quotes_equal_the_text_of_the_document() -> None:
    """The shaded words are ``text[start:end]``, between what stands around them."""
    content = case()
    docx = Document(io.BytesIO(render(build(content))))
    quotes = [each for each in docx.paragraphs if style(each) == "Quote"]
    shaded = ["".join(run.text for run in each.runs if run.bold) for each in quotes]

    assert set(shaded) == {claim.quote for claim in content.claims}
    texts = [of.text.replace("\r\n", "\n") for of in content.documents]
    assert all(any(each.text in text for text in texts) for each in quotes)


def test_who_says_a_quote_stands_one_level_below_its_section() -> None:
    """An incident of one source, deeper down, holds its quotes as one of several sources does."""
    docx = Document(io.BytesIO(render(build(case(), "en"))))
    named = [(style(each), each.text) for each in docx.paragraphs if style(each)[:7] == "Heading"]
    place = next(number for number, (_, text) in enumerate(named) if text[:10] == "incident 2")

    assert [level for level, _ in named[place : place + 2]] == ["Heading 3", "Heading 4"]


def test_labels_take_less_room_than_what_they_say() -> None:
    """In the cells, as Word reads them, and in the columns, as LibreOffice does."""
    facts = Document(io.BytesIO(render(build(case())))).tables[0]
    columns = [column.width for column in facts.columns]

    assert columns == [cell.width for cell in facts.rows[0].cells]
    assert columns[0] * 2 < columns[1]


def test_headings_and_tables_are_real() -> None:
    """A reader who cannot see the page finds the way by them."""
    docx = Document(io.BytesIO(render(build(case()))))
    levels = [int(style(each)[-1]) for each in docx.paragraphs if style(each)[:7] == "Heading"]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    headed = [
        table
        for table in docx.tables
        if table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None
    ]
    assert len(headed) == len([each for each in docx.paragraphs if style(each) == "Caption"])


def test_every_page_has_its_number_and_the_name_of_the_report() -> None:
    """A printed page that lies about by itself says what it belongs to."""
    content = case()
    foot = Document(io.BytesIO(render(build(content)))).sections[0].footer.paragraphs[0]
    fields = [each.get(qn("w:instr")) for each in foot._p.iter(qn("w:fldSimple"))]

    assert content.title in foot.text
    assert fields == ["PAGE", "NUMPAGES"]


def test_what_is_put_on_the_disk_while_writing_stands_in_the_document(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A long report is written part by part; the document is the same."""
    whole = render(build(case()))
    monkeypatch.setattr("claims.report.word.body._HELD", 1)

    assert render(build(case())) == whole


def test_every_link_arrives_at_a_bookmark() -> None:
    """Links stay inside the file."""
    docx = Document(io.BytesIO(render(build(case()))))
    body = docx.element.body
    names = [each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))]
    links = {each.get(qn("w:anchor")) for each in body.iter(qn("w:hyperlink"))}

    assert links
    assert len(names) == len(set(names))
    assert links <= set(names)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_same_content_gives_the_same_bytes(language: str) -> None:
    """No clock, no random order; the document is the one that was looked at last."""
    made = render(build(case(), language))

    assert made == render(build(case(), language))
    assert xml(made) == golden(f"report_{language}.docx.xml", xml(made))


def test_a_long_table_of_seven_columns_lies_on_its_side(seeds: ReportContent) -> None:
    """And with it the heading above it; what follows stands again."""
    docx = Document(io.BytesIO(render(build(seeds, "en"))))
    turned = [each.orientation is WD_ORIENT.LANDSCAPE for each in docx.sections]

    assert turned == [False, True, False, True]
    assert all(
        (each.page_width > each.page_height) is side
        for each, side in zip(docx.sections, turned, strict=True)
        if each.page_width is not None and each.page_height is not None
    )


def test_every_column_has_room_for_its_longest_word(seeds: ReportContent) -> None:
    """Of every table that is no wider than its page in letters."""
    letter = Cm(0.2)
    tables = (block for block in blocks(build(seeds, "en")) if isinstance(block, Table))
    for table in tables:
        room = Cm(17.4) / letter
        words = [max(map(len, name.split())) for name in table.columns]
        if sum(words) + 3 * len(words) < room:
            assert all(
                share * room > longest
                for share, longest in zip(shares(table, room), words, strict=True)
            ), table.caption


def test_a_short_broad_table_stands_with_its_rows_side_by_side() -> None:
    """Source by slot: a column for each source and a line for each slot, wide enough for its words."""
    content = case()
    docx = Document(io.BytesIO(render(build(content, "en"))))
    asked = wording("en").text("speaker")
    sheets = [each for each in docx.tables if each.cell(0, 0).text == asked]

    assert len(sheets) == len(content.incidents)
    slots = {wording("en").word("slot", slot) for slot in Slot}
    assert all(slots < {row.cells[0].text for row in each.rows} for each in sheets)
    assert all(len(each.columns) <= 4 for each in docx.tables if each.cell(0, 0).text == asked)


def test_all_cells_of_a_column_are_as_wide_as_it() -> None:
    """Word goes by the cells, LibreOffice by the columns."""
    docx = Document(io.BytesIO(render(build(case()))))
    for table in docx.tables:
        columns = [column.width for column in table.columns]
        assert all([cell.width for cell in row.cells] == columns for row in table.rows)


def test_a_heading_is_not_left_alone_with_an_id_at_the_foot_of_a_page() -> None:
    """The first facts below it stand together, and the head of a table stands with its first row."""
    docx = Document(io.BytesIO(render(build(case()))))
    for table in docx.tables:
        kept = [
            bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in table.rows
        ]
        if len(table.rows) > 1:
            assert kept[0]
            assert not kept[-1]


def test_a_word_in_heavy_letters_is_not_parted() -> None:
    """A mark is wider than the letters that it is counted in: «تعارض» lost its last one to the next line."""
    row = Row(((Mark("conflict", "≠", "contradictory"),), (Words("because " * 60),)))
    label, _ = shares(Table("States", ("State", "Reasons"), (row,)), 60)

    assert label * 60 >= 1.3 * len("contradictory") + 3


def test_what_has_more_to_say_has_more_room() -> None:
    """A column of long reasons is wider than one of statements, and long words still fit."""
    words = ["Refuted", "A short statement of one side", "because " * 60]
    row = Row(tuple((Words(each),) for each in words))
    said = Table("Verdicts", ("Label", "Statement", "Reasons"), (row,))
    label, statement, reasons = shares(said, 100)

    assert reasons > 1.5 * statement
    assert label * 100 >= len("Statement")
    assert sum((label, statement, reasons)) == pytest.approx(1)
