"""Claims that hang on a word which points nowhere."""

from __future__ import annotations

import pytest

from tests.extraction.reading import places, read


@pytest.mark.parametrize(
    "text",
    [
        "تعرضت البلدة لقصف مدفعي عنيف.",
        "Shells hit the town of Bakhmut. Rockets fell on the town of Soledar. Three people were killed in the town.",
        "وأدت تلك الهجمات إلى مقتل عشرة مدنيين.",
        "Those attacks killed 47 people.",
    ],
    ids=["no town", "two towns", "those deeds", "those deeds in English"],
)
def test_what_points_nowhere_cannot_be_checked(text: str) -> None:
    """Nobody can say where it was: the claim stands there with the reason of its own."""
    last = read(text)[-1]

    assert (last.checkable, last.unchecked, places(last)) == (False, "pronoun", [])


@pytest.mark.parametrize(
    "text",
    [
        "قصفت الطائرات بلدة حيس فجراً. وقُتل ثلاثة مدنيين في البلدة.",
        "Jets bombed the town of Hays at dawn. Three people were killed in the town.",
        "قُتل ثلاثة صيادين قبالة سواحل الحديدة، وهم من عائلة واحدة.",
        "Those attacks on 4 May 2019 killed 47 people.",
    ],
    ids=["the one town", "the one town in English", "no pointer", "a day of its own"],
)
def test_what_is_resolved_or_needs_no_word_can_be_checked(text: str) -> None:
    """A town found, a day stated, or a pronoun that does not matter leave a claim as it is."""
    assert all(claim.unchecked != "pronoun" for claim in read(text, "casualties"))


def test_the_town_is_the_town_in_an_earlier_event_too() -> None:
    """What befell it a year ago befell the same town, on a day of its own."""
    text = "قصفت الطائرات بلدة حيس أمس. وكانت البلدة قد تعرضت لقصف مماثل في آذار 2018."

    assert places(read(text, "strike")[-1]) == ["Hays"]


def test_then_is_not_the_day_told_before() -> None:
    """«حينها» is the time of the older event."""
    text = (
        "قصفت المدفعية مدينة تعز يوم الأحد 10 آذار 2019. وقبل أقل من شهر تعرضت المدينة لقصف مماثل، "
        "كما استهدف القصف حينها مركزاً صحياً."
    )

    assert read(text, "strike")[-1].date is None


@pytest.mark.parametrize(
    "text",
    [
        "توفي شاب في المشفى. واعتقلته الشرطة العسكرية.",
        "شن الطرفان هجوماً على المنطقة بدعم جوي.",
        "Troops moved from Makhmour to Qayyarah. The area was shelled at night.",
    ],
    ids=["an object alone", "the area", "the area of two towns"],
)
def test_whom_and_which_area_nobody_can_say(text: str) -> None:
    """A pronoun as the only one who suffered, and an area without a name, leave nothing to be checked."""
    assert read(text)[-1].unchecked == "pronoun"


@pytest.mark.parametrize(
    "text",
    [
        "استهدفتهم طائرة مسيرة في بلدة حيس يوم الجمعة.",
        "They were shelled near Vasylivka on 2 May 2019.",
        "قُصفت المنطقة الصناعية بالمدفعية.",
    ],
    ids=["an attack with day and place", "the same in English", "an area described"],
)
def test_a_pronoun_beside_what_can_be_compared_does_not_matter(text: str) -> None:
    """What has its day and place can be held against other accounts."""
    assert read(text)[0].unchecked != "pronoun"
