"""All tables as one XLSX workbook: text is text, never a formula or a link; nothing is cut.

A cell of a spreadsheet holds 32,767 characters. Longer text stands on the sheet ``continued``, in parts, under the
name of its sheet, row and column; the cell shows its beginning. Reading puts the parts together again.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from typing import BinaryIO, Final
from zipfile import BadZipFile

import openpyxl
import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

from claims.errors import InputError
from claims.report.archive import GivenUp
from claims.report.exports.columns import TABLES, Cell, TableOf, complete
from claims.report.exports.source import Source

CONTINUED: Final = "continued"
_PART: Final = 32_000
_COLUMNS: Final = ("sheet", "row", "column", "part", "text")
_SAFE: Final = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
}
_ESCAPED: Final = re.compile("_x([0-9A-Fa-f]{4})_")
_UNWRITABLE: Final = re.compile("[\ud800-\udfff\ufffe\uffff]")
_WIDE: Final = frozenset({"quote", "statement", "left_statement", "right_statement"})
_WIDTHS: Final = (16, 50)

Long = list[tuple[str, str, str, str]]


def write(source: Source, stream: BinaryIO) -> int:
    """Write the workbook; gives the number of rows.

    Raises:
        OSError: the disk takes no more.
    """
    book = xlsxwriter.Workbook(GivenUp(stream), _SAFE)
    book.set_properties({"title": source.title[:255], "created": _time(source.made_at)})
    bold = book.add_format({"bold": True})
    count, long = 0, Long()
    for table in TABLES.values():
        count += _sheet(book.add_worksheet(table.name), table, source, bold, long)
    _continued(book.add_worksheet(CONTINUED), long, bold)
    try:
        book.close()
    except FileCreateError as error:
        raise error.args[0] from error
    return count


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=None, microsecond=0)


def _sheet(sheet: Worksheet, table: TableOf, source: Source, bold: object, long: Long) -> int:
    _head(sheet, table.columns, bold)
    count = 0
    for count, row in enumerate(table.rows(source), 1):
        for place, column in enumerate(table.columns):
            cell = row.get(column, "")
            if isinstance(cell, str):
                shown = _shown(cell, table.name, str(row[table.key]), column, long)
                sheet.write_string(count, place, shown)
            else:
                sheet.write_number(count, place, cell)
    sheet.autofilter(0, 0, count, len(table.columns) - 1)
    return count


def _head(sheet: Worksheet, columns: tuple[str, ...], bold: object) -> None:
    for place, column in enumerate(columns):
        sheet.set_column(place, place, _WIDTHS[column in _WIDE])
        sheet.write_string(0, place, column, bold)
    sheet.freeze_panes(1, 1)


def _shown(cell: str, sheet: str, row: str, column: str, long: Long) -> str:
    text = _UNWRITABLE.sub("\ufffd", cell)
    if len(text) <= _PART:
        return text
    long.append((sheet, row, column, text))
    return f"{text[: _PART - 2]} …"


def _continued(sheet: Worksheet, long: Long, bold: object) -> None:
    _head(sheet, _COLUMNS, bold)
    line = 0
    for name, row, column, text in long:
        for number, start in enumerate(range(0, len(text), _PART), 1):
            line += 1
            for place, cell in enumerate((name, row, column, str(number))):
                sheet.write_string(line, place, cell)
            sheet.write_string(line, len(_COLUMNS) - 1, text[start : start + _PART])


def read(stream: BinaryIO, name: str, needed: Collection[str] = ()) -> Iterator[dict[str, str]]:
    """The rows of one sheet by column, long text put together.

    Raises:
        InputError: this is no workbook, it has no such sheet, or one of the ``needed`` columns is missing.
    """
    try:
        book = openpyxl.load_workbook(stream, read_only=True, data_only=False)
    except (BadZipFile, KeyError, ValueError, OSError) as error:
        raise InputError(
            f"This is no workbook: {error}.", next_step="Save it as XLSX, or as CSV in UTF-8."
        ) from error
    if name not in book.sheetnames:
        raise InputError(
            f"The workbook has no sheet {name!r}.", next_step="Keep the names of the sheets."
        )
    complete([_text(each) for each in next(book[name].iter_rows(values_only=True), ())], needed)
    long = _long(_rows(book, CONTINUED)) if CONTINUED in book.sheetnames else {}
    key = TABLES[name].key
    for row in _rows(book, name):
        parts = long.get((name, row.get(key, "")), {})
        yield row | {column: text for column, text in parts.items() if column in row}


def _rows(book: openpyxl.Workbook, name: str) -> Iterator[dict[str, str]]:
    rows = book[name].iter_rows(values_only=True)
    columns = [_text(each) for each in next(rows, ())]
    for row in rows:
        yield dict(zip(columns, map(_text, row), strict=False))


def _text(cell: object) -> str:
    if cell is None:
        return ""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), str(cell))


def _long(rows: Iterator[dict[str, str]]) -> Mapping[tuple[str, str], dict[str, str]]:
    found: dict[tuple[str, str], dict[str, str]] = {}
    for row in rows:
        cells = found.setdefault((row["sheet"], row["row"]), {})
        cells[row["column"]] = cells.get(row["column"], "") + row["text"]
    return found


__all__ = ["CONTINUED", "Cell", "read", "write"]
