"""What was said of each pair, parted where blindness ended on it, as the record tells it here and in the copies that were taken in.

A copy of a case tells the case it comes to which of its answers were not blind, and of which pairs whoever worked in it had others'
answers in hand: no figure of agreement rests on answers that were blind only as far as it knows. What came here first decides which
of several blind answers of one person stood when blindness ended here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import chain, product
from typing import Final, Self

from claims.model import Decision, PairKey
from claims.model.plain import Plain
from claims.review.blindness import CLOSED, FORMER, KNOWING, Look, Round, knowing, round_of
from claims.review.edits import kin
from claims.services.numbering import REVIEWERS
from claims.services.other_forms import forms
from claims.services.policy import reviewers_of
from claims.store import audit, bringing, decisions, edits
from claims.store.engine import Reader
from claims.store.moments import moments
from claims.store.rows import LeftOut as Unread
from claims.store.schema import decisions as table
from claims.store.writer import Writer

IN_HAND: Final = "in_hand"
"""What the record says of a file that was taken in or refused: the pairs of which it held hidden answers of others."""

TELLS: Final = "tells_of"
"""And of which others it could tell that somebody answered them here, where anybody had. Records of earlier programs lack it, and name both as
`IN_HAND`."""

ELSEWHERE: Final = "in_hand_elsewhere"
"""And of which pairs those who worked in the copy it is from had others' answers in hand there, by person."""

_REASONS: Final = (KNOWING, CLOSED, FORMER)
"""And which decisions in it were no blind answers, by why."""

InHand = Mapping[str, frozenset[str]]
"""The pairs of which people had others' answers in hand that they were not to see yet, by person; nobody with none."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What comes with a copy.

    Attributes:
        places: its decisions that were no blind answers, each by its line and its place in it, with why.
        looks: who had which answers in hand in it.
    """

    places: Mapping[tuple[PairKey, str, int], str]
    looks: Sequence[Look]

    @classmethod
    def of(cls, theirs: Reader, *, held: bool = False, left_out: Unread | None = None) -> Self:
        """As the record of that copy has it; who answered or changed an answer there with others' in sight did so knowing them.

        What came to it by file was given elsewhere, and came with how.

        Args:
            theirs: the copy.
            held: only what follows from answers that were in people's hands by a file that they took in or a backup that they brought back.
                Whether a refusal told them anything, and what a copy held that they made for safety, would be read in what follows
                from these; the case in which they looked knows.
            left_out: told of each pair of which a row cannot be read; without it that raises.
        """
        rows = decisions.all_rows(theirs, live=False, left_out=left_out)
        told = _Told.of(theirs, rows, held=held)
        aside = dict(told.aside)
        came = bringing.taken_in(theirs, table)
        for key, one in told.rounds().items():
            after = (row for row in (*one.later, *one.surplus) if row.id not in came)
            seen = {row.id: KNOWING for row in after if _others(one, row)}
            aside = {**seen, **told.by_other_forms(key), **aside}
        places = _places(rows)
        given = {places[number]: why for number, why in aside.items() if number in places}
        return cls(given, told.looks)

    def in_hand(self, who: str | None = None) -> InHand:
        """Of which pairs people had others' answers in hand: of everybody, or what one person knows of it, from themselves and from files they took in.

        These are the pairs of which a file held hidden answers that they took in, or a backup that they brought back. What a refusal could tell is
        none of it, nor is what a copy held that they made for safety: that would be read here.
        """
        return _in_hand(self.looks, who)

    def note(self, writer: Writer, before: int) -> None:
        """Let the record say which of the decisions that came are these, once they are written.

        Args:
            writer: the open transaction of the act that brings them.
            before: the highest number of a decision that was there already.
        """
        if not self.places:
            return
        places = _places(decisions.all_rows(writer.connection, live=False))
        came = [number for number in places if number > before]
        for reason in _REASONS:
            told = [number for number in came if self.places.get(places[number]) == reason]
            if told:
                writer.detail = {**writer.detail, reason: list[Plain](told)}


def _others(one: Round, row: Decision) -> bool:
    """Whether somebody else's mark stood when blindness ended."""
    return any(stood.by != row.by for stood in one.stood)


def _places(rows: Iterable[Decision]) -> Mapping[int, tuple[PairKey, str, int]]:
    """The line and the place in it of each row, by its number."""
    count: defaultdict[tuple[PairKey, str], int] = defaultdict(int)
    found = {}
    for row in rows:
        count[row.key, row.by] += 1
        found[row.id] = row.key, row.by, count[row.key, row.by]
    return found


