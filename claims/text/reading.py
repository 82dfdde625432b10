"""Bytes to a document: the text as it came, what it was read as, and what went wrong.

The text is evidence. Only characters that no database, spreadsheet or XML file can hold are replaced, one by one, so
that every offset stays: control characters (all but tab, line feed and carriage return), halves of surrogate pairs and
non-characters become U+FFFD; form feed and vertical tab become line feeds. How many is said in a `Problem`; the
original bytes are the caller's to keep, under ``sha256``. Direction marks, zero-width characters, tatweel and
presentation forms stay.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from datetime import date

from claims.errors import UnknownFormat, UnreadableFile
from claims.model.document import Document, Source
from claims.text.damage import problems
from claims.text.encoding import decode
from claims.text.language import language_of

_ID_LENGTH = 16
_NAME_LENGTH = 200
_ENDING_LENGTH = 10
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or an office document (docx, xlsx, odt)"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document (doc, xls)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a rar archive"),
    (b"\x89PNG\r\n\x1a\n", "an image (png)"),
    (b"\xff\xd8\xff", "an image (jpeg)"),
    (b"GIF8", "an image (gif)"),
    (b"II*\x00", "an image (tiff)"),
    (b"MM\x00*", "an image (tiff)"),
    (b"RIFF", "an image or a recording (webp, wav, avi)"),
    (b"ID3", "a recording (mp3)"),
    (b"OggS", "a recording (ogg)"),
    (b"fLaC", "a recording (flac)"),
    (b"\x1aE\xdf\xa3", "a video (mkv, webm)"),
    (b"SQLite format 3\x00", "a database file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_FILE_TYPE_BOX = slice(4, 8), b"ftyp"
_MARKUP = re.compile(rb"\s*(?:<!doctype html|<html|<head|<body|<\?xml|\{\\rtf)", re.IGNORECASE)
_MARKUP_NAMES = (".html", ".htm", ".xhtml", ".mhtml", ".mht", ".rtf", ".xml")
_UNSTORABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]|["
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
    )
    + "]"
)
_CONTROLS = bytes([*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F])
_C1 = re.compile(rb"\xc2[\x80-\x84\x86-\x9f]")
_RARE_BYTES = (b"\xed", b"\xef\xb7", b"\xef\xbf", b"\xbf\xbe", b"\xbf\xbf")
"""In UTF-8 every character that cannot be stored and is no control begins with or holds one of these."""
_PAGE_BREAKS = {0x0B: "\n", 0x0C: "\n"}
_PAGE_BREAK = re.compile("[\x0b\x0c]")
_BINARY_SHARE = 0.1
_BINARY_LEAST = 8
"""A text with more control characters than both is no text, nor is one of which they are the larger part."""
_HIDDEN_IN_NAME = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def read(
    data: bytes,
    *,
    name: str,
    published: str | date | None = "",
    publisher: Source | str | None = None,
    address: str = "",
    encoding: str = "",
) -> Document:
    """Read the bytes of one text file.

    Args:
        data: the file as it came.
        name: what to call it; folders, control and direction characters are taken off. Errors name it with its
            folders, for two files may differ in these only.
        published: publication date as EDTF, or a day; "" or None when unknown.
        publisher: who published it, or the name alone; None when unknown.
        address: where it was published, "" when unknown.
        encoding: the encoding a person or a header named, "" to find out.

    Raises:
        UnreadableFile: when there is no text in the bytes, or not in the encoding named.
        UnknownFormat: for HTML, XML and RTF, which are marked up and need their own reader.
        InputError: when no encoding has the name given.
    """
    shown, path = display_name(name), _seen(name)
    _refuse(data, path)
    decoded = decode(data, encoding)
    odd = _odd(decoded.text)
    breaks = len(_PAGE_BREAK.findall(decoded.text)) if odd else 0
    text = _UNSTORABLE.sub("\ufffd", decoded.text.translate(_PAGE_BREAKS)) if odd else decoded.text
    digest = hashlib.sha256(data).hexdigest()
    if not text.strip():
        raise UnreadableFile(
            f"{path} holds no text.", next_step="Check that the right file was chosen."
        )
    if (odd > _BINARY_LEAST and odd > _BINARY_SHARE * len(text)) or 2 * (odd - breaks) > len(text):
        raise _no_text(path, "a binary file")
    return Document(
        id=digest[:_ID_LENGTH],
        name=shown,
        sha256=digest,
        text=text,
        language=language_of(text),
        encoding=decoded.encoding,
        encoding_confidence=decoded.confidence,
        publisher=Source.named(publisher),
        published=_edtf(published),
        published_reason="given" if published else "",
        address=address,
        problems=problems(
            decoded, text, replaced=odd - breaks, breaks=breaks, document=digest[:_ID_LENGTH]
        ),
    )


def display_name(name: str) -> str:
    """``name`` without folders, control and direction characters, at most 200 characters; never empty."""
    shown = _seen(re.split(r"[/\\]", name.rstrip("/\\"))[-1])
    if len(shown) > _NAME_LENGTH:
        stem, dot, ending = shown.rpartition(".")
        keep = f"{dot}{ending}" if stem and len(ending) <= _ENDING_LENGTH else ""
        shown = shown[: _NAME_LENGTH - len(keep)] + keep
    return shown if shown.strip(". ") else "unnamed"


def _seen(name: str) -> str:
    """``name`` without what cannot be seen, runs of space as one."""
    visible = "".join(" " if letter.isspace() else letter for letter in name if _visible(letter))
    return " ".join(visible.split())


def _visible(letter: str) -> bool:
    return letter.isspace() or unicodedata.category(letter) not in _HIDDEN_IN_NAME


def _edtf(published: str | date | None) -> str:
    """A day as EDTF; of a day with a time, the day."""
    return f"{published:%Y-%m-%d}" if isinstance(published, date) else published or ""


def _refuse(data: bytes, name: str) -> None:
    if not data:
        raise UnreadableFile(f"{name} is empty.", next_step="Check that the right file was chosen.")
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise _no_text(name, kind)
    box, kind_mark = _FILE_TYPE_BOX
    if data[box] == kind_mark:
        raise _no_text(name, "a video or an image (mp4, mov, heic)")
    if _MARKUP.match(data[:512].removeprefix(b"\xef\xbb\xbf")) or name.lower().endswith(
        _MARKUP_NAMES
    ):
        raise UnknownFormat(
            f"{name} is a marked-up file (HTML, XML or RTF), and only plain text is read.",
            next_step="Save the article's text as a .txt file in UTF-8 and add that.",
        )


def _no_text(name: str, kind: str) -> UnreadableFile:
    return UnreadableFile(
        f"{name} is {kind}, not a text file.",
        next_step="Save the article's text as a .txt file in UTF-8 and add that.",
    )


def _odd(text: str) -> int:
    """How many characters of ``text`` cannot be stored; a quick look settles it for nearly every text."""
    encoded = text.encode("utf-8", "surrogatepass")
    plain = len(encoded.translate(None, _CONTROLS)) == len(encoded)
    if plain and not _C1.search(encoded) and not any(mark in encoded for mark in _RARE_BYTES):
        return 0
    return len(_UNSTORABLE.findall(text)) + len(_PAGE_BREAK.findall(text))
