"""What to look at next, and whose turn it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice
from typing import Final

from claims.errors import InputError
from claims.model import PairKey, QueueItem, Status, UnknownName, Wanted
from claims.review.roles import Action, check, covers
from claims.review.turns import turn
from claims.services.asking import in_words_of_the_case, unknown
from claims.services.desk import Desk, held, page_size, place
from claims.services.numbering import REVIEWERS
from claims.services.policy import in_dispute, reviewers_of, reviewers_said
from claims.services.sides import items_of, key_of, open_items
from claims.slots.time.edtf import interval
from claims.store import (
    adjudications,
    cursors,
    decisions,
    leases,
    lifting,
    pairs,
    people,
    queue,
)
from claims.store.cursors import OWN, TEAM, Bearings
from claims.store.engine import Reader
from claims.store.leases import MOST_MINUTES, Term
from claims.store.pairs import Position
from claims.store.queue import Asking, Queued

MINUTES: Final = 10
"""How long a pair is held for a reviewer unless a call says otherwise."""


AHEAD: Final = 32
"""Where several are asked, so many open pairs are looked at for those that are a reviewer's turn before others'."""


IN_HAND: Final = 8
"""So many pairs at most are one person's at a time on a screen that shows one after the other."""

ON_SCREEN: Final = 30
"""How many minutes they are."""


_TO_ANSWER: Final = frozenset({Status.OPEN, Status.FORMER})
"""What is asked of somebody, and therefore not of whoever settled the pair."""


