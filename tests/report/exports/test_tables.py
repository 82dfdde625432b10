"""Tables for spreadsheets: what is read is what was written, and no cell is computed."""

from __future__ import annotations

import csv
import errno
import gc
import io
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.errors import InputError
from claims.report.exports import commas, sheets
from claims.report.exports.columns import TABLES
from claims.report.exports.formats import DATA_FORMATS
from tests.report.examples import case
from tests.report.golden import golden
from tests.report.hostile import PAYLOADS, with_text
from tests.report.of_content import OfContent

NASTY = st.sampled_from(
    [
        *("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "'=1", "''=1", "'", "＝1", ""),
        *("NA", "007", "null", "1e5", "TRUE", " a ", '"a";b,c', "http://e.org"),
        *("a\r\nb\rc\nd", "\u2028x\u2029", "\u202eabc\u202c", "_x000D_", "_x005F_"),
        *("x" * 70_000, '=HYPERLINK("http://e.org")'),
    ]
)
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufffe\uffff"))
CELLS = NASTY | TEXT


@given(st.lists(st.fixed_dictionaries({"a": CELLS, "b": CELLS}), max_size=4))
@settings(deadline=None)
def test_what_is_read_from_csv_is_what_was_written(rows: list[dict[str, str]]) -> None:
    """Whatever the cells hold, and however they begin."""
    stream = io.BytesIO()
    commas.write_rows(("a", "b"), rows, stream)

    assert list(commas.read(io.BytesIO(stream.getvalue()))) == rows


@pytest.mark.parametrize("between", [",", ";", "\t"])
@given(rows=st.lists(st.fixed_dictionaries({"key": CELLS, "my_reason": CELLS}), max_size=4))
@settings(deadline=None)
def test_csv_is_read_as_a_spreadsheet_program_saved_it(
    between: str, rows: list[dict[str, str]]
) -> None:
    """Where a comma is in numbers, semicolons or tabs stand between cells, and quotes only where they must."""
    stream = io.StringIO(newline="")
    sheet = csv.DictWriter(stream, ("key", "my_reason"), delimiter=between)
    sheet.writeheader()
    sheet.writerows({name: commas.harmless(cell) for name, cell in row.items()} for row in rows)

    assert list(commas.read(io.BytesIO(stream.getvalue().encode("utf-8-sig")))) == rows


@given(CELLS)
@settings(deadline=None)
def test_no_cell_of_csv_begins_like_a_formula(cell: str) -> None:
    """Programs that compute what they open find nothing to compute."""
    assert not commas.harmless(cell).startswith(tuple("=+-@\t\r\n＝＋－＠"))


@pytest.mark.parametrize("buffered", [1, 1 << 16])
@pytest.mark.parametrize("room", [0, 500, 5_000])
def test_a_workbook_on_a_full_disk_is_refused_once(room: int, buffered: int) -> None:
    """And nothing is said of it afterwards, when what was left of it is let go."""

    class Small(io.BytesIO):
        def write(self, data: object) -> int:
            if self.tell() + memoryview(data).nbytes > room:  # type: ignore[arg-type]
                raise OSError(errno.ENOSPC, "No space left on device")
            return super().write(data)  # type: ignore[arg-type]

    stream = io.BufferedWriter(Small(), buffered)
    with pytest.raises(OSError, match="No space left"):
        sheets.write(OfContent(case()), stream)
    stream.raw.close()
    gc.collect()


@given(st.lists(CELLS, min_size=2, max_size=2))
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_read_from_a_workbook_is_what_was_written(names: list[str]) -> None:
    """No character is changed and nothing is cut, 32,767 characters or not."""
    content = case()
    documents = tuple(
        replace(each, name=name, address=name)
        for each, name in zip(content.documents, names, strict=True)
    )
    stream = io.BytesIO()
    sheets.write(OfContent(replace(content, documents=documents)), stream)
    rows = list(sheets.read(io.BytesIO(stream.getvalue()), "documents"))

    assert [row["name"] for row in rows] == names
    assert [row["address"] for row in rows] == names


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_workbook_holds_no_formula_and_no_link(payload: str) -> None:
    """Hostile text in every field is text."""
    stream = io.BytesIO()
    sheets.write(OfContent(with_text(payload.replace("\x00", "").replace("\ufffe", ""))), stream)
    book = openpyxl.load_workbook(io.BytesIO(stream.getvalue()))

    for sheet in book:
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_every_column_and_a_name_of_its_own(table: str) -> None:
    """Ids are stable: the same content gives the same rows."""
    rows = list(TABLES[table].rows(OfContent(case())))
    names = [row[TABLES[table].key] for row in rows]

    assert rows
    assert all(set(row) == set(TABLES[table].columns) for row in rows)
    assert len(names) == len(set(names))
    assert rows == list(TABLES[table].rows(OfContent(case())))


def test_quotes_of_a_table_are_the_text_at_their_place() -> None:
    """``text[start:end]``, in code points."""
    content = case()
    texts = {document.id: document.text for document in content.documents}

    for row in TABLES["claims"].rows(OfContent(content)):
        text = texts[str(row["document"])]
        assert text[int(row["start"]) : int(row["end"])] == row["quote"]


def test_the_same_content_gives_the_same_workbook() -> None:
    """No clock of the machine is in it."""
    made = []
    for _ in range(2):
        stream = io.BytesIO()
        sheets.write(OfContent(case()), stream)
        made.append(stream.getvalue())

    assert made[0] == made[1]


def test_what_is_no_workbook_is_said() -> None:
    """With what to do."""
    with pytest.raises(InputError, match="no workbook"):
        list(sheets.read(io.BytesIO(b"key,version"), "pairs"))


def test_what_is_no_table_is_said() -> None:
    """With what to do."""
    with pytest.raises(InputError, match="no table"):
        list(commas.read(io.BytesIO(b"\xff\xfe\x00k")))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_sheets_of_a_workbook_are_those_that_were_looked_at_last(language: str) -> None:
    """Row by row, as they stand in the file."""
    stream = io.BytesIO()
    DATA_FORMATS["xlsx"][1](OfContent(case()), stream, language)

    with zipfile.ZipFile(stream) as book:
        parts = sorted(name for name in book.namelist() if name.startswith("xl/worksheets/"))
        made = b"\n".join(b"<!-- %s -->\n" % name.encode() + book.read(name) for name in parts)
    assert made == golden(f"xlsx_{language}.xlsx.xml", made)
