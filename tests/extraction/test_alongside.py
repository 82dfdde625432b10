"""What is added to the event of a lead as of the same day, and what is not."""

from __future__ import annotations

import pytest

from tests.extraction.reading import actors, date, places, read

_LEAD = "قُتل ثلاثة عمال بقصف مدفعي لقوات الدعم السريع على بلدة طويلة، يوم الخميس 2 أيار 2019.\n\n"


@pytest.mark.parametrize(
    "opening",
    [
        "وفي غضون ذلك، قصفت قوات الدعم السريع مدينة كتم.",
        "وفي الأثناء قصف الطيران مدينة كتم.",
        "وبالتزامن مع ذلك تعرضت مدينة كتم لقصف صاروخي.",
    ],
)
def test_what_happened_in_the_meantime_is_of_the_day_of_the_lead(opening: str) -> None:
    """The town is another, the day is the same."""
    claim = read(_LEAD + opening, "strike")[-1]
    assert (date(claim), places(claim)) == ("2019-05-02", ["Kutum"])


@pytest.mark.parametrize(
    "told",
    [
        "كما قصفت قوات الدعم السريع مدينة كتم.",
        "وفي غضون ذلك كانت قوات الدعم السريع قد قصفت مدينة كتم.",
        "كما سبق أن قصفت قوات الدعم السريع مدينة كتم.",
        "كما قصفت قوات الدعم السريع مدينة كتم بشكل متكرر منذ أشهر.",
        "وفي غضون ذلك قالت لجنة الأطباء إن مدينة كتم تعرضت لقصف صاروخي.",
        "وقصفت قوات الدعم السريع مدينة كتم.",
    ],
)
def test_what_is_not_added_to_the_lead_has_no_day_of_it(told: str) -> None:
    """One that *also* opens a sentence, what was before, one of many, somebody's word, and one that nothing adds."""
    assert date(read(_LEAD + told, "strike")[-1]) != "2019-05-02"


def test_what_is_added_to_an_event_of_before_has_no_day_of_the_lead() -> None:
    """The shelling in March is no lead, and what happened in the meantime may be of any day."""
    text = (
        _LEAD
        + "وكانت قوات الدعم السريع قصفت مدينة الكومة في 3 آذار 2019.\n\n"
        + "وفي الأثناء قصفت قوات الدعم السريع مدينة كتم."
    )
    assert date(read(text, "strike")[-1]) == ""


def test_a_further_deed_in_the_sentence_of_a_dated_one_is_of_its_day() -> None:
    """«كما تعرضت …» and «فيما قُتل …» add to what was told of that day."""
    text = (
        "قُصفت مدينة تعز مساء السبت 4 أيار 2019، كما تعرضت بلدة التربة لقصف صاروخي، "
        "فيما قُتل رجل في مدينة المخا برصاص قناص."
    )
    claims = read(text)
    assert {date(claim) for claim in claims} == {"2019-05-04"}
    assert [claim.date.time for claim in claims if claim.date][-1] == ""


def test_a_further_loss_that_states_nothing_else_came_of_the_same_deed() -> None:
    """«كما أصيب عامل آخر» was hurt there and then, by the same."""
    claim = read(_LEAD[:-3] + "، كما أصيب عامل آخر.", "casualties")[-1]
    assert (date(claim), places(claim), actors(claim)) == (
        "2019-05-02",
        ["Tawila"],
        ["Rapid Support Forces"],
    )


@pytest.mark.parametrize(
    "told",
    [
        "قُصفت مدينة تعز السبت، بينما حلقت مسيرات صباح الأحد، فيما قُتل رجل في مدينة المخا.",
        "قُصفت مدينة تعز السبت، فيما قُتل 300 شخص في مدينة المخا منذ بداية العام.",
        "قُصفت مدينة تعز السبت، كما سبق أن قُتل رجل في مدينة المخا.",
    ],
)
def test_another_day_between_or_a_longer_time_leaves_a_further_loss_without_that_day(
    told: str,
) -> None:
    """A day nearer to it, a count of the year, and what was before."""
    assert date(read(told, "casualties")[-1]) != "2019-05-04"


def test_a_source_tells_of_a_town_in_the_region_of_the_lead() -> None:
    """The lead says no more than *northern Syria*, and the same troops shelled the town; it killed two there on that day."""
    text = (
        "تبادل الجيش السوري وفصائل المعارضة القصف في شمال غربي سوريا، الجمعة 3 أيار 2019.\n\n"
        "وقالت مصادر محلية إن الجيش السوري قصف بلدة آفس.\n\n"
        "وأضافت المصادر أن شخصين قتلا في القصف."
    )
    [*_, shelled, killed] = [
        claim for claim in read(text) if claim.kind in {"strike", "casualties"}
    ]
    assert [date(shelled), date(killed)] == ["2019-05-03", "2019-05-03"]
    assert places(killed) == ["Afis"]


def test_days_of_which_a_text_tells_the_weekday_only_are_not_one() -> None:
    """Nobody knows when the text appeared: Saturday is not Sunday."""
    text = "قُصفت مدينة تعز السبت، وحلقت مسيرات الأحد، فيما قُتل رجل في مدينة المخا."
    assert date(read(text, "casualties", published="")[-1]) == ""


def test_a_deed_set_at_the_same_time_in_its_sentence_is_of_that_day() -> None:
    """«بالتزامن مع قصف …»: the town is another, the day is the same."""
    text = (
        "قُتل ثلاثة في مدينة تعز يوم السبت 4 أيار 2019، بالتزامن مع قصف صاروخي استهدف مدينة المخا."
    )
    claim = read(text, "strike")[-1]
    assert (date(claim), places(claim)) == ("2019-05-04", ["Mocha"])


def test_a_day_told_with_its_weekday_is_the_one_told_without() -> None:
    """«الخميس 2 أيار» and 2 May are one day of two words."""
    text = (
        "تعرضت مدينة تعز لضربات صاروخية طالت الأحياء السكنية، مساء اليوم الأربعاء 1 أيار.\n\n"
        "وذكرت المصادر أن المدينة طالها نحو 15 صاروخاً."
    )
    assert date(read(text, "strike", published="")[-1]) == "XXXX-05-01"
