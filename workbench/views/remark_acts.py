"""What becomes of a remark: it is stored, withdrawn, taken back."""

from __future__ import annotations

from typing import Any

from claims.model import Evidence, RemarkKind, Topic, bare_hash
from workbench import state
from workbench.plainly import plainly


def store(about: Topic, kind: RemarkKind, said: dict[str, Any]) -> None:
    """Store what was said of a thing, by the names that its content has for it."""
    remarks = state.case().remarks
    match kind:
        case RemarkKind.NOTE:
            remarks.note(about, **said)
        case RemarkKind.TAG:
            remarks.tag(about, **said)
        case RemarkKind.LINK:
            remarks.link(about, Evidence(**said | {"sha256": bare_hash(said["sha256"])}))
        case RemarkKind.MARK:
            remarks.mark(about.id, **said)


def withdraw(number: int) -> None:
    """Take one away; a callback."""
    with plainly():
        state.case().remarks.withdraw(number)


def undo() -> None:
    """Take back the newest of whoever sits there; a callback."""
    with plainly():
        state.case().remarks.undo()
