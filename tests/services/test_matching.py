"""Comparing claims and keeping every version of what was found."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import pytest

from claims.errors import InputError, NotFound, Stale
from claims.model import Claim, Comparison, PairKey, Relation, Slot, Thing, Topic
from claims.services import Case, PairsReport, Settings, open_case
from claims.services.stages import Stages
from tests.stages import TWO_ACCOUNTS, compare_all, extract, read


class _Comparing:
    """A comparison whose outcome a test can change."""

    def __init__(self) -> None:
        self.found: Callable[[tuple[Comparison, ...]], tuple[Comparison, ...]] = lambda pairs: pairs

    def __call__(
        self, claims: Sequence[Claim], *, progress: Callable[[int, int], None] | None = None
    ) -> tuple[Comparison, ...]:
        return self.found(compare_all(claims, progress=progress))


@pytest.fixture
def comparing() -> _Comparing:
    """What compares in `steered`."""
    return _Comparing()


@pytest.fixture
def steered(made: Settings, comparing: _Comparing) -> Iterator[Case]:
    """A case with six claims whose comparison can be steered."""
    with open_case(made, stages=Stages(read, extract, comparing)) as case:
        case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
        yield case


def test_pairs_of_different_sources_are_found(compared: Case) -> None:
    """Two conflicts and an agreement, in the order of the queue."""
    items = compared.pairs.list().items
    assert [item.comparison.relation for item in items] == ["conflict", "conflict", "agree"]
    assert [item.version for item in items] == [1, 1, 1]


def test_suggested_conflicts_are_counted_by_slot_and_by_source(compared: Case) -> None:
    """As often as the pairs say, each source once for each of its pairs; whoever is in most comes first."""
    parted = [
        each
        for each in compared.pairs.list().items
        if each.comparison.relation is Relation.CONFLICT
    ]
    found = compared.pairs.conflicts()
    for slot, number in found.slots.items():
        assert number == sum(slot in each.comparison.conflicting for each in parted)
    assert set(found.slots) == set(Slot)
    assert any(found.slots.values())
    both = [{each.left.claim.speaker.source, each.right.claim.speaker.source} for each in parted]
    assert found.sources == {
        name: sum(name in each for each in both) for name in set().union(*both)
    }
    assert list(found.sources.values()) == sorted(found.sources.values(), reverse=True)


def test_the_state_of_claims_and_pairs_changes_with_them_and_with_no_answer(
    compared: Case,
) -> None:
    """Neither answers nor remarks nor a copy make it another one; a claim that is rejected does."""
    item, before = compared.pairs.list().items[0], compared.pairs.state()
    compared.review.decide(item.key, relation="unsure")
    compared.remarks.note(Topic(Thing.PAIR, str(item.key)), "seen")
    compared.dump(io.StringIO())
    assert compared.pairs.state() == before
    compared.claims.reject(item.left.claim.id, reason="no claim")
    assert compared.pairs.state() != before


def test_comparing_again_changes_nothing(steered: Case) -> None:
    """The same claims give the same pairs, and no row and no audit row is written."""
    first, head = steered.pairs.compare(), steered.audit.head()
    again = steered.pairs.compare()
    assert (first.pairs, first.new) == (3, 3)
    assert (again.pairs, again.new, again.changed, again.gone) == (3, 0, 0, 0)
    assert steered.audit.head() == head


def test_another_comparison_is_another_version(steered: Case, comparing: _Comparing) -> None:
    """The pair goes on under its key; what was on screen before is kept."""
    steered.pairs.compare()
    key = steered.pairs.list().items[0].key
    comparing.found = lambda pairs: tuple(
        replace(pair, confidence=0.5) if pair.key == key else pair for pair in pairs
    )
    report = steered.pairs.compare()
    assert (report.new, report.changed, report.gone) == (0, 1, 0)
    item = steered.pairs.get(key)
    assert (item.version, item.comparison.confidence) == (2, 0.5)
    with pytest.raises(Stale, match="saw version 1, it is at 2") as caught:
        steered.review.decide(key, relation="agree", seen=1)
    assert "Nothing was stored" in caught.value.next_step
    assert steered.audit.verify() == ()


def test_a_pair_that_is_no_longer_suggested_keeps_its_decisions(
    steered: Case, comparing: _Comparing
) -> None:
    """It leaves the queue, the list and the counts; its decisions still count, and it can come back."""
    steered.pairs.compare()
    item = steered.pairs.list().items[0]
    steered.review.decide(item.key, relation="agree")
    comparing.found = lambda pairs: tuple(pair for pair in pairs if pair.key != item.key)
    assert steered.pairs.compare().gone == 1
    assert item.key not in {other.key for other in steered.pairs.list().items}
    assert steered.pairs.count().total == 2
    assert [decision.key for decision in steered.review.decisions()] == [item.key]
    assert steered.pairs.get(item.key).mine is not None
    comparing.found = lambda pairs: pairs
    back = steered.pairs.compare()
    assert (back.new, back.changed) == (1, 0)
    assert steered.pairs.get(item.key).version == 1
    assert steered.audit.verify() == ()


def test_a_side_shows_the_words_around_the_quote(compared: Case) -> None:
    """What stands before, the quote and what stands after are one stretch of the document's text."""
    (head,) = compared.documents.list().items
    text = compared.documents.get(head.id).text
    for item in compared.pairs.list().items:
        for side in (item.left, item.right):
            assert side.document == head
            assert side.before + side.claim.quote + side.after in text
    middle = next(
        side
        for item in compared.pairs.list().items
        for side in (item.left, item.right)
        if side.claim.quote.startswith("Department (official): tuesday")
    )
    assert middle.before == "Department (official): monday hideout\n"
    assert middle.after == "\nDepartment (official): friday convoy"


