"""Days and places of what is answered or only goes on beside, and names that a comma ends."""

from __future__ import annotations

from tests.extraction.reading import date, places, read


def test_the_day_of_an_answer_is_not_the_day_of_what_it_answers() -> None:
    """«موقعة خسائر صباح اليوم في رد على قصف كسلا»: Kassala was shelled before, on a day not told."""
    text = "استهدفت الكتائب مواقع الجيش في سنجة، موقعة خسائر مباشرة صباح الجمعة 3 أيار 2019 في رد على قصف مدينة كسلا."
    shelled = [one for one in read(text, "strike") if "Kassala" in places(one)]
    assert [date(one) for one in shelled] == [""]


def test_aircraft_fly_where_they_fly_and_not_where_something_else_goes_on() -> None:
    """At the same time as an escalation on one town aircraft flew over another."""
    flown = read(
        "بالتزامن مع التصعيد على كسلا كثف طيران الاستطلاع تحليقه فوق مدينة الأبيض.", "movement"
    )
    assert [places(one) for one in flown] == [["El Obeid"]]


def test_words_behind_the_comma_of_one_name_add_nobody() -> None:
    """«اعتقال المدعو سالم مربد عبيد، وذلك خلال عملية»: one person, and no open number."""
    taken = read(
        "أعلنت الشرطة اعتقال المدعو سالم مربد عبيد، وذلك خلال عملية مداهمة في كسلا.", "arrest"
    )[0]
    assert [(one.low, one.high) for one in taken.quantities] == [(1, 1)]