class Queueing:
    """The queue of a case, and who holds which pair."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def queue(
        self,
        *,
        reviewer: str = "",
        limit: int = 20,
        skip: Collection[PairKey | str] = (),
        wanted: Wanted | None = None,
        after: str = "",
    ) -> tuple[QueueItem, ...]:
        """The pairs that tell most when this reviewer (the actor) looks at them, best first.

        Args:
            reviewer: who asks; "" for the actor.
            limit: at most so many.
            skip: pairs that are at hand already.
            wanted: only those; None for all that the reviewer has not decided.
            after: go on after this one: the ``after`` of an item.

        Raises:
            InputError: a day that is none, or ``after`` is not of an item.
        """
        who, size = self._desk.who(reviewer), page_size(limit)
        asked, begin = _checked(wanted or Wanted()), _place(after)
        skipped = {key_of(key) for key in skip}
        with self._desk.reading(by=who) as connection:
            if asked.status in _TO_ANSWER:
                skipped |= adjudications.settled_by(connection, who, reviewers_of(connection))
            asked = in_words_of_the_case(connection, asked)
            if begin is None and asked.status is Status.OPEN:
                begin = cursors.cursor(connection, who, OWN)
            spots = _spots(connection, who, asked, begin)
            found = list(islice((spot.key for spot in spots if spot.key not in skipped), size))
            return items_of(connection, pairs.some(connection, found), who)

    def unknown(self, wanted: Wanted) -> tuple[UnknownName, ...]:
        """Of the speaker and the place that are asked for, those that no claim of the case has, with names there that are much like them."""
        with self._desk.reading() as connection:
            return unknown(connection, wanted)

    def next(
        self,
        *,
        reviewer: str = "",
        wanted: Wanted | None = None,
        after: str = "",
        minutes: int = MINUTES,
    ) -> QueueItem | None:
        """The next pair on which a seat is free, and a lease on it for this reviewer (the actor).

        Each pair has as many seats as the case asks for people; a lease takes one until it ends, whether or not its holder has
        answered. A pair that all who were asked have answered is passed over, and so is one whose seats are all taken by others.
        Else others make a difference only by what everybody knows: settled pairs lift those of claims that are close to a verdict,
        and in a case for one an answer, or giving back, ends a lease. Nor is one given a pair that one settled. Where several are asked, and more are in the team,
        the first of the next `AHEAD` open pairs that it is one's turn to look at (`claims.review.turns`). Who has a pair in hand
        already gets it again.

        Args:
            reviewer: who asks; "" for the actor.
            wanted: only these pairs; its status is always open.
            after: go on after this one: the ``after`` of an item.
            minutes: how long to hold it, at most `MOST_MINUTES`.

        Returns:
            The pair, None when there is none.
        """
        who, held_for = self._desk.who(reviewer), _minutes(minutes)
        asked, begin = _checked(wanted or Wanted()), _place(after)
        with self._taking(who) as (connection, bearings):
            seats = reviewers_said(bearings.fact)
            if begin is None:
                begin = _begin(connection, who, bearings, seats)
            asked = in_words_of_the_case(connection, asked)
            asking = Asking(who, asked, self._term(held_for), begin, seats)
            taken = _taken(connection, asking, _chosen(connection, asking, many=1))
            return taken[0] if taken else None

    def hand(
        self,
        *,
        reviewer: str = "",
        limit: int = IN_HAND,
        at_hand: Collection[PairKey | str] = (),
        wanted: Wanted | None = None,
    ) -> tuple[QueueItem, ...]:
        """Pairs for a screen that shows one after the other, best first; in a team each is this reviewer's (the actor's) for a while.

        By the rule of `next`, for `ON_SCREEN` minutes, and `IN_HAND` at most together with those ``at_hand``: so two people are
        not shown one pair unless the case asks for both. A case without people is worked on alone, and who may not decide
        only looks on: then they are those of `queue`, and nothing is held.

        Args:
            reviewer: who asks; "" for the actor.
            limit: at most so many.
            at_hand: pairs that the screen has already.
            wanted: only these pairs; its status is always open.

        Raises:
            InputError: a day that is none.

        Returns:
            The pairs; none when all that is left is in the hands of others.
        """
        who, size = self._desk.who(reviewer), page_size(limit)
        skipped = {key_of(key) for key in at_hand}
        asked = replace(_checked(wanted or Wanted()), status=Status.OPEN)
        with self._desk.reading(by=who) as connection:
            takes = covers(people.roles(connection), who, Action.DECIDE)
        if not takes:
            return self.queue(reviewer=reviewer, limit=size, skip=skipped, wanted=asked)
        many = min(size, IN_HAND - len(skipped))
        if many < 1:
            return ()
        with self._taking(who) as (connection, bearings):
            seats = reviewers_said(bearings.fact)
            begin = _begin(connection, who, bearings, seats)
            asked = in_words_of_the_case(connection, asked)
            asking = Asking(who, asked, self._term(ON_SCREEN), begin, seats)
            found = _chosen(connection, asking, many=many, skipped=skipped)
            return _taken(connection, asking, found)

    def take(self, key: PairKey | str, *, reviewer: str = "", minutes: int = ON_SCREEN) -> bool:
        """Take a pair that was asked for by name; False when it is in the hands of others.

        It may be looked at all the same, and an answer is not refused. Nothing is held of a pair that the reviewer or all who were
        asked have answered, that is suggested no more, in a case without people, or by somebody who may not decide.

        Args:
            key: the pair.
            reviewer: who asks; "" for the actor.
            minutes: how long to hold it, at most `MOST_MINUTES`.

        Raises:
            NotFound: the case holds no such pair.
        """
        wanted, who, held_for = key_of(key), self._desk.who(reviewer), _minutes(minutes)
        with self._desk.reading(by=who) as connection:
            held(pairs.version(connection, wanted), "pair", str(wanted))
            if not covers(people.roles(connection), who, Action.DECIDE):
                return True
        with self._taking(who) as (connection, bearings):
            seats, term = reviewers_said(bearings.fact), self._term(held_for)
            if not queue.waits(connection, wanted, who, seats):
                return True
            return leases.take(connection, wanted, who, seats=seats, term=term)

    def release(self, key: PairKey | str, *, reviewer: str = "") -> bool:
        """Give a pair back; whether the reviewer (the actor) held it.

        In a case for one, somebody else may have it at once; in a case for several when the lease would have ended, so that
        nobody can tell a pair that was given back from one that was answered.
        """
        wanted, who = key_of(key), self._desk.who(reviewer)
        with self._desk.passing(Action.DECIDE, by=who) as connection:
            held(pairs.version(connection, wanted), "pair", str(wanted))
            if _answered(connection, who, [wanted]):
                return False
            alone = reviewers_of(connection) == 1
            return leases.release(connection, wanted, who, at_once=alone)

    def held(self, *, reviewer: str = "") -> tuple[PairKey, ...]:
        """The pairs that the reviewer (the actor) holds now; nobody is told what others hold."""
        who = self._desk.who(reviewer)
        with self._desk.reading(by=who) as connection:
            taken = leases.held(connection, who, self._term(MOST_MINUTES))
            answered = _answered(connection, who, list(taken))
            return tuple(key for key in taken if key not in answered)

    @contextmanager
    def _taking(self, who: str) -> Iterator[tuple[Reader, Bearings]]:
        """A transaction that gives pairs, after the role of whoever asks was checked, with where they stand."""
        with self._desk.store.passing() as connection:
            bearings = cursors.bearings(connection, who, TEAM, REVIEWERS)
            if not covers(bearings.people(who), who, Action.DECIDE):
                check(people.roles(connection), who, Action.DECIDE)
            yield connection, bearings

    def _term(self, minutes: int) -> Term:
        """From now on; asked for when it is one's turn to write, for time passes while one waits for others."""
        now = self._desk.now()
        until = datetime.fromisoformat(now) + timedelta(minutes=minutes)
        return Term(now, until.isoformat(timespec="microseconds"))


def _answered(connection: Reader, who: str, keys: list[PairKey]) -> frozenset[PairKey]:
    """Those of these pairs of which a reviewer's answer counts."""
    own = decisions.mine(connection, who, keys).values()
    return frozenset(each.key for each in own if each.counts)


