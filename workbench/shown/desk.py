"""What the compare component gets: pairs, what became of decisions, keys and words in one language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from claims.model import QueueItem
from claims.services import InHand, Progress
from workbench.outbox import Flush, Returned, Settled, Waiting
from workbench.shown import names, pairs
from workbench.shown.errors import explain, held_up
from workbench.shown.keys import Key, labelled
from workbench.wording import Words, mark

KEYS: Final[tuple[Key, ...]] = (
    Key("agree", "KeyA", "A", "ش", mark("Agree")),
    Key("conflict", "KeyC", "C", "ؤ", mark("Conflict")),
    Key("partial", "KeyP", "P", "ح", mark("Partial: they agree on some slots, differ on others")),
    Key("unsure", "KeyS", "S", "س", mark("Unsure")),
    Key("not_comparable", "KeyX", "X", "ء", mark("Not comparable")),
    Key("yes", "KeyY", "Y", "غ", mark("Same event: yes")),
    Key("no", "KeyN", "N", "ى", mark("Same event: no")),
    Key("undecided", "KeyU", "U", "ع", mark("Same event: unsure")),
    Key("slot1", "Digit1", "1", "", mark("They part on the date")),
    Key("slot2", "Digit2", "2", "", mark("They part on the place")),
    Key("slot3", "Digit3", "3", "", mark("They part on the actor")),
    Key("slot4", "Digit4", "4", "", mark("They part on the target")),
    Key("slot5", "Digit5", "5", "", mark("They part on the quantity")),
    Key("confirm", "Enter", "⏎", "", mark("Confirm the slots of a conflict")),
    Key("reason", "KeyR", "R", "ق", mark("Write a reason (Esc to leave)")),
    Key("apparent", "KeyE", "E", "ث", mark("Choose the kind of conflict (Esc to leave)")),
    Key("more", "KeyM", "M", "ة", mark("Say how sure you are, and comment (Esc to leave)")),
    Key("undo", "KeyZ", "Z", "ئ", mark("Take back the last decision")),
    Key("later", "KeyK", "K", "ن", mark("Later: put this pair at the end")),
    Key("whole", "KeyV", "V", "ر", mark("Show the whole context")),
    Key("openFirst", "KeyF", "F", "ب", mark("Read the first document")),
    Key("openSecond", "KeyG", "G", "ل", mark("Read the second document")),
    Key("back", "Escape", "Esc", "", mark("One step back")),
    Key("help", "Slash", "?", "؟", mark("This list")),
)

_ELSEWHERE: Final = mark(
    "Somebody else has this pair in hand. You can look at it, and answer it all the same."
)

_LABELS: Final[Mapping[str, str]] = {
    "title": mark("Compare"),
    "left": mark("First claim"),
    "right": mark("Second claim"),
    "slot": mark("They part on"),
    "level": mark("Comparison"),
    "why": mark("Why"),
    "open": mark("Read"),
    "suggested": mark("Suggested"),
    "score": mark("Score"),
    "scoreParts": mark("What it is made of"),
    "decided": mark("Decided"),
    "reviewer": mark("Reviewer"),
    "saved": mark("All saved"),
    "saving": mark("Saving:"),
    "kept": mark("No answer yet. Kept in this browser and sent again by itself:"),
    "loading": mark("Fetching the next pairs…"),
    "nothingLeft": mark("Nothing waits for you here. Add documents, or look at the verdicts."),
    "notAsked": mark("What waits for you is not known yet."),
    "elsewhere": mark(
        "The pairs that are left are in the hands of others. What they give back comes here by itself."
    ),
    "noneOfSome": mark(
        "None of the pairs that are asked for beside this waits for you now. Empty the fields to go on with all."
    ),
    "looksOn": mark(
        "You look on here: your role in this case does not cover to decide pairs. An admin can give you another one."
    ),
    "nothingToUndo": mark("There is no decision of yours to take back."),
    "cameBack": mark("A decision was not stored; its pair comes next, with the reason."),
    "needsSameEvent": mark(
        "Agree, conflict and partial are said of one event. Answer yes or unsure, or choose not comparable."
    ),
    "slotsNeedConflict": mark(
        "Slots are marked, so this is a conflict or partial. Esc clears the marks."
    ),
    "onWhat": mark("On what do they part? Press 1 to 5."),
    "sameEvent": mark("Same event?"),
    "relation": mark("Relation"),
    "reason": mark("Reason, in your words"),
    "apparent": mark("Kind of conflict"),
    "more": mark("More"),
    "sure": mark("How sure"),
    "comment": mark("Comment: what else to keep"),
    "undo": mark("Undo"),
    "later": mark("Later"),
    "whole": mark("Context"),
    "keyMap": mark("Keys"),
    "byPlace": mark("Keys go by their place on the keyboard, so they work on an Arabic layout."),
    "singleKeys": mark("Single keys act"),
    "close": mark("Close"),
}


def data(
    waiting: Waiting, settled: Settled, flush: Flush | None, reviewer: str, words: Words
) -> dict[str, object]:
    """New pairs, what is acknowledged, what comes back, how far the reviewer is."""
    error = settled.waiting or waiting.error
    return {
        "case": waiting.case,
        "reviewer": reviewer,
        "language": words.language,
        "page": flush.page if flush else "",
        "request": flush.request if flush else 0,
        "acknowledged": dict(settled.acknowledged),
        "returned": [_returned(back, words) for back in settled.returned],
        "waiting": held_up(error, words) if error else "",
        "cards": [_card(item, waiting.elsewhere, words) for item in waiting.items],
        "figures": _figures(waiting.progress),
        "labels": labels(words),
    }


def _card(item: QueueItem, elsewhere: str, words: Words) -> dict[str, object]:
    """A pair as the component draws it; one in the hands of others says so."""
    notice = {"notice": words(_ELSEWHERE), "elsewhere": True} if str(item.key) == elsewhere else {}
    return {**pairs.card(item, words), **notice}


def _figures(progress: Progress | None) -> dict[str, int | bool] | None:
    if progress is None:
        return None
    counts = {"pairs": progress.pairs, "decided": progress.decided, "left": progress.left}
    return {**counts, "decides": progress.decides}


def _returned(back: Returned, words: Words) -> dict[str, object]:
    card: dict[str, object] | None = None
    if back.item is not None:
        card = {**pairs.card(back.item, words), "elsewhere": isinstance(back.error, InHand)}
    return {
        "id": back.id,
        "card": card,
        "message": explain(back.error, words) if back.error else "",
        "key": back.key,
        "reason": back.reason,
        "comment": back.comment,
        "confidence": back.confidence,
    }


def labels(words: Words) -> dict[str, object]:
    """Every label of the compare component."""
    return {
        **{name: words(text) for name, text in _LABELS.items()},
        "slots": {slot.value: words(text) for slot, text in names.SLOTS.items()},
        "relations": {relation.value: words(text) for relation, text in names.RELATIONS.items()},
        "gates": {gate.value: words(text) for gate, text in names.GATES.items()},
        "apparentKinds": [
            {"id": kind.value, "name": words(text)} for kind, text in names.APPARENT.items()
        ],
        "sureness": [
            {"id": str(tenths / 10), "name": names.sure(tenths / 10, words)}
            for tenths in range(10, 0, -1)
        ],
        "keys": labelled(KEYS, words),
    }
