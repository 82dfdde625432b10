"""What to look at next, and whose turn it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Final

from claims.errors import InputError
from claims.model import PairKey, QueueItem, Status, Wanted
from claims.review.roles import Action, check, covers
from claims.services.desk import Desk, held, page_size, place
from claims.services.numbering import REVIEWERS
from claims.services.policy import reviewers_of, reviewers_said
from claims.services.sides import items_of, key_of, open_items
from claims.slots.time.edtf import interval
from claims.store import decisions, facets, leases, pairs, people, queue
from claims.store.engine import Reader
from claims.store.leases import MOST_MINUTES, Term
from claims.store.pairs import Place
from claims.store.queue import OWN, TEAM, Bearings, Spot

MINUTES: Final = 10
"""How long a pair is held for a reviewer unless a call says otherwise."""


AHEAD: Final = 32
"""So many open pairs are looked at for one that nobody holds, before a second person is let to one that somebody holds.

Whoever answers a pair keeps their seat until the lease ends, so that two who come at once would both be second to somebody who
answered before, and one of them in vain.
"""


IN_HAND: Final = 8
"""So many pairs at most are one person's at a time on a screen that shows one after the other."""

ON_SCREEN: Final = 30
"""How many minutes they are."""


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
            if begin is None and asked.status is Status.OPEN:
                begin = queue.cursor(connection, who, OWN)
            found: list[PairKey] = []
            term, seats = self._term(MOST_MINUTES), reviewers_of(connection)
            for spot in _walk(connection, who, asked, term, begin, seats):
                if len(found) == size:
                    break
                if spot.key not in skipped and not (asked.status is Status.OPEN and spot.mine):
                    found.append(spot.key)
            return items_of(connection, pairs.some(connection, found), who)

    def unknown(self, wanted: Wanted) -> tuple[str, ...]:
        """Of the speaker and the place that are asked for, those that no claim of a suggested pair has."""
        with self._desk.reading() as connection:
            return facets.unknown(connection, wanted)

    def next(
        self,
        *,
        reviewer: str = "",
        wanted: Wanted | None = None,
        after: str = "",
        minutes: int = MINUTES,
    ) -> QueueItem | None:
        """The next pair that nobody else has in hand, and a lease on it for this reviewer (the actor).

        A pair that all who were asked have answered is passed over; who has one in hand already gets it again. Where several
        are asked, a pair that somebody holds is given to as many as are asked only when none of the next `AHEAD` is free.
        What is given follows from what one answered oneself, from what everybody may know, and from the leases that run, which
        last as long whether or not their holders have answered. A lease that ran out is as good as none.

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
            seats, term = reviewers_said(bearings.fact), self._term(held_for)
            start = begin or bearings.behind
            behind, found = _chosen(_walk(connection, who, asked, term, start, seats), seats)
            if begin is None and not asked.narrows:
                _put_behind(connection, who, behind)
            taken = _taken(connection, who, found, term, seats)
            return taken[0] if taken else None

    def hand(
        self, *, reviewer: str = "", limit: int = IN_HAND, at_hand: Collection[PairKey | str] = ()
    ) -> tuple[QueueItem, ...]:
        """Pairs for a screen that shows one after the other, best first; in a team each is this reviewer's (the actor's) for a while.

        By the rule of `next`, for `ON_SCREEN` minutes, and `IN_HAND` at most together with those ``at_hand``: so two people are
        not shown one pair unless the case asks for both. A case without people is worked on alone, and who may not decide
        only looks on: then they are those of `queue`, and nothing is held.

        Args:
            reviewer: who asks; "" for the actor.
            limit: at most so many.
            at_hand: pairs that the screen has already.

        Returns:
            The pairs; none when all that is left is in the hands of others.
        """
        who, size = self._desk.who(reviewer), page_size(limit)
        skipped = {key_of(key) for key in at_hand}
        with self._desk.reading(by=who) as connection:
            takes = covers(people.roles(connection), who, Action.DECIDE)
        if not takes:
            return self.queue(reviewer=reviewer, limit=size, skip=skipped)
        many = min(size, IN_HAND - len(skipped))
        if many < 1:
            return ()
        with self._taking(who) as (connection, bearings):
            seats, term = reviewers_said(bearings.fact), self._term(ON_SCREEN)
            spots = _walk(connection, who, Wanted(), term, bearings.behind, seats)
            behind, found = _chosen(spots, seats, many=many, skipped=skipped)
            _put_behind(connection, who, behind)
            return _taken(connection, who, found, term, seats)

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
            if decisions.mine(connection, who, [wanted]):
                return False
            alone = reviewers_of(connection) == 1
            return leases.release(connection, wanted, who, at_once=alone)

    def held(self, *, reviewer: str = "") -> tuple[PairKey, ...]:
        """The pairs that the reviewer (the actor) holds now; nobody is told what others hold."""
        who = self._desk.who(reviewer)
        with self._desk.reading(by=who) as connection:
            taken = leases.held(connection, who, self._term(MOST_MINUTES))
            answered = decisions.mine(connection, who, list(taken))
            return tuple(key for key in taken if key not in answered)

    @contextmanager
    def _taking(self, who: str) -> Iterator[tuple[Reader, Bearings]]:
        """A transaction that gives pairs, after the role of whoever asks was checked, with where they stand."""
        with self._desk.store.passing() as connection:
            bearings = queue.bearings(connection, who, TEAM, REVIEWERS)
            check(bearings.people(who), who, Action.DECIDE)
            yield connection, bearings

    def _term(self, minutes: int) -> Term:
        """From now on; asked for when it is one's turn to write, for time passes while one waits for others."""
        now = self._desk.now()
        until = datetime.fromisoformat(now) + timedelta(minutes=minutes)
        return Term(now, until.isoformat(timespec="microseconds"))


