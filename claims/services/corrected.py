"""What a report says of documents beside their text, and of rulings, and what of that is another since a version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from claims.model import Adjudication, Message, Particulars, Relation
from claims.report.content import Changed, ReportContent
from claims.report.wording import LANGUAGES, wording

NOTHING: Final = "–"

_LABELS: Final = {
    "title": "called",
    "publisher": "publisher",
    "lineage": "lineage",
    "author": "written_by",
    "published": "published",
    "address": "address",
    "archive": "archive",
    "language": "language",
}
"""The entries of a card in the order in which they are told, and what a report calls each."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a report said of a document beside its text."""

    id: str
    said: Particulars


@dataclass(frozen=True, slots=True)
class Ruled:
    """What a report said that an adjudicator's ruling in force says of a pair."""

    id: str
    word: Message


def cards_in(content: ReportContent) -> Iterator[Card]:
    """What a report says of each document beside its text."""
    for document in content.documents:
        yield Card(document.id, Particulars.of(document))


def rulings_in(content: ReportContent) -> Iterator[Ruled]:
    """The rulings in force, a word each."""
    for each in content.adjudications:
        if each.ruling is not None:
            yield Ruled(str(each.key), _ruled(each))


def cards_changed(before: Mapping[str, Particulars], content: ReportContent) -> Iterator[Changed]:
    """What is known of documents and was known otherwise, entry by entry; nothing of a document that was not there then.

    Nothing of one either of which it cannot be read what people said.
    """
    unread = {each.id for each in content.left_out if each.kind == "description"}
    for card in cards_in(content):
        then = before.get(card.id)
        if then is None or card.id in unread:
            continue
        old, new = _entries(then), _entries(card.said)
        for name, label in _LABELS.items():
            if old[name] != new[name]:
                yield Changed("document", card.id, "card", old[name], new[name], label)


def rulings_changed(
    before: Mapping[str, Message],
    content: ReportContent,
    then: Mapping[str, Message],
    now: Mapping[str, Message],
) -> Iterator[Changed]:
    """Rulings that are in force since, that say something else, or that hold no more.

    Args:
        before: those that were in force.
        content: what the report is made from now.
        then: what the answers of reviewers said of each pair.
        now: what they say of it now.
    """
    standing = set()
    for each in rulings_in(content):
        standing.add(each.id)
        old = before.get(each.id)
        if old is None and each.id in then:
            yield Changed("ruling", each.id, "over", then[each.id], each.word)
        elif old is None:
            yield Changed("ruling", each.id, "new", each.word, each.word)
        elif old != each.word:
            yield Changed("ruling", each.id, "", old, each.word)
    for key, word in before.items():
        if key not in standing and key in now:
            yield Changed("ruling", key, "lapsed", word, now[key])
        elif key not in standing:
            yield Changed("ruling", key, "gone", word, word)


def relations(found: set[str]) -> Message:
    """What the answers of reviewers say of a pair."""

    def within(language: str) -> str:
        words = wording(language)
        return words.text("comma").join(words.word("relation", each) for each in sorted(found))

    return _both({language: within(language) for language in LANGUAGES})


def _ruled(of: Adjudication) -> Message:
    """The relation, with its kind and on what both part, as far as the ruling says so."""
    mark = None if of.ruling is None else of.ruling.mark
    if mark is None:
        return Message(ar=NOTHING, en=NOTHING)
    parting = mark.slots if mark.relation in {Relation.CONFLICT, Relation.PARTIAL} else ()

    def within(language: str) -> str:
        words = wording(language)
        more = [] if mark.apparent is None else [words.word("apparent", mark.apparent)]
        more += [words.word("slot", slot) for slot in sorted(parting)]
        said = words.word("relation", mark.relation)
        return f"{said} ({words.text('comma').join(more)})" if more else said

    return _both({language: within(language) for language in LANGUAGES})


def _entries(card: Particulars) -> dict[str, Message]:
    """What stands on a card, entry by entry, with a word where nothing is known."""
    publisher = card.publisher
    said = {name: getattr(card, name) for name in _LABELS if name not in {"publisher", "lineage"}}
    told = {name: Message(ar=text, en=text) if text else _unknown() for name, text in said.items()}
    known = {
        language: wording(language).text(f"language_{card.language}")
        for language in LANGUAGES
        if card.language in LANGUAGES
    }
    return told | {
        "language": _both(known) if known else _unknown(),
        "publisher": _unknown()
        if publisher is None
        else Message(ar=publisher.name, en=publisher.name),
        "lineage": _unknown()
        if publisher is None
        else _both({each: wording(each).word("lineage", publisher.lineage) for each in LANGUAGES}),
    }


def _unknown() -> Message:
    return _both({language: wording(language).text("unknown") for language in LANGUAGES})


def _both(words: Mapping[str, str]) -> Message:
    return Message(ar=words["ar"], en=words["en"])
