"""Everything that was found in one document, by token.

The document is cut and read once; sentences and clauses are ranges of its tokens.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import Any, TypeVar

from claims.extraction.envoys import speaking
from claims.extraction.named_places import of_nobody
from claims.extraction.others import others_of, with_noun_behind, with_places, with_totals
from claims.extraction.unlisted import with_unlisted
from claims.model import (
    PLAIN,
    DateValue,
    Document,
    Party,
    Place,
    Quantity,
    Span,
    Unread,
    Wordlist,
)
from claims.model.quick import quick
from claims.slots.party import find_parties, find_sources, unresolved
from claims.slots.place import find_places
from claims.slots.quantity import find_quantities, find_unread
from claims.slots.time import read_dates
from claims.text.tokens import Tokens, tokens

V = TypeVar("V", DateValue, Party, Place, Quantity, Unread)
T = TypeVar("T")
_NOT_YET: Any = object()


@dataclass(frozen=True, slots=True)
class Range:
    """Tokens ``first`` up to, not including, ``end`` of a document."""

    first: int
    end: int

    def __contains__(self, index: int) -> bool:
        return self.first <= index < self.end


ranged = quick(Range)


class Found(tuple[V, ...]):  # noqa: SLOT001 - a tuple can have no slots but none
    """Values in the order of their spans, and the offsets at which these begin."""

    @cached_property
    def starts(self) -> list[int]:
        """The raw offset of each value."""
        return [one.span.start for one in self]


@dataclass(frozen=True, slots=True)
class Mentions:
    """A document's tokens and the slot values found in them, each kind in the order of its spans.

    Attributes:
        document: the document.
        tokens: its tokens.
        origins: raw offset of each token, for the way from spans to tokens.
        dates: dates.
        quantities: quantities that are not part of a date.
        places: places.
        parties: actors, targets and things.
        sources: parties that can speak.
        unread: words that state a date or a quantity and could not be understood.
    """

    document: Document
    tokens: Tokens
    origins: tuple[int, ...]
    dates: Found[DateValue]
    quantities: Found[Quantity]
    places: Found[Place]
    parties: Found[Party]
    sources: Found[Party]
    unread: Found[Unread]
    _spans: dict[tuple[int, int], Span] = field(default_factory=dict, compare=False, repr=False)
    _ranges: dict[tuple[int, int], Range] = field(default_factory=dict, compare=False, repr=False)
    _made: dict[Hashable, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    def range(self, span: Span) -> Range:
        """The tokens that begin within ``span``.

        A value that is written onto و or ب (والأربعاء) begins inside of its token, which is then not among them; who needs
        that token asks `token_at`. Counting it in everywhere was measured and read less: names and figures then hide the
        predicate or the conjunction that they are written onto.
        """
        asked = (span.start, span.end)
        found = self._ranges.get(asked)
        if found is None:
            first = bisect_left(self.origins, span.start)
            found = ranged(first, bisect_left(self.origins, span.end))
            self._ranges[asked] = found
        return found

    def once(self, key: Hashable, work: Callable[[], T]) -> T:
        """What ``work`` makes of these mentions: worked out for the first who asks; other mentions of the same document keep their own.

        Args:
            key: what stands for ``work`` and its arguments.
            work: a pure function of these mentions and of what ``key`` holds.
        """
        made: T = self._made.get(key, _NOT_YET)
        if made is _NOT_YET:
            self._made[key] = made = work()
        return made

    def token_at(self, offset: int) -> int:
        """The token that the raw ``offset`` lies in, or the one before it."""
        behind = bisect_right(self.origins, offset)
        return behind - 1 if behind else 0

    def span(self, tokens: Range) -> Span:
        """The raw span of a range of at least one token."""
        asked = (tokens.first, tokens.end)
        found = self._spans.get(asked)
        if found is None:
            self._spans[asked] = found = self.tokens.span(*asked)
        return found


def indices(ranges: Iterable[Range]) -> frozenset[int]:
    """The tokens of some ranges, together."""
    return frozenset(chain.from_iterable([range(one.first, one.end) for one in ranges]))


def within(values: Found[V], span: Span) -> tuple[V, ...]:
    """The values that lie wholly within ``span``."""
    end = span.end
    first = bisect_left(values.starts, span.start)
    last = bisect_left(values.starts, end, first)
    return tuple([one for one in values[first:last] if one.span.end <= end])


def find_mentions(document: Document, wordlist: Wordlist = PLAIN) -> Mentions:
    """Read all slot values of a document; relative dates resolve against its publication date.

    Args:
        document: the document.
        wordlist: parties and places that the case adds.
    """
    cut = tokens(_closed(document.text))
    dates, unread = read_dates(cut, reference=document.published, language=document.language)
    taken = tuple(date.span for date in dates)
    origins = _origins(cut)
    parties = find_parties(cut, glossary=wordlist.parties)
    places = find_places(cut, glossary=wordlist.places)
    return Mentions(
        document=document,
        tokens=cut,
        origins=origins,
        dates=Found(dates),
        quantities=Found(
            with_totals(cut, with_places(cut, _of_whom(cut, find_quantities(cut, taken=taken))))
        ),
        places=Found(of_nobody(with_unlisted(cut, places, taken, parties), parties)),
        parties=Found(party for party in parties if not _only_tells(party)),
        sources=Found(
            _told_by(cut, one)
            for one in speaking(cut, origins, find_sources(cut, glossary=wordlist.parties))
        ),
        unread=Found(sorted((*unread, *find_unread(cut)), key=lambda one: one.span)),
    )


def _closed(text: str) -> str:
    """A text that ends with a line feed: behind each word of it stands another token, as in a file."""
    return text if text.endswith("\n") else f"{text}\n"


def _of_whom(cut: Tokens, quantities: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """The figures, those that leave whom they count to the figure before or behind with that."""
    return others_of(cut, with_noun_behind(cut, quantities))


_TELLING = frozenset({"ministry", "media"})


def _only_tells(party: Party) -> bool:
    """Whether a party is a ministry, a court or a medium of which only that is said: it has no part in a deed."""
    return party.kind in _TELLING and party.id in unresolved()


_REPORTING = " reports"
_THAT = " that"


def _told_by(cut: Tokens, source: Party) -> Party:
    """A source without the English verb that reads like a noun of its name (the General Staff *reports* that …)."""
    if not source.text.endswith(_REPORTING):
        return source
    behind = cut.shadow.raw[source.span.end : source.span.end + len(_THAT)]
    if not (behind.startswith((" that", ".")) or behind[1:2].isdigit()):
        return source
    end = source.span.end - len(_REPORTING)
    return replace(
        source, text=source.text.removesuffix(_REPORTING), span=Span(source.span.start, end)
    )


def _origins(cut: Tokens) -> tuple[int, ...]:
    """The raw offset at which each token begins; one walk along the steps of the shadow."""
    turns, shifts, starts = cut.shadow.turns, cut.shadow.shifts, cut.starts
    if not turns:
        return starts
    found: list[int] = []
    steps = [bisect_left(starts, turn) for turn in turns[1:]]
    for first, end, shift in zip((0, *steps), (*steps, len(starts)), shifts, strict=True):
        found += map(shift.__add__, starts[first:end])
    return tuple(found)
