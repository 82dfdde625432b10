"""Headings that hold for what stands below them: the day of a bulletin, the province before its lines.

A daily bulletin (حصاد الأحداث ليوم الاثنين 15-11-2021) states its day once, and the province of its lines as a label
(حلب::). Both are carried to the events below that state none of their own. So is a day that stands alone before a colon
(الأحد 7 حزيران:), up to the next one or to a headline; and day and place of an entry of a list of incidents (*1. Mar. 23, 2018,
near Dashisha, Syria, via social media report.*) to the sentences of its entry. Where a report was
written (*KYIV, Dec 31 (Agency) -*) is cut off.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from claims.extraction.draft import Draft, revised
from claims.extraction.lexicon import kinds, load, look_up
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.written_from import byline_end, dateline_end, parted
from claims.model import DateValue, Place, Role, Sentence
from claims.slots.place import is_capital
from claims.text.shadow import fold

_HEADS = frozenset({Role.HEADLINE, Role.DATELINE})
_FULL_DAY = len("2018-04-03")
_LABELS_OF_A_BULLETIN = 2
_LONGEST_ENTRY = 28
_LONGEST_DAY = 14
_LONGEST_TAG = 8
_ORDINAL = 3
_BEFORE_BODY = 6
_HOURS = frozenset(
    {",", "(", ")", ".", "am", "pm", "gmt", "utc", "local", "time", "h", "hrs", "hours", "\n"}
)
_AHEAD = frozenset(
    {"on", "in", "near", "incident", "case", "في", "بتاريخ", "يوم", "اليوم", "تاريخ"}
)


@dataclass(frozen=True, slots=True)
class Section:
    """What the headings above a sentence state.

    Attributes:
        places: its places.
        day: its day, None for none.
        written: days from publication to the day on which its line was written: *tonight* is told from there.
    """

    places: tuple[Place, ...] = ()
    day: DateValue | None = None
    written: int = 0

    def over(self, one: Draft) -> Draft:
        """A draft of an event with the place and day of its headings, where it states none."""
        bare = not (self.places or self.day or self.written)
        if bare or not one.kind or not kinds()[one.kind].event:
            return one
        places = one.places or self.places
        days = tuple(_told_from(each, self.written) for each in one.dates)
        return revised(one, places=places, dates=days or ((self.day,) if self.day else ()))


def _told_from(day: DateValue, written: int) -> DateValue:
    """A day that is told from publication (*yesterday*), told from the day ``written`` days later instead."""
    if not written or day.reason != "relative" or len(day.edtf) != _FULL_DAY:
        return day
    moved = date.fromisoformat(day.edtf) + timedelta(days=written)
    return replace(day, edtf=moved.isoformat())


def _days_between(published: str, day: DateValue) -> int:
    """Days from publication to a day, 0 where either is not known to the day."""
    whole = [text for text in (published[:_FULL_DAY], day.edtf) if text[:4].isdecimal()]
    known = len(whole) > 1 and all(len(text) == _FULL_DAY for text in whole)
    return (date.fromisoformat(whole[1]) - date.fromisoformat(whole[0])).days if known else 0


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence of tokens without the label before it, what holds for it, and whether it only heads what follows."""

    tokens: Range
    section: Section
    heads: bool = False


def sections(mentions: Mentions, parts: tuple[Sentence, ...]) -> tuple[Labelled, ...]:
    """Each sentence with what its headings state; where all labels name one place it holds for its own sentence only."""
    title = bulletin(mentions, parts)
    day = title[1] if title is not None else None
    days = [day_label(mentions, mentions.range(part.span)) for part in parts]
    lone = _lone_days(mentions, parts, days)
    labels = [label(mentions, mentions.range(part.span)) for part in parts]
    heading = {
        place.name
        for part, (place, _) in zip(parts, labels, strict=True)
        if place and part.role is not Role.CHROME and not (title is None and is_capital(place.id))
    }
    lasting = len(heading) >= _LABELS_OF_A_BULLETIN
    standing: Place | None = None
    found: list[Labelled] = []
    held = Counter(part.paragraph for part in parts)
    item: Section | None = None
    last = 0
    headed: DateValue | None = None
    tags = tagged(mentions, parts)
    for part, (place, tokens), dated in zip(parts, labels, days, strict=True):
        standing = place or (standing if lasting else None)
        told = dated is not None and dated[1].first < dated[1].end
        alone = day_alone(mentions, tokens)
        alone = (
            dated[0] if dated is not None and lone and not told and _is_head(dated[0]) else alone
        )
        headed = alone or (None if part.role is Role.HEADLINE else headed)
        entry, rest = opened(mentions, part, tokens), tokens
        if entry is not None:
            item, last = entry, part.paragraph + (held[part.paragraph] == 1)
        elif dated is not None and told:
            written = _days_between(mentions.document.published, dated[0])
            item, last = Section(day=dated[0], written=written), part.paragraph
            rest = dated[1]
        elif part.paragraph > last or part.role in _HEADS:
            item = None
        above = tags.get(part.span.start) or standing
        general = Section((above,) if above else (), headed or day)
        heads = entry is not None or alone is not None or _only_names(mentions, part, title)
        heads = heads or _place_alone(mentions, part) is not None
        found.append(Labelled(rest, item or general, heads=heads))
    return tuple(found)


