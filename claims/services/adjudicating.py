"""Settle what reviewers part on: by somebody else, on all their answers, each of which stays as it was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.errors import NotAllowed, Refused, Stale
from claims.model import (
    Adjudication,
    Answer,
    Apparent,
    Decision,
    Dispute,
    Ground,
    PairKey,
    Relation,
    Ruling,
    SameEvent,
    Slot,
)
from claims.review.adjudication import (
    adopted,
    answers_of,
    are_answers,
    by_pair,
    check_adopted,
    check_ground,
    check_middle,
    in_force,
    own_words,
)
from claims.review.roles import Action, covers
from claims.services.choices import chosen
from claims.services.desk import Desk, held, page_size
from claims.services.marks import mark_of, token_of
from claims.services.numbering import settled as numbered
from claims.services.policy import in_dispute, known, reviewed, settled_on, words_on_pairs
from claims.services.sides import key_of
from claims.store import adjudications as store
from claims.store import decisions, pairs, people
from claims.store.engine import Reader
from claims.store.rows import LeftOut, storable
from claims.store.writer import Writer


class Adjudicating:
    """The adjudication of a case."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def settles(self) -> bool:
        """Whether the actor's role covers to settle pairs; in a case without people everybody's does."""
        with self._desk.reading() as connection:
            team = people.roles(connection)
        return not team or covers(team, self._desk.who(""), Action.ADJUDICATE)

    def queue(self, *, limit: int = 20, skip: Iterable[PairKey | str] = ()) -> tuple[Dispute, ...]:
        """The pairs on which reviewers part and no ruling is in force, least agreement first.

        Only pairs that all who were asked have answered; every answer comes along.
        """
        size, skipped = page_size(limit), {key_of(key) for key in skip}
        with self._desk.reading() as connection:
            found = in_dispute(connection)
        return tuple(each for each in found if each.key not in skipped)[:size]

    def count(self) -> int:
        """How many pairs `queue` has in all."""
        with self._desk.reading() as connection:
            return len(in_dispute(connection))

    def settle(  # noqa: PLR0913 - every field of the form is a word of its own here
        self,
        key: PairKey | str,
        *,
        relation: Relation | str,
        ground: Ground | str,
        same_event: SameEvent | str | None = None,
        slots: Iterable[Slot | str] = (),
        apparent: Apparent | str | None = None,
        note: str = "",
        seen: Sequence[Answer] | None = None,
        adopts: str = "",
        token: str = "",
    ) -> Adjudication:
        """Record what holds of a pair. An earlier ruling on it is superseded; the answers stay as they are.

        A pair on which nobody parts may be settled too: all who answered may have misread it.

        Args:
            key: the pair.
            relation: as in `Review.decide`, and so are ``same_event``, ``slots`` and ``apparent``.
            ground: why, as a code.
            same_event: the gate.
            slots: on what both part.
            apparent: which kind of apparent conflict it is.
            note: why, in the adjudicator's words.
            seen: the answers that were on screen; None: do not check.
            adopts: whose answer is adopted; "": whoever said the same. It has to be said where ``seen`` is not, the ground names the
                first answer or another one, and the first to answer has changed or taken back what they said.
            token: one for each submission: the same token again gives the ruling that is already stored.

        Raises:
            NotAllowed: the actor's role does not cover it, or they reviewed the pair themselves in a case that asks for
                more than one reviewer or has people.
            NotFound: the case holds no such pair.
            Refused: not all have answered, the ground does not fit what is adopted, it is in doubt whose answer that is, or a rule of
                the model says no.
            Stale: an answer has changed since it was shown.
        """
        mark = mark_of(
            key_of(key),
            relation=relation,
            same_event=same_event,
            slots=slots,
            apparent=apparent,
            reason=note,
        )
        ruling = Ruling(mark, chosen(Ground, ground), storable(note))
        return self._record(
            ruling, seen, self._desk.name_of(adopts) if adopts else "", token_of(token)
        )

    def _record(
        self, ruling: Ruling, seen: Sequence[Answer] | None, adopts: str, token: str
    ) -> Adjudication:
        key, who = ruling.mark.key, self._desk.who()
        with self._desk.writing(Action.ADJUDICATE, "settle pair", str(key)) as writer:
            stored = store.with_token(writer.connection, who, token)
            if stored is not None:
                return _shown(writer, _same(stored, ruling))
            held(pairs.version(writer.connection, key), "pair", str(key))
            answers = settled_on(writer.connection, key)
            _check(writer.connection, who, key, answers)
            if adopts or seen is None:
                check_adopted(ruling, answers, adopts, _first(writer.connection, key, answers))
            check_ground(ruling, answers)
            check_middle(ruling, answers)
            originals = answers_of(answers)
            shown = None if seen is None else sorted(seen, key=lambda each: each.by)
            if shown is not None and not are_answers(shown, answers):
                raise _changed(key)
            stored = store.append(
                writer,
                key,
                ruling,
                (originals, adopted(ruling.mark, answers)),
                {"adjudicator": who, "settled_at": self._desk.now(), "token": token},
            )
            return _shown(writer, stored)

    def undo(self, *, token: str = "") -> Adjudication | None:
        """Take back the actor's newest ruling that still stands, by a new row; None when there is none."""
        who, given = self._desk.who(), token_of(token)
        with self._desk.writing(Action.ADJUDICATE, "undo ruling", who) as writer:
            stored = store.with_token(writer.connection, who, given, undo=True)
            undone = stored or store.undo(writer, by=who, at=self._desk.now(), token=given)
            return None if undone is None else _shown(writer, undone)

    def rulings(self) -> tuple[Adjudication, ...]:
        """The rulings in force, in the order they were stored; verdicts rest on them."""
        with self._desk.reading() as connection:
            return rulings_of(connection)

    def standing(self) -> tuple[Adjudication, ...]:
        """The ruling that stands on each pair that all have answered, as `rulings`, also where an answer has changed since."""
        with self._desk.reading() as connection:
            marks, _ = words_on_pairs(connection)
            answered = by_pair(marks)
            rows = (each for each in store.live(connection) if each.ruling is not None)
            return numbered(connection, (each for each in rows if each.key in answered))

    def history(self, key: PairKey | str) -> tuple[Adjudication, ...]:
        """Every ruling on a pair, in the order they were stored, while all its answers are there to be seen; else the asker's own alone.

        Raises:
            NotFound: the case holds no such pair.
        """
        wanted = key_of(key)
        with self._desk.reading() as connection:
            held(pairs.version(connection, wanted), "pair", str(wanted))
            rows = store.history(connection, wanted)
            if not settled_on(connection, wanted):
                rows = own_words(rows, self._desk.who(""))
            return numbered(connection, rows)

    def holding(self, key: PairKey | str) -> Adjudication | None:
        """The ruling in force on a pair; None where none was given, it was taken back, or an answer has changed since.

        Raises:
            NotFound: the case holds no such pair.
        """
        wanted = key_of(key)
        with self._desk.reading() as connection:
            held(pairs.version(connection, wanted), "pair", str(wanted))
            answers = settled_on(connection, wanted)
            rows = known(connection, store.history(connection, wanted))
            found = in_force(rows, {wanted: answers} if answers else {}).get(wanted)
            return None if found is None else numbered(connection, [found])[0]


