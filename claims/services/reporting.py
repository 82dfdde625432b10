"""Build the report of a case and write it to a file."""

from __future__ import annotations

from pathlib import Path

from claims.report.content import ReportContent
from claims.report.value import Report
from claims.services.desk import Desk


class Reports:
    """The report of a case."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def content(self) -> ReportContent:
        """Everything a report is made from, in one consistent read."""
        raise NotImplementedError

    def build(self, language: str = "") -> Report:
        """The report as a value; ``language`` is ``ar`` or ``en``, "" for that of the settings."""
        raise NotImplementedError

    def write(self, path: str | Path, language: str = "") -> Path:
        """Write the report; an older file of that name stays whole until the new one is.

        Args:
            path: where to; its ending decides the format (``.html``).
            language: ``ar`` or ``en``, "" for that of the settings.

        Raises:
            UnknownFormat: no writer knows this ending.
            StoreError: the file cannot be written.
        """
        raise NotImplementedError
