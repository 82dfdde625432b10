"""The documents as sources to cite: RIS and BibTeX."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from claims.model import Described, Document
from claims.report.exports.source import Source, web_address

_SPACE: Final = re.compile(r"\s+")
_DATE: Final = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?$")
_BRACES: Final = str.maketrans(
    {
        **{each: f"\\{each}" for each in "%$#&_"},
        "{": r"\{",
        "}": r"\}",
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
_RAW: Final = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", "%": "%"})


def ris(source: Source, stream: BinaryIO) -> int:
    """RIS with a mark of UTF-8, one record a document; gives their number."""
    stream.write("\ufeff".encode())
    count = 0
    for document in source.documents():
        count += 1
        tags = _tags(document, source.described(document.id))
        lines = (f"{tag}  - {_line(value)}" for tag, value in tags if value)
        stream.write(("\r\n".join(["TY  - NEWS", *lines, "ER  - "]) + "\r\n\r\n").encode())
    return count


def _tags(document: Document, row: Described | None) -> Iterator[tuple[str, str]]:
    year, month, day = _date(document.published)
    yield "ID", document.id
    yield "TI", document.title or document.name
    yield "AU", document.author
    yield "PB", "" if document.publisher is None else document.publisher.name
    yield "PY", year
    yield "DA", f"{year}/{month}/{day}/" if year else ""
    yield "UR", web_address(document)
    yield "Y2", document.retrieved[:10].replace("-", "/")
    yield "LA", document.language
    for note in _notes(document, row):
        yield "N1", note


def bibtex(source: Source, stream: BinaryIO) -> int:
    """BibTeX in UTF-8 (``@online``, for biber), one entry a document; gives their number."""
    count = 0
    for document in source.documents():
        count += 1
        said = _fields(document, source.described(document.id))
        fields = (f"  {name} = {{{value}}}" for name, value in said if value)
        stream.write(f"@online{{doc{document.id},\n{','.join(_ended(fields))}\n}}\n\n".encode())
    return count


def _ended(fields: Iterator[str]) -> list[str]:
    return [field if number == 0 else f"\n{field}" for number, field in enumerate(fields)]


def _fields(document: Document, row: Described | None) -> Iterator[tuple[str, str]]:
    publisher = "" if document.publisher is None else document.publisher.name
    yield "title", _braced(document.title or document.name)
    yield "author", f"{{{_braced(document.author)}}}" if document.author else ""
    yield "organization", _braced(publisher)
    yield "date", "-".join(each for each in _date(document.published) if each)
    yield "url", web_address(document).translate(_RAW)
    yield "urldate", document.retrieved[:10]
    yield "langid", {"ar": "arabic", "en": "english"}.get(document.language, "")
    yield "note", "; ".join(_braced(note) for note in _notes(document, row))


def _notes(document: Document, row: Described | None) -> Iterator[str]:
    """What neither form has a place of its own for: hash, copy in an archive, name of the file, who described it."""
    yield f"SHA-256 {document.sha256}"
    if document.archive:
        yield f"Archived: {document.archive}"
    if document.title:
        yield f"File: {document.name}"
    if row is not None:
        yield f"Described by {row.by}, {row.at[:10]}"


def _date(edtf: str) -> tuple[str, str, str]:
    """Year, month and day of a plain date, "" for what it does not say."""
    found = _DATE.match(edtf)
    return (found[1], found[2] or "", found[3] or "") if found else ("", "", "")


def _line(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _braced(text: str) -> str:
    return _line(text).translate(_BRACES)
