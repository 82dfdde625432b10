"""Marks on single claims, notes, tags and links to evidence: beside the flow, append-only, each of them undoable."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Final

from claims.errors import InputError, NotFound, Refused
from claims.model import (
    Adjudication,
    ClaimMark,
    Conclusion,
    Content,
    Decision,
    Evidence,
    Matter,
    Note,
    PairKey,
    Quality,
    Remark,
    RemarkKind,
    Slot,
    Tag,
    Thing,
    Topic,
)
from claims.review.remarks import visible
from claims.review.roles import Action, check
from claims.services.choices import chosen
from claims.services.concluded import history as concluded
from claims.services.desk import Desk, held
from claims.services.marks import token_of
from claims.services.numbering import decided, remarked, stored_number
from claims.services.policy import all_said, reviewers_of, settled_on
from claims.services.sides import key_of
from claims.slots.time.edtf import interval
from claims.store import (
    adjudications,
    answers,
    claims,
    decisions,
    documents,
    pairs,
    people,
)
from claims.store import remarks as store
from claims.store.engine import Reader
from claims.store.line_rows import remark_of
from claims.store.rows import LeftOut, storable
from claims.store.schema import decisions as all_decisions
from claims.store.schema import remarks

_MOST_DIGITS: Final = 18
"""Of the number of a row."""

_NAMED: Final = 4
"""Parts of the stable name of a decision: both claims, the reviewer, the number in their line on the pair."""


class Remarks:
    """What people wrote beside the flow of a case."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def mark(
        self,
        claim: str,
        quality: Quality | str,
        *,
        slots: Iterable[Slot | str] = (),
        comment: str = "",
        token: str = "",
    ) -> Remark:
        """Say how well a claim was read; an earlier mark of the actor on it is superseded.

        Raises:
            NotFound: the case holds no such claim.
            Refused: a wrong slot is not named, or slots are where none is wrong.
        """
        said = ClaimMark(
            chosen(Quality, quality),
            tuple(dict.fromkeys(chosen(Slot, slot) for slot in slots)),
            storable(comment),
        )
        return self._add(Topic(Thing.CLAIM, claim), said, Action.MARK, token)

    def note(self, topic: Topic, text: str, *, token: str = "") -> Remark:
        """Write a note on anything.

        Raises:
            NotFound: the case holds no such thing.
            Refused: the note is empty.
        """
        return self._add(topic, Note(storable(text)), Action.REMARK, token)

    def tag(self, topic: Topic, name: str, *, token: str = "") -> Remark:
        """Tag anything; tagged already, it stays so.

        Raises:
            NotFound: the case holds no such thing.
            Refused: that is no tag.
        """
        return self._add(topic, Tag(storable(name)), Action.REMARK, token)

    def link(self, topic: Topic, evidence: Evidence, *, token: str = "") -> Remark:
        """Say where evidence on anything lies outside of the case. Nothing is fetched.

        Raises:
            InputError: the time it was seen is none.
            NotFound: the case holds no such thing.
        """
        return self._add(topic, _dated(evidence), Action.REMARK, token)

    def _add(self, topic: Topic, content: Content, action: Action, token: str) -> Remark:
        who, given = self._desk.who(), token_of(token)
        kind = store.kind_of(content)
        with self._desk.writing(
            action, f"add {kind.value}", f"{topic.thing.value} {topic.id}"
        ) as writer:
            named, now = _named(writer.connection, topic, who), self._desk.now()
            stored = store.with_token(writer.connection, who, given)
            if stored is not None:
                return _shown_one(
                    writer.connection, _same(stored, content, about=stored.topic == named)
                )
            line = store.line_of(named, content, by=who, at=now)
            added = store.append(writer, line, content, at=now, token=given)
            return _shown_one(writer.connection, added)

    def revise(self, remark: int, content: Content, *, token: str = "") -> Remark:
        """Say something else in the place of a remark of the actor's; it is superseded.

        Raises:
            NotFound: there is no such remark of theirs.
            Refused: it is of another kind, or does not stand.
        """
        return self._change(remark, content, token)

    def withdraw(self, remark: int, *, token: str = "") -> Remark:
        """Take a remark of the actor's away; the record keeps it.

        Raises:
            NotFound: there is no such remark of theirs.
            Refused: it does not stand.
        """
        return self._change(remark, None, token)

    def _change(self, remark: int, content: Content | None, token: str) -> Remark:
        who, given = self._desk.who(), token_of(token)
        verb = "withdraw remark" if content is None else "revise remark"
        with self._desk.writing(Action.REMARK, verb, str(remark)) as writer:
            stored = store.with_token(writer.connection, who, given)
            number = stored_number(writer.connection, remarks, remark)
            if stored is not None:
                about = stored.supersedes == number
                return _shown_one(writer.connection, _same(stored, content, about=about))
            row = store.row_of(writer.connection, number) if number and _is_row(number) else None
            if row is None or row["author"] != who:
                raise _missing(remark, who)
            before = remark_of(row)
            if before.kind is RemarkKind.MARK:
                check(people.roles(writer.connection), who, Action.MARK)
            fits = content is None or store.kind_of(content) is before.kind
            if not before.live or before.content is None or not fits:
                raise Refused(
                    f"Remark {remark} does not stand, or is of another kind.",
                    next_step="Nothing was changed. Look at what stands now.",
                )
            line = store.line_of_row(row)
            if isinstance(content, Tag):
                raise Refused(
                    "A tag is not revised.", next_step="Withdraw it and give another one."
                )
            changed = store.append(writer, line, content, at=self._desk.now(), token=given)
            return _shown_one(writer.connection, changed)

    def undo(self, *, token: str = "") -> Remark | None:
        """Take back the newest thing the actor wrote or took away that still stands, by a new row.

        Returns:
            The row that undoes: its content is what stands again, None when nothing does. None: nothing to undo.
        """
        who, given = self._desk.who(), token_of(token)
        with self._desk.writing(Action.REMARK, "undo remark", who) as writer:
            stored = store.with_token(writer.connection, who, given, undo=True)
            if stored is not None:
                return _shown_one(writer.connection, stored)
            undone = store.undo(writer, by=who, at=self._desk.now(), token=given)
            return None if undone is None else _shown_one(writer.connection, undone)

    def of(self, topic: Topic, *, live: bool = True) -> tuple[Remark, ...]:
        """The remarks on one thing that the actor may see, in the order they were stored.

        Raises:
            NotFound: the case holds no such thing.
        """
        who = self._desk.who()
        with self._desk.reading() as connection:
            named = _named(connection, topic, who)
            return _seen(connection, store.found(connection, topics=[named], live=live), who)

    def list(self, *, kind: RemarkKind | str = "", tag: str = "") -> tuple[Remark, ...]:
        """Every remark of the case that stands and that the actor may see; of one kind, with one tag when given."""
        who, wanted = self._desk.who(), chosen(RemarkKind, kind).value if kind else ""
        with self._desk.reading() as connection:
            rows = _seen(connection, store.found(connection, kind="tag" if tag else wanted), who)
        return tuple(
            row
            for row in rows
            if not tag or (isinstance(row.content, Tag) and row.content.name == tag)
        )


