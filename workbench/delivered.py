"""A file that was made and waits to be taken along."""

from __future__ import annotations

from dataclasses import dataclass

from claims.services import Refusal
from workbench.held import Held


@dataclass(frozen=True, slots=True)
class Delivered:
    """One file.

    Attributes:
        wanted: its format.
        language: of the report or the names in it.
        file: what is taken along.
        missing: what could not be read and is not in it.
        number: of the version under which it was given out, 0 when it was not.
    """

    wanted: str
    language: str
    file: Held
    missing: tuple[Refusal, ...] = ()
    number: int = 0
