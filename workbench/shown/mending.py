"""What the reading screen needs for mending claims: keys, words, who made a claim, what was changed, what is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, TypedDict, TypeVar

from claims.model import EditKind, Extraction, Part, Polarity, Question
from workbench.mending import Done, Standing
from workbench.shown import edits, names
from workbench.shown.claims import Detail, detail, nameless
from workbench.shown.errors import explain
from workbench.shown.keys import Key, labelled
from workbench.shown.passage import visible
from workbench.wording import Words, mark

V = TypeVar("V", bound=str)

_BEHIND: Final = 4
_AHEAD: Final = 12
"""Claims before and from the chosen one on that the browser has at hand."""
_VOICES: Final = 50

KEYS: Final[tuple[Key, ...]] = (
    Key("next", "KeyJ", "J", "ت", mark("Next claim")),
    Key("previous", "KeyK", "K", "ن", mark("Previous claim")),
    Key(
        "words",
        "KeyB",
        "B",
        "لا",
        mark("Mark words by keyboard: arrows move the end, Shift the start"),
    ),
    Key("date", "Digit1", "1", "", mark("Correct the date")),
    Key("place", "Digit2", "2", "", mark("Correct the place")),
    Key("actor", "Digit3", "3", "", mark("Correct the actor")),
    Key("target", "Digit4", "4", "", mark("Correct the target")),
    Key("quantity", "Digit5", "5", "", mark("Correct the quantity")),
    Key("speaker", "Digit6", "6", "", mark("Correct who says it")),
    Key("kind", "Digit7", "7", "", mark("Correct the kind")),
    Key("modality", "Digit8", "8", "", mark("Correct how the words stand to the fact")),
    Key("polarity", "Digit9", "9", "", mark("Correct whether it is affirmed or negated")),
    Key("statement", "Digit0", "0", "", mark("Correct the statement")),
    Key("split", "KeyS", "S", "س", mark("Split: take the marked words as a part")),
    Key("merge", "KeyM", "M", "ة", mark("Merge with the next claim")),
    Key("anchor", "KeyW", "W", "ص", mark("Anchor the claim at the marked words")),
    Key("add", "KeyA", "A", "ش", mark("Add the marked words as a claim")),
    Key("reject", "KeyX", "X", "ء", mark("Reject: this is no claim")),
    Key("confirm", "Enter", "⏎", "", mark("Do it")),
    Key("reason", "KeyR", "R", "ق", mark("Write a reason (Esc to leave)")),
    Key("undo", "KeyZ", "Z", "ئ", mark("Take back your last edit")),
    Key("back", "Escape", "Esc", "", mark("One step back")),
    Key("help", "Slash", "?", "؟", mark("This list")),
)

_LABELS: Final[Mapping[str, str]] = {
    "hint": mark("Choose a claim in the text to see its slots, who says it, and findings."),
    "legend": mark(
        "Each claim begins with its kind; ✎: somebody made or changed it, ⚑: something was noted on it."
    ),
    "loading": mark("Fetching what it says …"),
    "notStated": mark("not stated"),
    "marked": mark("Marked words"),
    "markFirst": mark("Mark words in the text first, with the mouse or with B."),
    "chooseFirst": mark("Choose a claim first, with the mouse or with J."),
    "readThere": mark("Read it in the marked words"),
    "takeOut": mark("It is not stated"),
    "save": mark("Save"),
    "cancel": mark("Cancel"),
    "value": mark("What is right"),
    "dateHint": mark("As 2018-03-27, 2018-03 or 2018"),
    "split": mark("Split"),
    "takePart": mark("Take as a part"),
    "splitInto": mark("Split into the marked parts"),
    "nextPart": mark(
        "Mark the words of the next part in the text; a claim is split into two parts or more."
    ),
    "merge": mark("Merge"),
    "mergeBoth": mark("Merge both into one claim"),
    "anchor": mark("Anchor here"),
    "add": mark("Add claim"),
    "addAs": mark("Add as"),
    "publisher": mark("The publisher, in its own voice"),
    "reject": mark("Reject"),
    "rejectIt": mark("Reject this claim"),
    "undo": mark("Undo"),
    "reason": mark("Reason, in your words"),
    "saving": mark("Saving …"),
    "history": mark("What was changed here"),
    "accept": mark("Take the new reading"),
    "keep": mark("Let the edit stand"),
    "next": mark("Next claim"),
    "previous": mark("Previous claim"),
    "keyMap": mark("Keys"),
    "byPlace": mark("Keys go by their place on the keyboard, so they work on an Arabic layout."),
    "singleKeys": mark("Single keys act"),
    "close": mark("Close"),
}

_DONE: Final[Mapping[EditKind, str]] = {
    EditKind.SPLIT: mark("The claim was split."),
    EditKind.MERGE: mark("The claims were merged."),
    EditKind.ANCHOR: mark("The claim stands at the marked words."),
    EditKind.CORRECT: mark("The claim was corrected."),
    EditKind.ADD: mark("A claim was added."),
    EditKind.REJECT: mark("The claim was rejected."),
    EditKind.ACCEPT: mark("The new reading was taken."),
    EditKind.KEEP: mark("The edit stands."),
    EditKind.UNDO: mark("Your last edit was taken back."),
}


class Choice(TypedDict):
    """One word of a fixed vocabulary."""

    id: str
    name: str


class Asked(TypedDict):
    """A newer engine reads something else where somebody has edited."""

    edit: int
    told: str
    new: list[Choice]


def labels(words: Words) -> dict[str, object]:
    """Every label of the reading component."""
    return {
        **{name: words(text) for name, text in _LABELS.items()},
        "slots": {slot.value: words(name) for slot, name in names.SLOTS.items()},
        "tags": {kind: words(name) for kind, name in names.KIND_TAGS.items()},
        "parts": {part.value: words(name) for part, name in _PARTS.items()},
        "choices": {
            Part.KIND.value: _choices(names.KINDS, words),
            Part.MODALITY.value: _choices(names.MODALITIES, words),
            Part.POLARITY.value: _choices(_POLARITIES, words),
        },
        "keys": labelled(KEYS, words),
    }


_PARTS: Final[Mapping[Part, str]] = {
    Part.DATE: mark("Date"),
    Part.PLACE: mark("Place"),
    Part.ACTOR: mark("Actor"),
    Part.TARGET: mark("Target"),
    Part.QUANTITY: mark("Quantity"),
    Part.SPEAKER: mark("Says"),
    Part.KIND: mark("Kind"),
    Part.MODALITY: mark("How it is said"),
    Part.POLARITY: mark("Affirmed or negated"),
    Part.STATEMENT: mark("Statement"),
}
_POLARITIES: Final[Mapping[Polarity, str]] = {
    Polarity.AFFIRMED: mark("affirmed"),
    Polarity.NEGATED: mark("negated"),
}


def _choices(vocabulary: Mapping[V, str], words: Words) -> list[Choice]:
    return [Choice(id=str(key), name=words(name)) for key, name in vocabulary.items()]


def voices(extraction: Extraction) -> list[str]:
    """Whom a document names as saying something, as it calls them; each once, in the order of the text."""
    links = (link for claim in extraction.claims for link in claim.attribution)
    return list(dict.fromkeys(visible(link.text) for link in links if link.text))[:_VOICES]


def details(standing: Standing, chosen: str, words: Words) -> dict[str, Detail]:
    """What the chosen claim says, and those around it, so that a key shows the next one at once; by their ids."""
    ids = [claim.id for claim in standing.extraction.claims]
    at = ids.index(chosen) if chosen in ids else 0
    around = ids[max(0, at - _BEHIND) : at + _AHEAD]
    speaks = nameless(standing.extraction.document)
    return {
        one: detail(standing.live[one], standing.histories.get(one, ()), words, speaks)
        for one in around
        if one in standing.live
    }


def asked(questions: Sequence[Question], words: Words) -> list[Asked]:
    """What the reader has to answer for, a line each."""
    return [
        Asked(
            edit=question.edit.id,
            told=words(
                "A newer engine reads something else here. {line}",
                line=edits.line(question.edit, words),
            ),
            new=[Choice(id=claim.id, name=visible(claim.statement)) for claim in question.new],
        )
        for question in questions
    ]


def answer(done: Done | None, document: str, words: Words) -> dict[str, str]:
    """What became of the last ask, for the component that waits for its token."""
    if done is None:
        return {"token": "", "error": "", "said": ""}
    if done.error is not None:
        return {"token": done.token, "error": explain(done.error, words), "said": ""}
    said = (
        words(_DONE[done.kind]) if done.kind else words("There is no edit of yours to take back.")
    )
    if done.document != document:
        elsewhere = words("It was made in another document.")
        said = f"{said} {elsewhere}"
    return {"token": done.token, "error": "", "said": said}
