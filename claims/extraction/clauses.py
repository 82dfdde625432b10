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

from claims.extraction.given_names import is_given
from claims.extraction.lexicon import (
    Word,
    auxiliaries,
    completing,
    framing,
    going_on,
    leads,
    look_up,
    match,
)
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.speech import Speech
from claims.extraction.triggers import Trigger

_CARRYING = frozenset({"strike", "clash"})
_DEEDS = frozenset({"strike", "clash"})
_SUFFERED = frozenset({"casualties", "damage", "displacement"})
_HURT = _SUFFERED | {"arrest"}
_POINTING_REACH = 5
_DEED_NOUNS = frozenset({"noun", "masdar"})
_CAUSE_REACH = 4
_MORE = 3
_AT_EVENT = frozenset({"when", "after", "as"})
_SUBJECT_REACH = 9
_LONGEST_FRAME = 16
_LISTED_REACH = 3
_LEAD_REACH = 3
_PAST = ("ed", "ck", "nk", "ught", "nt", "hit", "ot")
_OF_A_GERUND = frozenset({"for", "of", "by", "from", "without", "after", "before", "despite"})
_NO_OBJECT = frozenset(
    {"by", "in", "on", "at", "near", "during", "when", "after", "as", "and", "from", "to", "for"}
)
_LEADING_TO = frozenset({"الي", "عن", "في"})
_AMONG = frozenset({"بينهم", "بينهن", "including", "among"})
_NOUN_REACH = 4
_LONGEST_DEED = 3
_VERB_REACH = 2
_PLAIN_LENGTH = 3
_SUBJECT_LENGTH = 3
_SUBJECTS = frozenset({"ان", "بان"})
_CONJOINED = frozenset({"وعلي"})
"""And on, which is written like and Ali."""
_QUOTES = frozenset('"“')
_THEIRS = [("his",), ("her",), ("their",), ("a",), ("another",)]
_BE = frozenset({"was", "were", "been", "being", "had"})
_PAUSE = frozenset({"،", ",", "؛", ";", ")", "(", ".", "\n", "-", ":", "و"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence with its predicates.

    Attributes:
        tokens: where it stands.
        link: ``main``, ``joined``, ``said`` or one of `claims.extraction.lexicon.LINKS`.
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
        return Range(self.tokens.first, max(self.tokens.end, self.reach))


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
        *_links(words, sentence, triggers, frozenset(cuts)),
        *_joined(words, sentence, triggers),
        *_by_deed(words, triggers),
        *_led_to(words, sentence, triggers),
        *_pointing(words, sentence, triggers),
    ]:
        cuts.setdefault(index, link)
    parted = [*_parted(mentions, sentence), sentence.end]
    for index, following in pairwise(parted):
        low, high = (bisect_left(triggers, at, key=_first) for at in (index, following))
        stretch = Range(index, following)
        verb = low < high or _finite(mentions.tokens.words, stretch)
        if verb or not _goes_on_listing(mentions, stretch):
            cuts.setdefault(index, "joined")
    heads = [speech.head for speech in speeches]
    bounds = sorted({sentence.first, *cuts, sentence.end})
    ends = {head.first: head.end for head in reversed(heads)}
    found = []
    for first, end in pairwise(bounds):
        if cuts.get(first) == "head":
            continue
        begin = ends.get(first, first)
        if begin < end:
            low, high = (bisect_left(triggers, at, key=_first) for at in (begin, end))
            inside = triggers[low:high]
            found.append(Clause(Range(begin, end), cuts.get(first, "main"), inside))
    return tuple(found)


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
    openings: frozenset[int],
) -> Iterator[tuple[int, str]]:
    index = cut_last = sentence.first
    closes = -1
    while index < sentence.end:
        if index == closes:
            yield index, "main"
        if index in openings:
            cut_last = index
        hit = match("clauses", words, index, sentence.end)
        if hit is None or _completes(words, index):
            index += 1
            continue
        word, after = hit
        if word.role == "cause":
            here = Range(index, after)
            if _brought_about(words, here, triggers) or _by_event(words, here, triggers):
                yield index, "cause"
                cut_last = index
        elif word.role == "relative":
            closes_at = _relative_end(words, after, sentence.end)
            carried = _tells_the_event(index, after, triggers)
            if after not in openings and not carried and not _resumed(index, closes_at, triggers):
                closes = closes_at
                yield index, "relative"
        elif _opens(words, Range(index, after), word, (index - cut_last, sentence.end)):
            yield index, word.role
            cut_last = index
        index = after


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


