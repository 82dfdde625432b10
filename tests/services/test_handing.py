"""A colleague without a way to the server is sent what they may see, works, and sends it back, while answers are blind."""

from __future__ import annotations

import errno
import io
import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from claims.errors import NotAllowed, Refused
from claims.model import PairKey, Thing, Topic
from claims.services import Case, open_case
from tests.stages import STAGES

ALONE = "the army, as ben alone says"


@pytest.fixture
def keys(compared: Case) -> list[PairKey]:
    """The pairs of a case for two, of which ben has answered the first in secret."""
    compared.review.require(2)
    keys = [item.key for item in compared.pairs.list().items]
    compared.acting_as("ben").review.decide(
        keys[0], relation="conflict", slots=["target"], reason=ALONE
    )
    compared.acting_as("ben").remarks.note(Topic(Thing.PAIR, str(keys[0])), ALONE)
    return keys


def _mine(case: Case) -> str:
    stream = io.StringIO()
    case.dump(stream, mine=True)
    return stream.getvalue()


def _without_chance(text: str) -> str:
    """A dump without hashes, salt and times, which are others each time."""
    return re.sub(r'[0-9a-f]{64}|"salt":"[0-9a-f]+"|"at":"[^"]+"', "", text)


def test_work_goes_to_a_colleague_and_comes_back(
    compared: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """Decisions, undo and notes of theirs are in the case afterwards, still blind on both sides."""
    sent = _mine(compared.acting_as("cay"))
    with open_case(tmp_path / "home.db", actor="cay", stages=STAGES) as home:
        assert home.load(io.StringIO(sent)).restored
        assert home.audit.verify() == ()
        assert home.review.history(keys[0]) == ()
        assert [item.key for item in home.review.queue()] == [
            item.key for item in compared.review.queue(reviewer="cay")
        ]
        home.review.decide(keys[0], relation="agree", reason="cay's")
        home.review.decide(keys[1], relation="unsure")
        home.review.undo()
        home.remarks.note(Topic(Thing.PAIR, str(keys[1])), "look again")
        with pytest.raises(Refused, match="may see yet"):
            home.dump(io.StringIO())
        back = _mine(home)
    told = compared.load(io.StringIO(back))
    assert (told.restored, told.documents, told.decisions, told.further) == (False, 0, 3, 1)
    assert compared.audit.verify() == ()
    assert {row.by for row in compared.review.history(keys[0])} == {"ben", "cay"}
    assert compared.review.history(keys[1]) == ()
    assert len(compared.acting_as("cay").review.history(keys[1])) == 2
    assert {row.by for row in compared.agreement.blind(keys[0])} == {"ben", "cay"}
    assert compared.load(io.StringIO(back)).decisions == 0


def test_answers_of_somebody_who_is_not_named_are_refused(
    compared: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """They would end the blindness of the team and count in its agreement; once named they are taken, and told of."""
    sent = _mine(compared.acting_as("cay"))
    with open_case(tmp_path / "home.db", actor="dan", stages=STAGES) as home:
        home.load(io.StringIO(sent))
        home.review.decide(keys[2], relation="agree")
        back = _mine(home)
    for name, role in (("ana", "admin"), ("ben", "reviewer"), ("cay", "reviewer")):
        compared.people.put(name, role)
    before = compared.review.decisions(live=False)
    with pytest.raises(Refused, match="answers of dan"):
        compared.load(io.StringIO(back))
    assert compared.review.decisions(live=False) == before
    assert compared.audit.verify() == ()
    compared.people.put("dan", "reviewer")
    assert dict(compared.load(io.StringIO(back)).answers) == {"dan": 1}


def test_what_is_handed_on_tells_of_no_hidden_answer(compared: Case, keys: list[PairKey]) -> None:
    """Neither what is in it, nor its numbers, nor its record differ by what others do."""
    cay = compared.acting_as("cay")
    cay.review.decide(keys[1], relation="agree")
    before = _mine(cay)
    ben = compared.acting_as("ben")
    for word in ("agree", "unsure"):
        ben.review.decide(keys[2], relation=word, reason=ALONE)
    cay.review.decide(keys[1], relation="unsure")
    cay.review.undo()
    ben.review.undo()
    after = _mine(cay)
    assert ALONE not in before + after
    rows = [json.loads(line) for line in after.splitlines()]
    said = [row["row"] for row in rows if row.get("table") == "decisions"]
    assert [(row["reviewer"], row["id"]) for row in said] == [("cay", 1), ("cay", 2), ("cay", 3)]
    assert {row["row"]["actor"] for row in rows if row.get("table") == "audit"} == {"cay"}
    ben.review.undo()
    assert _without_chance(_mine(cay)) == _without_chance(after)


def test_answers_that_all_have_given_come_along(compared: Case, keys: list[PairKey]) -> None:
    """And in a case for one, everything."""
    compared.acting_as("cay").review.decide(keys[0], relation="agree")
    assert ALONE in _mine(compared.acting_as("eve"))
    assert ALONE in _mine(compared.acting_as("cay"))


def test_who_may_not_have_the_whole_is_told_of_the_part(
    compared: Case, keys: list[PairKey]
) -> None:
    """By role, and where nobody is named."""
    with pytest.raises(Refused) as caught:
        compared.dump(io.StringIO())
    assert "--mine" in caught.value.next_step
    compared.people.put("ana", "admin")
    compared.people.put("cay", "reviewer")
    with pytest.raises(NotAllowed) as refused:
        compared.acting_as("cay").dump(io.StringIO())
    assert "--mine" in refused.value.next_step
    assert str(keys[0].left) in _mine(compared.acting_as("cay"))
    with pytest.raises(NotAllowed):
        _mine(compared.acting_as("stranger"))


def test_a_case_that_began_from_a_part_knows_how_many_are_asked(
    compared: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """What two answer in it is blind on both sides and is in its figures of agreement."""
    sent = _mine(compared.acting_as("cay"))
    with open_case(tmp_path / "home.db", actor="cay", stages=STAGES) as home:
        home.load(io.StringIO(sent))
        for who in ("cay", "dan"):
            home.acting_as(who).review.decide(keys[1], relation="agree")
        assert {row.by for row in home.agreement.blind(keys[1])} == {"cay", "dan"}


def test_a_dump_that_breaks_off_is_a_look_all_the_same(compared: Case, keys: list[PairKey]) -> None:
    """As when a pager is closed: what was answered between the note and the lines was in hand too."""

    def leave() -> None:
        compared.acting_as("ben").review.decide(keys[1], relation="agree")
        raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        compared.dump(_Slow(leave), knowingly=True)
    newest = compared.audit.list(limit=100).items[-1]
    assert (newest.actor, newest.action) == ("ana", "dump case")


class _Slow(io.StringIO):
    """Takes lines, and lets somebody answer in between."""

    def __init__(self, answer: Callable[[], object]) -> None:
        super().__init__()
        self._answer = answer
        self.answered = False

    def write(self, text: str) -> int:
        self._once()
        return super().write(text)

    def writelines(self, lines: Iterable[str], /) -> None:  # type: ignore[override]
        for line in lines:
            self.write(line)

    def _once(self) -> None:
        if not self.answered:
            self.answered = True
            self._answer()


@pytest.mark.parametrize("mine", [True, False])
def test_whoever_takes_a_dump_slowly_keeps_nobody_from_answering(
    compared: Case, keys: list[PairKey], *, mine: bool
) -> None:
    """As a pager does that waits for a key."""
    cay = compared.acting_as("cay")
    stream = _Slow(lambda: cay.review.decide(keys[1], relation="unsure"))
    compared.dump(stream, knowingly=not mine, mine=mine)
    assert stream.answered
    assert [row.key for row in cay.review.decisions()] == [keys[1]]


def test_no_room_at_the_other_end_is_not_said_of_the_folder_for_passing_files(
    compared: Case,
) -> None:
    """Whoever writes the lines knows where they go, and says so."""

    def full() -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        compared.dump(_Slow(full), knowingly=True)
