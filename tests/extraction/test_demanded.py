"""What an Arabic sentence only demands or judges is no event."""

from __future__ import annotations

import pytest

from tests.extraction.reading import places, read

_EVENTS = {"strike", "clash", "casualties"}


@pytest.mark.parametrize(
    "text",
    [
        "يشكل قصف الأحياء السكنية في الخرطوم انتهاكاً واضحاً لحقوق السكان.",
        "وقالت المنظمة إن استهداف الجيش المدارس والمرافق في دارفور، هو استمرار لسياسة قتل الحياة.",
        "وقال المتحدث: يجب أن نتصدى لهجوم قوات الدعم السريع على الفاشر.",
        "وقال المتحدث إن هذا الهجوم هو سبب آخر لدعوتنا إلى وقف فوري لإطلاق النار في الفاشر.",
    ],
)
def test_a_judged_or_demanded_deed_is_no_event(text: str) -> None:
    """A judgement of shelling, a call to stand up to it and a policy of killing tell no strike, clash or loss."""
    assert _EVENTS.isdisjoint(claim.kind for claim in read(text))


def test_what_has_to_be_done_cannot_be_checked() -> None:
    """A demand is the opinion of who makes it."""
    [claim] = read("وقال المتحدث: يجب أن يتوقف الهجوم على المدن في كردفان.")

    assert (claim.kind, claim.unchecked) == ("other", "opinion")


@pytest.mark.parametrize(
    "text",
    [
        "يعد الهجوم الأخير الذي استهدف مدينة الفاشر استمراراً للتصعيد.",
        "قصفت قوات الدعم السريع سوق مدينة الفاشر في هجوم يعد جريمة حرب.",
    ],
)
def test_an_attack_that_is_told_stays_one_beside_its_judgement(text: str) -> None:
    """What *which* tells of a deed, or a verb, is told though somebody judges it in the same breath."""
    assert [place for claim in read(text) if claim.kind in _EVENTS for place in places(claim)] == [
        "El Fasher"
    ]
