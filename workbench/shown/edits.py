"""What people changed about claims, a line each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from claims.model import Edit, EditKind, LiveClaim, Maker
from workbench.shown.dates import said_at
from workbench.shown.passage import visible
from workbench.wording import Words, isolate, mark

_LINES: Final[Mapping[EditKind, str]] = {
    EditKind.SPLIT: mark("split by {who}, {when}"),
    EditKind.MERGE: mark("merged by {who}, {when}"),
    EditKind.ANCHOR: mark("anchored at other words by {who}, {when}"),
    EditKind.CORRECT: mark("corrected by {who}, {when}"),
    EditKind.ADD: mark("added by {who}, {when}"),
    EditKind.REJECT: mark("rejected by {who}, {when}"),
    EditKind.ACCEPT: mark("new reading taken by {who}, {when}"),
    EditKind.KEEP: mark("left as it is by {who}, {when}"),
    EditKind.UNDO: mark("taken back by {who}, {when}"),
}


def maker(live: LiveClaim, words: Words) -> str:
    """Who made a claim."""
    if live.maker is Maker.MACHINE or live.edit is None:
        return words("read by the engine")
    return line(live.edit, words)


def history(edits: Sequence[Edit], words: Words) -> list[str]:
    """A line for each edit that a claim comes from or went into, newest first."""
    return [line(edit, words) for edit in reversed(edits)]


def line(edit: Edit, words: Words) -> str:
    """What was done, by whom, when and why."""
    said = words(
        _LINES[edit.kind], who=isolate(edit.by), when=said_at(edit.at, edit.taken_in, words)
    )
    return f"{said}: {isolate(visible(edit.reason))}" if edit.reason else said
