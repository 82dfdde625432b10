"""A figure of agreement is the same one wherever an answer was given: a copy tells how its answers came to be."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from claims.errors import Refused
from claims.model import PairKey
from claims.services import Case, Settings, open_case, restore
from claims.store import audit
from tests.stages import STAGES, TWO_ACCOUNTS


@pytest.fixture
def keys(compared: Case) -> list[PairKey]:
    """The pairs of a case for two, ana and ben."""
    compared.review.require(2)
    return [item.key for item in compared.pairs.list().items]


@pytest.fixture
def case_in_a_file(tmp_path: Path) -> Iterator[Case]:
    """A compared case of ana's in a file."""
    with open_case(tmp_path / "case.db", actor="ana", stages=STAGES) as case:
        case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
        case.pairs.compare()
        yield case


def _mine(case: Case) -> str:
    stream = io.StringIO()
    case.dump(stream, mine=True)
    return stream.getvalue()


@contextmanager
def _at_home(case: Case, folder: Path, who: str = "ben") -> Iterator[Case]:
    """A copy of what somebody may see, in their own hands."""
    settings = Settings(case=str(folder / f"{who}.db"), actor=who)
    with open_case(settings, stages=STAGES) as home:
        home.load(io.StringIO(_mine(case.acting_as(who))))
        yield home


def _blind(case: Case, key: PairKey) -> list[tuple[str, str]]:
    return sorted(
        (row.by, row.mark.relation.value) for row in case.agreement.blind(key) if row.mark
    )


def _left_out(case: Case) -> dict[str, int]:
    return {each.code: each.count for each in case.agreement.measure().left_out}


