"""Who speaks before a colon: a source, a body or an office that stands alone as the label of a line (المرصد: …، المتحدث باسم جهاز الإسعاف فلان: …)."""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.accounts import account_end
from claims.extraction.heard import Heard, by_party, by_words
from claims.extraction.label_heads import head_of_label
from claims.extraction.lexicon import match
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.quoted_names import named_in_marks
from claims.extraction.reserved import of_names
from claims.extraction.smallwords import speech_words
from claims.extraction.voice import Voice
from claims.model import Party

_LABEL = 2
_MARKS = '"“”«»()#_|@'
_LONGEST = 8
_LONGEST_NAME = 5
_NOUNS = frozenset({"noun", "masdar"})
_ARTICLE = ("ال", "وال")


def before_colon(mentions: Mentions, sentence: Range, colon: Range, voice: Voice) -> Heard | None:
    """The source that stands alone before a colon (#قسد: …، عاجل | المرصد: …)."""
    words = mentions.tokens.words
    first = colon.first
    while first > sentence.first and (words[first - 1].isalnum() or words[first - 1] in _MARKS):
        first -= 1
    label = [i for i in range(first, colon.first) if words[i].isalnum()]
    inside = within(mentions.sources, mentions.span(Range(first, colon.first))) if label else ()
    if inside:
        return _of_source(mentions, sentence, Range(first, colon.first), colon, inside)
    known = voice.by_word(mentions.tokens.quote(first, first + 1)) if len(label) == 1 else None
    if known is None:
        return _unlisted(mentions, sentence, Range(first, colon.first), colon)
    return Heard(known, Range(first, colon.end))


def _of_source(
    mentions: Mentions, sentence: Range, label: Range, colon: Range, inside: tuple[Party, ...]
) -> Heard | None:
    """The known source of a label: it stands there with no more than its place, or opens the label before a name (المتحدث باسم الجيش *العميد فلان*)."""
    words, head = mentions.tokens.words, Range(label.first, colon.end)
    name = mentions.range(inside[-1].span)
    places = within(mentions.places, mentions.span(label))
    told = (name, *(mentions.range(place.span) for place in places))
    spoken = [i for i in range(label.first, label.end) if words[i].isalnum()]
    others = [i for i in spoken if not any(i in one for one in told)]
    addressing = head_of_label(mentions, label, colon, inside)
    if addressing is not None:
        return addressing
    if not _tells_nothing(mentions, label):
        return None
    if len(others) <= _LABEL and max(one.end for one in told) >= colon.first - _LABEL:
        marked = named_in_marks(mentions, sentence, colon, inside[-1])
        speaker = marked.speaker if marked else by_party(mentions, inside[-1], colon)
        return Heard(speaker, head, inside[-1].kind)
    office = mentions.range(inside[0].span)
    opens = bool(spoken) and office.first == spoken[0] and len(inside) == 1
    if opens and _only_names(mentions, Range(office.end, label.end)):
        return Heard(by_party(mentions, inside[0], colon), head, inside[0].kind)
    return _unlisted(mentions, sentence, label, colon)


def _unlisted(mentions: Mentions, sentence: Range, label: Range, colon: Range) -> Heard | None:
    """A body, an office or an account that no lexicon knows, alone before a colon at the head of a line (لجنة الطوارئ بزمزم: …، @name: …)."""
    words, first = mentions.tokens.words, label.first
    while first < label.end and ("|" in words[first : label.end] or not _begins(words[first])):
        first += 1
    name = Range(first, label.end)
    if not 0 < name.end - name.first <= _LONGEST or label.first - sentence.first > _LABEL:
        return None
    if words[first] == "@":
        alone = account_end(mentions, first, label.end) == label.end
    else:
        alone = words[first] in speech_words("bodies") and _tells_nothing(mentions, name)
    return Heard(by_words(mentions, name, colon), Range(label.first, colon.end)) if alone else None


def _begins(word: str) -> bool:
    return word.isalnum() or word == "@"


def _only_names(mentions: Mentions, rest: Range) -> bool:
    """Whether the rest of a label can be the name of who holds an office: up to five words, none of which tells anything."""
    words = mentions.tokens.words[rest.first : rest.end]
    return (
        len(words) <= _LONGEST_NAME
        and all(map(str.isalpha, words))
        and _tells_nothing(mentions, rest)
    )


def _tells_nothing(mentions: Mentions, label: Range) -> bool:
    """Whether a label tells no event: what looks like one there is a name, or a noun with the article (جهاز *الإسعاف* والطوارئ)."""
    words, names = mentions.tokens.words, of_names(mentions, label)
    for index in range(label.first, label.end):
        hit = None if index in names else match("predicates", words, index, label.end)
        if hit is not None and not (hit[0].role in _NOUNS and words[index].startswith(_ARTICLE)):
            return False
    return True


def labelled_by(mentions: Mentions, sentence: Range, voice: Voice) -> Voice:
    """The memory after a line that is nothing but a source and a colon: it says what the next line tells (المرصد السوري:)."""
    words = mentions.tokens.words
    end = sentence.end
    while end > sentence.first and not (words[end - 1].isalnum() or words[end - 1] == ":"):
        end -= 1
    label = None
    if end > sentence.first and words[end - 1] == ":":
        heard = before_colon(mentions, sentence, Range(end - 1, end), voice)
        label = heard.speaker if heard is not None and heard.kind else None
    return voice if voice.label is label else replace(voice, label=label)
