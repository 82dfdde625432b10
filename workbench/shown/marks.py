"""Where the slots of a claim, and who says it, stand in the text."""

from __future__ import annotations

from collections.abc import Iterator

from claims.model import Claim, Slot
from workbench.shown.passage import Marked


def slot_marks(claim: Claim) -> Iterator[Marked]:
    """The marks of a claim's slots and of who says it."""
    if claim.date:
        yield Marked(claim.date.span, Slot.DATE)
    for place in claim.places:
        yield Marked(place.span, Slot.PLACE)
    for actor in claim.actors:
        yield Marked(actor.span, Slot.ACTOR)
    for target in claim.targets:
        yield Marked(target.span, Slot.TARGET)
    for quantity in claim.quantities:
        yield Marked(quantity.span, Slot.QUANTITY)
    for unread in claim.unread:
        yield Marked(unread.span, "unread")
    for link in claim.attribution:
        if link.span:
            yield Marked(link.span, "source")
