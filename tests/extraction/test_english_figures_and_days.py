"""Whom English figures count, on which day, and what a deed that is only a purpose or an example leaves out."""

from __future__ import annotations

import pytest

from claims.model import Modality
from tests.extraction.reading import actors, date, places, read, targets


def figures(text: str, kind: str) -> list[tuple[list[tuple[str, float | None]], list[str]]]:
    """The figures of each claim of a kind, with whom it befell."""
    return [
        ([(q.unit, q.low) for q in claim.quantities], targets(claim)) for claim in read(text, kind)
    ]


def test_who_is_included_in_one_figure_is_not_of_the_next() -> None:
    """Of *16 civilians, including women, killed and 21 wounded* nobody says who the wounded are."""
    text = "At least 16 civilians, including nurses and women, were killed and 21 wounded in Nyala."
    assert figures(text, "casualties") == [
        ([("killed", 16)], ["civilians", "medical workers", "women"]),
        ([("injured", 21)], []),
    ]


def test_who_was_among_a_figure_is_not_all_of_it() -> None:
    """*Children were among 14 killed* counts no fourteen children; *among them* leaves who stands before."""
    assert figures("Several children were among 14 people killed in Sanaa.", "casualties") == [
        ([("killed", 14)], [])
    ]
    (told,) = read("Nine ISIS fighters, among them two women, were killed in Homs.", "casualties")
    assert "ISIS" in targets(told)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Five women between the ages of 45 and 75 were killed in Kherson.", [("killed", 5)]),
        ("A strike killed three men on a motorcycle in Khan Younis.", [("killed", 3)]),
    ],
)
def test_ages_count_nobody_and_nobody_loses_a_vehicle(
    text: str, counted: list[tuple[str, int]]
) -> None:
    """*Between the ages of 45 and 75* are no losses, and what the victims rode is no victim."""
    (claim,) = read(text, "casualties")
    assert [(q.unit, q.low) for q in claim.quantities] == counted
    assert "vehicle" not in targets(claim)


def test_reports_carried_over_are_no_more_than_counted() -> None:
    """*Carried over 97 reports* is 97, not more than 97."""
    claim = read("In August the task force carried over 97 open reports from July.", "statistic")[0]
    assert [(q.low, q.high) for q in claim.quantities] == [(97, 97)]


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Israeli attacks killed 178 people as of July 14.", "casualties", "../2018-07-14"),
        (
            "The coalition on Saturday admitted a raid the previous day on Sanaa.",
            "strike",
            "2019-05-03",
        ),
        (
            "The UN counted 3,438 deaths in Herat, a decline from the record-high figure in 2016.",
            "casualties",
            "",
        ),
        (
            "In its report released on Thursday, the UN said 40 people were killed.",
            "casualties",
            "",
        ),
    ],
)
def test_the_day_of_a_count_a_comparison_or_a_report_is_not_that_of_the_event(
    text: str, kind: str, day: str
) -> None:
    """Counted *as of* a day is up to it; *the previous day* is one earlier; what a figure is compared with dates nothing."""
    assert date(read(text, kind)[0]) == day


def test_what_fighting_has_cost_is_counted_from_the_day_on_which_it_began() -> None:
    """*It started on 27 September. It has killed 92* happened since that day."""
    text = "The fighting started on 27 September 2018. The fighting has killed 92 civilians."
    assert date(read(text, "casualties")[0]) == "2018-09-27/.."


def test_what_was_a_day_earlier_has_not_the_day_told_last() -> None:
    """*A day after* opens what went before."""
    text = (
        "Shelling killed two people in Nikopol on Friday. The shelling came a day after eight people "
        "were killed in Marhanets."
    )
    told = [claim for claim in read(text, "casualties") if places(claim) == ["Marhanets"]]
    assert [date(claim) for claim in told] == [""]


@pytest.mark.parametrize(
    "text",
    [
        "The raids hit sites used by the Houthis to attack merchant ships in the Red Sea.",
        "US forces conducted strikes to degrade Houthi operations, such as attacks against ships in the Red Sea.",
    ],
)
def test_a_deed_that_is_only_a_purpose_or_an_example_gives_no_doer_target_or_place(
    text: str,
) -> None:
    """What a site is *used to* do, and what operations are *such as*, is not what happened."""
    told = read(text)
    assert [(one.kind, places(one)) for one in told] == [("strike", [])]
    assert not {"Houthis", "ship"} & {*actors(told[0]), *(set(targets(told[0])) - {"Houthis"})}


def test_shelter_is_taken_without_control_and_battles_are_no_strike() -> None:
    """*Had taken shelter* conquers nothing, and who is *engaged in* battles fights."""
    hit = read("A missile hit a school in Rafah where some 3,000 people had taken shelter.")
    fought = read("The RSF has been engaged in fierce battles with the army in El Obeid.")
    assert [claim.kind for claim in (*hit, *fought)] == ["strike", "clash"]


def test_what_is_called_a_lie_is_denied() -> None:
    """*The claim that … is a lie* does not say that it happened."""
    text = (
        "The claim that Azerbaijan shelled a hospital in Stepanakert is a lie, the ministry said."
    )
    assert read(text, "strike")[0].modality is Modality.DENIED


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("In another drone attack, the governor said, one man was injured.", "the governor"),
        ("According to Abu Salim women and old men were killed in Aleppo.", "Abu Salim"),
        (
            "Aid workers said two died. Relief International confirmed nine were killed. The group said six died.",
            "Relief International",
        ),
        (
            "An earlier toll of the raid on Urum reported 15 people were killed.",
            "text.txt",
        ),
    ],
)
def test_who_says_it_is_cited_amid_a_sentence_ends_before_the_news_and_is_no_event(
    text: str, speaker: str
) -> None:
    """Names end before numbers and people, *the group* is the newest organisation, a toll is nobody."""
    assert read(text, "casualties")[-1].speaker.source == speaker


def test_two_verbs_of_a_headline_tell_two_events() -> None:
    """*Raids hit depots in Lebanon, kill a leader in Syria* was in two countries."""
    told = read("Israeli raids hit depots in Lebanon, kill militia leader in Syria")
    assert [(one.kind, places(one)) for one in told] == [
        ("strike", ["Lebanon"]),
        ("casualties", ["Syria"]),
    ]


def test_connectives_are_no_end_of_a_statement() -> None:
    """*Amid* and *but* belong to the words behind them."""
    told = read("Five people were hurt in Idlib amid fears that the toll may rise.", "casualties")
    assert told[0].quote == "Five people were hurt in Idlib"
