"""Armed groups that claim an attack: they did it and doubt nothing.

*The group claimed Monday's bombing* says whose deed it was; *the group claimed that the bombing killed ten* only what they say.
"""

from __future__ import annotations

from claims.extraction.lexicon import match
from claims.extraction.mentions import Range
from claims.extraction.smallwords import auxiliaries, speech_words

CLAIMING = frozenset({"claim", "claims", "claimed", "claiming"})
FIGHTING = frozenset({"armed group", "militia"})
_DEEDS = frozenset({"strike", "clash"})
_NOUNS = frozenset({"noun", "masdar"})
_REACH = 7
_PARTING = frozenset({",", ";", ":", ".", "it", "he", "she", "they", "its", "who", "which"})


def claims_deed(words: tuple[str, ...], cue: Range, end: int) -> bool:
    """Whether the object of an English verb of claiming is the noun of an attack, and no statement.

    Args:
        words: of the document.
        cue: the verb.
        end: one past the last token of the sentence.
    """
    if words[cue.end - 1] not in CLAIMING:
        return False
    for index in range(cue.end, min(end, cue.end + _REACH)):
        if words[index] in _PARTING | speech_words("that") | auxiliaries():
            return False
        hit = match("predicates", words, index, end)
        if hit is None:
            continue
        behind = match("predicates", words, hit[1], end) if hit[1] < end else None
        tells = behind is not None and behind[0].role == "verb"
        tells = tells or (hit[1] < end and words[hit[1]] in auxiliaries())
        return hit[0].role in _NOUNS and hit[0].kind in _DEEDS and not tells
    return False