Said = Mapping[PairKey, Sequence[tuple[int, Decision]]]
"""The rows of each pair, in the order they were stored, each with the number of the act that wrote it."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What the record tells of decisions.

    Attributes:
        said: the rows of each pair.
        asked: how many people were asked, by the number of the act from which on.
        aside: the rows that are no blind answers by their numbers, and why; without those that are none by other forms of a pair.
        looks: who had which answers in hand when.
        kin: the other forms of each claim that was edited.
    """

    said: Said
    asked: Mapping[int, int]
    aside: Mapping[int, str]
    looks: Sequence[Look]
    kin: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, connection: Reader, rows: Iterable[Decision], *, held: bool = False) -> Self:
        """Of these rows, as the record has it; with ``held`` by looks at answers alone."""
        when = moments(connection, REVIEWERS)
        said: defaultdict[PairKey, list[tuple[int, Decision]]] = defaultdict(list)
        for row in rows:
            said[row.key].append((when.decisions.get(row.id, 0), row))
        looks: list[Look] = []
        aside = dict.fromkeys(when.closed, CLOSED) | dict.fromkeys(when.in_sight, KNOWING)
        for seq, who, action, detail in when.told:
            plain = detail if isinstance(detail, dict) else {}
            looks += _looks(seq, who, action, plain)
            for reason in _REASONS:
                aside |= {n: reason for n in _list(plain.get(reason)) if isinstance(n, int)}
        claims = {*chain.from_iterable(map(_claims, said))}
        others = kin(edits.of_claims(connection, claims))
        told = cls(said, when.asked, aside, looks, others)
        looks = [each for each in looks if each.held or not held]
        named: defaultdict[str | None, list[Look]] = defaultdict(list)
        for look in looks:
            for name in (None,) if look.pairs is None else look.pairs:
                named[name].append(look)
        for key, rows_on_pair in said.items():
            every = told.forms(key)
            near = chain.from_iterable(named.get(name, ()) for name in (None, *every))
            aside |= dict.fromkeys(knowing(rows_on_pair, near, every), KNOWING)
        return told

    def forms(self, key: PairKey) -> Mapping[str, Sequence[tuple[int, Decision]]]:
        """What was said of a pair, and of the same claims in another form, by the name of the pair."""
        return {str(each): self.said.get(each, ()) for each in _forms(key, self.kin)}

    def round(self, key: PairKey) -> Round:
        """What was said of one pair, parted where blindness ended on it."""
        return round_of(self.said[key], self.asked, {**self.by_other_forms(key), **self.aside})

    def rounds(self) -> dict[PairKey, Round]:
        """The same of each pair."""
        return {key: self.round(key) for key in self.said}

    def by_other_forms(self, key: PairKey) -> dict[int, str]:
        """The rows on a pair whose authors could see what others said of the same in another form; to close many pairs at once says nothing."""
        found: dict[int, str] = {}
        if not any(self.kin.get(claim) for claim in _claims(key)):
            return found
        for name, rows in self.forms(key).items():
            one = round_of(rows, self.asked, self.aside) if name != str(key) else Round()
            answers = [row for row in one.stood if self.aside.get(row.id) != CLOSED]
            for when, row in self.said[key]:
                if one.ended and when > one.ended and any(each.by != row.by for each in answers):
                    found[row.id] = FORMER
        return found


def _looks(seq: int, who: str, action: str, detail: Mapping[str, Plain]) -> Iterable[Look]:
    if action == audit.TAKEN_IN:
        yield Look(seq, who, _named(detail.get(IN_HAND)), held=TELLS in detail)
        yield Look(seq, who, _named(detail.get(TELLS)))
    elif action != audit.HANDED_ON:
        yield Look(seq, who)
        yield Look(seq, who, _named(detail.get(IN_HAND)), held=True)
    told = detail.get(ELSEWHERE)
    for name, had in (told if isinstance(told, dict) else {}).items():
        yield Look(seq, name, _named(had), held=True, told_by=who)


def _named(plain: Plain) -> frozenset[str]:
    return frozenset(map(str, _list(plain)))


def _forms(key: PairKey, others: Mapping[str, frozenset[str]]) -> Sequence[PairKey]:
    """A pair, and the pairs of the same claims in another form, in order."""
    left, right = ({claim, *others.get(claim, ())} for claim in _claims(key))
    if len(left) == len(right) == 1:
        return (key,)
    keys = {PairKey.of(*pair) for pair in product(left, right) if len({*pair}) > 1}
    return sorted(keys, key=str)


def _claims(key: PairKey) -> tuple[str, str]:
    return key.left, key.right


