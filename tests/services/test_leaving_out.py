"""What two copies of a case said differently of one thing is left out of a colleague's file; all the rest of it comes in."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.errors import InputError, NotFound, Refused
from claims.model import PairKey, Particulars, RemarkKind, Tag, Thing, Topic
from claims.services import Case, open_case
from tests.stages import STAGES


@pytest.fixture
def keys(compared: Case) -> list[PairKey]:
    """The pairs of the case."""
    return [item.key for item in compared.pairs.list().items]


@pytest.fixture
def home(compared: Case, keys: list[PairKey], tmp_path: Path) -> Iterator[Case]:
    """The copy that ana works in at home."""
    assert keys
    with open_case(tmp_path / "home.db", actor="ana", stages=STAGES) as case:
        case.load(io.StringIO(_mine(compared)))
        yield case


def _mine(case: Case, *without: str) -> str:
    stream = io.StringIO()
    case.dump(stream, mine=True, without=without)
    return stream.getvalue()


def _way_out(case: Case, text: str) -> str:
    """The thing that a refusal names, as the command it gives leaves it out."""
    before = case.review.decisions(live=False)
    with pytest.raises(Refused, match="different ways") as caught:
        case.load(io.StringIO(text))
    assert case.review.decisions(live=False) == before
    return caught.value.next_step.partition(" --without ")[2].rstrip("`.")


def test_what_was_answered_on_both_sides_is_left_out_and_the_rest_comes(
    compared: Case, home: Case, keys: list[PairKey]
) -> None:
    """The refusal names the pair; without it the file is taken in, and what stood on the pair stands."""
    forked, *others = keys
    on_answer = Topic(Thing.DECISION, str(home.review.decide(forked, relation="agree").id))
    home.remarks.note(on_answer, "as at home")
    for each in others:
        home.review.decide(each, relation="unsure")
    compared.review.decide(forked, relation="conflict", slots=["target"])
    assert _way_out(compared, _mine(home)) == str(forked)

    told = compared.load(io.StringIO(_mine(home, str(forked))))

    assert dict(told.answers) == {"ana": len(others)}
    standing = {row.key: row.mark.relation.value for row in compared.review.decisions() if row.mark}
    assert standing == {forked: "conflict"} | dict.fromkeys(others, "unsure")
    assert compared.remarks.list() == ()
    assert compared.audit.verify() == home.audit.verify() == ()
    assert len(home.review.history(forked)) == 1


def test_a_case_that_is_blind_is_left_the_same_way(
    compared: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """With two asked, of whom the other has answered all: neither answers nor a ruling are lost or shown."""
    compared.review.require(2)
    ben = compared.acting_as("ben")
    for each in keys:
        ben.review.decide(each, relation="agree")
    with open_case(tmp_path / "home.db", actor="ana", stages=STAGES) as home:
        home.load(io.StringIO(_mine(compared)))
        for case in (home, compared):
            case.review.decide(keys[0], relation="unsure")
        home.review.decide(keys[1], relation="agree")
        compared.acting_as("dan").adjudication.settle(keys[0], relation="agree", ground="evidence")
        assert _way_out(compared, _mine(home)) == str(keys[0])
        part = _mine(home, str(keys[0]))
    assert dict(compared.load(io.StringIO(part)).answers) == {"ana": 1}
    assert compared.adjudication.history(keys[0])
    assert len(compared.review.history(keys[0])) == 2
    assert compared.audit.verify() == ()


def test_the_part_says_what_is_not_in_it(compared: Case, keys: list[PairKey]) -> None:
    """To whoever writes it and in its record; nothing on that thing is in it, and all else is; without a name it is as ever."""
    for each in keys:
        answered = compared.review.decide(each, relation="unsure")
        compared.remarks.tag(Topic(Thing.PAIR, str(each)), "urgent")
        compared.remarks.tag(Topic(Thing.DECISION, str(answered.id)), "urgent")
    stream = io.StringIO()
    (gone,) = compared.dump(stream, mine=True, without=[str(keys[0]), str(keys[0])])
    assert (gone.topic, gone.words) == (Topic(Thing.PAIR, str(keys[0])), 3)
    assert f'"without":{{"pair {keys[0]}":3}}' in stream.getvalue().replace("\\", "")
    assert '"without"' not in _mine(compared).replace("\\", "")
    said = [line for line in stream.getvalue().splitlines() if '"table":"remarks"' in line]
    assert len(said) == 2 * (len(keys) - 1)
    assert not [line for line in said if str(keys[0]) in line]


def test_claims_and_documents_are_left_out_by_the_beginning_of_their_ids(
    compared: Case, home: Case, keys: list[PairKey]
) -> None:
    """Marks, notes, what groups a claim, what was concluded on it; remarks on a document and what was said of it."""
    claim, document = keys[0].left, compared.documents.list().items[0].id
    other = compared.remarks.note(Topic(Thing.CLAIM, keys[1].left), "look")
    home.load(io.StringIO(_mine(compared)))
    for case, word in ((home, "accurate"), (compared, "not_checkable")):
        case.remarks.mark(claim, word)
        case.documents.describe(document, Particulars(title=word))
    assert _way_out(compared, _mine(home)) in {claim, document}
    assert _way_out(compared, _mine(home, claim)) == document
    home.remarks.note(other.topic, "and again")
    told = compared.load(io.StringIO(_mine(home, claim, document)))
    assert (told.further, told.decisions) == (1, 0)
    assert compared.documents.head(document).title == "not_checkable"
    assert compared.audit.verify() == ()


def test_a_tag_given_once_on_each_side_is_one_tag(
    compared: Case, home: Case, keys: list[PairKey]
) -> None:
    """Nothing else is in it; once one side has taken it back, both went different ways."""
    topic = Topic(Thing.PAIR, str(keys[0]))
    given, _ = (case.remarks.tag(topic, "urgent") for case in (home, compared))
    home.review.decide(keys[0], relation="agree")
    told = compared.load(io.StringIO(_mine(home)))
    assert (told.decisions, told.further) == (1, 0)
    assert [row.content for row in compared.remarks.list(kind=RemarkKind.TAG)] == [Tag("urgent")]
    home.remarks.withdraw(given.id)
    assert _way_out(compared, _mine(home)) == str(keys[0])


def test_with_a_pair_goes_what_was_concluded_on_the_answers_to_it(
    compared: Case, home: Case, keys: list[PairKey]
) -> None:
    """The part is taken in; a conclusion that rests on other answers comes along."""
    for key in keys[:2]:
        home.review.decide(key, relation="conflict", slots=["target"])
    for key in keys[:2]:
        home.verdicts.override(
            "claim", key.left, "supported", reason="at home", resolution="prefer_source"
        )
    both = {key.left for key in keys[:2]}
    compared.load(io.StringIO(_mine(home, str(keys[0]))))
    assert len(both) == 2
    assert [bool(compared.verdicts.history("claim", key.left)) for key in keys[:2]] == [False, True]


def test_names_that_mean_nothing_are_refused(compared: Case, keys: list[PairKey]) -> None:
    """So that nobody believes left out what is in the file; and a whole dump leaves nothing out."""
    for name in ("", "nothing", f"{keys[0].left}~{keys[0].left}9"):
        with pytest.raises(NotFound):
            _mine(compared, name)
    with pytest.raises(InputError):
        _mine(compared, "a~b~c")
    with pytest.raises(InputError, match="whole dump"):
        compared.dump(io.StringIO(), without=[str(keys[0])])


def test_incidents_and_conclusions_are_left_out_by_their_claim(
    compared: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """A word on incidents taken back on both sides, and a claim concluded on both, each with its own way out."""
    first, second, *_ = compared.incidents.list()
    compared.incidents.merge([first.claims[0], second.claims[0]])
    name = keys[0].right
    with open_case(tmp_path / "home.db", actor="ana", stages=STAGES) as home:
        home.load(io.StringIO(_mine(compared)))
        for case in (home, compared):
            assert case.incidents.undo() is not None
            case.verdicts.override("claim", name, "refuted", reason="the pictures")
            case.remarks.note(Topic(Thing.CONCLUSION, f"claim~{name}"), "look again")
        home.review.decide(keys[0], relation="agree")
        merged = _way_out(compared, _mine(home))
        assert merged in {first.claims[0], second.claims[0]}
        assert _way_out(compared, _mine(home, merged)) == name
        told = compared.load(io.StringIO(_mine(home, merged, name)))
    assert (told.decisions, told.further) == (1, 0)
    assert compared.audit.verify() == ()


def test_a_claim_that_both_sides_edited_is_left_out_with_its_edits(
    compared: Case, home: Case, tmp_path: Path
) -> None:
    """What was said of its new form goes along with it; other edits and answers come, and what stands here of the claim stays."""
    forked, other = (claim.id for claim in compared.claims.list().items[:2])
    (made,) = home.claims.correct(forked, "statement", "[as at home]").made
    (once_more,) = home.claims.correct(made.id, "modality", "denied").made
    (kept,) = home.claims.correct(other, "modality", "denied").made
    home.pairs.compare()
    for item in home.pairs.list().items:
        home.review.decide(item.key, relation="unsure")
    home.remarks.note(Topic(Thing.CLAIM, once_more.id), "seen")
    for claim in home.claims.list().items:
        home.verdicts.override("claim", claim.id, "refuted", reason="seen")
    compared.claims.reject(forked, by="ben")
    assert _way_out(compared, _mine(home)) == forked

    text = _mine(home, forked)
    with open_case(tmp_path / "fresh.db", actor="ana", stages=STAGES) as fresh:
        fresh.load(io.StringIO(text))
        standing = {claim.id for claim in fresh.claims.list().items}
        assert {forked, kept.id} <= standing
        assert not {made.id, once_more.id, other} & standing
        assert fresh.audit.verify() == ()
        assert _mine(fresh.acting_as("ana"))
    told = compared.load(io.StringIO(text))

    assert told.edits == 1
    standing = {claim.id for claim in compared.claims.list().items}
    assert kept.id in standing
    assert not {forked, made.id, once_more.id, other} & standing
    answered = {
        side for row in compared.review.decisions() for side in (row.key.left, row.key.right)
    }
    assert answered
    assert not answered & {made.id, once_more.id}
    assert compared.remarks.list() == ()
    assert compared.audit.verify() == ()
