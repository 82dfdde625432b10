"""The days of a clause: those of what it tells, not of what it is likened to, measured by or told on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from claims.extraction.agreements import of_an_agreement
from claims.extraction.astray import answering, answers_at, of_others
from claims.extraction.clauses import Clause
from claims.extraction.lexicon import load, look_up
from claims.extraction.markers import markers
from claims.extraction.mentions import Mentions, ranged, within
from claims.extraction.smallwords import begins_then, records
from claims.model import DateValue, Span
from claims.text.shadow import fold

_WHOLE = len("2018-04-03")
_WEEKDAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)
_PAST = frozenset({"after", "since", "following", "from", "last", "had", "was", "were"})
_SINCE = 9
_BEGUN_REACH = 18
"""Words from *since* to the day on which something long described began."""
_SINCE_THEN = ("since", "then")
_THEN_REACH = 300
_TOLD_REACH = 3
_RECORD = 9
_NOUN_REACH = 2
_MADE_PUBLIC = frozenset({"released", "published", "issued", "unveiled"})
_PAPERS = frozenset(
    {
        "report",
        "statement",
        "findings",
        "figures",
        "survey",
        "study",
        "assessment",
        "data",
        "letter",
    }
)
_PAPER_REACH = 4
_AS_OF = ("as", "of")
_TO_REACH = 12
_BEGINNINGS = frozenset({"start", "beginning", "outset", "launch", "outbreak"})
_NOUNS = frozenset({"noun", "masdar"})
_CLAIM_REACH = 5
_PREVIOUS = ("the", "previous", "day")


def own_days(
    mentions: Mentions, clause: Clause, dates: tuple[DateValue, ...]
) -> tuple[DateValue, ...]:
    """The dates of a clause that are of what it tells; open behind one on which something began.

    Args:
        mentions: of the document.
        clause: the clause.
        dates: those that stand in it.
    """
    stated = _before(mentions, clause, _stated(mentions, clause, dates))
    stated = tuple(_counted_up_to(mentions, day) for day in stated)
    return _since(mentions, clause, _spanning(mentions, _once(stated)))


def _counted_up_to(mentions: Mentions, day: DateValue) -> DateValue:
    """A day behind English *as of*, or behind a beginning without a day, as the end of what is counted (killed 178 *as of July 14*, *from the start of the campaign to Tuesday*)."""
    first = mentions.token_at(day.span.start)
    words = mentions.tokens.words
    counted = may_bound(day) and (words[first - 2 : first] == _AS_OF or _to_here(words, first))
    return day if not counted else replace(day, edtf=f"../{day.edtf}", reason="until")


def _to_here(words: tuple[str, ...], first: int) -> bool:
    """Whether an English day closes a time that began with something of which no day is told (*from the beginning of* the campaign *to* Tuesday)."""
    if first < 1 or words[first - 1] != "to":
        return False
    ahead = words[max(0, first - _TO_REACH) : first - 1]
    spots = (i for i in range(len(ahead) - 2) if ahead[i : i + 2] == ("from", "the"))
    return any(ahead[i + 2] in _BEGINNINGS for i in spots)


def _before(
    mentions: Mentions, clause: Clause, dates: tuple[DateValue, ...]
) -> tuple[DateValue, ...]:
    """The days of an English clause, only *the previous day* right behind the deed where one stands there (on Saturday admitted a strike *the previous day*)."""
    ends = {t.tokens.end for t in clause.triggers if t.role == "noun"}
    own = tuple(day for day in dates if mentions.token_at(day.span.start) in ends)
    words = (mentions.tokens.words[mentions.token_at(day.span.start) :] for day in own)
    return own if any(told[: len(_PREVIOUS)] == _PREVIOUS for told in words) else dates


def ahead(
    mentions: Mentions, clause: Clause, dates: tuple[DateValue, ...]
) -> tuple[DateValue, ...]:
    """The dates of an English clause that tells what is to come, a bare weekday behind its verb as the next one (talks *will* resume *on Sunday*).

    Args:
        mentions: of the document.
        clause: the clause, of something planned.
        dates: those of it.
    """
    return tuple(_next_week(mentions, clause, day) for day in dates)


def _next_week(mentions: Mentions, clause: Clause, day: DateValue) -> DateValue:
    words, published = mentions.tokens.words, mentions.document.published
    first = mentions.token_at(day.span.start)
    line = words[clause.tokens.first : first]
    coming = max((i for i, word in enumerate(line) if word in _coming()), default=-1)
    bare = words[first] in _WEEKDAYS and mentions.range(day.span).end - first == 1
    yearless = day.reason == "looks-back" and not bare and day.weekday is None
    bare = bare or yearless
    if coming < 0 or not bare or not _PAST.isdisjoint(line[coming:]) or len(published) != _WHOLE:
        return day
    if len(day.edtf) != _WHOLE or not day.edtf < published:
        return day
    if yearless:
        return replace(day, edtf=f"{int(day.edtf[:4]) + 1}{day.edtf[4:]}", reason="looks-forward")
    later = date.fromisoformat(day.edtf) + timedelta(days=7)
    return replace(day, edtf=later.isoformat(), reason="looks-forward")


@cache
def _coming() -> frozenset[str]:
    """English words before a verb that tells what is to come."""
    return frozenset(load("clauses.toml")["en"]["coming"])


def since_then(mentions: Mentions, first: int) -> tuple[DateValue, ...]:
    """The time from the only day of the sentence before on, where *since then* opens an English one; () where none or several stand there.

    Args:
        mentions: of the document.
        first: the token that the sentence opens with.
    """
    words, text = mentions.tokens.words, mentions.document.text
    if words[first : first + 2] != _SINCE_THEN:
        return ()
    here = mentions.span(ranged(first, first + 2))
    ahead = text[max(0, here.start - _THEN_REACH) : here.start].rstrip()
    opens = max(ahead[:-1].rfind(". "), ahead.rfind("\n"), 0)
    days = within(mentions.dates, Span(here.start - len(ahead) - 1 + opens, here.start))
    told = {one.edtf: one for one in map(begun, days)}
    day = next(iter(told.values()), None)
    if day is None or len(told) != 1 or not may_bound(day):
        return ()
    return (DateValue(f"{day.edtf}/..", here.of(text), here, "since"),)


def _spanning(mentions: Mentions, dates: tuple[DateValue, ...]) -> tuple[DateValue, ...]:
    """The dates, one with an *until* right behind it as one span of time (منذ بداية الحملة *في حزيران حتى 18 آب*)."""
    found: list[DateValue] = []
    for day in dates:
        begun_on = found[-1] if found else None
        if begun_on is not None and day.edtf.startswith("../") and _meet(mentions, begun_on, day):
            span = Span(begun_on.span.start, day.span.end)
            edtf = f"{begun_on.edtf}/{day.edtf.removeprefix('../')}"
            found[-1] = DateValue(edtf, span.of(mentions.document.text), span, "range")
        else:
            found.append(day)
    return tuple(found)


def _meet(mentions: Mentions, first: DateValue, until: DateValue) -> bool:
    """Whether nothing stands between a plain date and an *until*."""
    between = mentions.document.text[first.span.end : until.span.start].strip(" و،,")
    return not between and "/" not in first.edtf and "[" not in first.edtf


def _once(dates: tuple[DateValue, ...]) -> tuple[DateValue, ...]:
    """The dates without a bare *today* beside one that names the same day (قبل ساعة من ظهر اليوم الاثنين 5 نيسان)."""
    named = {day.edtf for day in dates if day.reason != "called-today"}
    return tuple(day for day in dates if day.reason != "called-today" or day.edtf not in named)


def _since(
    mentions: Mentions, clause: Clause, dates: tuple[DateValue, ...]
) -> tuple[DateValue, ...]:
    """The dates of an English clause, open behind one on which something began (*since* fighting erupted on 15 April)."""
    words = mentions.tokens.words
    if not dates or "since" not in words[clause.tokens.first : clause.tokens.end]:
        return dates
    return tuple(_open(words, clause, mentions.token_at(day.span.start), day) for day in dates)


def _stated(
    mentions: Mentions, clause: Clause, dates: tuple[DateValue, ...]
) -> tuple[DateValue, ...]:
    """The dates of a clause without those of an event that it is likened to, and without *today* behind a verb of saying."""
    floor = clause.tokens.first
    return tuple(
        day
        for day in dates
        if not (
            of_others(mentions, day, floor)
            or _told_today(mentions, day)
            or _of_words(mentions, day, floor)
            or _of_a_record(mentions, day, floor)
            or _of_the_answer(mentions, clause, day)
            or _released(mentions, day)
            or _of_the_claim(mentions, clause, day)
            or of_an_agreement(mentions, day, floor)
        )
    )


def _released(mentions: Mentions, day: DateValue) -> bool:
    """Whether an English day is that on which a text was made public (in a report *released on Thursday*), no day of what it tells."""
    words, first = mentions.tokens.words, mentions.token_at(day.span.start)
    first -= words[first - 1] == "on"
    if words[first - 1] not in _MADE_PUBLIC:
        return False
    return not _PAPERS.isdisjoint(words[max(0, first - _PAPER_REACH) : first])


def _of_the_answer(mentions: Mentions, clause: Clause, day: DateValue) -> bool:
    """Whether a day stands before the words by which an Arabic clause only tells what was answered (… صباح اليوم *رداً على* قصف البلدة)."""
    words, end = mentions.tokens.words, mentions.range(day.span).end
    if day.text.isascii() or not clause.triggers:
        return False
    deed = clause.triggers[0].tokens.first
    return end < deed and any(
        words[at] == phrase[0] and answers_at(words, at, phrase, deed)
        for phrase in answering()
        for at in range(end, deed)
    )


def _of_the_claim(mentions: Mentions, clause: Clause, day: DateValue) -> bool:
    """Whether a day stands between an Arabic verb of claiming or condemning and the noun of the deed it speaks of (*تبنى* الفصيل *أمس* هجوماً …)."""
    words, here = mentions.tokens.words, mentions.range(day.span)
    deed = next(iter(clause.triggers), None)
    if deed is None or deed.role not in _NOUNS or deed.tokens.first < here.end:
        return False
    ahead = words[clause.tokens.first : here.first]
    return any(_bare(word) in _claiming() for word in ahead) or _to_come(mentions, day, ahead)


def _to_come(mentions: Mentions, day: DateValue, ahead: tuple[str, ...]) -> bool:
    """Whether an Arabic day before the noun of a deed is later than the text, and nobody is told to do this then (تنظر المحكمة *غداً* قضية تفجير …)."""
    later = day.edtf[:_WHOLE] > mentions.document.published[:_WHOLE] != ""
    whole = len(day.edtf) >= _WHOLE and day.edtf[:_WHOLE].replace("-", "").isdecimal()
    acts = any(_bare(word) in markers().carrying for word in ahead)
    return later and whole and not (day.text.isascii() or acts)


def of_a_claim(mentions: Mentions, day: DateValue, start: int) -> bool:
    """Whether a day stands right behind who condemns or claims something in Arabic (دانت فرنسا *أمس الجمعة* …): no event is told to be of it.

    Args:
        mentions: of the document.
        day: the day.
        start: the offset at which its sentence begins.
    """
    words, first = mentions.tokens.words, mentions.token_at(day.span.start)
    low = max(mentions.token_at(start), first - _CLAIM_REACH)
    ahead = words[low:first]
    verb = next((i for i, word in enumerate(ahead) if _bare(word) in _claiming()), len(ahead))
    return verb < len(ahead) and not any(look_up("predicates", word) for word in ahead[verb + 1 :])


def _bare(word: str) -> str:
    return word.removeprefix("و").removeprefix("ف")


@cache
def _claiming() -> frozenset[str]:
    """Folded Arabic verbs by which somebody claims a deed or speaks of it."""
    return frozenset(map(fold, load("astray.toml")["ar"]["claiming"]))


def _of_a_record(mentions: Mentions, day: DateValue, floor: int) -> bool:
    """Whether an English day only bounds a record (*the first* raid *since 2006*, *the deadliest* since then)."""
    words, first = mentions.tokens.words, mentions.token_at(day.span.start)
    low = max(floor, first - _SINCE)
    at = next((i for i in range(first, low - 1, -1) if words[i] == "since"), None)
    if at is None:
        return False
    return not records().isdisjoint(words[max(floor, at - _RECORD) : at])


def _told_today(mentions: Mentions, day: DateValue) -> bool:
    """Whether an English *today* says when something was told (officials *reported* results *today* from nine strikes)."""
    words, first = mentions.tokens.words, mentions.token_at(day.span.start)
    if words[first] != "today":
        return False
    ahead = words[max(0, first - _TOLD_REACH) : first]
    said = any(
        one.role == "cue" and not one.only_after for word in ahead for one in look_up("cues", word)
    )
    return said and not any(look_up("predicates", word) for word in ahead)


def _of_words(mentions: Mentions, day: DateValue, floor: int) -> bool:
    """Whether an Arabic *today* is that of a statement or of a remembrance (في بيان له *اليوم*، نستذكر *اليوم*)."""
    words, first = mentions.tokens.words, mentions.token_at(day.span.start)
    ahead = words[max(floor, first - _NOUN_REACH) : first]
    if not ahead or day.text.isascii():
        return False
    stating, whose, remembering = _of_saying()
    last = ahead[-1].removeprefix("و")
    if last in stating or last in remembering:
        return True
    return len(ahead) > 1 and last in whose and ahead[-2] in stating


@cache
def _of_saying() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Folded Arabic words: texts and positions that are made public, whose they are, and verbs of remembering."""
    data = load("astray.toml")["ar"]
    stating, whose, remembering = (
        frozenset(map(fold, data[name])) for name in ("stating", "stating_of", "remembering")
    )
    return stating, whose, remembering


def _open(words: tuple[str, ...], clause: Clause, first: int, day: DateValue) -> DateValue:
    ahead = words[max(clause.tokens.first, first - _BEGUN_REACH) : first]
    if "since" not in ahead or not may_bound(day):
        return day
    between = ahead[ahead.index("since") + 1 :]
    began = any(word in begins_then() or word.endswith("ed") for word in between)
    began = began and all(word[0].isalnum() or word == "-" for word in between)
    return replace(day, edtf=f"{day.edtf}/..", reason="since") if began else day


def may_bound(day: DateValue) -> bool:
    """Whether a time can be where a longer one begins or ends: it has no two ends itself, and is not one of several days (5/2)."""
    return "/" not in day.edtf and "[" not in day.edtf


def begun(day: DateValue) -> DateValue:
    """The day itself of a time that is open behind it (since 7 May: 7 May)."""
    return replace(day, edtf=day.edtf.removesuffix("/.."))
