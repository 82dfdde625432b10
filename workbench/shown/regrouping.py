"""Which incidents one may be merged with, what was said of it, and what became of what was asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from textwrap import shorten
from typing import Final

from claims.model import Grouping, GroupingKind
from workbench.regrouping import Done
from workbench.shown import incidents
from workbench.shown.dates import said_at
from workbench.shown.errors import explain
from workbench.shown.incidents import Gist
from workbench.shown.passage import visible
from workbench.wording import Words, isolate, mark

_NEAR: Final = 7
"""Days between two incidents that may be one."""
_OFFERED: Final = 40
_DONE: Final = {
    "merge": mark("The incidents are one now. Z takes it back."),
    "split": mark("The chosen claims are an incident of their own now. Z takes it back."),
    "undo": mark("Your last word on incidents was taken back."),
}
_LETTERS: Final = 70
"""Of a claim, by which an incident is told from others."""
_SAID: Final = {
    GroupingKind.MERGE: mark("merged by {who}, {when}"),
    GroupingKind.SPLIT: mark("split by {who}, {when}"),
}


def others(one: Gist, gists: Iterable[Gist], words: Words) -> list[dict[str, str]]:
    """The incidents that this one may be merged with, the nearest first: of days around its own, or without a day."""
    near = [
        (away, other)
        for other in gists
        if other.incident.id != one.incident.id and (away := _away(one, other)) <= _NEAR
    ]
    near.sort(key=lambda found: (found[0], -len(_shared(one, found[1])), found[1].incident.id))
    return [
        {"id": other.incident.id, "name": f"{incidents.name(other, words)} · {_begins(other)}"}
        for _, other in near[:_OFFERED]
    ]


def _begins(one: Gist) -> str:
    """How the claim of it begins that says most: incidents of one day, place and kind are told apart by it."""
    return isolate(visible(shorten(one.statement, _LETTERS, placeholder=" …")))


def _away(one: Gist, other: Gist) -> int:
    """Days between two incidents; of one without a day as many as may just be."""
    days = (one.incident.first, other.incident.first), (one.incident.last, other.incident.last)
    if not all(map(all, days)):
        return _NEAR
    first, last = max(days[0]), min(days[1])
    return max(0, (date.fromisoformat(first) - date.fromisoformat(last)).days)


def _shared(one: Gist, other: Gist) -> set[str]:
    return {place.id for place in one.places} & {place.id for place in other.places}


def history(rows: Sequence[Grouping], words: Words) -> list[str]:
    """A line for each word on an incident, newest first; one that was taken back says so."""
    undone = {row.undoes for row in rows if row.undoes}
    lines = []
    for row in reversed(rows):
        if row.said is None:
            continue
        line = words(
            _SAID[row.said.kind], who=isolate(row.by), when=said_at(row.at, row.taken_in, words)
        )
        if row.said.reason:
            line = f"{line}: {isolate(visible(row.said.reason))}"
        if row.id in undone:
            taken = words("taken back")
            line = f"{line} ({taken})"
        lines.append(line)
    return lines


def answer(done: Done | None, words: Words) -> dict[str, str]:
    """What became of the last ask, for the component that waits for its token."""
    if done is None:
        return {"token": "", "error": "", "said": ""}
    if done.error is not None:
        return {"token": done.token, "error": explain(done.error, words), "said": ""}
    if done.grouping is None:
        said = words("There is no word of yours on incidents to take back.")
        return {"token": done.token, "error": "", "said": said}
    return {"token": done.token, "error": "", "said": words(_DONE[done.do])}
