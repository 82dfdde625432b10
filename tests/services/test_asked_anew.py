"""A pair that is compared anew while it waits for answers is asked again of whoever had answered it; what had ended stays as it was."""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from claims.errors import Stale
from claims.model import Claim, Comparison, PairKey, Status, VerdictLabel, Wanted
from claims.services import Case, Settings, open_case
from claims.services.stages import Stages
from tests.stages import TWO_ACCOUNTS, compare_all, extract, read


class _Comparing:
    """A comparison that says something else of every pair when a test wants it to."""

    confidence = 0.9

    def __call__(
        self, claims: Sequence[Claim], *, progress: Callable[[int, int], None] | None = None
    ) -> tuple[Comparison, ...]:
        found = compare_all(claims, progress=progress)
        return tuple(replace(pair, confidence=self.confidence) for pair in found)


@pytest.fixture
def comparing() -> _Comparing:
    """What compares in `ana`."""
    return _Comparing()


@pytest.fixture
def ana(made: Settings, comparing: _Comparing) -> Iterator[Case]:
    """A compared case for two, opened by ana."""
    with open_case(made, actor="ana", stages=Stages(read, extract, comparing)) as case:
        case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
        case.pairs.compare()
        case.review.require(2)
        yield case


@pytest.fixture
def key(ana: Case) -> PairKey:
    """The first pair."""
    return ana.pairs.list().items[0].key


@pytest.fixture
def again(ana: Case, comparing: _Comparing) -> Callable[[], None]:
    """Compares all pairs anew, each with another outcome than before."""

    def compare() -> None:
        comparing.confidence -= 0.1
        assert ana.pairs.compare().changed == 3

    return compare


def _open(case: Case) -> set[PairKey]:
    return {item.key for item in case.review.queue(limit=10)}


def _left_out(case: Case) -> dict[str, int]:
    return {each.code: each.count for each in case.agreement.measure().left_out}


def test_whoever_had_answered_is_asked_again(
    ana: Case, key: PairKey, again: Callable[[], None]
) -> None:
    """With their earlier word beside it; nothing of theirs is gone, and they are as far as before they answered."""
    ana.review.decide(key, relation="agree")
    again()
    assert key in _open(ana)
    mine = next(item.mine for item in ana.review.queue(limit=10) if item.key == key)
    assert mine is not None
    assert (mine.outdated, mine.counts, mine.seen) == (True, False, 1)
    assert ana.review.progress().decided == 0
    assert not ana.review.queue(wanted=Wanted(status=Status.DECIDED))
    assert [row.live for row in ana.review.history(key)] == [True]
    taken = ana.review.next()
    assert taken is not None
    assert taken.key == key
    assert taken.mine == mine
    assert ana.review.held() == (key,)
    assert ana.audit.verify() == ()


def test_an_answer_of_before_does_not_end_blindness(
    ana: Case, key: PairKey, again: Callable[[], None]
) -> None:
    """Ana said something of the first version, ben of the second: neither sees the other's word until ana says it of the second."""
    ben = ana.acting_as("ben")
    ana.review.decide(key, relation="agree")
    again()
    ben.review.decide(key, relation="conflict", slots=["target"])
    assert [row.by for row in ana.review.history(key)] == ["ana"]
    assert [row.by for row in ben.review.history(key)] == ["ben"]
    assert ana.agreement.blind(key) == ()
    ana.review.decide(key, relation="agree")
    assert [row.by for row in ben.review.history(key)] == ["ana", "ben", "ana"]


def test_both_count_once_they_speak_of_one_version(
    ana: Case, key: PairKey, again: Callable[[], None]
) -> None:
    """Figures rest on what was said of the version that all had on screen; no pair is left out for ever."""
    ben = ana.acting_as("ben")
    ana.review.decide(key, relation="agree")
    again()
    ben.review.decide(key, relation="agree")
    ana.review.decide(key, relation="unsure")
    blind = ana.agreement.blind(key)
    assert [(row.by, row.seen) for row in blind] == [("ben", 2), ("ana", 2)]
    assert ana.agreement.measure().items == 1
    assert "versions" not in _left_out(ana)
    assert [each.key for each in ana.adjudication.queue()] == [key]
    assert ana.audit.verify() == ()


