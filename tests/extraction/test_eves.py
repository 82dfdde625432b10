"""What a clause only tells when by: an event of before or after, with its own day and place."""

from __future__ import annotations

from tests.extraction.reading import date, places, read


def test_an_event_that_only_dates_another_is_no_claim() -> None:
    """Hours after a massacre the aircraft flew raids: raids are told, and no massacre there."""
    claims = read(
        "بعد ساعات من مجزرة قرية الولي شنت الطائرات الأمريكية غارات على أطراف مدينة كسلا."
    )
    assert [claim.kind for claim in claims] == ["strike"]
    assert places(claims[0]) == ["Kassala"]


def test_the_day_of_what_came_next_is_not_the_day_of_what_is_told() -> None:
    """Attacks just before a truce of 6 March, and what they led to, are not of 6 March."""
    text = "تعرضت كسلا لهجمات مكثفة مطلع عام 2019 قبيل بدء الهدنة في 6 آذار 2019، وأدت تلك الهجمات إلى دمار كبير."
    assert "2019-03-06" not in {date(claim) for claim in read(text)}


def test_a_call_on_the_eve_of_a_massacre_is_no_loss_where_the_call_was() -> None:
    """Who was called on the eve of a massacre lost nobody in it, and the dead fell in no capital of his."""
    text = "تلقى الأمير في الرياض، اليوم الأربعاء، اتصالاً هاتفياً من الرئيس، وذلك عشية ارتكاب قوات الدعم السريع مجزرة في كسلا راح ضحيتها 13 مدنياً."
    losses = read(text, "casualties")
    assert all("Riyadh" not in places(one) for one in losses)
    assert [one.quantities[0].low for one in losses] == [13]


def test_a_verb_behind_such_words_keeps_its_day() -> None:
    """Behind the time words the sentence goes on: the day of its verb is its own."""
    claim = read(
        "بعد يومين من معركة سنجة قصفت الطائرات مدينة كسلا فجر الثلاثاء 7 أيار 2019.", "strike"
    )[0]
    assert date(claim) == "2019-05-07"


def test_time_words_at_the_very_end_of_a_text_are_read() -> None:
    """A text may break off behind such words."""
    assert [claim.kind for claim in read("قصفت الطائرات مدينة كسلا قبيل هجوم عشية")] == ["strike"]


def test_an_event_alone_behind_time_words_is_told() -> None:
    """Where a sentence only adds that another attack came two weeks before, that attack is told with its place and day."""
    text = "يأتي هذا القصف بعد أسبوعين من هجوم مماثل على كسلا في الرابع من أيار 2019 أدى إلى مقتل جندي."
    attacked = [one for one in read(text) if "Kassala" in places(one)]
    assert {date(one) for one in attacked} == {"2019-05-04"}