def _dated(evidence: Evidence) -> Evidence:
    """The evidence, when what it says of the time at which it was seen is a day or a time.

    Raises:
        InputError: it is none.
    """
    said = evidence.retrieved
    try:
        known = not said or interval(said) is not None or bool(datetime.fromisoformat(said))
    except ValueError:
        known = False
    if not known:
        raise InputError(
            f"{said!r} is neither a day nor a time.",
            next_step="Write it as 2018-04-03 or 2018-04-03T12:00Z, or leave it out.",
        )
    return evidence


def _same(stored: Remark, content: Content | None, *, about: bool) -> Remark:
    if about and stored.content == content:
        return stored
    raise Refused(
        "This submission was stored before, saying something else.",
        next_step="Nothing was changed. Write it again.",
    )


def _missing(remark: int, who: str) -> NotFound:
    return NotFound(
        f"There is no remark {remark} of {who}.",
        next_step="One changes one's own remarks only, by the number that `claims remarks` prints of them now.",
    )


def _seen(connection: Reader, rows: tuple[Remark, ...], who: str) -> tuple[Remark, ...]:
    """The remarks that somebody may see, with decisions by their numbers."""
    return _shown(connection, visible_remarks(connection, rows, who), who)


def evidence_in(connection: Reader, left_out: LeftOut | None = None) -> tuple[Remark, ...]:
    """The links to evidence that stand and that everybody may see; ``left_out`` is told of each that cannot be read."""
    links = store.found(connection, kind=RemarkKind.LINK.value, left_out=left_out)
    return _seen(connection, links, "")


def visible_remarks(connection: Reader, rows: tuple[Remark, ...], who: str) -> tuple[Remark, ...]:
    """The remarks that somebody may see, as they are stored."""
    reviewers = reviewers_of(connection)
    known: dict[Topic, bool] = {}

    def settled(topic: Topic) -> bool:
        if topic not in known:
            known[topic] = _settled(connection, topic, reviewers)
        return known[topic]

    return visible(rows, reviewers=reviewers, asker=who, settled=settled)


