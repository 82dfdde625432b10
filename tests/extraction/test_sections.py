"""Headings of bulletins hold for the lines below."""

from __future__ import annotations

import pytest

from tests.extraction.reading import date, places, read

BULLETIN = """حصاد الأحداث الميدانية ليوم الاثنين 15-11-2021

حلب:: استشهدت امرأة إثر قصف مدفعي على الأحياء السكنية.
انفجرت عبوة ناسفة وأصيب مدني.

إدلب:: شن الطيران الحربي الروسي غارات على أطراف قرية مجدليا.
"""


def test_the_day_of_the_headline_holds_for_every_event() -> None:
    """An event that states no day has the bulletin's."""
    events = [claim for claim in read(BULLETIN, published="") if claim.kind != "other"]

    assert {date(claim) for claim in events} == {"2021-11-15"}


def test_a_label_holds_until_the_next() -> None:
    """An event without a place is in the province of its label; one with a place keeps its own."""
    found = {claim.quote: places(claim) for claim in read(BULLETIN, published="")}

    assert found["استشهدت امرأة"] == ["Aleppo"]
    assert found["وأصيب مدني"] == ["Aleppo"]
    assert found["شن الطيران الحربي الروسي غارات على أطراف قرية مجدليا"] == ["Majdalya"]


def test_where_a_report_was_written_is_no_scene() -> None:
    """صنعاء – before the report is cut off."""
    [claim] = read("صنعاء – قتل مدنيان في غارة على سوق في مديرية حيس.", "casualties")

    assert "Sanaa" not in places(claim)


def test_a_dateline_of_its_own_dates_the_document() -> None:
    """Town and date on a line are the publication, not a claim."""
    text = "DAMASCUS, 5 June 2019\n\nA strike hit a depot near Raqqa on Monday."

    found = read(text, published="")

    assert [(claim.kind, date(claim)) for claim in found] == [("strike", "2019-06-03")]


def test_where_and_when_an_agency_wrote_is_no_scene() -> None:
    """The line before the dash is cut off with its place and its day."""
    text = "GAZA CITY, Jan. 7 (Agency) - A shell killed two people in Rafah on Monday."

    found = read(text, "casualties", published="2009-01-07")

    assert [(claim.quote[0], date(claim)) for claim in found] == [("A", "2009-01-05")]
    assert places(found[0]) == ["Rafah"]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("TUNIS Nearly 40 shells hit the town of Tarhuna on Monday.", ["Tarhuna"]),
        ("TUNIS Libya-based gunmen hit the town of Tarhuna on Monday.", ["Tarhuna"]),
        ("DAMASCUS Some 40 shells hit a market on Monday.", ["Damascus"]),
        ("DAMASCUS SHELLS HIT MARKET IN HOMS CITY.", ["Damascus", "Homs"]),
    ],
)
def test_a_town_in_capitals_ahead_of_a_text_is_where_it_was_written(
    text: str, where: list[str]
) -> None:
    """Where the dash behind it was lost it is no scene either; alone, or among capitals, it stays one."""
    assert [places(claim) for claim in read(text, "strike")] == [where]


ENTRIES = """1. Mar. 23, 2018, near Raqqa, Syria, via social media report. Four civilians were killed.

2. Apr. 2, 2017, near Mosul, Iraq, via self-report.

Two civilians were killed.

A shell hit a house."""


def test_an_entry_of_a_list_holds_for_its_sentences() -> None:
    """Its day and its place are carried to its paragraph, or to the next where it stands alone, and no further."""
    found = read(ENTRIES, published="2018-06-28")

    assert [(date(claim), places(claim)[:1]) for claim in found] == [
        ("2018-03-23", ["Raqqa"]),
        ("2017-04-02", ["Mosul"]),
        ("", []),
    ]


def test_a_day_alone_before_a_colon_heads_the_lines_below() -> None:
    """الجمعة 12 نيسان: is the day of the lines below it, up to the next such day."""
    text = (
        "الأحد 7 نيسان 2019:\nقصف الطيران بلدة سرمين.\n\nقتل ثلاثة مدنيين في أريحا.\n\n"
        "الجمعة 12 نيسان 2019:\nسقطت قذائف على بلدة بنش."
    )

    assert [date(claim) for claim in read(text)] == ["2019-04-07", "2019-04-07", "2019-04-12"]


def test_the_title_of_a_bulletin_is_no_claim() -> None:
    """It names the day of what stands below it and tells nothing itself."""
    text = (
        "حصاد الأحداث الميدانية في سوريا ليوم السبت 4-5-2019\n\n"
        "حلب:: قصفت المدفعية بلدة تل رفعت.\n\nإدلب:: أصيب طفل في بلدة سرمين."
    )

    assert [claim.kind for claim in read(text)] == ["strike", "casualties"]


LOG = """Mon 6 May: A roadside bomb killed two policemen in Baqubah. Gunmen abducted an official from a compound in Baghdad.
8 May, 17:00 - Shelling hit the market of Kutum this afternoon. Patients fled on foot.
"""


def test_a_day_before_a_colon_or_a_dash_holds_for_its_line() -> None:
    """Sentences behind the first of a line are of its day; *this afternoon* is told from there."""
    found = {claim.kind: date(claim) for claim in read(LOG, published="2024-05-12")}

    assert found["arrest"] == "2024-05-06"
    assert found["strike"] == found["displacement"] == "2024-05-08"


DAYS = """7 May 2024
A strike destroyed a depot in Zintan.

8 May 2024
A shell killed two people in Tarhuna.
"""


def test_days_on_lines_of_their_own_hold_until_the_next() -> None:
    """Each heads the lines below it."""
    found = [(claim.kind, date(claim)) for claim in read(DAYS, published="2024-05-12")]

    assert ("damage", "2024-05-07") in found
    assert ("casualties", "2024-05-08") in found


@pytest.mark.parametrize(
    "stamp",
    ["October 5, 2023, 8:58 am", "Oct 5, 2023", "2023-10-05"],
    ids=["hour", "day", "digits"],
)
def test_when_a_page_was_put_up_heads_nothing(stamp: str) -> None:
    """The lines with which a page stamps itself and the articles beside it are no days of events."""
    text = (
        f"غارة على مستودع في ريف تعز\n\n{stamp}\n\nقصفت طائرة مستودعاً في ريف تعز الغربي، وأصيب ثلاثة عمال بجروح.\n\n"
        "اقرأ أيضاً\n\nMay 1, 2024\n\nMay 3, 2024\n"
    )

    assert {date(claim) for claim in read(text, published="")} == {""}


def test_the_city_that_a_newspaper_writes_from_is_no_scene() -> None:
    """A city before a colon in the text and another in what the page offers besides are no provinces of a bulletin."""
    text = (
        "قصف على الضاحية يوقع قتلى\n\nبيروت:\n\nقُتل سبعة أشخاص في غارات على مبنى سكني، بحسب مسعفين.\n\n"
        "شارك\n\nالرياض: الشرق الأوسط\n"
    )

    assert all(places(claim) != ["Beirut"] for claim in read(text, "casualties"))
