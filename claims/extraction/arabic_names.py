"""The Arabic name of who speaks, where no lexicon knows it or it stands before the verb: the words between a verb of saying and أن."""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.cited import before_date
from claims.extraction.denials import before_hearsay
from claims.extraction.heard import Heard, by_party, by_words
from claims.extraction.lexicon import look_up, match
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.objects import before_object
from claims.extraction.pointed import in_the_name_of, issued_by
from claims.extraction.smallwords import speech_words
from claims.extraction.verbal_subject import subject_behind
from claims.extraction.voice import Voice
from claims.model import Attribution, Lineage

_HEARING = frozenset({"media", "agency", "local network"})
"""Kinds of party to whom something is told."""
_REACH_THAT = 14
_REACH_BEFORE = 4
_REACH_NAME = 8
_DEED_NOUNS = frozenset({"noun", "masdar"})
_SHORTEST = 3
_LONGEST_NAME = 6
_FROM = "عن"
_THEN = frozenset({"فقد"})
"""What opens the words of a cited source (وفقاً لوكالة المثال *فقد* أوضحت …)."""
_HIMSELF = frozenset({"هو", "هي", "هم"})
"""Pronouns that stand in no name (أكد اعتزازه *هو* وأسرته)."""


def _before_listener(mentions: Mentions, name: Range) -> int:
    """Where a name ends behind which the source stands *to* whom it was said (سالم حردان *لقناة الجزيرة*)."""
    words = mentions.tokens.words
    media = (s for s in within(mentions.sources, mentions.span(name)) if s.kind in _HEARING)
    heard = (mentions.token_at(source.span.start) for source in media)
    return next((at for at in heard if at > name.first and words[at].startswith("ل")), name.end)


def told_by(mentions: Mentions, sentence: Range, cue: Range, voice: Voice) -> Heard | None:
    """Who speaks in a relative clause with a subject of its own (القرية التي قالت الأنباء إنها …), None for any other."""
    words = mentions.tokens.words
    relative = cue.first > sentence.first and words[cue.first - 1] in speech_words("relative")
    return raw_name(mentions, sentence, cue, voice) if relative else None


def _named_before(mentions: Mentions, sentence: Range, cue: Range) -> Heard | None:
    if cue.first == sentence.first:
        return None
    before = within(mentions.sources, mentions.span(Range(sentence.first, cue.first)))
    if not before:
        return None
    party = before[-1]
    place = mentions.range(party.span)
    gap = mentions.tokens.words[place.end : cue.first]
    direct = len(gap) <= _REACH_BEFORE and not {"،", ",", ".", "\n"} & set(gap[:-1])
    voiced = mentions.tokens.words[cue.first][0] not in "ومف"
    if direct or (voiced and len(gap) <= _REACH_THAT):
        head = Range(place.first, cue.end) if direct else cue
        return Heard(by_party(mentions, party, cue), head, party.kind)
    return None


def before_verb(mentions: Mentions, sentence: Range, cue: Range) -> Heard | None:
    """The speaker before the verb: a known source, or the words between *was* and it (وكان فلان أعلن …)."""
    return _named_before(mentions, sentence, cue) or _behind_was(mentions, sentence, cue)


def its_subject(mentions: Mentions, sentence: Range, cue: Range, voice: Voice) -> Heard | None:
    """Who is named behind an Arabic verb that opens its clause, though no lexicon knows the name (حيث أشار رئيس البلدية فلان إلى أن)."""
    end = subject_behind(mentions.tokens.words, sentence, cue)
    if end is None:
        return None
    end = before_date(mentions, Range(cue.end, _before_listener(mentions, Range(cue.end, end))))
    end = _bare(mentions, cue, end)
    known = raw_name(mentions, sentence, cue, voice)
    whole = known is not None and known.head.end <= end
    if whole or end == cue.end:
        return known
    return Heard(by_words(mentions, Range(cue.end, end), cue), Range(cue.first, end))


def relayed_from(mentions: Mentions, sentence: Range, origin: Range, cue: Range) -> Heard | None:
    """Who stands between *from* and his words in a relay and is in no lexicon (نقلت الصحيفة عن *طبيب في المدينة* قوله إن), None for no name."""
    words = mentions.tokens.words
    limit = min(sentence.end, origin.end + _REACH_NAME + 1)
    ends = speech_words("his words") | speech_words("opening")
    stop = next((i for i in range(origin.end, limit) if words[i] in ends), origin.end)
    name = words[origin.end : stop]
    if not name or not all(map(str.isalpha, name)) or len(name) > _LONGEST_NAME:
        return None
    if any(match("predicates", words, i, stop) for i in range(origin.end, stop)):
        return None
    return Heard(by_words(mentions, Range(origin.end, stop), cue), Range(origin.first, stop))


def _bare(mentions: Mentions, cue: Range, end: int) -> int:
    """Where the name behind a verb of saying ends before its object, before what is denied, and before whom a relay has it from (نقلت الصحيفة *عن* …)."""
    words = mentions.tokens.words
    if words[cue.first].isascii():
        return end
    end = before_object(mentions, Range(cue.end, before_hearsay(words, Range(cue.end, end))))
    if not any(words[cue.first].endswith(form) for form in speech_words("relaying")):
        return end
    return next((i for i in range(cue.end + 1, end) if words[i] == _FROM), end)


