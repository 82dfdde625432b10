"""What a report says of documents beside their text, of rulings and of edits, and what of that is another since a version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from claims.model import Grouping, Mark, Message, Particulars, Relation
from claims.report.captions import moment
from claims.report.content import Changed, ReportContent, regrouped
from claims.report.wording import LANGUAGES, wording

NOTHING: Final = "–"
PARTS: Final = "parts"
"""On what both sides part, by answers whose relation stayed."""
REASON: Final = "reason"
"""Why somebody said what they still say."""
GROUND: Final = "ground"
"""As a code, why an adjudicator ruled what still holds."""
_OF_HASH: Final = 16

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
    """What a report said that an adjudicator's ruling in force says of a pair.

    Attributes:
        id: key of the pair.
        word: what the ruling says.
        ground: why, as a code; None in a version of a program that did not lay it down.
        note: hash of why in words; "" as well.
    """

    id: str
    word: Message
    ground: Message | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Edited:
    """What a report said that a person changed about claims."""

    id: int
    word: Message


@dataclass(frozen=True, slots=True)
class Regrouped:
    """What a report said that a person merged or split.

    Attributes:
        id: what `claims.report.content.regrouped` calls it.
        word: what was done, when, and the first claim of each part.
    """

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
            ground = _in_both("ground", each.ruling.ground)
            note = hashed(each.ruling.note).en
            yield Ruled(str(each.key), _detailed(each.ruling.mark), ground, note)


def edits_in(content: ReportContent) -> Iterator[Edited]:
    """What people changed about claims and stands, a word each: what was done, and with which claims."""
    for each in content.edits:
        ids = [f"\u2068{claim.id}\u2069" for claim in each.made or each.replaced]
        told = {
            language: f"{wording(language).word('edit', each.kind)}: {wording(language).text('comma').join(ids)}"
            for language in LANGUAGES
        }
        yield Edited(each.id, _both(told))


def edits_changed(before: Iterable[Edited], content: ReportContent) -> Iterator[Changed]:
    """Edits that were made since, and those that were taken back; nothing of one that cannot be read."""
    then = {each.id: each.word for each in before}
    standing = set()
    for each in edits_in(content):
        standing.add(each.id)
        if each.id not in then:
            yield Changed("edit", str(each.id), "new", each.word, each.word)
    unread = {each.id for each in content.left_out if each.kind == "edit"}
    for number, word in then.items():
        if number not in standing and str(number) not in unread:
            yield Changed("edit", str(number), "gone", word, word)


def groupings_in(content: ReportContent) -> Iterator[Regrouped]:
    """What people merged and split and stands."""
    return map(_regrouped, content.groupings)


def _regrouped(row: Grouping) -> Regrouped:
    said = row.said
    first = () if said is None else (f"\u2068{part[0]}\u2069" for part in said.parts)
    names = tuple(first)

    def within(language: str) -> str:
        words = wording(language)
        done = "" if said is None else words.word("grouping", said.kind)
        return words.text(
            "grouping_word", done=done, when=moment(row.at), claims=words.text("comma").join(names)
        )

    return Regrouped(regrouped(row), _both({language: within(language) for language in LANGUAGES}))


def groupings_changed(before: Iterable[Regrouped], content: ReportContent) -> Iterator[Changed]:
    """Merges and splits that were said since, and those that were taken back.

    None is told as taken back while words on incidents may be withheld or one cannot be read: it may stand unseen.
    """
    then = {each.id: each.word for each in before}
    standing = {each.id: each.word for each in groupings_in(content)}
    for name, word in standing.items():
        if name not in then:
            yield Changed("grouping", name, "new", word, word)
    if content.waits or any(each.kind == "grouping" for each in content.left_out):
        return
    for name, word in then.items():
        if name not in standing:
            yield Changed("grouping", name, "gone", word, word)


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
    before: Mapping[str, Ruled],
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
        elif old.word != each.word:
            yield Changed("ruling", each.id, "", old.word, each.word)
        if old is not None:
            yield from _other_reasons(old, each)
    for key, was in before.items():
        if key not in standing and key in now:
            yield Changed("ruling", key, "lapsed", was.word, now[key])
        elif key not in standing:
            yield Changed("ruling", key, "gone", was.word, was.word)


def _other_reasons(old: Ruled, new: Ruled) -> Iterator[Changed]:
    """That a ruling says the same for other reasons; nothing where the version did not lay its reasons down."""
    if old.ground is None or new.ground is None:
        return
    if old.ground != new.ground:
        yield Changed("ruling", new.id, GROUND, old.ground, new.ground)
    if old.note != new.note:
        yield Changed("ruling", new.id, REASON, new.word, new.word)


def relations(found: set[str]) -> Message:
    """What the answers of reviewers say of a pair."""

    def within(language: str) -> str:
        words = wording(language)
        return words.text("comma").join(words.word("relation", each) for each in sorted(found))

    return _both({language: within(language) for language in LANGUAGES})


def in_detail(marks: Iterable[Mark]) -> Message:
    """What the answers of reviewers say of a pair, each with its kind and on what both part."""
    found = sorted({(each.relation.value, _detailed(each)) for each in marks}, key=_by_relation)
    told = {
        language: wording(language)
        .text("semicolon")
        .join(word.within(language) for _, word in found)
        for language in LANGUAGES
    }
    return _both(told)


def _by_relation(found: tuple[str, Message]) -> tuple[str, str]:
    return found[0], found[1].en


def _detailed(mark: Mark) -> Message:
    """The relation, with its kind and on what both part, as far as that is said."""
    parting = mark.slots if mark.relation in {Relation.CONFLICT, Relation.PARTIAL} else ()

    def within(language: str) -> str:
        words = wording(language)
        more = [] if mark.apparent is None else [words.word("apparent", mark.apparent)]
        more += [words.word("slot", slot) for slot in sorted(parting)]
        said = words.word("relation", mark.relation)
        return f"{said} ({words.text('comma').join(more)})" if more else said

    return _both({language: within(language) for language in LANGUAGES})


def hashed(text: str) -> Message:
    """The beginning of the SHA-256 of what a person wrote, in the place of the words."""
    found = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_OF_HASH]
    return Message(ar=found, en=found)


def _in_both(vocabulary: str, of: str) -> Message:
    return _both({each: wording(each).word(vocabulary, of) for each in LANGUAGES})


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
        "lineage": _unknown() if publisher is None else _in_both("lineage", publisher.lineage),
    }


def _unknown() -> Message:
    return _both({language: wording(language).text("unknown") for language in LANGUAGES})


def _both(words: Mapping[str, str]) -> Message:
    return Message(ar=words["ar"], en=words["en"])
