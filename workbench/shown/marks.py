"""Where the slots of a claim, and who says it, stand in the text."""

from __future__ import annotations

from collections.abc import Iterator

from claims.model import Claim, Slot
from workbench.shown.passage import Marked
from workbench.shown.values import Stated, wordless


def slot_marks(claim: Claim) -> Iterator[Marked]:
    """The marks of a claim's slots and of who says it."""
    if claim.date and not wordless(claim, claim.date):
        yield Marked(claim.date.span, Slot.DATE)
    slots: dict[Slot, tuple[Stated, ...]] = {
        Slot.PLACE: claim.places,
        Slot.ACTOR: claim.actors,
        Slot.TARGET: claim.targets,
        Slot.QUANTITY: claim.quantities,
    }
    for slot, values in slots.items():
        yield from (Marked(one.span, slot) for one in values if not wordless(claim, one))
    for unread in claim.unread:
        yield Marked(unread.span, "unread")
    for link in claim.attribution:
        if link.span:
            yield Marked(link.span, "source")
