"""A file that was made and waits to be taken along."""

from __future__ import annotations

from dataclasses import dataclass

from claims.services import Refusal


@dataclass(frozen=True, slots=True)
class Delivered:
    """One file.

    Attributes:
        wanted: its format.
        language: of the report or the names in it.
        name: under which it is taken along.
        data: its bytes.
        missing: what could not be read and is not in it.
        number: of the version under which it was given out, 0 when it was not.
    """

    wanted: str
    language: str
    name: str
    data: bytes
    missing: tuple[Refusal, ...] = ()
    number: int = 0