def test_who_had_a_colleagues_answer_in_hand_at_home_was_not_blind_there(
    compared: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """Ben takes in what ana sent him, answers, and hands on what he may see; his other answer was blind."""
    with _at_home(compared, tmp_path) as home:
        compared.review.decide(keys[0], relation="conflict", slots=["target"])
        home.load(io.StringIO(_mine(compared)), sender="ana")
        home.review.decide(keys[0], relation="conflict", slots=["target"])
        home.review.decide(keys[1], relation="agree")
        back = _mine(home)
    compared.review.decide(keys[1], relation="agree")
    compared.acting_as("ben").load(io.StringIO(back))
    assert _blind(compared, keys[0]) == [("ana", "conflict")]
    assert _blind(compared, keys[1]) == [("ana", "agree"), ("ben", "agree")]
    assert _left_out(compared)["knowing"] == 1
    assert compared.audit.verify() == ()


def test_a_mind_that_was_changed_at_home_counts_as_it_was_before(
    compared: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """Ben answers, sees what ana said, and says the same; both cases, and a part of a part, have his first word in their figures."""
    with _at_home(compared, tmp_path) as home:
        home.review.decide(keys[0], relation="agree")
        compared.review.decide(keys[0], relation="conflict", slots=["target"])
        home.load(io.StringIO(_mine(compared)), sender="ana")
        home.review.decide(keys[0], relation="conflict", slots=["target"])
        there = _blind(home, keys[0])
        back = _mine(home)
    compared.load(io.StringIO(back), sender="ben")
    assert there == _blind(compared, keys[0]) == [("ana", "conflict"), ("ben", "agree")]
    assert _left_out(compared)["later"] == 1
    with _at_home(compared, tmp_path, "cay") as further:
        assert _blind(further, keys[0]) == there


def test_a_mind_that_was_changed_alone_at_home_counts_as_it_was_last(
    compared: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """Nobody's answer was there to be seen, also not in a copy that asks for one."""
    with _at_home(compared, tmp_path) as home:
        home.people.put("ben", "admin")
        home.review.require(1, knowingly=True)
        home.review.decide(keys[0], relation="unsure")
        home.review.decide(keys[0], relation="agree")
        back = _mine(home)
    compared.review.decide(keys[0], relation="agree")
    compared.load(io.StringIO(back), sender="ben")
    assert _blind(compared, keys[0]) == [("ana", "agree"), ("ben", "agree")]


def test_what_was_closed_at_home_at_once_is_in_no_figure(
    compared: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """As what was closed here."""
    compared.claims.reject(keys[0].left)
    with _at_home(compared, tmp_path) as home:
        closed = home.review.close_former()
        back = _mine(home)
    assert closed == compared.review.close_former() > 0
    compared.load(io.StringIO(back), sender="ben")
    assert _blind(compared, keys[0]) == []
    assert (compared.agreement.measure().items, _left_out(compared)["closed"]) == (0, 2 * closed)


def test_what_somebody_had_in_hand_at_home_they_have_in_hand_here(
    compared: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """Ben takes in what ana sent, answers nothing at home, and here only afterwards; told once, it is not told again."""
    with _at_home(compared, tmp_path) as home:
        compared.review.decide(keys[0], relation="agree")
        home.load(io.StringIO(_mine(compared)), sender="ana")
        back = _mine(home)
    ben = compared.acting_as("ben")
    ben.load(io.StringIO(back))
    with compared._desk.reading() as connection:
        acts = audit.head(connection).seq
    ben.load(io.StringIO(back))
    with compared._desk.reading() as connection:
        assert audit.head(connection).seq == acts
    ben.review.decide(keys[0], relation="agree")
    ben.review.decide(keys[1], relation="agree")
    compared.review.decide(keys[1], relation="agree")
    assert _blind(compared, keys[0]) == [("ana", "agree")]
    assert len(_blind(compared, keys[1])) == 2


def _edited(case: Case, key: PairKey) -> PairKey:
    """The pair that is asked in the place of one, once a claim of it was edited."""
    before = {item.key for item in case.pairs.list().items}
    case.claims.correct(key.left, "modality", "denied")
    case.pairs.compare()
    (new,) = (
        item.key
        for item in case.pairs.list().items
        if item.key not in before and key.right in (item.key.left, item.key.right)
    )
    return new


def test_after_the_answers_to_the_former_pair_nobody_is_blind_on_the_new_one(
    compared: Case, keys: list[PairKey]
) -> None:
    """Ana closes it to read what ben said there; ben, who reads that she closed it, knows nothing of her."""
    ben = compared.acting_as("ben")
    ben.review.decide(keys[0], relation="conflict", slots=["target"])
    new = _edited(compared, keys[0])
    compared.review.close_former()
    compared.review.decide(new, relation="conflict", slots=["target"])
    ben.review.decide(new, relation="conflict", slots=["target"])
    assert _blind(compared, new) == [("ben", "conflict")]
    assert _left_out(compared)["former"] == 1
    assert compared.agreement.measure().items == 0


def test_nor_on_the_former_pair_after_the_answers_to_the_new_one(
    compared: Case, keys: list[PairKey]
) -> None:
    """Ben answered the former pair before the edit, blindly; ana answers it when she can see what he says of the new one."""
    ben = compared.acting_as("ben")
    ben.review.decide(keys[0], relation="agree")
    new = _edited(compared, keys[0])
    compared.review.decide(new, relation="agree")
    ben.review.decide(new, relation="agree")
    compared.review.decide(keys[0], relation="agree", former=True)
    assert len(_blind(compared, new)) == 2
    assert _blind(compared, keys[0]) == [("ben", "agree")]
    assert compared.agreement.measure().items == 1


def test_answers_that_nobody_saw_on_the_former_pair_leave_the_new_one_blind(
    compared: Case, keys: list[PairKey]
) -> None:
    """Ben alone had answered it."""
    compared.acting_as("ben").review.decide(keys[0], relation="agree")
    new = _edited(compared, keys[0])
    for who in ("ana", "ben"):
        compared.acting_as(who).review.decide(new, relation="agree")
    assert len(_blind(compared, new)) == 2


def test_a_copy_tells_which_answers_followed_those_to_a_former_pair(
    compared: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """Both had answered before the edit; ben answers the new pair at home."""
    for who in ("ana", "ben"):
        compared.acting_as(who).review.decide(keys[0], relation="agree")
    new = _edited(compared, keys[0])
    with _at_home(compared, tmp_path) as home:
        home.review.decide(new, relation="agree")
        back = _mine(home)
    compared.load(io.StringIO(back), sender="ben")
    compared.review.decide(new, relation="agree")
    assert _blind(compared, new) == []
    assert len(_blind(compared, keys[0])) == 2


def test_it_is_his_first_word_also_where_his_file_came_twice(
    compared: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """Before he saw what ana said and after it; hers comes last."""
    with _at_home(compared, tmp_path, "ana") as hers, _at_home(compared, tmp_path) as home:
        hers.review.decide(keys[0], relation="conflict", slots=["target"])
        home.review.decide(keys[0], relation="agree")
        ben = compared.acting_as("ben")
        ben.load(io.StringIO(_mine(home)))
        home.load(io.StringIO(_mine(hers)), sender="ana")
        home.review.decide(keys[0], relation="conflict", slots=["target"])
        ben.load(io.StringIO(_mine(home)), knowingly=True)
        compared.load(io.StringIO(_mine(hers)))
    assert _blind(compared, keys[0]) == [("ana", "conflict"), ("ben", "agree")]


@pytest.mark.parametrize("where", ["here", "at home"])
def test_who_had_answers_to_the_former_pair_in_hand_is_not_blind_on_the_new_one(
    compared: Case, keys: list[PairKey], tmp_path: Path, where: str
) -> None:
    """Ben reads what ana said, in a whole copy here or in her file at home, and answers once the claim was edited."""
    ben = compared.acting_as("ben")
    if where == "here":
        compared.review.decide(keys[0], relation="agree")
        ben.dump(io.StringIO(), knowingly=True)
        new = _edited(compared, keys[0])
        ben.review.decide(new, relation="agree")
    else:
        with _at_home(compared, tmp_path) as home:
            compared.review.decide(keys[0], relation="agree")
            home.load(io.StringIO(_mine(compared)), sender="ana")
            new = _edited(home, keys[0])
            home.review.decide(new, relation="agree")
            ben.load(io.StringIO(_mine(home)))
    compared.review.decide(new, relation="agree")
    assert _blind(compared, new) == [("ana", "agree")]
    assert _left_out(compared)["knowing"] == 1


def test_closing_a_pair_that_nobody_answered_tells_nothing_of_the_new_one(
    compared: Case, keys: list[PairKey]
) -> None:
    """Both closed it; what they say of the new one is blind."""
    new = _edited(compared, keys[0])
    ben = compared.acting_as("ben")
    for case in (compared, ben):
        case.review.close_former()
        case.review.decide(new, relation="agree")
    assert len(_blind(compared, new)) == 2


def test_answers_are_not_taken_out_of_figures_by_an_edit_made_afterwards(
    compared: Case, keys: list[PairKey]
) -> None:
    """Two claims of one speaker are merged, and parted again: they are two, and what was said of each was blind."""
    ben = compared.acting_as("ben")
    for key in keys[:2]:
        for case in (compared, ben):
            case.review.decide(key, relation="agree")
    before = compared.agreement.measure()
    first, second = (_of_the_department(compared, key) for key in keys[:2])
    assert first != second
    compared.claims.merge(first, second)
    assert compared.agreement.measure() == before
    compared.claims.undo()
    assert compared.agreement.measure() == before


def _of_the_department(case: Case, key: PairKey) -> str:
    held = {claim.id: claim for claim in case.claims.list(limit=100).items}
    (found,) = (name for name in (key.left, key.right) if "Department" in held[name].speaker.source)
    return found


def test_a_file_that_was_refused_was_in_hand_all_the_same(
    compared: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """Ben tries to take in ana's as his own; hers comes later, and his answer after it."""
    with _at_home(compared, tmp_path, "ana") as hers:
        hers.review.decide(keys[0], relation="agree")
        sent = _mine(hers)
    ben = compared.acting_as("ben")
    with pytest.raises(Refused):
        ben.load(io.StringIO(sent), sender="ben")
    compared.load(io.StringIO(sent))
    ben.review.decide(keys[0], relation="agree")
    assert _blind(compared, keys[0]) == [("ana", "agree")]


def test_a_part_tells_nobody_which_pairs_others_answered_unseen(
    compared: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """Whoever has a file refused that names every pair reads the same afterwards, whether ana has answered or not."""
    with _at_home(compared, tmp_path, "zed") as forged:
        for key in keys:
            forged.review.decide(key, relation="unsure")
        written = _mine(forged)
    ben = compared.acting_as("ben")
    told = []
    for answered in (False, True):
        if answered:
            compared.review.decide(keys[1], relation="agree")
        with pytest.raises(Refused):
            ben.load(io.StringIO(written), sender="ben")
        ben.review.decide(keys[1], relation="unsure" if answered else "agree")
        told.append(_act(_mine(ben)))
    assert told[0].keys() == told[1].keys() >= {"in_hand_elsewhere", "knowing"}
    assert told[0]["in_hand_elsewhere"] == told[1]["in_hand_elsewhere"]


def test_what_a_colleague_had_in_hand_goes_on_with_the_file_of_whoever_took_his(
    compared: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """Knowingly: ana's file says of ben that he had her answer, as his own told her."""
    with _at_home(compared, tmp_path, "ana") as hers, _at_home(compared, tmp_path) as home:
        hers.review.decide(keys[0], relation="agree")
        home.load(io.StringIO(_mine(hers)), sender="ana")
        hers.load(io.StringIO(_mine(home)), sender="ben")
        compared.load(io.StringIO(_mine(hers)), knowingly=True)
    compared.acting_as("ben").review.decide(keys[0], relation="agree")
    assert _blind(compared, keys[0]) == [("ana", "agree")]


def test_nobody_takes_the_answers_of_another_out_of_the_figures_by_a_file(
    compared: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """Ana lets ben take in a file at her home: what it tells of ben is no more vouched for than words in his name."""
    compared.people.put("ana", "admin")
    compared.people.put("ben", "reviewer")
    with _at_home(compared, tmp_path, "ana") as hers:
        hers.review.decide(keys[0], relation="agree")
        hers.people.put("ben", "admin")
        hers.acting_as("ben").load(io.StringIO(_mine(hers)), sender="ana")
        stream = io.StringIO()
        hers.dump(stream, knowingly=True)
    compared.load(io.StringIO(stream.getvalue()), sender="ana")
    compared.acting_as("ben").review.decide(keys[0], relation="agree")
    assert _blind(compared, keys[0]) == [("ana", "agree"), ("ben", "agree")]


@pytest.mark.parametrize("answered", ["at home", "in the table"])
def test_a_table_of_a_copy_tells_where_others_answers_were_in_sight(
    compared: Case, keys: list[PairKey], tmp_path: Path, answered: str
) -> None:
    """Ben had ana's answer to the first pair in hand at home, be his own given there or typed into the table; the second he answered blindly."""
    with _at_home(compared, tmp_path) as home:
        compared.review.decide(keys[0], relation="agree")
        home.load(io.StringIO(_mine(compared)), sender="ana")
        home.review.decide(keys[1], relation="agree")
        if answered == "at home":
            home.review.decide(keys[0], relation="agree")
        table = home.exports.write("pairs.csv", tmp_path / "home.csv").path
    if answered == "in the table":
        _filled(table, keys[0])
    compared.review.decide(keys[1], relation="agree")
    ben = compared.acting_as("ben")
    assert len(ben.exports.apply(ben.exports.preview(table)).changes) == 2
    assert _blind(compared, keys[0]) == [("ana", "agree")]
    assert _blind(compared, keys[1]) == [("ana", "agree"), ("ben", "agree")]
    with _at_home(compared, tmp_path, "cay") as further:
        assert _blind(further, keys[0]) == [("ana", "agree")]


@pytest.mark.parametrize("way", ["part", "table"])
def test_a_backup_that_was_brought_back_tells_elsewhere_of_whom_it_held_answers(
    case_in_a_file: Case, tmp_path: Path, way: str
) -> None:
    """Zoe is given one in which ana has answered the first pair, and answers there; what she said of the second was blind."""
    case = case_in_a_file
    case.review.require(2)
    keys = [item.key for item in case.pairs.list().items]
    case.review.decide(keys[0], relation="agree")
    settings = Settings(case=str(tmp_path / "home.db"), actor="zoe")
    restore(case.backup(tmp_path / "backup.db", knowingly=True), settings)
    with open_case(settings, stages=STAGES) as home:
        for key in keys[:2]:
            home.review.decide(key, relation="agree")
        sent = _mine(home)
        table = home.exports.write("pairs.csv", tmp_path / "home.csv").path
    zoe = case.acting_as("zoe")
    if way == "part":
        zoe.load(io.StringIO(sent))
    else:
        zoe.exports.apply(zoe.exports.preview(table))
    case.review.decide(keys[1], relation="agree")
    assert _blind(case, keys[0]) == [("ana", "agree")]
    assert [who for who, _ in _blind(case, keys[1])] == ["ana", "zoe"]


def test_a_part_or_a_table_tells_nothing_of_a_copy_made_for_safety(
    case_in_a_file: Case, tmp_path: Path
) -> None:
    """Whoever makes one and never looks into it learns from neither whether ana has answered."""
    case = case_in_a_file
    case.review.require(2)
    ben, told = case.acting_as("ben"), []
    for name in ("before", "after"):
        ben.backup(tmp_path / f"{name}.db", knowingly=True)
        part = _act(_mine(ben))
        told.append((part, ben.exports.write("pairs.csv", tmp_path / "ben.csv").path.read_bytes()))
        case.review.decide(case.pairs.list().items[0].key, relation="agree")
    assert told[0] == told[1]


def test_a_table_tells_it_of_the_new_form_of_an_edited_claim_too(
    compared: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """Ben has ana's answer to the former pair in hand."""
    with _at_home(compared, tmp_path) as home:
        compared.review.decide(keys[0], relation="agree")
        home.load(io.StringIO(_mine(compared)), sender="ana")
        new = _edited(home, keys[0])
        table = home.exports.write("pairs.csv", tmp_path / "home.csv").path
    rows = {row["key"]: row["others_in_sight"] for row in _rows(table)}
    assert (rows[str(new)], rows[str(keys[1])]) == ("yes", "")


@pytest.mark.parametrize("owner", ["ana", ""])
def test_a_colleagues_table_taken_as_ones_own_holds_no_blind_answers(
    compared: Case, keys: list[PairKey], tmp_path: Path, owner: str
) -> None:
    """Ben had her answers in hand, or those of he does not say whom; what he fills in in a table of his own is blind."""
    compared.review.require(2)
    table = compared.exports.write("pairs.csv", tmp_path / "ana.csv").path
    _filled(table, keys[0])
    text = table.read_text(encoding="utf-8-sig")
    table.write_text(text.replace(",ana,", f",{owner},"), encoding="utf-8-sig")
    ben = compared.acting_as("ben")
    assert len(ben.exports.apply(ben.exports.preview(table, knowingly=True)).changes) == 1
    own = ben.exports.write("pairs.csv", tmp_path / "ben.csv").path
    _filled(own, keys[1])
    assert len(ben.exports.apply(ben.exports.preview(own, knowingly=True)).changes) == 1
    for key in keys[:2]:
        compared.review.decide(key, relation="agree")
    assert compared.agreement.measure().items == 1


def _rows(table: Path) -> list[dict[str, str]]:
    with table.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def _filled(table: Path, key: PairKey) -> None:
    """Answer a pair in a table."""
    rows = _rows(table)
    for row in rows:
        if row["key"] == str(key):
            row["my_relation"] = "agree"
    with table.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def test_who_comes_third_by_file_had_nobodys_answer_in_hand(
    compared: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """Ana's copy asks for two and takes in three; the case asks for three, and all of them were blind."""
    with _at_home(compared, tmp_path, "ana") as hers:
        hers.review.decide(keys[0], relation="agree")
        for who in ("eve", "ben"):
            with _at_home(compared, tmp_path, who) as home:
                home.review.decide(keys[0], relation="agree")
                hers.acting_as("zoe").load(io.StringIO(_mine(home)), sender=who)
        sent = _mine(hers)
    compared.review.require(3)
    compared.acting_as("zoe").load(io.StringIO(sent), knowingly=True)
    assert [who for who, _ in _blind(compared, keys[0])] == ["ana", "ben", "eve"]


def _act(part: str) -> dict[str, Any]:
    """What the record of a part says beside its only act."""
    rows = [json.loads(line) for line in part.splitlines()]
    details = {row["row"]["detail"] for row in rows if row.get("table") == "audit"}
    (detail,) = details
    return dict(json.loads(detail))
