"""Items of a list and tolls under the name of a place, with what the line above them states."""

from __future__ import annotations

import pytest

from tests.extraction.reading import actors, date, places, read

_HEAD = "وتوزعت غارات طيران التحالف الخميس 2 أيار 2019 على النحو التالي:\n"


def test_items_are_of_the_day_and_doer_of_the_line_before_the_colon() -> None:
    """Each raid has a place of its own, and all of them one day."""
    text = _HEAD + "- 3 غارات على بلدة سرمين\n- غارتان على مدينة أريحا أدت إلى مقتل شخصين"

    found = read(text)[1:]

    assert {date(claim) for claim in found} == {"2019-05-02"}
    assert {tuple(actors(claim)) for claim in found} == {("International Coalition",)}
    assert [places(claim) for claim in found] == [["Sarmin"], ["Ariha"], ["Ariha"]]


def test_behind_the_list_nothing_is_of_its_head() -> None:
    """The line after the last item is another event."""
    text = _HEAD + "- 3 غارات على بلدة سرمين\n\nوقصفت الدبابات بلدة معردبسة."

    last = read(text, "strike")[-1]

    assert "International Coalition" not in actors(last)


def test_a_place_on_a_line_of_its_own_is_that_of_the_tolls_right_below() -> None:
    """#أريحا and a pin head their lines; the toll of the province gives day and doer."""
    text = (
        "حصيلة القصف الروسي على محافظة إدلب اليوم 6 قتلى و20 جريحاً\n\n"
        "#أريحا\nقتيل و4 جرحى\n📍 سرمين\nقتيلان و7 جرحى"
    )

    tolls = read(text, "casualties")[2:]

    assert [places(claim) for claim in tolls] == [["Ariha"], ["Ariha"], ["Sarmin"], ["Sarmin"]]
    assert {date(claim) for claim in tolls} == {"2019-05-04"}
    assert {tuple(actors(claim)) for claim in tolls} == {("Russian forces",)}


def test_a_greater_toll_is_no_part_of_the_one_above() -> None:
    """More dead than in the whole province are not a part of them."""
    text = "حصيلة القصف الروسي على محافظة إدلب 6 قتلى\n\n#أريحا\n9 قتلى"

    [*_, dead] = read(text, "casualties")

    assert (places(dead), actors(dead)) == (["Ariha"], [])


def test_a_tag_above_a_blank_line_is_no_place_of_what_follows() -> None:
    """Tags that close a post say nothing of the next text."""
    text = "قتل شابان بقصف مدفعي.\n#أريحا\n\nقتل ثلاثة رجال برصاص مجهولين."

    assert [places(claim) for claim in read(text, "casualties")] == [[], []]


def test_a_pronoun_before_when_it_was_is_nobody() -> None:
    """أنه بعد التفجير نفذ الفصيل …: the doer is no pronoun for the speaker."""
    text = "وأضاف المتحدث باسم الجيش الوطني السوري أنه بعد التفجير نفذ الفصيل عملية تسلل قضت على الجنود."

    assert [actors(claim) for claim in read(text, "clash")] == [[]]


def test_who_documented_counts_on_without_being_named_again() -> None:
    """كما وثّق 900 هجوم: by the same source, of the same year."""
    text = (
        "قال الدفاع المدني السوري إن فرقه استجابت خلال عام 2018 لأكثر من 1300 هجوم.\n\n"
        "كما وثّق 900 هجوم بالقذائف المدفعية."
    )

    [*_, counted] = read(text)

    assert date(counted) == "2018"
    assert counted.attribution[-1].source == "Syrian Civil Defence (White Helmets)"


def test_what_is_added_to_a_loss_is_a_loss_of_its_own() -> None:
    """«إضافة لإصابة» opens another loss, with the place of what brought it about."""
    text = "أصيب 3 رجال في قصف على بلدة سرمين، إضافة لإصابة طفل في قصف على بلدة حاس."

    assert [places(claim) for claim in read(text, "casualties")] == [["Sarmin"], ["Hass"]]


def test_what_no_longer_works_and_animals_that_died_are_damage() -> None:
    """خروج المشفى عن الخدمة and نفوق are losses of the shelling."""
    text = (
        "قصفت مدفعية الحوثيين بلدة حيس الخميس. وأدى القصف إلى خروج المشفى عن الخدمة. "
        "وتسبب القصف بنفوق عدد من رؤوس الأغنام."
    )

    found = read(text, "damage")

    assert [(date(claim), places(claim)) for claim in found] == [("2019-05-02", ["Hays"])] * 2
    assert not read("خرج المتظاهرون في تعز إلى الشوارع.", "damage")


@pytest.mark.parametrize(
    "names",
    [
        "أسماء الشهداء:\n1- آدم إسحاق\n2- حليمة أبكر",
        "أسماء الشهداء: آدم محمد إسحاق، حليمة يوسف أبكر.",
    ],
)
def test_names_behind_a_toll_are_no_further_loss(names: str) -> None:
    """A toll counts those whose names are listed behind it; names that nobody counted are told."""
    toll = "قتل شخصان في قصف للجيش السوداني على مدينة الكومة."

    assert len(read(f"{toll}\n{names}", "casualties")) == 1
    assert len(read("أسماء الشهداء: آدم محمد إسحاق، حليمة يوسف أبكر.", "casualties")) == 1
