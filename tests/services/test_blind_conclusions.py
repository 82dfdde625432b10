"""What a person concludes is theirs alone while a pair of its claims waits for answers, and everybody's afterwards."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest

from claims.errors import NotFound, Refused
from claims.model import Conclusion, Evidence, Matter, Outcome, PairKey, State, Thing, Topic
from claims.report.build import build
from claims.report.exports.lines import reviews
from claims.review.roles import Action
from claims.services import Case, open_case
from claims.store.line_rows import TAKES_BACK, conclusion_columns
from claims.store.lines import append
from claims.store.schema import conclusions
from tests.conftest import OpenCase
from tests.report.of_content import OfContent
from tests.report.written import markdown
from tests.stages import STAGES, TWO_ACCOUNTS

WHY = "the army, as the pictures show"


@pytest.fixture
def case(opened: OpenCase) -> Case:
    """A case for two in which nobody has answered yet; ana acts."""
    case = opened()
    case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
    case.pairs.compare()
    case.review.require(2)
    return case


@pytest.fixture
def keys(case: Case) -> list[PairKey]:
    """Its pairs."""
    return [item.key for item in case.pairs.list().items]


def _settle(case: Case, claim: str, keys: list[PairKey]) -> None:
    """Both answer every pair of a claim."""
    for key in keys:
        if claim in {key.left, key.right}:
            for who in ("ana", "ben"):
                case.review.decide(key, relation="unsure", by=who)


def _of(case: Case, claim: str) -> Outcome:
    (found,) = case.verdicts.proposals("claim", claim)
    return found


def _said(found: Outcome) -> Conclusion:
    assert found.conclusion is not None
    return found.conclusion


def _mine(case: Case) -> str:
    stream = io.StringIO()
    case.dump(stream, mine=True)
    return stream.getvalue()


def test_it_is_its_authors_alone_until_all_have_answered(case: Case, keys: list[PairKey]) -> None:
    """Neither that it was said nor why is read by others, in no list; when the last answer is in, everybody reads it."""
    claim, ben = keys[0].left, case.acting_as("ben")
    topic = Topic(Thing.CONCLUSION, f"claim~{claim}")
    ben.verdicts.override("claim", claim, "refuted", reason=WHY)
    ben.remarks.link(topic, Evidence("https://example.org/pictures"))
    assert _said(_of(ben, claim)).by == "ben"
    assert [row.by for row in ben.verdicts.history("claim", claim)] == ["ben"]
    assert _of(case, claim).state is State.OPEN
    assert case.verdicts.history("claim", claim) == ()
    with pytest.raises(NotFound, match="conclusion"):
        case.remarks.of(topic)
    assert not [row for row in case.audit.list().items if row.actor == "ben"]
    assert all(each.conclusion is None for each in case.report.content().outcomes)
    assert WHY not in _mine(case)
    assert WHY in _mine(ben)
    _settle(case, claim, keys)
    assert _said(_of(case, claim)).settlement == _said(_of(ben, claim)).settlement
    assert [row.by for row in case.verdicts.history("claim", claim)] == ["ben"]
    assert [
        each.by for each in (one.conclusion for one in case.report.content().outcomes) if each
    ] == ["ben"]
    assert WHY in _mine(case)


@pytest.mark.parametrize("matter", ["claim", "incident"])
@pytest.mark.parametrize(
    ("language", "told", "untold"),
    [
        ("en", "conclusions may be withheld until all have answered", "nobody has confirmed"),
        ("ar", "قد تُحجب استنتاجات إلى أن يجيب الجميع", "لم يؤكده"),
    ],
)
def test_a_report_says_that_it_may_be_withheld_whether_or_not_there_is_one(
    case: Case, keys: list[PairKey], matter: str, language: str, told: str, untold: str
) -> None:
    """The same words before and after somebody concluded; when all have answered it says what is so."""

    def said() -> tuple[str, bytes]:
        content = replace(case.report.content(), made_at="2020-01-02T03:05:00.123456Z")
        content = replace(content, audit_hash="")
        stream = io.BytesIO()
        reviews(OfContent(content), stream, language)
        return markdown(build(content, language)).decode(), stream.getvalue()

    case.review.decide(keys[0], relation="unsure")
    case.acting_as("ben").review.decide(keys[0], relation="unsure")
    before, reviewed = said()
    ben = case.acting_as("ben")
    (found,) = ben.verdicts.proposals(matter, keys[1].left)
    ben.verdicts.confirm(matter, found.proposal.id, reason=WHY)

    assert said() == (before, reviewed)
    assert told in before
    assert untold not in before
    assert told in reviewed.decode()
    for key in keys[1:]:
        for who in ("ana", "ben"):
            case.review.decide(key, relation="unsure", by=who)
    after, reviewed = said()
    assert told not in after + reviewed.decode()
    assert untold in after


def test_on_an_incident_it_waits_for_all_pairs_of_its_claims(
    case: Case, keys: list[PairKey]
) -> None:
    """What it rests on is more than the claim by which the incident is known."""
    (found,) = case.acting_as("ben").verdicts.proposals("incident", keys[0].left)
    case.acting_as("ben").verdicts.confirm("incident", found.proposal.id, reason=WHY)
    for claim in found.proposal.basis.claims:
        (seen,) = case.verdicts.proposals("incident", keys[0].left)
        assert seen.conclusion is None
        _settle(case, claim, keys)
    (seen,) = case.verdicts.proposals("incident", keys[0].left)
    assert _said(seen).by == "ben"


def test_everybody_concludes_as_if_alone_and_the_newest_word_stands_afterwards(
    case: Case, keys: list[PairKey]
) -> None:
    """What is taken back is one's own word also where a hidden one came after it, and the hidden one stands again."""
    claim, ben = keys[0].left, case.acting_as("ben")
    own = case.verdicts.confirm("claim", claim, reason="mine")
    ben.verdicts.override("claim", claim, "refuted", reason=WHY)
    assert _said(_of(case, claim)) == own == case.verdicts.confirm("claim", claim, reason="mine")
    second = case.verdicts.override("claim", claim, "supported", reason="mine too")
    assert second.supersedes == own.id
    assert _said(_of(ben, claim)).by == "ben"
    undone = case.verdicts.undo()
    assert undone is not None
    assert undone.settlement == own.settlement
    assert case.verdicts.undo() is not None
    assert case.verdicts.undo() is None
    assert _of(case, claim).conclusion is None
    _settle(case, claim, keys)
    for reader in (case, ben):
        stands = _said(_of(reader, claim))
        assert stands.by == "ben"
        assert stands.settlement is not None
        assert stands.settlement.reason == WHY
    assert [row.by for row in case.verdicts.history("claim", claim)] == ["ana", "ben", *["ana"] * 3]
    assert case.audit.verify() == ()


