"""What only one side can have done, growing sums, and figures of one origin, held side by side."""

from __future__ import annotations

import pytest

import claims
from claims.comparison import compare
from claims.model import Apparent, Claim, Comparison, Relation, SameEvent, Slot, Source


def told(text: str, published: str, publisher: str) -> Claim:
    """The first claim of a text."""
    data = text.encode()
    document = claims.read(
        data, name=f"{publisher}.txt", published=published, publisher=Source(publisher)
    )
    return claims.extract(document).claims[0]


def held(
    one: str, other: str, *, days: tuple[str, str] = ("2019-04-29", "2019-04-29")
) -> Comparison:
    """Both texts compared, as two papers published them."""
    return compare(told(one, days[0], "Al-Masdar"), told(other, days[1], "Press TV"))


@pytest.mark.parametrize(
    "other",
    [
        "The Yemeni army captured the town of Qatabah on 28 April 2019.",
        "سيطر الجيش اليمني على مدينة قعطبة يوم 28 نيسان 2019.",
    ],
)
def test_two_who_took_one_town_on_one_day_contradict_each_other(other: str) -> None:
    """In one language and across."""
    found = held("The Houthis seized the town of Qatabah on 28 April 2019.", other)

    assert (found.relation, found.conflicting) == (Relation.CONFLICT, (Slot.ACTOR,))


def test_who_fired_the_missile_is_a_dispute_and_who_fired_missiles_is_not() -> None:
    """An article says that the deed is known; on one day both sides may fire at one town."""
    deed = "Russian forces fired two missiles at Kramatorsk on 8 April 2019."
    known = held(deed, "Ukrainian forces fired the missiles at Kramatorsk on 8 April 2019.")
    other = held(deed, "Ukrainian forces fired missiles at Kramatorsk on 8 April 2019.")

    assert known.relation is Relation.CONFLICT
    assert other.relation is not Relation.CONFLICT


@pytest.mark.parametrize(
    ("figure", "kind"), [("71", Apparent.LATER_UPDATE), ("65", Apparent.RELAY_ERROR)]
)
def test_one_origin_told_days_later_is_an_update_unless_digits_are_turned(
    figure: str, kind: Apparent
) -> None:
    """The same digits in another order are rather a slip."""
    said = "{} people were killed in Tikrit on 9 April 2019, the Iraqi army said."
    found = held(said.format("56"), said.format(figure), days=("2019-04-09", "2019-04-12"))

    assert found.apparent is kind


def test_a_sum_since_one_day_told_again_is_an_update() -> None:
    """More people had fled when it was told again."""
    found = held(
        "98,000 people have fled Afrin since 20 January 2019.",
        "137,000 people have fled Afrin since 20 January 2019.",
        days=("2019-03-12", "2019-03-21"),
    )

    assert (found.same_event, found.apparent) == (SameEvent.YES, Apparent.LATER_UPDATE)


def test_at_least_a_few_and_many_more_is_no_agreement() -> None:
    """Both can be true, but they do not say the same."""
    found = held(
        "At least 31 soldiers were killed in Tikrit on 9 April 2019.",
        "48 soldiers were killed in Tikrit on 9 April 2019.",
    )

    assert found.relation is Relation.PARTIAL