def tagged(mentions: Mentions, parts: tuple[Sentence, ...]) -> dict[int, Place]:
    """The place on a line of its own right above some sentences (#حيس، 📍 المخا), by where these begin; a blank line ends it.

    A tag right below other words closes these and heads nothing.
    """
    found: dict[int, Place] = {}
    tag: Place | None = None
    end = 0
    for part in parts:
        blank = mentions.document.text[end : part.span.start].count("\n") > 1
        end, below_words = part.span.end, end > 0
        own = _place_alone(mentions, part)
        if own is not None and (blank or not below_words or part.role is Role.LIST_ITEM):
            tag = own
            continue
        tag = None if blank or part.role in _HEADS | {Role.CHROME} else tag
        if tag is not None:
            found[part.span.start] = tag
    return found


def _place_alone(mentions: Mentions, part: Sentence) -> Place | None:
    """The one place that an Arabic line behind a hash or a pin consists of, None for any other line."""
    if part.language != "ar" or part.role in _HEADS | {Role.CHROME}:
        return None
    here = mentions.range(part.span)
    words = mentions.tokens.words[here.first : here.end]
    places = within(mentions.places, part.span)
    if (
        len(words) > _LONGEST_TAG
        or len(places) != 1
        or not ({"#"} & set(words) or part.role is Role.LIST_ITEM)
    ):
        return None
    named = mentions.range(places[0].span)
    rest = (words[i - here.first] for i in _indices(here) if i not in named)
    return None if any(map(str.isalnum, rest)) else places[0]


def _lone_days(
    mentions: Mentions, parts: tuple[Sentence, ...], days: list[tuple[DateValue, Range] | None]
) -> bool:
    """Whether several days stand on lines of their own in an English log; one is when a page was put up, as in Arabic.

    So are the dates of other articles on a page in another language, whatever language they are in.
    """
    if mentions.document.language != "en":
        return False
    alone = {
        dated[0].edtf
        for part, dated in zip(parts, days, strict=True)
        if dated is not None and dated[1].first >= dated[1].end and part.language == "en"
    }
    return len(alone) > 1


def _is_head(day: DateValue) -> bool:
    """Whether a day on a line of its own may head what is below: beside an hour it is when a page or post was put up."""
    return not day.time


def day_label(mentions: Mentions, tokens: Range) -> tuple[DateValue, Range] | None:
    """The whole day that heads a line before a colon or a dash (*Mon 13 Aug:*, *4 June, 8 pm -*), and what is told behind it.

    A line that is nothing but its day has nothing behind it; None for any other line.
    """
    words, first = mentions.tokens.words, tokens.first
    while first < tokens.end and not words[first].isalnum():
        first += 1
    days = (
        within(mentions.dates, mentions.span(Range(first, tokens.end)))
        if first < tokens.end
        else ()
    )
    if not days or mentions.range(days[0].span).first != first or len(days[0].edtf) != _FULL_DAY:
        return None
    index = mentions.range(days[0].span).end
    while index < tokens.end and _of_an_hour(words, index):
        index += 1
    if (
        index < tokens.end
        and words[index] != ":"
        and not (words[index] == "-" and parted(mentions, index))
    ):
        return None
    return days[0], Range(min(index + 1, tokens.end), tokens.end)


def _of_an_hour(words: tuple[str, ...], index: int) -> bool:
    """Whether a token behind the day of a line belongs to the hour beside it (, 8 pm)."""
    clock = words[index] == ":" and words[index + 1 : index + 2] and words[index + 1].isdecimal()
    return words[index].isdecimal() or words[index] in _HOURS or bool(clock)


