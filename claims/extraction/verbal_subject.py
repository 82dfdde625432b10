"""Where the subject ends that stands behind an Arabic verb of saying.

Arabic puts who speaks behind the verb that opens a clause (*حيث أشار رئيس البلدية فلان لمراسل الوكالة إلى أن …*): whoever was named
before that verb does not speak there.
"""

from __future__ import annotations

from claims.extraction.lexicon import match
from claims.extraction.mentions import Range
from claims.extraction.smallwords import speech_words

_REACH = 14
_COMMA = "،"
_LEAST = 2
_TO = frozenset({"الى", "على", "عن"})
_MARKS = frozenset({"،", ",", ".", "؛", "\n"})


def subject_behind(words: tuple[str, ...], sentence: Range, cue: Range) -> int | None:
    """The token behind the subject of a verb of saying that opens its clause, before أن; None where none stands there.

    Args:
        words: the folded tokens of the document.
        sentence: the tokens of the sentence.
        cue: the tokens of the verb.
    """
    if words[cue.first].isascii() or not _opens_clause(words, sentence, cue):
        return None
    limit = min(sentence.end, cue.end + _REACH)
    stops = speech_words("opening")
    stop = next((i for i in range(cue.end, limit) if words[i] in stops), None)
    if stop is None:
        return None
    stop -= words[stop - 1] in _TO
    stop -= words[stop - 1] == _COMMA
    heard = speech_words("listeners")
    stop = next((i for i in range(cue.end, stop) if words[i] in heard), stop)
    name = words[cue.end : stop]
    if len(name) < _LEAST or not all(map(str.isalpha, name)):
        return None
    manner = speech_words("manner") | speech_words("nameless") | speech_words("unnamed")
    if name[0] in manner or match("predicates", words, cue.end, stop) is not None:
        return None
    return stop


def _opens_clause(words: tuple[str, ...], sentence: Range, cue: Range) -> bool:
    """Whether a verb heads its sentence or clause, so that its subject follows it."""
    if cue.first == sentence.first or words[cue.first].startswith("و"):
        return True
    before = words[cue.first - 1]
    return before in _MARKS or before in speech_words("clause")