def rounds(connection: Reader, rows: Iterable[Decision]) -> dict[PairKey, Round]:
    """What was said of each pair, parted where blindness ended on it.

    Args:
        connection: an open transaction.
        rows: every row of the case, in the order they were stored.
    """
    return _Told.of(connection, rows).rounds()


def ended(connection: Reader, keys: Collection[PairKey], *, people: int = 0) -> frozenset[PairKey]:
    """Those of these pairs that all who are asked have answered, so that everybody sees it.

    Where blindness ended once, and the answers are hidden again, a pair is none of them: whether it is asked anew would tell of them.

    Args:
        connection: an open transaction.
        keys: the pairs.
        people: how many are asked, in a part that was handed on and does not tell; 0 for what the case says.
    """
    if not keys:
        return frozenset()
    enough = people or reviewers_of(connection)
    return frozenset(keys).intersection(decisions.answered(connection, enough))


def waiting_again(connection: Reader, left_out: Unread | None = None) -> dict[PairKey, Round]:
    """What was said of each pair that waits because somebody took their answer back, though blindness had ended on it with enough answers.

    Everybody saw that it ended, and with which answers; nothing that was said since is among them, nor how much it is.

    Args:
        connection: an open transaction.
        left_out: told of each of these pairs of which a row cannot be read; without it that raises.
    """
    enough = reviewers_of(connection)
    keys = decisions.silent(connection).difference(decisions.answered(connection, enough))
    if not keys:
        return {}
    claims = {form for key in keys for each in _claims(key) for form in forms(connection, each)}
    rows = decisions.among(connection, claims, left_out)
    found = {key: one for key, one in rounds(connection, rows).items() if key in keys}
    return {
        key: replace(one, later=(), surplus=())
        for key, one in found.items()
        if len(one.stood) >= max(enough, 2) and not any(row.outdated for row in one.stood)
    }


def round_on(connection: Reader, key: PairKey) -> Round:
    """The same of one pair; empty where nobody said anything of it."""
    left, right = (forms(connection, claim) for claim in _claims(key))
    told = _Told.of(connection, decisions.between(connection, left, right))
    return told.round(key) if key in told.said else Round()


def in_hand(connection: Reader) -> InHand:
    """As `Taken.in_hand`, of everybody."""
    return _in_hand(_Told.of(connection, ()).looks)


def _in_hand(looks: Iterable[Look], who: str | None = None) -> InHand:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for look in looks:
        if look.held and look.pairs is not None and who in {None, look.who, look.told_by}:
            found[look.who] |= look.pairs
    return {name: frozenset(had) for name, had in found.items() if had}


def in_sight(connection: Reader, who: str, seen: Iterable[Decision]) -> frozenset[str]:
    """The pairs of which somebody ever had others' answers in sight or in hand, in whatever form: what they say of them elsewhere is not blind.

    Args:
        connection: an open transaction.
        who: the person, "" for nobody.
        seen: the answers that they may see. What cannot be read beside them is left out.
    """
    if not who:
        return frozenset()
    taken = Taken.of(connection, held=True, left_out=lambda _name, _error: None)
    known = taken.in_hand(who).get(who, frozenset())
    aside = (key for key, by, _ in taken.places if by == who)
    shown = (row.key for row in seen if row.by != who)
    keys = {*_parsed(known), *aside, *shown}
    others = kin(edits.of_claims(connection, {*chain.from_iterable(map(_claims, keys))}))
    return frozenset(str(form) for key in keys for form in _forms(key, others))


def _parsed(names: Iterable[str]) -> Iterator[PairKey]:
    """The pairs of these names; what a file calls a pair need be none."""
    for name in names:
        with suppress(ValueError):
            yield PairKey.parse(name)


def note_elsewhere(writer: Writer, taken: Taken, sender: str) -> None:
    """Let the record say of which pairs the copy that is taken in says that people had others' answers in hand there.

    Args:
        writer: the open transaction of the act that takes it in.
        taken: what comes with it.
        sender: whose it is: what it says of anybody else is as little vouched for as words in their name; "" to take it all.
    """
    elsewhere = {by: had for by, had in taken.in_hand().items() if sender in {"", by}}
    if not elsewhere:
        return
    known = in_hand(writer.connection)
    if any(had - known.get(by, frozenset()) for by, had in elsewhere.items()):
        writer.alone = True
        writer.detail = {**writer.detail, ELSEWHERE: plainly(elsewhere)}


def plainly(found: InHand) -> Plain:
    """As the record says it."""
    return {who: list[Plain](sorted(had)) for who, had in sorted(found.items())}


def _list(plain: Plain | None) -> list[Plain]:
    return plain if isinstance(plain, list) else []
