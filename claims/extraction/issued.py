"""Who issued what is cited: «بحسب *حصيلة جديدة أصدرتها* وزارة الصحة» is of the ministry, whose name begins behind the verb."""

from __future__ import annotations

from claims.extraction.mentions import Range, ranged
from claims.extraction.smallwords import speech_words

_REACH = 3


def past_issued(words: tuple[str, ...], cue: Range, end: int) -> Range:
    """A cue of citing with the paper that is cited and the verb of who issued it; the cue alone where no such words follow.

    Args:
        words: of the document.
        cue: the preposition (بحسب، وفق).
        end: of its sentence.
    """
    if cue.end >= end or words[cue.end] not in speech_words("of whom"):
        return cue
    for at in range(cue.end + 1, min(end - 1, cue.end + 1 + _REACH)):
        if words[at] in speech_words("issuing"):
            return ranged(cue.first, at + 1)
        if not words[at].isalpha():
            break
    return cue