def _behind_was(mentions: Mentions, sentence: Range, cue: Range) -> Heard | None:
    """The name between *was* at the head of a sentence and the verb of saying (وكان رئيس الوزراء فلان قد أعلن …)."""
    words, first = mentions.tokens.words, sentence.first + 1
    if words[sentence.first].removeprefix("و") not in speech_words("was"):
        return None
    end = cue.first - (words[cue.first - 1] == "قد")
    if not 0 < end - first <= _REACH_NAME or not all(map(str.isalpha, words[first:end])):
        return None
    return Heard(by_words(mentions, Range(first, end), cue), Range(first, cue.end))


def raw_name(mentions: Mentions, sentence: Range, cue: Range, voice: Voice) -> Heard | None:
    """The words behind a verb of saying as a name, or whom they point back to; None where they can be no name."""
    words = mentions.tokens.words
    limit = min(sentence.end, cue.end + _REACH_NAME + 1)
    unsaid = words[cue.end : cue.end + 1] and words[cue.end] in speech_words("anonymous")
    stops = speech_words("stop") if unsaid else speech_words("stop") | _THEN
    stop = next((i for i in range(cue.end, limit) if words[i] in stops), None)
    nameless = speech_words("that") | speech_words("nameless") | speech_words("wherein")
    stop = _before_deed(words, cue.end, limit if stop is None else stop) or stop
    stop = _with_whereabouts(words, cue.end, stop, limit)
    if stop is None or stop == cue.end or words[cue.end] in nameless:
        return None
    stop = _before_listener(mentions, Range(cue.end, stop))
    name = Range(cue.end, stop)
    own = issued_by(mentions, name, cue, voice) or in_the_name_of(mentions, sentence, name, cue)
    if own is not None:
        return Heard(own, Range(cue.first, stop))
    named = [i for i in range(cue.end, stop) if words[i] not in speech_words("unnamed")]
    known = next((s for i in named if (s := voice.by_word(mentions.tokens.quote(i, i + 1)))), None)
    if known is None and stop == cue.end + 1 and words[cue.end].startswith("ال"):
        known = voice.headed(words[cue.end])
    stop = _bare(mentions, cue, before_date(mentions, Range(cue.end, stop)))
    if stop == cue.end:
        return None
    text, span = mentions.tokens.quote(cue.end, stop), mentions.tokens.span(cue.end, stop)
    said = mentions.tokens.quote(cue.first, cue.end)
    head = Range(cue.first, stop)
    if known is not None:
        pointed = replace(known, cue=said, text=text, span=span, cue_span=mentions.span(cue))
        return Heard(pointed, head)
    deeds = any(match("predicates", words, i, stop) for i in range(cue.end, stop))
    deeds = deeds or not _HIMSELF.isdisjoint(words[cue.end : stop])
    if words[cue.end].isascii() or deeds or stop - cue.end > _LONGEST_NAME:
        return None
    return Heard(Attribution(text, Lineage.UNKNOWN, said, text, span, mentions.span(cue)), head)


def _with_whereabouts(
    words: tuple[str, ...], first: int, stop: int | None, limit: int
) -> int | None:
    """Where the name of an unnamed source ends that is told by where it sits (حسب مصدر *في زراعة حماة*)."""
    if stop != first + 1 or words[first] not in speech_words("unnamed") or words[stop] != "في":
        return stop
    ends = (i for i in range(stop + 1, limit) if words[i] in speech_words("stop"))
    return next(ends, limit)


def onto(mentions: Mentions, sentence: Range, cue: Range) -> Heard | None:
    """The whole name that begins in the word which the cue's preposition is written onto (وفقاً لمصادر محلية)."""
    words, first = mentions.tokens.words, cue.end - 1
    word = words[first]
    if first <= cue.first or word.isascii() or len(word) <= _SHORTEST or word[0] != "ل":
        return None
    if word in speech_words("undivided"):
        return None
    limit = min(sentence.end, cue.end + _REACH_NAME + 1)
    stops = speech_words("stop") | _THEN
    stop = next((i for i in range(cue.end, limit) if words[i] in stops), limit)
    end = before_date(mentions, Range(first, stop))
    if end <= first or end - first > _LONGEST_NAME:
        return None
    raw = mentions.tokens.quote(first, end)
    text = f"ال{raw[2:]}" if word.startswith("لل") else raw[1:]
    said = mentions.tokens.quote(cue.first, first)
    span = mentions.tokens.span(first, end)
    at = mentions.tokens.span(cue.first, first)
    return Heard(Attribution(text, Lineage.UNKNOWN, said, raw, span, at), Range(cue.first, end))


def says(word: str) -> bool:
    """Whether a word is a verb of saying, and so no part of a name (*وقال* فلان لوكالة المثال: …)."""
    return any(one.role == "cue" for one in look_up("cues", word))


def _before_deed(words: tuple[str, ...], first: int, limit: int) -> int | None:
    """Where the name of an organisation ends that a noun of action follows (أعلنت وزارة الداخلية القبض على)."""
    if words[first : first + 1] == () or words[first] not in speech_words("organisations"):
        return None
    hits = ((i, match("predicates", words, i, limit)) for i in range(first + 1, limit))
    return next((i for i, hit in hits if hit is not None and hit[0].role in _DEED_NOUNS), None)
