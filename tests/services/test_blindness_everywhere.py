"""No way of reading tells of another's answer before all have answered: whatever others do, one reads the same.

The same case is read twice by one person: as it is, and after others have answered, undone, remarked and leased. What
comes out must be equal in every way of reading that a case has, its numbers included; a new one must be named
here, or a test fails. Only the time may differ at which it was read, and the head of the record, which is another one each time.
"""

# ruff: noqa: ARG005 - not every way of reading needs the pairs

from __future__ import annotations

import inspect
import io
import re
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from sqlalchemy import delete, func, select

from claims.errors import ClaimsError, Refused, Stale
from claims.model import (
    DocumentsWanted,
    Evidence,
    Matter,
    PairKey,
    Relation,
    Scale,
    Status,
    Thing,
    Topic,
    Wanted,
)
from claims.review.roles import Action
from claims.services import Case, open_case
from claims.services.annotating import Annotation
from claims.services.filled_in import Plan
from claims.store.guards import lower_guards
from claims.store.schema import audit, traits
from tests.conftest import OpenCase
from tests.stages import STAGES, TWO_ACCOUNTS

Read = Callable[[Case, list[PairKey]], object]

READS: dict[str, Read] = {
    "agreement.blind": lambda case, keys: [case.agreement.blind(key) for key in keys],
    "agreement.measure": lambda case, keys: case.agreement.measure(),
    "adjudication.settles": lambda case, keys: case.adjudication.settles,
    "adjudication.queue": lambda case, keys: case.adjudication.queue(),
    "adjudication.count": lambda case, keys: case.adjudication.count(),
    "adjudication.rulings": lambda case, keys: case.adjudication.rulings(),
    "adjudication.standing": lambda case, keys: case.adjudication.standing(),
    "adjudication.history": lambda case, keys: [case.adjudication.history(key) for key in keys],
    "adjudication.holding": lambda case, keys: [case.adjudication.holding(key) for key in keys],
    "audit.list": lambda case, keys: [case.audit.list(), case.audit.list(limit=3, after="3")],
    "audit.done": lambda case, keys: case.audit.done(),
    "audit.state": lambda case, keys: _split(case.audit.state()),
    "audit.head": lambda case, keys: case.audit.head(),
    "audit.verify": lambda case, keys: case.audit.verify(),
    "claims.list": lambda case, keys: case.claims.list(),
    "claims.get": lambda case, keys: [case.claims.get(key.left) for key in keys],
    "claims.several": lambda case, keys: case.claims.several([keys[0].left, keys[0].right]),
    "claims.find": lambda case, keys: case.claims.find(keys[0].left),
    "claims.of": lambda case, keys: case.claims.of(_document(case)),
    "claims.asking": lambda case, keys: case.claims.asking(),
    "claims.history": lambda case, keys: [case.claims.history(key.left) for key in keys],
    "claims.revisions": lambda case, keys: case.claims.revisions(keys[0].left),
    "documents.list": lambda case, keys: case.documents.list(),
    "documents.count": lambda case, keys: case.documents.count(),
    "documents.search": lambda case, keys: case.documents.search(DocumentsWanted()),
    "documents.particulars": lambda case, keys: case.documents.particulars(_document(case)),
    "documents.descriptions": lambda case, keys: case.documents.descriptions(_document(case)),
    "documents.described": lambda case, keys: case.documents.described(),
    "documents.undated": lambda case, keys: case.documents.undated(),
    "documents.day_hints": lambda case, keys: case.documents.day_hints([_document(case)]),
    "documents.publishers": lambda case, keys: case.documents.publishers(),
    "documents.headlines": lambda case, keys: case.documents.headlines({_document(case)}),
    "documents.get": lambda case, keys: case.documents.get(_document(case)),
    "documents.head": lambda case, keys: case.documents.head(_document(case)),
    "documents.extraction": lambda case, keys: case.documents.extraction(_document(case)),
    "documents.original": lambda case, keys: case.documents.original(_document(case)),
    "documents.find": lambda case, keys: case.documents.find("accounts.txt"),
    "claims.edits": lambda case, keys: case.claims.edits(_document(case)),
    "claims.histories": lambda case, keys: case.claims.histories(_document(case)),
    "exports.file_name": lambda case, keys: [
        case.exports.file_name(name) for name in case.exports.formats()
    ],
    "exports.formats": lambda case, keys: case.exports.formats(),
    "exports.preview": lambda case, keys: _plan(case),
    "exports.refuse": lambda case, keys: case.exports.refuse("elsewhere.csv"),
    "exports.write": lambda case, keys: [
        _exported(case, name) for name in case.exports.formats() if name != "xlsx"
    ],
    "incidents.list": lambda case, keys: case.incidents.list(),
    "incidents.progress": lambda case, keys: case.incidents.progress(),
    "incidents.claims": lambda case, keys: dict(case.incidents.claims()),
    "incidents.get": lambda case, keys: [
        case.incidents.get(one.id) for one in case.incidents.list()
    ],
    "incidents.sheets": lambda case, keys: case.incidents.sheets(),
    "incidents.history": lambda case, keys: case.incidents.history(),
    "incidents.timeline": lambda case, keys: case.incidents.timeline(),
    "incidents.matrix": lambda case, keys: case.incidents.matrix(),
    "incidents.passages": lambda case, keys: case.incidents.passages(keys[0]),
    "package.write": lambda case, keys: _texts(case),
    "package.key": lambda case, keys: case.package.key(),
    "pairs.get": lambda case, keys: [case.pairs.get(key) for key in keys],
    "pairs.list": lambda case, keys: [
        case.pairs.list(relation=relation) for relation in (None, *Relation)
    ],
    "pairs.of_claims": lambda case, keys: case.pairs.of_claims([keys[0].left]),
    "pairs.conflicts": lambda case, keys: case.pairs.conflicts(),
    "pairs.count": lambda case, keys: case.pairs.count(),
    "pairs.state": lambda case, keys: _split(case.pairs.state()),
    "people.list": lambda case, keys: case.people.list(),
    "problems.list": lambda case, keys: case.problems.list(),
    "problems.page": lambda case, keys: case.problems.page(),
    "remarks.list": lambda case, keys: case.remarks.list(),
    "remarks.of": lambda case, keys: [_remarks(case, topic) for topic in _topics(keys)],
    "report.content": lambda case, keys: case.report.content(),
    "report.build": lambda case, keys: case.report.build(),
    "report.people": lambda case, keys: case.report.people(),
    "review.queue": lambda case, keys: [
        case.review.queue(wanted=Wanted(status=status)) for status in Status
    ],
    "review.hand": lambda case, keys: case.review.hand(),
    "review.held": lambda case, keys: case.review.held(),
    "review.history": lambda case, keys: [case.review.history(key) for key in keys],
    "review.histories": lambda case, keys: case.review.histories(keys),
    "review.decisions": lambda case, keys: [
        case.review.decisions(live=live) for live in (True, False)
    ],
    "review.lacking": lambda case, keys: case.review.lacking,
    "review.outlook": lambda case, keys: case.review.outlook(),
    "review.progress": lambda case, keys: case.review.progress(),
    "review.unknown": lambda case, keys: case.review.unknown(Wanted(source="nobody")),
    "review.reviewers": lambda case, keys: case.review.reviewers,
    "wordlist.kinds": lambda case, keys: case.wordlist.kinds(),
    "wordlist.get": lambda case, keys: case.wordlist.get(),
    "wordlist.whereabouts": lambda case, keys: case.wordlist.whereabouts(),
    "wordlist.checks": lambda case, keys: case.wordlist.checks(),
    "wordlist.touched": lambda case, keys: case.wordlist.touched(),
    "verdicts.compute": lambda case, keys: case.verdicts.compute(),
    "verdicts.proposals": lambda case, keys: [case.verdicts.proposals(each) for each in Matter],
    "verdicts.adrift": lambda case, keys: case.verdicts.adrift(),
    "verdicts.newest": lambda case, keys: case.verdicts.newest(),
    "verdicts.history": lambda case, keys: [
        case.verdicts.history(matter, name)
        for matter in Matter
        for key in keys
        for name in (key.left, key.right)
    ],
    "verdicts.voices": lambda case, keys: case.verdicts.voices(),
    "verdicts.vocabulary": lambda case, keys: [case.verdicts.vocabulary(each) for each in Scale],
}
"""Every way of reading, by name."""

