"""What `claims verify` says of a record that does not hold: where it begins to be wrong, and how much else there is."""

from __future__ import annotations

import pytest

from claims.cli.faults import lines_of
from claims.model import Message
from claims.report.wording import wording
from claims.store.verify import Fault


def _fault(where: str, number: int) -> Fault:
    return Fault(where, str(number), Message(ar="وُضع", en="was put in"))


BROKEN = (
    _fault("structure", 0),
    _fault("audit", 3),
    _fault("audit", 9),
    *(_fault("pairs", number) for number in range(30)),
    _fault("facets", 1),
)


def test_of_a_broken_chain_the_first_bad_row_is_told_and_the_rest_is_counted() -> None:
    """By table, in one line that says how to see them all; what else is wrong with the file itself is told too."""
    structure, first, bad, rest = lines_of(BROKEN, wording("en"), every=False)
    assert structure.startswith("structure 0: ")
    assert "first bad row of the chain: 3" in first
    assert bad == "audit 3: was put in"
    assert rest.startswith("further faults: 32 (audit 1, pairs 30, facets 1).")
    assert "--all" in rest


def test_the_same_is_said_in_arabic() -> None:
    """The tables keep their names, for they name rows."""
    *_, first, bad, rest = lines_of(BROKEN, wording("ar"), every=False)
    assert "أول سطر معيب في سلسلة التدقيق: 3" in first
    assert bad == "audit 3: وُضع"
    assert "مواضع أخرى: 32" in rest


@pytest.mark.parametrize("every", [True, False])
def test_where_the_chain_holds_each_of_a_few_faults_is_told(every: bool) -> None:
    """None follows from another for sure."""
    faults = BROKEN[3:8]
    told = list(lines_of(faults, wording("en"), every=every))
    assert told == [f"pairs {number}: was put in" for number in range(5)]


def test_all_are_told_who_are_asked_for() -> None:
    """With the word on the first bad row before it, and no count."""
    told = list(lines_of(BROKEN, wording("en"), every=True))
    assert len(told) == len(BROKEN) + 1
    assert not any("further" in line for line in told)


def test_a_record_that_holds_says_nothing_of_faults() -> None:
    """No line at all."""
    assert list(lines_of((), wording("en"), every=False)) == []
