"""What it costs to ask: tokens, and money where the prices are known."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

_MILLION: Final = Decimal(1_000_000)
_FRAME: Final = 64
"""Tokens that a server may add to a request for its own frame."""


@dataclass(frozen=True, slots=True)
class Prices:
    """Prices of a million tokens; None where unknown.

    Attributes:
        tokens_in: of what is sent.
        tokens_out: of what is answered.
        currency: what they are in.
    """

    tokens_in: Decimal | None = None
    tokens_out: Decimal | None = None
    currency: str = "USD"

    def of(self, tokens_in: int, tokens_out: int) -> Decimal | None:
        """The price of so many tokens; None when a price is missing that is needed."""
        if self.tokens_in is None or (self.tokens_out is None and tokens_out):
            return None
        return (self.tokens_in * tokens_in + (self.tokens_out or 0) * tokens_out) / _MILLION


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be sent, before anything is.

    Attributes:
        requests: requests to be made.
        cached: requests whose answers are at hand.
        characters: characters of documents in the requests to be made.
        tokens_in: most tokens that these can have: a token is at least one byte.
        tokens_out: most tokens of the answers, 0 when the requests set no limit.
    """

    requests: int = 0
    cached: int = 0
    characters: int = 0
    tokens_in: int = 0
    tokens_out: int = 0

    def __add__(self, other: Plan) -> Plan:
        """Both together."""
        return Plan(
            self.requests + other.requests,
            self.cached + other.cached,
            self.characters + other.characters,
            self.tokens_in + other.tokens_in,
            self.tokens_out + other.tokens_out,
        )

    def words(self, prices: Prices) -> str:
        """One line for people."""
        said = (
            f"requests: {self.requests} (answers at hand: {self.cached}), "
            f"characters of text: {self.characters:,}, tokens to send, each asked once: "
            f"at most {self.tokens_in:,}"
        )
        if not self.requests:
            return said
        if not self.tokens_out:
            return f"{said}; answers without limit, price not known beforehand"
        said += f", tokens of answers: at most {self.tokens_out:,}"
        return f"{said}, {_money(prices, self.tokens_in, self.tokens_out, 'at most ')}"


@dataclass(frozen=True, slots=True)
class Usage:
    """What was sent and answered.

    Attributes:
        requests: requests that were answered; tries that failed do not count.
        cached: answers that were at hand.
        tokens_in: tokens sent, as the server counted.
        tokens_out: tokens answered, as the server counted.
        uncounted: requests of which the server did not say the tokens.
    """

    requests: int = 0
    cached: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    uncounted: int = 0

    def __add__(self, other: Usage) -> Usage:
        """Both together."""
        return Usage(
            self.requests + other.requests,
            self.cached + other.cached,
            self.tokens_in + other.tokens_in,
            self.tokens_out + other.tokens_out,
            self.uncounted + other.uncounted,
        )

    def words(self, prices: Prices) -> str:
        """One line for people."""
        said = (
            f"requests: {self.requests} (answers at hand: {self.cached}), "
            f"tokens sent: {self.tokens_in:,}, tokens answered: {self.tokens_out:,}"
        )
        if self.uncounted:
            return f"{said}; the server did not count {self.uncounted} of them, price not known"
        return f"{said}, {_money(prices, self.tokens_in, self.tokens_out)}"


def most_tokens(body: bytes) -> int:
    """The most tokens that a request can have: one for each byte, and the server's frame."""
    return len(body) + _FRAME


def _money(prices: Prices, tokens_in: int, tokens_out: int, limit: str = "") -> str:
    price = prices.of(tokens_in, tokens_out)
    return "prices not set" if price is None else f"price: {limit}{price:.4f} {prices.currency}"