WRITES = {
    "exports.apply",
    "documents.add",
    "documents.add_bytes",
    "documents.describe",
    "documents.describe_from",
    "documents.describe_several",
    "documents.undo_several",
    "documents.extract_again",
    "documents.undo_description",
    "pairs.compare",
    "people.put",
    "report.refuse_case",
    "report.write",
    *(f"wordlist.{verb}" for verb in ("put", "remove", "use_check")),
    "report.give_out",
    "report.publish",
    "report.describe",
    *(
        f"claims.{verb}"
        for verb in [
            "split",
            "merge",
            "anchor",
            "correct",
            "add",
            "reject",
            "accept",
            "keep",
            "undo",
        ]
    ),
    *(f"adjudication.{verb}" for verb in ("settle", "undo")),
    *(f"verdicts.{verb}" for verb in ("confirm", "override", "undo", "bring")),
    *(f"incidents.{verb}" for verb in ("merge", "split", "undo")),
    *(f"remarks.{verb}" for verb in ["mark", "note", "tag", "link", "revise", "withdraw", "undo"]),
    *(
        f"review.{verb}"
        for verb in (
            "close_former",
            "decide",
            "next",
            "record",
            "release",
            "require",
            "take",
            "undo",
        )
    ),
}
"""What writes."""


def _exported(case: Case, name: str) -> str:
    """What is in a file of data, without the time at which it was made."""
    with tempfile.TemporaryDirectory() as folder:
        path = case.exports.write(name, Path(folder) / "data").path
        return re.sub(r"2018-04-03T[0-9:.]+(\+00:00|Z)?", "", path.read_text("utf-8-sig"))


