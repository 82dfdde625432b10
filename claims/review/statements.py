"""The statement of a claim that a person made: its quote, and in [square brackets] what is not in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from claims.errors import Refused
from claims.model import Claim, Party, Place, Quantity
from claims.slots.time import caption

GIVEN: Final = "given"
"""Reason of a date that a person gave; see ``claims/slots/data/time_reasons.toml``."""

_BRACKETED: Final = re.compile(r"\[[^\[\]]*\]")
_WORD: Final = re.compile(r"\w+")


def restated(claim: Claim, language: str) -> str:
    """The quote, with the words of slots that stand elsewhere before it and a date that a person gave behind it."""
    elsewhere = "; ".join(dict.fromkeys(_elsewhere(claim)))
    date = claim.date
    given = date is not None and date.reason == GIVEN
    parts = (
        f"[{elsewhere}]" if elsewhere else "",
        claim.quote,
        f"[{caption(date, language)}]" if date is not None and given else "",
    )
    return " ".join(" ".join(parts).split())


def _elsewhere(claim: Claim) -> Iterator[str]:
    """The words of slots outside of the quote."""
    date = claim.date
    if date is not None and date.reason != GIVEN and not claim.span.covers(date.span):
        yield _plain(date.text)
    values: tuple[Place | Party | Quantity, ...] = (
        *claim.places,
        *claim.actors,
        *claim.targets,
        *claim.quantities,
    )
    for value in values:
        if not claim.span.covers(value.span):
            yield _plain(value.text)


def _plain(words: str) -> str:
    return " ".join(words.replace("[", "(").replace("]", ")").split())


def check_statement(claim: Claim) -> None:
    """Hold a statement against its quote: outside of brackets stand words of the quote, in their order.

    Raises:
        Refused: it says nothing, or something that nobody said.
    """
    if not claim.statement.strip():
        raise Refused(
            "The statement is empty.", next_step="Say the claim in words that stand alone."
        )
    quoted = iter(_WORD.findall(claim.quote))
    for word in _WORD.findall(_BRACKETED.sub(" ", claim.statement)):
        if word not in quoted:
            raise Refused(
                f"The statement says {word!r}, which the quote does not say there.",
                next_step="Put words that are not in the quote in [square brackets].",
            )
