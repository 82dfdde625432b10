"""A pair on which its reviewers part: both claims, every answer side by side, and the form of a ruling."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, TypedDict

from babel.numbers import format_percent

from claims.model import Decision, Dispute, Ground, Mark, QueueItem, Slot
from workbench.settling import Done
from workbench.shown import dates, names, pairs
from workbench.shown.errors import explain
from workbench.shown.keys import Key, labelled
from workbench.shown.passage import visible
from workbench.wording import Words, mark

KEYS: Final[tuple[Key, ...]] = (
    Key("adopt1", "KeyF", "F", "ب", mark("Take the first reviewer's answer over")),
    Key("adopt2", "KeyG", "G", "ل", mark("Take the second reviewer's answer over")),
    Key("adopt3", "KeyH", "H", "ا", mark("Take the third reviewer's answer over")),
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
    Key("apparent", "KeyE", "E", "ث", mark("Choose the kind of conflict (Esc to leave)")),
    Key("ground", "KeyW", "W", "ص", mark("Choose the ground of the ruling (Esc to leave)")),
    Key("note", "KeyR", "R", "ق", mark("Write a reason (Esc to leave)")),
    Key("settle", "Enter", "⏎", "", mark("Settle the pair as it is marked")),
    Key("later", "KeyK", "K", "ن", mark("Later: go to the next pair")),
    Key("undo", "KeyZ", "Z", "ئ", mark("Take back your last ruling")),
    Key("compare", "KeyV", "V", "ر", mark("Open the pair on the compare screen")),
    Key("back", "Escape", "Esc", "", mark("Clear what is marked")),
    Key("help", "Slash", "?", "؟", mark("This list")),
)

GROUNDS: Final[Mapping[Ground, str]] = {
    Ground.FIRST_ADOPTED: mark("The first reviewer is right"),
    Ground.OTHER_ADOPTED: mark("Another reviewer is right"),
    Ground.MISREAD: mark("A text was misread"),
    Ground.EVIDENCE: mark("The evidence in the texts"),
    Ground.GUIDELINE: mark("A rule of the guideline"),
    Ground.COMPROMISE: mark("A middle way"),
    Ground.OTHER: mark("Another ground, said in words"),
}

_FIELDS: Final = {
    "same_event": mark("Same event?"),
    "relation": mark("Relation"),
    "slots": mark("They part on"),
    "apparent": mark("Kind of conflict"),
    "reason": mark("Reason"),
    "confidence": mark("How sure"),
    "comment": mark("Comment"),
}
_ASIDE: Final = ("confidence", "comment")
"""Fields that stand there only where somebody said something in them: they decide nothing."""

_LABELS: Final[Mapping[str, str]] = {
    "left": mark("First claim"),
    "right": mark("Second claim"),
    "nothing": mark(
        "Nothing waits to be settled: no pair that all its reviewers have answered is in dispute. How many people judge each pair is the review policy of the case."
    ),
    "answers": mark("What the reviewers said"),
    "reviewer": mark("Reviewer"),
    "parts": mark("they part here"),
    "adopt": mark("Take over"),
    "sameEvent": mark("Same event?"),
    "relation": mark("Relation"),
    "slots": mark("They part on"),
    "apparent": mark("Kind of conflict"),
    "ground": mark("Ground"),
    "note": mark("Reason, in your words"),
    "settle": mark("Settle"),
    "later": mark("Later"),
    "undo": mark("Undo"),
    "compare": mark("Compare"),
    "saving": mark("Saving …"),
    "chooseFirst": mark("Say the relation first, or take an answer over."),
    "slotFirst": mark("A conflict names at least one slot: press 1 to 5."),
    "noteFirst": mark("Another ground is said in words: press R and write it."),
    "keyMap": mark("Keys"),
    "byPlace": mark("Keys go by their place on the keyboard, so they work on an Arabic layout."),
    "singleKeys": mark("Single keys act"),
    "close": mark("Close"),
}


class Field(TypedDict):
    """One field of the answers: what each reviewer said, in their order, and whether they part on it."""

    name: str
    parts: bool
    said: list[str]


class Given(TypedDict):
    """One reviewer's answer, as it can be taken over."""

    by: str
    at: str
    place: int
    when: str
    relation: str
    same_event: str
    slots: list[str]
    apparent: str


