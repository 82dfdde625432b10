"""The stages that are measured, in the order of the flow; each loads what it needs only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from benchmarks.corpus import Text
from benchmarks.measure import Stage

_PUBLISHED = "2018-04-03"


def reading(texts: Sequence[Text]) -> Callable[[], int]:
    """Bytes to document."""
    from claims.text.reading import read

    return lambda: sum(len(read(data, name="seed").text) > 0 for data, _ in texts)


def sentences(texts: Sequence[Text]) -> Callable[[], int]:
    """Document to sentences."""
    from claims.text import sentences as room

    return lambda: sum(len(room.sentences(text)) for _, text in texts)


def tokens(texts: Sequence[Text]) -> Callable[[], int]:
    """Text to tokens, folding included."""
    from claims.text import tokens as room

    return lambda: sum(len(room.tokens(text)) for _, text in texts)


def dates(texts: Sequence[Text]) -> Callable[[], int]:
    """Text to dates, tokens included."""
    from claims.slots.time import find_dates

    return lambda: sum(len(find_dates(text, reference=_PUBLISHED)) for _, text in texts)


def quantities(texts: Sequence[Text]) -> Callable[[], int]:
    """Text to quantities, tokens included."""
    from claims.slots.quantity import find_quantities

    return lambda: sum(len(find_quantities(text)) for _, text in texts)


def places(texts: Sequence[Text]) -> Callable[[], int]:
    """Text to places, tokens included."""
    from claims.slots.place import find_places

    return lambda: sum(len(find_places(text)) for _, text in texts)


def parties(texts: Sequence[Text]) -> Callable[[], int]:
    """Text to actors, targets and sources, tokens included."""
    from claims.slots.party import find_parties

    return lambda: sum(len(find_parties(text)) for _, text in texts)


def slots(texts: Sequence[Text]) -> Callable[[], int]:
    """Text to all slots of the four kinds, on tokens that they share."""
    from claims.slots.party import find_parties
    from claims.slots.place import find_places
    from claims.slots.quantity import find_quantities
    from claims.slots.time import find_dates
    from claims.text.tokens import tokens as cut

    def found(text: str) -> int:
        shared = cut(text)
        dates = len(find_dates(shared, reference=_PUBLISHED))
        names = len(find_places(shared)) + len(find_parties(shared))
        return dates + names + len(find_quantities(shared))

    return lambda: sum(found(text) for _, text in texts)


def extraction(texts: Sequence[Text]) -> Callable[[], int]:
    """Document to claims: everything above together."""
    from claims.extraction import extract
    from claims.text.reading import read

    documents = [read(data, name="seed", published=_PUBLISHED) for data, _ in texts]
    return lambda: sum(len(extract(document).claims) for document in documents)


STAGES: dict[str, Stage] = {
    "reading": reading,
    "sentences": sentences,
    "tokens": tokens,
    "dates": dates,
    "quantities": quantities,
    "places": places,
    "parties": parties,
    "slots": slots,
    "extraction": extraction,
}
