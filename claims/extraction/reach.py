"""How far the words of a source reach in its sentence.

A verb of saying covers what stands behind it, or what stands before it where it closes the sentence (*… were killed, the ministry
said*), or both where it is put into the middle of one statement (*the strike, the ministry said, killed four*). A preposition of
citing at the head of a sentence covers all behind it, elsewhere the whole sentence.
"""

from __future__ import annotations

from claims.extraction.cues import of_a_clock
from claims.extraction.lexicon import Word, look_up, match, table
from claims.extraction.mentions import Range
from claims.extraction.smallwords import accusing_forms, speech_words
from claims.extraction.unpaused import unparted

_QUOTES = frozenset('"«“')
_BEHIND = frozenset(',"”')
_NONE = frozenset({"no", "insufficient", "not", "little"})
_VERBS = frozenset({"verb", "light"})
_REACH_THAT = 14
_REACH_VERB = 6
_OPENING = 2
_IN_WHAT = 2
"""Words of *in what*, before a speaker or with him: what a speaker calls an event that others tell (a raid *in what* officials said was a reply)."""
_LONGEST_OFFICE = 5
_LONGEST_PHRASE = 7
_LEADING = {("in",), ("during",)}
"""Words that open a phrase with a deed before a citation."""


def scope_of(words: tuple[str, ...], sentence: Range, head: Range, word: Word) -> Range:
    """The tokens that the words of a source cover.

    Args:
        words: of the document.
        sentence: where the source speaks.
        head: the source with its word of saying.
        word: the entry of that word.
    """
    if _in_what(words, sentence, head):
        return Range(head.end, sentence.end)
    if _stands_behind(words, sentence, head, word):
        amid = _goes_on(words, head, sentence) or _put_between(words, head, sentence)
        amid = amid or behind_opening(words, sentence, head)
        return Range(sentence.first, sentence.end if amid else head.first)
    if word.role == "preposition":
        before = words[head.first - 1] if head.first > sentence.first else ""
        opens = before in speech_words("opening cited") or _tied(words[head.first])
        if head.first - sentence.first <= _OPENING or opens:
            return Range(_behind_office(words, head.end, sentence.end), sentence.end)
        return Range(sentence.first, _parted(words, head.end, sentence.end))
    start = head.end
    for index in range(head.end, min(sentence.end, head.end + _REACH_THAT)):
        if any(match(name, words, index, sentence.end) for name in ("cues", "predicates")):
            accuses = words[head.end - 1] in speech_words("wherein") or _accuses(words, head)
            tied = words[index].startswith("ب") and not accuses
            start = index if tied and _names(words, start, index) else start
            break
        if words[index] in speech_words("opening") and not of_a_clock(words, index):
            unproven = words[index] == "that" and not _NONE.isdisjoint(words[head.end : index])
            start = head.end if unproven else index + 1
            break
        if words[index] in _QUOTES and start == head.end:
            start = index
    trailing = start >= sentence.end - 1
    return Range(sentence.first, head.first) if trailing else Range(start, sentence.end)


def _in_what(words: tuple[str, ...], sentence: Range, head: Range) -> bool:
    """Whether a speaker only calls something what others tell (a raid *in what* the Afghan minister said was a reply)."""
    low = max(sentence.first, head.first - _IN_WHAT)
    return ("in", "what") in (words[head.first : head.first + _IN_WHAT], words[low : head.first])


def _behind_office(words: tuple[str, ...], first: int, end: int) -> int:
    """Where the words of a cited source begin behind the place it sits in (بحسب وزارة الصحة *في القطاع*، …)."""
    if first >= end or words[first] != "في":
        return first
    line = range(first + 1, min(end, first + _LONGEST_OFFICE))
    return next((i + 1 for i in line if words[i] in {"،", ","}), first)


def _accuses(words: tuple[str, ...], head: Range) -> bool:
    """Whether an Arabic head accuses somebody (متهماً *الحوثيين* باستهدافه): who stands behind it did what is told, and is no name of who says it."""
    return any(words[index].endswith(accusing_forms()) for index in range(head.first, head.end))


def _names(words: tuple[str, ...], first: int, end: int) -> bool:
    """Whether the words between a speaker and the verbal noun with ب that he tells of are his name (أفاد مراسلنا فلان بإصابة)."""
    return first < end and all(word.isalpha() for word in words[first:end])


def _tied(word: str) -> bool:
    """Whether و is written onto an Arabic preposition of speech, which then opens what it cites (، وبحسب مصادر، فإن …)."""
    return word.startswith("و") and word not in table("cues") and bool(look_up("cues", word))