def test_pages_of_pairs_follow_each_other(compared: Case) -> None:
    """Each pair once, in the same order as in one page."""
    whole = [item.key for item in compared.pairs.list().items]
    found: list[PairKey] = []
    after = ""
    for _ in whole:
        page = compared.pairs.list(limit=1, after=after)
        found += [item.key for item in page.items]
        after = page.next
    assert found == whole
    assert after == ""


def test_pairs_of_one_suggested_relation_can_be_listed(compared: Case) -> None:
    """By the choice or by its word; a word that is none is refused with the choices."""
    assert len(compared.pairs.list(relation=Relation.CONFLICT).items) == 2
    assert len(compared.pairs.list(relation="agree").items) == 1
    with pytest.raises(InputError, match="no Relation") as caught:
        compared.pairs.list(relation="quarrel")
    assert "not_comparable" in caught.value.next_step


def test_pairs_are_counted_by_suggestion_and_by_what_one_has_decided(compared: Case) -> None:
    """Another reviewer's decisions do not show in one's counts."""
    compared.review.decide(compared.review.queue()[0].key, relation="agree")
    mine, others = compared.pairs.count(), compared.pairs.count(reviewer="ben")
    assert mine.suggested == {
        Relation.AGREE: 1,
        Relation.CONFLICT: 2,
        Relation.PARTIAL: 0,
        Relation.UNSURE: 0,
        Relation.NOT_COMPARABLE: 0,
    }
    assert (mine.total, mine.decided, mine.left) == (3, 1, 2)
    assert (others.decided, others.left) == (0, 3)


@pytest.mark.parametrize("key", ["", "a", "a~", "~b", "a~a", "1~2~3", "a\x00~b"])
def test_a_key_that_names_no_pair_is_said(compared: Case, key: str) -> None:
    """It is wrong use when it cannot be a key, and not found when it could be one."""
    with pytest.raises((InputError, NotFound)) as caught:
        compared.pairs.get(key)
    assert caught.value.next_step


@pytest.mark.parametrize("after", ["x", "12", "x~a~b", "1~b", "9" * 30 + "~a~b"])
def test_a_page_after_something_else_is_refused(compared: Case, after: str) -> None:
    """Only what a page gave as `next` leads on."""
    with pytest.raises(InputError):
        compared.pairs.list(after=after)


def test_progress_is_told_in_pairs(steered: Case) -> None:
    """Whoever waits sees how many pairs are done, of how many."""
    told: list[tuple[int, int, str]] = []
    steered.pairs.compare(progress=lambda *step: told.append(step))
    assert told == [(1, 3, ""), (2, 3, ""), (3, 3, "")]


def test_a_document_more_is_compared_with_the_rest_only(made: Settings) -> None:
    """The second run tells of fewer pairs than a run over everything, and finds what that finds; after a restart as well."""
    raid = "{who} said a strike on Raqqa on 3 May 2019 killed {count} civilians."
    steps: list[int] = []
    with open_case(made) as case:
        for count, who in enumerate(("The health ministry", "Local networks", "The army"), 9):
            text = raid.format(who=who, count=count)
            case.documents.add_bytes(text.encode(), name=f"{count}.txt")
            report, compared = _counting(case)
            steps.append(compared)
        again, _ = _counting(case)
    with open_case(made) as case:
        restarted, none = _counting(case)
        whole, every = _counting(case, afresh=True)

    for found in (again, restarted, whole):
        assert (found.pairs, found.new, found.changed, found.gone) == (report.pairs, 0, 0, 0)
    assert none == 0
    assert every == sum(steps)
    assert steps[-1] < every


def _counting(case: Case, *, afresh: bool = False) -> tuple[PairsReport, int]:
    """A run of the comparison, and how many pairs it compared."""
    seen = [0]
    report = case.pairs.compare(
        afresh=afresh, progress=lambda _done, total, _name: seen.append(total)
    )
    return report, max(seen)
