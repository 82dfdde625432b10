"""Documents as the list and the reading screen show them."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Final, TypedDict

from claims.model import Document, DocumentHead, Extraction, Found, Role, Span
from claims.services import AddReport, DescribedMany, ReadAgain, Refusal
from workbench.shown import dates
from workbench.shown.errors import said
from workbench.shown.passage import Marked, Placed, direction, placed, visible
from workbench.shown.tables import Cell, Column, Row, Table, evidence, plain, table
from workbench.wording import Words, isolate, mark

_TITLE: Final = 90
"""Characters of a title that the list shows."""

_POINTS: Final = re.compile("([0-9]{1,9})-([0-9]{1,9})", re.ASCII)

LANGUAGES: Final = {"ar": mark("Arabic"), "en": mark("English"), "und": mark("undetermined")}
PARTS: Final = {
    "title": mark("Title"),
    "name": mark("Name"),
    "publisher": mark("Publisher"),
    "author": mark("Author"),
}
STATES: Final = {
    "open": mark("Pairs wait for me"),
    "answered": mark("All its pairs answered by me"),
    "problems": mark("Something not understood"),
    "silent": mark("No claim read"),
    "described": mark("Described by somebody"),
    "undated": mark("No day of publication"),
    "unattributed": mark("Nobody says who published it"),
}
ORDERS: Final = {
    "added": mark("As added"),
    "newest": mark("Last added first"),
    "name": mark("By title"),
    "published": mark("By date"),
    "latest": mark("Latest date first"),
    "publisher": mark("By publisher"),
    "claims": mark("Most claims first"),
    "problems": mark("Most problems first"),
}


class Look(TypedDict):
    """What is told of a claim where it stands: id of its kind, whether somebody made or changed it, whether something was noted on it."""

    kind: str
    changed: bool
    noted: bool


class Reading(TypedDict):
    """A document with its claims marked, as the browser keeps it until they change.

    ``version`` names what is shown: another one when a claim was changed, came or went. ``looks`` is by id of the claim.
    """

    version: str
    title: str
    dir: str
    lang: str
    document: str
    pieces: list[Placed]
    claims: list[str]
    looks: dict[str, Look]


def listing(found: Sequence[Found], words: Words, *, searched: bool = False) -> Table:
    """The list of documents, with the places where what was looked for stands; its rows open them."""
    places: list[Column] = [{"name": words("Where it stands"), "wide": True}] if searched else []
    columns: list[Column] = [
        {"name": words("Document"), "opens": True},
        *places,
        {"name": words("Publisher")},
        {"name": words("Published")},
        {"name": words("Language")},
        {"name": words("Claims"), "number": True},
        {"name": words("Problems"), "number": True},
        {"name": words("Characters"), "number": True},
    ]
    titles = Counter(map(_title, found))
    rows = [_row(one, words, searched=searched, alone=titles[_title(one)] == 1) for one in found]
    return table(words("Documents"), columns, rows)


def reading(extraction: Extraction, changed: Collection[str] = ()) -> Reading:
    """The document's text cut at its claims, at what was set aside and at what was not understood.

    Args:
        extraction: the document and its claims.
        changed: ids of those claims that somebody made or changed.
    """
    document = extraction.document
    marked = [Marked(one.span, f"claim:{one.id}") for one in extraction.claims]
    marked += [
        Marked(one.span, "chrome") for one in extraction.sentences if one.role is Role.CHROME
    ]
    marked += [Marked(one.span, "problem") for one in extraction.problems if one.span]
    return Reading(
        version=version(extraction),
        title=called(extraction),
        dir=direction(document.text),
        lang="" if document.language == "und" else document.language,
        document=document.id,
        pieces=placed(document.text, marked),
        claims=[one.id for one in extraction.claims],
        looks={
            one.id: Look(kind=one.kind, changed=one.id in changed, noted=bool(one.findings))
            for one in extraction.claims
        },
    )


def called(extraction: Extraction) -> str:
    """What a document is called that was read; see `entitled`."""
    return entitled(extraction.document, extraction.headline)


def entitled(document: Document, headline: str) -> str:
    """What a document is called: as people say, else by its headline, else by the name of its file."""
    return visible(document.title or headline or document.name)


def words_at(asked: str, extraction: Extraction) -> tuple[int, int] | None:
    """The words that an address names as ``start-end`` in code points; None where the text has none there."""
    found = _POINTS.fullmatch(asked)
    if found is None:
        return None
    start, end = int(found[1]), int(found[2])
    inside = start < end <= len(extraction.document.text)
    return (
        (start, end) if inside and Span(start, end).of(extraction.document.text).strip() else None
    )


def version(extraction: Extraction) -> str:
    """Names the document and its claims as they stand."""
    names = [extraction.document.id, *(claim.id for claim in extraction.claims)]
    return hashlib.sha256(" ".join(names).encode()).hexdigest()[:16]


def facts(extraction: Extraction, words: Words) -> str:
    """Who published it, when, how many claims it has, and the beginning of its hash."""
    return " · ".join(_facts(extraction, words))


def notices(report: AddReport, words: Words, file: str = "") -> tuple[str, ...]:
    """A line for each file that was handed in: added, already there, or refused and why.

    Args:
        report: what became of them.
        words: of the reader's language.
        file: the name under which it was handed in, of one file; "" of several.
    """
    added = (_added(head, words) for head in report.added)
    present = (_present(head, file, words) for head in report.present)
    refused = (
        words(
            "{name}: not added. {what}",
            name=isolate(one.name),
            what=_why(one, words),
        )
        for one in report.refused
    )
    return (*added, *present, *refused)


def _added(head: DocumentHead, words: Words) -> str:
    told = words.many(
        "{name}: added, {count} claim read",
        "{name}: added, {count} claims read",
        head.claims,
        name=isolate(head.name),
    )
    return told if head.published else words("; ").join((told, words("no day of publication")))


def _why(one: Refusal, words: Words) -> str:
    return " ".join(said(each, words) for each in (one.message, one.next_step) if each)


def _present(head: DocumentHead, file: str, words: Words) -> str:
    name, known = isolate(file or head.name), isolate(visible(head.name))
    if file in {"", head.name}:
        return words("{name}: the case has this very file already", name=name)
    return words("{name}: the case has this very file already, as {known}", name=name, known=known)


def reread(report: ReadAgain, words: Words) -> str:
    """What reading documents again changed, in one line."""
    if not report.documents:
        return words("Kept. No document of the case holds it.")
    read = words.many(
        "Kept. {count} document was read again",
        "Kept. {count} documents were read again",
        report.documents,
    )
    touched = report.revised + report.new + report.gone
    changed = words.many("{count} claim changed", "{count} claims changed", touched)
    told = words(", ").join((read, changed))
    return f"{told}.{_passed_over(report, words)}"


def _passed_over(report: ReadAgain, words: Words) -> str:
    """How many damaged documents could not be read, and what to do; "" when none."""
    if not report.unread:
        return ""
    told = words.many(
        "{count} document is damaged and was passed over; what stood in it stays. Verify the record on the Settings screen.",
        "{count} documents are damaged and were passed over; what stood in them stays. Verify the record on the Settings screen.",
        len(report.unread),
    )
    return f" {told}"


def described(report: ReadAgain, words: Words) -> str:
    """What became of a word on a document, in one line."""
    touched = report.revised + report.new + report.gone
    if not touched:
        return words("Kept. No claim is read otherwise because of it.")
    return words.many(
        "Kept. {count} claim is read otherwise because of it.",
        "Kept. {count} claims are read otherwise because of it.",
        touched,
    )


def described_many(report: DescribedMany, words: Words, *, back: bool = False) -> str:
    """What became of words on many documents, or of taking them back, in one line."""
    count = len(report.documents)
    if back:
        told = words.many(
            "Taken back of {count} document", "Taken back of {count} documents", count
        )
    else:
        told = words.many("Kept of {count} document", "Kept of {count} documents", count)
    touched = report.read.revised + report.read.new + report.read.gone
    changed = words.many("{count} claim changed", "{count} claims changed", touched)
    line = words(", ").join((told, changed))
    return f"{line}."


def not_described(report: DescribedMany, words: Words) -> tuple[str, ...]:
    """A line for each document of which nothing was kept, and why."""
    return tuple(
        words("{name}: not kept. {what}", name=isolate(visible(one.name)), what=_why(one, words))
        for one in report.refused
    )


def _title(found: Found) -> str:
    return found.head.title or found.headline or found.head.name


def _row(found: Found, words: Words, *, searched: bool, alone: bool) -> Row:
    """A document; one that has its title not ``alone`` is told by its file as well."""
    head, title = found.head, _short(_title(found))
    counts = (head.claims, head.problems, head.characters)
    return Row(
        id=head.id,
        cells=[
            evidence(title if alone or title == head.name else f"{title} ({head.name})"),
            *([_hits(found, words)] if searched else []),
            evidence(head.publisher.name) if head.publisher else plain("–"),
            plain(dates.caption(head.published, words) if head.published else "–"),
            plain(words(LANGUAGES.get(head.language, "undetermined"))),
            *(plain(words.number(count)) for count in counts),
        ],
    )


def _short(title: str) -> str:
    """A title within a line of the list."""
    return title if len(title) <= _TITLE else f"{title[:_TITLE].rsplit(maxsplit=1)[0]} …"


def _hits(found: Found, words: Words) -> Cell:
    """The words around the first place in the text, else in what the document is called."""
    if not found.hits:
        return plain("–")
    hit = next((one for one in found.hits if one.part == "text"), found.hits[0])
    around = f"{hit.before}‹{hit.words}›{hit.after}"
    if hit.part == "text":
        return evidence(around)
    return plain(words("{part}: {words}", part=words(PARTS[hit.part]), words=isolate(around)))


def _facts(extraction: Extraction, words: Words) -> list[str]:
    document = extraction.document
    facts = [isolate(document.publisher.name)] if document.publisher else []
    if document.published:
        spoken = dates.caption(document.published, words)
        facts.append(words("published {date}", date=spoken))
    else:
        facts.append(words("no day of publication"))
    facts.append(words.many("{count} claim", "{count} claims", len(extraction.claims)))
    if called(extraction) != visible(document.name):
        facts.append(isolate(visible(document.name)))
    facts.append(isolate(f"SHA-256 {document.sha256[:12]}…"))
    return facts
