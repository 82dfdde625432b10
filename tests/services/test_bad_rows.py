"""What was tampered with is told by what it says: pair, person and the number that everybody is shown."""

from __future__ import annotations

import pytest

from claims.model import PairKey
from claims.services import Case
from claims.store.engine import writing
from claims.store.guards import lower_guards, raise_guards


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


def test_a_bad_decision_is_named_by_pair_person_and_number(in_a_file: Case) -> None:
    """In a case for one and in one for several, where the stored number is shown nowhere."""
    key = _keys(in_a_file)[0]
    in_a_file.review.decide(key, relation="agree", reason="so it is")
    in_a_file.acting_as("ben").review.decide(key, relation="unsure")
    _change(in_a_file, "UPDATE decisions SET mark = replace(mark, 'so it is', 'so it was')")
    for _ in range(2):
        number = in_a_file.review.history(key)[0].id
        for text in _told(in_a_file, "decisions"):
            assert f" {number}" in text
            assert str(key) in text
            assert "\u2068ana\u2069" in text
        in_a_file.review.require(2)


def test_a_bad_row_of_the_chain_is_named_by_who_did_what(in_a_file: Case) -> None:
    """As it stands now."""
    _change(in_a_file, "UPDATE audit SET program = '9' WHERE action = 'compare claims'")
    assert "compare claims" in _told(in_a_file, "audit")[0]
    assert "\u2068ana\u2069" in _told(in_a_file, "audit")[0]


def test_who_verifies_is_told_of_no_hidden_row_whose_it_is(in_a_file: Case) -> None:
    """While pairs wait: neither by a bad decision, nor by a bad row of the chain."""
    in_a_file.review.require(2)
    in_a_file.acting_as("ben").review.decide(
        _keys(in_a_file)[0], relation="agree", reason="so it is"
    )
    _change(
        in_a_file,
        "UPDATE decisions SET mark = replace(mark, 'so it is', 'so it was')",
        "UPDATE audit SET program = '9' WHERE action = 'decide pair'",
    )
    for where in ("decisions", "audit"):
        assert not any("ben" in text for text in _told(in_a_file, where))
        assert all("\u2068ben\u2069" in text for text in _told(in_a_file.acting_as("ben"), where))


@pytest.mark.parametrize("name", ["\u202eana\x1b[31m", "x" * 500])
def test_what_a_bad_row_says_is_not_obeyed(in_a_file: Case, name: str) -> None:
    """Signs that nobody sees are left out, and long words are cut."""
    in_a_file.review.decide(_keys(in_a_file)[0], relation="agree")
    _change(in_a_file, f"UPDATE decisions SET reviewer = '{name}'")  # noqa: S608 - a name of ours
    for text in _told(in_a_file, "decisions"):
        assert not {"\u202e", "\x1b"} & set(text)
        assert len(text) < 400
