"""The day and the report of a saying are no part of what is said."""

from __future__ import annotations

from tests.extraction.reading import date, read


def test_the_day_of_a_report_is_no_day_of_what_it_tells() -> None:
    """The day of a report is no day of what it tells."""
    text = "ووثق الدفاع المدني السوري في تقرير نهاية نيسان الماضي، مقتل 71 شخصاً في سوريا."
    (loss,) = read(text, "casualties")
    assert date(loss) == ""


def test_the_day_of_the_saying_is_no_day_of_the_event() -> None:
    """The day of the saying is no day of the event."""
    text = "أعلنت وزارة الدفاع، الثلاثاء، مقتل جنديين أمس الأول في بلدة سرمين."
    (loss,) = read(text, "casualties", published="2019-05-08")
    assert date(loss) == "2019-05-06"


def test_a_correspondent_is_named_before_what_he_tells() -> None:
    """A correspondent is named before what he tells."""
    (loss,) = read("أفاد مراسلنا سليم الحمد بإصابة ثلاثة مدنيين في بلدة سرمين.", "casualties")
    assert loss.statement.startswith("إصابة ثلاثة مدنيين")


def test_a_line_with_a_source_and_a_colon_speaks_for_the_next() -> None:
    """A line with a source and a colon speaks for the next."""
    text = (
        "المرصد السوري لحقوق الإنسان:\nمقتل مدنيين اثنين بقصف على قرية كنصفرة.\nوأصيب طفل في سرمين."
    )
    first, last = read(text, "casualties")
    assert first.speaker.source == "Syrian Observatory for Human Rights"
    assert last.speaker.span is None
