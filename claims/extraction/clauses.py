"""Where one clause ends and the next begins.

A sentence of news strings several statements together. It is cut at words that open an effect (ما أدى إلى), an effect
that stayed away (دون وقوع), a cause (جراء), a contrast (بينما), an elaboration (حيث) or a relative clause (التي), before a
verb or verbal noun that is joined by و to another predicate, and where somebody begins to speak. Each clause knows how
it hangs on the one before it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from claims.extraction.causing import (
    answering,
    beside_deed,
    brought_about,
    by_deed,
    by_event,
    earlier_deed,
    led_to,
    pointing,
    set_beside,
)
from claims.extraction.joining import PAUSE, further_strikes, joined
from claims.extraction.lexicon import Word, known_in, look_up, match
from claims.extraction.mentions import Mentions, Range, ranged, within
from claims.extraction.parting import parted, turns
from claims.extraction.smallwords import (
    completing,
    framing,
    recalled,
    scenic,
    speech_words,
    undergone,
    untimed,
)
from claims.extraction.speech import Speech
from claims.extraction.triggers import Trigger, begins
from claims.extraction.went_before import went_before
from claims.model.quick import quick

_CARRYING = frozenset({"strike", "clash"})
_DEEDS = frozenset({"strike", "clash"})
_SUFFERED = frozenset({"casualties", "damage", "displacement"})
_DEED_NOUNS = frozenset({"noun", "masdar"})
_LONGEST_FRAME = 16
_OF_A_GERUND = frozenset(
    {"for", "of", "by", "from", "without", "after", "before", "despite", "was", "were", "is", "are"}
    | {"been", "be", "while", "when"}
)
"""Words behind which an English gerund brings nothing about (as they *were leaving* town)."""
_HOURS = frozenset({"noon", "midnight", "dawn", "sunrise", "sunset", "midday"})
_HALVES = {(":",), ("am",), ("pm",), ("a", "."), ("p", ".")}
_ADDED_PLACE = ("as", "well", "as")
_NOUN_REACH = 12
_TELLING = frozenset({"verb", "light"})
_BE = frozenset({"was", "were", "is", "are"})
_PASSIVE = 5
_VERB_REACH = 2
_PLAIN_LENGTH = 3
_SUBJECT_LENGTH = 3
_SUBJECTS = frozenset({"ان", "بان"})
_QUOTES = frozenset('"“')
_AT_A_TIME = ("في", "وقت")
_ADDING = "ضافه"
_ADDED_REACH = 3
_CAUSING = frozenset({"following", "عندما", "وعندما"})
"""Words that open a statement of its own, and what brought a loss about where a deed is right behind them."""
_WHETHER = ("ما", "اذا")
"""What nobody knows, no condition (لا يعرف ما إذا)."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence with its predicates.

    Attributes:
        tokens: where it stands.
        link: ``main``, ``joined``, ``again`` (joined with an auxiliary of its own), ``moment`` (what happened on the day before it), ``said`` or one of `claims.extraction.lexicon.LINKS`.
        triggers: its predicates, in order.
        reach: one past the last token of the words after it that only tell about one of its nouns or why it was done.
    """

    tokens: Range
    link: str
    triggers: tuple[Trigger, ...]
    reach: int = 0

    @property
    def whole(self) -> Range:
        """The clause with what only tells about its nouns."""
        own = self.tokens
        return ranged(own.first, self.reach) if self.reach > own.end else own


_clause = quick(Clause)


def cut(
    mentions: Mentions,
    sentence: Range,
    triggers: tuple[Trigger, ...],
    speeches: tuple[Speech, ...],
) -> tuple[Clause, ...]:
    """The clauses of a sentence, in order; heads of speech belong to none."""
    words = mentions.tokens.words
    cuts = dict(_said(sentence, speeches))
    for index, link in [
        *_framed(mentions, sentence),
        *_moments(mentions, sentence),
        *_links(words, sentence, triggers, (frozenset(cuts), _whereabouts(mentions, sentence))),
        *further_strikes(words, triggers),
        *joined(words, sentence, triggers),
        *by_deed(words, triggers),
        *led_to(words, sentence, triggers),
        *pointing(words, sentence, triggers),
        *beside_deed(words, sentence, triggers),
        *answering(words, sentence, triggers),
        *earlier_deed(words, triggers),
        *set_beside(words, sentence, triggers),
    ]:
        cuts.setdefault(index, link)
    for index, link in (
        *turns(mentions, sentence, triggers),
        *parted(mentions, sentence, triggers),
        *(back for back in went_before(words, sentence, triggers) if back[0] - 1 not in cuts),
    ):
        cuts.setdefault(index, link)
    inner = _in_brackets(words, sentence)
    cuts = {index: link for index, link in cuts.items() if index not in inner or link == "head"}
    heads = [speech.head for speech in speeches]
    bounds = sorted({sentence.first, *cuts, sentence.end})
    ends = {head.first: head.end for head in reversed(heads)}
    found = []
    starts = [begins(trigger) for trigger in triggers]
    for first, end in pairwise(bounds):
        if cuts.get(first) == "head":
            continue
        begin = ends.get(first, first)
        if begin < end:
            inside = triggers[bisect_left(starts, begin) : bisect_left(starts, end)]
            found.append(_clause(ranged(begin, end), cuts.get(first, "main"), inside))
    return tuple(found)


def _same_subject(words: tuple[str, ...], here: Range, triggers: tuple[Trigger, ...]) -> bool:
    """Whether *but* stands right before an English verb, which then has the subject, day and place of the clause before it (caused no deaths *but wounded* ten)."""
    if words[here.first] != "but":
        return False
    behind = here.end + (words[here.end : here.end + 1] == ("also",))
    if not _BE.isdisjoint(words[behind + 1 : behind + _PASSIVE]):
        return False
    told = words[behind].endswith("ed")
    return any(t.tokens.first == behind and (told or t.role == "verb") for t in triggers)


def _in_brackets(words: tuple[str, ...], sentence: Range) -> frozenset[int]:
    """The tokens inside of closed round brackets: what stands there opens no clause of its own."""
    found: set[int] = set()
    opened = -1
    if ")" not in words[sentence.first : sentence.end]:
        return frozenset()
    for index in range(sentence.first, sentence.end):
        if words[index] == "(":
            opened = index
        elif words[index] == ")" and opened >= 0:
            found.update(range(opened + 1, index))
            opened = -1
    return frozenset(found)


def _said(sentence: Range, speeches: tuple[Speech, ...]) -> Iterator[tuple[int, str]]:
    for speech in speeches:
        yield speech.head.first, "head"
        begins = max(speech.scope.first, speech.head.end)
        if begins < sentence.end:
            yield begins, "elaboration" if speech.goes_on else "said"


def _links(
    words: tuple[str, ...],
    sentence: Range,
    triggers: tuple[Trigger, ...],
    known: tuple[frozenset[int], frozenset[int]],
) -> Iterator[tuple[int, str]]:
    openings, whereabouts = known
    spots = frozenset(known_in("clauses", words, sentence.first, sentence.end))
    index = cut_last = sentence.first
    closes, resumes = -1, "main"
    while index < sentence.end:
        if (
            index == closes
            and index + 1 < sentence.end
            and words[index + 1] not in speech_words("relative")
        ):
            yield index, resumes
        if index in openings:
            cut_last = index
        hit = match("clauses", words, index, sentence.end) if index in spots else None
        if hit is None or _opens_none(words, index):
            index += 1
            continue
        word, after = hit
        here = ranged(index, after)
        told = _told_behind(words, here, word, triggers)
        if told or word.role == "cause":
            if told:
                yield index, told
                cut_last = index
        elif word.role == "relative" or _tells_of_opening(words, here, triggers):
            closes_at = _relative_end(words, Range(after, sentence.end), triggers, whereabouts)
            carried = words[index] != "who" and _tells_the_event(words, index, after, triggers)
            if after not in openings and not carried and not _resumed(index, closes_at, triggers):
                closes, resumes = closes_at, _resuming(words, (sentence.first, index), triggers)
                yield index, "relative"
        elif _opens(words, Range(index, after), word, (index - cut_last, sentence.end)):
            yield index, "joined" if _same_subject(words, here, triggers) else word.role
            cut_last = index
        index = after


def _opens_none(words: tuple[str, ...], index: int) -> bool:
    """Whether a connective belongs to the word before it (*the who*, we know *that*, ما *إذا*) and opens no clause."""
    named = words[index] == "who" and words[index - 1] == "the"
    return named or _completes(words, index) or words[index - 1 : index + 1] == _WHETHER


def _tells_of_opening(words: tuple[str, ...], here: Range, triggers: tuple[Trigger, ...]) -> bool:
    """Whether *where* tells about a place that opens a sentence (*In Rafah, where* a million shelter, a strike …)."""
    where = words[here.first : here.end] == (",", "where")
    return where and not any(trigger.tokens.first < here.first for trigger in triggers)


def _resuming(
    words: tuple[str, ...], opening: tuple[int, int], triggers: tuple[Trigger, ...]
) -> str:
    """The link of the words behind a relative clause: one that tells about where an English sentence opens leaves them that place.

    Args:
        words: of the document.
        opening: where the sentence begins, and its relative clause.
        triggers: the predicates of the sentence.
    """
    first_word, relative = opening
    opening_place = words[first_word] in speech_words("opening place")
    first = bool(triggers) and triggers[0].tokens.first > relative
    return "elaboration" if opening_place and first else "main"


def _told_behind(
    words: tuple[str, ...], here: Range, word: Word, triggers: tuple[Trigger, ...]
) -> str:
    """The link of what brought a loss about (died *following a raid*), or of what happened at an event (an attack *in which* …), "" for none."""
    if word.role == "cause" or words[here.first] in _CAUSING:
        caused = brought_about(words, here, triggers)
        event = words[here.first] != "following" and by_event(words, here, triggers)
        return "cause" if caused or event else ""
    at_it = words[here.first] == "which" and words[here.first - 1] in {"in", "during"}
    return "elaboration" if at_it else ""


def _framed(mentions: Mentions, sentence: Range) -> Iterator[tuple[int, str]]:
    """Where the main clause begins behind an opening *since* or *when* clause of English, which only says when."""
    words = mentions.tokens.words
    if words[sentence.first] not in framing():
        return
    line = range(sentence.first + 2, min(sentence.end - 2, sentence.first + _LONGEST_FRAME))
    days = [mentions.range(d.span) for d in within(mentions.dates, mentions.span(sentence))]
    marks = (i for i in line if words[i] == ",")
    comma = next((i for i in marks if not any(i in day for day in days)), None)
    if comma is not None and words[comma + 1] not in {"and", "or"} and words[comma + 1].isalnum():
        yield comma + 1, "elaboration"


def _moments(mentions: Mentions, sentence: Range) -> Iterator[tuple[int, str]]:
    """Where an English clause tells what happened on the day that something goes on since (closed since 7 May, *when* forces took …)."""
    words = mentions.tokens.words
    if "when" not in words[sentence.first : sentence.end]:
        return
    for index in range(sentence.first + 1, sentence.end - 1):
        if words[index] == "when" and words[index - 1] == ",":
            days = within(mentions.dates, mentions.span(Range(sentence.first, index)))
            since = bool(days) and days[-1].edtf.endswith("/..")
            if since and mentions.range(days[-1].span).end == index - 1:
                yield index, "moment"


def _completes(words: tuple[str, ...], index: int) -> bool:
    """Whether *that* leads on to what is known or doubted (we know *that*, it was assessed *that*), and is no relative pronoun."""
    if words[index] != "that" or index < _PLAIN_LENGTH:
        return False
    if words[index - 1] in completing():
        return True
    hit = match("modality", words, index - 2, index + 1)
    doubt = hit is not None and hit[1] == index + 1
    assessed = words[index - _PLAIN_LENGTH] == "it" and bool(look_up("cues", words[index - 1]))
    return doubt or assessed


def _no_connective(words: tuple[str, ...], here: Range, end: int) -> bool:
    """Whether *before* stands behind a span of time (three months *before*,), or *not* denies no other deed."""
    if words[here.first] in {"before", "after"} and here.end < end:
        return words[here.end] in {",", "."} or _is_clock(words, here.end)
    if words[here.first] == "following" and here.first:
        return words[here.first - 1] in {"the", "over"}
    gerund = words[here.first] == "while" and here.end < end and words[here.end].endswith("ing")
    if gerund or words[here.first : here.end] == _ADDED_PLACE:
        return not _tells_more(words, here, end)
    return words[here.first] == "not" and not _deed_behind(words, here, end)


def _is_clock(words: tuple[str, ...], at: int) -> bool:
    """Whether a time of the day stands at a token (shortly before *7:45*, just after *3 am*, before *noon*)."""
    behind = words[at + 1 : at + 3]
    hour = words[at].isdecimal() and (behind[:1] in _HALVES or behind in _HALVES)
    return hour or words[at] in _HOURS


def _tells_more(words: tuple[str, ...], here: Range, end: int) -> bool:
    """Whether a predicate stands behind an English connective, before the next pause (*as well as* wounding five, not *as well as the town of …*)."""
    pause = next((i for i in range(here.end, end) if words[i] in PAUSE), end)
    return any(match("predicates", words, i, pause) for i in range(here.end, pause))


def _opens(words: tuple[str, ...], here: Range, word: Word, room: tuple[int, int]) -> bool:
    """Whether a connective opens a clause.

    A bare subject before a verb of effect stays with it; short connectives (كما، حيث) open one after a pause or before
    a predicate.

    Args:
        words: of the document.
        here: the connective.
        word: its entry.
        room: tokens since the last cut, and where the sentence ends.
    """
    since, end = room
    gerund = word.role == "effect" and words[here.first - 1] in _OF_A_GERUND
    if gerund or _no_connective(words, here, end) or _says_when(words, here, end):
        return False
    if since == 0 or words[here.first - 1] in PAUSE or words[here.first - 1] in _QUOTES:
        return True
    if word.role == "effect":
        low = max(0, here.first - min(since, _SUBJECT_LENGTH))
        return since > _SUBJECT_LENGTH and _SUBJECTS.isdisjoint(words[low : here.first])
    if word.role == "uneventful" or word.tail or len(words[here.first]) > _PLAIN_LENGTH:
        return True
    return any(
        words[index] == "تم" or match("predicates", words, index, end) is not None
        for index in range(here.end, min(end, here.end + _VERB_REACH))
    )


def _says_when(words: tuple[str, ...], here: Range, end: int) -> bool:
    """Whether في وقت says when something was (في وقت متأخر), or إضافة إلى adds a thing to a list and tells nothing."""
    behind = words[here.end : min(end, here.end + 1)]
    if words[here.first : here.end] == _AT_A_TIME:
        return not behind or behind[0] in untimed()
    adds = words[here.first].endswith(_ADDING)
    reach = range(here.end, min(end, here.end + _ADDED_REACH))
    return adds and all(match("predicates", words, index, end) is None for index in reach)


def _deed_behind(words: tuple[str, ...], here: Range, end: int) -> bool:
    """Whether a noun of action stands right behind *not* (a truck bomb did it, *not an air strike*)."""
    found = (match("predicates", words, i, end) for i in range(here.end, min(end, here.end + 2)))
    return words[here.first - 1] == "," and any(hit and hit[0].role == "noun" for hit in found)


def _tells_the_event(
    words: tuple[str, ...], index: int, after: int, triggers: tuple[Trigger, ...]
) -> bool:
    """Whether a relative clause carries on the noun of action it follows (the raids that the Coalition launched, القصف الذي *تعرضت له* المدينة)."""
    middle = bisect_left(triggers, index, key=begins)
    high = bisect_left(triggers, after + _VERB_REACH + 1, key=begins)
    nearest = triggers[middle - 1] if middle else None
    before = (
        nearest is not None
        and nearest.kind in _CARRYING
        and index - nearest.tokens.end < _NOUN_REACH
    )
    if nearest is not None and before and words[after : after + 1]:
        named = nearest.role in _DEED_NOUNS and words[nearest.tokens.first - 1] not in recalled()
        if words[after] in undergone():
            return named
    return before and any(
        trigger.kind in _CARRYING and trigger.role in _TELLING and trigger.tokens.first >= after
        for trigger in triggers[middle:high]
    )


def _resumed(index: int, closes: int, triggers: tuple[Trigger, ...]) -> bool:
    """Whether a verb right behind a relative clause goes on with the deed before it (قصف مصدره المناطق التي …، استهدف …)."""
    low, high = (bisect_left(triggers, at, key=begins) for at in (index, closes + 1))
    if low == 0 or high >= len(triggers):
        return False
    deed, verb = triggers[low - 1], triggers[high]
    alike = deed.kind == verb.kind and deed.kind in _CARRYING and deed.role in _DEED_NOUNS
    return alike and verb.role == "verb" and verb.tokens.first == closes + 1 and not verb.joined


def _abbreviates(words: tuple[str, ...], index: int, end: int) -> bool:
    """Whether a full stop inside of an English sentence closes a letter or a short form (*the U.S. raid*, *Jan. 3*)."""
    if words[index] != "." or index + 1 >= end:
        return False
    before = words[index - 1]
    short = len(before) == 1 or words[index + 1].isdecimal()
    return short and before.isascii() and before.isalpha()


def _relative_end(
    words: tuple[str, ...],
    room: Range,
    triggers: tuple[Trigger, ...],
    whereabouts: frozenset[int],
) -> int:
    """Where a relative clause closes: at the first pause behind which more than its place or time follows."""
    start, end = room.first, room.end
    pauses = [
        i
        for i in range(start, end)
        if words[i] in {"،", ",", "؛", "."} and not _abbreviates(words, i, end)
    ]
    for pause, after in pairwise([*pauses, end]):
        scenes = pause + 1 in whereabouts or (words[pause] == "،" and pause + 1 < end)
        if not scenes or (words[pause] == "،" and words[pause + 1] not in scenic()):
            return pause
        low = bisect_left(triggers, pause, key=begins)
        if low < len(triggers) and triggers[low].tokens.first < after:
            return pause
    return end


def _whereabouts(mentions: Mentions, sentence: Range) -> frozenset[int]:
    """Where the days and places of a sentence begin that stand behind an English comma (near Jilib, *Somalia, Jan. 3*)."""
    words, span = mentions.tokens.words, mentions.span(sentence)
    if "," not in words[sentence.first : sentence.end]:
        return frozenset()
    spans = [one.span for one in within(mentions.dates, span)]
    spans += [one.span for one in within(mentions.places, span)]
    starts = (mentions.token_at(one.start) for one in spans)
    return frozenset(at for at in starts if at > sentence.first and words[at - 1] == ",")