def _settled(connection: Reader, topic: Topic, reviewers: int) -> bool:
    """Whether all answers that a thing could tell of are in."""
    match topic.thing:
        case Thing.PAIR | Thing.RULING | Thing.DECISION:
            key = pair_of(topic)
            return key is not None and bool(settled_on(connection, key))
        case Thing.CLAIM:
            return all_said(connection, topic.id, reviewers)
        case Thing.INCIDENT | Thing.CONCLUSION:
            return answers.unsettled(connection, reviewers) == 0
        case Thing.DOCUMENT:
            return True


def pair_of(topic: Topic) -> PairKey | None:
    """The pair that a pair, a ruling or the stable name of a decision is about; None where it names none."""
    left, right, *rest = (*topic.id.split("~", _NAMED - 1), "", "")[:_NAMED]
    well_formed = topic.thing is not Thing.DECISION or (rest[0].isdecimal() and bool(rest[1]))
    try:
        return key_of(f"{left}~{right}") if well_formed else None
    except InputError:
        return None


def _named(connection: Reader, topic: Topic, who: str) -> Topic:
    """The thing as rows name it: as copies of the case that grew apart both would.

    Raises:
        NotFound: the case does not hold it, or not for this person's eyes.
    """
    name = storable(topic.id)
    match topic.thing:
        case Thing.DOCUMENT:
            held(documents.head(connection, name), "document", name)
        case Thing.CLAIM:
            held(claims.claim(connection, name), "claim", name)
        case Thing.PAIR:
            name = str(key_of(name))
            held(pairs.version(connection, key_of(name)), "pair", name)
        case Thing.DECISION:
            name = _name_of(connection, held(_decision(connection, name, who), "decision", name))
        case Thing.INCIDENT:
            held(claims.claim(connection, name), "incident", name)
        case Thing.RULING:
            name = str(key_of(name))
            held(_ruled(connection, key_of(name)) or None, "ruling", name)
        case Thing.CONCLUSION:
            held(_concluded(connection, name, who) or None, "conclusion", name)
    return Topic(topic.thing, name)


def _concluded(connection: Reader, name: str, who: str) -> tuple[Conclusion, ...]:
    """What somebody may see of what was concluded under a name such as ``incident~ID``, () where nothing was."""
    matter, _, of = name.partition("~")
    return concluded(connection, who, Matter(matter), of) if matter in set(Matter) else ()


def _ruled(connection: Reader, key: PairKey) -> tuple[Adjudication, ...]:
    """What was ruled on a pair, while all its answers are there to be seen."""
    return adjudications.history(connection, key) if settled_on(connection, key) else ()


def _is_row(number: int) -> bool:
    """Whether a database counts so far."""
    return 0 < number < 10**_MOST_DIGITS


def _decision(connection: Reader, number: str, who: str) -> Decision | None:
    shown = int(number) if number.isdecimal() and len(number) <= _MOST_DIGITS else 0
    stored = stored_number(connection, all_decisions, shown) if shown else None
    found = decisions.get(connection, stored) if stored else None
    if found is None or found.by == who or settled_on(connection, found.key):
        return found
    return found if reviewers_of(connection) == 1 else None


def _name_of(connection: Reader, decision: Decision) -> str:
    line = [row.id for row in decisions.history(connection, decision.key) if row.by == decision.by]
    return f"{decision.key}~{line.index(decision.id) + 1}~{decision.by}"


def _shown_one(connection: Reader, remark: Remark) -> Remark:
    (shown,) = _shown(connection, [remark], remark.by)
    return shown


def _shown(connection: Reader, rows: Iterable[Remark], who: str) -> tuple[Remark, ...]:
    """Remarks, and decisions they are about, by the numbers under which they are shown."""
    return tuple(
        replace(row, topic=_topic(connection, row.topic, who)) for row in remarked(connection, rows)
    )


def _topic(connection: Reader, topic: Topic, who: str) -> Topic:
    """A thing as it is shown; a decision that is not here, or not for these eyes, by its stable name alike."""
    key = pair_of(topic) if topic.thing is Thing.DECISION else None
    if key is None:
        return topic
    _, _, place, by = topic.id.split("~", _NAMED - 1)
    if by != who and reviewers_of(connection) > 1 and not settled_on(connection, key):
        return topic
    line = [
        row.id for row in decided(connection, decisions.history(connection, key)) if row.by == by
    ]
    number = int(place) if len(place) <= _MOST_DIGITS else 0
    return Topic(topic.thing, str(line[number - 1])) if 0 < number <= len(line) else topic
