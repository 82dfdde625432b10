"""Documents whose day and publisher are said in one table, each with what it says of its day itself; see ``components/dating``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, TypedDict

from claims.model import DayHint, Found
from workbench.shown import dates
from workbench.shown.keys import Key, labelled
from workbench.shown.passage import direction, visible
from workbench.wording import Words, mark

KEYS: Final[tuple[Key, ...]] = (
    Key(
        "keep",
        "Enter",
        "⏎",
        "",
        mark(
            "In a field: the field below, with Shift the one above. Elsewhere: keep what was typed"
        ),
    ),
    Key("undo", "KeyZ", "Z", "ئ", mark("Take back what was kept last")),
    Key("help", "Slash", "?", "؟", mark("This list")),
)
_LABELS: Final = {
    "document": mark("Document"),
    "published": mark("Day of publication"),
    "publisher": mark("Publisher"),
    "says": mark("What the text itself says of its day"),
    "nothing": mark("Nothing in it speaks of its day."),
    "form": mark("year-month-day"),
    "tick": mark("Tick"),
    "tickAll": mark("Tick all rows"),
    "ticked": mark("Into all ticked rows"),
    "fill": mark("Fill in"),
    "take": mark("Write into the field:"),
    "keep": mark("Keep"),
    "busy": mark("Being kept and read again …"),
    "before": mark("The text names {day}, which is later."),
    "ahead": mark("This day is still to come."),
    "keyMap": mark("Keys"),
    "byPlace": mark("Keys go by their place on the keyboard, so they work on an Arabic layout."),
    "singleKeys": mark("Single keys act"),
    "close": mark("Close"),
}


class Day(TypedDict):
    """A day that a text speaks for, as it is typed and as it is said."""

    edtf: str
    said: str


class Hint(TypedDict):
    """Why a text speaks for days, and which."""

    why: str
    days: list[Day]


class Line(TypedDict):
    """One document; ``since`` is a day that its publication cannot be before, ``dated`` what is said where it has a date."""

    id: str
    title: str
    dir: str
    file: str
    published: str
    publisher: str
    dated: str
    since: str
    sinceSaid: str
    hints: list[Hint]


def rows(
    found: Sequence[Found], hints: Mapping[str, Sequence[DayHint]], words: Words
) -> list[Line]:
    """A row for each document of a page.

    Args:
        found: the documents.
        hints: what those without a date say of it, by id.
        words: of the reader's language.
    """
    return [_row(one, hints.get(one.head.id, ()), words) for one in found]


def labels(words: Words) -> dict[str, object]:
    """What stands around the rows."""
    told = {name: words(message, day="{day}") for name, message in _LABELS.items()}
    return {**told, "keys": labelled(KEYS, words)}


def _row(found: Found, hints: Sequence[DayHint], words: Words) -> Line:
    head = found.head
    title = visible(head.title or found.headline or head.name)
    since = max((one.since for one in hints), default="")
    return Line(
        id=head.id,
        title=title,
        dir=direction(title),
        file="" if title == visible(head.name) else visible(head.name),
        published=head.published,
        publisher=head.publisher.name if head.publisher else "",
        dated=_dated(found, words),
        since=since,
        sinceSaid=dates.caption(since, words) if since else "",
        hints=[_hint(one, words) for one in hints],
    )


def _dated(found: Found, words: Words) -> str:
    """Where the date of a document comes from, "" where it has none."""
    head = found.head
    if not head.published:
        return ""
    spoken = dates.caption(head.published, words)
    if head.published_reason == "dateline":
        return words("{date}, from its own dateline", date=spoken)
    return words("{date}, as somebody said", date=spoken)


def _hint(one: DayHint, words: Words) -> Hint:
    days = [Day(edtf=day, said=dates.caption(day, words)) for day in one.days]
    return Hint(why=one.why.within(words.language), days=days)
