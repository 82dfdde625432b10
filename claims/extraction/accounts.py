"""Speakers that no lexicon lists, and words of saying behind which nobody speaks.

An account is named as it is written (*قال @name إن*). Figures and pictures show something and say nothing (*تشير الإحصاءات*). Who is accused
*in* a text did what he is accused of; the text is of who issued it (*أصدر المركز بياناً اتهم فيه …*).
"""

from __future__ import annotations

from claims.extraction.heard import Heard, by_words
from claims.extraction.lexicon import Word
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.smallwords import accusing_forms, speech_words
from claims.extraction.voice import Voice

_REACH_NAME = 8
_LONGEST_NAME = 6


def of_nobody(words: tuple[str, ...], cue: Range, word: Word, voice: Voice) -> Heard | None:
    """Who speaks at a cue whose words name no speaker: nobody, or who issued the text in which somebody is accused; None for any other cue."""
    if word.role == "impersonal":
        return Heard(None, cue)
    return _accuser(words, cue, voice) if _accuses_in(words, cue) else None


def accuser(mentions: Mentions, sentence: Range, cue: Range) -> Heard | None:
    """Who is named between an Arabic verb of accusing and the party that is accused (اتهمت *المبعوثة* النظام بأنه …), None for any other cue.

    A word that a name hangs on (اتهم المتحدث *باسم* الجيش …) leaves the party who accuses.
    """
    words = mentions.tokens.words
    if not words[cue.first].endswith(accusing_forms()):
        return None
    reach = Range(cue.end, min(sentence.end, cue.end + _LONGEST_NAME))
    parties = within(mentions.sources, mentions.span(reach)) if cue.end < reach.end else ()
    first = mentions.token_at(parties[0].span.start) if parties else cue.end
    name = words[cue.end : first]
    tied = speech_words("governing ar") | speech_words("organisations") | speech_words("bodies")
    if not name or name[-1] in tied or not all(map(str.isalpha, name)):
        return None
    if not speech_words("stop").isdisjoint(name):
        return None
    return Heard(by_words(mentions, Range(cue.end, first), cue), Range(cue.first, first))


def account(mentions: Mentions, sentence: Range, cue: Range) -> Heard | None:
    """The account behind a cue that no lexicon knows (قال @name إن), as it is written."""
    words = mentions.tokens.words
    if words[cue.end : cue.end + 1] != ("@",) or words[cue.first].isascii():
        return None
    end = account_end(mentions, cue.end, sentence.end)
    return Heard(by_words(mentions, Range(cue.end, end), cue), Range(cue.first, end))


def account_end(mentions: Mentions, at: int, limit: int) -> int:
    """Where the name of an account that begins with @ at a token ends."""
    text, end = mentions.document.text, at + 1
    while end < limit and (
        end == at + 1 or text[mentions.origins[end] - 1 : mentions.origins[end]] == "_"
    ):
        end += 1
    return end


def shown(mentions: Mentions, sentence: Range, cue: Range) -> Heard | None:
    """Nobody, where what shows something stands behind the verb (تشير الإحصاءات، كشفت صور): it is told by who reports it."""
    words = mentions.tokens.words
    if cue.end >= sentence.end or words[cue.end] not in speech_words("voiceless"):
        return None
    limit = min(sentence.end, cue.end + _REACH_NAME + 1)
    shown = (i for i in range(cue.end, limit) if words[i] in speech_words("that"))
    return Heard(None, Range(cue.first, next(shown, cue.end)))


def _accuses_in(words: tuple[str, ...], cue: Range) -> bool:
    """Whether somebody is accused *in* a statement or a case: who is named behind that did it, and does not say so (بياناً اتهم فيه …)."""
    accuses = words[cue.first].endswith(accusing_forms())
    return (
        accuses and words[cue.end : cue.end + 1] != () and words[cue.end] in speech_words("wherein")
    )


def _accuser(words: tuple[str, ...], cue: Range, voice: Voice) -> Heard:
    """Who issued the text in which somebody is accused, nobody where none is named before it."""
    ahead = words[max(0, cue.first - _LONGEST_NAME) : cue.first]
    issued = not speech_words("of a text ar").isdisjoint(ahead)
    return Heard(voice.last if issued else None, Range(cue.first, cue.end + 1))