def _parted(mentions: Mentions, sentence: Range) -> Iterator[int]:
    """Where a comma and و may open a further statement; lists of names, days and figures are not parted."""
    words = mentions.tokens.words
    span = mentions.span(sentence)
    starts = (
        *(place.span for place in within(mentions.places, span)),
        *(party.span for party in within(mentions.parties, span)),
        *(date.span for date in within(mentions.dates, span)),
        *(quantity.span for quantity in within(mentions.quantities, span)),
    )
    listed = {mentions.token_at(start.start) for start in starts}
    for index in range(sentence.first + 1, sentence.end - 1):
        word = words[index]
        if words[index - 1] in {"؛", ";"}:
            yield index
        if words[index - 1] in {"،", ","} and word[0] == "و" and len(word) > _PLAIN_LENGTH:
            known = match("predicates", words, index, sentence.end)
            named = is_given(words, index, sentence.end, listed=True) and word not in _CONJOINED
            if word in going_on():
                continue
            if index not in listed and not named and (known is None or known[0].role == "verb"):
                yield index


def _finite(words: tuple[str, ...], stretch: Range) -> bool:
    """Whether an English stretch behind a semicolon has a verb of its own."""
    inside = words[stretch.first : stretch.end]
    return words[stretch.first - 1] == ";" and any(
        word.isascii() and (word in auxiliaries() or word.endswith("ed")) for word in inside
    )


def _goes_on_listing(mentions: Mentions, stretch: Range) -> bool:
    """Whether a stretch without a predicate only adds a place to those before (، ومحيط بلدة سفوهن)."""
    places = within(mentions.places, mentions.span(stretch))
    return bool(places) and mentions.token_at(places[0].span.start) - stretch.first < _LISTED_REACH


def _no_connective(words: tuple[str, ...], here: Range, end: int) -> bool:
    """Whether *before* stands behind a span of time (three months *before*,), or *not* denies no other deed."""
    if words[here.first] in {"before", "after"} and here.end < end:
        return words[here.end] in {",", "."}
    if words[here.first] == "following" and here.first:
        return words[here.first - 1] in {"the", "over"}
    return words[here.first] == "not" and not _deed_behind(words, here, end)


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
    if gerund or _no_connective(words, here, end):
        return False
    if since == 0 or words[here.first - 1] in _PAUSE or words[here.first - 1] in _QUOTES:
        return True
    if word.role == "uneventful":
        return True
    if word.role == "effect":
        low = max(0, here.first - min(since, _SUBJECT_LENGTH))
        return since > _SUBJECT_LENGTH and _SUBJECTS.isdisjoint(words[low : here.first])
    if word.tail or len(words[here.first]) > _PLAIN_LENGTH:
        return True
    return any(
        words[index] == "تم" or match("predicates", words, index, end) is not None
        for index in range(here.end, min(end, here.end + _VERB_REACH))
    )


def _deed_behind(words: tuple[str, ...], here: Range, end: int) -> bool:
    """Whether a noun of action stands right behind *not* (a truck bomb did it, *not an air strike*)."""
    found = (match("predicates", words, i, end) for i in range(here.end, min(end, here.end + 2)))
    return words[here.first - 1] == "," and any(hit and hit[0].role == "noun" for hit in found)


def _brought_about(words: tuple[str, ...], cause: Range, triggers: tuple[Trigger, ...]) -> bool:
    """Whether a word of cause leads from what people suffered to the deed right behind it (مقتل خمسة جراء قصف …)."""
    after = bisect_left(triggers, cause.first, key=_first)
    if after == 0 or after == len(triggers) or triggers[after - 1].kind not in _SUFFERED:
        return False
    deed = triggers[after]
    if "toll" in words[triggers[after - 1].tokens.first : triggers[after - 1].tokens.end]:
        return False
    near = cause.end <= deed.tokens.first < cause.end + _CAUSE_REACH
    if deed.known and _says_no_more(words, deed.tokens.end):
        return False
    parted = not _PAUSE.isdisjoint(words[cause.end : deed.tokens.first])
    return near and not parted and deed.kind in _DEEDS and deed.role in _DEED_NOUNS


