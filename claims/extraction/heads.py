"""Where the head of a speech ends: speaker and word of saying with where, when and to whom it was said."""

from __future__ import annotations

from claims.extraction.head_names import behind_name
from claims.extraction.lexicon import look_up, match
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.smallwords import circumstance_end, speech_words

_PLACED = 2
_LONGEST = 10
_LONGEST_APPOSITION = 24
_LONGEST_SHORT = 5
_PAUSES = frozenset({"،", ","})
_ENDS = frozenset({".", "\n", "؛", ":"})
_INNER = frozenset("-'’")
_LONGEST_SPOKEN = 7
_MARKS = frozenset('"«»“”()')
_BELONGING = "التابع"
_TO = "ل"
_THEN = frozenset({"فقد", "فان", "فانه", "فانها"})
"""Folded words by which what somebody says begins behind a comma."""
_OWNED = 6
_RELATING = ("يه", "يا")
"""How folded adjectives of relation end."""
_AGENCIES = frozenset({("news", "agency"), ("agency",), ("television",), ("tv",), ("radio",)})
"""What stands behind the name of a medium that is only told something (told *AFP news agency*)."""


def with_circumstance(mentions: Mentions, sentence: Range, head: Range, cue: Range) -> Range:
    """A head with where, when and to whom it was said (said *in a statement on Friday* it had …، في تقرير نهاية العام، …)."""
    words = mentions.tokens.words
    if not words[cue.first].isascii():
        recorded = any(one.role == "documents" for one in look_up("cues", words[cue.first]))
        head = Range(head.first, _behind_partners(mentions, sentence, head.end))
        told = 0 if recorded else _behind_apposition(mentions, sentence, head, cue)
        told = told or behind_name(words, sentence, head, cue)
        if told:
            return Range(head.first, told)
        head = Range(head.first, _said_in(mentions, sentence, head, recorded=recorded))
        return Range(head.first, _before_the_words(words, sentence, head.end))
    if head.end != cue.end or not words[cue.first].isascii() or not words[cue.first].isalpha():
        cited = _behind_short(mentions, sentence, head.end)
        return Range(head.first, _behind_issued(mentions, sentence, cited))
    begun = {
        mentions.range(d.span).first: d for d in within(mentions.dates, mentions.span(sentence))
    }
    end = head.end
    while end < sentence.end:
        if words[end] == "by" and words[cue.end - 1] == "saying":
            end = next(
                (i for i in range(end, sentence.end) if not words[i].isalnum()), sentence.end
            )
            break
        day = end + (words[end] == "on")
        after = circumstance_end(words, end, sentence.end)
        after = after if after > end else _spoken_in(mentions, sentence, head, end)
        if day in begun:
            end = mentions.range(begun[day].span).end
        elif words[end - 1] in speech_words("saying noun") and words[end] in speech_words("issued"):
            end += 1
        elif after > end:
            end = after
        else:
            break
    announces = words[cue.first] in speech_words("announcing")
    held = end < sentence.end and words[end] not in {"that", ","} and announces
    return head if held else Range(head.first, end)


def _before_the_words(words: tuple[str, ...], sentence: Range, first: int) -> int:
    """Where the words of somebody begin behind an Arabic head that goes on with a listener and a colon, or with where it was said before فقد.

    «قالت مصادر *لـ وكالة المثال:* إن …», «بحسب ما نقلته الوكالة *من المنطقة،* فقد …»: no predicate stands between.
    """
    limit = min(sentence.end, first + _LONGEST_SHORT + 1)
    listened = first < limit and (words[first] == _TO or words[first - 1] == _TO)
    for index in range(first, limit):
        if listened and words[index] == ":":
            return index + 1
        if words[index] in _THEN and words[index - 1] in _PAUSES:
            return index
        if words[index] in _ENDS or match("predicates", words, index, limit):
            break
    return first


