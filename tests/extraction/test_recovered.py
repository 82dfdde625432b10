"""People and bodies that are brought out from under ruins or out of water."""

from __future__ import annotations

import pytest

from tests.extraction.reading import actors, places, read


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("جرى انتشال جثمان امرأة بينما غادر الجيران المبنى في مدينة المخا.", "woman"),
        ("انتشال جثة طفل من بحيرة الأسد.", "child"),
        ("واصلت طواقمنا العمل في مدينة تعز، حيث انتشلت من المكان جثة رجل.", "man"),
    ],
)
def test_one_body_brought_out_is_one_of_the_dead(text: str, of: str) -> None:
    """Whoever it was is told by the word behind."""
    [figure] = read(text, "casualties")[0].quantities
    assert (figure.low, figure.unit, figure.of) == (1, "bodies", of)


def test_who_is_still_searched_for_is_a_claim_beside_the_body() -> None:
    """The body and the four trapped are two claims."""
    found = read("انتشلت فرقنا جثمان امرأة في مدينة تعز وتواصل البحث عن 4 عالقين.", "casualties")
    assert [(one.low, one.unit) for claim in found for one in claim.quantities] == [
        (1, "bodies"),
        (4, "trapped"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "انتشلت فرق الدفاع المدني الجثة وسلمتها لذويها في مدينة المخا.",
        "وانتشلت فرق الدفاع المدني القتلى من تحت الأنقاض في مدينة المخا.",
    ],
)
def test_who_brings_out_the_dead_helps_and_hurts_nobody(text: str) -> None:
    """The dead that were told of are no further loss, and the teams are who did it."""
    [claim] = read(text)
    assert (claim.kind, places(claim)) == ("relief", ["Mocha"])
    assert actors(claim) == ["Civil Defence"]