def _by_event(words: tuple[str, ...], cause: Range, triggers: tuple[Trigger, ...]) -> bool:
    """Whether an English clause with a verb tells what brought about a loss (died *when a gunship attacked* the hospital)."""
    after = bisect_left(triggers, cause.first, key=_first)
    if words[cause.first] not in _AT_EVENT or after == 0 or after == len(triggers):
        return False
    deed, suffered = triggers[after], triggers[after - 1]
    parted = not _PAUSE.isdisjoint(words[cause.end : deed.tokens.first])
    near = cause.end < deed.tokens.first < cause.end + _SUBJECT_REACH
    return near and not parted and suffered.kind in _SUFFERED and deed.kind in _DEEDS


def _says_no_more(words: tuple[str, ...], index: int) -> bool:
    """Whether a deed told before is only pointed at: fewer than three words about it follow."""
    following = words[index : index + _MORE]
    return len(following) < _MORE or not _PAUSE.union(_AMONG).isdisjoint(following)


def _by_deed(words: tuple[str, ...], triggers: tuple[Trigger, ...]) -> Iterator[tuple[int, str]]:
    """Where ب is written onto the deed, or onto its number, that brought about what stands before it (بقصف، بثلاث غارات)."""
    for earlier, deed in pairwise(triggers):
        if earlier.kind not in _SUFFERED or deed.kind not in _DEEDS or deed.role not in _DEED_NOUNS:
            continue
        for index in range(
            deed.tokens.first, max(deed.tokens.first - 2, earlier.tokens.end - 1), -1
        ):
            if _carries_by(words[index], deed_itself=index == deed.tokens.first):
                yield index, "cause"
                break


def _led_to(
    words: tuple[str, ...], sentence: Range, triggers: tuple[Trigger, ...]
) -> Iterator[tuple[int, str]]:
    """Where an effect begins whose verb stands before the deed (أدى قصف مدفعي، فجر الأربعاء، إلى مقتل …)."""
    for deed, suffered in pairwise(triggers):
        if deed.kind not in _DEEDS or suffered.kind not in _SUFFERED:
            continue
        low = max(sentence.first, deed.tokens.first - _LEAD_REACH)
        if leads().isdisjoint(words[low : deed.tokens.first]):
            continue
        first = suffered.tokens.first
        if words[first - 1] in _LEADING_TO:
            yield first - 1, "effect"
        elif words[first][0] in "بل" and look_up("predicates", words[first][1:]):
            yield first, "effect"


def _pointing(
    words: tuple[str, ...], sentence: Range, triggers: tuple[Trigger, ...]
) -> Iterator[tuple[int, str]]:
    """Where an effect begins whose verb has a noun that points back as its subject (، أسفرت العملية عن اعتقال …)."""
    for suffered in triggers:
        first = suffered.tokens.first
        if suffered.kind not in _HURT or words[first - 1] not in _LEADING_TO:
            continue
        low = max(sentence.first + 1, first - _POINTING_REACH)
        verb = next((i for i in range(first - 2, low - 1, -1) if words[i] in leads()), None)
        subject = words[verb + 1] if verb is not None else ""
        if verb is not None and subject.startswith("ال") and subject not in _LEADING_TO:
            yield verb, "effect"


def _carries_by(word: str, *, deed_itself: bool) -> bool:
    if not word.startswith("ب") or len(word) < _PLAIN_LENGTH:
        return False
    table_has = look_up("predicates", word[1:]) if deed_itself else ()
    return bool(table_has) or not deed_itself


def _first(trigger: Trigger) -> int:
    return trigger.tokens.first


def _tells_the_event(index: int, after: int, triggers: tuple[Trigger, ...]) -> bool:
    """Whether a relative clause carries on the noun of action it follows (the raids that the Coalition launched)."""
    low = bisect_left(triggers, index - _NOUN_REACH - _LONGEST_DEED, key=_first)
    middle = bisect_left(triggers, index, key=_first)
    high = bisect_left(triggers, after + _VERB_REACH + 1, key=_first)
    before = any(
        trigger.kind in _CARRYING and index - trigger.tokens.end < _NOUN_REACH
        for trigger in triggers[low:middle]
    )
    return before and any(
        trigger.kind in _CARRYING and trigger.tokens.first >= after
        for trigger in triggers[middle:high]
    )


