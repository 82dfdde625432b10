"""From where to where the subject of an English verb of saying reaches.

Back from the verb to a pause, a connective or another predicate; without the adverbs and the day of the saying at its end, and
without the day or place that opens its sentence.
"""

from __future__ import annotations

from claims.extraction.lexicon import match
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.smallwords import speech_words

_MARKS = frozenset(',"”»:;()\n«“')
FARTHEST = 16
"""How many words at most a subject is looked for in."""
_OPENING = 2
_SAID_IN = 6
_SHORT_FORM = 9
_TIME = 5
_MONTH = "may"


def subject_start(mentions: Mentions, sentence: Range, end: int) -> int:
    """Where the subject of a verb at ``end`` begins: behind a pause, a connective or another predicate."""
    words = mentions.tokens.words
    first = end
    low = max(sentence.first, end - FARTHEST)
    while first > low:
        before = words[first - 1]
        if before in _MARKS or before in speech_words("before subject"):
            break
        if before == "-" and not _hyphen(mentions, first - 1):
            break
        if before == "." and not _abbreviates(mentions, first - 1):
            break
        first -= 1
    joined = [i for i in range(first, end) if words[i] == "and"]
    for index in reversed(joined):
        if any(acts(words, at, index) for at in range(first, index)):
            return index + 1
    return first + (first < end and words[first] in {"and", "but"})


def tells_finite(mentions: Mentions, stretch: Range) -> bool:
    """Whether an auxiliary makes words a sentence of their own; the month of *last May* is none."""
    words, finite = mentions.tokens.words, speech_words("finite")
    return any(
        words[i] in finite and not (words[i] == _MONTH and mentions.tokens.initial(i).isupper())
        for i in range(stretch.first, stretch.end)
    )


def acts(words: tuple[str, ...], index: int, end: int) -> bool:
    """Whether a verb of a deed begins at ``index``."""
    found = match("predicates", words, index, end)
    return found is not None and found[0].role in {"verb", "light"}


def _hyphen(mentions: Mentions, index: int) -> bool:
    """Whether a dash is written inside of a word (al-Maliki)."""
    return mentions.origins[index] == mentions.origins[index - 1] + len(
        mentions.tokens.quote(index - 1, index)
    )


def _abbreviates(mentions: Mentions, index: int) -> bool:
    """Whether a full stop ends a short form inside of a name (U.S., Dr., Lt. Gen.)."""
    return index > 0 and mentions.tokens.quote(index - 1, index)[:1].isupper()


def without_adverbs(mentions: Mentions, name: Range) -> int:
    """Where a subject ends before its auxiliaries, adverbs and the day of the saying (the army *later on Monday* said)."""
    words, end = mentions.tokens.words, name.end
    dates = {
        mentions.range(d.span).end: d.span for d in within(mentions.dates, mentions.span(name))
    }
    while end > name.first:
        if end in dates:
            end = max(name.first, mentions.range(dates[end]).first)
        elif words[end - 1] in speech_words("between"):
            end -= 1
        else:
            break
    return end


def without_opening(mentions: Mentions, name: Range) -> int:
    """Where a subject begins behind the day or place that opens its sentence (*On Tuesday* the ministry said)."""
    words = mentions.tokens.words
    if name.first < name.end and words[name.first] == "last":
        days = within(mentions.dates, mentions.span(name))
        opens = bool(days) and mentions.token_at(days[0].span.start) == name.first
        return min(mentions.range(days[0].span).end, name.end) if opens else name.first
    if name.first >= name.end or words[name.first] not in speech_words("opening place"):
        return name.first
    span = mentions.span(name)
    dates, places = within(mentions.dates, span), within(mentions.places, span)
    opening = [one.span for one in dates] + [one.span for one in places]
    ends = [
        found.end for found in map(mentions.range, opening) if found.first <= name.first + _OPENING
    ]
    return max(ends, default=name.first)


def before_brackets(words: tuple[str, ...], sentence: Range, verb: int) -> int:
    """Where a short form in brackets begins that stands between a subject and its verb (Public Relations *(ISPR)* said); else ``verb``."""
    if words[verb - 1] != ")":
        return verb
    line = range(verb - 2, max(sentence.first, verb - _SHORT_FORM), -1)
    return next((i for i in line if words[i] == "("), verb)


def before_statement(words: tuple[str, ...], sentence: Range, verb: int) -> int:
    """Where the words begin that tell in what it was said, between a subject and its verb (the mission *in a statement* said); else ``verb``."""
    if verb <= sentence.first or words[verb - 1] not in speech_words("saying noun"):
        return verb
    line = range(verb - 2, max(sentence.first, verb - _SAID_IN), -1)
    spoken = speech_words("spoken")
    found = next((i for i in line if words[i] in spoken or not words[i].isalpha()), verb)
    return found if words[found] in spoken and found < verb else verb


def behind_time(words: tuple[str, ...], name: Range) -> int:
    """Where a subject begins behind how long before or after it was (*a few hours earlier* the ministry had …)."""
    line = range(name.first, min(name.end - 1, name.first + _TIME))
    return next((i + 1 for i in line if words[i] in {"earlier", "later", "ago"}), name.first)
