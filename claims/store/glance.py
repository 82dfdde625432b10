"""A look at a case file from outside: what stands on its label, without opening it or bringing its tables up to date."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from claims.store.audit import LOOKS, OF_REVIEWERS, TAKEN_IN, TELLS_NOTHING

_WAIT: Final = 0.5
"""Seconds to wait for a file that somebody writes to; a list of many cases is not held up by one."""
_OURS: Final = frozenset({"documents", "pairs", "people", "audit"})
"""Tables by which a case file is known among other files of SQLite."""


@dataclass(frozen=True, slots=True)
class Glance:
    """What a case file says of itself.

    Attributes:
        documents: how many it holds.
        changed: when its record was last written to, but for acts of review, of which not everybody may know, and copies that were taken; ISO 8601 in UTC; "" when nothing was ever written.
        people: the role of everybody who is named in it.
    """

    documents: int
    changed: str
    people: Mapping[str, str]


_NEWEST: Final = """
SELECT at FROM audit
WHERE action NOT IN (SELECT value FROM json_each(:hidden))
  AND (
    action <> :taken_in
    OR EXISTS (
      SELECT 1 FROM json_each(audit.changes) AS change
      WHERE json_extract(change.value, '$[0]') NOT IN (SELECT value FROM json_each(:blindly))
    )
  )
ORDER BY seq DESC LIMIT 1
"""
"""The newest change that everybody may know of: when somebody answered is none, nor when a copy was taken: that is told once, unless something came between."""


def glance(file: Path, *, wait: float = _WAIT) -> Glance | None:
    """What a file says of itself; None when it is no case, or cannot be read within so many seconds."""
    address = f"{file.absolute().as_uri()}?mode=ro"
    try:
        with contextlib.closing(sqlite3.connect(address, uri=True, timeout=wait)) as connection:
            return _seen(connection)
    except (sqlite3.Error, UnicodeDecodeError):
        return None


def _seen(connection: sqlite3.Connection) -> Glance | None:
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if not tables >= _OURS:
        return None
    ((documents,),) = connection.execute("SELECT count(*) FROM documents")
    told = {
        "hidden": json.dumps(sorted(OF_REVIEWERS | (LOOKS - {TAKEN_IN}))),
        "taken_in": TAKEN_IN,
        "blindly": json.dumps(sorted(TELLS_NOTHING)),
    }
    newest = connection.execute(_NEWEST, told).fetchone()
    people = dict(connection.execute("SELECT name, role FROM people"))
    return Glance(int(documents), str(newest[0]) if newest else "", people)