def _spots(connection: Reader, who: str, asked: Wanted, begin: Position | None) -> Iterable[Queued]:
    """The pairs that are asked for, in the order of the queue."""
    if asked.status is Status.DISPUTED:
        keys = [each.key for each in in_dispute(connection)]
        return queue.among(connection, keys, asked, after=begin)
    seats = reviewers_of(connection)
    return queue.walk(connection, who, asked, after=begin, reviewers=seats)


def _begin(connection: Reader, who: str, bearings: Bearings, seats: int) -> Position | None:
    """Just before the first pair that is open, which is noted for the next time."""
    return queue.advance(connection, who, TEAM, bearings.behind, seats)


def _chosen(
    connection: Reader, asking: Asking, *, many: int, skipped: Collection[PairKey] = ()
) -> list[PairKey]:
    """The pairs that are this reviewer's now, at most so many, without those that are skipped."""
    skipped = {*skipped, *adjudications.settled_by(connection, asking.who, asking.seats)}
    ahead = many if asking.seats == 1 else max(many, AHEAD)
    spots = queue.free(connection, asking, limit=ahead + len(skipped))
    found = [spot for spot in spots if spot.key not in skipped][:ahead]
    return [spot.key for spot in _in_turn(connection, asking, found)][:many]


def _in_turn(connection: Reader, asking: Asking, spots: list[Queued]) -> list[Queued]:
    """Open pairs in the order in which one reviewer is given them, where more than one are asked."""
    if asking.seats == 1:
        return spots
    roles = people.roles(connection)
    team = [name for name in roles if covers(roles, name, Action.DECIDE)]

    def last(spot: Queued) -> tuple[bool, int]:
        return not spot.in_hand, min(turn(spot.key, asking.who, team), asking.seats)

    return sorted(spots, key=last) if len(team) > asking.seats else sorted(spots, key=_not_in_hand)


def _not_in_hand(spot: Queued) -> bool:
    return not spot.in_hand


def _taken(connection: Reader, asking: Asking, found: Iterable[PairKey]) -> tuple[QueueItem, ...]:
    """The pairs on which a reviewer got a lease; none of their answers to them counts."""
    who, seats, term = asking.who, asking.seats, asking.term
    keys = [key for key in found if leases.take(connection, key, who, seats=seats, term=term)]
    items = open_items(connection, pairs.some(connection, keys), who)
    return tuple(replace(item, until=term.until) for item in items)


@contextmanager
def kept_in_order(connection: Reader, key: PairKey, reviewers: int) -> Iterator[None]:
    """While an answer on this pair is stored: give the pairs around it the place that follows from it."""
    sides = (key.left, key.right)
    before = [lifting.lift_of(connection, claim, reviewers) for claim in sides]
    yield
    for claim, lift in zip(sides, before, strict=True):
        lifting.move(connection, claim, lifting.lift_of(connection, claim, reviewers) - lift)


def pass_over(connection: Reader, reviewer: str, reviewers: int) -> None:
    """Note how far everything is behind a reviewer who has just answered."""
    behind = cursors.cursor(connection, reviewer, OWN)
    queue.advance(connection, reviewer, OWN, behind, reviewers)


def _minutes(minutes: int) -> int:
    """How long a pair is asked for.

    Raises:
        InputError: longer than any is given, or not at all.
    """
    if not 1 <= minutes <= MOST_MINUTES:
        raise InputError(
            f"A pair cannot be held for {minutes} minutes.",
            next_step=f"Hold it for 1 to {MOST_MINUTES}.",
        )
    return minutes


def _place(after: str) -> Position | None:
    """Where to go on: place and key of a pair.

    Raises:
        InputError: it is not what an item gave as ``after``.
    """
    if not after:
        return None
    number, _, key = after.partition("~")
    sign = -1 if number.startswith("-") else 1
    try:
        wanted, rank = key_of(key), place(number.removeprefix("-"))
    except InputError as error:
        raise InputError(
            f"{after!r} is not the `after` of a pair.",
            next_step="Hand back the `after` of the last pair, as `claims queue --json` prints it.",
        ) from error
    return Position(sign * rank, wanted.left, wanted.right)


def _checked(wanted: Wanted) -> Wanted:
    """The filters, when the days in them are days.

    Raises:
        InputError: one is none.
    """
    for day in (wanted.since, wanted.until):
        days = interval(day) if day else None
        if day and (days is None or days[0] != days[1] or days[0].isoformat() != day):
            raise InputError(f"{day!r} is no day.", next_step="Write it as 2018-03-27.")
    if wanted.since and wanted.until and wanted.since > wanted.until:
        raise InputError(
            f"No day is from {wanted.since} on and until {wanted.until}.",
            next_step="Give the earlier day as since, the later one as until.",
        )
    return wanted
