"""Whose words a file may bring into a case, and that they came from a file for good.

A dump is a text that anybody can write, and its record vouches for its rows only as far as whoever made it is honest. So a file is
somebody's: of whoever it says it is from, or of whoever it is said to be from. What it holds in the name of anybody else is
refused, unless an admin takes it in knowing that; and every row that came so is shown with who took it in, when, and from
which file.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from claims.errors import Refused
from claims.model import PairKey, Relation, Remark, Thing
from claims.review.names import alike, is_name, kept, of_two_alphabets, same
from claims.review.roles import Action, covers
from claims.services.conclusions_from_files import check_conclusions
from claims.services.desk import Desk
from claims.services.marks import checked
from claims.services.newcomers import check_plain, tellable
from claims.services.remarking import pair_of
from claims.services.rulings_from_files import check_rulings
from claims.store import audit, bringing, decisions, documents, people, remarks
from claims.store.engine import Reader
from claims.store.merge import Merged
from claims.store.writer import Writer

COVERED: Final = {
    "decisions": Action.DECIDE,
    "adjudications": Action.ADJUDICATE,
    "remarks": Action.REMARK,
    "conclusions": Action.ADJUDICATE,
    "groupings": Action.GROUP,
    "descriptions": Action.EDIT,
    "edits": Action.EDIT,
}
"""What somebody must be allowed to do for a row of theirs in one of the tables of `claims.store.bringing` to be taken in."""


_SHOWN: Final = 60
"""Characters of what is no name that a refusal shows, signs that nobody sees spelled out."""


class Read:
    """The lines of a file, and its hash once all of them were read."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = lines
        self._hash = hashlib.sha256()

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self._hash.update(line.encode("utf-8", "surrogateescape"))
            yield line

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes read so far, 64 hex digits."""
        return self._hash.hexdigest()


@dataclass(frozen=True, slots=True)
class Handed:
    """What whoever takes in a file says of it.

    Attributes:
        sender: whose file it is; "" for what it says itself, or else for whoever takes it in.
        knowingly: take in also what it holds in the name of others.
        other_case: take it in though it has no document in common with the case.
    """

    sender: str = ""
    knowingly: bool = False
    other_case: bool = False

    def vouched(self, connection: Reader, sender: str) -> bool:
        """Whether what it holds of others is taken in with it: knowingly, or into the copy that was handed to whoever the file is of.

        What the others say came to that copy by the case that handed it on, which takes nothing back from it in their names.
        """
        return self.knowingly or (bool(sender) and same(sender, audit.handed_to(connection)))

    def check_case(self, connection: Reader, theirs: Reader) -> None:
        """Pass when the file is of this case, or is to be taken in though it is of another.

        Raises:
            Refused: both hold documents, and none of them is the same.
        """
        mine, other = (documents.known(each) for each in (connection, theirs))
        if self.other_case or not mine or not other or mine & other:
            return
        raise Refused(
            f"The file is of another case: of its documents ({len(other)}) this case holds none.",
            next_step="Nothing was changed. Look whether it is the file you meant; to bring both cases together, say so (--other-case).",
        )

    def by(self, desk: Desk, theirs: Reader) -> str:
        """Whose file it is.

        Raises:
            Refused: the file says that it is somebody else's.
        """
        told = bringing.sender(theirs)
        given = desk.name_of(self.sender) if self.sender else ""
        if given and told and not same(given, told) and not self.knowingly:
            raise Refused(
                f"The file says that it is from {told}, not from {given}.",
                next_step=f"Nothing was changed. Ask who made it; take it in as that of {told}, or with --knowingly.",
            )
        return given or told or desk.who()


@dataclass(frozen=True, slots=True)
class Before:
    """What a case held before a file was taken in.

    Attributes:
        numbers: the highest number of a row of each table of what people said.
        known: every name in it.
    """

    numbers: Mapping[str, int]
    known: frozenset[str]

    @classmethod
    def of(cls, connection: Reader) -> Before:
        """That of a case as it stands."""
        return cls(bringing.numbers(connection), people.known(connection))


def check_words(
    writer: Writer, theirs: Reader, before: Before, handed: Handed, sender: str
) -> None:
    """Pass when all that came is of the person whose file it is, or taken in knowingly, and all are named, where people are.

    Args:
        writer: the open transaction, with what came already written in it.
        theirs: the case in the file.
        before: what the case held before that.
        handed: what whoever takes it in says.
        sender: whose file it is.

    Raises:
        Refused: words came of somebody who is not named, or of others than the sender, or that a role does not cover; or an answer, a remark,
            a ruling or a conclusion that could not be given here.
    """
    team = people.roles(writer.connection)
    said = bringing.said_since(writer.connection, before.numbers)
    strangers = sorted({who for each in said.values() for who in each if team and who not in team})
    if strangers:
        raise Refused(
            f"The file holds answers of {', '.join(strangers)}, who does not work on this case.",
            next_step="Nothing was changed. Name them first (`claims people NAME --role reviewer`), or ask for a file without their answers.",
        )
    _check_names(writer.connection, {who for each in said.values() for who in each}, before.known)
    _check_marks(writer.connection, before.numbers["decisions"])
    _check_topics(writer.connection, before.numbers["remarks"])
    if handed.vouched(writer.connection, sender):
        _check_settled(writer.connection, theirs, before.numbers)
        return
    others: Counter[str] = Counter()
    beyond: set[str] = set()
    for table, each in said.items():
        for who, count in each.items():
            if not same(who, sender):
                others[who] += count
            elif team and not covers(team, who, COVERED[table]):
                beyond.add(who)
    marked = bringing.marked_since(writer.connection, before.numbers["remarks"]) if team else ()
    beyond |= {who for who in marked if not covers(team, who, Action.MARK)}
    if others:
        listed = ", ".join(f"{who}: {number}" for who, number in sorted(others.items()))
        raise Refused(
            f"The file is that of {sender}, and holds words of others: {listed}.",
            next_step="Nothing was changed. If it is the file of another, say whose (--from NAME). To take in words of others all the"
            " same, ask them first, then do it with --knowingly: the record will say who did.",
        )
    if beyond:
        raise Refused(
            f"The file holds what the role of {', '.join(sorted(beyond))} does not cover here.",
            next_step="Nothing was changed. Give them the role first, or take it in with --knowingly.",
        )
    _check_settled(writer.connection, theirs, before.numbers)


def _check_settled(connection: Reader, theirs: Reader, behind: Mapping[str, int]) -> None:
    """Pass when every ruling and every conclusion that came could be given here."""
    check_rulings(connection, theirs, behind)
    check_conclusions(connection, theirs, behind["conclusions"])


def _check_marks(connection: Reader, behind: int) -> None:
    """Pass when every answer that came and stands could be given here; of the rest the record keeps what was said.

    Raises:
        Refused: one could not.
    """
    for who, _, error in unfit_marks(connection, behind):
        raise Refused(
            f"The file holds an answer of {who} that could not be given here. {error.message}",
            next_step="Nothing was changed. Ask for a file in which the pair is answered anew.",
        ) from error


def unfit_marks(connection: Reader, behind: int) -> Iterator[tuple[str, PairKey, Refused]]:
    """The answers after that number that stand and could not be given, by whom and to which pair, each with why not."""
    for came in decisions.came(connection, behind, Relation.AGREE):
        try:
            if came.mark is not None:
                checked(came.mark)
        except Refused as error:
            yield came.by, came.key, error


_ON_A_PAIR: Final = frozenset({Thing.PAIR, Thing.DECISION, Thing.RULING})


def _check_topics(connection: Reader, behind: int) -> None:
    """Pass when every remark that came is on something that can be named so.

    Raises:
        Refused: one is not.
    """
    for each in on_no_pair(connection, behind):
        topic = each.topic
        raise Refused(
            f"The file holds a remark of {each.by} on {topic.thing.value} {topic.id!r}, which names none.",
            next_step="Nothing was changed. Ask for a file without it.",
        )


def on_no_pair(connection: Reader, behind: int) -> Iterator[Remark]:
    """The remarks after that number that are on what names no pair, answer or ruling."""
    for each in remarks.found(connection, live=False):
        if each.id > behind and each.topic.thing in _ON_A_PAIR and pair_of(each.topic) is None:
            yield each


def check_added(connection: Reader, taken: Merged, handed: Handed, sender: str) -> None:
    """Pass when whoever the file is of may add what it adds: documents, pairs, and words of the case's list.

    What the program says of claims that the case holds, the case finds itself: a file could say anything in its place.

    Raises:
        Refused: their role does not cover it, or it compares claims of the case anew, and it is not taken in knowingly.
    """
    team = people.roles(connection)
    if not team or handed.vouched(connection, sender):
        return
    came = (
        (taken.documents, Action.ADD, "documents"),
        (taken.readings, Action.ADD, "readings"),
        (taken.pairs, Action.COMPARE, "pairs"),
        (taken.words, Action.EDIT, "parties or places"),
    )
    beyond = [name for count, action, name in came if count and not covers(team, sender, action)]
    if beyond:
        raise Refused(
            f"The file adds {', '.join(beyond)}, which the role of {sender} does not cover here.",
            next_step="Nothing was changed. Give them the role first, or take it in with --knowingly.",
        )
    if taken.compared:
        raise Refused(
            f"The file compares claims that this case holds, and says something else of them than is said here: pairs {taken.compared}.",
            next_step="Nothing was changed. Let this case compare them (`claims compare`) and take the file in again; what it still says of its"
            " own comes in with --knowingly.",
        )


def _check_names(connection: Reader, came: Collection[str], known: Collection[str]) -> None:
    """Pass when each name that is new in the case can be read, and be taken for no other one there, or of the file."""
    for who in sorted(set(came) - set(known)):
        if not is_name(who) or kept(who) != who or of_two_alphabets(who):
            raise Refused(
                f"The file holds words under {who[:_SHOWN]!a}, which is no name of a person.",
                next_step="Nothing was changed. Ask whose words they are, and for a file in which their name can be read.",
            )
        other = alike(who, (tellable(connection, known) | {*came}) - {who})
        if other:
            raise Refused(
                f"{who} in the file and {other} look like one person.",
                next_step="Nothing was changed. Ask for a file in which everybody's name is written as in the case.",
            )
        check_plain(connection, who)


def note(writer: Writer, handed: Handed, sender: str, digest: str) -> None:
    """Let the record say whose file it is that is taken in, and which."""
    writer.detail = {**writer.detail, bringing.SENDER: sender, bringing.FILE: digest}
    if handed.knowingly:
        writer.detail = {**writer.detail, "knowingly": True}