def _behind_short(mentions: Mentions, sentence: Range, first: int) -> int:
    """Where an English name ends with its short form in brackets and where it sits (the Ministry of Health *(MoH) in Gaza*, …)."""
    words = mentions.tokens.words
    last = min(sentence.end, first + _LONGEST_SHORT)
    close = next((i for i in range(first, last) if words[i] == ")"), 0)
    if words[first : first + 1] != ("(",) or not close:
        return first
    end = close + 1
    if words[end : end + 1] == ("in",) and end + 1 < sentence.end:
        places = within(mentions.places, mentions.span(Range(end, sentence.end)))
        named = bool(places) and mentions.token_at(places[0].span.start) - end <= 1
        after = mentions.range(places[0].span).end if named else end
        end = after if words[after : after + 1] in [(",",), (".",)] else end
    return end


def _behind_issued(mentions: Mentions, sentence: Range, first: int) -> int:
    """Where an English head ends with the day on which the cited source was made public (a report by the network *published on Wednesday*)."""
    words = mentions.tokens.words
    if first >= sentence.end or words[first] not in speech_words("issued"):
        return first
    days = within(mentions.dates, mentions.span(Range(first, sentence.end)))
    day = mentions.range(days[0].span) if days else sentence
    return day.end if days and day.first - first <= _PLACED else first


def _said_in(mentions: Mentions, sentence: Range, head: Range, *, recorded: bool) -> int:
    """Where an Arabic head ends with the report or statement that it was said in, or with the day of the saying.

    The day on which something was ``recorded`` (وثقت، أمس، …) is that of the event.
    """
    words, first = mentions.tokens.words, _behind_owner(mentions, sentence, head.end)
    limit = min(sentence.end, first + _LONGEST)
    told = words[first : first + _PLACED]
    if (
        len(told) == _PLACED
        and told[0] in speech_words("spoken")
        and told[1] in speech_words("said in")
    ):
        for index in range(first + _PLACED, limit):
            if words[index] in _PAUSES:
                return index + 1
            if words[index] in speech_words("that") or match("predicates", words, index, limit):
                return index
        return first
    return first if recorded else _behind_day(mentions, sentence, first)


def _behind_apposition(mentions: Mentions, sentence: Range, head: Range, cue: Range) -> int:
    """Where an Arabic head ends with who its speaker is, where and to whom he said it, before أن; 0 where no such words stand there.

    «أوضح فلان، *المسؤول الإعلامي في الدفاع المدني، لمراسل الوكالة،* أن …»: nothing that happened is told between.
    """
    words = mentions.tokens.words
    if head.first != cue.first or head.end <= cue.end:
        return 0
    limit = min(sentence.end, head.end + _LONGEST_APPOSITION)
    stops = speech_words("opening")
    stop = next((i for i in range(head.end, limit) if words[i] in stops), 0)
    between = range(head.end, stop)
    opened = stop > head.end and (words[head.end] in _PAUSES or words[head.end] in _MARKS)
    told = any(
        words[i] in _ENDS or match("predicates", words, i, stop) or match("cues", words, i, stop)
        for i in between
    )
    return stop if opened and not told else 0


def _behind_partners(mentions: Mentions, sentence: Range, first: int) -> int:
    """The token behind those who say it together with the speaker (أعلنت مصر *والسودان وتشاد*، التوصل إلى …), up to a pause or أن."""
    words, end = mentions.tokens.words, first
    if end >= sentence.end or not words[end].startswith("و"):
        return first
    if _epithet(mentions, Range(first, sentence.end)):
        return first + 1
    beside = mentions.span(Range(end, min(sentence.end, end + _LONGEST)))
    spans = [one.span for one in within(mentions.sources, beside)]
    spans += [one.span for one in within(mentions.parties, beside)]
    spans += [one.span for one in within(mentions.places, beside)]
    begun = {mentions.token_at(span.start): mentions.range(span).end for span in spans}
    ends = {at: max(at + 1, behind) for at, behind in begun.items()}
    while end < sentence.end and words[end].startswith("و") and end in ends:
        end = ends[end]
    closed = end < sentence.end and (words[end] in _PAUSES or words[end] in speech_words("opening"))
    return end if closed else first


