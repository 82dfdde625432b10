"""Marks on claims, notes, tags and links: beside the flow, and nothing of them is ever lost."""

# ruff: noqa: S106 - the tokens of submissions are no passwords

from __future__ import annotations

import io

import pytest

from claims.errors import ClaimsError, NotFound, Refused
from claims.model import ClaimMark, Evidence, Note, Quality, Slot, Tag, Thing, Topic
from claims.services import Case
from tests.conftest import OpenCase

EVIDENCE = Evidence(
    "https://example.org/video",
    archive="https://archive.example/1",
    sha256="ab" * 32,
    retrieved="2018-04-04T10:00Z",
    comment="the checkpoint",
)


def _topics(case: Case) -> list[Topic]:
    pair = case.pairs.list().items[0]
    decision = case.review.decide(pair.key, relation="unsure")
    return [
        Topic(Thing.DOCUMENT, pair.left.document.id),
        Topic(Thing.CLAIM, pair.left.claim.id),
        Topic(Thing.PAIR, str(pair.key)),
        Topic(Thing.INCIDENT, pair.left.claim.id),
        Topic(Thing.DECISION, str(decision.id)),
        _ruled(case),
        _concluded(case),
    ]


def _ruled(case: Case) -> Topic:
    """A ruling on the second pair, on which two answered otherwise."""
    key = case.pairs.list().items[1].key
    case.review.decide(key, relation="agree", by="ben")
    case.review.decide(key, relation="unsure", by="cay")
    case.acting_as("dan").adjudication.settle(key, relation="agree", ground="evidence")
    return Topic(Thing.RULING, str(key))


def _concluded(case: Case) -> Topic:
    """What was concluded on an incident."""
    incident = case.verdicts.proposals("incident")[0].proposal.id
    case.verdicts.confirm("incident", incident)
    return Topic(Thing.CONCLUSION, f"incident~{incident}")


def test_everything_can_have_notes_tags_and_links(compared: Case) -> None:
    """And gives back what was written, whoever asks in a case for one."""
    for topic in _topics(compared):
        compared.remarks.note(topic, "see the video")
        compared.remarks.tag(topic, "فيديو")
        compared.remarks.link(topic, EVIDENCE)
        found = compared.acting_as("ben").remarks.of(topic)
        assert [row.content for row in found] == [Note("see the video"), Tag("فيديو"), EVIDENCE]
        assert {row.topic for row in found} == {topic}
    assert len(compared.remarks.list(tag="فيديو")) == 7
    assert len(compared.remarks.list(kind="link")) == 7
    assert compared.audit.verify() == ()


@pytest.mark.parametrize(
    ("thing", "name"),
    [(Thing.RULING, "a~b"), (Thing.CONCLUSION, "incident~none"), (Thing.CONCLUSION, "none")],
)
def test_nothing_is_said_of_what_was_not_settled(compared: Case, thing: Thing, name: str) -> None:
    """No ruling, and no conclusion, under that name."""
    with pytest.raises(NotFound, match=f"no {thing.value}"):
        compared.remarks.note(Topic(thing, name), "hello")


def test_nothing_is_said_of_an_incident_that_is_none(compared: Case) -> None:
    """An incident is named by a claim of it; any other name is refused, whatever is said."""
    nowhere = Topic(Thing.INCIDENT, "nosuchincident")
    with pytest.raises(NotFound, match="no incident 'nosuchincident'"):
        compared.remarks.note(nowhere, "hello")
    with pytest.raises(NotFound, match="no incident 'nosuchincident'"):
        compared.remarks.tag(nowhere, "hello")
    with pytest.raises(NotFound, match="no incident 'nosuchincident'"):
        compared.remarks.link(nowhere, EVIDENCE)
    assert compared.remarks.list() == ()


def test_a_mark_on_a_claim_is_one_for_each_person_and_supersedes(compared: Case) -> None:
    """Undo brings the earlier one back, and then none; every row is kept."""
    claim = compared.claims.list().items[0].id
    topic = Topic(Thing.CLAIM, claim)
    compared.remarks.mark(claim, "accurate")
    compared.remarks.mark(claim, "wrong_slot", slots=["date"], comment="a Friday")
    compared.acting_as("ben").remarks.mark(claim, Quality.NOT_CHECKABLE)
    contents = [row.content for row in compared.remarks.of(topic)]
    wrong = ClaimMark(Quality.WRONG_SLOT, (Slot.DATE,), "a Friday")
    assert contents == [wrong, ClaimMark(Quality.NOT_CHECKABLE)]
    undone = compared.remarks.undo()
    assert undone is not None
    assert undone.content == ClaimMark(Quality.ACCURATE)
    undone = compared.remarks.undo()
    assert undone is not None
    assert undone.content is None
    assert compared.remarks.undo() is None
    assert [row.by for row in compared.remarks.of(topic)] == ["ben"]
    assert len(compared.remarks.of(topic, live=False)) == 5


def test_a_remark_is_revised_and_withdrawn_by_its_author_only(opened: OpenCase) -> None:
    """The record keeps what it said; undo brings it back, also after a restart."""
    case = opened()
    case.documents.add_bytes(b"Paper (agency): monday depot\n", name="a.txt")
    topic = Topic(Thing.DOCUMENT, case.documents.list().items[0].id)
    first = case.remarks.note(topic, "one")
    second = case.remarks.revise(first.id, Note("two"))
    assert second.supersedes == first.id
    with pytest.raises(NotFound, match="no remark"):
        case.acting_as("ben").remarks.withdraw(second.id)
    with pytest.raises(Refused, match="another kind"):
        case.remarks.revise(second.id, Tag("x"))
    with pytest.raises(Refused, match="does not stand"):
        case.remarks.revise(first.id, Note("three"))
    case.remarks.withdraw(second.id)
    assert case.remarks.of(topic) == ()
    again = opened()
    assert again.remarks.undo() is not None
    assert [row.content for row in again.remarks.of(topic)] == [Note("two")]


