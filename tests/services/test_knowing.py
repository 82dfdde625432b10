"""Who had hidden answers in hand is not blind any more: the record says so, and no figure of agreement rests on what they say."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from claims.errors import Refused
from claims.model import PairKey, Tag, Thing, Topic
from claims.review.roles import Action
from claims.services import Case, Settings, open_case, restore
from claims.store import remarks
from tests.conftest import OpenCase
from tests.stages import STAGES, TWO_ACCOUNTS


@pytest.fixture
def keys(compared: Case) -> list[PairKey]:
    """The pairs of a case for two; ben answered the first and the second, ana, an admin, the second."""
    keys = [item.key for item in compared.pairs.list().items]
    compared.review.require(2)
    compared.people.put("ana", "admin")
    compared.people.put("ben", "reviewer")
    ben = compared.acting_as("ben")
    ben.review.decide(keys[0], relation="agree")
    ben.review.decide(keys[1], relation="agree")
    compared.review.decide(keys[1], relation="agree")
    return keys


def _dumped(case: Case, *, mine: bool = False) -> str:
    stream = io.StringIO()
    case.dump(stream, knowingly=not mine, mine=mine)
    return stream.getvalue()


def _left_out(case: Case) -> dict[str, int]:
    return {each.code: each.count for each in case.agreement.measure().left_out}


def _actions(case: Case) -> list[str]:
    return [entry.action for entry in case.audit.list(limit=200).items]


def _all_answer_the_rest(case: Case, keys: list[PairKey]) -> None:
    """Ana the first and the last pair, ben the last."""
    case.review.decide(keys[0], relation="agree")
    case.review.decide(keys[2], relation="agree")
    case.acting_as("ben").review.decide(keys[2], relation="agree")


def test_an_answer_after_a_whole_dump_is_not_blind(compared: Case, keys: list[PairKey]) -> None:
    """Where somebody else had answered; what was answered before, and what nobody had answered, is as blind as ever."""
    _dumped(compared)
    assert _actions(compared.acting_as("ben"))[-1] == "dump case"
    _all_answer_the_rest(compared, keys)
    found = compared.agreement.measure()
    assert (found.items, _left_out(compared)) == (2, {"aside": 1, "knowing": 1})
    assert [row.by for row in compared.agreement.blind(keys[0])] == ["ben"]
    assert {row.by for row in compared.agreement.blind(keys[2])} == {"ana", "ben"}
    assert {row.by for row in compared.review.history(keys[0])} == {"ana", "ben"}
    assert compared.audit.verify() == ()


def test_nor_is_one_that_was_changed_after_it(compared: Case, keys: list[PairKey]) -> None:
    """Ana answers before, looks, and changes her mind before the others have answered; what she said before that was blind."""
    compared.review.require(3)
    compared.review.decide(keys[0], relation="unsure")
    _dumped(compared)
    compared.review.decide(keys[0], relation="agree")
    compared.people.put("cay", "reviewer")
    compared.acting_as("cay").review.decide(keys[0], relation="agree")
    blind = {
        row.by: row.mark.relation.value for row in compared.agreement.blind(keys[0]) if row.mark
    }
    assert blind == {"ana": "unsure", "ben": "agree", "cay": "agree"}
    assert _left_out(compared)["later"] == 1


def test_without_answers_to_hide_nobody_is_noted(compared: Case, keys: list[PairKey]) -> None:
    """When all have answered, and in what one may see anyway."""
    _dumped(compared, mine=True)
    _all_answer_the_rest(compared, keys)
    _dumped(compared)
    assert _left_out(compared) == {}
    assert "dump case" not in _actions(compared)


def test_a_copy_is_the_same_each_time_and_after_a_way_there_and_back(
    compared: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """The look is in it, and is not noted twice; who takes it over is noted, when that is somebody else."""
    assert keys
    compared.people.put("cay", "reviewer")
    first = _dumped(compared)
    assert _dumped(compared) == first
    for actor, same in (("ana", True), ("cay", False)):
        settings = Settings(case=str(tmp_path / f"{actor}.db"), actor=actor)
        with open_case(settings, stages=STAGES) as other:
            assert other.load(io.StringIO(first)).restored
            again = _dumped(other.acting_as("ana"))
            assert (again == first) is same
            assert _actions(other.acting_as("ana"))[-1] == ("dump case")
            assert ("load dump" in _actions(other)) is not same


@pytest.mark.parametrize("way", ["backup", "restore", "restore by dan"])
def test_a_backup_and_its_return_are_looks_too(in_a_file: Case, tmp_path: Path, way: str) -> None:
    """Whoever has the file can open it: the actor of the settings, or whoever is named as bringing it back."""
    in_a_file.review.require(2)
    key = in_a_file.pairs.list().items[0].key
    in_a_file.acting_as("ben").review.decide(key, relation="agree")
    path = in_a_file.backup(tmp_path / "backup.db", knowingly=True)
    assert _actions(in_a_file)[-1] == "back up case"
    case, who = in_a_file, "ana"
    if way != "backup":
        settings = Settings(case=str(tmp_path / "again.db"), actor="cay")
        named = way.removeprefix("restore").removeprefix(" by ")
        head = restore(path, settings, by=named)
        who = named or "cay"
        case = open_case(settings, stages=STAGES).acting_as(who)
        assert case.audit.verify(head=head) == ()
        assert _actions(case)[-1] == "restore case"
    case.review.decide(key, relation="agree", by=who)
    assert [row.by for row in case.agreement.blind(key)] == ["ben"]
    case.close()


def test_who_takes_in_a_colleagues_file_has_their_answers_in_hand(
    compared: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """What they answer afterwards of the same pairs is not blind, and of others it is."""
    sent = _dumped(compared.acting_as("ben"), mine=True)
    settings = Settings(case=str(tmp_path / "home.db"), actor="ben")
    with open_case(settings, stages=STAGES) as home:
        home.load(io.StringIO(sent))
        home.review.decide(keys[2], relation="unsure")
        back = _dumped(home, mine=True)
    compared.load(io.StringIO(back))
    compared.review.decide(keys[2], relation="unsure")
    assert [row.by for row in compared.agreement.blind(keys[2])] == ["ben"]
    assert compared.audit.verify() == ()


def test_a_file_that_brings_nothing_new_is_a_look_too(compared: Case, keys: list[PairKey]) -> None:
    """Ana takes in what ben sent, which is here already."""
    compared.load(io.StringIO(_dumped(compared.acting_as("ben"), mine=True)))
    compared.review.decide(keys[0], relation="agree")
    assert [row.by for row in compared.agreement.blind(keys[0])] == ["ben"]


def test_who_worked_with_a_whole_copy_was_not_blind_at_home(
    compared: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """Their file comes back, and its record told of it."""
    compared.people.put("cay", "admin")
    whole = _dumped(compared)
    settings = Settings(case=str(tmp_path / "home.db"), actor="cay")
    with open_case(settings, stages=STAGES) as home:
        home.load(io.StringIO(whole))
        home.review.decide(keys[0], relation="agree")
        home.review.decide(keys[2], relation="agree")
        back = _dumped(home)
    compared.load(io.StringIO(back), sender="cay")
    assert compared.audit.verify() == ()
    compared.acting_as("ben").review.decide(keys[2], relation="agree")
    assert [row.by for row in compared.agreement.blind(keys[0])] == ["ben"]
    assert {row.by for row in compared.agreement.blind(keys[2])} == {"ben", "cay"}
    assert _left_out(compared)["knowing"] == 1


@pytest.mark.parametrize("way", ["dump", "backup"])
def test_a_copy_that_is_refused_is_no_look(in_a_file: Case, way: str) -> None:
    """Nothing was had, and nothing is noted."""
    in_a_file.review.require(2)
    attempts: dict[str, Callable[[], object]] = {
        "dump": lambda: in_a_file.dump(io.StringIO()),
        "backup": lambda: in_a_file.backup(in_a_file.path),
    }
    with pytest.raises(Refused):
        attempts[way]()
    assert _actions(in_a_file)[-1] == "set reviewers"


def test_a_file_that_is_refused_is_a_look_too(opened: OpenCase, tmp_path: Path) -> None:
    """Whoever writes one under a colleague's name learns from the refusal that the colleague has answered."""
    case = opened()
    case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
    case.pairs.compare()
    case.review.require(2)
    keys = [item.key for item in case.pairs.list().items]
    bare = _dumped(case, mine=True)
    case.review.decide(keys[0], relation="agree", by="ben")
    settings = Settings(case=str(tmp_path / "forged.db"), actor="ben")
    with open_case(settings, stages=STAGES) as forged:
        forged.load(io.StringIO(bare))
        forged.review.decide(keys[0], relation="unsure")
        written = _dumped(forged)
    with pytest.raises(Refused, match="different ways"):
        case.load(io.StringIO(written))
    case.review.decide(keys[0], relation="agree")
    assert [row.by for row in case.agreement.blind(keys[0])] == ["ben"]
    assert _left_out(case)["knowing"] == 1
    assert case.audit.verify() == ()


