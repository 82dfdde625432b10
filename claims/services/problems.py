"""What could not be read or understood in the documents of a case."""

from __future__ import annotations

from claims.model import Problem
from claims.services.desk import Desk
from claims.store import documents


class Problems:
    """The problems of a case."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def list(self, *, document: str = "", code: str = "") -> tuple[Problem, ...]:
        """Every problem, in the order of the documents; of one document, of one kind when given."""
        with self._desk.reading() as connection:
            return documents.all_problems(connection, document=document, code=code)
