"""Build the report of a case and write it to a file."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from claims.errors import InputError, StoreError, UnknownFormat
from claims.report.content import ReportContent
from claims.report.value import Report
from claims.services.desk import Desk
from claims.services.verdicts import settled
from claims.store import audit, claims, documents, pairs
from claims.store.originals import sync_folder
from claims.verdict import verdicts

LANGUAGES: Final = ("ar", "en")

_FILE_MODE: Final = 0o644


class Reports:
    """The report of a case."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def content(self) -> ReportContent:
        """Everything a report is made from, in one consistent read."""
        desk = self._desk
        with desk.reading() as connection:
            found = claims.all_live(connection)
            compared = pairs.for_report(connection)
            marks = settled(connection)
            head = audit.head(connection)
            return ReportContent(
                title=desk.store.title,
                made_at=desk.now(),
                program=desk.program,
                documents=documents.all_documents(connection),
                claims=found,
                comparisons=compared,
                decisions=marks,
                verdicts=verdicts(found, compared, marks),
                problems=documents.all_problems(connection, document="", code=""),
                audit_seq=head.seq,
                audit_hash=head.hash,
            )

    def build(self, language: str = "") -> Report:
        """The report as a value; ``language`` is ``ar`` or ``en``, "" for that of the settings.

        Raises:
            InputError: a report cannot be had in this language.
        """
        from claims.report.build import build

        wanted = language or self._desk.settings.language
        if wanted not in LANGUAGES:
            raise InputError(
                f"No report can be written in {wanted!r}.", next_step="Choose ar or en."
            )
        return build(self.content(), wanted)

    def write(self, path: str | Path, language: str = "") -> Path:
        """Write the report; an older file of that name stays whole until the new one is.

        Args:
            path: where to; its ending decides the format (``.html``).
            language: ``ar`` or ``en``, "" for that of the settings.

        Raises:
            InputError: a report cannot be had in this language, or would take the place of the case.
            UnknownFormat: no writer knows this ending.
            StoreError: the file cannot be written.
        """
        target = Path(path)
        render = _format(target)
        if target.absolute() == Path(self._desk.store.name):
            raise InputError(
                f"{target} is the case itself.", next_step="Name another file for the report."
            )
        data = render(self.build(language))
        try:
            _put(data, target)
        except OSError as error:
            raise StoreError(
                f"The report {target} cannot be written: {error.strerror}.",
                next_step="An older report of that name is as it was. Name another file, or make room.",
            ) from error
        return target


def _html(report: Report) -> bytes:
    from claims.report.html import render

    return render(report)


FORMATS: Final[dict[str, Callable[[Report], bytes]]] = {".html": _html, ".htm": _html}
"""What writes which ending."""


def _format(path: Path) -> Callable[[Report], bytes]:
    render = FORMATS.get(path.suffix.lower())
    if render is None:
        raise UnknownFormat(
            f"No report can be written as {path.suffix or path.name!r}.",
            next_step=f"Use one of: {', '.join(FORMATS)}.",
        )
    return render


def _put(data: bytes, target: Path) -> None:
    """Write a file so that its name always stands for a whole one: beside it first, then in its place."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(_FILE_MODE)
        part.replace(target)
        sync_folder(target.parent)
    finally:
        part.unlink(missing_ok=True)