def _split(state: str) -> str:
    """The name of a state, which is equal where nothing changed, in pieces that are not taken for a hash of the record."""
    return f"{state[:32]} {state[32:]}"


def _plan(case: Case) -> object:
    """What a table of pairs that nobody filled in would change."""
    with tempfile.TemporaryDirectory() as folder:
        path = case.exports.write("pairs.csv", Path(folder) / "pairs.csv").path
        return case.exports.preview(path)


def _document(case: Case) -> str:
    return case.documents.list().items[0].id


def _topics(keys: list[PairKey]) -> Iterator[Topic]:
    for key in keys:
        yield Topic(Thing.PAIR, str(key))
        yield from (Topic(Thing.CLAIM, claim) for claim in (key.left, key.right))
        yield Topic(Thing.RULING, str(key))
        for matter in Matter:
            yield from (
                Topic(Thing.CONCLUSION, f"{matter}~{name}") for name in (key.left, key.right)
            )
    yield Topic(Thing.INCIDENT, keys[0].left)


def _remarks(case: Case, topic: Topic) -> object:
    """What is written of a thing, or that there is none."""
    try:
        return case.remarks.of(topic)
    except ClaimsError as error:
        return str(error)


def _read(
    case: Case, keys: list[PairKey], reads: Mapping[str, Read] = MappingProxyType(READS)
) -> dict[str, str]:
    """What one person reads, without the time it is."""
    found = {}
    for name, read in reads.items():
        said = repr(read(case, keys))
        found[name] = re.sub(r"made_at='[^']*'|text='2018-04-03[T ][^']*'|[0-9a-f]{64}", "", said)
    return found


def test_every_way_of_reading_is_named_here() -> None:
    """A new one cannot be forgotten."""
    parts = "documents claims pairs incidents exports package review adjudication agreement remarks verdicts report problems people audit wordlist"
    case = Case.__new__(Case)
    Case.__init__(case, None)  # type: ignore[arg-type]
    known = {
        f"{part}.{name}"
        for part in parts.split()
        for name, _ in inspect.getmembers(type(getattr(case, part)))
        if not name.startswith("_")
    }
    assert set(vars(case)) - {"_desk"} == set(parts.split())
    assert known == set(READS) | WRITES


def _regroup(case: Case, who: str, keys: list[PairKey]) -> None:
    """Somebody says of incidents that they are one or several, and takes it back: one word stands in the end."""
    incidents = case.acting_as(who).incidents
    incidents.undo()
    incidents.merge([keys[0].left, keys[1].left])
    incidents.split(keys[0].left, [keys[0].left])
    incidents.undo()


def _conclude(case: Case, who: str, keys: list[PairKey]) -> None:
    """Somebody says what holds of claims and incidents and why, writes of it, and takes some of it back."""
    acting = case.acting_as(who)
    acting.verdicts.override("claim", keys[0].left, "refuted", reason="it was the army")
    acting.verdicts.confirm("claim", keys[1].right)
    acting.verdicts.confirm("incident", keys[0].left, reason="all say so")
    acting.remarks.note(Topic(Thing.CONCLUSION, f"claim~{keys[0].left}"), "see the pictures")
    acting.verdicts.confirm("claim", keys[1].left)
    acting.verdicts.undo()


def _answer(case: Case, who: str, keys: list[PairKey]) -> None:
    """Everything that somebody may do on the first pair, and undo on the second, without completing either."""
    acting = case.acting_as(who)
    acting.review.next()
    acting.review.decide(keys[0], relation="conflict", slots=["target"], reason="army")
    acting.review.decide(keys[0], relation="unsure", comment="on second thoughts")
    acting.review.decide(keys[1], relation="agree")
    acting.review.undo()
    acting.remarks.note(Topic(Thing.PAIR, str(keys[0])), "it is the army")
    acting.remarks.tag(Topic(Thing.CLAIM, keys[0].left), "army")
    acting.remarks.link(Topic(Thing.INCIDENT, keys[0].left), Evidence("https://example.org/video"))
    acting.remarks.mark(keys[0].left, "accurate")
    filled = Annotation(
        Topic(Thing.CLAIM, keys[0].right), "", "as the table says", ("seen",), (), 0
    )
    acting.exports.apply(Plan((), annotations=(filled,)))
    decision = acting.review.decisions()[0]
    acting.remarks.note(Topic(Thing.DECISION, str(decision.id)), "why")


@pytest.fixture
def blind(opened: OpenCase) -> Case:
    """A case for several, in which ana has answered the last pair and written of it."""
    case = opened()
    case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
    case.pairs.compare()
    return case


