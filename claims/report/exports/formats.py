"""The formats of data: what writes which, each from the same walk over a case."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import BinaryIO, Final

from claims.report.exports.columns import TABLES
from claims.report.exports.source import Source

Write = Callable[[Source, BinaryIO, str], int]
"""Writes a case into a file in a language (of names and explanations); gives the number of things written."""


def _commas(table: str) -> Write:
    def write(source: Source, stream: BinaryIO, _: str) -> int:
        from claims.report.exports import commas

        return commas.write(TABLES[table], source, stream)

    return write


def _sheets(source: Source, stream: BinaryIO, _: str) -> int:
    from claims.report.exports import sheets

    return sheets.write(source, stream)


def _lines(source: Source, stream: BinaryIO, _: str) -> int:
    from claims.report.exports import lines

    return lines.json_lines(source, stream)


def _annotations(source: Source, stream: BinaryIO, _: str) -> int:
    from claims.report.exports import lines

    return lines.web_annotations(source, stream)


def _reviews(source: Source, stream: BinaryIO, language: str) -> int:
    from claims.report.exports import lines

    return lines.reviews(source, stream, language)


def _features(source: Source, stream: BinaryIO, _: str) -> int:
    from claims.report.exports import features

    return features.features(source, stream)


def _ris(source: Source, stream: BinaryIO, _: str) -> int:
    from claims.report.exports import citations

    return citations.ris(source, stream)


def _bibtex(source: Source, stream: BinaryIO, _: str) -> int:
    from claims.report.exports import citations

    return citations.bibtex(source, stream)


def _events(table: str) -> Write:
    def write(source: Source, stream: BinaryIO, _: str) -> int:
        from claims.report.exports import commas
        from claims.report.exports.events import EVENTS

        return commas.write(EVENTS[table], source, stream)

    return write


def _entities(source: Source, stream: BinaryIO, _: str) -> int:
    from claims.report.exports import events, lines

    return lines.put(stream, events.entities(source))


DATA_FORMATS: Final[Mapping[str, tuple[str, Write]]] = {
    "xlsx": ("xlsx", _sheets),
    "claims.csv": ("csv", _commas("claims")),
    "pairs.csv": ("csv", _commas("pairs")),
    "verdicts.csv": ("csv", _commas("verdicts")),
    "documents.csv": ("csv", _commas("documents")),
    "jsonl": ("jsonl", _lines),
    "annotations": ("jsonld", _annotations),
    "claimreview": ("jsonld", _reviews),
    "geojson": ("geojson", _features),
    "airwars": ("csv", _events("airwars")),
    "acled": ("csv", _events("acled")),
    "followthemoney": ("ftm.json", _entities),
    "ris": ("ris", _ris),
    "bibtex": ("bib", _bibtex),
}
"""By name: the ending of its file, and what writes it."""