def test_work_at_home_comes_back_beside_a_hidden_word(
    case: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """Neither refused for it nor told of it; both are kept, and the same file again brings nothing."""
    claim = keys[0].left
    case.verdicts.confirm("claim", claim, reason="mine")
    case.acting_as("ben").verdicts.override("claim", claim, "refuted", reason=WHY)
    case.verdicts.override("claim", claim, "supported", reason="mine too")
    with open_case(tmp_path / "home.db", actor="ana", stages=STAGES) as home:
        home.load(io.StringIO(_mine(case)))
        assert home.audit.verify() == ()
        assert [row.by for row in home.verdicts.history("claim", claim)] == ["ana", "ana"]
        home.verdicts.override("claim", claim, "refuted", reason="at home")
        back = _mine(home)
    assert case.load(io.StringIO(back)).further == 1
    assert case.load(io.StringIO(back)).further == 0
    assert len(case.verdicts.history("claim", claim)) == 3
    _settle(case, claim, keys)
    assert [row.by for row in case.verdicts.history("claim", claim)] == ["ana", "ben", "ana", "ana"]
    assert case.audit.verify() == ()


def test_whoever_takes_in_a_hidden_conclusion_has_it_in_hand(
    case: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """What they answer afterwards on its pairs is no blind answer, whether or not the file was taken in."""
    claim, sent = keys[0].left, _mine(case)
    case.review.decide(keys[0], relation="agree", by="ben")
    with open_case(tmp_path / "home.db", actor="ben", stages=STAGES) as home:
        home.load(io.StringIO(sent))
        home.verdicts.override("claim", claim, "refuted", reason=WHY)
        back = _mine(home)
    with pytest.raises(Refused, match="ben"):
        case.load(io.StringIO(back), sender="ana")
    case.review.decide(keys[0], relation="unsure")
    assert [row.by for row in case.agreement.blind(keys[0])] == ["ben"]


def test_nobody_takes_back_by_a_file_what_somebody_else_concluded(
    case: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """A row that says so is refused in words; nothing is changed."""
    claim = keys[0].left
    _settle(case, claim, keys)
    case.acting_as("ben").verdicts.confirm("claim", claim)
    case.verdicts.override("claim", claim, "refuted", reason="mine")
    with open_case(tmp_path / "home.db", actor="ana", stages=STAGES) as home:
        home.load(io.StringIO(_mine(case)))
        (theirs, _) = home.verdicts.history("claim", claim)
        with home._desk.writing(Action.ADJUDICATE, "undo conclusion", "ana") as writer:
            said = {"settler": "ana", "settled_at": theirs.at, "token": "", "body": TAKES_BACK}
            line = {"matter": "claim", "topic": claim}
            append(writer, conclusions, line, {**said, "undoes": 1})
        forged = _mine(home)
    with pytest.raises(Refused, match="ana takes back what they did not say"):
        case.load(io.StringIO(forged))
    assert len(case.verdicts.history("claim", claim)) == 2


def test_a_row_that_an_earlier_program_took_one_back_with_tells_nobody_what_stood_before(
    case: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """It held the words that stood again, somebody else's among them: they are not read, nor handed on, and the work comes back."""
    claim = keys[0].left
    hidden = case.acting_as("ben").verdicts.override("claim", claim, "refuted", reason=WHY)
    own = case.verdicts.confirm("claim", claim, reason="mine")
    assert hidden.settlement is not None
    line = {"matter": "claim", "topic": claim}
    body = conclusion_columns(Matter.CLAIM, claim, hidden.settlement)["body"]
    with case._desk.writing(Action.ADJUDICATE, "undo conclusion", "ana") as writer:
        said = {"settler": "ana", "settled_at": own.at, "token": "", "body": body}
        append(writer, conclusions, line, {**said, "undoes": 2})
    assert [row.settlement for row in case.verdicts.history("claim", claim)] == [
        own.settlement,
        None,
    ]
    sent = _mine(case)
    assert WHY not in sent
    with open_case(tmp_path / "home.db", actor="ana", stages=STAGES) as home:
        home.load(io.StringIO(sent))
        home.verdicts.confirm("claim", claim, reason="at home")
        back = _mine(home)
    assert case.load(io.StringIO(back)).further == 1
    _settle(case, claim, keys)
    assert _said(_of(case, claim)).by == "ana"
    assert case.verdicts.undo() is None
    assert case.audit.verify() == ()
