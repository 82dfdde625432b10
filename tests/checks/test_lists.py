"""A list is held against what is announced before it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.reading import READS, bare, ids, noticed

PLACES = ("الرقة", "الطبقة", "منبج", "تدمر", "الميادين", "البوكمال")
CLOSE = "\n\nولم ترد معلومات عن الخسائر."


def _events(announced: str, count: int) -> str:
    items = [f"{at}- غارة قرب {place} دمرت حاجزا." for at, place in enumerate(PLACES[:count], 1)]
    return f"نفذ التحالف {announced} على النحو التالي:\n\n" + "\n".join(items) + CLOSE


def _tolls(total: int, values: list[int]) -> str:
    items = [
        f"{at}- قصف الطيران مدينة {place} مما أدى إلى مقتل {value} مدنيا."
        for at, (place, value) in enumerate(zip(PLACES, values, strict=False), 1)
    ]
    opening = f"كانت حصيلة القتلى المدنيين {total} مدنيا على النحو التالي:\n\n"
    return opening + "\n".join(items) + CLOSE


def _release(total: int, values: list[int]) -> str:
    places = ("Kobani", "Mosul", "Fallujah", "Sinjar", "Ramadi")
    items = [
        f"- Near {place}, {'an airstrike' if value == 1 else f'{value} airstrikes'} destroyed a building."
        for place, value in zip(places, values, strict=False)
    ]
    opening = f"Coalition forces conducted {total} airstrikes in Iraq:\n\n"
    return opening + "\n".join(items) + "\n\nAll aircraft returned safely."


def test_more_items_than_announced_are_noticed() -> None:
    """Five strikes are announced and six are listed."""
    (found,) = noticed(_events("خمس غارات", 6))

    assert found.check == "total"
    assert "has 6 items" in bare(found.message.en)
    assert "خمس غارات" in bare(found.message.ar)


@pytest.mark.parametrize(("announced", "count"), [("خمس غارات", 5), ("ست غارات", 5)])
def test_as_many_items_or_fewer_are_silent(announced: str, count: int) -> None:
    """A list that is shorter may have been cut off."""
    assert ids(_events(announced, count)) == []


def test_a_choice_from_many_is_silent() -> None:
    """The most notable of 50 need not be 50."""
    text = (
        "أبرز الغارات وعددها غارتان:\n\n1- غارة قرب الرقة.\n2- غارة قرب منبج.\n3- غارة قرب تدمر."
        + CLOSE
    )

    assert ids(text) == []


@pytest.mark.parametrize(("count", "expected"), [(3, []), (4, ["total"])])
def test_names_are_counted_against_the_number_announced(count: int, expected: list[str]) -> None:
    """Three names are announced."""
    names = ("أحمد العلي", "محمد الخالد", "سعيد المحمد", "خالد السعيد")[:count]
    items = "\n".join(f"{at}- {name}" for at, name in enumerate(names, 1))

    assert ids(f"أسماء الشهداء الثلاثة في قصف البلدة:\n\n{items}\n\nرحمهم الله جميعا.") == expected


def test_items_that_do_not_add_up_to_the_announced_toll_are_noticed() -> None:
    """12 + 7 + 6 is 25, not 23."""
    (found,) = noticed(_tolls(23, [12, 7, 6]))

    assert "12 + 7 + 6 = 25" in bare(found.message.en)
    assert "12 + 7 + 6 = 25" in bare(found.message.ar)


def test_a_sum_that_falls_short_is_silent_where_the_list_may_go_on() -> None:
    """The text ends with the list: it may have been cut off."""
    whole = _release(9, [2, 3])

    assert ids(whole) == ["total"]
    assert ids(whole.rpartition("\n\n")[0]) == []


@READS
@given(st.lists(st.integers(3, 60), min_size=2, max_size=6))
def test_a_toll_equal_to_the_sum_of_the_items_never_raises(values: list[int]) -> None:
    """Items in either order."""
    assert ids(_tolls(sum(values), values)) == []
    assert ids(_tolls(sum(values), values[::-1])) == []


@READS
@given(st.lists(st.integers(1, 30), min_size=2, max_size=5), st.integers(1, 9))
def test_a_release_is_noticed_exactly_when_its_strikes_do_not_add_up(
    values: list[int], off: int
) -> None:
    """An airstrike counts one."""
    assert ids(_release(sum(values), values)) == []
    assert ids(_release(sum(values) + off, values)) == ["total"]