def _walk(
    connection: Reader, who: str, wanted: Wanted, term: Term, after: Place | None, seats: int
) -> Iterator[Spot]:
    return queue.walk(connection, who, wanted, term, after=after, reviewers=seats)


@contextmanager
def kept_in_order(connection: Reader, key: PairKey) -> Iterator[None]:
    """While an answer on this pair is stored: give the pairs around it the place that follows from it."""
    reviewers = reviewers_of(connection)
    before = [queue.lift_of(connection, claim, reviewers) for claim in (key.left, key.right)]
    yield
    for claim, lift in zip((key.left, key.right), before, strict=True):
        queue.move(connection, claim, queue.lift_of(connection, claim, reviewers) - lift)
    queue.reopen(connection, key)


def pass_over(connection: Reader, reviewer: str, term: Term) -> None:
    """Note how far everything is behind a reviewer who has just answered."""
    behind, reviewers = queue.cursor(connection, reviewer, OWN), reviewers_of(connection)
    spots = queue.walk(connection, reviewer, Wanted(), term, after=behind, reviewers=reviewers)
    last = None
    for spot in spots:
        if not spot.mine:
            break
        last = spot.place
    if last is not None:
        queue.put_cursor(connection, reviewer, OWN, last)


def _put_behind(connection: Reader, who: str, behind: Place | None) -> None:
    """Note up to where nothing of the queue is left for a reviewer."""
    if behind is not None:
        queue.put_cursor(connection, who, TEAM, behind)


def _taken(
    connection: Reader, who: str, found: Iterable[PairKey], term: Term, seats: int
) -> tuple[QueueItem, ...]:
    """The pairs on which a reviewer got a lease; they have answered none of them."""
    keys = [key for key in found if leases.take(connection, key, who, seats=seats, term=term)]
    return open_items(connection, pairs.some(connection, keys))


def _chosen(
    spots: Iterable[Spot], seats: int, *, many: int = 1, skipped: Collection[PairKey] = ()
) -> tuple[Place | None, list[PairKey]]:
    """Up to where everything is behind a reviewer at the beginning of what waits, and the pairs that are theirs now.

    Args:
        spots: the pairs as the reviewer meets them, in order.
        seats: how many people are asked about each.
        many: how many are wanted.
        skipped: pairs that are not asked for.
    """
    behind: Place | None = None
    free: list[PairKey] = []
    second: list[PairKey] = []
    looked = begun = 0
    for spot in spots:
        if spot.mine or spot.answers >= seats:
            behind = behind if begun else spot.place
            continue
        begun += 1
        if spot.key in skipped:
            continue
        if not spot.held:
            free.append(spot.key)
        else:
            looked += 1
            second += [spot.key] if spot.held < seats else []
        if len(free) == many or ((free or second) and looked >= AHEAD):
            break
    return behind, free or second[:many]


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


def _place(after: str) -> Place | None:
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
    return Place(sign * rank, wanted.left, wanted.right)


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
