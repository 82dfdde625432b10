"""Hand on what one may see of a case: what a colleague without a way to the server sends, and is sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TextIO

from claims.model import Thing
from claims.review.blindness import visible
from claims.services.apart import apart
from claims.services.concluded import seen_by
from claims.services.desk import Desk
from claims.services.leaving_out import LeftOut, left_out
from claims.services.policy import reviewers_of
from claims.services.rounds import ELSEWHERE, Taken, plainly
from claims.services.standing import settle
from claims.services.vouching import vouch
from claims.store import conclusions as concluded
from claims.store import decisions as said
from claims.store import descriptions
from claims.store import dump as lines
from claims.store.audit import HANDED_ON, Act
from claims.store.engine import Reader
from claims.store.part import copy_part, numbers
from claims.store.schema import adjudications, conclusions, decisions, groupings, remarks


def dump_mine(
    desk: Desk, stream: TextIO, without: Sequence[str] = (), *, knowingly: bool = False
) -> tuple[LeftOut, ...]:
    """Write what the actor may see of the case, in the form of a dump, which `load` takes in as any other.

    Documents, claims, pairs and what was laid down are in it whole, and of people's words those that the actor may see: their
    own, answers and rulings on pairs that all have answered, and conclusions that rest on nothing else. Its record begins anew, with one act of theirs.

    Args:
        desk: of the case.
        stream: where to.
        without: pairs, claims or documents of which nothing that people said is handed on, each by its id, or by the beginning of
            that of a claim or document; with a claim go its edits. The act of the part says what was left out.
        knowingly: write it though the record does not verify.

    Returns:
        What was left out of each.

    Raises:
        Corrupt: the record does not verify; the part would begin one that does. Or an original is missing or changed.
        InputError: a name with a tilde is no key of a pair.
        NotFound: the case holds nothing of such a name, or more than one thing.
    """
    with apart(desk) as part:
        act = Act(desk.who(), HANDED_ON, desk.store.title, desk.now(), desk.program)
        with desk.reading() as connection, part.writing(act) as writer:
            vouch(connection, desk.store.originals, "the part", knowingly=knowingly)
            writer.detail = {"new": reviewers_of(connection)}
            kept, gone = left_out(connection, _kept(connection, desk.who()), without)
            if gone:
                writer.detail = {
                    **writer.detail,
                    "without": {each.named: each.words for each in gone},
                }
            taken = Taken.of(connection, held=True)
            had = taken.in_hand(desk.who())
            if had:
                writer.detail = {**writer.detail, ELSEWHERE: plainly(had)}
            made = frozenset[str]().union(*(each.made for each in gone))
            copy_part(connection, writer, kept, made)
            taken.note(writer, 0)
            for each in gone:
                if each.topic.thing is Thing.DOCUMENT:
                    descriptions.settle(writer, each.topic.id)
                elif each.document:
                    settle(writer, each.document)
        with part.reading() as copied:
            found = lines.lines(copied, desk.store.originals)
            stream.writelines(line + "\n" for line in found)
    return gone


def _kept(connection: Reader, who: str) -> Mapping[str, frozenset[int]]:
    """The rows of people's words that somebody may see, by table."""
    reviewers = reviewers_of(connection)
    if reviewers == 1:
        return {}
    rows = said.all_rows(connection, live=False)
    shown = visible(rows, reviewers=reviewers, asker=who)
    answered = [(key.left, key.right) for key in said.answered(connection, reviewers)]
    return {
        decisions.name: frozenset(row.id for row in shown),
        adjudications.name: frozenset(
            number
            for left, right in answered
            for number in numbers(connection, adjudications, left_claim=left, right_claim=right)
        ),
        remarks.name: numbers(connection, remarks, author=who),
        groupings.name: numbers(connection, groupings, author=who),
        conclusions.name: frozenset(concluded.visible(connection, seen_by(connection, who))),
    }