def opened(mentions: Mentions, part: Sentence, tokens: Range) -> Section | None:
    """What the first sentence of an entry states, which is no more than its day, its place and how it was reported.

    A number may stand before the day or place that it begins with; None for any other sentence.
    """
    words = mentions.tokens.words
    if tokens.end - tokens.first > _LONGEST_ENTRY or part.role in _HEADS:
        return None
    days = [d for d in within(mentions.dates, part.span) if len(d.edtf) == _FULL_DAY]
    here = within(mentions.places, part.span)
    if len(days) != 1 or not here or not days[0].edtf[:4].isdecimal():
        return None
    begins = min(mentions.range(days[0].span).first, mentions.range(here[0].span).first)
    ahead = words[tokens.first : begins]
    if len(ahead) > _ORDINAL or any(word.isalpha() and word not in _AHEAD for word in ahead):
        return None
    after = max(mentions.range(days[0].span).end, mentions.range(here[-1].span).end)
    spans = [one.span for one in days] + [one.span for one in here]
    named = {index for span in spans for index in _indices(mentions.range(span))}
    if any(look_up("predicates", words[i]) for i in range(begins, after) if i not in named):
        return None
    rest = [word for word in words[after : tokens.end] if word.isalpha()]
    return Section(here, days[0]) if not rest or rest[0] in _entry_words() else None


def day_alone(mentions: Mentions, tokens: Range) -> DateValue | None:
    """The whole day that stands alone before a colon and heads the lines below (الجمعة 12 حزيران:), None for any other line."""
    words = mentions.tokens.words
    end = tokens.end
    while end > tokens.first and not (words[end - 1].isalnum() or words[end - 1] == ":"):
        end -= 1
    if end - tokens.first > _LONGEST_DAY or words[end - 1 : end] != (":",):
        return None
    days = within(mentions.dates, mentions.span(Range(tokens.first, end)))
    if len(days) != 1 or len(days[0].edtf) != _FULL_DAY or not days[0].edtf[:4].isdecimal():
        return None
    day = mentions.range(days[0].span)
    rest = (*words[tokens.first : day.first], *words[day.end : end])
    return days[0] if all(not word.isalpha() or word in _AHEAD for word in rest) else None


def _indices(tokens: Range) -> range:
    return range(tokens.first, tokens.end)


def label(mentions: Mentions, tokens: Range) -> tuple[Place | None, Range]:
    """The place that stands alone before a colon, dots or a bar at the head of a sentence, and the tokens behind it.

    A place before a dash is where the report was written (صنعاء – …): it is cut off and holds for nothing.
    """
    words = mentions.tokens.words
    first = tokens.first
    while first < tokens.end and not words[first].isalnum():
        first += 1
    if first >= tokens.end:
        return None, tokens
    written = dateline_end(mentions, Range(first, tokens.end))
    written = written if written > first else byline_end(mentions, Range(first, tokens.end))
    if written > first:
        return None, Range(written, tokens.end)
    here = within(mentions.places, mentions.span(Range(first, tokens.end)))
    if not here or mentions.range(here[0].span).first != first:
        return None, tokens
    after = mentions.range(here[0].span).end
    if after < tokens.end and words[after] == "-":
        return None, Range(after + 1, tokens.end)
    sign = words[after : min(after + 2, tokens.end)]
    if not sign or not (sign[0] in {":", "…", "|"} or sign == (".", ".")):
        return None, tokens
    while after < tokens.end and words[after] in {":", "…", ".", "|"}:
        after += 1
    return here[0], Range(after, tokens.end)


def bulletin(mentions: Mentions, parts: tuple[Sentence, ...]) -> tuple[Sentence, DateValue] | None:
    """The headline of a bulletin and the one whole day that it states, None for any other document."""
    heads = [part for part in parts if part.role in _HEADS][:_BEFORE_BODY]
    for part in heads:
        tokens = mentions.range(part.span)
        if _bulletin_words().isdisjoint(mentions.tokens.words[tokens.first : tokens.end]):
            continue
        days = {d.edtf: d for d in within(mentions.dates, part.span) if len(d.edtf) == _FULL_DAY}
        whole = [day for edtf, day in days.items() if edtf[:4].isdecimal()]
        if len(whole) == 1:
            return part, whole[0]
    return None


def _only_names(
    mentions: Mentions, part: Sentence, title: tuple[Sentence, DateValue] | None
) -> bool:
    """Whether a sentence is the title of a bulletin that tells nothing itself (حصاد الأحداث ليوم الاثنين 15-11-2021)."""
    if title is None or part is not title[0]:
        return False
    tokens = mentions.range(part.span)
    told = range(tokens.first, tokens.end)
    return not any(look_up("predicates", mentions.tokens.words[index]) for index in told)


@cache
def _entry_words() -> frozenset[str]:
    data = load("sections.toml")
    return frozenset(fold(word) for language in ("ar", "en") for word in data[language]["entry"])


@cache
def _bulletin_words() -> frozenset[str]:
    data = load("sections.toml")
    return frozenset(fold(word) for language in ("ar", "en") for word in data[language]["bulletin"])
