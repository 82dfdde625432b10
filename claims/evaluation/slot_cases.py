"""A text with all that must be found in it for one kind of slot, and what a finder found.

Every value is compared as a *reading*, one string in the notation of the labels:

date       EDTF
quantity   ``number|unit|of whom``, the number as `notation` writes it
place      id; ``local`` beside the id of a place beyond GeoNames, and for one in no gazetteer
party      id, ``?words`` for a group in no lexicon
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from claims.model import DateValue, Party, Place, Quantity
from claims.slots.party import unresolved

KINDS: Final = ("date", "quantity", "place", "party")
LANGUAGES: Final = ("ar", "en")
HELD: Final = "held out"
"""The collection of which nobody is told what was missed, so that no rule is written after it."""
UNLISTED: Final = "?"
LOCAL: Final = "local"
UNNAMED: Final = frozenset(
    {"civilians", "infrastructure", "military object", "object", "local sources", "unspecified"}
)
"""Kinds of parties that are no names: people, things hit, sources without a name."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something that a text states.

    Attributes:
        readings: notations that are equally right; none where any value will do.
        words: words that the find must hold or lie in; "" where the value alone decides.
    """

    readings: tuple[str, ...]
    words: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """Something that a finder found.

    Attributes:
        readings: the notations that it fulfils.
        words: where it was found.
        start: position of the words in the text, in code points.
        unnamed: whether it is a party without a name: of a kind of `UNNAMED`, or only a noun (*the government*, *soldiers*).
    """

    readings: frozenset[str]
    words: str
    start: int = 0
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class SlotCase:
    """One text and one kind of slot.

    Attributes:
        collection: ``corpus`` (the phrasings that rules were written with), ``unseen``, or `HELD`.
        language: of the folder or file, for the row of the table.
        kind: one of `KINDS`.
        text: what is read.
        wanted: all that must be found.
        optional: what may be found or not.
        free: whether anything else may be found, too: nothing then counts as too much.
        told: language that the finder is told, "" for none.
        reference: date of publication that the finder is told, "" for none.
        until: finds from here on are not looked at; None for the whole text.
        names: whether only parties with a name count, each once.
    """

    collection: str
    language: str
    kind: str
    text: str
    wanted: tuple[Wanted, ...]
    optional: tuple[Wanted, ...] = ()
    free: bool = False
    told: str = ""
    reference: str = ""
    until: int | None = None
    names: bool = False


def found_of(value: DateValue | Quantity | Place | Party) -> Found:
    """What a finder's value counts as."""
    if isinstance(value, DateValue):
        return Found(frozenset({value.edtf}), value.text, value.span.start)
    if isinstance(value, Quantity):
        return Found(frozenset({_quantity(value)}), value.text, value.span.start)
    if isinstance(value, Place):
        return Found(_place(value), value.text, value.span.start)
    reading = value.id or UNLISTED + value.text
    unnamed = value.kind in UNNAMED or value.id in unresolved()
    return Found(frozenset({reading}), value.text, value.span.start, unnamed)


def notation(
    low: float | None,
    high: float | None,
    *,
    low_open: bool = False,
    high_open: bool = False,
    approximate: bool = False,
) -> str:
    """Bounds in one word: ``9``, ``~15`` about, ``>5``, ``20+`` at least, ``..10`` at most, ``<10``, ``40-45``."""
    about = "~" if approximate else ""
    if low is None or high is None:
        return _half(low, high, about, strict=high_open if low is None else low_open)
    if low == high:
        return f"{about}{low:.12g}"
    return f"{'>' if low_open else ''}{about}{low:.12g}-{'<' if high_open else ''}{high:.12g}"


def _half(low: float | None, high: float | None, about: str, *, strict: bool) -> str:
    if low is not None:
        return f">{about}{low:.12g}" if strict else f"{about}{low:.12g}+"
    if high is not None:
        return f"<{about}{high:.12g}" if strict else f"..{about}{high:.12g}"
    return f"{about}?"


def _quantity(value: Quantity) -> str:
    number = notation(
        value.low,
        value.high,
        low_open=value.low_open,
        high_open=value.high_open,
        approximate=value.approximate,
    )
    return f"{number}|{value.unit}|{value.of}"


def _place(value: Place) -> frozenset[str]:
    local = {LOCAL} if not value.id or value.id.startswith("local:") else set()
    among = {f"among {one}" for one in value.candidates}
    return frozenset({value.id} | local | among)
