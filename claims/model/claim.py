"""A claim: one atomic statement that can be true or false by itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claims.model.finding import Finding
from claims.model.span import Span
from claims.model.values import DateValue, Lineage, Party, Place, Quantity, Unread


class Polarity(StrEnum):
    """Whether the claim says that something was or was not so."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"


class Modality(StrEnum):
    """How the words stand to the fact."""

    ASSERTED = "asserted"
    DENIED = "denied"
    DOUBTED = "doubted"
    POSSIBLE = "possible"
    PLANNED = "planned"
    REPEATED = "repeated"
    CEASED = "ceased"


@dataclass(frozen=True, slots=True)
class Attribution:
    """One link of the chain of who says it.

    Attributes:
        source: canonical name of who speaks.
        lineage: what kind of source that is.
        cue: the word of saying that shows it ("" for the publisher's own voice).
        text: the raw words that name the source ("" for the publisher's own voice).
        span: where they stand, None for the publisher's own voice.
        cue_span: where the cue stands, None without one.
    """

    source: str
    lineage: Lineage
    cue: str = ""
    text: str = ""
    span: Span | None = None
    cue_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One event or one figure, one date, one attributed source.

    Attributes:
        id: first 16 hex digits of a hash over document id, span and values; the same bytes give the same ids.
        document: id of the document.
        span: the claim's words; ``document.text[start:end] == quote`` always.
        quote: those words.
        statement: the claim in words that stand alone; what is not in the quote stands in [square brackets].
        kind: id of a claim kind (``strike``, ``clash``, ``casualties`` …).
        date: when, None when not stated.
        places: where.
        actors: who did it.
        targets: to whom or what.
        quantities: how many.
        attribution: who says it, outermost first; never empty.
        polarity: affirmed or negated.
        modality: how the words stand to the fact.
        checkable: whether it can be true or false.
        unchecked: why it is not checkable ("" when it is).
        context: span of the sentence or passage the claim stands in.
        borrowed: spans outside of ``span`` that bracketed words of ``statement`` came from.
        unread: slots that are stated but were not understood.
        findings: what the automatic checks noticed.
        published: when its document was published, as EDTF; "" where that is not known. Never the date of the event.
    """

    id: str
    document: str
    span: Span
    quote: str
    statement: str
    kind: str
    date: DateValue | None
    places: tuple[Place, ...]
    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    quantities: tuple[Quantity, ...]
    attribution: tuple[Attribution, ...]
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED
    checkable: bool = True
    unchecked: str = ""
    context: Span | None = None
    borrowed: tuple[Span, ...] = ()
    unread: tuple[Unread, ...] = ()
    findings: tuple[Finding, ...] = ()
    published: str = ""

    def __post_init__(self) -> None:
        if len(self.quote) != len(self.span):
            raise ValueError(f"claim {self.id}: quote and span differ in length")
        if not self.attribution:
            raise ValueError(f"claim {self.id}: nobody says it")

    @property
    def affirms(self) -> bool:
        """Whether it says that something happened: it does not deny it, rule it out or only speak of a plan."""
        untold = {Modality.DENIED, Modality.PLANNED}
        return self.polarity is Polarity.AFFIRMED and self.modality not in untold

    @property
    def denies(self) -> bool:
        """Whether it says that something was not so."""
        return self.polarity is Polarity.NEGATED or self.modality is Modality.DENIED

    @property
    def speaker(self) -> Attribution:
        """The innermost named source: the one whose claim it is."""
        return self.attribution[-1]
