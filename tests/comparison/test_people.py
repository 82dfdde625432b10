"""Who was killed or arrested is told by name: two claims that name one person tell one event."""

from __future__ import annotations

import pytest

import claims
from claims.comparison.people import named_alike
from claims.model import Claim, Relation, SameEvent, Slot, Source


def _told(text: str, publisher: str, published: str = "2016-06-05") -> Claim:
    document = claims.read(
        text.encode(), name="a.txt", published=published, publisher=Source(publisher)
    )
    return next(
        one for one in claims.extract(document).claims if one.kind in {"arrest", "casualties"}
    )


@pytest.mark.parametrize(
    ("one", "other", "names"),
    [
        ("مقتل خالد سعيد البرقاوي في غارة", "خالد سعيد البرقاوي قتل أمس", 3),
        ("مقتل خالد سعيد البرقاوي في غارة", "قتل خالد حمدان الورفلي", 1),
        ("اعتقال عبد الرحمن الورفلي", "اعتقل عبد الرحمن الورفلي فجرا", 2),
        ("اعتقال عبد الرحمن الورفلي", "اعتقل عبد الرحمن المغربي", 1),
        ("قتل خمسة في القصف على المدينة", "أصيب خمسة في القصف على المدينة", 0),
        ("مقتل الشاب «حمدين الورفلي البرقاوي» برصاص", "تنعى العائلة حمدين الورفلي البرقاوي", 3),
        ("مقتل الشاب حمدين الورفلي قرب السوق", "تنعى العائلة حمدين الورفلي البرقاوي", 0),
    ],
)
def test_names_are_counted_from_the_given_name_on(one: str, other: str, names: int) -> None:
    """*Servant of the Merciful* is one name; words of most accounts are none; behind a title any word can be one."""
    assert named_alike(one, other) == named_alike(other, one) == names


def test_one_person_is_one_event_without_a_place_or_a_day() -> None:
    """His full name says more than both; the score has a part that says so."""
    one = _told("اعتقال خالد سعيد البرقاوي بتهمة التهريب.", "صوت سرت")
    other = _told("الشرطة تعتقل خالد سعيد البرقاوي في مدينة سرت الليبية.", "مرآة برقة")
    found = claims.compare(one, other)

    assert found.same_event is SameEvent.YES
    assert "person" in {part.name for part in found.parts}


def test_another_person_or_another_week_is_another_event() -> None:
    """Of the same town, and arrested alike."""
    one = _told("الشرطة تعتقل خالد سعيد البرقاوي في مدينة سرت الليبية.", "صوت سرت")
    named = _told("الشرطة تعتقل حمدان سعيد الورفلي في مدينة سرت الليبية.", "مرآة برقة")
    later = _told(
        "الشرطة تعتقل خالد سعيد البرقاوي في مدينة سرت الليبية.", "مرآة برقة", "2016-09-05"
    )

    assert "person" not in {part.name for part in claims.compare(one, named).parts}
    assert claims.compare(one, later).same_event is not SameEvent.YES


def test_who_killed_one_person_can_be_disputed() -> None:
    """Both name him and the town; one blames the army, the other the Islamic State."""
    one = _told("قتل خالد سعيد البرقاوي بقصف للجيش الليبي على سرت يوم 4 حزيران 2016.", "صوت سرت")
    other = _told(
        "مقتل خالد سعيد البرقاوي بقصف لتنظيم الدولة الإسلامية على سرت يوم 4 حزيران 2016.",
        "مرآة برقة",
    )
    found = claims.compare(one, other)

    assert (found.same_event, found.relation) == (SameEvent.YES, Relation.CONFLICT)
    assert found.conflicting == (Slot.ACTOR,)


def test_who_arrested_somebody_with_help_does_not_dispute_who_did() -> None:
    """The force tells of its own arrest and of who helped; another account names the force."""
    own = _told(
        "أعلنت قوات سوريا الديمقراطية اعتقال خالد سعيد البرقاوي في عملية نفذتها قوات التحالف الدولي معها في بلدة الشحيل.",
        "صوت الفرات",
    )
    other = _told("اعتقلت قسد خالد سعيد البرقاوي في بلدة الشحيل.", "مرآة الرقة")
    assert own.actors != other.actors

    assert claims.compare(own, other).relation is not Relation.CONFLICT
