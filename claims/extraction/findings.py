"""Findings and counts in the place of a speaker: who made them speaks, not the paper.

*The ministry's initial assessment* concluded …, *the latest toll from the governor*; *preliminary findings* of nobody are told in
the publisher's own voice.
"""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.heard import Heard, by_words
from claims.extraction.lexicon import look_up
from claims.extraction.mentions import Mentions, Range
from claims.extraction.smallwords import speech_words
from claims.model import Attribution, Span

_OWNING = ("'s", "’s")
_LONGEST = 8
_FEWEST = 2


def of_findings(mentions: Mentions, name: Range, cue: Range, head: Range) -> Heard | None:
    """Who speaks where the name is that of a finding or a count; None for any other name.

    Args:
        mentions: of the document.
        name: the words before or behind the verb or preposition of saying.
        cue: that verb or preposition.
        head: cue and name.
    """
    words = mentions.tokens.words[name.first : min(name.end, name.first + _LONGEST)]
    paper = next((i for i, word in enumerate(words) if word in speech_words("papers")), None)
    if paper is None or not _described(words[:paper]):
        return None
    behind = words[paper + 1 :]
    if behind[:1] and behind[0] in speech_words("made by") and len(behind) >= _FEWEST:
        if _counts_event(behind[1:]):
            return Heard(None, head)
        return Heard(by_words(mentions, Range(name.first + paper + 2, name.end), cue), head)
    if behind:
        return None
    owner = next((i for i in range(paper) if words[i].endswith(_OWNING)), None)
    if owner is None:
        return Heard(None, head)
    return Heard(_owner(mentions, Range(name.first, name.first + owner + 1), cue), head)


def _counts_event(words: tuple[str, ...]) -> bool:
    """Whether what a count is of is a figure or an event, and nobody who made it (the toll *from the strike on* …, of *15*)."""
    bare = words[1:] if words[:1] and words[0] in {"the", "a", "an"} else words
    opens = bare[:2]
    return any(word[0].isdecimal() or bool(look_up("predicates", word)) for word in opens)


def _owner(mentions: Mentions, name: Range, cue: Range) -> Attribution:
    """Whose finding it is, without what makes the name one that owns (*the command*'s)."""
    made, whole = by_words(mentions, name, cue), mentions.span(name)
    text = made.text[: -len(_OWNING[0])]
    span = Span(whole.start, whole.end - len(_OWNING[0]))
    return replace(made, source=text, text=text, span=span)


def _described(words: tuple[str, ...]) -> bool:
    """Whether all words before the paper only describe it, behind whoever made it (*the command's* initial)."""
    owner = max((i for i, word in enumerate(words) if word.endswith(_OWNING)), default=-1)
    return all(word in speech_words("of a paper") for word in words[owner + 1 :])