def test_what_all_had_answered_is_not_asked_again(
    ana: Case, key: PairKey, again: Callable[[], None]
) -> None:
    """Blindness ended on the first version: answers, figures and the queue stay as they were."""
    ben = ana.acting_as("ben")
    ana.review.decide(key, relation="agree")
    ben.review.decide(key, relation="agree")
    before = ana.agreement.blind(key)
    again()
    assert key not in _open(ana) | _open(ben)
    assert ana.agreement.blind(key) == before
    assert ana.agreement.measure().items == 1
    ana.review.decide(key, relation="unsure")
    assert ana.agreement.blind(key)[0].mark == before[0].mark
    assert [row.by for row in ben.review.history(key)] == ["ana", "ben", "ana"]


def test_who_saw_the_answers_once_is_not_blind_again(
    ana: Case, key: PairKey, again: Callable[[], None]
) -> None:
    """All had answered, both took it back, and the pair was compared anew: what they say now is no blind answer."""
    ben = ana.acting_as("ben")
    for case in (ana, ben):
        case.review.decide(key, relation="agree")
    for case in (ana, ben):
        case.review.undo()
    again()
    for case in (ana, ben):
        case.review.decide(key, relation="unsure")
    assert [row.seen for row in ana.agreement.blind(key)] == [1, 1]
    assert _left_out(ana)["later"] == 4


def test_undo_brings_back_what_is_asked_again(
    ana: Case, key: PairKey, again: Callable[[], None]
) -> None:
    """Ana answers the new version and takes it back: her word of before stands, is asked again, and ends nothing."""
    ben = ana.acting_as("ben")
    ana.review.decide(key, relation="agree")
    again()
    ana.review.decide(key, relation="unsure")
    undone = ana.review.undo()
    assert undone is not None
    assert (undone.seen, undone.outdated) == (1, True)
    ben.review.decide(key, relation="agree")
    assert ana.agreement.blind(key) == ()
    assert key in _open(ana)
    ana.review.decide(key, relation="agree")
    assert sorted((row.by, row.seen) for row in ana.agreement.blind(key)) == [
        ("ana", 2),
        ("ben", 2),
    ]


def test_that_a_pair_is_asked_anew_tells_nobody_that_somebody_answered(
    ana: Case, again: Callable[[], None]
) -> None:
    """What a colleague is handed is the same whether or not ana had answered before."""
    keys = [item.key for item in ana.pairs.list().items]
    ana.review.decide(keys[0], relation="agree")
    again()
    stream = io.StringIO()
    ana.acting_as("ben").dump(stream, mine=True)
    told = [line for line in stream.getvalue().splitlines() if '"table":"pairs"' in line]
    assert len(told) == 3
    assert all('"anew":2' in line for line in told)


def test_a_case_for_one_is_not_asked_again(
    ana: Case, key: PairKey, again: Callable[[], None]
) -> None:
    """Blindness ends with the one answer; it stands, with the version that was seen."""
    ana.people.put("ana", "admin")
    ana.review.require(1, knowingly=True)
    ana.review.decide(key, relation="agree")
    again()
    assert key not in _open(ana)
    mine = ana.pairs.get(key).mine
    assert mine is not None
    assert (mine.outdated, mine.seen) == (False, 1)


def test_a_page_with_the_earlier_word_can_be_answered(
    ana: Case, key: PairKey, again: Callable[[], None]
) -> None:
    """The earlier answer is on screen with its number; an older page is refused, the new one is stored."""
    ana.review.decide(key, relation="agree")
    older = ana.pairs.get(key)
    again()
    item = ana.pairs.get(key)
    assert item.mine is not None
    assert older.mine is not None
    with pytest.raises(Stale, match="compared anew"):
        ana.review.decide(key, relation="agree", seen=older.version, answer=older.mine.id)
    stored = ana.review.decide(key, relation="agree", seen=item.version, answer=item.mine.id)
    assert stored.counts


