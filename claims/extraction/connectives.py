"""Which connectives open a clause, and where it begins: at the connective, or at the words that measure it (*just days* after)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from claims.extraction.causing import brought_about, by_event
from claims.extraction.joining import PAUSE
from claims.extraction.lexicon import Word, look_up, match, spots_of
from claims.extraction.mentions import Range, ranged
from claims.extraction.relatives import (
    carries_event,
    relative_end,
    resumed_behind,
    resuming,
    tells_of_opening,
)
from claims.extraction.smallwords import completing, numbers, speech_words, untimed
from claims.extraction.triggers import Trigger
from claims.text.tokens import Tokens, where

_OF_A_GERUND = frozenset(
    {"for", "of", "by", "from", "without", "after", "before", "despite", "was", "were", "is", "are"}
    | {"been", "be", "while", "when"}
)
"""Words behind which an English gerund brings nothing about (as they *were leaving* town)."""
_HOURS = frozenset({"noon", "midnight", "dawn", "sunrise", "sunset", "midday"})
_HALVES = {(":",), ("am",), ("pm",), ("a", "."), ("p", ".")}
_ADDED_PLACE = ("as", "well", "as")
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
_DEEDS = frozenset({"strike", "clash"})
_AUXILIARY = frozenset({"was", "were", "is", "are", "be", "been", "being"})
_MEANT = frozenset({"such", "used"})
_USED_REACH = 10
"""Words of *used by the group to*."""
_BEYOND = frozenset({"after", "before"})
_SPANS = frozenset(
    f"{span}{end}"
    for span in ("minute", "hour", "day", "night", "week", "month", "year", "decade")
    for end in ("", "s")
)
_MEASURING = frozenset(
    {
        "just",
        "only",
        "barely",
        "a",
        "an",
        "few",
        "several",
        "couple",
        "of",
        "less",
        "more",
        "than",
        "nearly",
    }
    | {
        "almost",
        "about",
        "some",
        "exactly",
        "mere",
        "shortly",
        "soon",
        "immediately",
        "right",
        "long",
        "many",
    }
)
"""English words before *after* and *before*, or before a span of time there, that say by how much."""


def measures(word: str) -> bool:
    """Whether an English word says, before *after* and *before*, by how much (*shortly* after, two *hours* before)."""
    return word in _SPANS or word in _MEASURING


def links(
    cut: Tokens,
    sentence: Range,
    triggers: tuple[Trigger, ...],
    known: tuple[frozenset[int], frozenset[int]],
) -> Iterator[tuple[int, str]]:
    """Where connectives and the ends of relative clauses open a clause, and how it hangs on the one before.

    Args:
        cut: the document.
        sentence: the sentence.
        triggers: its predicates.
        known: where clauses begin already, and where days and places stand behind a comma.
    """
    words, (openings, whereabouts) = cut.words, known
    spots = frozenset(spots_of("clauses", cut, sentence.first, sentence.end))
    stops = sorted(spots | openings)
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
            index = _next_stop(stops, index, closes, sentence.end)
            continue
        word, after = hit
        here = ranged(index, after)
        told = _told_behind(words, here, word, triggers)
        if told or word.role == "cause":
            if told:
                yield index, told
                cut_last = index
        elif word.role == "relative" or tells_of_opening(words, here, triggers):
            closes_at = relative_end(words, Range(after, sentence.end), triggers, whereabouts)
            carried = words[index] != "who" and carries_event(words, index, after, triggers)
            if (
                after not in openings
                and not carried
                and not resumed_behind(index, closes_at, triggers)
            ):
                closes, resumes = closes_at, resuming(words, (sentence.first, index), triggers)
                yield index, "relative"
        elif _opens(words, Range(index, after), word, (index - cut_last, sentence.end)):
            begin = _measured(words, here, cut_last)
            yield begin, "joined" if _same_subject(words, here, triggers) else word.role
            cut_last = index
        index = after


def _next_stop(stops: list[int], index: int, closes: int, end: int) -> int:
    """The next token behind ``index`` at which a clause may begin or a relative clause closes."""
    at = bisect_right(stops, index)
    following = stops[at] if at < len(stops) else end
    return closes if index < closes < following else following


def only_meant(
    words: tuple[str, ...], sentence: Range, triggers: tuple[Trigger, ...]
) -> Iterator[tuple[int, str]]:
    """Where English words only tell what a thing is for, or give a deed as an example (sites *used by the group to attack* ships, operations *such as attacks* on …)."""
    for index in where(words, _MEANT, sentence.first + 1, sentence.end - 2):
        if _only_meant(words, index, triggers):
            yield index, "purpose"


def _only_meant(words: tuple[str, ...], first: int, triggers: tuple[Trigger, ...]) -> bool:
    """Whether *such as* and a deed stand at a token, or *used by*, who uses it, and what for."""
    if words[first : first + 2] == ("such", "as"):
        return any(first + 2 <= t.tokens.first <= first + 3 for t in triggers if t.kind in _DEEDS)
    if words[first : first + 2] != ("used", "by") or words[first - 1] in _AUXILIARY:
        return False
    verbs = (t.tokens.first for t in triggers if t.tokens.first > first + 2)
    return any(words[at - 1] == "to" and at - first <= _USED_REACH for at in verbs)


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


def _opens_none(words: tuple[str, ...], index: int) -> bool:
    """Whether a connective belongs to the word before it (*the who*, we know *that*, ما *إذا*) and opens no clause."""
    named = words[index] == "who" and words[index - 1] == "the"
    return named or _completes(words, index) or words[index - 1 : index + 1] == _WHETHER


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


def _same_subject(words: tuple[str, ...], here: Range, triggers: tuple[Trigger, ...]) -> bool:
    """Whether *but* stands right before an English verb, which then has the subject, day and place of the clause before it (caused no deaths *but wounded* ten)."""
    if words[here.first] != "but":
        return False
    behind = here.end + (words[here.end : here.end + 1] == ("also",))
    if not _BE.isdisjoint(words[behind + 1 : behind + _PASSIVE]):
        return False
    told = words[behind].endswith("ed")
    return any(t.tokens.first == behind and (told or t.role == "verb") for t in triggers)


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


def _counts(words: tuple[str, ...], at: int) -> bool:
    """Whether a number counts the span of time behind it, and not whom the verb before it befell (wounding *90* hours after …)."""
    number = words[at].isdecimal() or words[at] in numbers()
    return number and not look_up("predicates", words[at - 1]) and words[at - 1] != "and"


def _measured(words: tuple[str, ...], here: Range, floor: int) -> int:
    """Where the words begin that say how long after or before (*less than two weeks* after the attack); no token before ``floor``."""
    first = here.first
    if words[here.end - 1] not in _BEYOND or first <= floor:
        return first
    spanned = words[first] in _SPANS
    if not spanned and words[first - 1] in _SPANS:
        first, spanned = first - 1, True
    while first - 1 > floor and (
        words[first - 1] in _MEASURING or (spanned and _counts(words, first - 1))
    ):
        first -= 1
    bare = words[first] in _SPANS and first < here.first
    return here.first if bare else first
