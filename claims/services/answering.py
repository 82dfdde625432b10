"""Decide and undo: what a reviewer says of a pair is stored once, as it was on screen, or refused with a next step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from claims.errors import InHand, NotAllowed, Refused, Stale
from claims.model import (
    Apparent,
    Decision,
    Mark,
    PairKey,
    Relation,
    SameEvent,
    Slot,
    Status,
    Wanted,
)
from claims.review.roles import Action
from claims.services.desk import held
from claims.services.marks import checked, mark_of, token_of
from claims.services.numbering import decided
from claims.services.policy import has_settled, reviewers_of
from claims.services.queueing import Queueing, kept_in_order, pass_over
from claims.services.sides import key_of
from claims.store import adjudications, claims, cursors, decisions, leases, pairs, people, queue
from claims.store.audit import CLOSE
from claims.store.decisions import Said
from claims.store.engine import Reader
from claims.store.moments import TOLD_IN_SIGHT
from claims.store.writer import Writer


@dataclass(frozen=True, slots=True)
class Shown:
    """What was on screen when somebody answered.

    Attributes:
        version: of the pair; None: do not check.
        answer: number of their own answer so far, 0 for none; None: do not check.
        former: whether it was a pair that is asked no more.
        knowingly: whether it was seen that somebody else has it in hand.
        answers: how often they had answered it or taken an answer back; None: do not check.
        in_sight: whether others' answers to it had been in sight.
    """

    version: int | None
    answer: int | None
    former: bool = False
    knowingly: bool = False
    answers: int | None = None
    in_sight: bool = False


class Answering(Queueing):
    """What a reviewer does with the pairs of a case, one word after the other."""

    def decide(  # noqa: PLR0913 - every field of the form is a word of its own here
        self,
        key: PairKey | str,
        *,
        relation: Relation | str,
        same_event: SameEvent | str | None = None,
        slots: Iterable[Slot | str] = (),
        apparent: Apparent | str | None = None,
        reason: str = "",
        confidence: float | None = None,
        comment: str = "",
        by: str = "",
        seen: int | None = None,
        answer: int | None = None,
        former: bool = False,
        token: str = "",
        knowingly: bool = False,
    ) -> Decision:
        """Record what a reviewer says of a pair; an earlier word of theirs on it is superseded, never erased.

        Args:
            key: the pair.
            relation: agree, conflict, partial, unsure or not_comparable.
            same_event: the gate; None: yes for agree, conflict and partial, no for not_comparable, else unsure.
            slots: on what both part; a conflict needs at least one.
            apparent: which kind of apparent conflict it is.
            reason: in the reviewer's words.
            confidence: 0 to 1.
            comment: what else to keep; no reason for the answer.
            by: the reviewer; "" for the actor.
            seen: version of the pair that was on screen; None: do not check.
            answer: number of the reviewer's own answer that was on screen and is replaced, 0 where none was; None: do not check.
            former: answer on the claims as they were, though one of them was edited since and the pair is asked no more. So
                it comes to its end: blindness ends on it when all have answered, as on any other.
            token: one for each submission: the same token again gives the decision that is already stored.
            knowingly: answer it though somebody else has it in hand, in a case that asks for one answer.

        Raises:
            InHand: somebody else has it in hand, and one is asked for. Where several are asked nobody is told who holds what, and
                an answer beyond what is asked for does no harm.
            InputError: a word is none of the model's.
            NotFound: the case holds no such pair.
            Refused: a rule of the model says no, or the token belongs to another submission.
            Stale: the comparison has changed since it was shown, or one of the claims was edited; or the reviewer answered
                meanwhile, in another tab or with a colleague's hand on their file.
            NotAllowed: the reviewer's role does not cover it, or they settled the pair in a case that asks for more than one
                reviewer or has people: they know everybody's answer.
        """
        mark = mark_of(
            key_of(key),
            relation=relation,
            same_event=same_event,
            slots=slots,
            apparent=apparent,
            reason=reason,
            confidence=confidence,
            comment=comment,
        )
        shown = Shown(seen, answer, former=former, knowingly=knowingly)
        return self._record(mark, self._desk.who(by), shown, token_of(token))

    def record(
        self, mark: Mark, *, seen: int, answers: int | None = None, in_sight: bool = False
    ) -> Decision:
        """Record a mark of the actor as it is; the same rules as in `decide`.

        Args:
            mark: what is said of which pair.
            seen: version of the pair that it is said of.
            answers: how often the actor had answered the pair or taken an answer back when it was said; None: do not check.
            in_sight: whether others' answers to it were in sight when it was said: it is no blind answer then, and the record says so.
        """
        shown = Shown(seen, None, answers=answers, in_sight=in_sight)
        return self._record(checked(mark), self._desk.who(), shown, "")

    def _record(self, mark: Mark, by: str, shown: Shown, token: str) -> Decision:
        key = mark.key
        with self._desk.writing(Action.DECIDE, "decide pair", str(key), by=by) as writer:
            stored = _stored(writer, by, token)
            if stored is not None:
                return _shown(writer, _same(stored, mark))
            version = check_version(writer.connection, key, shown.version)
            _check_answer(writer.connection, mark, by, shown.answer)
            if shown.answers is not None:
                check_newest(writer.connection, mark, by, shown.answers)
            if not shown.former:
                check_asked(writer.connection, key)
            _check_unsettled(writer.connection, by, key)
            if shown.in_sight:
                writer.detail = TOLD_IN_SIGHT
            if not shown.knowingly:
                self._check_free(writer.connection, key, by)
            return _shown(writer, self._append(writer, mark, by, version, token))

    def _check_free(self, connection: Reader, key: PairKey, by: str) -> None:
        """Pass when nobody else has the pair in hand, in a team that asks for one answer.

        Raises:
            InHand: somebody has, and whoever answers now has not answered before.
        """
        if reviewers_of(connection) > 1 or not people.roles(connection):
            return
        holder = leases.holder(connection, key, self._term(leases.MOST_MINUTES), but=by)
        own = decisions.mine(connection, by, [key]).get(key) if holder else None
        if holder and not (own and own.counts):
            raise InHand(
                f"Pair {key} is in the hands of {holder}, and one answer is asked for.",
                next_step="Nothing was stored. Take the next pair, or answer this one knowingly (--knowingly).",
            )

    def _append(self, writer: Writer, mark: Mark, by: str, version: int, token: str) -> Decision:
        """Store an answer, give the pair back, and go on in the queue."""
        now, connection = self._desk.now(), writer.connection
        reviewers = reviewers_of(connection)
        with kept_in_order(connection, mark.key, reviewers):
            stored = decisions.append(writer, mark.key, mark, Said(by, now, version, token))
        leases.settle(connection, mark.key, reviewers)
        pass_over(connection, by, reviewers)
        return stored

    def close_former(self, *, reason: str = "", by: str = "") -> int:
        """Answer at once all pairs that are asked no more since a claim was edited, where the reviewer has not: unsure.

        So many half-answered pairs come to their end: blindness ends on each when all who were asked have answered it, or
        closed it. Each is a decision of its own, which undo takes back; no figure of agreement rests on one.

        Args:
            reason: in the reviewer's words.
            by: the reviewer; "" for the actor.

        Returns:
            How many were answered.
        """
        who = self._desk.who(by)
        with self._desk.writing(Action.DECIDE, CLOSE, who, by=who) as writer:
            connection, now = writer.connection, self._desk.now()
            reviewers, former = reviewers_of(connection), Wanted(status=Status.FORMER)
            spots = queue.walk(connection, who, former, after=None, reviewers=reviewers)
            settled = adjudications.settled_by(connection, who, reviewers)
            found = tuple(spot for spot in spots if spot.key not in settled)
            for spot in found:
                mark = mark_of(spot.key, relation=Relation.UNSURE, reason=reason)
                decisions.append(writer, spot.key, mark, Said(who, now, spot.version))
                leases.settle(connection, spot.key, reviewers)
        return len(found)

    def undo(self, *, by: str = "", token: str = "") -> Decision | None:
        """Take back the reviewer's (the actor's) newest decision that still stands, by a new row.

        Called again, it takes back the one before, over all pairs and after a restart. What the reviewer had said
        of the pair before stands again.

        Args:
            by: the reviewer; "" for the actor.
            token: one for each submission, as in `decide`.

        Returns:
            The row that undoes: its mark is what stands again, None when nothing does. None: nothing to undo.
        """
        who, given = self._desk.who(by), token_of(token)
        with self._desk.writing(Action.DECIDE, "undo decision", who, by=who) as writer:
            stored = _stored(writer, who, given, undo=True)
            if stored is not None:
                return _shown(writer, stored)
            key = decisions.newest_pair(writer.connection, who)
            if key is None:
                return None
            with kept_in_order(writer.connection, key, reviewers_of(writer.connection)):
                undone = decisions.undo(writer, by=who, at=self._desk.now(), token=given)
            cursors.reopen(writer.connection, key)
            return None if undone is None else _shown(writer, undone)


def check_version(connection: Reader, key: PairKey, seen: int | None) -> int:
    """The newest version of a pair, when it is the one that was seen, or none is named.

    Raises:
        NotFound: there is no such pair.
        Refused: the pair never had the version that is named.
        Stale: it has a newer one.
    """
    version = held(pairs.version(connection, key), "pair", str(key))
    if seen is not None and seen > version:
        raise Refused(
            f"Pair {key} never had a version {seen}: it is at {version}.",
            next_step="Nothing was stored. Give the version that `claims queue --json` prints of the pair, or leave it out.",
        )
    if seen is not None and seen != version:
        raise _stale(key, seen, version)
    return version


def check_asked(connection: Reader, key: PairKey) -> None:
    """Pass when both claims of a pair stand as they were compared.

    Raises:
        Stale: one was edited, or is not read any more.
    """
    both = {key.left, key.right}
    if claims.standing(connection, sorted(both)) != both:
        raise _edited(key)


def check_newest(connection: Reader, mark: Mark, by: str, answers: int) -> None:
    """Pass when the reviewer has not answered a pair, or taken an answer back, more often than so.

    Raises:
        Stale: they have; what stands and what is not stored is told.
    """
    if decisions.counted(connection, by, mark.key).get(mark.key, 0) > answers:
        own = decisions.mine(connection, by, [mark.key]).get(mark.key)
        raise _answered_elsewhere(mark, None if own is None else own.mark)


def _check_unsettled(connection: Reader, by: str, key: PairKey) -> None:
    """Pass when the reviewer never settled the pair, unless the case is worked on alone.

    Raises:
        NotAllowed: they did, or took it back.
    """
    if has_settled(connection, by, key):
        raise NotAllowed(
            f"{by} settled pair {key}, and does not review it.",
            next_step="Nothing was stored. Let somebody answer it who did not settle it, under their own name (--by).",
        )


def _shown(writer: Writer, decision: Decision) -> Decision:
    """The decision under the number under which it is shown."""
    (shown,) = decided(writer.connection, [decision])
    return shown


def _stored(writer: Writer, by: str, token: str, *, undo: bool = False) -> Decision | None:
    return decisions.with_token(writer.connection, by, token, undo=undo)


def _same(stored: Decision, mark: Mark) -> Decision:
    """The stored decision, when it is what was submitted again."""
    if stored.mark == mark:
        return stored
    raise Refused(
        f"Pair {mark.key}: this submission was stored before, saying something else.",
        next_step="Load the pair anew and decide again.",
    )


def _check_answer(connection: Reader, mark: Mark, by: str, answer: int | None) -> None:
    """Pass when the answer that stands is the one that was on screen: an older page does not replace a newer word.

    Raises:
        Stale: another one stands; both are told.
    """
    if answer is None:
        return
    own = decisions.mine(connection, by, [mark.key]).get(mark.key)
    stands = decided(connection, [own])[0] if own else None
    if answer == (stands.id if stands else 0):
        return
    raise _answered_elsewhere(mark, None if stands is None else stands.mark)


def _answered_elsewhere(mark: Mark, stands: Mark | None) -> Stale:
    there = "–" if stands is None else _listed(stands)
    if mark.reason:
        return Stale(
            f"Since this was on screen you answered pair {mark.key} elsewhere: {there}. Not stored now: {_listed(mark)}. "
            f"Your reason was: {mark.reason}",
            next_step=_AGAIN,
        )
    return Stale(
        f"Since this was on screen you answered pair {mark.key} elsewhere: {there}. Not stored now: {_listed(mark)}.",
        next_step=_AGAIN,
    )


_AGAIN: Final = "Nothing was changed. Look at the pair as it stands, and answer again if you want another answer."


def _listed(mark: Mark) -> str:
    return ", ".join((mark.relation.value, *(slot.value for slot in mark.slots)))


def _edited(key: PairKey) -> Stale:
    return Stale(
        f"Pair {key} is no more: one of its claims was edited, or is not read any more.",
        next_step="Nothing was stored. Answer it on the claims as they were (`claims decide --former`), answer all such pairs as unsure"
        " (`claims close-former`), or compare the claims anew (`claims compare`) and take the next pair.",
    )


def _stale(key: PairKey, seen: int, version: int) -> Stale:
    return Stale(
        f"Pair {key} was compared anew: you saw version {seen}, it is at {version}.",
        next_step="Nothing was stored. Look at the pair again and decide.",
    )
