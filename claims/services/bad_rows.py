"""What a row says that is not as it was written: of what it is, of whom, and under which number it is shown.

`claims verify` names a bad row by the number under which it is stored, which nothing else shows. What the row itself says is told
beside it, as what can be read there now and no more: it is the row that was tampered with.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from claims.errors import Corrupt
from claims.model import Message
from claims.services.numbering import numbers
from claims.services.policy import waiting
from claims.store.audit import Row
from claims.store.bad_rows import row_of
from claims.store.engine import Reader
from claims.store.lines import Lines
from claims.store.schema import adjudications, audit, conclusions, decisions, groupings, remarks
from claims.store.verify import Fault

_LONGEST: Final = 80
"""Characters of a word of a row that are shown."""

_PAIR: Final = ("left_claim", "right_claim")

_SAID: Final[Mapping[str, tuple[Lines, str, tuple[str, ...], Message]]] = {
    decisions.name: (decisions, "reviewer", _PAIR, Message("القرار", "decision")),
    adjudications.name: (adjudications, "adjudicator", _PAIR, Message("الحكم", "ruling")),
    remarks.name: (remarks, "author", ("thing", "topic"), Message("الملاحظة", "remark")),
    conclusions.name: (conclusions, "settler", ("matter", "topic"), Message("الاستنتاج", "conclusion")),
    groupings.name: (groupings, "author", (), Message("الكلمة في الوقائع", "word on incidents")),
}  # fmt: skip
"""Of each table of people's words the column that says whose, those that say of what, and what a row is called."""


def read_beside(connection: Reader, faults: Iterable[Fault], who: str) -> tuple[Fault, ...]:
    """The faults, each with what its row says where it can be read.

    While pairs of a case for several wait for answers only rows in the name of whoever asks are read to them: others would tell who
    answered what.

    Args:
        connection: an open transaction.
        faults: what is not as it was written.
        who: asks.
    """
    return tuple(_with_row(connection, fault, who) for fault in faults)


def _with_row(connection: Reader, fault: Fault, who: str) -> Fault:
    told = (
        _row_of_chain(connection, fault) if fault.where == audit.name else _said(connection, fault)
    )
    if told is None:
        return fault
    by, message = told
    if by != who and _hides(connection):
        return fault
    ar, en = fault.message.ar, fault.message.en
    return replace(fault, message=Message(ar=f"{ar} {message.ar}", en=f"{en} {message.en}"))


def _hides(connection: Reader) -> bool:
    """Whether answers may be hidden; they may be where the case does not say how many people it asks for."""
    try:
        return waiting(connection)
    except Corrupt:
        return True


def _said(connection: Reader, fault: Fault) -> tuple[str, Message] | None:
    """Whose word a row of a table is, and what it says of itself."""
    if fault.where not in _SAID:
        return None
    table, author, about, called = _SAID[fault.where]
    row = row_of(connection, table, fault.id)
    if row is None:
        return None
    by, of = row[author], _shown("~".join(str(row[name]) for name in about))
    number = _number(connection, table, row)
    return by, Message(
        ar=f"ما يُقرأ فيه الآن: {called.ar} {number}، {of}، باسم {_shown(by)}.",
        en=f"It reads now: {called.en} {number}, {of}, by {_shown(by)}.",
    )


def _number(connection: Reader, table: Lines, row: Row) -> str:
    """The number under which a row is shown."""
    try:
        known = numbers(connection, table)
    except (Corrupt, TypeError):
        return "–"
    return str(row["id"] if known is None else known.get(row["id"], "–"))


def _row_of_chain(connection: Reader, fault: Fault) -> tuple[str, Message] | None:
    """Who did what, as a row of the chain says."""
    row = row_of(connection, audit, fault.id)
    if row is None:
        return None
    act, of, by = (_shown(row[name]) for name in ("action", "subject", "actor"))
    return row["actor"], Message(
        ar=f"ما يُقرأ فيه الآن: {act}، {of}، باسم {by}.", en=f"It reads now: {act}, {of}, by {by}."
    )


def _shown(value: object) -> str:
    """A word of a row as one may show it: cut, without signs that nobody sees, between isolates."""
    text = "".join(sign for sign in str(value)[:_LONGEST] if sign.isprintable())
    return f"\u2068{text}\u2069"