def dispute(
    one: Dispute, item: QueueItem, waiting: Sequence[str], done: Done | None, words: Words
) -> dict[str, object]:
    """Everything that is shown of a dispute.

    Args:
        one: the dispute, with every answer.
        item: its pair.
        waiting: keys of the pairs that wait, this one among them.
        done: what became of the last ask.
        words: of the reader's language.
    """
    card = pairs.card(item, words)
    return {
        "key": str(one.key),
        "next": _next(str(one.key), waiting),
        "left": card["left"],
        "right": card["right"],
        "rows": card["rows"],
        "agreement": format_percent(one.agreement, locale=words.language),
        "why": one.why.within(words.language),
        "given": [_given(decision, words) for decision in one.decisions],
        "fields": [_field(name, one, words) for name in _FIELDS if _told(name, one)],
        "choices": _choices(words),
        "labels": _labels(words),
        "answer": answer(done, words),
    }


def nothing(done: Done | None, words: Words) -> dict[str, object]:
    """What is shown when no pair is in dispute: the last ruling can still be taken back."""
    return {"key": "", "labels": _labels(words), "answer": answer(done, words)}


def _labels(words: Words) -> dict[str, object]:
    return {
        **{name: words(text) for name, text in _LABELS.items()},
        "slotNames": {slot.value: words(text) for slot, text in names.SLOTS.items()},
        "keys": labelled(KEYS, words),
    }


def waiting(one: Dispute, count: int, words: Words) -> str:
    """How many pairs wait, and why this one comes first."""
    many = words.many("{count} pair waits", "{count} pairs wait", count)
    return f"{many} · {one.why.within(words.language)}"


def answer(done: Done | None, words: Words) -> dict[str, str]:
    """What became of the last ask, for the component that waits for its token."""
    if done is None:
        return {"token": "", "error": "", "said": ""}
    if done.error is not None:
        return {"token": done.token, "error": explain(done.error, words), "said": ""}
    if done.do == "undo":
        said = (
            words("Your last ruling was taken back: its pair waits again.")
            if done.ruling
            else words("There is no ruling of yours to take back.")
        )
    else:
        said = words("The pair before this one is settled. Z takes it back.")
    return {"token": done.token, "error": "", "said": said}


def _next(key: str, waiting: Sequence[str]) -> str:
    """The pair after this one, the first again after the last."""
    index = waiting.index(key) if key in waiting else -1
    return waiting[(index + 1) % len(waiting)] if waiting else ""


def _given(decision: Decision, words: Words) -> Given:
    said = decision.mark
    return Given(
        by=decision.by,
        at=decision.at,
        place=decision.place,
        when=dates.said_at(decision.at, decision.taken_in, words),
        relation=said.relation.value if said else "",
        same_event=said.same_event.value if said else "",
        slots=[slot.value for slot in said.slots] if said else [],
        apparent=said.apparent.value if said and said.apparent else "",
    )


def _told(name: str, one: Dispute) -> bool:
    """Whether a field is shown: the others always are."""
    marks = [decision.mark for decision in one.decisions if decision.mark]
    return name not in _ASIDE or any(getattr(said, name) not in {None, ""} for said in marks)


def _field(name: str, one: Dispute, words: Words) -> Field:
    return Field(
        name=words(_FIELDS[name]),
        parts=name in one.parting,
        said=[_said(name, decision, words) for decision in one.decisions],
    )


def _said(name: str, decision: Decision, words: Words) -> str:
    """What a reviewer said in one field, "–" for nothing."""
    said = decision.mark
    if said is None:
        return "–"
    if name == "same_event":
        return words(names.GATES[said.same_event])
    if name == "relation":
        return f"{names.RELATION_SIGNS[said.relation]} {words(names.RELATIONS[said.relation])}"
    if name == "slots":
        return (
            words(", ").join(words(names.SLOTS[slot]) for slot in Slot if slot in said.slots) or "–"
        )
    if name == "apparent":
        return words(names.APPARENT[said.apparent]) if said.apparent else "–"
    return _beside(name, said, words)


def _beside(name: str, said: Mark, words: Words) -> str:
    """What stands beside an answer and decides nothing."""
    if name == "confidence":
        return names.sure(said.confidence, words)
    return visible(said.comment if name == "comment" else said.reason) or "–"


def _choices(words: Words) -> dict[str, list[dict[str, str]]]:
    """What can be chosen in each field of the form."""
    return {
        "relation": [
            {"id": one.value, "name": f"{names.RELATION_SIGNS[one]} {words(text)}"}
            for one, text in names.RELATIONS.items()
        ],
        "gate": [
            {"id": one.value, "key": key, "name": words(names.GATES[one])}
            for one, key in zip(names.GATES, ("yes", "no", "undecided"), strict=True)
        ],
        "apparent": [
            {"id": one.value, "name": words(text)} for one, text in names.APPARENT.items()
        ],
        "ground": [{"id": one.value, "name": words(text)} for one, text in GROUNDS.items()],
    }
