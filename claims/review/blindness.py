"""Who may see which decision, and which answers were given blindly.

A case can ask for two or three people on every pair. Until all of them have answered, nobody but the one who gave an
answer sees it, or that it exists, or anything that follows from it. At the moment the last of them answers, the answers are
there to be seen, and for figures of agreement blindness has ended on that pair for good: whoever speaks later, or changes their mind,
could know the others' answers. What is shown follows from whose marks stand now: when one of them is taken back, or more people are
asked for, the pair waits and its answers are hidden again, though some have seen them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from claims.model import Decision, PairKey
from claims.review.names import look_alike

_NAME_BYTES: Final = 6
"""Of the numbers that tell nothing: 48 bits, which every reader of JSON holds exactly."""


KNOWING: Final = "knowing"
"""Why a mark is no blind answer: whoever made it had had another's answer in hand."""

ALIKE: Final = "alike"
"""Why a mark is no blind answer: whoever made it could be one with somebody who answered before, by their name."""

CLOSED: Final = "closed"
"""Why a mark is no blind answer: it was given to many pairs at once, which are asked no more."""

FORMER: Final = "former"
"""Why a mark is no blind answer: another's was there to be seen on the same claims in another form, before or after somebody edited them."""


@dataclass(frozen=True, slots=True)
class Round:
    """What was said of one pair, parted where blindness ended on it.

    Attributes:
        blind: the marks that stood when it ended, one for each person, in the order they were stored; empty while it
            lasts. Later rows may have superseded them, and what somebody said knowing others' answers superseded none of them.
        later: the rows in which one of these people said something else afterwards, or knowing others' answers.
        surplus: the rows of people who came when the answers were there to be seen.
        aside: the marks that stood when it ended and count as no blind answer, each with why: `KNOWING`, `CLOSED`, `FORMER` or `ALIKE`.
        ended: the number of the act with which it ended; 0 while it lasts.
    """

    blind: tuple[Decision, ...] = ()
    later: tuple[Decision, ...] = ()
    surplus: tuple[Decision, ...] = ()
    aside: tuple[tuple[Decision, str], ...] = ()
    ended: int = 0

    @property
    def stood(self) -> tuple[Decision, ...]:
        """The marks that stood when it ended, blind or not."""
        return (*self.blind, *(row for row, _ in self.aside))


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody had answers in hand that they were not to see yet: a copy of the case, or a colleague's file.

    Attributes:
        when: number of the act.
        who: had them.
        pairs: the pairs of which they had answers, or could learn something; None: of all.
        held: answers on each of these pairs were in it, so that it does not matter which are known here.
        told_by: who brought word of it in a file; "" where the record saw it itself.
    """

    when: int
    who: str
    pairs: frozenset[str] | None = None
    held: bool = False
    told_by: str = ""

    def shows(self, key: str, said: Sequence[tuple[int, Decision]], who: str) -> bool:
        """Whether there was anything to be seen of others on a pair, said as in `round_of`, by this person."""
        if self.pairs is not None and key not in self.pairs:
            return False
        return self.held or any(
            row.by != who and row.mark is not None and when <= self.when for when, row in said
        )


def visible(
    decisions: Iterable[Decision], *, reviewers: int, asker: str | None
) -> tuple[Decision, ...]:
    """The rows that the asker may see, in their order.

    Args:
        decisions: all rows on the pairs concerned, superseded ones included: they tell who has answered.
        reviewers: how many people judge each pair; 1 shows everything.
        asker: who asks; None for what the case as a whole may use, in verdicts and reports.
    """
    rows = tuple(decisions)
    if reviewers <= 1:
        return rows
    answered = _answered(rows)
    return tuple(
        row for row in rows if row.by == asker or len(answered.get(row.key, ())) >= reviewers
    )


def _answered(rows: Iterable[Decision]) -> dict[PairKey, set[str]]:
    """The people with a live mark on each pair."""
    people: dict[PairKey, set[str]] = {}
    for row in rows:
        if row.counts:
            people.setdefault(row.key, set()).add(row.by)
    return people


def knowing(
    said: Sequence[tuple[int, Decision]],
    looks: Iterable[Look],
    forms: Mapping[str, Sequence[tuple[int, Decision]]],
) -> frozenset[int]:
    """The numbers of the rows on a pair whose authors had another's answer on it in hand before, in whatever form it was asked.

    Args:
        said: as in `round_of`.
        looks: who had which answers when.
        forms: by its name what was said of this pair, and of the same claims before or after somebody edited them.
    """
    return frozenset(
        row.id
        for look in looks
        for when, row in said
        if look.who == row.by
        and look.when < when
        and any(look.shows(key, rows, row.by) for key, rows in forms.items())
    )


def round_of(
    said: Sequence[tuple[int, Decision]],
    asked: Mapping[int, int],
    aside: Mapping[int, str] = MappingProxyType({}),
) -> Round:
    """What was said of one pair, parted where blindness ended on it.

    While one is asked everything is there to be seen, also what was taken back: then it ended with the first word.

    Args:
        said: every row on the pair in the order they were stored, each with the number of the act that wrote it. Rows
            of one act came at once: a colleague's file, written where nobody's answers of here were in sight. Where
            a pair was compared anew while it waited, only answers to its newest version by then ended anything.
        asked: how many people the case asked for, by the number of the act from which on; one before the first.
        aside: the rows that count as no blind answer by their numbers, and why. They never take the place of an answer that was blind.
    """
    standing: dict[str, Decision] = {}
    wanted, newest = 1, 0
    anew = any(row.outdated for _, row in said)
    changed: list[Decision] = []
    for moment in sorted({when for when, _ in said} | asked.keys()):
        wanted = asked.get(moment, wanted)
        for when, row in said:
            if when == moment and not _stand(standing, row, aside):
                changed.append(row)
            newest = max(newest, row.seen) if when == moment else newest
        counting = {who: row for who, row in standing.items() if not anew or row.seen == newest}
        if (counting and len(counting) >= wanted) or (newest and wanted == 1):
            after = [*changed, *(row for when, row in said if when > moment)]
            return _parted(counting, after, aside, moment)
    return Round()


def _stand(standing: dict[str, Decision], row: Decision, aside: Mapping[int, str]) -> bool:
    """Let a row be what its author says, unless it stands in the place of a blind answer and is none itself; gives whether it is."""
    before = standing.get(row.by)
    if row.mark is None:
        standing.pop(row.by, None)
    elif before is None or before.id in aside or row.id not in aside:
        standing[row.by] = row
    else:
        return False
    return True


def _parted(
    standing: dict[str, Decision], after: Sequence[Decision], aside: Mapping[int, str], ended: int
) -> Round:
    stood = sorted(standing.values(), key=lambda row: row.id)
    aside = {**_twice(stood), **aside}
    return Round(
        tuple(row for row in stood if row.id not in aside),
        tuple(row for row in after if row.by in standing),
        tuple(row for row in after if row.by not in standing),
        tuple((row, aside[row.id]) for row in stood if row.id in aside),
        ended,
    )


def _twice(stood: Sequence[Decision]) -> dict[int, str]:
    """The marks of people whom a reader could take for one who answered before; one person agrees with nobody."""
    return {
        row.id: ALIKE
        for place, row in enumerate(stood)
        if any(look_alike(row.by, before.by) for before in stood[:place])
    }


def number_that_tells_nothing(*names: str) -> int:
    """A number for a row that does not tell how many other rows there are.

    Args:
        names: what the row is, the same in every copy of the case: its kind, its line, its place in that line.
    """
    digest = hashlib.sha256("\0".join(names).encode()).digest()
    return int.from_bytes(digest[:_NAME_BYTES], "big")
