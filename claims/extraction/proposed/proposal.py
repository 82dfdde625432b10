"""What somebody else proposes to claim: anchors in the text and what part each of them plays, no values of its own."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProposedDate:
    """Words that are said to state the day.

    Attributes:
        words: as copied from the text.
        edtf: what the proposer takes them to mean (EDTF), "" when it does not say; compared, never stored.
    """

    words: str
    edtf: str = ""


@dataclass(frozen=True, slots=True)
class ProposedFigure:
    """Words that are said to state a figure.

    Attributes:
        words: as copied from the text.
        low: what the proposer takes for the figure or its lower bound, None when it does not say; compared, never stored.
        high: the upper bound likewise.
    """

    words: str
    low: int | float | None = None
    high: int | float | None = None


@dataclass(frozen=True, slots=True)
class ProposedSpeaker:
    """Words that are said to name who says it, and the word of saying ("" when it does not say)."""

    words: str
    cue: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One claim as proposed; every string but ``kind`` is a copy of words of the text, or is refused.

    Attributes:
        sentence: number of the sentence it stands in.
        quote: the claim's words.
        kind: id of a claim kind.
        date: when, None when nothing is named.
        places: words that name where.
        actors: words that name who did it.
        targets: words that name to whom or what.
        figures: how many.
        speaker: who says it, None for the publisher.
    """

    sentence: int
    quote: str
    kind: str
    date: ProposedDate | None = None
    places: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    figures: tuple[ProposedFigure, ...] = ()
    speaker: ProposedSpeaker | None = None
