"""The report as a value keeps its promises by its types."""

from __future__ import annotations

import pytest

from claims.report.value import Code, Ref, Row, Sentence, Table, Thing, Words, gathered

CLAIM = Ref(Thing.CLAIM, "ab12", "claim 1")


def test_a_sentence_that_rests_on_nothing_is_refused() -> None:
    """What leads back to nothing cannot be said in a report."""
    with pytest.raises(ValueError, match="rests on"):
        Sentence((Words("It is so."),), ())


def test_a_sentence_that_says_nothing_is_refused() -> None:
    """An empty sentence would be a reference without a reason."""
    with pytest.raises(ValueError, match="says something"):
        Sentence((), (CLAIM,))


def test_a_row_that_does_not_fit_its_table_is_refused() -> None:
    """Cells never slide under the wrong heading."""
    with pytest.raises(ValueError, match="Claims"):
        Table("Claims", ("Id", "Quote"), (Row(((Code("ab12"),),)),))


def test_a_reference_is_the_same_whatever_it_is_called() -> None:
    """The label is for reading; thing and id say what is meant."""
    assert Ref(Thing.CLAIM, "ab12", "الادعاء 1") == CLAIM
    assert CLAIM.anchor == "claim-ab12"


def _ref(thing: Thing, number: int) -> Ref:
    return Ref(thing, str(number), f"{thing} {number}", str(number), f"{thing}s {number}")


def test_many_things_of_one_kind_are_called_once_and_lead_where_they_led() -> None:
    """*Decision 7, decision 8, decision 9* is a wall; two in a row are called in full."""
    decisions = [_ref(Thing.DECISION, number) for number in (7, 8, 9)]
    two = [_ref(Thing.CLAIM, number) for number in (1, 2)]
    method = [Ref(Thing.METHOD, str(number), "method") for number in range(3)]

    found = gathered([*decisions, *two, *method])

    assert [each.label for each in found] == [
        *("decisions 7", "8", "9"),
        *("claim 1", "claim 2"),
        *("method", "method", "method"),
    ]
    assert [each.anchor for each in found] == [each.anchor for each in (*decisions, *two, *method)]