def _epithet(mentions: Mentions, rest: Range) -> bool:
    """Whether the first word is one more epithet of nameless sources, the day or a pause right behind it (مصادر أمنية *وطبية* أمس، …)."""
    words, first = mentions.tokens.words, rest.first
    if not words[first].endswith(_RELATING) or words[first - 1][-2:] not in _RELATING:
        return False
    days = within(mentions.dates, mentions.span(rest))
    day = bool(days) and mentions.range(days[0].span).first == first + 1
    return day or words[first + 1 : first + 2] == (",",) or words[first + 1 : first + 2] == ("،",)


def _behind_owner(mentions: Mentions, sentence: Range, first: int) -> int:
    """The token behind whose the speaker is (أعلنت الأسايش *التابعة لـ"قسد"*، عن …): the owner does nothing of what is said."""
    words, at = mentions.tokens.words, first
    while at < sentence.end and words[at] in _MARKS:
        short = range(at, min(sentence.end, at + _LONGEST_SHORT))
        closes = (i for i in short if words[at] == "(" and words[i] == ")")
        at = next(closes, at) + 1
    if at >= sentence.end or not words[at].startswith(_BELONGING):
        return first
    owners = within(mentions.parties, mentions.span(Range(at, min(sentence.end, at + _OWNED))))
    end = mentions.range(owners[0].span).end if owners else first
    while first < end < sentence.end and words[end] in _MARKS:
        end += 1
    return end


def _behind_day(mentions: Mentions, sentence: Range, first: int) -> int:
    """The token behind the day right after a head: that of the saying, not of the event (أعلنت الوزارة، الثلاثاء، مقتل …)."""
    if first >= sentence.end:
        return first
    days = within(mentions.dates, mentions.span(Range(first, sentence.end)))
    begins = first + (mentions.tokens.words[first] in _PAUSES)
    if not days or mentions.range(days[0].span).first != begins:
        return first
    return mentions.range(days[0].span).end


def _spoken_in(mentions: Mentions, sentence: Range, head: Range, index: int) -> int:
    """Where words end that tell in what, where or to whom it was said (*in a Telegram post*, *in Geneva*, told *Reuters*); ``index`` for none."""
    words = mentions.tokens.words
    if words[index - 1] == "told" and index < sentence.end:
        heard = within(mentions.sources, mentions.span(Range(index, sentence.end)))
        if heard and mentions.range(heard[0].span).first - index <= (words[index] == "the"):
            end = mentions.range(heard[0].span).end
            agency = next((size for size in (2, 1) if words[end : end + size] in _AGENCIES), 0)
            return end + agency
    if words[index] not in speech_words("spoken"):
        return index
    last = min(sentence.end, index + _LONGEST_SPOKEN)
    for at in range(index + 1, last):
        if words[at] in speech_words("saying noun") and words[index + 1] in speech_words(
            "of a text"
        ):
            return at + 1
        if match("predicates", words, at, sentence.end) or not words[at].isalnum():
            break
    places = within(mentions.places, mentions.span(Range(index, sentence.end)))
    here = bool(places) and mentions.range(places[0].span).first - index <= 1
    after = mentions.range(places[0].span).end if here else index
    told = index > head.end or words[after : after + 1] == ("that",)
    return after if here and told else index


def with_rest(words: tuple[str, ...], sentence: Range, head: Range) -> Range:
    """An English head behind what is said with the words that tell how it was said, up to a mark (he said *in remarks on television*)."""
    opens = head.end < sentence.end and words[head.end].isascii()
    if not opens or words[head.end] not in speech_words("adverbial"):
        return head
    rest = range(head.end, sentence.end)
    end = next((i for i in rest if not words[i].isalnum() and words[i] not in _INNER), sentence.end)
    return Range(head.first, end)
