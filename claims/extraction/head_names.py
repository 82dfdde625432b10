"""Where an Arabic head ends with the name of who holds the office: «أكد وزير الدفاع الإسرائيلي، *يسرائيل كاتس،* شن غارات …»."""

from __future__ import annotations

from claims.extraction.lexicon import match
from claims.extraction.mentions import Range
from claims.extraction.smallwords import speech_words

_COMMA = "،"
_FEWEST, _LONGEST = 2, 5
_TOLD = frozenset({"masdar", "noun", "light"})


def behind_name(words: tuple[str, ...], sentence: Range, head: Range, cue: Range) -> int:
    """The token behind a name between commas that a noun of what was said follows; 0 where none stands there.

    Args:
        words: of the document.
        sentence: the sentence.
        head: the verb of saying and the office behind it.
        cue: the verb.
    """
    first = head.end + 1
    if head.first != cue.first or head.end <= cue.end or words[head.end : first] != (_COMMA,):
        return 0
    last = range(first + _FEWEST, min(sentence.end - 1, first + _LONGEST + 1))
    end = next((i for i in last if words[i] == _COMMA), 0)
    name = words[first:end]
    small = speech_words("nameless") | speech_words("stop")
    named = end and all(word.isalpha() and word not in small for word in name)
    if not named or match("predicates", words, first, end) or name[0].startswith("ال"):
        return 0
    told = match("predicates", words, end + 1, sentence.end)
    return end + 1 if told is not None and told[0].role in _TOLD else 0
