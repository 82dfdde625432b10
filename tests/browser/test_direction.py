"""Where things stand: what comes first stands where reading begins, on the right in Arabic and on the left in English."""

from __future__ import annotations

from typing import Final

import pytest

from tests.browser.addresses import address
from tests.browser.conftest import NewVisit
from tests.browser.served import Served

ROWS: Final = (
    ("overview", "[data-testid=stMetric]"),
    ("documents", ".listing thead th"),
    ("incidents", "[data-testid=stButtonGroup] button"),
    ("incidents", ".listing thead th"),
    ("verdicts", "[data-testid=stPagination] button"),
    ("words", "[role=tab]"),
    ("reading", ".reading > .text, .reading > .detail"),
    ("compare", ".pair > *"),
    ("compare", ".compared thead th"),
    ("compare", ".relations button"),
    ("matrix", ".matrix thead th"),
    ("incident", ".steps button"),
)
"""Things that stand side by side, in the order in which they are read."""


@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_is_read_first_stands_where_reading_begins(
    seeds: Served, visit: NewVisit, language: str
) -> None:
    """Figures, heads of tables, choices, tabs, pages, both claims of a pair, keys; all of it on one line."""
    window = visit(seeds, language)
    for view, row in ROWS:
        page = window.open(*address(view, seeds.case))
        page.locator(row).first.wait_for()
        boxes = [one.bounding_box() for one in page.locator(row).all() if one.is_visible()]
        middles = [box["x"] + box["width"] / 2 for box in boxes if box]
        assert len(middles) > 1, (view, row)
        assert middles == sorted(middles, reverse=language == "ar"), (view, row)


def test_arrows_point_where_they_lead(seeds: Served, visit: NewVisit) -> None:
    """From right to left the next page lies to the left, and its arrow is turned round."""
    turned = "one => new DOMMatrix(getComputedStyle(one).transform).a"
    for language, expected in (("ar", -1), ("en", 1)):
        page = visit(seeds, language).open(*address("verdicts", seeds.case))
        arrows = page.locator("[data-testid=stPagination] :is([data-testid=stIconMaterial], svg)")
        arrows.first.wait_for()
        assert {one.evaluate(turned) for one in arrows.all()} == {expected}
