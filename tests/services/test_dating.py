"""Documents without a day of publication: counted, asked about, and dated many at a time."""

# ruff: noqa: S106 - the tokens of submissions are no passwords

from __future__ import annotations

from collections.abc import Iterator

import pytest

from claims.errors import NotAllowed
from claims.model import DayGround, DocumentsWanted, Lineage, Particulars, Source
from claims.services import Case, Saying, Settings, TeamRole, open_case

FRIDAY = "قصفت طائرات مدينة الرقة صباح اليوم الجمعة 29 تشرين الثاني."
YESTERDAY = "Aircraft struck a depot of ISIS in Raqqa yesterday."
DATED = "Damascus, 3 April 2018\n\nAircraft struck a depot of ISIS in Raqqa on Sunday.\n"


@pytest.fixture
def told(made: Settings) -> Iterator[Case]:
    """Two accounts without a day, and one that is dated by itself."""
    with open_case(made) as case:
        for name, text in (("a.txt", FRIDAY), ("b.txt", YESTERDAY), ("c.txt", DATED)):
            case.documents.add_bytes(text.encode(), name=name)
        yield case


def _ids(case: Case) -> tuple[str, ...]:
    return tuple(head.id for head in case.documents.list().items)


def test_documents_without_a_day_are_counted_and_found(told: Case) -> None:
    """One that its dateline dates is none of them; so are those of whom nobody says who published them."""
    assert told.documents.undated() == 2
    found, total = told.documents.search(DocumentsWanted(state="undated"))
    assert [one.head.name for one in found] == ["a.txt", "b.txt"]
    assert total == 2
    first = _ids(told)[0]
    told.documents.describe_several([Saying(first, publisher="Network")])
    found, _ = told.documents.search(DocumentsWanted(state="unattributed"))
    assert [one.head.name for one in found] == ["b.txt", "c.txt"]


def test_hints_are_told_of_those_without_a_day_and_nothing_is_taken_from_them(told: Case) -> None:
    """Asking changes no document."""
    first, _, last = _ids(told)
    found = told.documents.day_hints(_ids(told))
    assert found[first][0].ground is DayGround.TODAY
    assert last not in found
    assert told.documents.undated() == 2


def test_many_are_said_at_once_with_progress_and_read_again(told: Case) -> None:
    """*Yesterday* has its day now; what stood so already is counted, and a wrong date stops no other."""
    first, second, _ = _ids(told)
    seen: list[tuple[int, int, str]] = []
    report = told.documents.describe_several(
        [
            Saying(first, published="soon"),
            Saying(second, published="4 April 2018", publisher="Army", lineage=Lineage.OFFICIAL),
            Saying(second, published="2018-04-04"),
            Saying("0" * 16, published="2018-04-04"),
        ],
        progress=lambda *step: seen.append(step),
    )
    assert report.documents == (second,)
    assert report.same == 1
    assert [one.name for one in report.refused] == ["a.txt", "0" * 16]
    assert "is no date" in report.refused[0].message
    assert report.read.changed == (second,)
    assert [step[:2] for step in seen] == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]
    (claim,) = (one for one in told.claims.list().items if one.document == second)
    assert claim.date is not None
    assert claim.date.edtf == "2018-04-03"
    assert told.documents.head(second).publisher == Source("Army", Lineage.OFFICIAL)


def test_what_somebody_else_said_since_is_not_overwritten(told: Case) -> None:
    """Of that document nothing is stored, and it is told."""
    first, second, _ = _ids(told)
    told.documents.describe(first, Particulars(published="2019-11-29", language="ar"))
    report = told.documents.describe_several(
        [
            Saying(first, published="2013-11-29", seen=("", "")),
            Saying(second, published="2018-04-04", seen=("", "")),
        ]
    )
    assert report.documents == (second,)
    assert "since you saw it" in report.refused[0].message
    assert told.documents.head(first).published == "2019-11-29"


def test_the_same_submission_twice_is_stored_once(told: Case) -> None:
    """However often it arrives."""
    first = _ids(told)[0]
    for _ in range(2):
        told.documents.describe_several([Saying(first, published="2019-11-29")], token="t")
    assert len(told.documents.descriptions(first)) == 1


def test_many_are_taken_back_at_once(told: Case) -> None:
    """What stood before stands again; where there is nothing of one's own, that is counted."""
    first, second, _ = _ids(told)
    told.documents.describe_several([Saying(first, published="2019-11-29")])
    report = told.documents.undo_several([first, second])
    assert report.documents == (first,)
    assert report.same == 1
    assert told.documents.head(first).published == ""


def test_a_role_that_may_not_edit_says_nothing_of_many(told: Case) -> None:
    """It is refused as a whole, and not as the fault of single documents."""
    own = told.acting_as("ana")
    own.people.put("ana", TeamRole.ADMIN)
    own.people.put("ben", TeamRole.READER)
    with pytest.raises(NotAllowed):
        told.acting_as("ben").documents.describe_several([Saying(_ids(told)[0], published="2019")])
