"""Which day an Arabic claim is of, where its text only says *today*."""

from __future__ import annotations

from tests.extraction.reading import date, read


def test_a_statement_says_which_day_today_was() -> None:
    """Today alone stands nowhere else: its day follows in brackets."""
    text = "وصل الوفد إلى كسلا اليوم الأربعاء. وأصيب ثلاثة مدنيين فجر اليوم بقصف مدفعي على بلدة ودمدني."
    hurt = read(text, "casualties", published="")[0]
    assert "فجر اليوم [الأربعاء، فجراً]" in hurt.statement


def test_a_date_beside_today_is_one_day() -> None:
    """A moment ago and today, Monday 5 April are one day, which a toll behind it takes."""
    text = "تعرضت بلدة الدندر لقصف مدفعي قبل ساعة من ظهر اليوم الاثنين 5 نيسان، وبحسب مصادر طبية فإن حصيلة الضحايا 4 قتلى."
    toll = read(text, "casualties", published="")[-1]
    assert date(toll) == "XXXX-04-05"


def test_today_of_a_statement_or_of_remembering_dates_no_event() -> None:
    """Who remembers a massacre today, or speaks of it in a statement today, tells of no killing today."""
    remembered = (
        "وصل الوفد اليوم الأربعاء. ونستذكر اليوم مجزرة قرية الولي حيث قتل 40 مدنياً بالرصاص."
    )
    assert all(date(one) == "" for one in read(remembered, "casualties", published=""))
    stated = "قالت النقابة في بيان لها اليوم، إن 7 معلمين قتلوا بقصف على مدرسة في كسلا."
    assert all(date(one) == "" for one in read(stated, "casualties"))


def test_a_month_and_an_until_behind_it_are_one_span() -> None:
    """Since the campaign began in June until 18 August: one claim over both months."""
    text = "استجابت الفرق منذ بداية الحملة في شهر حزيران 2019 حتى 18 آب 2019 لأكثر من 400 هجوم على كسلا."
    claims = [one for one in read(text) if one.quantities]
    assert [date(one) for one in claims] == ["2019-06/2019-08-18"]


def test_a_day_that_may_be_one_of_two_bounds_no_time() -> None:
    """5/2 is of February or of May: what is told as of it or since then has both days, and no end."""
    text = "As of 5/2 shelling had killed six people in Kutum. Since then two more were killed."
    dates = [date(one) for one in read(text, "casualties", published="2024-01-02")]
    assert dates[0] == "[2023-02-05,2023-05-02]"
    assert all("/.." not in each for each in dates)
