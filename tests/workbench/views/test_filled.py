"""A table that was filled in comes back over the settings screen."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from claims.model import Relation
from claims.services import Case
from tests.workbench.conftest import Screen
from workbench import wording

SHOW = {"en": "Show what would change", "ar": "اعرض ما سيتغير"}
RECORD = {"en": "Record these changes", "ar": "سجّل هذه التغييرات"}


def _filled(case: Case, folder: Path, relation: str) -> bytes:
    """The exported table of pairs, its first row filled in."""
    found = case.exports.write("pairs.csv", folder / "pairs.csv")
    rows = list(csv.DictReader(io.StringIO(found.path.read_text("utf-8-sig"))))
    rows[0] |= {"my_relation": relation, "my_reason": "seen on film"}
    stream = io.StringIO()
    table = csv.DictWriter(stream, rows[0])
    table.writeheader()
    table.writerows(rows)
    return stream.getvalue().encode("utf-8-sig")


def _press(running: AppTest, label: str) -> AppTest:
    return next(one for one in running.button if one.label == label).click().run()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_a_table_changes_is_shown_first_and_recorded_when_confirmed(
    case: Case, screen: Screen, tmp_path: Path, language: wording.Language
) -> None:
    """Nothing is stored before; afterwards it stands under the reviewer's name."""
    table = _filled(case, tmp_path, "agree")
    running = screen("settings", language)
    running.file_uploader(key="filled").upload("pairs.csv", table, "text/csv")
    _press(running, SHOW[language])
    assert not running.exception
    assert case.review.decisions() == ()

    _press(running, RECORD[language])

    assert not running.exception
    assert running.success
    (found,) = case.review.decisions()
    assert found.mark is not None
    assert (found.by, found.mark.relation, found.mark.reason) == (
        "ana",
        Relation.AGREE,
        "seen on film",
    )
    assert not [one for one in running.run().button if one.label == RECORD[language]]


def test_a_workbook_brings_notes_on_claims(case: Case, screen: Screen, tmp_path: Path) -> None:
    """The same screen takes XLSX."""
    found = case.exports.write("xlsx", tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(found.path)
    sheet = book["claims"]
    names = [cell.value for cell in sheet[1]]
    sheet.cell(2, names.index("my_note") + 1, "ask the desk")
    stream = io.BytesIO()
    book.save(stream)
    running = screen("settings")
    running.file_uploader(key="filled").upload("a.xlsx", stream.getvalue(), "application/zip")
    _press(running, SHOW["en"])
    _press(running, RECORD["en"])
    assert not running.exception
    assert "Recorded: 1." in running.success[0].value


@pytest.mark.parametrize("table", [b"\xff\x00", b"a,b\n1,2\n"])
def test_what_is_no_such_table_is_refused_in_words(
    case: Case, screen: Screen, table: bytes
) -> None:
    """Nothing is changed, and nothing can be confirmed."""
    head = case.audit.head()
    running = screen("settings")
    running.file_uploader(key="filled").upload("pairs.csv", table, "text/csv")
    _press(running, SHOW["en"])
    assert not running.exception
    assert running.error
    assert not [one for one in running.button if one.label == RECORD["en"]]
    assert case.audit.head() == head


@pytest.mark.parametrize(("language", "row"), [("en", "Row \u20682"), ("ar", "الصف \u20682")])
def test_a_row_that_cannot_be_used_is_named(
    case: Case, screen: Screen, tmp_path: Path, language: str, row: str
) -> None:
    """In the reader's language, with its column; and is no change."""
    running = screen("settings", language)
    running.file_uploader(key="filled").upload(
        "pairs.csv", _filled(case, tmp_path, "perhaps"), "text/csv"
    )
    _press(running, SHOW[language])
    assert not running.exception
    (said,) = [one.value for one in running.warning]
    assert row in said
    assert "my_relation" in said
    assert "not_comparable" in said
    assert not [one for one in running.button if one.label == RECORD[language]]