def rulings_of(connection: Reader, left_out: LeftOut | None = None) -> tuple[Adjudication, ...]:
    """The rulings in force, in the order they were stored; ``left_out`` as in `claims.services.policy.words_on_pairs`."""
    marks, rulings = words_on_pairs(connection, left_out)
    found = in_force(rulings, by_pair(marks))
    return numbered(connection, sorted(found.values(), key=lambda each: each.id))


def _check(connection: Reader, who: str, key: PairKey, answers: Sequence[Decision]) -> None:
    """Pass when all have answered, and whoever rules is none of them, unless the case is worked on alone.

    One who ever answered the pair, and took it back, is a reviewer of it all the same.
    """
    if not answers:
        raise Refused(
            f"Pair {key} waits for answers: there is nothing to settle yet.",
            next_step="Settle it when all who were asked have answered.",
        )
    if reviewed(connection, who, key):
        raise NotAllowed(
            f"{who} reviewed pair {key}, and does not settle it.",
            next_step="Nothing was changed. Let somebody settle it who did not review it, under their own name (--by).",
        )


def _first(connection: Reader, key: PairKey, answers: Sequence[Decision]) -> str:
    """Who of those whose answers stand was the first to say anything of a pair."""
    people = {row.by for row in answers}
    return next(row.by for row in decisions.history(connection, key) if row.by in people)


def _shown(writer: Writer, stored: Adjudication) -> Adjudication:
    """The ruling under the number under which it is shown; while its pair waits, without what it says again of others' words."""
    rows: Iterable[Adjudication] = [stored]
    if not settled_on(writer.connection, stored.key):
        rows = own_words(store.history(writer.connection, stored.key), stored.by)
    (shown,) = numbered(writer.connection, [each for each in rows if each.id == stored.id])
    return shown


def _same(stored: Adjudication, ruling: Ruling) -> Adjudication:
    if stored.ruling == ruling:
        return stored
    raise Refused(
        f"Pair {ruling.mark.key}: this submission was stored before, saying something else.",
        next_step="Load the pair anew and settle it again.",
    )


def _changed(key: PairKey) -> Stale:
    return Stale(
        f"Pair {key}: an answer has changed since you saw it.",
        next_step="Nothing was stored. Look at the answers again and settle.",
    )
