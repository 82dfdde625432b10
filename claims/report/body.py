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

from claims.report.archive import pack

_BODY: Final = "word/document.xml"
_HELD: Final = 200
"""Paragraphs and tables that are in memory at most, beside the block at hand."""
_CHUNK: Final = 1 << 20
_OPEN, _LAST = b"<w:body>", b"<w:sectPr"


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

    def saved(self) -> bytes:
        """The whole document as a file; the same content gives the same bytes."""
        self._spill()
        start, _, end = self._parts()
        frame, made = io.BytesIO(), io.BytesIO()
        self._docx.save(frame)
        with zipfile.ZipFile(frame) as archive:
            pack(
                (
                    (each, self._whole(start, end) if each == _BODY else iter([archive.read(each)]))
                    for each in archive.namelist()
                ),
                made,
            )
        return made.getvalue()

    def _spill(self) -> None:
        _, held, _ = self._parts()
        self._file.write(held)
        body = self._docx.element.body
        for each in list(body)[:-1]:
            body.remove(each)

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
