"""The thirty expressions on which the packages of others were measured, and their forms for any day and month."""

from __future__ import annotations

from datetime import date

import pytest

from claims.slots.time import find_dates

REFERENCE = "2018-04-03"
THIRTY = [
    ("12 تشرين الثاني 2017", ["2017-11-12"]),
    ("17 آذار/مارس 2018", ["2018-03-17"]),
    ("23 تموز/يوليو الماضي", ["2017-07-23"]),
    ("٢٧ مارس ٢٠١٨", ["2018-03-27"]),
    ("03/أبريل/2018 - 12:11 م", ["2018-04-03"]),
    ("الثلاثاء 3 أبريل", ["2018-04-03"]),
    ("الجمعة الماضي", ["2018-03-30"]),
    ("أمس الاثنين", ["2018-04-02"]),
    (
        "28 و27 و26 و24 و23 مارس الماضي",
        ["2018-03-28", "2018-03-27", "2018-03-26", "2018-03-24", "2018-03-23"],
    ),
    ("7 أبريل/نيسان 2018", ["2018-04-07"]),
    ("20 ديسمبر كانون الأول 2016", ["2016-12-20"]),
    ("21 أغسطس/ آب 2013", ["2013-08-21"]),
    ("العام الماضي", ["2017"]),
    ("قبل ثلاثة أيام", ["2018-03-31"]),
    ("فجر اليوم الثلاثاء", ["2018-04-03"]),
    ("الأول من كانون الثاني 2017", ["2017-01-01"]),
    ("نوفمبر 2016", ["2016-11"]),
    ("بين 14 و18 شباط", ["2018-02-14/2018-02-18"]),
    ("من 5 إلى 9 أيلول 2016", ["2016-09-05/2016-09-09"]),
    ("4/7/2018", ["2018-07-04"]),
    ("مساء السبت 31 آذار", ["2018-03-31"]),
    ("4 من شهر نيسان عام 2017", ["2017-04-04"]),
    ("الثامن عشر من شباط الماضي", ["2018-02-18"]),
    ("غداً الأربعاء", ["2018-04-04"]),
    ("عام 2011", ["2011"]),
    ("أول أمس", ["2018-04-01"]),
    ("15 رجب 1439", ["2018-04-01"]),
    ("الشهر الماضي", ["2018-03"]),
    ("24 حزيران", ["2017-06-24"]),
    ("25-3-2018", ["2018-03-25"]),
]
LEVANT = (
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني",
    "كانون الأول",
)  # fmt: skip
EGYPT = (
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
)  # fmt: skip
FORMS = (
    "{day} {egypt}/{levant} {year}",
    "{day} {levant}/{egypt} {year}",
    "{day} {levant} ({egypt}) {year}",
    "{day} {egypt} ({levant}) {year}",
    "{day} {egypt} {levant} {year}",
    "{day} {levant} - {egypt} {year}",
    "{day} {egypt} {year}",
    "{day} {levant} {year}",
    "{day} {egypt}/ {levant} {year}",
    "{day} من {levant} {year}",
    "{day} {egypt} من عام {year}",
    "{day}/{egypt}/{year}",
    "{day}{egypt} {year}",
)


@pytest.mark.parametrize(("words", "gold"), THIRTY)
def test_the_thirty_are_right(words: str, gold: list[str]) -> None:
    """Each expression gives exactly its dates."""
    assert [found.edtf for found in find_dates(words, reference=REFERENCE)] == gold


@pytest.mark.parametrize("form", FORMS)
def test_a_full_date_is_read_in_every_typography_of_its_month(form: str) -> None:
    """Any day of any month, in a sentence, is the date it states and nothing else."""
    for month, (levant, egypt) in enumerate(zip(LEVANT, EGYPT, strict=True), 1):
        for day in (1, 2, 9, 10, 11, 17, 28):
            words = form.format(day=day, levant=levant, egypt=egypt, year=2009)
            found = find_dates(f"وقعت الغارة في {words}، وفق شهود", reference=REFERENCE)
            assert [(value.edtf, value.text) for value in found] == [
                (date(2009, month, day).isoformat(), words)
            ]


@pytest.mark.parametrize("separator", ["/", "-", ".", " / ", " - ", "\\"])
def test_figures_are_day_first_in_arabic_whatever_parts_them(separator: str) -> None:
    """Any day of any month in figures is read day first, the year at either end."""
    for month in range(1, 13):
        for day in (1, 8, 12, 13, 28):
            gold = [date(2016, month, day).isoformat()]
            for order in ((day, month, 2016), (2016, month, day)):
                words = separator.join(str(part) for part in order)
                found = find_dates(f"قصف يوم {words} البلدة", reference=REFERENCE)
                assert [value.edtf for value in found] == gold