def test_a_submission_is_stored_once(compared: Case) -> None:
    """Two equal notes are two notes, unless they are one submission."""
    topic = Topic(Thing.PAIR, str(compared.pairs.list().items[0].key))
    one = compared.remarks.note(topic, "look", token="t")
    assert compared.remarks.note(topic, "look", token="t") == one
    compared.remarks.note(topic, "look")
    assert len(compared.remarks.of(topic)) == 2
    with pytest.raises(Refused, match="something else"):
        compared.remarks.note(topic, "look away", token="t")
    elsewhere = Topic(Thing.CLAIM, compared.claims.list().items[0].id)
    with pytest.raises(Refused, match="something else"):
        compared.remarks.note(elsewhere, "look", token="t")
    with pytest.raises(Refused, match="stored before"):
        compared.remarks.undo(token="t")


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Note(" "),
        lambda: Tag(""),
        lambda: Tag(" x"),
        lambda: Tag("x" * 101),
        lambda: Tag("a\nb"),
        lambda: Evidence("javascript:alert(1)"),
        lambda: Evidence("https://"),
        lambda: Evidence("https://a.example", archive="file:///etc/passwd"),
        lambda: Evidence("https://a.example", sha256="AB"),
        lambda: ClaimMark(Quality.WRONG_SLOT),
        lambda: ClaimMark(Quality.ACCURATE, (Slot.DATE,)),
    ],
)
def test_the_model_refuses_what_is_none(wrong: object) -> None:
    """With a next step."""
    with pytest.raises(Refused) as caught:
        wrong()  # type: ignore[operator]
    assert caught.value.next_step


@pytest.mark.parametrize(
    "topic",
    [
        Topic(Thing.DOCUMENT, "x"),
        Topic(Thing.CLAIM, "x"),
        Topic(Thing.PAIR, "a~b"),
        Topic(Thing.PAIR, "x"),
        Topic(Thing.DECISION, "7"),
        Topic(Thing.DECISION, "9" * 23),
        Topic(Thing.DECISION, "x"),
    ],
)
def test_what_the_case_does_not_hold_has_no_remarks(compared: Case, topic: Topic) -> None:
    """Nothing is stored."""
    head = compared.audit.head()
    with pytest.raises(ClaimsError):
        compared.remarks.note(topic, "look")
    with pytest.raises(ClaimsError):
        compared.remarks.of(topic)
    assert compared.audit.head() == head


def test_remarks_go_through_a_dump_and_come_together(opened: OpenCase, blank_file: object) -> None:
    """A colleague's file adds what they wrote; on a decision it stands with that decision, whatever its number here."""
    case = opened()
    case.documents.add_bytes(
        b"A (official): monday depot\nB (monitor): monday hideout\n", name="a.txt"
    )
    case.pairs.compare()
    stream = io.StringIO()
    case.dump(stream)
    del blank_file
    from claims.services import open_case
    from tests.stages import STAGES

    path = case._desk.store.originals.folder.parent / "colleague.db"
    with open_case(path, actor="ben", stages=STAGES) as other:
        other.load(io.StringIO(stream.getvalue()))
        key = other.pairs.list().items[0].key
        theirs = other.review.decide(key, relation="agree")
        other.remarks.note(Topic(Thing.DECISION, str(theirs.id)), "why so")
        other.remarks.tag(Topic(Thing.PAIR, str(key)), "monday")
        case.review.decide(key, relation="unsure")
        case.remarks.tag(Topic(Thing.PAIR, str(key)), "monday")
        other.adjudication.settle(key, relation="agree", ground="evidence")
        back = io.StringIO()
        other.dump(back)
        report = case.load(io.StringIO(back.getvalue()), knowingly=True)
    assert (report.decisions, report.further) == (1, 3)
    (note,) = case.remarks.list(kind="note")
    (number,) = [row.id for row in case.review.decisions() if row.by == "ben"]
    assert note.topic == Topic(Thing.DECISION, str(number))
    assert [row.by for row in case.remarks.list(tag="monday")] == ["ana", "ben"]
    assert len(case.adjudication.history(key)) == 1
    assert case.adjudication.rulings() == ()
    assert case.audit.verify() == ()


@pytest.mark.parametrize(
    "name",
    [
        "👩‍💻",
        "❤️",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "علی‌رضا",
        "🫨 urgent",
    ],
)
def test_emoji_and_joined_letters_are_tags(name: str) -> None:
    """Signs that join pictures or letters are part of a word."""
    assert Tag(name).name == name


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "is empty"),
        ("x" * 101, "of 101 characters is too long"),
        ("a\nb", "more than one line"),
        (" a", "with a space"),
        ("a\u202eb", "nobody sees"),
        ("\u200d", "nobody sees"),
    ],
)
def test_what_is_no_tag_is_refused_with_its_reason(name: str, why: str) -> None:
    """Each fault is told as what it is."""
    with pytest.raises(Refused, match=why):
        Tag(name)
