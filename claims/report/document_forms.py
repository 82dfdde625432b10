"""The JSON forms of documents that were found, and of what people said of them.

The same promises as in `claims.report.forms`.
"""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import Field

from claims.model import DayGround, DayHint, Described, Found
from claims.report.came import TakenInForm, taken_in_form
from claims.report.case_forms import HeadForm, SourceForm, head_form
from claims.report.forms import Form, MessageForm, SpanForm, message_form, span_form


class HitForm(Form):
    """Where something that was looked for stands: in which part of the document, and at which code point of it."""

    part: str
    start: int = Field(ge=0)
    before: str
    words: str
    after: str


class DayHintForm(Form):
    """What a document without a date of publication says of it: on what ground, for which days, in words.

    ``since`` is a day that it cannot be before, "" where it says nothing of that; ``span`` is null where the words stand in name or address.
    """

    ground: DayGround
    days: tuple[str, ...]
    since: str
    why: MessageForm
    span: SpanForm | None


class FoundForm(Form):
    """A document that was asked for, and some places where the words stand; what it says of its day where it has none."""

    document: HeadForm
    hits: tuple[HitForm, ...]
    day_hints: tuple[DayHintForm, ...] = ()


class CardForm(Form):
    """What is known of a publication beside its text."""

    title: str
    publisher: SourceForm | None
    author: str
    published: str
    published_reason: str
    address: str
    language: str
    archive: str


class SaidForm(Form):
    """What somebody said of a document; ``said`` is null where it stands again as it came."""

    id: int
    document: str
    said: CardForm | None
    by: str
    at: str
    reason: str
    undoes: int | None
    stands: bool
    taken_in: TakenInForm | None = None


def found_form(found: Found, hints: Iterable[DayHint] = ()) -> FoundForm:
    """A document that was found as JSON."""
    hits = tuple(
        HitForm(part=hit.part, start=hit.start, before=hit.before, words=hit.words, after=hit.after)
        for hit in found.hits
    )
    told = tuple(
        DayHintForm(
            ground=one.ground,
            days=one.days,
            since=one.since,
            why=message_form(one.why),
            span=None if one.span is None else span_form(one.span),
        )
        for one in hints
    )
    return FoundForm(document=head_form(found.head), hits=hits, day_hints=told)


def said_form(row: Described) -> SaidForm:
    """What was said of a document as JSON."""
    return SaidForm(
        id=row.id,
        document=row.document,
        said=_card(row),
        by=row.by,
        at=row.at,
        reason=row.reason,
        undoes=row.undoes,
        stands=row.live,
        taken_in=taken_in_form(row.taken_in),
    )


def _card(row: Described) -> CardForm | None:
    said = row.said
    if said is None:
        return None
    publisher = said.publisher
    return CardForm(
        title=said.title,
        publisher=None
        if publisher is None
        else SourceForm(name=publisher.name, lineage=publisher.lineage),
        author=said.author,
        published=said.published,
        published_reason=said.published_reason,
        address=said.address,
        language=said.language,
        archive=said.archive,
    )
