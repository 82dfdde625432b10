"""The body of a Word document, put on the disk part by part: a long report needs as much memory as a short one.

Behind a thousand paragraphs the library also looks through all of them for each that is added.
"""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Iterator
from types import TracebackType
from typing import BinaryIO, Final, Self

from docx.document import Document as Docx
from docx.table import Table as Grid

from claims.report.archive import pack

_BODY: Final = "word/document.xml"
_HELD: Final = 200
"""Paragraphs and tables that are in memory at most, beside the block at hand."""
_CHUNK: Final = 1 << 20
_OPEN, _LAST = b"<w:body>", b"<w:sectPr"
_ROW, _END_OF_TABLE = b"<w:tr>", b"</w:tbl>"


class Body:
    """Takes what is finished out of a document and keeps it in a file that has no name.

    Raises:
        OSError: the disk takes no more.
    """

    def __init__(self, docx: Docx) -> None:
        self._docx = docx
        self._file: BinaryIO = tempfile.TemporaryFile()  # noqa: SIM115 - closed by __exit__

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def relieve(self) -> None:
        """Put on the disk what is in the document, once it is enough."""
        if len(self._docx.element.body) > _HELD:
            self._spill()

    def begin(self, table: Grid) -> None:
        """Put on the disk what stands before a table, which is the last thing in the document, and its head."""
        body = self._docx.element.body
        body.remove(table._tbl)  # noqa: SLF001 - python-docx has no name for it
        self._spill()
        body.insert(0, table._tbl)  # noqa: SLF001
        _, held, _ = self._parts()
        self._file.write(held.removesuffix(_END_OF_TABLE))
        self._empty(table)

    def rows(self, table: Grid) -> None:
        """Put the rows of a table on the disk that was begun, and take them out of it."""
        _, held, _ = self._parts()
        first = held.find(_ROW)
        self._file.write(held[first:].removesuffix(_END_OF_TABLE) if first >= 0 else b"")
        self._empty(table)

    def end(self) -> None:
        """End the table that was begun, and take it out of the document."""
        self._file.write(_END_OF_TABLE)
        self._clear()

    def save(self, into: BinaryIO) -> None:
        """The whole document as a file; the same content gives the same bytes."""
        self._spill()
        start, _, end = self._parts()
        frame = io.BytesIO()
        self._docx.save(frame)
        with zipfile.ZipFile(frame) as archive:
            pack(
                (
                    (each, self._whole(start, end) if each == _BODY else iter([archive.read(each)]))
                    for each in archive.namelist()
                ),
                into,
            )

    def _spill(self) -> None:
        _, held, _ = self._parts()
        self._file.write(held)
        self._clear()

    def _clear(self) -> None:
        body = self._docx.element.body
        for each in list(body)[:-1]:
            body.remove(each)

    def _empty(self, table: Grid) -> None:
        for row in list(table._tbl.tr_lst):  # noqa: SLF001
            table._tbl.remove(row)  # noqa: SLF001

    def _parts(self) -> tuple[bytes, bytes, bytes]:
        """What stands before the paragraphs, the paragraphs, and the description of the page behind them."""
        whole = self._docx.part.blob
        start, end = whole.index(_OPEN) + len(_OPEN), whole.rindex(_LAST)
        return whole[:start], whole[start:end], whole[end:]

    def _whole(self, start: bytes, end: bytes) -> Iterator[bytes]:
        yield start
        self._file.seek(0)
        while data := self._file.read(_CHUNK):
            yield data
        yield end