def test_a_backup_of_blind_answers_is_made_knowingly(in_a_file: Case, tmp_path: Path) -> None:
    """As a dump is: whoever has it can read them; with an admin named it needs no word."""
    in_a_file.review.require(2)
    with pytest.raises(Refused, match="a backup holds answers"):
        in_a_file.backup(tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()
    assert in_a_file.backup(tmp_path / "copy.db", knowingly=True).exists()
    in_a_file.people.put("ana", "admin")
    assert in_a_file.backup(tmp_path / "second.db").exists()


@pytest.mark.parametrize("answered", [False, True])
def test_a_refused_ruling_tells_nothing_that_the_record_does_not_note(
    opened: OpenCase, tmp_path: Path, *, answered: bool
) -> None:
    """Whoever makes one up under a colleague's name reads the same whether that colleague has answered, and had the pair in hand."""
    case, key, bare = _for_two(opened)
    if answered:
        case.review.decide(key, relation="agree", by="ben")
    with open_case(Settings(case=str(tmp_path / "home.db"), actor="ana"), stages=STAGES) as home:
        home.load(io.StringIO(bare))
        home.people.put("ana", "admin")
        home.people.put("ben", "adjudicator")
        home.review.require(1, knowingly=True)
        home.review.decide(key, relation="unsure")
        home.acting_as("ben").adjudication.settle(key, relation="agree", ground="other", note="x")
        written = _dumped(home)
    with pytest.raises(Refused, match="The file is that of ana, and holds words of others: ben: 1"):
        case.load(io.StringIO(written))
    case.review.decide(key, relation="agree")
    assert [row.by for row in case.agreement.blind(key)] == ["ben"] * answered


def test_a_refused_mark_of_a_claim_is_noted_for_its_pairs(opened: OpenCase, tmp_path: Path) -> None:
    """Under a colleague's name it tells whether that colleague, who answered the pair, marked the claim."""
    case, key, bare = _for_two(opened)
    case.review.decide(key, relation="agree", by="ben")
    with open_case(Settings(case=str(tmp_path / "home.db"), actor="ben"), stages=STAGES) as home:
        home.load(io.StringIO(bare))
        home.remarks.mark(key.left, "accurate")
        written = _dumped(home)
    with pytest.raises(Refused):
        case.load(io.StringIO(written), sender="ana", knowingly=False)
    case.review.decide(key, relation="agree")
    assert [row.by for row in case.agreement.blind(key)] == ["ben"]


def test_a_refused_tag_on_a_conclusion_is_noted_for_the_pairs_of_its_claim(
    opened: OpenCase, tmp_path: Path
) -> None:
    """Under a colleague's name it tells whether that colleague, who answered the pair, concluded on it and tagged that."""
    case, key, bare = _for_two(opened)
    about = Topic(Thing.CONCLUSION, f"incident~{key.right}")
    case.review.decide(key, relation="agree", by="ben")
    with open_case(Settings(case=str(tmp_path / "home.db"), actor="ben"), stages=STAGES) as home:
        home.load(io.StringIO(bare))
        line = remarks.line_of(about, Tag("army"), by="ben", at="")
        with home._desk.writing(Action.REMARK, "add tag", "past the program") as writer:
            remarks.append(writer, line, Tag("army"), at="2026-01-01T00:00:00+00:00", token="")
        written = _dumped(home)
    with pytest.raises(Refused):
        case.load(io.StringIO(written), sender="ana")
    case.review.decide(key, relation="agree")
    assert [row.by for row in case.agreement.blind(key)] == ["ben"]


def _for_two(opened: OpenCase) -> tuple[Case, PairKey, str]:
    """A case for two reviewers in which nobody is named, one of its pairs, and what ana may see of it as a file."""
    case = opened()
    case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
    case.pairs.compare()
    case.review.require(2)
    return case, case.pairs.list().items[0].key, _dumped(case, mine=True)
