"""Tokens and money."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.services.language_model import Plan, Prices, Usage


@pytest.mark.parametrize(
    ("prices", "price"),
    [
        (Prices(), None),
        (Prices(Decimal(2)), None),
        (Prices(None, Decimal(8)), None),
        (Prices(Decimal(2), Decimal(8)), Decimal("0.0104")),
        (Prices(Decimal(0), Decimal(0)), Decimal(0)),
    ],
)
def test_a_price_needs_both_prices(prices: Prices, price: Decimal | None) -> None:
    """Of a million tokens each; nothing is guessed."""
    assert prices.of(1200, 1000) == price


def test_without_answers_the_price_of_what_is_sent_is_enough() -> None:
    """Nothing was answered."""
    assert Prices(Decimal(2)).of(500_000, 0) == 1


def test_plans_and_usages_add_up() -> None:
    """Member by member."""
    assert Plan(1, 2, 3, 4, 5) + Plan(1, 1, 1, 1, 1) == Plan(2, 3, 4, 5, 6)
    assert Usage(1, 2, 3, 4, 5) + Usage(1, 1, 1, 1, 1) == Usage(2, 3, 4, 5, 6)


def test_what_is_not_known_is_said() -> None:
    """No limit of answers, no prices, no count."""
    prices = Prices(Decimal(2), Decimal(8))
    assert "price not known" in Plan(1, 0, 10, 100, 0).words(prices)
    assert "prices not set" in Plan(1, 0, 10, 100, 50).words(Prices())
    assert "at most 0.0006 USD" in Plan(1, 0, 10, 100, 50).words(prices)
    assert "price not known" in Usage(1, uncounted=1).words(prices)
    assert "prices not set" in Usage(1, 0, 5, 5).words(Prices())
    assert "price" not in Plan(0, 3).words(prices)
