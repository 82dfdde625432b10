"""The statement of a claim that a person made: its quote, and in [square brackets] what is not in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Final

from claims.errors import Refused
from claims.model import Claim, DateValue, Party, Place, Quantity
from claims.slots import party, place, quantity
from claims.slots.time import caption

Value = DateValue | Place | Party | Quantity

GIVEN: Final = "given"
"""Reason of a date that a person gave; see ``claims/slots/data/time_reasons.toml``."""

_BETWEEN: Final = {"ar": "؛ "}
_PARTED: Final = re.compile(r"[;؛] ")
_BRACKETED: Final = re.compile(r"\[[^\[\]]*\]")
_WORD: Final = re.compile(r"\w+")


def restated(claim: Claim, language: str) -> str:
    """The quote, with the words of slots that stand elsewhere before it and a date that a person gave behind it."""
    elsewhere = _BETWEEN.get(language, "; ").join(dict.fromkeys(_elsewhere(claim)))
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


def recast(before: Claim, after: Claim, language: str, *, given: bool) -> str:
    """The statement that stood, with what a correction of slots changes in it and nothing else.

    A value that stood in brackets gives its place to the new one; a value that the statement does not say yet stands
    in brackets behind it. What the quote itself says stays: it is evidence.

    Args:
        before: the claim as it was.
        after: its slots as they are now.
        language: of the document.
        given: whether the new values were written by a person, rather than read in words of the document.
    """
    statement = before.statement
    for old, new in zip(_slots(before), _slots(after), strict=True):
        gone = [value for value in old if value not in new]
        come = [_shown(value, language, given=given) for value in new if value not in old]
        instead = come[0] if come else ""
        words = {said: instead for value in gone for said in _words_of(value, language)}
        statement = _BRACKETED.sub(partial(_exchanged, words), statement)
        said_already = _bracketed(statement) if given else statement
        unsaid = [said for said in dict.fromkeys(come) if said not in said_already]
        statement += f" [{'; '.join(unsaid)}]" if unsaid else ""
    return " ".join(statement.split())


def _slots(claim: Claim) -> tuple[tuple[Value, ...], ...]:
    date = (claim.date,) if claim.date else ()
    return (date, claim.places, claim.actors, claim.targets, claim.quantities)


def _shown(value: Value, language: str, *, given: bool) -> str:
    return _plain(_caption(value, language) if given else value.text)


def _words_of(value: Value, language: str) -> tuple[str, ...]:
    """What a bracket may hold for a value: its words, or its caption."""
    return (_plain(value.text), _plain(_caption(value, language)))


def _caption(value: Value, language: str) -> str:
    match value:
        case DateValue():
            return caption(value, language)
        case Place():
            return place.caption(value, language)
        case Party():
            return party.caption(value, language)
        case Quantity():
            return quantity.caption(value, language)


def _bracketed(statement: str) -> set[str]:
    return {one for held in _BRACKETED.findall(statement) for one in _PARTED.split(held[1:-1])}


def _exchanged(words: Mapping[str, str], bracket: re.Match[str]) -> str:
    """A bracket with other words for what went, each once; "" when nothing is left of it."""
    kept = [words.get(one, one) for one in _PARTED.split(bracket[0][1:-1])]
    between = _PARTED.search(bracket[0])
    held = (between[0] if between else "; ").join(filter(None, dict.fromkeys(kept)))
    return f"[{held}]" if held else ""


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
