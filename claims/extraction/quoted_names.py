"""Names in quotation marks behind an Arabic word of saying: all of the name is who speaks, and none of it what is said."""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.heard import Heard, by_words
from claims.extraction.mentions import Mentions, Range
from claims.extraction.smallwords import generics, speech_words
from claims.model import Party

QUOTES = frozenset('"«“')
CLOSING = frozenset('"»”')
_LONGEST = 6
_UNNAMED = frozenset({"local sources"})


def quoted_name(mentions: Mentions, sentence: Range, cue: Range) -> Heard | None:
    """A name in marks that no lexicon knows, right behind the cue or a noun of a body, before أن (قال "راديو …" التابع له، إن؛ قال فريق "…" إن)."""
    words = mentions.tokens.words
    kind = _kind_of(words[cue.end]) if cue.end < sentence.end else ""
    first = cue.end + bool(kind)
    close = _closing(words, Range(first, sentence.end), _LONGEST)
    if not close or close <= first + 1 or not _that_behind(words, close, sentence.end):
        return None
    name = by_words(mentions, Range(first + 1, close), cue)
    return Heard(name, Range(cue.first, close + 1), kind)


def _kind_of(word: str) -> str:
    """The kind of body that a common noun before a name in marks stands for (*فريق* "…"), "" for any other word; with the article it points back to it later."""
    return min(generics().get((f"ال{word}",), ()), default="")


def named_in_marks(mentions: Mentions, sentence: Range, cue: Range, party: Party) -> Heard | None:
    """Who speaks where only the first words of a name in marks are known as a body (أفاد *"مرصد* تعقب الطائرات"، قال *فريق* "…" إن، ذكر *مراسل* "…" أن).

    Args:
        mentions: of the document.
        sentence: the tokens of the sentence.
        cue: the word of saying.
        party: a source behind it; one that the lexicon holds by name is known as it is.
    """
    words, place = mentions.tokens.words, mentions.range(party.span)
    first = place.first - 1 if words[place.first - 1] in QUOTES else place.end
    inside = first < place.first
    reports = words[place.first] in speech_words("correspondents")
    if party.id and not ((inside or reports) and party.kind in _UNNAMED):
        return None
    close = _closing(words, Range(first, sentence.end), _LONGEST)
    alone = place.end - place.first == 1
    if not close or close <= place.end or not (inside or alone):
        return None
    if not inside and not _that_behind(words, close, sentence.end):
        return None
    name = by_words(mentions, Range(first + 1, close), cue)
    if reports:
        whole = Range(place.first, close + 1)
        text = mentions.tokens.quote(whole.first, whole.end)
        name = replace(name, text=text, span=mentions.span(whole))
    return Heard(name, Range(cue.first, close + 1), party.kind)


def _closing(words: tuple[str, ...], stretch: Range, longest: int) -> int:
    """The token of the mark that closes a short name at the head of a stretch, 0 where none stands there."""
    if stretch.first >= stretch.end or words[stretch.first] not in QUOTES:
        return 0
    marks = CLOSING | {words[stretch.first]}
    last = min(stretch.end, stretch.first + 2 + longest)
    return next((i for i in range(stretch.first + 1, last) if words[i] in marks), 0)


def _that_behind(words: tuple[str, ...], close: int, end: int) -> bool:
    """Whether أن stands a few words behind a name: what is said begins there, and not with the marks."""
    after = words[close + 1 : min(end, close + 2 + _LONGEST)]
    return not speech_words("opening").isdisjoint(after)
