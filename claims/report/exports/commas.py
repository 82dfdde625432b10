"""Tables as CSV for spreadsheets: UTF-8 with a mark, every cell quoted, no cell that a spreadsheet would compute.

A cell that begins like a formula gets an apostrophe before it, and so does one that begins with apostrophes and then
like a formula; reading takes one away. What is read is what was written.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import BinaryIO, Final

from claims.errors import InputError
from claims.report.exports.columns import Cell, Cells, TableOf, complete
from claims.report.exports.source import Source

_LIKE_A_FORMULA: Final = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
_LONGEST: Final = 2**31 - 1
_BETWEEN: Final = ",;\t"
"""What programs put between cells, by the language they are set to; names of columns hold none of it."""


def write(table: TableOf, source: Source, stream: BinaryIO) -> int:
    """Write a table; gives the number of rows."""
    return write_rows(table.columns, table.rows(source), stream)


def write_rows(columns: Sequence[str], rows: Iterable[Cells], stream: BinaryIO) -> int:
    """Write rows under named columns; gives their number."""
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", errors="backslashreplace")
    sheet = csv.writer(text, quoting=csv.QUOTE_ALL)
    sheet.writerow(columns)
    count = 0
    for row in rows:
        count += 1
        sheet.writerow([harmless(row.get(column, "")) for column in columns])
    text.flush()
    text.detach()
    return count


def harmless(cell: Cell) -> str:
    """A cell that no spreadsheet computes; figures of ours stay figures."""
    if not isinstance(cell, str):
        return str(cell)
    return f"'{cell}" if _LIKE_A_FORMULA.match(cell) else cell


def meant(cell: str) -> str:
    """The text that `harmless` wrote."""
    return cell[1:] if cell.startswith("'") and _LIKE_A_FORMULA.match(cell) else cell


def read(stream: BinaryIO, needed: Collection[str] = ()) -> Iterator[dict[str, str]]:
    """The rows of a table by column; commas, semicolons or tabs stand between cells, as a spreadsheet program has it.

    Raises:
        InputError: the bytes are no UTF-8 or no table, or one of the ``needed`` columns is missing.
    """
    csv.field_size_limit(_LONGEST)
    try:
        with io.TextIOWrapper(stream, encoding="utf-8-sig", newline="") as text:
            head = text.readline()
            rows = csv.reader(chain([head], text), delimiter=max(_BETWEEN, key=head.count))
            columns = next(rows, [])
            complete(columns, needed)
            for row in rows:
                if row:
                    cells = dict(zip(columns, map(meant, row), strict=False))
                    yield dict.fromkeys(columns, "") | cells
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(
            f"This is no table: {error}.", next_step="Save it as CSV in UTF-8, or as XLSX."
        ) from error
