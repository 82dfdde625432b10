"""Lists of the dead and hurt by whose they were, whose items only count."""

from __future__ import annotations

import pytest

from claims.model import Claim
from tests.extraction.reading import read, targets

TOLL = """قُتل 19 شخصاً في معارك كسلا منذ مطلع الشهر، {head}:

– 12 من المدنيين بينهم 3 أطفال

– 4 من قوات الدعم السريع

– عنصر من الجيش السوداني

وقالت النقابة إن الطرق مغلقة وإن 6 من العمال غادروا."""


def figures(claim: Claim) -> list[tuple[float | None, str, str]]:
    """How many, what befell them, and who they were."""
    return [(one.low, one.unit, one.of) for one in claim.quantities]


@pytest.mark.parametrize(
    ("head", "unit", "verb"),
    [
        ("والقتلى هم", "killed", "قُتل"),
        ("وتوزع الشهداء على النحو التالي", "killed", "قُتل"),
        ("والجرحى هم", "injured", "أُصيب"),
    ],
)
def test_items_count_those_whom_the_line_above_names(head: str, unit: str, verb: str) -> None:
    """Each item is a loss of those it names, with its parts, and a person without a number is one."""
    items = read(TOLL.format(head=head), "casualties")[-3:]
    assert [figures(one) for one in items] == [
        [(12, unit, "civilian"), (3, unit, "child")],
        [(4, unit, "")],
        [(1, unit, "fighter")],
    ]
    assert [targets(one) for one in items[1:]] == [
        ["Rapid Support Forces"],
        ["Sudanese Armed Forces"],
    ]
    assert all(one.statement.startswith(f"[{verb}] ") for one in items)


@pytest.mark.parametrize("head", ["والحاضرون هم", "بين قتلى وجرحى وهم", "والقتلى كثر"])
def test_other_lists_count_no_losses(head: str) -> None:
    """A line that names nobody's death, or dead and hurt at once, leaves its items as they are."""
    claims = read(TOLL.format(head=head), "casualties")
    assert all(one.quantities[0].low not in (4, 1) for one in claims if one.quantities)


def test_a_list_ends_with_its_items() -> None:
    """What stands below the list is no part of it."""
    claims = read(TOLL.format(head="والقتلى هم"))
    assert all(
        6 not in {one.low for one in claim.quantities if one.unit == "killed"} for claim in claims
    )
