"""Who says it: verbs and prepositions of saying, their speakers, and how far each one's words reach.

A `Speech` is found for each cue of a sentence. Speakers are named beside the cue (*said the ministry*, *وفق المرصد*),
point back to a source named earlier (*the same network*, *وأضاف*), or are the raw words between the cue and أن where
no lexicon knows them. What cannot be tied to anybody stays with the speaker of the clause around it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from claims.extraction.lexicon import Word, generics, match
from claims.extraction.mentions import Mentions, Range, within
from claims.model import Attribution, Lineage, Modality, Party

_THAT = frozenset(
    {
        "فان",
        "فانه",
        "فانها",
        "وان",
        "ان",
        "انه",
        "انها",
        "انهم",
        "بان",
        "بانه",
        "بانها",
        "الي",
        "عن",
        "that",
        ":",
        '"',
        "«",
        "“",
    }
)
_STOP = frozenset(
    {
        "فان",
        "فانه",
        "وان",
        "،",
        ",",
        ":",
        "؛",
        ".",
        '"',
        "«",
        "“",
        "(",
        "\n",
        "ان",
        "انه",
        "انها",
        "بان",
        "بانه",
        "that",
    }
)
_QUOTES = frozenset('"«“')
_CLOSING = frozenset('"»”')
_NOT = frozenset({"لم", "لن", "لا", "not", "n't"})
_WEAKEST = (Modality.ASSERTED, Modality.POSSIBLE, Modality.DOUBTED, Modality.DENIED)
_PAUSES = frozenset(',"”»')
_RECORDERS = frozenset({"monitor", "media", "local network", "ngo", "international organisation"})
_REACH_THAT = 14
_REACH_SUBJECT = 3
_REACH_BEFORE = 4
_OPENING = 2
_REACH_NAME = 8
_LONGEST_NAME = 6
_MEMORY = 12


@dataclass(frozen=True, slots=True)
class Speech:
    """One act of saying in a sentence.

    Attributes:
        cue: tokens of the word of saying.
        head: cue and speaker together; not part of what is said.
        scope: the tokens that it covers.
        speaker: who says it, None where nobody can be named.
        modality: how the speaker stands to it.
        goes_on: whether the same speaker only goes on (مشيرا إلى أن).
        nested: whether it reports inside the words of the speech before it.
    """

    cue: Range
    head: Range
    scope: Range
    speaker: Attribution | None
    modality: Modality
    goes_on: bool = False
    nested: bool = False


@dataclass(frozen=True, slots=True)
class Voice:
    """What is remembered of speakers from sentence to sentence, newest last."""

    named: tuple[Attribution, ...] = ()
    kinds: tuple[str, ...] = ()
    last: Attribution | None = None

    def heard(self, speaker: Attribution, kind: str) -> Voice:
        """The memory after ``speaker``, a party of ``kind``, has spoken or been named."""
        return Voice((*self.named, speaker)[-_MEMORY:], (*self.kinds, kind)[-_MEMORY:], speaker)

    def meant(self, kinds_meant: frozenset[str]) -> Attribution | None:
        """The newest source of one of ``kinds_meant``; the newest of all when it is empty."""
        for speaker, kind in zip(reversed(self.named), reversed(self.kinds), strict=True):
            if not kinds_meant or kind in kinds_meant:
                return speaker
        return None

    def by_word(self, word: str) -> Attribution | None:
        """The newest source in whose name ``word`` (folded) stands."""
        for speaker in reversed(self.named):
            if word in speaker.text.split():
                return speaker
        return None


def find_speech(
    mentions: Mentions, sentence: Range, voice: Voice
) -> tuple[tuple[Speech, ...], Voice]:
    """All acts of saying in a sentence, in order, and the memory after it."""
    found: list[Speech] = []
    for cue, word in _cues(mentions, sentence):
        speaker, head, kind = _speaker(mentions, sentence, cue, word, voice)
        if word.role == "documents" and kind not in _RECORDERS:
            continue
        scope = _scope(mentions.tokens.words, sentence, head, word)
        modality = Modality(word.kind)
        if cue.first > sentence.first and mentions.tokens.words[cue.first - 1] in _NOT:
            modality = Modality.POSSIBLE
        speech = Speech(cue, head, scope, speaker, modality, word.role == "participle")
        if speaker is not None:
            voice = voice.heard(speaker, kind)
        found.append(speech)
    return tuple(_arranged(mentions.tokens.words, found)), voice


def _cues(mentions: Mentions, sentence: Range) -> list[tuple[Range, Word]]:
    """Words of saying that are not part of a name (فرات بوست is no رأت)."""
    words = mentions.tokens.words
    named = within(mentions.parties, mentions.span(sentence))
    ranges = [mentions.range(name.span) for name in named if " " in name.text]
    inner = {index for name in ranges for index in range(name.first, name.end)}
    found = []
    index = sentence.first
    while index < sentence.end:
        hit = match("cues", words, index, sentence.end)
        if (
            hit is None
            or index in inner
            or (hit[0].that and not _says(words, hit[1], sentence.end))
        ):
            index += 1
            continue
        found.append((Range(index, hit[1]), hit[0]))
        index = hit[1]
    return found


def _says(words: tuple[str, ...], start: int, end: int) -> bool:
    return not _THAT.isdisjoint(words[start : min(end, start + _REACH_THAT)])


def _speaker(
    mentions: Mentions, sentence: Range, cue: Range, word: Word, voice: Voice
) -> tuple[Attribution | None, Range, str]:
    if word.role == "impersonal":
        return None, cue, ""
    words = mentions.tokens.words
    if word.role == "participle" or _quotes_at_once(words, cue, sentence):
        return voice.last, cue, ""
    if word.role != "preposition" and words[cue.first].isascii():
        named = _english(mentions, sentence, cue, voice)
    else:
        named = (
            _named_after(mentions, sentence, cue)
            or _pointing_back(mentions, sentence, cue, voice)
            or (_named_before(mentions, sentence, cue) if word.role != "preposition" else None)
            or _raw_name(mentions, sentence, cue, voice)
        )
    return named or (voice.last, cue, "")


def _english(
    mentions: Mentions, sentence: Range, cue: Range, voice: Voice
) -> tuple[Attribution, Range, str] | None:
    """In English the speaker stands before the verb (*the ministry said*), after it only behind a quotation."""
    before = mentions.tokens.words[cue.first - 1] if cue.first > sentence.first else ","
    if before in _PAUSES:
        return _named_after(mentions, sentence, cue)
    return _named_before(mentions, sentence, cue) or _pointing_back(mentions, sentence, cue, voice)


def _quotes_at_once(words: tuple[str, ...], cue: Range, sentence: Range) -> bool:
    """Whether the words of the speaker follow the cue directly (وأضاف "…"); a name may stand in marks (قالت "قسد" إن)."""
    if cue.end >= sentence.end or words[cue.end] not in _QUOTES | {":"}:
        return False
    for index in range(cue.end + 1, min(sentence.end - 1, cue.end + 1 + _LONGEST_NAME)):
        if words[index] in _CLOSING:
            return words[index + 1] not in _THAT | {"،", ","}
    return True


def _attribution(mentions: Mentions, party: Party, cue: Range) -> Attribution:
    return Attribution(
        party.name,
        party.lineage,
        mentions.tokens.quote(cue.first, cue.end),
        party.text,
        party.span,
        mentions.span(cue),
    )


def _named_after(
    mentions: Mentions, sentence: Range, cue: Range
) -> tuple[Attribution, Range, str] | None:
    words = mentions.tokens.words
    stop = next(
        (
            i
            for i in range(cue.end, min(sentence.end, cue.end + _REACH_THAT))
            if words[i] in _STOP - {"(", '"', "«"}
        ),
        min(sentence.end, cue.end + _REACH_THAT),
    )
    if stop <= cue.end:
        return None
    for party in within(mentions.sources, mentions.span(Range(cue.end, sentence.end))):
        place = mentions.range(party.span)
        if place.first >= stop or place.first - cue.end > _REACH_SUBJECT:
            break
        return _attribution(mentions, party, cue), Range(cue.first, place.end), party.kind
    return None


def _named_before(
    mentions: Mentions, sentence: Range, cue: Range
) -> tuple[Attribution, Range, str] | None:
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
        return _attribution(mentions, party, cue), head, party.kind
    return None


def _pointing_back(
    mentions: Mentions, sentence: Range, cue: Range, voice: Voice
) -> tuple[Attribution, Range, str] | None:
    words = mentions.tokens.words
    candidates = [cue.end, cue.end + 1]
    if cue.first > sentence.first and words[cue.first].isascii():
        candidates += [cue.first - 1, cue.first - 2]
    for start in candidates:
        if not sentence.first <= start < sentence.end:
            continue
        for phrase, kinds_meant in generics().items():
            end = start + len(phrase)
            if end > sentence.end or words[start:end] != phrase:
                continue
            meant = voice.meant(kinds_meant)
            if meant is None:
                continue
            pointed = replace(
                meant,
                cue=mentions.tokens.quote(cue.first, cue.end),
                text=mentions.tokens.quote(start, end),
                span=mentions.tokens.span(start, end),
                cue_span=mentions.span(cue),
            )
            return (
                pointed,
                Range(min(cue.first, start), max(cue.end, end)),
                next(iter(kinds_meant), ""),
            )
    return None


def _raw_name(
    mentions: Mentions, sentence: Range, cue: Range, voice: Voice
) -> tuple[Attribution, Range, str] | None:
    words = mentions.tokens.words
    limit = min(sentence.end, cue.end + _REACH_NAME + 1)
    stop = next((i for i in range(cue.end, limit) if words[i] in _STOP), None)
    if stop is None or stop == cue.end or words[cue.end] in _THAT | {"في", "علي", "in", "on"}:
        return None
    known = next(
        (s for i in range(cue.end, stop) if (s := voice.by_word(mentions.tokens.quote(i, i + 1)))),
        None,
    )
    stop = _before_date(mentions, Range(cue.end, stop))
    if stop == cue.end:
        return None
    text, span = mentions.tokens.quote(cue.end, stop), mentions.tokens.span(cue.end, stop)
    cue_text = mentions.tokens.quote(cue.first, cue.end)
    if known is not None:
        return (
            replace(known, cue=cue_text, text=text, span=span, cue_span=mentions.span(cue)),
            Range(cue.first, stop),
            "",
        )
    deeds = any(match("predicates", words, i, stop) for i in range(cue.end, stop))
    if words[cue.end].isascii() or deeds or stop - cue.end > _LONGEST_NAME:
        return None
    named = Attribution(text, Lineage.UNKNOWN, cue_text, text, span, mentions.span(cue))
    return named, Range(cue.first, stop), ""


def _before_date(mentions: Mentions, name: Range) -> int:
    """Where a name ends that is followed by the day of the saying."""
    dates = within(mentions.dates, mentions.span(name))
    return mentions.range(dates[0].span).first if dates else name.end


def _scope(words: tuple[str, ...], sentence: Range, head: Range, word: Word) -> Range:
    if word.role == "preposition":
        opening = head.first - sentence.first <= _OPENING
        return Range(head.end if opening else sentence.first, sentence.end)
    start = head.end
    for index in range(head.end, min(sentence.end, head.end + _REACH_THAT)):
        if any(match(name, words, index, sentence.end) for name in ("cues", "predicates")):
            break
        if words[index] in _THAT and words[index] not in {"الي", "عن"}:
            start = index + (0 if words[index] in _QUOTES else 1)
            break
    trailing = start >= sentence.end - 1
    return Range(sentence.first, head.first) if trailing else Range(start, sentence.end)


def _arranged(words: tuple[str, ...], found: list[Speech]) -> list[Speech]:
    """Each speech ends where the next one of another speaker begins, unless that one is nested in it."""
    arranged: list[Speech] = []
    for position, speech in enumerate(found):
        following = next(
            (s for s in found[position + 1 :] if s.head.first >= speech.scope.first), None
        )
        scope = speech.scope
        if (
            following is not None
            and following.head.first < scope.end
            and speech.head.end <= scope.first
        ):
            scope = Range(scope.first, max(scope.first, following.head.first))
        nested = bool(arranged) and _reports_inside(words, arranged[-1], speech)
        arranged.append(replace(speech, scope=scope, nested=nested))
    return arranged


def _reports_inside(words: tuple[str, ...], outer: Speech, inner: Speech) -> bool:
    if (
        outer.speaker is None
        or inner.speaker is None
        or outer.speaker.source == inner.speaker.source
    ):
        return False
    opener = words[inner.head.first]
    parted = words[max(outer.cue.end, inner.head.first - 1)] in {"،", ",", "؛", "."}
    return (
        not parted
        and opener[0] not in "وف"
        and inner.head.first - outer.scope.first <= _REACH_BEFORE
    )


def chain(
    speeches: tuple[Speech, ...], index: int, standing: Attribution
) -> tuple[tuple[Attribution, ...], Modality]:
    """Who says what stands at token ``index``, outermost first, and how; ``standing`` when no cue covers it."""
    covering = [s for s in speeches if index in s.scope and s.speaker is not None]
    if not covering:
        return (standing,), Modality.ASSERTED
    inner = covering[-1]
    modality = max((s.modality for s in covering), key=_WEAKEST.index)
    links: list[Attribution] = []
    if inner.nested:
        outer = speeches[speeches.index(inner) - 1]
        if outer.speaker is not None:
            links.append(outer.speaker)
    if inner.speaker is not None:
        links.append(inner.speaker)
    return tuple(links), modality


def own_voice(mentions: Mentions) -> Attribution:
    """The publisher's own voice; a document without a known publisher speaks in its own name."""
    publisher = mentions.document.publisher
    if publisher is None:
        return Attribution(mentions.document.name, Lineage.UNKNOWN)
    return Attribution(publisher.name, publisher.lineage)