def test_a_filled_table_says_again_what_was_said_before(
    ana: Case, key: PairKey, again: Callable[[], None], tmp_path: Path
) -> None:
    """The column of a pair that is asked again is empty; the same word in it is an answer to the new version."""
    ana.review.decide(key, relation="agree")
    again()
    table = ana.exports.write("pairs.csv", tmp_path / "pairs.csv").path
    with table.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    row = next(row for row in rows if row["key"] == str(key))
    assert row["my_relation"] == ""
    assert not ana.exports.preview(table).changes
    row["my_relation"] = "agree"
    with table.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, list(row))
        writer.writeheader()
        writer.writerows(rows)
    assert len(ana.exports.apply(ana.exports.preview(table)).changes) == 1
    assert [row.seen for row in ana.review.history(key)] == [1, 2]
    assert key not in _open(ana)


@pytest.mark.parametrize("first", ["home", "here"])
def test_a_colleague_who_answered_the_first_version_at_home_is_asked_again(
    ana: Case, key: PairKey, again: Callable[[], None], tmp_path: Path, first: str
) -> None:
    """Ben's file holds his word on the first version; here it waits with ana's until he speaks of the second."""
    part = io.StringIO()
    ben = ana.acting_as("ben")
    ben.dump(part, mine=True)
    part.seek(0)
    settings = Settings(case=str(tmp_path / "ben.db"), actor="ben")
    with open_case(settings, stages=Stages(read, extract, _Comparing())) as home:
        home.load(part)
        home.review.decide(key, relation="agree")
        back = io.StringIO()
        home.dump(back, mine=True)
    back.seek(0)
    if first == "home":
        ben.load(back)
        again()
    else:
        again()
        ben.load(back)
    ana.review.decide(key, relation="agree")
    assert ana.agreement.blind(key) == ()
    assert key in _open(ben)
    ben.review.decide(key, relation="agree")
    assert sorted((row.by, row.seen) for row in ana.agreement.blind(key)) == [
        ("ana", 2),
        ("ben", 2),
    ]
    assert ana.audit.verify() == ()


def test_a_newer_comparison_in_a_copy_leaves_what_had_ended_here(
    ana: Case, key: PairKey, tmp_path: Path
) -> None:
    """Ben's copy was made while the pair waited and compared it anew; here all had answered meanwhile, and that stays."""
    ben = ana.acting_as("ben")
    part = io.StringIO()
    ben.dump(part, mine=True)
    part.seek(0)
    comparing = _Comparing()
    settings = Settings(case=str(tmp_path / "ben.db"), actor="ben")
    with open_case(settings, stages=Stages(read, extract, comparing)) as home:
        home.load(part)
        comparing.confidence = 0.5
        assert home.pairs.compare().changed == 3
        back = io.StringIO()
        home.dump(back, mine=True)
    for case in (ana, ben):
        case.review.decide(key, relation="agree")
    back.seek(0)
    ana.load(back, sender="ben")
    assert ana.pairs.get(key).version == 2
    assert len(ana.agreement.blind(key)) == 2
    assert key not in _open(ana) | _open(ben)
    assert ana.audit.verify() == ()


@pytest.mark.parametrize("order", list(itertools.permutations(["ana", "ben", "cay"])))
def test_the_order_of_files_makes_no_difference_to_what_is_asked_anew(
    ana: Case, key: PairKey, tmp_path: Path, order: tuple[str, ...]
) -> None:
    """Ana and ben answered the first version at home, cay compared anew; dan takes their files in: both speak of one version, so their answers stand."""
    files, dan = {}, ana.acting_as("dan")
    for name in order:
        part = io.StringIO()
        ana.acting_as(name).dump(part, mine=True)
        part.seek(0)
        comparing = _Comparing()
        settings = Settings(case=str(tmp_path / f"{name}.db"), actor=name)
        with open_case(settings, stages=Stages(read, extract, comparing)) as home:
            home.load(part)
            if name == "cay":
                comparing.confidence = 0.5
                assert home.pairs.compare().changed == 3
            else:
                home.review.decide(key, relation="agree")
            files[name] = io.StringIO()
            home.dump(files[name], mine=True)
    for name in order:
        files[name].seek(0)
        dan.load(files[name], sender=name)
    assert ana.pairs.get(key).version == 2
    assert sorted((row.by, row.seen) for row in ana.agreement.blind(key)) == [
        ("ana", 1),
        ("ben", 1),
    ]
    assert key not in _open(ana) | _open(ana.acting_as("ben"))
    assert ana.audit.verify() == ()


