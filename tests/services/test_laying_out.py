"""What a report is made from is read when a writer comes to it, and is what all of it at once would be."""

from __future__ import annotations

import errno
import gc
import io
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from claims.comparison import matrix
from claims.errors import StoreError
from claims.model import Claim, Matter, Proposal
from claims.report.build import build
from claims.report.formats import FORMATS
from claims.services import Case, open_case, spilling
from claims.services.incidents import incidents_in
from claims.services.laying_out import Laid
from claims.services.material import material
from claims.services.policy import holding
from claims.services.spilling import InOrder, laid_out
from claims.services.verdicts import Concluded
from claims.verdict import verdicts

SEEDS = Path("seeds")
PROPOSING = ("verdicts.csv", "claims.csv")
"""Tables that say what is proposed."""


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The sample articles, with answers that part, words on incidents and conclusions on both matters."""
    case = open_case(tmp_path_factory.mktemp("laid") / "case.db", actor="ana")
    case.documents.add(SEEDS)
    case.pairs.compare()
    first, second, third, *others = (each.key for each in case.pairs.list().items)
    case.review.decide(first, relation="agree")
    case.review.decide(second, relation="not_comparable", same_event="no")
    case.review.decide(third, relation="conflict", slots=["date"], reason="another day")
    for each in others[:12]:
        case.review.decide(each, relation="partial", reason="as both say")
    one, other, *_ = case.incidents.list()
    case.incidents.merge([one.id, other.id])
    case.verdicts.confirm("incident", case.incidents.list()[-1].id)
    case.verdicts.override("claim", third.left, "refuted", reason="seen", resolution="pending")
    return case


@pytest.mark.parametrize("at_once", [1, 500])
def test_what_is_laid_out_is_what_all_of_it_at_once_gives(
    judged: Case, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Claims, pairs, incidents in full, matrix, verdicts and outcomes: the same things in the same order."""
    monkeypatch.setattr("claims.services.laying_out.AT_ONCE", at_once)
    content = judged.report.content()

    with judged.report._desk.reading() as connection:
        whole = material(connection)
        events = incidents_in(connection)
        proposed = {
            each: Concluded(connection, each, None).outcomes(whole.claims, events)
            for each in Matter
        }
        found = verdicts(whole.claims, whole.suggested, holding(connection))
    assert content.claims == whole.claims
    assert content.comparisons == whole.suggested
    assert content.incidents == events
    assert content.sheets == tuple(whole.sheets(events, {}))
    assert content.grades == proposed[Matter.INCIDENT]
    assert content.outcomes == proposed[Matter.CLAIM]
    assert content.verdicts == found
    assert content.matrix == matrix(whole.claims, whole.settled)
    assert max(len(each.decisions) for each in found) > 2
    assert len(content.claims) > 100
    assert len(content.comparisons) > 20


def test_proposals_of_an_export_made_claim_by_claim_are_those_of_all_of_them(
    judged: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A claim that was judged with several is judged by all of them, in the order in which they were."""
    written = [judged.exports.write(name, tmp_path / name).path.read_bytes() for name in PROPOSING]
    monkeypatch.setattr("claims.services.walking._AT_ONCE", 1)
    again = [judged.exports.write(name, tmp_path / name).path.read_bytes() for name in PROPOSING]

    assert written == again
    assert b"trace" in written[0]


def test_a_matrix_made_a_few_dates_at_a_time_is_the_whole(
    judged: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However few claims are in memory."""
    monkeypatch.setattr("claims.services.laying_out.AT_ONCE", 1)
    with judged.report._desk.reading() as connection:
        whole = material(connection)
        laid = Laid(whole.claims)
        laid.compared = whole.suggested

        assert laid.matrix(whole.spoken) == matrix(whole.claims, whole.settled)


@pytest.mark.parametrize("name", ["html", "md"])
def test_a_report_that_is_written_holds_few_of_its_claims(
    judged: Case, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that were looked up last; never all."""
    monkeypatch.setattr("claims.report.later._LAST", 8)
    content = judged.report.content()
    most = steps = 0

    def told(_done: int, _of: int) -> None:
        nonlocal most, steps
        steps += 1
        if steps % 50 == 0:
            most = max(most, sum(type(each) is Claim for each in gc.get_objects()))

    gc.collect()
    before = sum(type(each) is Claim for each in gc.get_objects())
    FORMATS[name](build(content), told, io.BytesIO())

    assert steps > 200
    assert most - before < len(content.claims) // 3


def test_what_people_judged_is_laid_out_as_well(
    judged: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is proposed for it, with its trace, is read when a writer comes to it."""
    monkeypatch.setattr("claims.report.later._LAST", 1)

    def held() -> int:
        gc.collect()
        return sum(type(each) is Proposal for each in gc.get_objects())

    before = held()
    content = judged.report.content()

    assert sum(bool(each.proposal.basis.answers) for each in content.outcomes) > 3
    assert held() - before <= 3


def _few(monkeypatch: pytest.MonkeyPatch) -> Sequence[str]:
    monkeypatch.setattr(spilling, "_FEW", 10)
    return [f"thing {number}" * 50 for number in range(300)]


def test_things_that_are_laid_out_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """In their order and each by its place, from memory or from the disk; again after they were read."""
    for things in (["one", "two"], [], _few(monkeypatch)):
        found = laid_out(iter(things))

        assert found == tuple(things)
        assert [found[number] for number in range(-1, -len(things), -7)] == things[:0:-7]
        assert list(found) == things


def test_a_full_disk_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the folder that is full, and what to do; so is one that fills up while things are put in order."""

    class Full(io.BytesIO):
        def write(self, _: object) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "SpooledTemporaryFile", lambda _: Full())
    monkeypatch.setattr(tempfile, "TemporaryFile", Full)
    with pytest.raises(StoreError, match="No space left") as caught:
        laid_out(["one"])
    assert tempfile.gettempdir() in caught.value.message
    with pytest.raises(StoreError, match="No space left"), InOrder[int](1) as found:
        found.put((1,), 1)
