"""What could not be read, a page at a time."""

from __future__ import annotations

from claims.services import Case
from tests.stages import TWO_ACCOUNTS


def test_pages_follow_each_other_and_hold_all(case: Case) -> None:
    """Beyond either end stands the page that is there; an empty case has one empty page."""
    assert case.problems.page(3) == ((), 0)
    for number in range(5):
        case.documents.add_bytes(f"{TWO_ACCOUNTS}no claim {number}\n".encode(), name=f"{number}")
    every = case.problems.list()
    pages = [case.problems.page(number, size=2) for number in (1, 2, 3)]
    assert tuple(problem for found, _ in pages for problem in found) == every
    assert {total for _, total in pages} == {len(every)}
    assert (case.problems.page(0, size=2), case.problems.page(9, size=2)) == (pages[0], pages[-1])