def test_a_dump_of_an_older_program_is_read(ana: Case, key: PairKey, tmp_path: Path) -> None:
    """Its rows of pairs lack the column; every answer counts, as it did there."""
    ana.review.decide(key, relation="agree")
    stream = io.StringIO()
    ana.dump(stream, knowingly=True)
    older = (
        stream.getvalue().replace('"anew":null,', "").replace('"tables":"0012"', '"tables":"0010"')
    )
    assert older != stream.getvalue()
    with open_case(tmp_path / "older.db", actor="ana") as case:
        case.load(io.StringIO(older))
        assert [row.counts for row in case.review.decisions()] == [True]
        assert case.audit.verify() == ()


def test_an_answer_that_is_asked_anew_changes_no_verdict(
    ana: Case, key: PairKey, again: Callable[[], None]
) -> None:
    """Dan said something of the first version; ben and cay agree on the second: claims and reports read what they say alone."""
    ana.acting_as("dan").review.decide(key, relation="not_comparable")
    again()
    for name in ("ben", "cay"):
        ana.acting_as(name).review.decide(key, relation="agree")
    labels = {each.claim: each.label for each in ana.verdicts.compute()}
    assert labels[key.left] == VerdictLabel.SUPPORTED
    told = [row.by for row in ana.report.content().decisions if row.key == key]
    assert sorted(told) == ["ben", "cay"]


def test_what_was_there_to_be_seen_while_one_was_asked_is_no_blind_answer(
    ana: Case, key: PairKey, again: Callable[[], None]
) -> None:
    """An admin asks for one, ben reads cay's word that is asked anew, and two are asked again."""
    for name, role in (("ana", "admin"), ("ben", "reviewer"), ("cay", "reviewer")):
        ana.people.put(name, role)
    ben, cay = ana.acting_as("ben"), ana.acting_as("cay")
    cay.review.decide(key, relation="unsure")
    again()
    ana.review.require(1, knowingly=True)
    assert [row.by for row in ben.review.history(key)] == ["cay"]
    ana.review.require(2)
    for case in (ben, cay):
        case.review.decide(key, relation="unsure")
    assert ana.agreement.measure().items == 0


def test_lowering_says_how_many_pairs_it_opened(
    ana: Case, key: PairKey, again: Callable[[], None]
) -> None:
    """Also one of which the only word is asked anew, and one of which it was taken back: both are read from then on."""
    ana.people.put("ana", "admin")
    ana.people.put("ben", "reviewer")
    ben = ana.acting_as("ben")
    ben.review.decide(key, relation="unsure")
    again()
    other = next(item.key for item in ana.pairs.list().items if item.key != key)
    ben.review.decide(other, relation="agree")
    ben.review.undo()
    ana.review.require(1, knowingly=True)
    assert ana.audit.list().items[-1].detail["opened"] == 2
    assert {row.key for row in ana.review.history(key)} == {key}
    assert {row.key for row in ana.review.history(other)} == {other}


def test_what_is_hidden_again_makes_no_difference_to_what_is_asked_anew(
    ana: Case, again: Callable[[], None]
) -> None:
    """Ana answered while one was asked; once two are, zed's part and zed's queue are those of a case in which she did not."""
    keys = [item.key for item in ana.pairs.list().items]
    ana.people.put("ana", "admin")
    ana.people.put("zed", "reviewer")
    ana.review.require(1, knowingly=True)
    ana.review.decide(keys[0], relation="agree")
    ana.review.require(2)
    zed = ana.acting_as("zed")
    for each in keys:
        zed.review.decide(each, relation="unsure")
    ana.review.undo()
    again()
    assert _open(zed) == set(keys)
    stream = io.StringIO()
    zed.dump(stream, mine=True)
    assert stream.getvalue().count('"anew":2') == 3


def test_a_run_tells_how_many_changed_pairs_all_had_answered(
    ana: Case, key: PairKey, comparing: _Comparing
) -> None:
    """Not how many have an answer: who waits for a colleague is told nothing of them."""
    ana.review.decide(key, relation="agree")
    comparing.confidence -= 0.1
    assert ana.pairs.compare().answered == 0
    for name in ("ana", "ben"):
        ana.acting_as(name).review.decide(key, relation="agree")
    comparing.confidence -= 0.1
    found = ana.pairs.compare()
    assert (found.changed, found.answered) == (3, 1)
