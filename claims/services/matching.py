"""Compare the claims of a case; list and read its pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from claims.model import PairKey, QueueItem, Relation, Slot
from claims.review.roles import Action
from claims.services.choices import chosen
from claims.services.comparing import base_of, remember, run, write
from claims.services.desk import Desk, held, page_size, place
from claims.services.log import log
from claims.services.outlook import COMPARED
from claims.services.results import Conflicts, Page, PairCounts, PairsReport, Watch
from claims.services.seen import standing_for
from claims.services.sides import items_of, key_of
from claims.store import answers, tallies
from claims.store import pairs as store
from claims.store.pairs import PairRow, Position
from claims.store.rows import storable


class Pairs:
    """The suggested pairs of a case."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def compare(self, *, afresh: bool = False, progress: Watch | None = None) -> PairsReport:
        """Compare all claims of different attributed sources and record what changed since the last run.

        A pair whose comparison is another one now gets the next version; a pair that is no longer suggested stays
        with its decisions, out of the queue. What was compared is kept in the case: pairs of claims that stayed the same
        are not compared again, in this process or another. Claims that somebody adds meanwhile are compared as well: a
        run never records what was read before they came.

        Args:
            afresh: compare all claims, whatever is kept.
            progress: told of pairs done and pairs in all.
        """
        watch = None if progress is None else (lambda done, total: progress(done, total, ""))
        while True:
            made = run(self._desk, watch, afresh=afresh)
            number = str(len(made.base.present))
            with self._desk.writing(Action.COMPARE, COMPARED, number) as writer:
                if base_of(writer.connection) != made.base:
                    continue
                written = write(writer, self._desk, made)
                total = sum(tallies.counts(writer.connection).values())
            remember(self._desk, made, written)
            changes = written.changes
            log.info("claims compared", claims=number, pairs=total, new=changes.new)
            over = 0 if made.after is None else made.after.passed_over()
            return PairsReport(
                total, changes.new, changes.changed, changes.gone, over, changes.answered
            )

    def get(self, key: PairKey | str, *, reviewer: str = "") -> QueueItem:
        """The pair with both claims, and the reviewer's (the actor's) own decision on it.

        Raises:
            NotFound: the case holds no such pair.
        """
        wanted, who = key_of(key), self._desk.who(reviewer)
        with self._desk.reading(by=who) as connection:
            pair = held(store.pair(connection, wanted), "pair", str(wanted))
            return items_of(connection, [pair], who)[0]

    def list(
        self,
        *,
        relation: Relation | str | None = None,
        after: str = "",
        limit: int = 50,
        reviewer: str = "",
    ) -> Page[QueueItem]:
        """One page of the suggested pairs in the order of the queue; of one suggested relation when given."""
        size, who = page_size(limit), self._desk.who(reviewer)
        wanted = "" if relation is None else chosen(Relation, relation).value
        with self._desk.reading(by=who) as connection:
            found = store.page(connection, limit=size + 1, after=_place(after), relation=wanted)
            items = items_of(connection, found, who)
        return Page.of(
            [(_after(pair), item) for pair, item in zip(found, items, strict=True)], size
        )

    def of_claims(
        self, claims: Iterable[str], *, both: bool = False, limit: int = 50, reviewer: str = ""
    ) -> tuple[QueueItem, ...]:
        """The suggested pairs that hold one of these claims, in the order of the queue.

        Args:
            claims: their ids.
            both: only the pairs whose two claims are among them.
            limit: at most so many.
            reviewer: whose decision comes along; "" for the actor.
        """
        size, who = page_size(limit), self._desk.who(reviewer)
        wanted = sorted({storable(claim) for claim in claims})
        with self._desk.reading(by=who) as connection:
            found = store.of_claims(connection, wanted, both=both, limit=size)
            return items_of(connection, found, who)

    def count(self, *, reviewer: str = "") -> PairCounts:
        """How many pairs are suggested, by relation, and how many of them the reviewer (the actor) decided."""
        who = self._desk.who(reviewer)
        with self._desk.reading(by=who) as connection:
            counts = tallies.counts(connection)
            decided = answers.decided(connection, who)
        suggested = {relation: counts.get(relation.value, 0) for relation in Relation}
        total = sum(suggested.values())
        return PairCounts(total, suggested, decided, total - decided)

    def state(self) -> str:
        """What is another text after every change of claims and pairs, and the same one whatever reviewers say; for caches."""
        with self._desk.reading() as connection:
            return standing_for(connection)

    def conflicts(self) -> Conflicts:
        """On which slots, and between which sources, pairs are suggested to be in conflict."""
        with self._desk.reading() as connection:
            found = list(store.conflicts(connection))
        slots, sources = Counter[str](), Counter[str]()
        for one in found:
            slots.update(dict.fromkeys(one.slots, one.pairs))
            sources.update(dict.fromkeys(one.sources, one.pairs))
        return Conflicts(
            {slot: slots[slot.value] for slot in Slot},
            dict(sorted(sources.items(), key=lambda each: (-each[1], each[0]))),
        )


def _after(pair: PairRow) -> str:
    return f"{pair.rank}~{pair.comparison.key}"


def _place(after: str) -> Position | None:
    """Where a page goes on: the rank and the key of the last pair before it."""
    if not after:
        return None
    number, _, key = after.partition("~")
    wanted = key_of(key)
    return Position(place(number), wanted.left, wanted.right)