@pytest.mark.parametrize("reviewers", [2, 3])
def test_whatever_others_answer_one_reads_the_same(blind: Case, reviewers: int) -> None:
    """In every way of reading, while one answer of each pair is missing."""
    blind.review.require(reviewers)
    keys = [item.key for item in blind.pairs.list().items]
    blind.review.decide(keys[2], relation="agree")
    before = _read(blind, keys)
    for who in ("ben", "eve")[: reviewers - 1]:
        _answer(blind, who, keys)
        _regroup(blind, who, keys)
        _conclude(blind, who, keys)
    after = _read(blind, keys)
    assert {name for name in READS if before[name] != after[name]} == set()


def test_no_act_of_the_review_has_a_name_that_others_could_be_shown(blind: Case) -> None:
    """Whoever writes a new one says whether it is hidden while answers are blind."""
    with (
        pytest.raises(ValueError, match="neither hidden"),
        blind._desk.writing(Action.REMARK, "scribble", "x"),
    ):
        pass


def test_a_state_is_named_by_what_one_may_see(blind: Case) -> None:
    """Through all work and for everybody: where two states have one name, nothing that is read differs."""
    blind.review.require(2)
    keys = [item.key for item in blind.pairs.list().items]
    ben, eve = blind.acting_as("ben"), blind.acting_as("eve")
    steps: list[Callable[[], object]] = [
        lambda: ben.review.decide(keys[0], relation="agree"),
        lambda: blind.review.decide(keys[0], relation="unsure"),
        lambda: ben.review.decide(keys[0], relation="partial", slots=["date"]),
        ben.review.undo,
        ben.review.undo,
        lambda: ben.review.decide(keys[0], relation="agree"),
        lambda: eve.adjudication.settle(keys[0], relation="unsure", ground="evidence"),
        eve.adjudication.undo,
        lambda: ben.remarks.note(Topic(Thing.PAIR, str(keys[0])), "it is the army"),
        ben.remarks.undo,
        lambda: eve.remarks.note(Topic(Thing.DOCUMENT, _document(blind)), "seen"),
        lambda: ben.incidents.merge([keys[0].left, keys[1].left]),
        lambda: eve.review.decide(keys[1], relation="agree"),
        lambda: eve.verdicts.confirm("claim", keys[0].left),
        lambda: ben.verdicts.override("claim", keys[0].left, "refuted", reason="seen it"),
        lambda: blind.verdicts.confirm("claim", keys[0].left, reason="mine"),
        ben.verdicts.undo,
        lambda: ben.verdicts.confirm("incident", keys[1].left),
        lambda: blind.claims.reject(keys[2].left),
        blind.claims.undo,
    ]
    readers = (blind, ben, eve)
    known: list[dict[str, dict[str, str]]] = [{} for _ in readers]
    slow = {"package.write", "exports.write", "report.build", "review.hand"}
    quick = {name: read for name, read in READS.items() if name not in slow}
    for number, step in enumerate(steps):
        step()
        for reader, states in zip(readers, known, strict=True):
            said = _read(reader, keys, quick)
            assert states.setdefault(reader.audit.state(), said) == said, (number, reader.actor)
    assert all(len(states) > len(steps) // 2 for states in known)


def _twin(folder: Path, now: list[str], *, hidden: bool) -> tuple[Case, list[object]]:
    """A case in which ana works, with what each of her acts gave; with ``hidden``, others work in between."""
    folder.mkdir()
    now[0] = "2018-04-03T12:00:00.000000+00:00"
    case = open_case(folder / "case.db", actor="ana", clock=lambda: now[0], stages=STAGES)
    case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
    case.pairs.compare()
    case.review.require(3)
    keys = [item.key for item in case.pairs.list().items]
    pair = Topic(Thing.PAIR, str(keys[2]))
    acts: list[Callable[[], object]] = [
        lambda: case.review.decide(keys[2], relation="agree"),
        lambda: case.remarks.note(pair, "first"),
        lambda: case.review.decide(keys[2], relation="unsure"),
        lambda: case.remarks.withdraw(case.remarks.of(pair)[0].id),
        case.review.undo,
        case.remarks.undo,
        lambda: case.remarks.note(
            Topic(Thing.DECISION, str(case.review.decisions()[0].id)), "on it"
        ),
        lambda: case.incidents.merge([keys[1].left, keys[2].left]),
        case.incidents.undo,
        lambda: case.verdicts.override("claim", keys[1].left, "refuted", reason="nobody saw it"),
        lambda: case.verdicts.confirm("incident", keys[1].left),
        case.verdicts.undo,
        lambda: case.verdicts.confirm("claim", keys[1].left, reason="on second thoughts"),
        case.verdicts.undo,
        case.verdicts.undo,
        case.verdicts.undo,
        lambda: [
            case.review.decide(keys[0], relation="agree", by=by).id for by in ("ana", "u", "v")
        ],
        lambda: case.acting_as("w").adjudication.settle(
            keys[0], relation="unsure", ground="evidence"
        ),
    ]
    came = []
    for minute, act in enumerate(acts, 10):
        now[0] = f"2018-04-03T12:{minute}:00.000000+00:00"
        came.append(act())
        if hidden:
            _answer_some(case, keys[1:])
    return case, came


def _answer_some(case: Case, keys: list[PairKey]) -> None:
    for who in ("ben", "eve"):
        acting = case.acting_as(who)
        _regroup(case, who, keys)
        _conclude(case, who, keys)
        acting.review.decide(keys[0], relation="conflict", slots=["target"])
        acting.remarks.note(Topic(Thing.PAIR, str(keys[0])), "it is the army")
    case.review.decide(keys[1], relation="partial", slots=["date"], by="ben")
    case.review.undo(by="ben")


def test_no_number_tells_how_much_others_have_written(tmp_path: Path) -> None:
    """Whoever works among others' hidden answers gets and reads the numbers they would get and read alone.

    Hashes of the record tell nothing of what they are over, and are left out here.
    """
    now = [""]
    alone, came_alone = _twin(tmp_path / "alone", now, hidden=False)
    among, came_among = _twin(tmp_path / "among", now, hidden=True)
    assert came_among == came_alone
    keys = [item.key for item in alone.pairs.list().items]
    hashes = re.compile(r"[0-9a-f]{64}")
    left_out = {"package.write", "package.key", "audit.state", "pairs.state"}
    for name in READS.keys() - left_out:
        said = [
            hashes.sub("", repr(READS[name](case, keys))).replace(str(tmp_path / folder), "")
            for case, folder in ((alone, "alone"), (among, "among"))
        ]
        assert said[0] == said[1], name
    texts = [_texts(case) for case in (alone, among)]
    assert texts[0] == texts[1]
    for case in (alone, among):
        case.close()


def _texts(case: Case) -> dict[str, str]:
    """The words of a package without hashes."""
    with tempfile.TemporaryDirectory() as folder:
        path = case.package.write(Path(folder) / "case.zip").path
        with zipfile.ZipFile(path) as archive:
            return {
                name: re.sub(r"[0-9a-f]{64}", "", archive.read(name).decode("utf-8"))
                for name in archive.namelist()
                if name.endswith((".html", ".jsonl", ".jsonld", ".ris"))
            }


def test_a_dump_of_a_blind_case_is_written_knowingly(blind: Case) -> None:
    """Nobody is named who might see all; that it is refused follows from what everybody sees."""
    blind.dump(io.StringIO())
    blind.review.require(2)
    with pytest.raises(Refused, match="may see yet"):
        blind.dump(io.StringIO())
    blind.dump(io.StringIO(), knowingly=True)
    for key in [item.key for item in blind.pairs.list().items]:
        for who in ("ana", "ben"):
            blind.review.decide(key, relation="agree", by=who)
    blind.dump(io.StringIO())
    assert blind.audit.head().seq > 0


def test_no_edit_brings_a_hidden_answer_to_light(blind: Case) -> None:
    """A claim is rejected, so that no pair is suggested; the answers given before stay hidden, and the record with them."""
    blind.review.require(2)
    keys = [item.key for item in blind.pairs.list().items]
    _answer(blind, "ben", keys)
    for claim in {key.left for key in keys}:
        blind.claims.reject(claim, "no claim")
    blind.pairs.compare()
    assert blind.pairs.list().items == ()
    shown = blind.audit.list().items
    assert not [row for row in shown if row.actor == "ben"]
    assert {(row.hash, row.prev_hash, row.changes) for row in shown} == {("", "", ())}
    assert blind.audit.head().seq == 0
    assert blind.review.history(keys[0]) == ()
    assert [row for row in blind.remarks.list() if row.by == "ben"] == []
    with pytest.raises(Refused, match="may see yet"):
        blind.dump(io.StringIO())
    with pytest.raises(Refused, match="given blindly"):
        blind.review.require(1)


def test_what_is_said_of_the_new_form_of_a_claim_waits_for_the_pairs_of_the_old_one(
    blind: Case,
) -> None:
    """It was edited by who would like to know; before it is compared anew, and while it is in no pair, nothing shows."""
    blind.review.require(2)
    key = blind.pairs.list().items[0].key
    ben = blind.acting_as("ben")
    ben.review.decide(key, relation="conflict", slots=["target"])
    old = {claim.id for claim in blind.claims.list().items}
    blind.claims.correct(key.left, "statement", "[another event]")
    (new,) = {claim.id for claim in blind.claims.list().items} - old
    ben.remarks.note(Topic(Thing.CLAIM, new), "it is a conflict")
    ben.verdicts.override("claim", new, "refuted", reason="so it is")

    assert blind.remarks.list() == ()
    assert blind.verdicts.history("claim", new) == ()
    blind.review.decide(key, relation="agree", former=True)
    assert [row.by for row in blind.remarks.list()] == ["ben"]
    assert [row.by for row in blind.verdicts.history("claim", new)] == ["ben"]


def _refusals(case: Case, key: PairKey) -> list[str]:
    """What is said to whoever wants to see what waits, and the form of the record."""
    attempts: list[Callable[[], object]] = [
        lambda: case.dump(io.StringIO()),
        lambda: case.review.require(1),
        lambda: case.review.decide(key, relation="agree"),
    ]
    said = []
    for attempt in attempts:
        with pytest.raises(ClaimsError) as caught:
            attempt()
        said.append(str(caught.value))
    form = {(row.hash, row.prev_hash, row.changes) for row in case.audit.list().items}
    return [*said, repr(form), str(case.audit.head().seq)]


def test_what_is_refused_of_pairs_asked_no_more_does_not_depend_on_answers(blind: Case) -> None:
    """With every pair gone, a case that nobody answered refuses and shows the same as one that somebody answered."""
    blind.review.require(2)
    keys = [item.key for item in blind.pairs.list().items]
    claims = {key.left for key in keys}
    for claim in claims:
        blind.claims.reject(claim, "no claim")
    alone = _refusals(blind, keys[0])
    for _ in claims:
        blind.claims.undo()
    _answer(blind, "ben", keys)
    for claim in claims:
        blind.claims.reject(claim, "no claim")
    assert _refusals(blind, keys[0]) == alone


def test_a_half_answered_pair_of_an_edited_claim_comes_to_its_end(blind: Case) -> None:
    """Its new form is asked anew; who has not answered the old one does so on the claims as they were, and can undo it."""
    blind.review.require(2)
    keys = [item.key for item in blind.pairs.list().items]
    ben = blind.acting_as("ben")
    ben.review.decide(keys[0], relation="conflict", slots=["target"])
    blind.claims.correct(keys[0].left, "statement", "[of the army]", reason="clearer")
    blind.pairs.compare()
    former = Wanted(status=Status.FORMER)
    gone = {key for key in keys if keys[0].left in {key.left, key.right}}
    asked = [item.key for item in blind.pairs.list().items]
    assert not gone & set(asked)
    for key in asked:
        for case in (blind, ben):
            case.review.decide(key, relation="agree")
    assert blind.review.queue() == ben.review.queue() == ()
    assert {item.key for item in blind.review.queue(wanted=former)} == gone
    assert {item.key for item in ben.review.queue(wanted=former)} == gone - {keys[0]}
    assert blind.review.history(keys[0]) == ()
    assert blind.audit.head().seq == 0
    with pytest.raises(Stale, match="no more"):
        blind.review.decide(keys[0], relation="agree")
    for key in gone:
        blind.review.decide(key, relation="unsure", former=True)
        if key != keys[0]:
            ben.review.decide(key, relation="unsure", former=True)
    assert {row.by for row in blind.review.history(keys[0])} == {"ana", "ben"}
    assert blind.audit.head().seq > 0
    assert blind.audit.verify() == ()
    blind.review.undo()
    assert blind.audit.head().seq == 0
    assert len(blind.review.queue(wanted=former)) == 1


def test_former_pairs_are_closed_all_at_once(blind: Case) -> None:
    """Each by each reviewer; what was hidden is there then, no figure rests on it, and each can be taken back."""
    blind.review.require(2)
    ben = blind.acting_as("ben")
    keys = [item.key for item in blind.pairs.list().items]
    ben.review.decide(keys[0], relation="agree")
    for claim in {key.left for key in keys}:
        blind.claims.reject(claim, "no claim")
    blind.pairs.compare()
    before = blind.audit.list().items
    assert ben.review.close_former(reason="edited") == 2
    assert blind.audit.list().items == before
    assert blind.review.history(keys[0]) == ()
    assert blind.audit.head().seq == 0
    assert blind.review.close_former() == 3
    assert blind.review.close_former() == ben.review.close_former() == 0
    assert {row.by for row in blind.review.history(keys[0])} == {"ana", "ben"}
    assert blind.audit.head().seq > 0
    found = blind.agreement.measure()
    assert found.items == 0
    assert {each.code: each.count for each in found.left_out} == {"aside": 3, "closed": 5}, (
        "two answered each pair, and saw nothing of each other"
    )
    assert blind.audit.verify() == ()
    for number in (1, 2, 3):
        blind.review.undo()
        assert len(blind.review.queue(wanted=Wanted(status=Status.FORMER))) == number


def test_an_edit_that_is_undone_asks_the_old_pair_again_with_what_was_said(blind: Case) -> None:
    """The answer given before stands, hidden as before; the other reviewer is asked."""
    blind.review.require(2)
    keys = [item.key for item in blind.pairs.list().items]
    blind.acting_as("ben").review.decide(keys[0], relation="agree")
    blind.claims.reject(keys[0].left, "no claim")
    blind.claims.undo()
    blind.pairs.compare()
    assert keys[0] in {item.key for item in blind.review.queue()}
    assert blind.review.history(keys[0]) == ()
    blind.review.decide(keys[0], relation="agree")
    assert {row.by for row in blind.review.history(keys[0])} == {"ana", "ben"}


def test_no_number_is_found_out_by_trying_heads(blind: Case) -> None:
    """The hash alone is held against the record: a guess at the number is neither confirmed nor refused."""
    blind.review.require(2)
    keys = [item.key for item in blind.pairs.list().items]
    _answer(blind, "ben", keys)
    blind.review.decide(keys[2], relation="agree")
    own = blind.audit.head().hash
    assert [blind.audit.verify(head=(number, own)) for number in range(40)] == [()] * 40
    (fault,) = blind.audit.verify(head=(0, "0" * 64))
    assert not re.search(r"\d", fault.message.en + fault.message.ar)


def test_a_head_stands_for_hidden_rows_too_and_tells_nothing_of_them(blind: Case) -> None:
    """Each is another one, whether or not anybody wrote; all of them hold, until what was hidden is cut off."""
    blind.review.require(2)
    keys = [item.key for item in blind.pairs.list().items]
    heads = [blind.audit.head().hash for _ in range(2)]
    _answer(blind, "ben", keys)
    heads += [blind.report.content().audit_hash, blind.audit.head().hash]
    assert len(set(heads)) == len(heads)
    with blind._desk.reading() as connection:
        stored = set(connection.scalars(select(audit.c.hash)))
        newest = connection.scalar(select(func.max(audit.c.seq)))
    assert not stored & set(heads)
    assert [blind.audit.verify(head=(0, head)) for head in heads] == [()] * len(heads)
    with blind._desk.store.passing() as connection:
        lower_guards(connection)
        connection.execute(delete(audit).where(audit.c.seq == newest))
    told = [{fault.message.en for fault in blind.audit.verify(head=(0, head))} for head in heads]
    cut = [any("cut off" in message for message in messages) for messages in told]
    assert cut == [False, False, True, True]


def test_a_second_look_tells_nobody_that_something_came_between(blind: Case) -> None:
    """It is in the record, for the answers that came; nobody is shown more than one, while nothing else is to be seen."""
    blind.review.require(2)
    keys = [item.key for item in blind.pairs.list().items]
    blind.dump(io.StringIO(), knowingly=True)
    alone = [(row.action, row.at) for row in blind.acting_as("eve").audit.list().items]
    _answer(blind, "ben", keys)
    blind.dump(io.StringIO(), knowingly=True)
    for who in ("ana", "eve"):
        seen = blind.acting_as(who).audit.list().items
        assert [(row.action, row.at) for row in seen] == alone
    assert alone[-1][0] == "dump case"
    blind.review.decide(keys[0], relation="agree")
    assert {row.by for row in blind.agreement.blind(keys[0])} == {"ben"}


def test_a_colleagues_file_of_hidden_answers_tells_nobody_that_it_came(
    blind: Case, tmp_path: Path
) -> None:
    """Whoever took it in is told; the others when nothing waits any more. A file with another document is told of to everybody."""
    blind.review.require(2)
    keys = [item.key for item in blind.pairs.list().items]
    blind.review.decide(keys[2], relation="agree")
    with open_case(tmp_path / "home.db", actor="ben", stages=STAGES) as home:
        home.load(io.StringIO(_mine(blind.acting_as("ben"))))
        home.review.decide(keys[0], relation="agree")
        answers = _mine(home)
        home.documents.add_bytes(b"On 3 May 2019 two people were killed.", name="more.txt")
        more = _mine(home)
    before = _read(blind, keys)
    eve = blind.acting_as("eve")
    assert eve.load(io.StringIO(answers)).decisions == 1
    assert _read(blind, keys) == before
    assert "load dump" in [row.action for row in eve.audit.list().items]
    eve.load(io.StringIO(more))
    assert [row.action for row in blind.audit.list().items].count("load dump") == 1
    for key in keys:
        for who in ("ana", "cay"):
            blind.review.decide(key, relation="agree", by=who)
    assert [row.action for row in blind.audit.list().items].count("load dump") == 2


def test_nor_does_what_was_compared_already_tell_that_a_file_came(tmp_path: Path) -> None:
    """A file of hidden answers leaves it as it is, and so does one with nothing new: no later comparison has more to do."""
    with open_case(tmp_path / "case.db", actor="ana") as case:
        for name, count in (("one", 5), ("two", 7)):
            text = (
                f"An air strike on Raqqa killed {count} civilians on 3 May 2018, the network said."
            )
            case.documents.add_bytes(text.encode(), name=f"{name}.txt")
        case.pairs.compare()
        case.review.require(2)
        keys = [item.key for item in case.pairs.list().items]
        with open_case(tmp_path / "home.db", actor="ben") as home:
            home.load(io.StringIO(_mine(case.acting_as("ben"))))
            nothing = _mine(home)
            home.review.decide(keys[0], relation="agree")
            answers = _mine(home)
        before = _record(case)
        eve = case.acting_as("eve")
        for file, new in ((nothing, 0), (answers, 1)):
            assert eve.load(io.StringIO(file)).decisions == new
            case.acting_as("eve").pairs.compare()
            assert _record(case) == before
            with case._desk.store.reading() as connection:
                assert connection.scalar(select(func.count()).select_from(traits))


def _record(case: Case) -> list[object]:
    rows = [(row.actor, row.action, row.at) for row in case.audit.list().items]
    return [rows, case.audit.state(), case.pairs.state(), case.review.outlook()]


def _mine(case: Case) -> str:
    stream = io.StringIO()
    case.dump(stream, mine=True)
    return stream.getvalue()


def test_in_a_case_for_one_everything_is_there_at_once(blind: Case) -> None:
    """The readings above would notice an answer: here they do."""
    keys = [item.key for item in blind.pairs.list().items]
    before = _read(blind, keys)
    _answer(blind, "ben", keys)
    _conclude(blind, "ben", keys)
    after = _read(blind, keys)
    assert {name for name in READS if before[name] != after[name]} >= {
        "verdicts.proposals",
        "verdicts.history",
        "audit.list",
        "remarks.list",
        "remarks.of",
        "report.content",
        "review.decisions",
        "review.history",
        "verdicts.compute",
    }


def test_when_all_have_answered_everything_is_there(blind: Case) -> None:
    """Answers, agreement, remarks on the pair, and that it waits for somebody else."""
    blind.review.require(2)
    keys = [item.key for item in blind.pairs.list().items]
    _answer(blind, "ben", keys)
    blind.review.decide(keys[0], relation="agree")
    assert {row.by for row in blind.review.history(keys[0])} == {"ana", "ben"}
    assert blind.agreement.measure().items == 1
    assert [each.key for each in blind.adjudication.queue()] == [keys[0]]
    assert [row.by for row in blind.remarks.of(Topic(Thing.PAIR, str(keys[0])))] == ["ben"]
    assert blind.remarks.of(Topic(Thing.INCIDENT, keys[0].left)) == ()


@pytest.mark.parametrize("reviewers", [2, 3])
def test_no_refusal_and_no_undo_tells_of_an_answer(blind: Case, reviewers: int) -> None:
    """What is refused is refused in the same words, and what is undone is one's own."""
    blind.review.require(reviewers)
    keys = [item.key for item in blind.pairs.list().items]

    def tried() -> list[str]:
        said = []
        for attempt in (
            lambda: blind.adjudication.settle(keys[0], relation="agree", ground="misread"),
            lambda: blind.review.decide(keys[0], relation="conflict"),
            lambda: blind.review.decide(keys[0], relation="agree", seen=7),
            lambda: blind.remarks.note(Topic(Thing.DECISION, "1"), "x"),
            lambda: blind.remarks.of(Topic(Thing.DECISION, "1")),
            lambda: blind.remarks.withdraw(1),
        ):
            with pytest.raises(ClaimsError) as caught:
                attempt()
            said.append(str(caught.value))
        return [*said, repr(blind.review.undo()), repr(blind.remarks.undo())]

    before = tried()
    for who in ("ben", "eve")[: reviewers - 1]:
        _answer(blind, who, keys)
    assert tried() == before


def test_the_order_of_the_queue_and_the_next_pair_are_the_same(opened: OpenCase) -> None:
    """Though an answer of somebody else would bring a claim close to a verdict, if it were settled."""
    case = opened()
    case.documents.add_bytes(
        b"A (official): monday depot\nB (monitor): monday hideout\nC (party): monday barracks\n"
        b"D (agency): friday depot\nE (monitor): friday hideout\n",
        name="accounts.txt",
    )
    case.pairs.compare()
    case.review.require(2)
    before = [(item.key, item.why, item.after) for item in case.review.queue()]
    for number in range(2):
        case.review.decide(before[number][0], relation="agree", by="ben")
    assert [(item.key, item.why, item.after) for item in case.review.queue()] == before
    found = case.review.next()
    assert found is not None
    assert found.key == before[0][0]


def test_a_pair_that_is_suggested_no_longer_tells_of_no_answer(blind: Case) -> None:
    """It leaves the report, though somebody has answered it, until it is settled."""
    blind.review.require(2)
    keys = [item.key for item in blind.pairs.list().items]
    _answer(blind, "ben", keys)
    stages = replace(STAGES, compare_all=lambda _claims, *, progress=None: ())
    with open_case(blind.settings, actor="ana", stages=stages) as other:
        assert other.pairs.compare().gone == 3
    assert blind.report.content().comparisons == ()
    assert all(len(incident.claims) == 1 for incident in blind.incidents.list())
    blind.review.decide(keys[0], relation="agree")
    assert [each.key for each in blind.report.content().comparisons] == [keys[0]]


def test_a_copy_of_the_case_is_for_those_who_may_see_all(blind: Case) -> None:
    """A dump holds every answer, and therefore is an admin's."""
    blind.people.put("ana", "admin")
    for role in ("reader", "reviewer", "adjudicator"):
        blind.people.put(role, role)
        with pytest.raises(ClaimsError, match="copy the whole case"):
            blind.acting_as(role).dump(io.StringIO())
