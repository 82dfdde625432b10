"""English speakers by the words beside their names: *the human rights group Memorial*, *The coalition* accepted it, stating that."""

from __future__ import annotations

from claims.extraction.heard import Heard, by_party
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.voice import Voice
from claims.model import Party

_CALLED = frozenset({"ngo", "monitor", "media", "agency", "local network"})
_HEARING = frozenset({"media", "agency", "local network"})
_LONGEST_NAME = 6
_THE_SAME = (("him",), ("her",), ("them",))


def opening_source(mentions: Mentions, sentence: Range, cue: Range, voice: Voice) -> Heard | None:
    """The source that opens an English sentence, for a gerund behind a comma (*The coalition* accepted responsibility, *stating that* …).

    None where somebody has spoken in the sentence before.
    """
    words = mentions.tokens.words
    if not words[cue.first].endswith("ing") or words[cue.first - 1] != ",":
        return None
    start = mentions.origins[sentence.first]
    if voice.last is not None and voice.last.span is not None and voice.last.span.start >= start:
        return None
    opening = within(mentions.sources, mentions.span(Range(sentence.first, cue.first)))
    if not opening or mentions.range(opening[0].span).first - sentence.first > 1:
        return None
    return Heard(by_party(mentions, opening[0], cue), cue, opening[0].kind)


def called(mentions: Mentions, sentence: Range, party: Party) -> Range | None:
    """The English name right behind what its bearer is (the human rights group *Memorial*), None where none stands there."""
    first = mentions.range(party.span).end
    if party.kind not in _CALLED or not (party.text[0].isascii() and party.text.islower()):
        return None
    end = first
    while end < sentence.end and mentions.tokens.quote(end, end + 1)[:1].isupper():
        end += 1
    closed = end >= sentence.end or not mentions.tokens.words[end].isalnum()
    return Range(first, end) if first < end <= first + _LONGEST_NAME and closed else None


def of_media(mentions: Mentions, index: int) -> bool:
    """Whether a medium begins at ``index``: *official* before it is its adjective (the *official* agency APS)."""
    start = mentions.origins[index] if index < len(mentions.origins) else -1
    return any(one.span.start == start and one.kind in _HEARING for one in mentions.sources)


def by_pronoun(mentions: Mentions, cue: Range, voice: Voice) -> Heard | None:
    """Who spoke last, where an English word of citing has a pronoun behind it (according to *him*); None for any other word."""
    pronoun = mentions.tokens.words[cue.end : cue.end + 1] in _THE_SAME
    return Heard(voice.last, Range(cue.first, cue.end + 1)) if pronoun else None
