"""What was tampered with is told by what it says: pair, person and the number that everybody is shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.model import PairKey
from claims.services import Case, open_case
from claims.store.engine import writing
from claims.store.guards import lower_guards, raise_guards
from tests.stages import STAGES, TWO_ACCOUNTS


@pytest.fixture
def case(blank_file: Path, tmp_path: Path) -> Iterator[Case]:
    """A case in a file, with three pairs."""
    path = tmp_path / "case.db"
    path.write_bytes(blank_file.read_bytes())
    with open_case(path, actor="ana", stages=STAGES) as opened:
        opened.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
        opened.pairs.compare()
        yield opened


def _keys(case: Case) -> list[PairKey]:
    return [item.key for item in case.pairs.list().items]


def _change(case: Case, *words: str) -> None:
    """Do this behind the program's back."""
    with writing(case._desk.store.engine) as connection:
        lower_guards(connection)
        for each in words:
            connection.exec_driver_sql(each)
        raise_guards(connection)


def _told(case: Case, where: str) -> list[str]:
    """What is said of the bad rows of a table, in English and Arabic."""
    faults = [fault for fault in case.audit.verify() if fault.where == where]
    assert faults
    return [text for fault in faults for text in (fault.message.en, fault.message.ar)]


def test_a_bad_decision_is_named_by_pair_person_and_number(case: Case) -> None:
    """In a case for one and in one for several, where the stored number is shown nowhere."""
    key = _keys(case)[0]
    case.review.decide(key, relation="agree", reason="so it is")
    case.acting_as("ben").review.decide(key, relation="unsure")
    _change(case, "UPDATE decisions SET mark = replace(mark, 'so it is', 'so it was')")
    for _ in range(2):
        number = case.review.history(key)[0].id
        for text in _told(case, "decisions"):
            assert f" {number}" in text
            assert str(key) in text
            assert "\u2068ana\u2069" in text
        case.review.require(2)


def test_a_bad_row_of_the_chain_is_named_by_who_did_what(case: Case) -> None:
    """As it stands now."""
    _change(case, "UPDATE audit SET program = '9' WHERE action = 'compare claims'")
    assert "compare claims" in _told(case, "audit")[0]
    assert "\u2068ana\u2069" in _told(case, "audit")[0]


def test_who_verifies_is_told_of_no_hidden_row_whose_it_is(case: Case) -> None:
    """While pairs wait: neither by a bad decision, nor by a bad row of the chain."""
    case.review.require(2)
    case.acting_as("ben").review.decide(_keys(case)[0], relation="agree", reason="so it is")
    _change(
        case,
        "UPDATE decisions SET mark = replace(mark, 'so it is', 'so it was')",
        "UPDATE audit SET program = '9' WHERE action = 'decide pair'",
    )
    for where in ("decisions", "audit"):
        assert not any("ben" in text for text in _told(case, where))
        assert all("\u2068ben\u2069" in text for text in _told(case.acting_as("ben"), where))


@pytest.mark.parametrize("name", ["\u202eana\x1b[31m", "x" * 500])
def test_what_a_bad_row_says_is_not_obeyed(case: Case, name: str) -> None:
    """Signs that nobody sees are left out, and long words are cut."""
    case.review.decide(_keys(case)[0], relation="agree")
    _change(case, f"UPDATE decisions SET reviewer = '{name}'")  # noqa: S608 - a name of ours
    for text in _told(case, "decisions"):
        assert not {"\u202e", "\x1b"} & set(text)
        assert len(text) < 400
