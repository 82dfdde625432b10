"""Acts of saying: words and prepositions of saying, their speakers, and how far each one's words reach.

A `Speech` is found for each cue of a sentence: a verb (*said*), a preposition (*وفق*, *بحسب ما أعلن*), a source before a
colon (*المرصد: …*) or, inside of a relay, the one who is relayed (*نقلت الصحيفة عن مصدر*). A verb of saying that is negated
(*لم تعلن*) says nothing. What cannot be tied to anybody stays with the speaker of the clause around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from claims.extraction.arabic_names import relayed_from
from claims.extraction.claimed import FIGHTING, claims_deed
from claims.extraction.correspondents import known_correspondent
from claims.extraction.cues import find_cues
from claims.extraction.heads import with_circumstance, with_rest
from claims.extraction.heard import Heard, by_party, by_words
from claims.extraction.issued import past_issued
from claims.extraction.labels import before_colon
from claims.extraction.lexicon import Word, look_up
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.persons import is_person, named_person
from claims.extraction.publishing import in_own_name
from claims.extraction.reach import scope_of
from claims.extraction.smallwords import speech_words
from claims.extraction.speakers import named_after, speaker_at
from claims.extraction.voice import Voice
from claims.model import Attribution, Lineage, Modality
from claims.model.quick import changing

_QUOTES = frozenset('"«“')
_WEAKEST = (Modality.ASSERTED, Modality.POSSIBLE, Modality.DOUBTED, Modality.DENIED)
_RECORDERS = frozenset(
    {"monitor", "media", "local network", "local sources", "ngo", "international organisation"}
)
_REACH_BEFORE = 4
_REACH_RELAY = 8
_REACH_STATEMENT = 8
_OPENING = 2
_LONGEST_SPEAKER = 6
_LIFELESS_REACH = 6
_PARTED = frozenset({"،", ".", "؛"})
_LONGEST_SIGNED = 4
_LONGEST_QUOTED = 12
_BEHIND = frozenset(',"”')
_FEWEST = 3
_DETERMINERS = 2
_STOPS = frozenset(".!\n")
_SIGNING = frozenset({"-", ":"})


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


_changed = changing(Speech)


def find_speech(
    mentions: Mentions, sentence: Range, voice: Voice
) -> tuple[tuple[Speech, ...], Voice]:
    """All acts of saying in a sentence, in order, and the memory after it."""
    found: list[Speech] = []
    voice = named_person(mentions, sentence, voice)
    closing = _signed(mentions, sentence)
    if closing is not None:
        speech, kind = closing
        voice = voice.heard(speech.speaker, kind) if speech.speaker else voice
        return (speech,), voice
    for found_at, word in find_cues(mentions, sentence):
        cited = word.role == "preposition"
        words = mentions.tokens.words
        cue = past_issued(words, found_at, sentence.end) if cited else found_at
        heard = (
            before_colon(mentions, sentence, cue, voice)
            if word.role == "colon"
            else known_correspondent(speaker_at(mentions, sentence, cue, word, voice), voice)
        )
        if heard is not None and word.role == "documents" and heard.kind not in _RECORDERS:
            heard = _counts_on(mentions.tokens.words, cue, heard, voice)
        if heard is None or (word.role == "cue" and _only_cited(words, cue, found)):
            continue
        head = with_circumstance(mentions, sentence, heard.head, cue)
        heard = heard if head == heard.head else replace(heard, head=head)
        for speech, kind in _said(mentions, sentence, cue, word, heard):
            if speech.speaker is not None:
                known = kind or voice.kind_of(speech.speaker)
                named = speech.speaker is not voice.last
                personal = named and is_person(mentions, speech.head, known)
                voice = voice.heard(speech.speaker, known, personal=personal)
                if _begins_statement(mentions.tokens.words, speech, sentence):
                    voice = voice.given_floor(speech.speaker)
            found.append(speech)
    voice = voice if found else _introduced(mentions, sentence, voice)
    return tuple(_arranged(mentions.tokens.words, found)), voice


def _only_cited(words: tuple[str, ...], cue: Range, found: list[Speech]) -> bool:
    """Whether an Arabic word of saying is of figures or reports that somebody cites in his own words (قال مسعف إن *الأرقام تشير* إلى …)."""
    if not found or cue.first not in found[-1].scope or words[cue.first].isascii():
        return False
    line = words[max(cue.first - _LIFELESS_REACH, found[-1].head.end) : cue.first]
    return _PARTED.isdisjoint(line) and not speech_words("lifeless").isdisjoint(line)


def _introduced(mentions: Mentions, sentence: Range, voice: Voice) -> Voice:
    """The memory after an English sentence that begins with one unnamed witness (*A witness* described …): *he said* is of that one."""
    words = mentions.tokens.words
    if words[sentence.first] not in {"a", "an", "one", "another"}:
        return voice
    inside = within(mentions.sources, mentions.span(sentence))
    if not inside or inside[0].kind != "local sources":
        return voice
    witness = mentions.range(inside[0].span).first - sentence.first <= 1
    cue = Range(sentence.first, sentence.first + 1)
    heard = by_party(mentions, inside[0], cue)
    return voice.heard(heard, inside[0].kind, personal=True) if witness else voice


def _counts_on(words: tuple[str, ...], cue: Range, heard: Heard, voice: Voice) -> Heard | None:
    """Who documented before and now counts on without being named again (كما وثق *900* هجوم), None for any other word of it."""
    last = voice.last
    same = last is not None and heard.speaker is last and voice.kind_of(last) in _RECORDERS
    counts = any(word.isdigit() for word in words[cue.end : cue.end + 1])
    return heard if same and counts and not words[cue.first].isascii() else None


def _signed(mentions: Mentions, sentence: Range) -> tuple[Speech, str] | None:
    """The source that stands alone behind the last dash or colon of a sentence (*4 civilians killed - White Helmets*)."""
    words = mentions.tokens.words
    end = sentence.end
    while end > sentence.first and words[end - 1] in _STOPS:
        end -= 1
    low = max(sentence.first + _FEWEST, end - _LONGEST_SPEAKER - 1)
    signs = (i for i in range(end - 1, low, -1) if words[i] in _SIGNING)
    sign = next((i for i in signs if words[i] != "-" or _spaced(mentions, i)), None)
    if words[end - 1] == ")" and sign is None:
        return _in_brackets(mentions, Range(sentence.first, end))
    if sign is None:
        return None
    inside = within(mentions.sources, mentions.span(Range(sign + 1, end))) if sign + 1 < end else ()
    if not inside and words[sign] == "-" and _signs(mentions, Range(sign + 1, end)):
        speaker = by_words(mentions, Range(sign + 1, end), Range(sign, sign + 1))
        head, scope = Range(sign, sentence.end), Range(sentence.first, sign)
        return Speech(Range(sign, sign + 1), head, scope, speaker, Modality.ASSERTED), ""
    if len(inside) != 1:
        return None
    name = mentions.range(inside[0].span)
    if name.first - sign > _DETERMINERS or name.end != end:
        return None
    cue = Range(sign, sign + 1)
    speaker = by_party(mentions, inside[0], cue)
    scope = Range(sentence.first, sign)
    return Speech(cue, Range(sign, sentence.end), scope, speaker, Modality.ASSERTED), inside[0].kind


def _in_brackets(mentions: Mentions, sentence: Range) -> tuple[Speech, str] | None:
    """The source that stands alone in brackets at the very end of an Arabic line (ثمانية قتلى في قصف على … *(مصدر طبي)*)."""
    words, close = mentions.tokens.words, sentence.end - 1
    low = max(sentence.first + _FEWEST, close - _LONGEST_SPEAKER - 1)
    sign = next((i for i in range(close - 1, low, -1) if words[i] == "("), None)
    inside = within(mentions.sources, mentions.span(Range(sign + 1, close))) if sign else ()
    if sign is None or len(inside) != 1 or words[close - 1].isascii():
        return None
    name = mentions.range(inside[0].span)
    if name.first != sign + 1 or name.end != close:
        return None
    cue = Range(sign, sign + 1)
    speaker, scope = by_party(mentions, inside[0], cue), Range(sentence.first, sign)
    told = Speech(cue, Range(sign, sentence.end), scope, speaker, Modality.ASSERTED)
    return told, inside[0].kind


def _signs(mentions: Mentions, name: Range) -> bool:
    """Whether words that close an English headline are nothing but a noun for who speaks, with its name or adjectives."""
    words = mentions.tokens.words
    if not 0 < name.end - name.first <= _LONGEST_SIGNED:
        return False
    if words[name.end - 1] not in speech_words("signing"):
        titled = words[name.first] in speech_words("signing") and name.end - name.first > 1
        return titled and all(
            mentions.tokens.quote(i, i + 1)[:1].isupper() for i in range(name.first, name.end)
        )
    return all(
        mentions.tokens.quote(i, i + 1)[:1].isupper()
        or words[i] in speech_words("signing")
        or words[i] == "-"
        or words[i] in speech_words("signing attributes")
        for i in range(name.first, name.end - 1)
    )


def _spaced(mentions: Mentions, index: int) -> bool:
    """Whether white space stands before a dash, which then parts and does not join."""
    start = mentions.origins[index]
    return mentions.document.text[start - 1 : start].isspace()


def _begins_statement(words: tuple[str, ...], speech: Speech, sentence: Range) -> bool:
    """Whether what a source says goes on after the sentence (صرح مصدر بما يلي: …)."""
    head = words[speech.head.end : min(sentence.end, speech.head.end + _REACH_STATEMENT)]
    return ":" in head and not speech_words("statement").isdisjoint(head)


def _said(
    mentions: Mentions, sentence: Range, cue: Range, word: Word, heard: Heard
) -> Iterator[tuple[Speech, str]]:
    """The speech at a cue, and the one that it relays (نقلت الوكالة عن مصدر)."""
    goes_on, modality = word.role == "participle", Modality(word.kind)
    words = mentions.tokens.words
    if heard.kind in FIGHTING and claims_deed(words, cue, sentence.end):
        modality = Modality.ASSERTED
    scope = scope_of(words, sentence, heard.head, word)
    if scope.end <= heard.head.first:
        heard = replace(heard, head=with_rest(words, sentence, heard.head))
    yield Speech(cue, heard.head, scope, heard.speaker, modality, goes_on), heard.kind
    relayed = _relayed(mentions, sentence, cue, heard)
    if relayed is not None:
        scope = scope_of(mentions.tokens.words, sentence, relayed.head, word)
        nested = heard.speaker is not None
        yield (
            Speech(cue, relayed.head, scope, relayed.speaker, modality, nested=nested),
            relayed.kind,
        )


def _relayed(mentions: Mentions, sentence: Range, cue: Range, heard: Heard) -> Heard | None:
    words = mentions.tokens.words
    if not any(words[cue.first].endswith(form) for form in speech_words("relaying")):
        return None
    quoted = _quoted_as_saying(mentions, sentence, cue)
    if quoted is not None:
        return quoted
    for index in range(heard.head.end, min(sentence.end, heard.head.end + _REACH_RELAY)):
        if words[index] in {"عن", "from"}:
            origin = Range(index, index + 1)
            found = named_after(mentions, sentence, origin) or relayed_from(
                mentions, sentence, origin, cue
            )
            return found and replace(found, head=Range(index, found.head.end))
        if words[index] in speech_words("that"):
            return None
    return None


def _quoted_as_saying(mentions: Mentions, sentence: Range, cue: Range) -> Heard | None:
    """Whom somebody quotes (the agency quoted *a doctor* as saying), None for another way of relaying."""
    words = mentions.tokens.words
    for index in range(cue.end + 1, min(sentence.end - 1, cue.end + _LONGEST_QUOTED)):
        if words[index : index + 2] == ("as", "saying"):
            inside = within(mentions.sources, mentions.span(Range(cue.end, index)))
            head = Range(cue.end, index + 2)
            if inside:
                return Heard(by_party(mentions, inside[-1], cue), head, inside[-1].kind)
            return Heard(by_words(mentions, Range(cue.end, index), cue), head)
    return None


def _arranged(words: tuple[str, ...], found: list[Speech]) -> list[Speech]:
    """Each speech ends where the next one of another speaker begins, unless that one is nested in it."""
    arranged: list[Speech] = []
    for position, speech in enumerate(found):
        scope = speech.scope
        begins = (_opened(later, scope) for later in found[position + 1 :])
        begun = next((first for first in begins if first >= scope.first), scope.end)
        if begun < scope.end and speech.head.end <= scope.first:
            scope = Range(scope.first, begun)
        scope = _behind_others(words, scope, speech, found[:position])
        nested = speech.nested or (
            bool(arranged)
            and (
                _reports_inside(words, arranged[-1], speech) or _cites(words, arranged[-1], speech)
            )
        )
        arranged.append(_changed(speech, scope=scope, nested=nested))
    return arranged


def _opened(later: Speech, scope: Range) -> int:
    """Where a later speech begins: at its verb, where who speaks was named before what ``scope`` covers (نفى *الجيش* …، *وأضاف* أن …)."""
    return later.head.first if later.head.first >= scope.first else later.cue.first


def _behind_others(
    words: tuple[str, ...], scope: Range, speech: Speech, before: list[Speech]
) -> Range:
    """The scope of an Arabic source cited at the end: no more than the statement of another speaker right before it.

    «قصفت طائرات منزلاً، فيما أعلن الجيش تدمير مقر، *وفق بيان*»: the statement is the army's; the house is told by who writes.
    """
    if scope.first >= speech.head.first or words[speech.cue.first].isascii():
        return scope
    others = (s for s in reversed(before) if s.speaker is not None and s.scope.end > s.head.first)
    last = next((s for s in others if s.scope.first >= s.head.end), None)
    parted = last is not None and last.head.first - scope.first > _REACH_BEFORE
    return Range(last.head.first, scope.end) if last is not None and parted else scope


def _cites(words: tuple[str, ...], outer: Speech, inner: Speech) -> bool:
    """Whether who reports names right behind the verb whom it has that from (a newspaper reported, *citing a police officer*)."""
    known = outer.speaker is not None and inner.speaker is not None
    return known and inner.cue.first == outer.head.end and words[inner.cue.first] == "citing"


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
    nobodys = (s.modality for s in speeches if index in s.scope and s.speaker is None)
    unsure = next((how for how in nobodys if how is not Modality.ASSERTED), Modality.ASSERTED)
    if not covering:
        return (standing,), unsure
    inner = _known(covering, index)
    modality = max((s.modality for s in covering), key=_WEAKEST.index)
    modality = unsure if modality is Modality.ASSERTED else modality
    relayed = _relayed_behind(covering, inner, index)
    if relayed is not None:
        return (*_spoken_by(inner), *_spoken_by(relayed)), modality
    outer = speeches[speeches.index(inner) - 1] if inner.nested else None
    return (*(_spoken_by(outer) if outer else ()), *_spoken_by(inner)), modality


def _spoken_by(speech: Speech) -> tuple[Attribution, ...]:
    return () if speech.speaker is None else (speech.speaker,)


def _relayed_behind(covering: list[Speech], outer: Speech, index: int) -> Speech | None:
    """Whose words somebody reports at the end of an English sentence (*the ministry* said ten had died, an agency reported), None for his own."""
    if outer.speaker is None or outer.head.first <= index or not outer.speaker.cue.isascii():
        return None
    before = (one for one in reversed(covering) if one.head.end <= index and one is not outer)
    inner = next(before, None)
    if inner is None or inner.speaker is None or inner.modality is Modality.DENIED:
        return None
    if not 0 <= inner.head.first - outer.scope.first <= _REACH_BEFORE:
        return None
    same = inner.speaker.source == outer.speaker.source
    return None if same else inner


def _known(covering: list[Speech], index: int) -> Speech:
    """The speech that counts where several cover a token: a bare name behind the words (وفق حصيلة رسمية) gives way to who speaks."""
    inner = covering[-1]
    if inner.cue.first <= index or inner.speaker is None:
        return inner
    if inner.speaker.lineage is not Lineage.UNKNOWN:
        return inner
    known = [s for s in covering[:-1] if s.speaker and s.speaker.lineage is not Lineage.UNKNOWN]
    return known[-1] if known else inner


def said_on(mentions: Mentions, opening: Range, speech: Speech) -> bool:
    """Whether a day that opens an English sentence is that of the saying (*On Tuesday*, the ministry said that …).

    Where a speech is put in between (On Tuesday, *residents said*, jets bombed …) it is that of the event.
    """
    words, head = mentions.tokens.words, speech.head
    days = within(mentions.dates, mentions.span(opening))
    alone = (
        len(days) == 1
        and "/" not in days[0].edtf
        and mentions.range(days[0].span).first - opening.first <= 1
    )
    told = (
        (i for i in range(mentions.range(days[0].span).end, opening.end) if alone) if days else ()
    )
    bare = alone and not any(words[i].isalnum() for i in told)
    follows = opening.end == head.first and speech.cue.first > head.first
    aside = words[head.end : head.end + 1] == (",",)
    recorded = any(one.role == "documents" for one in look_up("cues", words[speech.cue.first]))
    return bare and follows and not aside and not recorded and words[head.first].isascii()


def own_voice(mentions: Mentions) -> Attribution:
    """The publisher's own voice; a document without a known publisher speaks in its own name."""
    return in_own_name(mentions.document)