def _resumed(index: int, closes: int, triggers: tuple[Trigger, ...]) -> bool:
    """Whether a verb right behind a relative clause goes on with the deed before it (قصف مصدره المناطق التي …، استهدف …)."""
    low, high = (bisect_left(triggers, at, key=_first) for at in (index, closes + 1))
    if low == 0 or high >= len(triggers):
        return False
    deed, verb = triggers[low - 1], triggers[high]
    alike = deed.kind == verb.kind and deed.kind in _CARRYING and deed.role in _DEED_NOUNS
    return alike and verb.role == "verb" and verb.tokens.first == closes + 1 and not verb.joined


def _relative_end(words: tuple[str, ...], start: int, end: int) -> int:
    return next((i for i in range(start, end) if words[i] in {"،", ",", "؛", "."}), end)


def _one_act(words: tuple[str, ...], sentence: Range, earlier: Trigger, later: Trigger) -> bool:
    """Whether two verbs stand together at the head of a clause and share what follows (قتل وأصيب عناصر …)."""
    adjacent = later.tokens.first == earlier.tokens.end and earlier.kind == later.kind
    first = earlier.tokens.first
    if adjacent and earlier.role == "masdar" and later.joined:
        return True
    return adjacent and (first == sentence.first or words[first - 1] in _PAUSE)


def _with_subject(
    words: tuple[str, ...], earlier: Trigger, later: Trigger
) -> Iterator[tuple[int, str]]:
    """Where an English clause with a subject of its own is joined (six died, *and rescuers found 43 bodies*).

    Without a comma it is one where the verb before it is passive, and so has no object that could go on behind *and* (the driver
    was killed *and his wife wounded*), or where it has an auxiliary of its own.
    """
    low = max(earlier.tokens.end, later.tokens.first - _SUBJECT_REACH)
    passive = words[earlier.tokens.first - 1] in _BE
    for index in range(later.tokens.first - 1, low, -1):
        if words[index] in {",", ";"}:
            return
        if words[index] == "and" and words[index + 1] not in auxiliaries():
            own = passive or words[later.tokens.first - 1] in _BE
            if words[index - 1] == "," or (own and earlier.tokens.first):
                yield index, "joined"
            return


def _listed(words: tuple[str, ...], earlier: Trigger, later: Trigger) -> bool:
    """Whether an English verb with an object only has a comma before it (engaged a unit, *destroyed two vehicles*, …)."""
    first, after = later.tokens.first, later.tokens.end
    verbs = earlier.role == later.role == "verb" and words[first].isascii()
    if not verbs or words[first - 1] not in {",", ";"} or not words[first].endswith(_PAST):
        return False
    return after < len(words) and words[after].isalnum() and words[after] not in _NO_OBJECT


def _turns(words: tuple[str, ...], between: Range) -> int | None:
    """Where a new statement begins between a deed and a loss (، وفي 12 شباط، قُتل …), None where none does."""
    found = (i for i in range(between.first + 1, between.end) if words[i - 1] == "،")
    return next((i for i in found if words[i].startswith("و")), None)


def _brings(deed: Trigger, loss: Trigger) -> bool:
    """Whether a deed told by its noun brought about the loss whose verb stands behind a comma (قصف على …، أصيب على إثره …)."""
    noun = deed.role in _DEED_NOUNS and not deed.known
    return noun and deed.kind in _DEEDS and loss.kind in _SUFFERED and not loss.joined


def _joined(
    words: tuple[str, ...], sentence: Range, triggers: tuple[Trigger, ...]
) -> Iterator[tuple[int, str]]:
    for earlier, later in pairwise(triggers):
        first = later.tokens.first
        if _one_act(words, sentence, earlier, later):
            continue
        before = words[first - 1] if first > sentence.first else ""
        if before == "،" and later.role == "verb" and _brings(earlier, later):
            apart = _turns(words, Range(earlier.tokens.end, first))
            yield (first, "effect") if apart is None else (apart, "contrast")
            continue
        joined = later.joined or before in {"و", "and"} or _listed(words, earlier, later)
        verbs = later.role == "verb" or words[first - 2 : first - 1] in _THEIRS
        if earlier.role == "verb" and verbs and not joined:
            yield from _with_subject(words, earlier, later)
        if later.role not in {"verb", "masdar", "light"} or not joined:
            continue
        if earlier.kind != later.kind or later.role != "masdar" or later.kind == "casualties":
            yield first - (before in {"و", "and"}), "joined"