def _parted(words: tuple[str, ...], start: int, end: int) -> int:
    """Where the words of a source named in mid-sentence end: at a comma with و behind it, where the publisher goes on."""
    for index in range(start, end - 1):
        if words[index] in {"،", ","} and words[index + 1][0] == "و":
            return index
    return end


def _stands_behind(words: tuple[str, ...], sentence: Range, head: Range, word: Word) -> bool:
    """Whether an English speech closes the sentence: … were killed, the ministry said in a statement."""
    if word.role != "cue" or head.first <= sentence.first + _OPENING:
        return False
    if not words[head.end - 1].isascii() or _says_on(words, head.end, sentence.end):
        return False
    if words[head.first - 1] not in _BEHIND and not unparted(words, sentence, head):
        return False
    if words[head.end - 1] in speech_words("setting"):
        return False
    after = words[head.end : sentence.end]
    goes_on = after[:1] != () and after[0].endswith("ing")
    if ("that" in after[:_OPENING] and not goes_on) or not _QUOTES.isdisjoint(
        after[: _OPENING + 1]
    ):
        return False
    return not _tells_at_once(words, Range(head.end, sentence.end)) and not _only_opened(
        words, sentence, head
    )


def _says_on(words: tuple[str, ...], end: int, last: int) -> bool:
    """Whether a gerund of saying goes on with words behind it (the spokesman vowed to answer, *saying* the rebels would …): it closes nothing."""
    return words[end - 1].endswith("ing") and end < last - 1 and words[end].isalnum()


def _only_opened(words: tuple[str, ...], sentence: Range, head: Range) -> bool:
    """Whether no more than a time or a place stands before the head, and what is told behind it (From 3 to 9 May, OHCHR recorded …)."""
    told = Range(sentence.first, head.first)
    besides = words[sentence.first] in speech_words("besides")
    if words[head.first - 1] != "," or _predicate(words, told, verbs_only=besides):
        return False
    return _predicate(words, Range(head.end, sentence.end))


def _put_between(words: tuple[str, ...], head: Range, sentence: Range) -> bool:
    """Whether a head parts the subject of one statement from its verb (the strike, *the ministry said*, killed four)."""
    if head.end + 1 >= sentence.end or words[head.end] != ",":
        return False
    told = Range(sentence.first, head.first)
    hit = match("predicates", words, head.end + 1, sentence.end)
    verb = words[head.end + 1] in speech_words("finite") or (hit and hit[0].role in _VERBS)
    return bool(verb) and not _predicate(words, told, verbs_only=True)


def behind_opening(words: tuple[str, ...], sentence: Range, head: Range) -> bool:
    """Whether commas part an English head from a short phrase with a deed before it (*In another drone attack*, the governor said, one man was hurt)."""
    end = head.end - (words[head.end - 1] == ",")
    if not sentence.first + 1 < head.first or words[head.first - 1] != ",":
        return False
    opening = words[sentence.first : head.first - 1]
    short = len(opening) <= _LONGEST_PHRASE and opening[:1] in _LEADING
    paused = end < sentence.end and words[end] == ","
    return short and paused and all(map(str.isalpha, opening))


def _predicate(words: tuple[str, ...], stretch: Range, *, verbs_only: bool = False) -> bool:
    """Whether a word that carries an event stands in a stretch."""
    for index in range(stretch.first, stretch.end):
        hit = match("predicates", words, index, stretch.end)
        if hit is not None and (not verbs_only or hit[0].role in _VERBS):
            return True
    return False


def _goes_on(words: tuple[str, ...], head: Range, sentence: Range) -> bool:
    """Whether an effect follows right behind a speech in the middle of what is said (…, officials said, killing two)."""
    if head.end + 1 >= sentence.end or words[head.end] != ",":
        return False
    if words[head.end + 1] in speech_words("going on") and words[head.first - 1] == ",":
        return True
    hit = match("clauses", words, head.end + 1, sentence.end)
    return hit is not None and hit[0].role == "effect"


def _tells_at_once(words: tuple[str, ...], after: Range) -> bool:
    """Whether an event is told right behind a verb of saying, so that it opens what is said (…, rebels say convoy ambushed)."""
    for index in range(after.first, min(after.end, after.first + _REACH_VERB)):
        if words[index] in speech_words("adverbial") or not words[index].isalnum():
            return False
        hit = match("predicates", words, index, after.end)
        if hit is not None and hit[0].role == "verb":
            return True
    return False
